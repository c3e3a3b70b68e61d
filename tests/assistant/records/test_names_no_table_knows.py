"""Whether somebody came who is asked about by a name that no table of parties knows."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

RECORD = """# Forum on Flood Warnings: Record of the Third Meeting

Niamey, 4 and 5 May 2021

## Present (6)

Benin, Mali, Niger, Togo, IFRC and WMO

## Flood gates

Niger opened the gates late.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"third.md": RECORD})


def test_words_of_a_listed_name_mean_the_one_that_is_listed(library: Library) -> None:
    draft, _ = answer_from_records("Was the Red Cross federation present at the Third Meeting?", library)

    assert said(draft).startswith("Yes, IFRC")


def test_a_name_with_words_that_no_listed_name_bears_is_not_on_a_complete_list(library: Library) -> None:
    draft, _ = answer_from_records("Did Riverside Boats Ltd attend the Third Meeting?", library)

    assert said(draft).startswith("No, Riverside Boats Ltd is not on the list")
