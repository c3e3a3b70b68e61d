"""What became of tasks and activities: new dates, reasons, results against targets, and follow-ups on them."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.conversation import Message
from assistant.library import Library
from assistant.question.followup import complete
from tests.assistant.library import library_of, said

PLAN = """# Work Plan 2031–2034 of the Working Group on Quiet Seas (WGQS)

Adopted in Riga on 3 March 2031.

| Activity A1 | Fit buoys with microphones |
|---|---|
| Lead | Latvia |
| Deadline | May 2032 |
| Yardstick | 120 buoys |

| Activity A2 | Drill with silent engines |
|---|---|
| Lead | Finland |
| Deadline | each spring |
| Yardstick | Engines off within two hours of the alert |

| Activity A3 | Slower ferries at night |
|---|---|
| Lead | Estonia |
| Deadline | June 2033 |
| Yardstick | 40 ferries |
"""
TRACKER = """# Action tracker of the Working Group on Quiet Seas (WGQS)

State of play on 9 October 2032

## Tasks

**Q3/1 – Price list of screws.** Responsible: Iceland. Due: 3 August 2032. *Late.* A draft exists. New date: 4 February 2033.

**Q3/2 – Letter to harbours.** Responsible: Estonia. Due: 5 September 2032. *Dropped.* The harbours had written first.

**Q3/3 – Map of wrecks.** Responsible: Norway. Due: 6 June 2032. *Done.* Delivered on 8 July 2032.

## The plan

- A1: 97 buoys in the water.
- A2: in the drill NIGHT OWL the engines were off after 1 hour and 40 minutes.
- A3: put off until May 2034.
- **Lead of A3.** Estonia gave up the lead in May 2032. Norway took it over on 1 June 2032.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"plan.md": PLAN, "tracker.md": TRACKER})


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What is the new deadline for the price list of screws?", "4 February 2033"),
        ("Until when was the price list of screws put off?", "4 February 2033"),
        ("Why was action Q3/2 dropped?", "The harbours had written first"),
        ("When was the map of wrecks delivered?", "8 July 2032"),
        ("What became of action Q3/3?", "Delivered on 8 July 2032"),
        ("Who was given action Q3/1?", "Iceland is responsible"),
        ("What is the new date for the slower ferries at night?", "put off until May 2034"),
        ("Who took over the slower ferries at night?", "Norway took it over on 1 June 2032"),
        ("Did the drill NIGHT OWL meet the target of the plan?", "Yes: 1 hour and 40 minutes"),
        ("Did the buoys with microphones reach their target?", "No: 97 buoys"),
        ("By how many buoys did activity A1 fall short of its target?", "23 buoys short"),
        ("How many buoys with microphones were still missing to the target?", "23 buoys short"),
        ("How many were reached under activity A1?", "97 buoys"),
    ],
)
def test_what_became_of_it_is_told(library: Library, question: str, wanted: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert wanted in said(draft)


@pytest.mark.parametrize(
    "question",
    [
        "Why was action Q3/3 dropped?",
        "When was the letter to harbours delivered?",
        "What is the new deadline for the map of wrecks?",
        "Did the slower ferries at night reach their target?",
    ],
)
def test_what_no_remark_tells_is_left_to_others(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert said(draft) == ""


@pytest.mark.parametrize(
    ("asked", "then", "whole"),
    [
        (
            "Who leads the buoys with microphones?",
            "Had they reached the target by October 2032?",
            "Had they reached the target of activity A1 by October 2032?",
        ),
        (
            "What does the plan say on the buoys with microphones?",
            "How many are there so far?",
            "How many were reached under activity A1?",
        ),
        (
            "When was Norway's map of wrecks originally due?",
            "When was it read out?",
            "When was Norway's map of wrecks read out?",
        ),
    ],
)
def test_follow_ups_on_results(library: Library, asked: str, then: str, whole: str) -> None:
    history = (Message("user", asked), Message("assistant", "Latvia, under A1 (fit buoys with microphones)."))
    if "map" in asked:
        history = (Message("user", asked), Message("assistant", "On 6 June 2032."))
    assert complete(then, history, library) == whole
