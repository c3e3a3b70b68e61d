"""Who leads, hosts and makes up the bodies below a group (task teams, panels, cells), and which replaces which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.records.actors import actors_after, actors_before, enumerated
from corpus.records.columns import columns, vocabulary
from corpus.records.statements import (
    Statement,
    clean,
    record_id,
    split,
    statements,
    unmarked,
    without_marker,
)
from corpus.records.sub_body_words import (
    CAPITAL,
    LEADER,
    LEADERS,
    LEADING,
    LEADS,
    MADE_OF,
    SORT,
    named_body,
    told_body,
    verb_of,
)
from corpus.records.types import Contribution

if TYPE_CHECKING:
    from corpus.records.context import Context

_AT_THE_END = re.compile(rf"\b{named_body('body')},?$")
_AS = re.compile(
    rf",\s+(?:acting\s+)?as\s+(?:the\s+)?(?P<role>{LEADER})\s+of\s+(?:the\s+)?{named_body('body')}", re.I
)
_AS_LEADER = re.compile(
    rf"\s+as\s+(?:the\s+)?(?P<role>{LEADER})\s+of\s+(?:an?\s+|the\s+)?(?:new\s+)?{told_body('body')}(?=[,.;]|$)"
)
_MADE_OF = re.compile(rf"\b{told_body('body')},?\s+(?:(?:which|that)\s+)?{MADE_OF}\s+(?P<names>[^.;]+)")
# 'a Working Party on Bells, with A as convenor and B and C as members'
_WITH = re.compile(
    rf"\b{told_body('body')},?\s+with\s+(?:(?P<lead>[^.;]{{2,60}}?)\s+as\s+(?:its\s+)?(?P<role>{LEADER})\s*,?\s+(?:and|with)\s+)?"
    r"(?P<names>[^.;]{3,200}?)\s+as\s+(?:its\s+|the\s+)?(?:other\s+)?members\b"
)
# 'a Panel on Reefs, with A, B and C, convened by A'
_WITH_LED = re.compile(
    rf"\b{told_body('body')},?\s+with\s+(?P<names>[^.;]{{3,200}}?),\s+(?P<role>{LEADS})\s+by\s+(?P<lead>[^.;,]{{2,60}})"
)
_MEMBERS_OF = re.compile(
    rf"\b[Mm]embers(?:hip)?\s+of\s+(?:the\s+|its\s+)?{told_body('body')}\s*(?::|\s(?:are|were|is|will\s+be|comprises?))\s*(?P<names>[^.;]+)"
)
_BELONG = re.compile(
    rf"\s+(?:are\s+(?:the\s+)?(?:other\s+)?members\s+of|were\s+(?:the\s+)?members\s+of|(?:will\s+)?(?:form|make\s+up|sit\s+on|sit\s+in|serve\s+on|constitute)|formed|made\s+up|sat\s+on|served\s+on)"
    rf"\s+(?:the|a|an|its)\s+(?:new\s+)?{told_body('body')}(?=[,.;:]|\s+(?:that|which|to|and|until|for)\b|$)"
)
_LISTED = re.compile(
    rf"\b{told_body('body')}(?:,?\s+(?:is|was|will\s+be|has\s+been)?\s*(?:hereby\s+)?(?:formed|set\s+up|created|established|appointed|named))?\s*(?::|[–—])\s+(?P<names>[A-ZÀ-Þt][^.;:]+)"
)
_BRACKETED = re.compile(rf"\b{told_body('body')}\s+\((?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_OF = re.compile(rf"\b(?P<body>(?:{CAPITAL}\s+){{0,3}}{SORT})\s+of\s+(?P<names>[A-ZÀ-Þt][^.;:]+)")
_SET_UP = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]his|new)\s+(?:new\s+|small\s+)?{told_body('body')}(?:\s+(?:is|was|will\s+be|has\s+been)\s+(?:hereby\s+)?(?:set\s+up|established|created|formed|launched|made))"
    rf"|\b(?:set\s+up|sets\s+up|established|establishes|created|creates|formed|launched|launches|make|agreed\s+(?:on|to)|appointed)\s+(?:an?|the)\s+(?:new\s+|small\s+)?{told_body('made')}(?=[,.;:]|\s+(?:to|that|which|with)\b|$)"
)
_MEMBERS = re.compile(
    r"^\W*(?:(?:Its|The)\s+)?(?:other\s+)?[Mm]embers(?:\s+are|\s+were|\s+will\s+be)?\s*:?\s+(?P<names>[^.;]+)"
)
_ITS_MEMBERS = re.compile(r"\s+(?:are|were|will\s+be)\s+(?:its|the)\s+(?:other\s+)?members\W*$")
_LED_BY = re.compile(
    rf"^(?:and\s+)?(?:[Ii]t|[Tt]he\s+\w+|(?:which|that))\s+(?:is|was|will\s+be|shall\s+be)\s+(?P<verb>{LEADS})\s+by\s+(?P<who>[^.;]+)"
)
_LEADS = re.compile(
    rf"^(?P<who>[^,.;:]{{2,80}}?)\s+(?:will\s+|shall\s+|is\s+to\s+|agreed\s+to\s+)?(?P<verb>{LEADS})\b(?:\s+(?:it|the\s+\w+))?"
    r"(?P<until>(?:\s+(?:for|until|during|in)\s+[^.;]+)?)\s*[.;]?$"
)
_LEADS_IN_PASSING = re.compile(
    rf"^(?P<who>[^,.;:]{{2,60}}?)\s+(?:will|shall)\s+(?P<verb>{LEADS})\s+(?:it|the\s+\w+),\s+"
)
_REPLACES = re.compile(
    rf"\b{named_body('body')},?\s+(?:which\s+)?(?:replaces|replaced|will\s+replace|succeeds|succeeded|takes\s+the\s+place\s+of|took\s+over\s+from|takes\s+over\s+from)\s+(?:the\s+)?{named_body('old')}"
)
_DISSOLVED = re.compile(
    rf"\b(?:dissolved|wound\s+up|closed|ended|merged)\s+the\s+(?:{named_body('old')}|(?P<short>[A-Z]{{3,}}(?:-[A-Z]+)?))\b[^.;]*?\b(?:to|into|by|with)\s+(?:an?|the)\s+(?:new\s+)?{named_body('body')}"
)
_MARK = re.compile(rf"\s*\((?:as\s+|its\s+|the\s+)?(?P<role>{LEADER})\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """Something told of a body in `text[start:end]` of a sentence."""

    actors: tuple[str, ...]
    verb: str
    body: str
    start: int
    end: int


def body_before(text: str) -> str | None:
    """Return the body that stands at the end of a text ('… of the Task Team on Wind (TTW)'), or None."""
    found = _AT_THE_END.search(text.rstrip())
    return _name(found["body"]) if found else None


def read_sub_bodies(document: Document, context: Context) -> list[Contribution]:
    """Return who leads (`lead`, `host`, `chair`) or makes up (`compose`) a body, and which replaces another (`replace`).

    The subject is the body; of `replace` it is the body that is replaced. Who leads a body is among those that
    make it up, and the first of them.
    """
    found: dict[str, Contribution] = {}
    for statement in _places(document):
        body: tuple[str, Statement] | None = None
        told: list[tuple[_Told, Statement]] = []
        for sentence in split(statement):
            told += [(one, sentence) for one in _in_sentence(sentence, context)]
            if body is not None:
                told += [(one, sentence) for one in _of_the_body(sentence, body[0], context)]
            if (made := _SET_UP.search(sentence.text)) is not None:
                body = _name(made["body"] or made["made"]), sentence
        for one, sentence in _with_leaders(told):
            spans = [Span(start=sentence.start + one.start, end=sentence.start + one.end)]
            if body is not None and one.body == body[0] and body[1].start != sentence.start:
                spans.append(body[1].span())
            record = Contribution(
                id=record_id(document, "contribution", one.verb, one.body, sentence.start + one.start),
                document=document.id,
                evidence=tuple(spans),
                meeting=context.meeting_at(sentence.start),
                actors=one.actors,
                verb=one.verb,
                subject=one.body,
            )
            found.setdefault(record.id, record)
    return list(found.values())


def read_sub_body_tables(document: Document, context: Context) -> list[Contribution]:
    """Return who leads and who makes up each body of a table with a column of bodies and one of their members."""
    records = []
    for table in document.tables:
        roles = columns(table.header, vocabulary("sub_body_columns.toml"))
        if "body" not in roles or "members" not in roles:
            continue
        for row in table.rows:
            if row.spanning or len(row.cells) <= max(roles.values()):
                continue
            told = {role: clean(unmarked(row.cells[index].text)) for role, index in roles.items()}
            names, marked = _members(told["members"], context)
            leaders = _names(told.get("leader", ""), context) if told.get("leader") else ()
            if not names or not _parties((*leaders, *names), context):
                continue
            whole = tuple(dict.fromkeys((*leaders, *names)))
            drafts = [((name,), verb) for name, verb in marked] + [(leaders, "lead")] * bool(leaders)
            for actors, verb in [*drafts, (whole, "compose")]:
                records.append(
                    Contribution(
                        id=record_id(document, "contribution", verb, told["body"], row.start, actors),
                        document=document.id,
                        evidence=(Span(start=row.start, end=row.end),),
                        meeting=context.meeting_at(row.start),
                        actors=actors,
                        verb=verb,
                        subject=told["body"],
                    )
                )
    return records


def _places(document: Document) -> Iterator[Statement]:
    """The paragraphs and items of a document, and the cells of its tables."""
    for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW):
        if statement.kind is not BlockKind.ROW:
            yield statement
            continue
        for cell in re.finditer(r"[^|]{30,}", statement.text):
            left = statement.start + cell.start()
            yield Statement(left, left + len(cell.group()), cell.group(), statement.block, BlockKind.ROW)


def _with_leaders(told: list[tuple[_Told, Statement]]) -> Iterator[tuple[_Told, Statement]]:
    """Put the leaders of a body among its members, where a statement tells of both."""
    for one, sentence in told:
        if one.verb == "compose":
            leaders = [
                name
                for other, _ in told
                if other.verb in ("lead", "chair") and other.body == one.body
                for name in other.actors
                if name not in one.actors
            ]
            one = _Told((*dict.fromkeys(leaders), *one.actors), one.verb, one.body, one.start, one.end)
        yield one, sentence


def _in_sentence(sentence: Statement, context: Context) -> Iterator[_Told]:
    text = sentence.text.replace("\n", " ")
    for match in _AS.finditer(text):
        cut = without_marker(text)[1]
        actors = actors_before(text[cut : match.start()], context)
        if actors is not None:
            yield _Told(actors.names, verb_of(LEADERS, match["role"]), _name(match["body"]), cut + actors.start, match.end())  # fmt: skip
    for hit in context.parties.find(text):
        as_leader = None if hit.demonym else _AS_LEADER.match(text, hit.end)
        if as_leader is not None:
            verb = verb_of(LEADERS, as_leader["role"])
            yield _Told(
                (text[hit.start : hit.end],), verb, _name(as_leader["body"]), hit.start, as_leader.end()
            )
    yield from _composed(text, context)
    for pattern in (_REPLACES, _DISSOLVED):
        for match in pattern.finditer(text):
            old = match["old"] or match.groupdict().get("short") or ""
            yield _Told((_name(match["body"]),), "replace", _name(old), match.start(), match.end())


def _composed(text: str, context: Context) -> Iterator[_Told]:
    """Who makes up a body that the sentence names."""
    seen: set[int] = set()
    for pattern, sure in (
        (_WITH, True),
        (_WITH_LED, True),
        (_MADE_OF, True),
        (_MEMBERS_OF, True),
        (_OF, False),
        (_BRACKETED, False),
        (_LISTED, False),
    ):
        for match in pattern.finditer(text):
            names, leaders = _members(match["names"], context)
            if not names or match.start("body") in seen or (not sure and not _parties(names, context)):
                continue
            seen.add(match.start("body"))
            body = _name(match["body"])
            groups = match.groupdict()
            if groups.get("lead"):
                words = LEADING if pattern is _WITH_LED else LEADERS
                verb = verb_of(words, match["role"])
                leaders += [(name, verb) for name in _names(match["lead"], context)]
            for name, verb in leaders:
                yield _Told((name,), verb, body, match.start(), match.end())
            yield _Told(names, "compose", body, match.start(), match.end())
    for match in _BELONG.finditer(text):
        actors = actors_before(text[: match.start()].rpartition(";")[2], context)
        if actors is not None and len(actors.names) > 1:
            start = text[: match.start()].rfind(";") + 1 + actors.start
            yield _Told(actors.names, "compose", _name(match["body"]), start, match.end())


def _of_the_body(sentence: Statement, body: str, context: Context) -> Iterator[_Told]:
    """What the sentences behind its creation say of a body: 'Members: A and B.', 'A leads for the first year.'"""
    whole = sentence.text.replace("\n", " ")
    for clause in re.finditer(r"[^;]+", whole):
        text = clause.group().strip()
        at = clause.start() + len(clause.group()) - len(clause.group().lstrip())
        end = at + len(text)
        if (members := _MEMBERS.match(text)) is not None:
            names, leaders = _members(members["names"], context)
            for name, verb in leaders:
                yield _Told((name,), verb, body, at, end)
            if names:
                yield _Told(names, "compose", body, at, end)
        elif (others := _ITS_MEMBERS.search(text)) is not None:
            names = _names(text[: others.start()], context)
            if names:
                yield _Told(names, "compose", body, at, end)
        if (led := _LED_BY.match(text)) is not None:
            names = _names(led["who"], context)
            if names:
                yield _Told(names, verb_of(LEADING, led["verb"]), body, at, end)
        leads = _LEADS.match(text) or _LEADS_IN_PASSING.match(text)
        if leads is not None:
            names = enumerated(leads["who"], context)
            if names and all(context.parties.resolve(name, fuzzy=False) for name in names):
                yield _Told(names, verb_of(LEADING, leads["verb"]), body, at, end)


def _members(text: str, context: Context) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Return the names of a list of members, and who of them leads by a mark: 'A (chair), B and C'."""
    leaders: list[tuple[str, str]] = []
    names = _names(_MARK.sub("", text), context)
    for match in _MARK.finditer(text):
        before = text[: match.start()]
        leader = next((name for name in names if before.endswith(name)), None)
        if leader is not None:
            leaders.append((leader, verb_of(LEADERS, match["role"])))
    return names, leaders


def _names(text: str, context: Context) -> tuple[str, ...]:
    """Return the names that a text is made of, or else those that it begins with."""
    names = enumerated(text, context)
    if names and names[0][:1].isupper():
        return names
    after = actors_after(text, context)
    return after.names if after is not None and len(after.names) > 1 else ()


def _parties(names: tuple[str, ...], context: Context) -> bool:
    """Whether names are those of several parties, most of them known."""
    known = sum(1 for name in names if context.parties.resolve(name, fuzzy=False) is not None)
    return len(names) > 1 and known * 2 > len(names)


def _name(written: str) -> str:
    return re.sub(r"^(?:The|A|An|This)\s+", "", clean(written))
