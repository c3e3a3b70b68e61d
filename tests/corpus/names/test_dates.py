"""Dates as the genre writes them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates, format_range


def read(text: str, year: int | None = None) -> list[str]:
    return [format_range(found.range) for found in find_dates(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 18, 19 and 20 November 2024 in", "18 to 20 November 2024"),
        ("28 February to 2 March 2023", "28 February to 2 March 2023"),
        ("Tuesday, 4 July 2023", "4 July 2023"),
        ("from Tuesday 18 to Thursday 20 May 2021", "18 to 20 May 2021"),
        ("2023-10-09", "9 October 2023"),
        ("2018-11-06 to 2018-11-08", "6 to 8 November 2018"),
        ("November 6-8, 2018", "6 to 8 November 2018"),
        ("Friday, May 3rd, 2024", "3 May 2024"),
        ("30 June – 2 July 2021", "30 June to 2 July 2021"),
        ("1st and 2nd of June 2020", "1 and 2 June 2020"),
        ("21 and 23 September 2021", "21 and 23 September 2021"),
        ("10.–12.10.2023", "10 to 12 October 2023"),
        ("between 16 and 18 May 2022", "16 to 18 May 2022"),
        ("2–4 and 6 May 2022", "2, 3, 4 and 6 May 2022"),
        ("30 June and 1 July 2021", "30 June to 1 July 2021"),
        ("29 December 2020 to 3 January 2021", "29 December 2020 to 3 January 2021"),
        ('8" November 2018', "8 November 2018"),  # a scan's superscript 'th'
        ("18-20 NOVEMBER 2024", "18 to 20 November 2024"),
        ("June 2023", "June 2023"),
        ("the third quarter of 2019", "July to September 2019"),
        ("July 2022 to December 2024", "July 2022 to December 2024"),
        ("in 2023", "2023"),
        ("Forward Work Plan 2024-26", "2024 to 2026"),
    ],
)
def test_one_date(text: str, expected: str) -> None:
    assert read(text) == [expected]


def test_gap_days_are_named_one_by_one() -> None:
    (found,) = find_dates("held on 21 and 23 September 2021")
    assert found.range.days == (date(2021, 9, 21), date(2021, 9, 23))
    (run,) = find_dates("held on 21 and 22 September 2021")
    assert run.range.days == ()


def test_a_list_of_dates_shares_its_year() -> None:
    assert read("on 12 January, 20 April and 28 June 2022") == [
        "12 January 2022",
        "20 April 2022",
        "28 June 2022",
    ]


def test_a_date_without_a_year_needs_a_context() -> None:
    assert read("on Wednesday, 6 June, the forum") == []
    assert read("on Wednesday, 6 June, the forum", year=2024) == ["6 June 2024"]


@pytest.mark.parametrize(
    "text",
    [
        "1,904 calls in the first four months",
        "paragraph 4.2",
        "a fee of 2000 dollars",
        "03/04/2023",  # day and month could be swapped
        "31 February 2023",
        "item 7 was taken before item 6",
        "RP/WGX/3/2018/7",
        "members may 3 times ask",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text) == []


days = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1))


@given(days, st.integers(min_value=0, max_value=400))
def test_what_is_written_is_read_back(start: date, length: int) -> None:
    dates = DateRange(start=start, end=start + timedelta(days=length))
    text = f"The meeting took place ({format_range(dates)}) in the capital."
    (found,) = find_dates(text)
    assert found.range == dates
    assert text[found.start : found.end] == format_range(dates)


@given(st.text(alphabet="0123456789 -–/.,MayJuneandto", max_size=40))
def test_any_text_gives_ordered_spans_and_ranges(text: str) -> None:
    end = 0
    for found in find_dates(text, year=2020):
        assert end <= found.start < found.end <= len(text)
        assert found.range.start <= found.range.end
        assert found.range.precision in Precision
        end = found.end


def test_the_figure_of_a_label_is_no_day() -> None:
    (found,) = find_dates("The date of C2 to 31 March 2034 was moved.")
    assert (found.range.start.day, found.range.start.month) == (31, 3)
