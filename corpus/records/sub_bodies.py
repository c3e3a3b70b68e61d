"""Who leads, hosts and makes up the bodies below a group (task teams, panels, cells), and which replaces which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.records.actors import actors_after, actors_before, enumerated
from corpus.records.statements import Statement, clean, record_id, split, statements, without_marker
from corpus.records.types import Contribution

if TYPE_CHECKING:
    from corpus.records.context import Context

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_SORT = r"(?:Task\s+?(?:Team|Force|Group)|Taskforce|Sub-?[Gg]roup|Working\s+(?:Group|Party)|(?:Expert|Contact|Drafting|Core|Focal)\s+Group|Panel|Cell|Committee|Network|Centre|Desk|Hub)"
BODY = (
    rf"(?:{_WORD}\s+){{0,4}}?{_SORT}(?:\s+(?:on|for|of)\s+(?:the\s+)?{_WORD}(?:\s+(?:(?:of|and|the|on|for|in|to)\s+)*{_WORD})*)?"
    r"(?:\s+\((?P<{name}>[A-Z][\w-]+)\))?"
)


def _body(name: str) -> str:
    return f"(?P<{name}>{BODY.replace('{name}', name + '_acronym')})"


_AT_THE_END = re.compile(rf"\b{_body('body')},?$")
_AS = re.compile(
    rf",\s+(?:acting\s+)?as\s+(?:the\s+)?(?P<role>lead|leader|host|coordinator|chair|convener)\s+of\s+(?:the\s+)?{_body('body')}"
)
_MADE_OF = re.compile(
    rf"\b{_body('body')},?\s+(?:(?:which|that)\s+)?(?:(?:is|was|will\s+be|are)\s+(?:made\s+up|composed|formed)\s+of|consists\s+of|consisted\s+of"
    r"|comprises|comprised|has\s+as\s+(?:its\s+)?members|is\s+made\s+up\s+by|brings\s+together)\s+(?P<names>[^.;]+)"
)
_SET_UP = re.compile(
    rf"\b(?:[Aa]|[Tt]he|[Tt]his|new)\s+(?:new\s+)?{_body('body')}(?:\s+(?:is|was|will\s+be|has\s+been)\s+(?:hereby\s+)?(?:set\s+up|established|created|formed|launched|made))"
    rf"|\b(?:set\s+up|sets\s+up|established|establishes|created|creates|formed|launched|launches|make)\s+(?:an?|the)\s+(?:new\s+)?{_body('made')}"
)
_MEMBERS = re.compile(
    r"^\W*(?:(?:Its|The)\s+)?[Mm]embers(?:\s+are|\s+were|\s+will\s+be)?\s*:?\s+(?P<names>[^.;]+)"
)
_LEADS = re.compile(
    r"^(?P<who>[^,.;:]{2,80}?)\s+(?:will\s+|shall\s+)?(?P<verb>leads?|chairs?|coordinates?|convenes?|hosts?)\b(?:\s+(?:it|the\s+\w+))?"
    r"(?P<until>(?:\s+(?:for|until|during|in)\s+[^.;]+)?)\s*[.;]?$"
)
_REPLACES = re.compile(
    rf"\b{_body('body')},?\s+(?:which\s+)?(?:replaces|replaced|will\s+replace|succeeds|succeeded|takes\s+the\s+place\s+of|took\s+over\s+from|takes\s+over\s+from)\s+(?:the\s+)?{_body('old')}"
)
_DISSOLVED = re.compile(
    rf"\b(?:dissolved|wound\s+up|closed|ended|merged)\s+the\s+(?P<old>{BODY.replace('{name}', 'old_acronym')}|[A-Z]{{3,}}(?:-[A-Z]+)?)\b[^.;]*?\b(?:to|into|by|with)\s+(?:an?|the)\s+(?:new\s+)?{_body('body')}"
)
_VERBS = {
    "leader": "lead", "coordinator": "lead", "leads": "lead", "coordinates": "lead", "coordinate": "lead", "hosts": "host",
    "chairs": "chair", "convener": "lead", "convene": "lead", "convenes": "lead",
}  # fmt: skip


def _name(written: str) -> str:
    return re.sub(r"^(?:The|A|An|This)\s+", "", clean(written))


def body_before(text: str) -> str | None:
    """Return the body that stands at the end of a text ('… of the Task Team on Wind (TTW)'), or None."""
    found = _AT_THE_END.search(text.rstrip())
    return _name(found["body"]) if found else None


def read_sub_bodies(document: Document, context: Context) -> list[Contribution]:
    """Return who leads (`lead`, `host`, `chair`) or makes up (`compose`) a body, and which replaces another (`replace`).

    The subject is the body; of `replace` it is the body that is replaced.
    """
    found: dict[str, Contribution] = {}
    for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM):
        body: tuple[str, Statement] | None = None
        for sentence in split(statement):
            drafts = list(_in_sentence(sentence, context))
            if body is not None:
                drafts += _of_the_body(sentence, body[0], context)
            for actors, verb, subject, start, end in drafts:
                spans = [Span(start=sentence.start + start, end=sentence.start + end)]
                if body is not None and subject == body[0]:
                    spans.append(body[1].span())
                record = Contribution(
                    id=record_id(document, "contribution", verb, subject, sentence.start + start),
                    document=document.id,
                    evidence=tuple(spans),
                    meeting=context.meeting_at(sentence.start),
                    actors=actors,
                    verb=verb,
                    subject=subject,
                )
                found.setdefault(record.id, record)
            if (made := _SET_UP.search(sentence.text)) is not None:
                body = _name(made["body"] or made["made"]), sentence
    return list(found.values())


_Draft = tuple[tuple[str, ...], str, str, int, int]


def _in_sentence(sentence: Statement, context: Context) -> Iterator[_Draft]:
    text = sentence.text.replace("\n", " ")
    for match in _AS.finditer(text):
        cut = without_marker(text)[1]
        actors = actors_before(text[cut : match.start()], context)
        if actors is not None:
            verb = _VERBS.get(match["role"], match["role"])
            yield actors.names, verb, _name(match["body"]), cut + actors.start, match.end()
    for match in _MADE_OF.finditer(text):
        names = enumerated(match["names"], context)
        if names:
            yield names, "compose", _name(match["body"]), match.start(), match.end()
    for pattern in (_REPLACES, _DISSOLVED):
        for match in pattern.finditer(text):
            yield (_name(match["body"]),), "replace", _name(match["old"]), match.start(), match.end()


def _of_the_body(sentence: Statement, body: str, context: Context) -> Iterator[_Draft]:
    """What the sentences behind its creation say of a body: 'Members: A and B.', 'A leads for the first year.'"""
    text = sentence.text.replace("\n", " ")
    if (members := _MEMBERS.match(text)) is not None:
        names = enumerated(members["names"], context)
        if not names and (after := actors_after(members["names"], context)) is not None:
            names = after.names
        if names:
            yield names, "compose", body, 0, len(text.rstrip())
    leads = _LEADS.match(text.strip())
    if leads is not None:
        names = enumerated(leads["who"], context)
        if names and all(context.parties.resolve(name, fuzzy=False) for name in names):
            yield names, _VERBS.get(leads["verb"], leads["verb"]), body, 0, len(text.rstrip())
