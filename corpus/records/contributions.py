"""Contributions: who presented, reported, moderated, hosted, proposed or asked what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.names.people import find_people
from corpus.records.actors import Actors, actors_after, actors_before, enumerated, is_pronoun
from corpus.records.meeting_roles import ASIDE
from corpus.records.statements import Statement, clean, record_id, split, statements, without_marker
from corpus.records.sub_bodies import body_before
from corpus.records.types import Contribution

if TYPE_CHECKING:
    from corpus.records.context import Context

_BE = (
    r"\b(?:was|were|is|are|has\s+been|have\s+been|be|been|being)\s+(?:also\s+|then\s+|jointly\s+|kindly\s+)?"
)
_BY = re.compile(r"\s+(?:jointly\s+)?(?:by|with\s+the)\b")
_CLAUSE = re.compile(r"(?:;\s+(?:and\s+)?|:\s+|,\s+(?:while|whereas|but)\s+)")
_NEW_PREDICATE = re.compile(
    r"(?:,\s+(?:and|but|while)\s+(?:[A-Z(][^,;]{0,60}\s+|(?:also|then|so)\s+)?|\s+and\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,4})$"
)
_SEMICOLON = re.compile(r";\s+(?:and\s+)?")
_SUBJECT_LEAD = re.compile(r"^(?:\s|,|to\s+the\s+(?:meeting|Working\s+Group)\s+)*")
_TALKED = re.compile(r"^\s*(?P<preposition>about|on|to)\b")
_HEARD = re.compile(r"\bheard(?:\s+(?:presentations?|updates?|reports?|statements?|briefings?))?\s+from\s+")
_BETWEEN = re.compile(
    r"\b(?P<what>(?:an?\s+|the\s+)?(?:high-level\s+|moderated\s+|closing\s+)?(?:panel(?:\s+discussion)?|round\s?table|discussion|dialogue|debate)(?:\s+on\s+[^,.;]{2,80}?)?)(?=,|\s(?:between|among|with|featuring|comprising|composed|made\s+up|consisting|br))[^.;]{0,140}?\s(?:between|among|with|featuring|comprising|composed\s+of|made\s+up\s+of|consisting\s+of|brought\s+together|bringing\s+together)\s+"
    r"(?=(?:representatives?|speakers|panell?ists|experts|officials|the\s+[A-Z]|[A-Z]))"
)
_COLON = re.compile(
    r"\b(?:companies|organi[sz]ations|members|states|speakers|delegations|parties|observers|agencies|groups)\s+(?P<verb>spoke|presented|reported)\s*:\s*"
)
_RELATIVE = re.compile(r",\s+(?:which|who)\s+(?:(?:had|has|also|then)\s+)?$")
_LONGEST = 400  # characters of a subject


@dataclass(frozen=True, slots=True)
class _Draft:
    actors: tuple[str, ...]
    verb: str
    subject: str
    start: int  # in the sentence
    end: int
    place: int  # of the verb, to keep each verb once


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    lists = tomllib.loads(
        files("corpus.records").joinpath("contribution_verbs.toml").read_text(encoding="utf-8")
    )
    return {
        way: tuple((verb, _compiled(way, forms)) for verb, forms in verbs.items())
        for way, verbs in lists.items()
    }


def _compiled(way: str, forms: list[str]) -> re.Pattern[str]:
    # 'Organized Crime' is no verb: in sentences verbs are written small
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", 0 if way == "active" else re.IGNORECASE)


def read_contributions(document: Document, context: Context) -> list[Contribution]:
    """Return what parties and persons contributed, sentence by sentence, in the order of the document.

    'It offered …' takes the actors of the sentence before; that sentence is then evidence as well.
    """
    records: dict[str, Contribution] = {}
    for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM):
        before: tuple[Statement, tuple[str, ...]] | None = None
        for sentence in split(statement):
            drafts = list(_in_sentence(sentence, context, before[1] if before else ()))
            for draft in drafts:
                if not draft.subject:
                    continue
                spans = [Span(start=sentence.start + draft.start, end=sentence.start + draft.end)]
                if before and draft.actors == before[1] and is_pronoun(_first_word(sentence.text)):
                    spans.append(before[0].span())
                record = Contribution(
                    id=record_id(document, "contribution", sentence.start + draft.place, draft.verb),
                    document=document.id,
                    evidence=tuple(spans),
                    meeting=context.meeting_at(sentence.start),
                    actors=draft.actors,
                    verb=draft.verb,
                    subject=draft.subject,
                )
                records.setdefault(record.id, record)
            before = (sentence, drafts[-1].actors) if drafts else None
    return list(records.values())


def _first_word(text: str) -> str:
    return without_marker(text)[0].split(" ", 1)[0]


def _in_sentence(sentence: Statement, context: Context, earlier: tuple[str, ...]) -> Iterator[_Draft]:
    text = sentence.text.replace("\n", " ").replace("\t", " ")
    cut = without_marker(text)[1]
    labelled = list(_label(text, cut, context))
    if labelled:
        yield from labelled
        return
    found = [
        *_active(text, cut, context, earlier),
        *_passive(text, cut, context),
        *_nouns(text, cut, context),
    ]
    taken: set[int] = set()
    for draft in sorted(found, key=lambda draft: draft.place):
        if draft.place not in taken:
            taken.add(draft.place)
            yield draft


def _active(text: str, cut: int, context: Context, earlier: tuple[str, ...]) -> Iterator[_Draft]:
    hits = _hits("active", text, cut)
    hits = [hit for hit in hits if not re.search(_BE + r"$", text[: hit[1]]) and not _BY.match(text, hit[2])]
    last: Actors | None = None
    for place, (verb, start, end) in enumerate(hits):
        begin = max([cut, *(m.end() for m in _CLAUSE.finditer(text, cut, start))])
        previous_end = hits[place - 1][2] if place else begin
        between = text[max(begin, previous_end) : start]
        actors = actors_before(text[begin:start], context) if previous_end <= begin or not place else None
        shift = begin
        aside_before = place > 0 and _RELATIVE.search(text[: hits[place - 1][1]]) is not None
        if actors is None and aside_before and between.rstrip().endswith(","):
            actors = actors_before(text[begin:start], context)  # the relative clause is passed over
        if actors is None and place and previous_end > begin:
            joint = re.search(r",?\s+(?:and|but|while)\s+(?P<rest>[^,]*)$", between)
            if joint is not None:
                rest = re.sub(
                    r"\b(?:also|then|therefore|further|he|she|it|they)\b", "", joint["rest"]
                ).strip()
                if rest:
                    shift = max(begin, previous_end) + joint.start("rest")
                    actors = actors_before(text[shift:start], context)
                elif last is not None:
                    actors, shift = last, 0
        elif actors is None and earlier and is_pronoun(text[begin:start]):
            actors = Actors(earlier, 0, 0)
        if actors is None:
            continue
        if verb == "host" and re.match(
            r"\s+(?:its|their|an?)\s+(?:\w+\s+)?(?i:meeting|session|sitting|plenary)\b", text[end:]
        ):
            continue  # 'The Group convened its Sixth Meeting': it met
        last = Actors(actors.names, actors.start + shift, actors.end + shift) if shift or not last else actors
        until = _end(text, end, hits[place + 1 :])
        if _RELATIVE.search(text[:start]) and (aside := text.find(", ", end, until)) > 0:
            until = aside  # 'Fiji, which joined the Group in 2023, described …'
        subject = _subject(text[end:until], verb) or clean(text[start:end]).partition(" ")[2]
        yield _Draft(actors.names, verb, subject, min(last.start, start), until, start)
        yield from _gapped(text, start, end, until, verb, context)


def _hits(way: str, text: str, cut: int) -> list[tuple[str, int, int]]:
    """Return (verb, start, end) of the forms of one way, in order, the longest at each place."""
    found = [
        (verb, match.start(), match.end())
        for verb, pattern in _verbs()[way]
        for match in pattern.finditer(text, cut)
    ]
    found.sort(key=lambda hit: (hit[1], -hit[2]))
    kept: list[tuple[str, int, int]] = []
    for hit in found:
        if not kept or hit[1] >= kept[-1][2]:
            kept.append(hit)
    return kept


def _end(text: str, begin: int, following: list[tuple[str, int, int]]) -> int:
    """Return where the subject of a verb ends: at a new predicate, a semicolon or the end."""
    stop = re.compile(r";\s").search(text, begin)
    until = stop.start() if stop else len(text.rstrip())
    for _, start, _ in following:
        joint = _NEW_PREDICATE.search(text[begin:start])
        if joint and begin + joint.start() < until:
            until = begin + joint.start()
            break
    return until


def _subject(text: str, verb: str = "") -> str:
    text = _SUBJECT_LEAD.sub("", clean(text))
    text = re.sub(r"^(?:on|about|that)\s+(?=\S)", "", text)
    if verb in {"speak", "say"}:
        text = text.removeprefix("to ")
    if verb in {"present", "report", "update", "brief"}:
        text = text.removeprefix("of ")
    text = re.split(r"\s+and\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:was|were|will|has|had)\b", text)[0]
    return text[:_LONGEST].rstrip(" .;,:")


def _gapped(text: str, start: int, end: int, until: int, verb: str, context: Context) -> Iterator[_Draft]:
    """'Malawi spoke about its courts, and SJI about what witnesses need.'"""
    talked = _TALKED.match(text[end:until])
    if not talked:
        return
    for match in re.finditer(
        rf",\s+and\s+(?P<who>[^,;]{{2,60}}?)\s+{talked['preposition']}\s+", text[end:until]
    ):
        names = enumerated(match["who"], context)
        if names:
            left = end + match.start("who")
            yield _Draft(names, verb, _subject(text[end + match.end() : until], verb), left, until, left)


def _passive(text: str, cut: int, context: Context) -> Iterator[_Draft]:
    """'The session was opened by X', 'moderated by Y', 'co-hosted with Z'."""
    for verb, start, end in _hits("passive", text, cut):
        agent = re.match(
            r"\s+(?:(?!by\b)\w+\s+){0,4}?(?:by|with|under\s+the\s+lead\s+of)\s+", text[end : end + 70]
        )
        if not agent:
            continue
        clause = text[end + agent.end() :].partition(";")[0]
        clause = ASIDE.sub(lambda aside: " " * len(aside.group()), clause)
        actors = actors_after(clause, context)
        if actors is None:
            continue
        begin = max([cut, *(m.end() for m in _SEMICOLON.finditer(text, cut, start))])
        subject = re.sub(_BE + r"$", "", text[begin:start]).rstrip(" ,")
        subject = re.split(r"\s+(?:was|were|be)\s+\w+\s+by\s", subject)[0]
        subject = re.sub(r"\s+(?:and|which|who|that)(?:\s+(?:was|were))?$", "", subject.rstrip(" ,"))
        subject = re.sub(r"\s+(?:will|shall|should|is\s+to|would)$", "", subject)
        subject = re.sub(r",?\s+(?:which|that)\s+(?:is|was|are|were)$|,?\s+to(?:\s+be)?$", "", subject)
        if verb in {"lead", "host", "chair"}:
            subject = body_before(subject) or subject
        final = end + agent.end() + actors.end
        yield _Draft(actors.names, verb, clean(subject)[-_LONGEST:].strip(" ,"), begin, final, start)


def _nouns(text: str, cut: int, context: Context) -> Iterator[_Draft]:
    """'heard from X and Y on …', 'an update from X on …', 'a panel discussion between …'."""
    heard = _HEARD.search(text, cut)
    if heard and (actors := actors_after(text[heard.end() :], context)):
        final = heard.end() + actors.end
        subject = _subject(text[final:])
        yield _Draft(actors.names, "present", subject, heard.start(), len(text.rstrip()), heard.start())
    for verb, start, end in _hits("nouns", text, cut):
        link = re.match(r"\s+(?:on\s+[^.;,]{2,80}?\s+)?(?:by|from)\s+", text[end:])
        if not link or (heard and heard.start() <= start <= heard.end()):
            continue
        actors = actors_after(text[end + link.end() :], context)
        if actors is None:
            continue
        final = end + link.end() + actors.end
        rest = re.match(r"\s*(?::\s|,?\s*(?:on|about|of|to|that|regarding|concerning)\s)[^;.]*", text[final:])
        subject = _subject(rest.group().lstrip(" :,")) if rest else ""
        subject = re.split(r"\s+(?:found|was|were|met|received|is|are)\b", subject)[0]
        inner = _subject(link.group().rsplit(" by ", 1)[0].rsplit(" from ", 1)[0])
        until = final + (rest.end() if rest else 0)
        yield _Draft(actors.names, verb, subject or inner or clean(text[start:end]), start, until, start)
    between = _BETWEEN.search(text, cut)
    if between and (actors := actors_after(text[between.end() :], context)) and len(actors.names) > 1:
        final = between.end() + actors.end
        yield _Draft(actors.names, "discuss", clean(between["what"]), between.start(), final, between.start())
    colon = _COLON.search(text, cut)
    if colon:
        pattern = (
            r"(?P<who>[A-ZÀ-Þ][^,;]{1,60}),\s+on\s+(?P<what>[^,;]+?)(?=,\s+and\s+[A-Z]|[,;]\s+[A-Z]|\.?\s*$)"
        )
        for match in re.compile(pattern).finditer(text, colon.end()):
            verb = {"spoke": "speak", "presented": "present"}.get(colon["verb"], "report")
            yield _Draft(
                (clean(match["who"]),), verb, clean(match["what"]), match.start(), match.end(), match.start()
            )


def _label(text: str, cut: int, context: Context) -> Iterator[_Draft]:
    """'Presenters: X, Y and Z', 'Presentations by five: …', 'Moderator: X'."""
    head = re.match(r"(?P<label>[^:.;]{3,70}):\s+", text[cut:])
    if not head or _COLON.search(text, cut):
        return
    for verb, pattern in _verbs()["labels"]:
        if not pattern.search(head["label"]) or len(head["label"].split()) > 9:
            continue
        rest = text[cut + head.end() :]
        people = [person for person in find_people(rest) if person.honorific]
        if people and people[0].whole[0] <= 4:
            who = tuple(f"{person.honorific} {person.name}" for person in people)
            yield _Draft(who, verb, clean(head["label"]), cut, len(text.rstrip()), cut)
            return
        names = enumerated(re.split(r"\.\s", rest)[0].rstrip(" ."), context)
        actors = None if names else actors_after(rest, context)
        if not names and actors is not None and re.match(r"\s*(?:[.,;(]|$)", rest[actors.end :]):
            names = actors.names
        if names and not all(name.islower() for name in names):
            yield _Draft(names, verb, clean(head["label"]), cut, len(text.rstrip()), cut)
        return
