"""Headcounts: numbers of persons and parties stated for a meeting."""

from __future__ import annotations

import pytest

from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import Headcount


def counts(text: str) -> list[tuple[int, str, str | None]]:
    head = "# Minutes of the Fourth Meeting of the Lantern Group\n\nOslo, 3 May 2022\n\n"
    document = read_markdown((head + text).encode(), "x.md", "0")
    found = [record for record in read_records(document) if isinstance(record, Headcount)]
    for record in found:
        assert record.meeting is not None
        assert record.unit.split()[0] in document.text
    return [(record.number, record.unit, record.qualifier) for record in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 58 persons registered.", [(58, "persons", "In all")]),
        (
            "Seventy-four persons took part in all, of whom 51 were in Oslo and 23 were connected "
            "from elsewhere.",
            [(74, "persons", "in all"), (51, "persons", "in Oslo"), (23, "persons", "from elsewhere")],
        ),
        (
            "The meeting brought together 117 participants from 35 countries.",
            [(117, "participants", None), (35, "countries", None)],
        ),
        ("A total of 89 persons were registered.", [(89, "persons", "total of")]),
    ],
)
def test_stated_numbers(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    assert counts(text) == [(number, unit, q if q != "total of" else None) for number, unit, q in expected]


@pytest.mark.parametrize(
    "text",
    [
        "A survey of 2,340 workers in four countries was presented.",
        "The operation was carried out in ten member States and led to 97 arrests.",
        "In 2021, 143 counsellors were trained.",
    ],
)
def test_no_headcount(text: str) -> None:
    assert counts(text) == []
