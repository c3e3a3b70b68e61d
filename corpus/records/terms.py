"""Terms: acronyms and short names with their expansions, as the document itself defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.records.acronyms import (
    ACRONYM,
    Expansion,
    expansion_after,
    expansion_before,
    is_acronym,
    short_name_before,
)
from corpus.records.columns import columns
from corpus.records.statements import Statement, clean, headings, record_id, statements
from corpus.records.types import Term

if TYPE_CHECKING:
    from corpus.records.context import Context

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_INTRODUCED = re.compile(
    r"^(?:hereinafter|hereafter|henceforth|(?:in\s+)?short|abbreviated|known|or|called|referred)\b"
    r"(?:[\s,:]+(?:referred|known|abbreviated|to|as|in|short|called|simply|also))*[\s,:]+",
    re.IGNORECASE,
)
_QUOTES = "\"'‘’“”«»`"
_LISTED = re.compile(
    rf"(?:^|(?<=[.;:\n|,])\s*)[-–—•*\s]*({ACRONYM})\s*(?:[:=–—]|\s-\s|\t|\s{{2,}}|\s\|\s)\s*"
)
_SPELT = re.compile(r"(?:^|[;\n])[-–—•*\s]*([A-Z][^:;\n]{3,90}?)\s*(?:[:=–—]|\s-\s)\s*(?=[A-Z])")
_ABBREVIATIONS = re.compile(
    r"\b(?:abbreviations?|acronyms?|glossary|short\s+forms?|initialisms?|terms\s+used)\b", re.I
)
# 'Commending the Standing Committee (hereinafter "the Committee")'
_LEADING = re.compile(r"^[A-Z][a-z]+ing\s+(?:also\s+)?the\s+(?=[A-Z])")
_COLUMNS = {
    "acronym": ("acronym", "abbreviation", "abbr", "short form", "short name", "initialism", "short", "term"),
    "expansion": (
        "expansion",
        "long form",
        "full form",
        "full name",
        "full title",
        "name in full",
        "meaning",
        "definition",
        "stands for",
        "in full",
        "name",
    ),
}


@dataclass(frozen=True, slots=True)
class _Pair:
    acronym: str
    expansion: str
    start: int  # in the statement's text
    end: int


def read_terms(document: Document, context: Context) -> list[Term]:
    """Return the terms that a document defines, each pair of acronym and expansion once, in order."""
    found: dict[tuple[str, str], Term] = {}
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        listed = bool(_ABBREVIATIONS.search(" ".join(headings(document, statement)[-1:])))
        for pair in _pairs(statement, listed=listed):
            _add(document, found, pair.acronym, pair.expansion, statement.span(pair.start, pair.end))
    for acronym, expansion, span in _table_pairs(document):
        _add(document, found, acronym, expansion, span)
    return sorted(found.values(), key=lambda term: term.evidence[0].start)


def _add(
    document: Document, found: dict[tuple[str, str], Term], acronym: str, expansion: str, span: Span
) -> None:
    acronym, expansion = clean(acronym).strip(_QUOTES), clean(expansion).strip(_QUOTES + " ,;:")
    key = (acronym.casefold(), expansion.casefold())
    if key[0] == key[1] or not acronym or not expansion or key in found:
        return
    found[key] = Term(
        id=record_id(document, "term", *key),
        document=document.id,
        evidence=(span,),
        acronym=acronym,
        expansion=_LEADING.sub("", expansion),
    )


def _pairs(statement: Statement, *, listed: bool) -> Iterator[_Pair]:
    text = statement.text
    for match in _BRACKET.finditer(text):
        pair = _bracketed(text, match)
        if pair is not None:
            yield pair
    for match in _LISTED.finditer(text):
        found = expansion_after(match[1], text[match.end() :], listed=listed)
        if found is not None:
            yield _Pair(match[1], found.text, match.start(1), match.end() + found.end)
    if listed:
        yield from _spelt_first(text)


def _bracketed(text: str, match: re.Match[str]) -> _Pair | None:
    """'Long Form (LF)', 'LF (Long Form)', 'Long Form (the “Short Name”)'."""
    inner = match[1].strip()
    before = text[: match.start()].rstrip()
    named = _INTRODUCED.sub("", inner)
    quoted = named.strip(_QUOTES).removeprefix("the ").strip()
    short = quoted.strip(_QUOTES)
    head = re.split(r"[,;/]|\s+or\s+", short)[0].strip(_QUOTES + " ")
    if is_acronym(head):
        found = expansion_before(head, before, loose=head == short)
        if found is not None:
            return _Pair(head, found.text, found.start, match.end())
    introduced = named != inner or quoted != named or quoted != short
    if short[:1].isupper() and not is_acronym(short) and len(short.split()) <= 6:
        name = short_name_before(short, before, introduced=introduced)
        if name is not None:
            return _Pair(short, name.text, name.start, match.end())
    owner = re.search(rf"({ACRONYM})$", before)
    if owner is not None:
        follows = expansion_after(owner[1], inner, listed=False)
        if follows is not None:
            return _Pair(owner[1], follows.text, owner.start(1), match.end())
    return None


def _spelt_first(text: str) -> Iterator[_Pair]:
    """'Long Form: LF' in a list of abbreviations."""
    for match in _SPELT.finditer(text):
        short = re.match(rf"{ACRONYM}(?=\s*(?:$|[.;,\n]))", text[match.end() :])
        if short is None or is_acronym(match[1].strip()):
            continue
        found: Expansion | None = expansion_before(short.group(), match[1], loose=True)
        if found is not None:
            end = match.end() + short.end()
            yield _Pair(short.group(), found.text, match.start(1) + found.start, end)


def _table_pairs(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Rows of a table of abbreviations, with or without names of the columns."""
    for table in document.tables:
        roles = columns(table.header, _COLUMNS)
        path = document.sections[table.section].path if table.section < len(document.sections) else ()
        titled = bool(_ABBREVIATIONS.search(" ".join(path[-1:])))
        headed = {"acronym", "expansion"} <= roles.keys()
        if not headed and not titled:
            continue
        short, long = (roles["acronym"], roles["expansion"]) if headed else (0, 1)
        for row in table.rows:
            if row.spanning or max(short, long) >= len(row.cells):
                continue
            left, right = clean(row.cells[short].text), clean(row.cells[long].text)
            if not headed and not is_acronym(left) and is_acronym(right):
                left, right = right, left
            if is_acronym(left) or (titled and headed and left):
                yield left, right, Span(start=row.start, end=row.end)
