"""Follow-ups that ask the last question again: of another party, another meeting, the next one, 'that office'."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.conversation import Message
from assistant.library import Library
from assistant.question.followup import complete
from tests.assistant.library import library_of

PAPERS = {
    "eleventh.md": """# Minutes of the Eleventh Session of the Working Group on Night Trains, Danube Rail Forum

Graz, Austria, 3 and 4 March 2021

Ms Ilse Moser of Austria presided. Minutes were taken by Mr Jan Hruška.

Members attending: Austria, Hungary, Slovakia. Observers: Georgia, Türkiye. Apologies: Moldova.

The delegation of Hungary: Mr Béla Tóth (Head of Delegation); Ms Edit Kun.
""",
    "twelfth.md": """# Minutes of the Twelfth Session of the Working Group on Night Trains, Danube Rail Forum

Győr, Hungary, 8 and 9 June 2022

Mr Béla Tóth of Hungary presided.

Members attending: Hungary, Moldova. Observers: Armenia. Apologies: Austria.

The Thirteenth Session will be held in Košice on 5 and 6 May 2023.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), PAPERS)


@pytest.mark.parametrize(
    ("before", "answer", "question", "part"),
    [
        ("Was Moldova at the Graz session?", "No, it sent apologies.", "And Hungary?", "Yes, Hungary"),
        ("Was Austria at the Eleventh Session?", "Yes.", "And at the twelfth?", "No, Austria"),
        ("Which observers came to Graz?", "Georgia and Türkiye.", "And a year later, in Győr?", "Armenia"),
        ("Who presided in Graz?", "Ms Ilse Moser.", "And who did so in Győr?", "Béla Tóth"),
        ("Who chaired the Eleventh Session?", "Ms Ilse Moser.", "Who held that office in Győr?", "Béla Tóth"),
        ("Who led the delegation of Hungary in Graz?", "Mr Béla Tóth.", "Who else came with that delegation?", "Edit Kun"),
        ("Who presided in Győr?", "Mr Béla Tóth.", "And where is the next one planned?", "Košice"),
    ],
)  # fmt: skip
def test_the_last_question_of_something_else(
    before: str, answer: str, question: str, part: str, library: Library
) -> None:
    history = [Message(role="user", content=before), Message(role="assistant", content=answer)]
    draft, _ = answer_from_records(complete(question, history, library), library)
    assert draft is not None
    assert part in " ".join(claim.text for claim in draft.claims)


def test_a_planned_meeting_is_the_next_of_the_last_one_that_was_held(library: Library) -> None:
    history = [
        Message(role="user", content="Who presided in Győr?"),
        Message(role="assistant", content="Mr Béla Tóth."),
        Message(role="user", content="Where was the one before held?"),
        Message(role="assistant", content="In Graz, on 3 and 4 March 2021."),
    ]
    draft, _ = answer_from_records(complete("And where is the next one planned?", history, library), library)
    assert draft is not None
    assert "Košice" in draft.claims[0].text


def test_a_fragment_that_is_no_party_is_left_alone(library: Library) -> None:
    history = [
        Message(role="user", content="Was Moldova at the Graz session?"),
        Message(role="assistant", content="No, it sent apologies."),
    ]
    assert "Was" not in complete("And Wolfsberg Bakery?", history, library).split("(")[0]
