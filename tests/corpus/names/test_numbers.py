"""Numbers and ordinals in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names.numbers import (
    find_numbers,
    find_ordinals,
    number_word,
    ordinal_word,
    parse_number,
    parse_ordinal,
)


@given(st.integers(min_value=0, max_value=999))
def test_numbers_in_words_are_read_back(number: int) -> None:
    assert parse_number(number_word(number)) == (number if number else None)


@given(st.integers(min_value=1, max_value=199))
def test_ordinals_in_words_are_read_back(number: int) -> None:
    assert parse_ordinal(ordinal_word(number)) == number
    assert [found.value for found in find_ordinals(f"the {ordinal_word(number).title()} Meeting")] == [number]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Seventy-four", 74), ("1,904", 1904), ("a dozen", 12), ("both", 2), ("one hundred and twelve", 112)],
)
def test_forms(text: str, value: int) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("10th", 10), ("XII", 12), ("IX", 9), ("Inaugural", 1), ("2nd", 2)]
)
def test_ordinal_forms(text: str, value: int) -> None:
    assert parse_ordinal(text) == value


@pytest.mark.parametrize("text", ["10", "meeting", "", "tens"])
def test_no_ordinal(text: str) -> None:
    assert parse_ordinal(text) is None


def test_numbers_in_a_sentence() -> None:
    text = "Twelve of the 15 members and both observers came; 43 per cent, 4.2 and 10th are something else."
    assert [found.value for found in find_numbers(text)] == [12, 15, 2, 43]
