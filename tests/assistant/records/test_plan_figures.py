"""What a plan sets against what papers report: the planned figure, the result of the paper that is named, the outcome."""

from __future__ import annotations

import pytest

from assistant.answer import Route, Status
from assistant.answerers.beside import stands_beside
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.document import Span
from tests.assistant.library import library_of, said

PLAN = """# Harbour Forum: Working Group on Lighthouses

## Work Programme 2031–2034

Adopted in Bergen on 2 May 2031.

| Code | Measure | Lead | With | By | Yardstick |
|------|---------|------|------|----|-----------|
| STRAND 1. LAMPS (strand coordinator: Iceland) | | | | | |
| L1 | Exchange of lamps on outer reefs | Norway | Latvia | May 2033 | 140 lamps exchanged |
| L2 | Course for keepers | Estonia | Finland | Oct 2034 | 75 keepers trained |
| STRAND 2. SOUND; led by Finland | | | | | |
| S1 | Loan of fog horns | Latvia | Norway | Dec 2033 | 30 horns; lent within a week |
"""
FIRST = """# Harbour Forum: Working Group on Lighthouses: Statement of the Fourth Meeting

Tallinn, 4 to 6 June 2032

The meeting was held in Tallinn on 4 to 6 June 2032.

- L1, outer reefs: 52 lamps exchanged on two reefs.
"""
SECOND = """# Harbour Forum: Working Group on Lighthouses: Report of the Fifth Meeting

Oulu, 3 to 5 March 2033

The meeting was held in Oulu on 3 to 5 March 2033. Still open are L1 (97 lamps exchanged) and L2 (41 keepers trained).

- Fog horns (S1): 22 in the store; three horns lost at sea.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(
        tmp_path_factory.mktemp("papers"), {"plan.md": PLAN, "first.md": FIRST, "second.md": SECOND}
    )


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How many lamps does the Work Programme 2031–2034 foresee on outer reefs?", "140 lamps"),
        ("How many keepers are to be trained under the programme?", "75 keepers"),
        ("How many fog horns should be lent according to the programme?", "30 horns"),
        ("How many lamps short of its target was the exchange on outer reefs in Oulu?", "43 lamps short"),
        (
            "How many lamps short of its target was the exchange on outer reefs in June 2032?",
            "88 lamps short",
        ),
        ("How many horns was the loan short of the planned number in March 2033?", "8 horns short"),
        ("Who coordinates strand 1 of the programme?", "Iceland"),
        ("Who leads strand 2 of the programme?", "Finland"),
    ],
)
def test_figures_and_leads_of_a_plan(library: Library, question: str, wanted: str) -> None:
    draft, why = answer_from_records(question, library)
    assert wanted in said(draft), why


@pytest.mark.parametrize(
    "question",
    [
        "How many lamps short of its target is the exchange on outer reefs?",  # two papers tell two figures
        "How many bells does the programme foresee?",
        "Who coordinates strand 7 of the programme?",
    ],
)
def test_what_the_papers_leave_open_is_not_guessed(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert said(draft) == "" or (draft is not None and draft.status is Status.NOT_STATED)


@pytest.mark.parametrize(
    ("question", "text", "beside"),
    [
        ("By how many did the lamps grow from Tallinn to Oulu?", "97 lamps have been exchanged", True),
        ("By how much did the cost rise?", "The cost rose by 4 per cent", False),
        ("How many lamps were exchanged between June 2032 and the Oulu meeting?", "97 lamps so far", True),
        ("How many lamps were exchanged in June 2032?", "52 lamps so far", False),
        ("How many lamps does the programme foresee?", "52 lamps exchanged on two reefs", True),
    ],
)
def test_an_answer_beside_the_question_is_known(
    library: Library, question: str, text: str, beside: bool
) -> None:
    document = next(one for one in library.documents if "first" in one)
    claim = Claim(text=text, quotes=(Quote(document=document, span=Span(start=0, end=10)),))
    draft = Draft(status=Status.ANSWERED, route=Route.READING, claims=(claim,))
    assert stands_beside(question, draft, library) is beside
