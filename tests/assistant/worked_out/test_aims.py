"""By how much a target was missed is worked out from a sentence that tells result and target."""

from __future__ import annotations

from assistant import Assistant, Status


def test_the_result_is_taken_from_the_target_that_is_told_beside_it(assistant: Assistant) -> None:
    answer = assistant.ask("By how many buoys did the painting of buoys miss its target?")
    assert answer.status is Status.ANSWERED
    assert "35 − 24 = 11" in answer.text
    assert [citation.document for citation in answer.citations] == ["fifth.md"]


def test_the_paper_may_be_called_by_the_place_of_its_meeting(assistant: Assistant) -> None:
    answer = assistant.ask("By how many buoys did the result in the Bergen minutes miss its target?")
    assert "35 − 24 = 11" in answer.text


def test_a_target_that_was_missed_was_not_exceeded(assistant: Assistant) -> None:
    answer = assistant.ask("By how many buoys did the painting of buoys exceed its target?")
    assert " − " not in answer.text


def test_another_thing_with_the_same_unit_has_no_target(assistant: Assistant) -> None:
    answer = assistant.ask("By how many buoys did the mooring of buoys miss its target?")
    assert " − " not in answer.text
