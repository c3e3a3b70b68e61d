"""Which papers a question names: 'the statements of 2021 and 2023', 'the Northern Courier'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.conflicts.authority import sort_of
from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.occasions import name_words
from corpus.document import Document, Kind
from corpus.names.dates import find_dates
from corpus.names.numbers import find_ordinals
from index.words import content_stems

_HEAD = 300  # characters at the top of a paper in which its name stands
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# 'the record of 2021 and to the news of 2022': each has an article, or a preposition, of its own
_APART = re.compile(
    r"\s*,?\s+(?:and|or|as well as)\s+(?:(?:in|of|by|to|from|according\s+to)\s+)(?=the\b|its\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,|\band\b|\bor\b|\bas well as\b)\s*(?:in |of |by |according to )?", re.IGNORECASE)


def papers(written: str, library: Library) -> list[tuple[Document, ...]]:
    """Return the papers that a designation names: one group for each, whose papers could all be meant.

    'the statements of 2021 and 2023' gives two groups; 'the documents' and 'the two statements' one for each
    paper of the sort.
    """
    apart = [part for part in _APART.split(written) if part.strip()]
    if len(apart) > 1:
        return [group for part in apart for group in papers(part, library)]
    sorts = _sorts(written)
    years = list(dict.fromkeys(int(year) for year in _YEAR.findall(written)))
    numbers = [found.value for found in find_ordinals(written)]
    everything = list(library.documents.values())
    fitting = [document for document in everything if not sorts or sort_of(document) in sorts]
    if len(years) > 1:
        return [_of_year(fitting, year) for year in years]
    if len(numbers) > 1:
        return [tuple(one for one in fitting if one.metadata.number == number) for number in numbers]
    parts = [part for part in _JOINT.split(written) if part.strip()]
    if len(parts) > 1:
        return [group for part in parts for group in papers(part, library)]
    named = _by_name(written, fitting) or _by_name(written, everything)
    if named:
        return [tuple(named)]
    if not sorts:
        if _any(written):
            return [(document,) for document in everything]
        titled = _by_title(written, everything)
        return [titled] if titled else []
    if years:
        return [_of_year(fitting, years[0]) or _pages_telling(everything, years[0])]
    if numbers:
        return [tuple(one for one in fitting if one.metadata.number == numbers[0])]
    if re.search(
        r"\b(?:two|both|three|all|these|those|various|different|several)\b|\b\w+(?:ments|ports|items)\b",
        written,
    ):
        return [(document,) for document in fitting]
    return [tuple(fitting)]


def _sorts(written: str) -> set[str]:
    lower = written.lower()
    found = set()
    for key in keys("source"):
        if key == "any":
            continue
        for phrase in phrases("source", key):
            if re.search(rf"(?<![^\W_]){re.escape(phrase)}(?![^\W_])", lower):
                found.add(key)
    if "plan" in found and "programme" in found:
        found.discard("programme")
    return found | ({"page"} if "report" in found else set())


def _any(written: str) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}\b", written.lower()) for phrase in phrases("source", "any"))


def _by_name(written: str, documents: Sequence[Document]) -> list[Document]:
    """Papers that bear the capitalised words of the designation in title or head ('the Northern Courier')."""
    own = {
        word
        for phrase in (p for key in keys("source") for p in phrases("source", key))
        for word in phrase.split()
    }
    names = {
        word
        for match in re.finditer(r"[A-ZÀ-Ý][\w’'-]+", written)
        for word in name_words(match.group())
        if word.rstrip("s") not in own
        and word not in own
        and not find_ordinals(word)
        and word not in ("chair", "chairs")
    }
    if not names:
        return []
    return [
        document
        for document in documents
        if names <= name_words(f"{document.metadata.title} {document.text[:_HEAD]}".replace("-", " "))
    ]


def _pages_telling(documents: Sequence[Document], year: int) -> tuple[Document, ...]:
    """Pages of many times, such as lists of news, that tell of the year."""
    return tuple(
        document
        for document in documents
        if document.metadata.kind in (Kind.PAGE, Kind.EVENT)
        and any(one.range.end.year == year for one in find_dates(document.text))
    )


def _by_title(written: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Papers whose title bears each word of the designation ('the action tracker'), if they are of one body."""
    wanted = content_stems(written)
    found = tuple(one for one in documents if wanted and wanted <= content_stems(one.metadata.title))
    return found if len({one.metadata.body for one in found}) == 1 else ()


def _of_year(documents: Sequence[Document], year: int) -> tuple[Document, ...]:
    return tuple(
        document
        for document in documents
        if (
            document.metadata.dates
            and document.metadata.dates.start.year <= year <= document.metadata.dates.end.year
        )
        or (
            not document.metadata.dates
            and any(one.range.start.year == year for one in find_dates(document.metadata.title))
        )
    )
