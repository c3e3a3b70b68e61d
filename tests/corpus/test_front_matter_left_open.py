"""Front matter that leaves a field empty, or gives a year or a month, means just that."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.document import DateRange, Precision
from corpus.readers.front_matter import front_matter
from corpus.readers.markdown import read_markdown

BODY = """
# Fourth Meeting of the Working Group on River Safety

The meeting was held in Lisbon on 3 May 2021. In July 2022 the plenary took note of it.
"""


def read(front: str) -> tuple[DateRange | None, str | None]:
    metadata = read_markdown(f"---\n{front}---\n{BODY}".encode(), "a.md", "0").metadata
    return metadata.dates, metadata.place


def test_a_field_left_empty_is_not_read_out_of_the_text() -> None:
    assert read("kind: event\ndate_start:\ndate_end:\nplace:\n") == (None, None)


def test_a_field_that_is_absent_is_read_out_of_the_text() -> None:
    dates, place = read("kind: event\n")
    assert dates is not None
    assert dates.start == date(2021, 5, 3)
    assert place == "Lisbon"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024", "", DateRange(start=date(2024, 1, 1), end=date(2024, 12, 31), precision=Precision.YEAR)),
        ("2024", "2026", DateRange(start=date(2024, 1, 1), end=date(2026, 12, 31), precision=Precision.YEAR)),
        ("2020-02", "", DateRange(start=date(2020, 2, 1), end=date(2020, 2, 29), precision=Precision.MONTH)),
        (
            "2014",
            "2024-07-18",
            DateRange(start=date(2014, 1, 1), end=date(2024, 7, 18), precision=Precision.YEAR),
        ),
    ],
)
def test_years_and_months(start: str, end: str, expected: DateRange) -> None:
    found = front_matter(f"---\ndate_start: {start}\ndate_end: {end}\n---\n")
    assert found is not None
    assert found.hints.dates == expected


@pytest.mark.parametrize("value", ["2020-13", "0000", "soon", "[]"])
def test_what_is_no_date_gives_none(value: str) -> None:
    found = front_matter(f"---\ndate_start: {value}\n---\n")
    assert found is not None
    assert found.hints.dates is None
