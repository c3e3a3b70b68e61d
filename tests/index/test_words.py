"""The ways in which the genre writes a thing meet in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import STOPWORDS, ordinal, stem, surface, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tenth", "10th"),
        ("the twenty-first session", "the 21st session"),
        ("VIII", "8th"),
        ("nine observers", "9 observers"),
        ("twenty-two", "22"),
        ("organisation", "organization"),
        ("labour", "labor"),
        ("programme", "program"),
        ("centres", "centers"),
        ("travelling", "traveling"),
        ("endorsed", "endorse"),
        ("São Tomé", "Sao Tome"),
        ("Secretariat’s", "secretariat"),
        ("U.S.A.", "USA"),
        ("co-chair", "cochair"),
        ("TEG–RR", "TEG-RR"),
    ],
)
def test_two_ways_of_writing_share_a_form(one: str, other: str) -> None:
    assert set(words(one)) & set(words(other)) - STOPWORDS


def test_a_compound_is_found_joined_and_in_parts() -> None:
    assert words("TEG-RR") == ["tegrr", "teg", "rr"]
    assert {"2024", "26"} <= set(words("2024-26"))


def test_different_ordinals_stay_apart() -> None:
    assert not set(words("Third")) & set(words("Thirteenth"))
    assert ordinal(stem("Twelfth")) == 12
    assert ordinal(stem("twelve")) is None


@given(st.text(max_size=200))
def test_any_text_has_words_that_are_not_empty(text: str) -> None:
    assert all(words(text))
    assert all(surface(text))


@given(st.sampled_from(["meetings", "Organisation", "Tenth", "co-chairs", "2024", "Fiji"]))
def test_case_does_not_matter_beyond_roman_numerals(word: str) -> None:
    assert words(word.lower()) == words(word.title())
