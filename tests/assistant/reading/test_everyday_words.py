"""Questions in everyday words, and values that a text puts in words, columns, clauses and quotation marks."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document, text

NOTE = document(
    "note.md",
    """# Forum on River Ferries: Note of the Third Gathering

Kisumu, 4 and 5 May 2022

The opening was held at the Lakeside Hotel; for the second day, participants moved to the Nyanza Institute of Fisheries.

Of the ferries inspected, six were in order, two needed repairs and three were taken out of service.

The Forum accepted 45 working days as a goal for answers to applications.

No country may draw more than one third of the fund in a year.

The insurer Tamarind Cover would lower premiums by twelve per cent for ferries with a second pump.

A mid-term review was completed by the Ruzizi Policy Centre, which was selected from four tenders.

Malawi placed on record that its consent is subject to the approval of its parliament.

The panel of captains described the "floating queue" and the "blind quay" on the north shore.

Captains discussed the use of signals including radar reflectors, sound buoys and flares, and the cost of fuel.

The hydrographers asked four questions of the Forum: who keeps the charts, who pays for them and where they are printed.

| Contributor | EUR |
| --- | --- |
| Norway | 410,000 |
| Rwanda | 35,000 |

| No. | What | Who | By when |
| --- | --- | --- | --- |
| K3-1 | Report on the collision of 9 March | Uganda | 30 June 2022 |

Two firms had been invited. The second, Blue Heron Boats, had registered but did not come.
""",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many of the inspected ferries were taken out of service?", "3"),
        ("How much of the fund may a country draw in a year?", "one third"),
        ("By what percentage would the insurer reduce premiums?", "twelve per cent"),
        ("how much does norway pay", "410,000"),
        ("What target time for answers was accepted?", "45 working days"),
        ("Where did the participants go for the second day?", "Nyanza Institute"),
        ("which think tank was picked for the evaluation?", "Ruzizi Policy Centre"),
        ("What reservation did Malawi make?", "approval of its parliament"),
        (
            "Which two words in quotation marks did the panel of captains use?",
            "“floating queue” and “blind quay”",
        ),
        ("Which signals did the captains mention?", "Radar reflectors, sound buoys and flares"),
        ("What is the deadline for the report on the collision of March?", "30 June 2022"),
    ],
)
def test_a_question_in_other_words_than_the_text_is_answered(question: str, answer: str) -> None:
    draft = ask(question, NOTE)

    assert draft.status is Status.ANSWERED
    assert answer in text(draft)


def test_who_registered_and_did_not_come_was_not_there() -> None:
    said = text(ask("Was Blue Heron Boats at the Third Gathering?", NOTE))

    assert said.startswith("No: Blue Heron Boats did not attend: it “had registered but did not come")


@pytest.mark.parametrize(
    "question",
    [
        "Which two words in quotation marks did the insurer use?",
        "How much does Kenya pay?",
        "Which body adopted the note with the Forum in both 2021 and 2022?",
    ],
)
def test_what_is_not_said_in_other_words_either_is_refused(question: str) -> None:
    assert ask(question, NOTE).status is Status.NOT_STATED
