"""Work plans, asked of records: one field at a time, the plan as a whole, and the plan against the results."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

PLAN = """# Delta Compact: Programme of Work 2031–2034

Adopted in Riga on 3 March 2031. The programme is estimated to cost 5.5 million euros.

| Code | Measure | Responsible | Supported by | Starts | Ends | Yardstick | Money (EUR) |
|------|---------|-------------|--------------|--------|------|-----------|-------------|
| Line A – Know the water | | | | | | | |
| A1 | Gauges on tidal creeks | Latvia | Estonia, HELCOM | May 2031 | ~~June 2032~~ **March 2033** | 120 gauges at work | 1.4 m |
| A2 | Atlas of sandbanks | Finland | Latvia | Jan 2032 | Dec 2033 | 8 sheets printed | 260,000 |
| Line B – Keep the shore | | | | | | | |
| B1 | Willow planting with schools | Estonia | Finland | April 2031 | Oct 2034 | 40,000 willows planted | 700,000 |
| B2 | Oil spill exercise | HELCOM | | Sept 2032 | Sept 2032 | Boom laid within 50 minutes | none (host pays) |
| B3 | Guide for skippers | Latvia | | Jan 2032 | Dec 2032 | Guide in nine languages | 30,000 |
| B4 | Radio on ferries | Finland | | Jan 2032 | Dec 2032 | 80 per cent of ferries answer | 90,000 |

## Funding

- Latvia: EUR 2,000,000
- Nordic Fund: EUR 3,500,000

## What could go wrong

- Ice carries the gauges away.
- Schools close early.
"""
REPORT = """# Delta Compact: Report of the Ninth Meeting

Tallinn, 4 to 6 June 2033

The meeting was held in Tallinn on 4 to 6 June 2033.

Latvia reported that 93 gauges on tidal creeks were at work. Estonia said that 46,200 willows had been planted
with schools. The guide for skippers (B3) is out in seven of nine languages; the rest wait for a printer.
Radio answers on 66 per cent of ferries, against 80 per cent in the plan of Finland. In the oil spill exercise the boom was laid after 58 minutes.

| No. | Decision |
|-----|----------|
| 9/A | The atlas is printed on cloth. |
| 9/B | The next meeting is in Turku. |

Decision 9/A was put to the vote: four in favour, one against (Latvia).
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"plan.md": PLAN, "report.md": REPORT})


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How much is set aside for gauges on tidal creeks?", "EUR 1.4 million"),
        ("What sum is earmarked for the atlas of sandbanks?", "EUR 260,000"),
        ("What is the budget of measure B1?", "EUR 700,000"),
        ("Whose job is the atlas of sandbanks?", "Finland leads"),
        ("Which country is in charge of the willow planting?", "Estonia leads"),
        ("Who helps Latvia with the gauges on tidal creeks?", "Estonia and HELCOM"),
        ("When does the atlas of sandbanks start?", "Jan 2032"),
        ("When do the gauges on tidal creeks end?", "March 2033"),
        ("When was the willow planting meant to start?", "April 2031"),
        ("What is the yardstick for the willow planting?", "40,000 willows planted"),
        ("Which measures does Finland support?", "Willow planting with schools"),
        (
            "What are the lines of action of the Programme of Work 2031–2034?",
            "Know the water; Keep the shore",
        ),
        ("What is the total cost of the Programme of Work 2031–2034?", "5.5 million euros"),
        ("Who pays for the programme?", "Nordic Fund: EUR 3,500,000"),
        ("Which risks does the programme name?", "Ice carries the gauges away"),
        ("How was decision 9/A voted?", "four in favour, one against (Latvia)"),
    ],
)
def test_what_is_asked_for_is_told(library: Library, question: str, wanted: str) -> None:
    draft, why = answer_from_records(question, library)

    assert wanted in said(draft), why


def test_a_field_is_told_without_the_rest_of_its_row(library: Library) -> None:
    draft, _ = answer_from_records("How much is set aside for the atlas of sandbanks?", library)

    assert not any(other in said(draft) for other in ("Finland", "Latvia", "2033", "8 sheets"))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("By how many gauges did Latvia fall short of the target?", "27 gauges"),
        ("By how many willows did the planting exceed its target?", "6,200 willows"),
        ("By how many languages is the guide for skippers short of the target?", "2 languages"),
        (
            "By how many percentage points did radio on ferries miss its target in June 2033?",
            "14 percentage points",
        ),
        ("By how many minutes did the boom miss the measure in the oil spill exercise?", "8 minutes"),
    ],
)
def test_a_result_is_set_against_its_target_with_both_papers(
    library: Library, question: str, wanted: str
) -> None:
    draft, why = answer_from_records(question, library)

    assert draft is not None, why
    assert said(draft).startswith(wanted)
    assert {quote.document for claim in draft.claims for quote in claim.quotes} == {"plan.md", "report.md"}


@pytest.mark.parametrize(
    "question",
    [
        "By how many gauges did Latvia exceed the target?",  # it fell short
        "By how many sheets did the atlas fall short of its target?",  # no result is reported
        "What did the willow planting cost in the end?",  # a plan does not tell
        "When did the atlas of sandbanks start?",
        "What is the share of the Nordic Fund in the cost of measure B1?",
        "Who pays for the boats of the programme?",
        "How much is set aside for lighthouses?",
        "What was the total cost of the Programme of Work 2025–2030 on reed beds?",
        "How was decision 9/B voted?",
    ],
)
def test_what_the_plan_does_not_hold_is_left_to_others(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)

    assert draft is None or draft.status is not Status.ANSWERED, said(draft)
