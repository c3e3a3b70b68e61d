"""Questions in words that the documents do not use."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document

MINUTES = document(
    "minutes.md",
    """# Minutes of the Seventh Session of the Board on Inland Ferries

Szeged, 12 and 13 June 2023

## Opening

The Chair declared the session open at a quarter past nine. Interpretation into Serbian was provided throughout.

## Safety

The cost of the 140 life jackets was borne by the Port Authority of Galați. Delivery was held up for ten weeks, since
the maker in Gdynia had gone bankrupt. The request of Slovenia for a second batch was turned down.

## Training

Eleven pilots passed the course in Mohács, which was run by the Danube Pilots' Guild. A handbook is to be issued by
31 March 2024.

## Next session

The Eighth Session will be held in Novi Sad.
""",
)
PLAN = document(
    "plan.md",
    """# Work Plan of the Board on Inland Ferries 2023–2025

| Activity | Lead | Ready by | Contractor |
|---|---|---|---|
| Night lights at landings | Serbia | May 2024 | Lumen Vistula |
| Register of ferries | Hungary | October 2024 | to be found |
""",
)


def told(question: str) -> str:
    draft = ask(question, MINUTES, PLAN)
    assert draft.status is Status.ANSWERED, question
    return " ".join(claim.text for claim in draft.claims)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who paid for the life jackets?", "Port Authority of Galați"),
        ("Why was the delivery of the life jackets delayed?", "bankrupt"),
        ("Which outfit gave the course in Mohács?", "Danube Pilots' Guild"),
        ("By when must the handbook be out?", "31 March 2024"),
    ],
)
def test_what_is_told_in_other_words_is_found(question: str, answer: str) -> None:
    assert answer in told(question)


def test_what_is_denied_in_other_words_is_a_no() -> None:
    assert told("Did Slovenia get a second batch?").startswith("No: ")


@pytest.mark.parametrize(
    "question",
    [
        "Who paid for the interpreters?",
        "Who supplies the lamps for the wharf in Novi Sad?",
        "How many steersmen failed the training?",
        "Which firm keeps the list of vessels?",
        "Did Slovenia pay for its delegates?",
        "What is the price of a life jacket?",
        "In which building will the Eighth Session be held?",
        "Which publisher issues the handbook?",
        "Where was interpretation into Serbian learned?",
    ],
)
def test_what_is_near_but_tells_something_else_is_no_answer(question: str) -> None:
    assert ask(question, MINUTES, PLAN).status is Status.NOT_STATED
