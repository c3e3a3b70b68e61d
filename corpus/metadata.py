"""What a document says of itself: title, kind, body, number of the meeting, dates and place.

Everything is read from the title block and the first lines of the text, by the words of the genre. What an
author states in front matter wins; what a format carries along (an HTML title, DOCX properties) fills in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.about.body import body_of
from corpus.about.kind import kind_of
from corpus.about.letter import without_letterhead
from corpus.about.title import Shown, first_words, joined, title_block
from corpus.about.when_where import dates_of, place_of
from corpus.document import BlockKind, DateRange, Frozen, Kind, Metadata
from corpus.names.gatherings import MEETING
from corpus.names.ordinals import meeting_number

__all__ = ["MetadataHints", "Shown", "describe"]

FIRST_LINES = 12  # blocks after the title block that may still say when and where
TITLE_LINE = 140  # characters of a line under the title that may name the meeting
_EVENT = re.compile(
    r"\b(?:workshop|seminar|symposium|webinar|training|study visit|round ?table|consultation|forum)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(rf"\b{MEETING}\b", re.IGNORECASE)
OPENING = 400  # characters of a paragraph in which it names the meeting that it is about
_HELD_ITS = re.compile(rf"\b(?:its|the|a|this)\s+(?=\S+ (?:\w+ ){{0,2}}{MEETING}\b)", re.IGNORECASE)
_PAIR = re.compile(r"\|?\s*(?P<label>[^|\n]{2,40}?)\s*\|\s*(?P<value>[^|\n]+?)\s*\|?\s*")
_NOT_THIS = re.compile(
    r"\b(?:since|after|before|until|following|follow-up to|minutes of|report of|outcomes? of|decided at"
    r"|agreed at"
    r"|adopted at|mandate of|next|previous|last)\s*$",
    re.IGNORECASE,
)


class MetadataHints(Frozen):
    """What a reader knows beside the text.

    `certain` marks the author's own statement (front matter), which wins over what the text shows; other
    hints only fill gaps. `left_open` names the fields that the author wrote down and left empty: what is not
    known is then not read out of the text either.
    """

    title: str | None = None
    kind: Kind | None = None
    body: str | None = None
    number: int | None = None
    dates: DateRange | None = None
    place: str | None = None
    urls: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    certain: bool = False
    left_open: frozenset[str] = frozenset()


def describe(blocks: Sequence[Shown], hints: MetadataHints) -> Metadata:
    """Return the metadata of a document from its blocks in order and its reader's hints."""
    content = [block for block in blocks if block.kind is not BlockKind.FRONT_MATTER and block.text.strip()]
    subject, content = without_letterhead(content)
    heads, rest = title_block(content)
    if subject:
        heads, rest = [subject], content
    title = joined(heads)
    if hints.title and (hints.certain or not title):
        title = hints.title
    if not title:
        title = first_words(content[0].text) if content else "Untitled"
    first = [_shown(block) for block in rest[:FIRST_LINES]]
    kind = hints.kind or kind_of(heads, title, first)
    metadata = Metadata(
        title=title,
        kind=kind,
        body=body_of([*heads, *first]),
        number=_number(kind, title, heads, first),
        dates=dates_of(kind, heads, first),
        place=place_of(heads, first) if kind is not Kind.WORK_PLAN else None,
        urls=hints.urls,
        gaps=hints.gaps,
    )
    stated = {
        name: value
        for name in ("body", "number", "dates", "place")
        if (value := getattr(hints, name)) is not None and (hints.certain or getattr(metadata, name) is None)
    }
    return metadata.model_copy(update={**stated, **dict.fromkeys(hints.left_open)})


def _shown(block: Shown) -> str:
    """The text of a block; a row of two cells as a line with a label: 'Venue: Hotel X, Suva'."""
    row = _PAIR.fullmatch(block.text) if block.kind is BlockKind.ROW else None
    return f"{row['label'].rstrip(': ')}: {row['value']}" if row else block.text


def _number(kind: Kind, title: str, heads: Sequence[str], first: Sequence[str]) -> int | None:
    """Return the number of the meeting that a document is about; a plan or a page is about none."""
    if kind is Kind.WORK_PLAN:
        return None
    for text in (*heads, title):
        if (number := meeting_number(text)) is not None:
            return number
    if kind is Kind.PAGE or (_EVENT.search(title) and not _MEETING.search(title)):
        return None
    for text in first[:4]:
        if len(text) < TITLE_LINE and not text.rstrip().endswith((".", ";")):
            for line in text.split("\n"):
                if (number := meeting_number(line)) is not None and not _NOT_THIS.search(line):
                    return number
    for text in first[:5]:
        for held in _HELD_ITS.finditer(text[:OPENING]):
            number = meeting_number(text[held.end() : held.end() + 60])
            if number is not None and not _NOT_THIS.search(text[: held.start()]):
                return number
    return None
