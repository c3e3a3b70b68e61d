"""Persons in a unit: their names, their posts, and in what capacity a party or person is there."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from assistant.answerers.reading.evidence import ACTS
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.rows import columns_named, rendered
from assistant.answerers.reading.spans import enumerations, plain, sentence
from assistant.answerers.reading.terms import rarity, word_list, word_stem
from assistant.answerers.reading.trimming import nearest, same_clause, trimmed
from assistant.question.shape import AnchorKind
from corpus.document import Span
from corpus.names.parties import find_parties, resolve
from corpus.names.people import find_people

_TITLED = re.compile(
    r"\b(?:Director|Minister|Secretary|Head|Chief|Deputy|Assistant|Ministry|Department|Working|Group"
    r"|Meeting|Process|Office|Plan|Forum|Division|Officer|Republic|Government|Annual|Policy|Network"
    r"|Conference|Task|Force|Co-Chairs?|Foreign|Affairs|Senior|Officials?|International|National"
    r"|Regional|Attorney|General|Agency|Border|Federal|Commission|Programme|Program|University"
    r"|Institute)\b"
)

# 'Kenya: Ms Wanjiru' says who represented Kenya without a word for it.
_THERE = frozenset(("@represent", "@attend"))
_DEEDS = ACTS - _THERE


def people(text: str) -> list[tuple[int, int]]:
    """Return where persons are named, honorifics included."""
    return [(one.start, one.end) for one in find_people(text)]


def person_in(case: Case) -> Found | None:
    """Find who: a named person, or, where the question allows it, a party."""
    unit, asked = case.unit, case.asked
    known = {word_stem(word) for word in re.findall(r"\w+", asked.text)}
    spots = [
        (one.start, one.end)
        for one in find_people(unit.text)
        for name in [one.name]
        if not {word_stem(word) for word in re.findall(r"\w+", name)} & known
    ]
    if unit.row is not None:
        return _person_row(case, spots)
    spots = [spot for spot in spots if not _in_another_role(unit.text[: spot[0]], asked.text)]
    if spots:
        closest = min(
            spots,
            key=lambda spot: min(
                (abs(spot[0] - unit.words[n].start) for n in case.cover.inside if n < len(unit.words)),
                default=0,
            ),
        )
        spans = (case.span, unit.before_span) if unit.pronoun and unit.before_span else (case.span,)
        return Found([case.claim(trimmed(case, closest), *spans)], _acting(case), "person")
    if asked.strict:
        return None
    parties = [
        one
        for one in find_parties(unit.text)
        if not one.demonym
        and not {word_stem(word) for word in re.findall(r"\w+", unit.text[one.start : one.end])} & known
    ]
    if parties:
        spots = [(one.start, one.end) for one in parties]
        fit = 0.8 * same_clause(case, nearest(case, spots)) * _acting(case) * _done(unit.text, asked.text)
        return Found([case.claim(trimmed(case, (spots[0][0], spots[-1][1])))], fit, "party")
    acting = re.search(r"\b(?:by|from|of) (?:the )?(?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)", unit.text)
    if acting and not {word_stem(word) for word in re.findall(r"\w+", acting["who"])} & known:
        return Found([case.claim(trimmed(case, acting.span("who")))], 0.7, "actor")
    lived = re.search(
        r"\b(?:by|of|with) (?P<who>(?:people|persons|victims|survivors|members|officials|officers"
        r"|experts|civil society)\b[^,.;]*)",
        unit.text,
    )
    if lived:
        return Found([case.claim(trimmed(case, lived.span("who")))], 0.7, "group")
    return None


_TO_COME = re.compile(r"\b(?:will|shall)\s+(?:be\s+|then\s+be\s+)?\w+ed\b(?:\s+out)?\s+by\b", re.IGNORECASE)


def _done(told: str, asked: str) -> float:
    """Say how surely what is told to come answers who did it: 'The review will be carried out by X' hardly does."""
    if not _TO_COME.search(told) or re.search(
        r"\b(?:will|shall|to|should|is|are|responsible|leads?)\b", asked, re.I
    ):
        return 1.0
    return 0.4


_DONE_BY = re.compile(
    r"\b(?P<deed>moderat|chair|open|clos|facilitat|host|conven)(?:ed|d)\s+by\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)


_OTHER_DEED = re.compile(
    r"\b(?:sp[eo]a?ke?|spoken|represent\w*|present(?:ed|s)?|report(?:ed|s)?|sa(?:id|ys?)|told|attend\w*|appear\w*|propos\w*"
    r"|thank\w*|ask(?:ed|s)?|wrote|paid|headed)\b",
    re.IGNORECASE,
)


def _in_another_role(before: str, asked: str) -> bool:
    """Whether a person is there as one who moderated, chaired or opened, and that is not what is asked."""
    role = _DONE_BY.search(before)
    return role is not None and role["deed"].lower() not in asked.lower() and bool(_OTHER_DEED.search(asked))


def _acting(case: Case) -> float:
    """Say how surely somebody whom the unit names did what is asked: less where the unit lacks the deed."""
    if any(_DEEDS & {term.stem, *term.also} for term in case.cover.missing):
        return 0.6
    told = [
        term
        for term in case.terms
        if not (term.scope or term.noun or term.located or term.party or {*term.also} & _THERE)
    ]
    if told and not any({term.stem, *term.also} & case.unit.stems.keys() for term in told):
        return 0.5
    return 1.0


def _person_row(case: Case, spots: list[tuple[int, int]]) -> Found | None:
    unit = case.unit
    keys = {key for term in case.terms for key in (term.stem, *term.also)} - {"@people"}
    columns = [
        number
        for number in columns_named(unit, keys)
        if unit.row and number < len(unit.row.cells) and unit.row.cells[number].text
    ]
    if (
        case.asked.strict
        and spots
        and not any(find_people(unit.row.cells[one].text) for one in columns if unit.row)
    ):
        columns = []
    if columns and not (case.asked.strict and not spots):
        return Found([case.claim(rendered(unit, columns))], 1.0, "column")
    if spots:
        return Found(
            [case.claim(rendered(unit, list(range(len(unit.row.cells) if unit.row else 0))))],
            0.95,
            "person in row",
        )
    return None


_OFFICE = re.compile(
    r"\b(?:Director|Minister|Secretary|Head|Chief|Officer|Commissioner|Ambassador|Chair|President|Adviser"
    r"|Counsellor|Manager|Coordinator|Specialist|Representative|Rapporteur|Expert|Envoy|Commander)"
)
_POST_END = re.compile(
    r",\s+(?=(?:and\s+)?(?:Mr|Ms|Mrs|Dr|Prof|H\.E)\b|(?:who|which|was|were|is|has|had|said|opened|spoke"
    r"|chaired|presided|welcomed|congratulated|moderated|noted|thanked|presented|gave|for|as)\b)"
    r"|\s+(?=(?:opened|chaired|presided|welcomed|congratulated|moderated|was|spoke|said)\b)"
    r"|;|\.\s|\.$|\)(?!\s*,)|\s\*?\(|\s+and\s+(?=(?:Mr|Ms|Mrs|Dr)\b)"
)


def post_in(case: Case) -> Found | None:
    """Find the post of the person asked about: what stands after the name, or in the row's other cells."""
    unit = case.unit
    name = _asked_name(case)
    if name is None:
        return None
    spot = _named(unit.text, name)
    if spot is None:
        return None
    written = unit.text[spot[0] : spot[1]]
    if unit.row is not None:
        return Found([case.claim(rendered(unit, list(range(len(unit.row.cells)))))], 1.0, "post in row")
    rest = unit.text[spot[1] :]
    after = re.match(r"\s*(?:\([^)]*\)\s*)?,\s+(?=\S)|\s*\(|\s+(?:of|is|was)\s+(?:the\s+)?", rest)
    if after is None:
        before = re.search(
            r"(?P<post>(?:[A-Z][\w-]+ (?:of |for |and |the )*){1,6})(?:,\s*)?(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$",
            unit.text[: spot[0]],
        )
        if before is None:
            return None
        return Found([case.claim(trimmed(case, spot))], 0.7, "post before name")
    end = _POST_END.search(rest, after.end())
    post = plain(rest[after.end() : end.start() if end else len(rest)]).strip(" ,;")
    if not post or not re.search(r"[A-Z]", post):
        return None
    fit = 1.0 if _OFFICE.search(post) else 0.65
    start = unit.start + spot[0]
    stop = unit.start + spot[1] + (end.start() if end else len(rest))
    return Found(
        [case.claim(f"{plain(written)}: {post}.", Span(start=start, end=stop))],
        fit,
        "post",
    )


def _asked_name(case: Case) -> str | None:
    names = [anchor.text for anchor in case.asked.anchors if anchor.kind is AnchorKind.NAME]
    names = [
        name
        for name in names
        if not _TITLED.search(name)
        and not ({word_stem(part) for part in re.findall(r"\w+", name)} & word_list("occasions"))
    ]
    if names:
        return max(names, key=lambda name: (min(2, len(name.split())), -case.asked.text.find(name)))
    rare = [term.word for term in case.terms if rarity(term.word.lower()) >= 0.9]
    return " ".join(rare[:3]) or None


def _named(text: str, name: str) -> tuple[int, int] | None:
    """Find a person's name in a text, allowing for slips in its letters."""
    wanted = [part.lower() for part in re.findall(r"[\w’'-]+", name)]
    words = list(re.finditer(r"[\w’'-]+", text))
    for first in range(len(words) - len(wanted) + 1):
        window = words[first : first + len(wanted)]
        if all(
            word.group()[:1].isupper()
            and (
                word.group().lower() == part
                or (len(part) > 3 and fuzz.ratio(word.group().lower(), part) >= 84)
            )
            for word, part in zip(window, wanted, strict=True)
        ):
            return window[0].start(), window[-1].end()
    return None


_CAPACITY = re.compile(
    r"\(?\bas (?:an? |the )?(?P<as>[\w-]+(?: [\w’-]+){0,5})|\b(?P<by>moderated|chaired|opened|hosted"
    r"|led|facilitated|convened|organised) by\b"
    r"|\((?P<in>[^()]{3,40})\)|\bby video link\b|\bonline\b|\bremotely\b|\bvirtually\b|\bin person\b"
    r"|\bin writing\b"
)


def capacity_in(case: Case) -> Found | None:
    """Find in what capacity or by what means the party or person asked about took part."""
    unit, asked = case.unit, case.asked
    words = [word for word in re.findall(r"[\w’-]+", asked.text) if word[:1].isupper()]
    inside = {word_stem(word) for word in words} & set(unit.stems)
    if not inside:
        return None
    how = re.match(r"how\b", asked.text, re.IGNORECASE)
    if unit.row is not None:
        said = unit.group or rendered(unit, list(range(len(unit.row.cells))))
        return Found(
            [case.claim(f"{rendered(unit, [])} ({said})" if unit.group else said)], 0.8, "capacity in row"
        )
    if how and not re.search(
        r"video link|online|remote|virtual|in person|in writing", unit.text, re.IGNORECASE
    ):
        return None
    head = _head_of_list(case)
    if head is not None:
        return head
    if (part := _part_played(case)) is not None:
        return part
    if any(_of_the_asked(match, unit.text, inside) for match in _CAPACITY.finditer(unit.text)):
        return Found([case.claim(trimmed(case))], 0.9, "capacity")
    if unit.lead_span is not None:
        return None
    return None


def _of_the_asked(match: re.Match[str], text: str, asked: set[str]) -> bool:
    """Whether a remark in brackets stands behind a name of the question, and is no list with that name in it."""
    if match["in"] is None:
        return True
    before = {word_stem(word) for word in re.findall(r"[\w’'-]+", text[: match.start()])[-3:]}
    within = {word_stem(word) for word in re.findall(r"[\w’'-]+", match["in"])}
    return bool(before & asked) and not within & asked


_PLAYED = re.compile(
    r"(?P<what>\b(?:a|an|the|this|its)(?: (?!which|that|who)[\w’'-]+){1,6}),?"
    r"(?: which)?(?: was| were| is)? (?P<deed>moderated|chaired|co-chaired|facilitated|hosted|organi[sz]ed) by (?P<who>[^,;.()]+)"
)
_PLAYERS = {
    "moderated": "moderator",
    "chaired": "chair",
    "co-chaired": "co-chair",
    "facilitated": "facilitator",
    "hosted": "host",
    "organised": "organiser",
    "organized": "organizer",
}


def _part_played(case: Case) -> Found | None:
    """'a panel discussion, moderated by the envoy of Malta' gives the envoy as 'moderator of a panel discussion'."""
    names = {term.stem for term in case.terms if not (term.scope or term.noun)}
    for match in _PLAYED.finditer(case.unit.text):
        who = {word_stem(word) for word in re.findall(r"[\w’'-]+", match["who"])}
        if len(who & names) >= 2 or (len(who) <= 2 and who <= names):
            said = f"{plain(match['who']).strip()}: {_PLAYERS[match['deed']]} of {plain(match['what'])}"
            return Found([case.claim(sentence(said))], 1.0, "part played")
    return None


def _head_of_list(case: Case) -> Found | None:
    """'nine members as observers (A, B and C)' or 'Observer States (4): A, B': the list's head says it."""
    unit = case.unit
    asked = case.asked.text
    for one in enumerations(unit.text):
        for item in one.items:
            party = resolve(item)
            bare = re.sub(r"\s*[(\[].*", "", item)
            if re.search(rf"\b{re.escape(bare)}\b", asked, re.IGNORECASE) or (
                party is not None and any(found.party == party for found in find_parties(asked))
            ):
                if remark := re.search(r"\((as (?:an? |the )?[^()]{3,60})\)", item):
                    return Found([case.claim(sentence(f"{bare} {remark[1]}"))], 1.0, "remark in list")
                head = re.split(
                    r"[)\];]|, (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|both)\b)", one.head
                )[-1]
                said = plain(head).strip(" ,:(")
                if re.search(
                    r"\b(?:members?|observers?|guests?|organi[sz]ations?|society|sector|compan"
                    r"|speakers?|States?|countries|candidates?|partners?)\b|video|online",
                    said,
                    re.IGNORECASE,
                ):
                    capacity = re.sub(
                        r"^(?:and|the|The [\w ]+ (?:was|were) attended by|attended by)\s+", "", said
                    )
                    return Found([case.claim(sentence(f"{bare}: {capacity}"))], 1.0, "head of list")
    return None
