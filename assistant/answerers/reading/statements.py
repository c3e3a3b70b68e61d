"""Answers that are a sentence: definitions, reasons, and whatever else is asked."""

from __future__ import annotations

import re

from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.lists import items_below
from assistant.answerers.reading.quoted import quoted_in
from assistant.answerers.reading.rows import columns_named, rendered
from assistant.answerers.reading.spans import announces, plain, poses, sentence
from assistant.answerers.reading.terms import tokens, word_list, word_stem
from assistant.answerers.reading.trimming import trimmed
from assistant.question.shape import AnchorKind
from corpus.document import BlockKind, Span
from corpus.names.parties import find_parties
from corpus.records.types import PartyKind

_CAUSE = re.compile(
    r"\b(?:because|since (?!\d|[A-Z]|then|when|its|the (?:working|last|first))|due to|owing to"
    r"|on account of|as a result of|for want of|in view of|in order to|so that|caused by|could not"
    r"|was not able|were not able|unable|the reason|called off|prevented)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r",? (?:when|as|after|following|thanks to|given|with(?! effect| a view)|which (?:is|was|has|had)|who (?:is|was|has"
    r"|had))\b|\bto (?:avoid|allow|ensure|make)\b",
    re.IGNORECASE,
)
_CONTACT = (
    (re.compile(r"\be-?mails?\b", re.IGNORECASE), re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    (
        re.compile(r"\b(?:tele)?phone|\bfax\b|\bmobile number", re.IGNORECASE),
        re.compile(r"\+?\d[\d ()/-]{6,}"),
    ),
    (
        re.compile(r"\bwebsite address|\burl\b|\bweb address|\blink to\b", re.IGNORECASE),
        re.compile(r"https?://|www\."),
    ),
    (
        re.compile(r"\b(?:street|postal) address\b", re.IGNORECASE),
        re.compile(r"\b(?:Street|Road|Avenue|P\.?O\.? Box)\b|\d{4,6}"),
    ),
)
_LEANS = re.compile(r"(?:this|that|these|those|it|they)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"[-–•*\s]*[A-Z]?[a-z]+(?:ed|en)\b")  # an item such as 'Endorsed by members …'
_NAMED = re.compile(r"(?<=[a-z,:;(|] )(?:the )?[A-Z][\w’-]+(?: (?:(?:of|on|for|and|the) )*[A-Z][\w’-]+)*")
_BEGINS = re.compile(r"[|:] (?:the )?[A-Z][\w’-]+ [a-z]")  # the first word of a cell of several
# Capitals that name a paper or a gathering, not a body.
_NO_BODY = re.compile(
    r"\b(?:Plan|Strategy|Programme|Program|Statement|Declaration|Agenda|Report|Roadmap|Guidelines?|Convention|Protocol|Meeting"
    r"|Session|Conference|Dialogue|Workshop|Plenary|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_STATES = re.compile(r"\b(?:country|state|government|nation)$")
_FIRM = (
    r"company|firm|airline|insurer|bank|consultant|evaluator|manufacturer|maker|supplier|vendor|contractor|publisher"
    r"|printer|translator|interpreter|caterer|carrier"
)
_FIRMS = re.compile(rf"\b(?:{_FIRM})(?: [a-z]+(?:s|ed))?$")  # 'which firm supplies …': the verb may hang on
_NAME_NOUNS = re.compile(
    rf"{_FIRMS.pattern}|\b(?:organi[sz]ation|bod(?:y)|country|state|government|agency"
    r"|university|operation|network|institute|institution|port|harbour|airport)$"
)


def definition_in(case: Case) -> Found | None:
    """Find what an abbreviation stands for, or what something is."""
    asked, unit = case.asked, case.unit
    names = [one.text for one in asked.anchors if one.kind is AnchorKind.ACRONYM]
    names += [
        word
        for word in re.findall(r"\b[A-Za-z]{2,12}\b", asked.text)
        if word.upper() in case.reading.acronyms
    ]
    for name in dict.fromkeys(
        name.upper() if name.upper() in case.reading.acronyms else name for name in names
    ):
        place = re.search(rf"[(\[]\s*{re.escape(name)}\s*[)\]]", unit.text)
        if place:
            long = case.reading.acronyms.get(name) or _capitals_before(unit.text[: place.start()])
            if long:
                start = unit.text.rfind(long.split()[0], 0, place.start())
                span = Span(start=unit.start + max(0, start), end=unit.start + place.end())
                following = re.match(
                    r"\s+(?:programme|program|project|initiative|network|group)\b", unit.text[place.end() :]
                )
                kind = following.group() if following else ""
                return Found([case.claim(f"{name} stands for {plain(long)}{kind}.", span)], 1.0, "definition")
        given = re.search(
            rf"(?:^|[.;|]\s*)\**{re.escape(name)}\**\s*(?:[:=–—-]|\|)\s*(?P<long>[^.;|\n]+)", unit.text
        )
        if given and name in case.reading.acronyms:
            return Found(
                [
                    case.claim(
                        f"{name} stands for {plain(given['long']).strip()}.",
                        Span(start=unit.start + given.start(), end=unit.start + given.end()),
                    )
                ],
                1.0,
                "glossary",
            )
    if names or re.search(r"stand", asked.text):
        return None
    if re.search(r"\b(?:is|was|are) (?:an?|the)\b|\bmeans\b|:", unit.text):
        return Found([case.claim(trimmed(case))], 0.8, "description")
    return None


def _capitals_before(text: str) -> str | None:
    match = re.search(
        r"((?:[A-Z][\w’&-]*(?:\s+(?:and|of|the|for|on|in|to|against)\s+|\s+|$))+)$", text.rstrip() + " "
    )
    return match[1].strip() if match and len(match[1].split()) > 1 else None


def reason_in(case: Case) -> Found | None:
    """Find the sentence that gives a cause."""
    text = " ".join(case.unit.text.split())
    if _CAUSE.search(text):
        return Found([case.claim(trimmed(case))], 0.95, "reason")
    if re.search(r"\breasons?\b", case.asked.text, re.IGNORECASE):
        return None  # a reason in so many words is none of the circumstances
    if case.cover.own >= 0.5 and _OCCASION.search(text):
        return Found([case.claim(trimmed(case))], 0.75, "circumstance")
    return None


def statement_in(case: Case) -> Found | None:
    """Return the sentence itself, where it says something that the question does not."""
    unit, asked = case.unit, case.asked
    if quoted := quoted_in(case):
        return quoted
    for wanted, form in _CONTACT:
        if wanted.search(asked.text):
            match = form.search(unit.text)
            return Found([case.claim(trimmed(case, match.span()))], 1.0, "contact") if match else None
    if unit.row is not None:
        keys = {key for term in case.terms for key in (term.stem, *term.also)}
        columns = [
            number
            for number in columns_named(unit, keys)
            if number < len(unit.row.cells) and unit.row.cells[number].text
        ]
        fit = 0.95 if columns else 0.7
        if _NAME_NOUNS.search(asked.noun or "") and not _names_one(case):
            return None
        return Found([case.claim(rendered(unit, columns))], fit, "row")
    known = {key for term in case.terms for key in (term.stem, *term.also)}
    fresh = [word for word in unit.words if word.stem not in known and len(word.stem) > 3]
    if len(fresh) < 1:
        return None
    if _NAME_NOUNS.search(asked.noun or "") and not _names_one(case):
        return None
    if unit.items and (unit.kind is BlockKind.HEADING or announces(unit.text)):
        return _with_items(case)
    return _sentence_or_line(case)


def _names_one(case: Case) -> bool:
    """Whether a unit names one of the kind asked for that is not in the question: a party, or a name in capitals.

    No government is a firm, and no firm a country.
    """
    text, noun = case.unit.text, case.asked.noun or ""
    parties = [one for one in find_parties(text) if not one.demonym]
    names = [
        (one.start, one.end)
        for one in parties
        if not _STATES.search(noun) or one.party.kind is PartyKind.STATE
    ]
    if _FIRMS.search(noun):
        public = (PartyKind.STATE, PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.BODY)
        names = [(one.start, one.end) for one in parties if one.party.kind not in public]
        others = [(one.start, one.end) for one in parties if one.party.kind in public]
    else:
        others = []
    if not names and not _STATES.search(noun):
        names = [
            match.span()
            for match in _NAMED.finditer(text)
            if not _NO_BODY.search(match.group())
            and not _BEGINS.match(text, max(0, match.start() - 2))
            and not any(match.start() < end and start < match.end() for start, end in others)
        ]
    asked_stems = {word_stem(word) for word in re.findall(r"\w+", case.asked.text)}
    return any({token.stem for token in tokens(text[start:end])} - asked_stems for start, end in names)


def _gives_title(case: Case) -> bool:
    """Whether a unit can give the title asked for: it says more than the question, in a line or between quotes."""
    known = {key for term in case.terms for key in (term.stem, *term.also)}
    marked = [said for said in _TITLES.findall(case.unit.text) if said[:1].isupper()]
    for written in marked or ([] if _TITLES.search(case.unit.text) else [case.unit.text]):
        fresh = [token.stem for token in tokens(written) if token.stem not in known and token.stem.isalpha()]
        if len([stem for stem in fresh if len(stem) > 3 and stem not in word_list("months")]) >= _TITLE_WORDS:
            return True
    return False


def _sentence_or_line(case: Case) -> Found | None:
    """Return the unit as it reads best: with the sentence that it leans on, or under its heading."""
    unit, text = case.unit, case.reading.document.text
    titled = bool(re.search(r"\b(?:title|name|theme|motto|slogan|subtitle)$", case.asked.noun or ""))
    line = unit.kind is BlockKind.HEADING or not re.search(r"[.!?;:”’\"*)]\s*$", unit.text)
    if line or titled:
        if titled and not _gives_title(case):
            return None
        named = titled and (
            line or re.search(r"\b(?:entitled|titled|called|named|themed?)\b|[\"“‘]", unit.text)
        )
        # a title does not say of itself that it is one
        noun = frozenset(term.word for term in case.terms if term.noun) if named else frozenset()
        return Found([case.claim(trimmed(case))], 0.92 if named else 0.5, "title", noun)
    fit = (0.85 + 0.1 * case.cover.noun) * (_POSED if poses(unit.text) else 1.0)
    if unit.before_span is not None and _LEANS.match(unit.text):
        before = sentence(text[unit.before_span.start : unit.before_span.end])
        claims = [case.claim(before, unit.before_span), case.claim(trimmed(case))]
        return Found(claims, fit, "sentences")
    if unit.kind is BlockKind.ITEM and unit.heading_span is not None and _NO_SUBJECT.match(unit.text):
        subject = plain(text[unit.heading_span.start : unit.heading_span.end]).rstrip(" :.")
        return Found(
            [case.claim(f"{subject}: {trimmed(case)}", case.span, unit.heading_span)],
            fit,
            "item under heading",
        )
    return Found([case.claim(trimmed(case))], fit, "sentence")


def _with_items(case: Case) -> Found | None:
    items = items_below(case)
    if not items or len(items) > 12:
        return None
    claims = [
        case.claim(f"- {plain(item.text).rstrip(' ;,.')}", Span(start=item.start, end=item.end), case.span)
        for item in items
    ]
    return Found(claims, 0.7, "items")


_TITLES = re.compile(r"[\"“]([^\"”]{6,200})[\"”]")
_TITLE_WORDS = 2  # words of its own that a title has beyond those of the question
_POSED = 0.6  # a sentence that poses the question does not answer it
