"""Which body's meeting a question means, and what is asked of its days, its record and its officers."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Status
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

PAPERS = {
    "plenary.md": """# Standing Committee on Peat Bogs

## Minutes of the Fourth Plenary

PBC/4/MIN · approved on 9 July 2031

Held at the Moss Learning Center, Tartu, 3–5 June 2031

The minutes of the Third Plenary were approved. The First Plenary had been held in Riga in May 2028, chaired by Latvia.
""",
    "session.md": """# Expert Panel on Avalanches

## Report of the Fourth Session

Chur, Switzerland, 4 to 6 May 2030

The Fourth Session was held in Chur from 4 to 6 May 2030. It was attended by ten member delegations.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), PAPERS)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Where was the Fourth Plenary held?", "Tartu"),
        ("Where was the Fourth Session held?", "Chur"),
        ("Where was the Fourth Plenary on peat held?", "Tartu"),
        ("On what date did the Fourth Plenary open?", "3 June 2031"),
        ("When did the Fourth Session close?", "6 May 2030"),
        ("When were the minutes of the Fourth Plenary approved?", "9 July 2031"),
        ("Which country chaired the First Plenary?", "Latvia"),
    ],
)
def test_the_meeting_of_the_body_that_is_meant(question: str, wanted: str, library: Library) -> None:
    draft, why = answer_from_records(question, library)
    assert draft is not None, why
    assert draft.status is Status.ANSWERED
    assert wanted in said(draft)


@pytest.mark.parametrize(
    "question",
    [
        "On what date did the First Plenary open?",  # only the month is told
        "Which person chaired the First Plenary?",  # only the State is told
        "How many people attended the Fourth Session?",  # only the delegations are counted
    ],
)
def test_less_than_what_is_asked_is_no_answer(question: str, library: Library) -> None:
    draft, _ = answer_from_records(question, library)
    assert draft is None or draft.status is Status.NOT_STATED


def test_an_acronym_in_one_list_is_the_name_spelt_out_in_another(tmp_path: Path) -> None:
    head = "# Minutes of the {} Meeting of the Dune Working Group\n\n{}\n\n## Participants\n\n"
    library = library_of(
        tmp_path,
        {
            "third.md": head.format("Third", "Atar, Mauritania, 4 May 2016")
            + "Civil society organisations (2): Sand and Water Watch (SWW), Palm Growers Union (PGU)\n",
            "fourth.md": head.format("Fourth", "Agadez, Niger, 6 June 2018")
            + "Civil society organisations (2): SWW, Camel Route Trust\n",
        },
    )
    question = "Which civil society organisation attended both the Third and the Fourth Meeting?"
    draft, why = answer_from_records(question, library)
    assert draft is not None, why
    assert "Sand and Water Watch" in said(draft)
    assert "Palm" not in said(draft)
