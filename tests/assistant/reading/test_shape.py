"""What a question asks for, however it is put."""

from __future__ import annotations

import pytest

from assistant.question.shape import Anchor, AnchorKind, Shape, shape_of


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("Which members attended the meeting?", Shape.LIST),
        ("Who were the members of the drafting group?", Shape.LIST),
        ("Did Fiji take part?", Shape.YES_NO),
        ("was fiji there in may 2021?", Shape.YES_NO),
        ("How many persons registered?", Shape.COUNT),
        ("nr of members in the room", Shape.COUNT),
        ("To what figure was the target lowered?", Shape.COUNT),
        ("When was the plan adopted?", Shape.DATE),
        ("wen was the plan adopted?", Shape.DATE),
        ("deadline for the report on fees", Shape.DATE),
        ("How long may the Chair serve?", Shape.DURATION),
        ("In which city was the meeting held?", Shape.PLACE),
        ("Town where the group met last", Shape.PLACE),
        ("Who chaired the meeting?", Shape.PERSON),
        ("whos in charge of the network", Shape.PERSON),
        ("What post did Ana Iturra hold?", Shape.POST),
        ("Ana Iturra whats her job title", Shape.POST),
        ("In what capacity did Peru attend?", Shape.CAPACITY),
        ("Was Peru a member or an observer?", Shape.CAPACITY),
        ("What does EGDC stand for?", Shape.DEFINITION),
        ("Why was the workshop moved?", Shape.REASON),
        ("y wasnt the group in Lima", Shape.REASON),
        ("What did the Chair say about ports?", Shape.STATEMENT),
        ("What is the full title of the workshop?", Shape.STATEMENT),
    ],
)
def test_the_shape_of_the_answer(question: str, shape: Shape) -> None:
    assert shape_of(question).shape is shape


def test_when_and_where_are_asked_together() -> None:
    asked = shape_of("When and where was the Fourth Meeting held?")

    assert (asked.shape, asked.also) == (Shape.DATE, (Shape.PLACE,))


def test_the_number_asked_for_belongs_to_the_noun() -> None:
    assert shape_of("Which three lessons were drawn?").count == 3
    assert shape_of("Which of the twelve States lead no activity?").count is None


def test_the_noun_ends_at_the_verb() -> None:
    assert (
        shape_of("Which civil society organisation attended both events?").noun
        == "civil society organisation"
    )
    assert shape_of("In which ports were the indicators in use?").noun == "ports"


def test_names_ordinals_and_years_are_anchors() -> None:
    asked = shape_of(
        'Who moderated "One form, many ports" at the Fourth Meeting of the EGDC in Lima in 2019?'
    )

    assert Anchor(kind=AnchorKind.QUOTED, text="One form, many ports") in asked.anchors
    assert Anchor(kind=AnchorKind.ORDINAL, text="4") in asked.anchors
    assert Anchor(kind=AnchorKind.ACRONYM, text="EGDC") in asked.anchors
    assert Anchor(kind=AnchorKind.YEAR, text="2019") in asked.anchors
    assert any("Lima" in anchor.text for anchor in asked.anchors)


def test_a_person_is_wanted_by_name() -> None:
    assert shape_of("Who represented Peru at the meeting?").strict
    assert not shape_of("Who leads the activity?").strict


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("What was her post when she was chosen?", Shape.POST),
        ("By when were members to give the number of their desk?", Shape.DATE),
        ("What is the new deadline for the report?", Shape.DATE),
        ("Which target time for answers was accepted?", Shape.DURATION),
        ("Under what heading does the League figure in the list?", Shape.CAPACITY),
        ("What was the number of people who returned?", Shape.COUNT),
    ],
)
def test_the_first_question_word_tells_the_shape(question: str, shape: Shape) -> None:
    assert shape_of(question).shape is shape


def test_a_verb_in_s_is_no_plural_and_a_plural_before_a_noun_is_no_head() -> None:
    assert not shape_of("What falls outside the plan?").plural
    assert shape_of("Under which ministers meeting was it created?").noun == "ministers meeting"
    assert shape_of("What was the total number of people in the hall?").noun == "people"
