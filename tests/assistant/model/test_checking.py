"""What a sentence may not do with the very words of its evidence."""

from __future__ import annotations

import pytest

from assistant.answerers.model.checking import facts_missing

CASES = [
    ("Norway thanked Chile for its report.", "Chile thanked Norway for its report."),
    ("Norway was thanked by Chile.", "Norway thanked Chile."),
    ("Norway sent 3 delegates and Chile sent 5 delegates.", "Norway sent 5 delegates."),
    ("Norway chaired and Chile hosted the meeting.", "Norway hosted the meeting."),
    ("Apologies came from Norway; Chile attended.", "Norway attended."),
    ("Norway did not attend, Chile attended.", "Chile did not attend."),
    ("Members: Norway and Chile. Observers: Peru.", "Members: Peru."),
    ("The meeting on 3 May 2022 was chaired by Ms. Ek.", "The meeting on 4 May 2022 was chaired by Ms. Ek."),
    ("The meeting in May 2022 was chaired by Ms. Ek.", "The meeting in May 2023 was chaired by Ms. Ek."),
    ("The Tenth Meeting adopted the plan.", "The Ninth Meeting adopted the plan."),
    ("The Tenth Meeting will adopt the plan.", "The Tenth Meeting adopted the plan."),
    ("The Tenth Meeting discussed the plan.", "The Tenth Meeting adopted the plan."),
    ("Some 40% of vessels were inspected.", "Some 60% of vessels were inspected."),
    ("No. Norway is not on the list.", "Yes. Norway is on the list."),
    ("Norway, one of the vice-chairs, spoke.", "Norway, one of the chairs, spoke."),
    ("Norway was co-chair with Chile.", "Norway was chair with Chile."),
    ("It said “eels are scarce”.", "It said “eels are not scarce”."),
    ("Norway attended.", "Niger attended."),
]


@pytest.mark.parametrize(("evidence", "said"), CASES)
def test_the_evidence_proves_itself_but_not_what_was_changed(evidence: str, said: str) -> None:
    assert facts_missing(evidence, evidence) == []
    assert facts_missing(said, evidence)


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("The United Kingdom and Norway attended as members.", "The UK and Norway attended as members."),
        ("The 10th Meeting had twelve members.", "The Tenth Meeting had 12 members."),
        ("Norway, Chile, Kenya and Peru came as observers.", "Norway, Kenya and Peru came as observers."),
    ],
)
def test_other_spellings_and_parts_of_a_list_are_proven(evidence: str, said: str) -> None:
    assert facts_missing(said, evidence) == []
