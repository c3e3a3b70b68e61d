"""A row of a plan says what was to be, not what came of it."""

from __future__ import annotations

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document, text

PLAN = document(
    "plan.md",
    "# Work Plan 2031–2033 of the Kelp Panel\n\n"
    "| Activity | Lead | Partners | Deadline | Indicator |\n|---|---|---|---|---|\n"
    "| Harvest trial on the Skerry bank | Norway | Iceland | 30 May 2032 | 40 tonnes landed |\n"
    "| Museum of nets | Iceland | Norway | 1 June 2033 | Museum open |\n",
)


def test_a_deadline_is_not_the_day_on_which_it_happened() -> None:
    answer = ask("When did the harvest trial on the Skerry bank take place?", PLAN)
    assert answer.status is Status.NOT_STATED


def test_nor_does_it_say_how_late_something_was() -> None:
    answer = ask("How late was the harvest trial on the Skerry bank?", PLAN)
    assert "30 May 2032" not in text(answer)


def test_the_deadline_is_told_where_it_is_asked_for() -> None:
    assert "30 May 2032" in text(ask("What is the deadline of the harvest trial on the Skerry bank?", PLAN))


FORETOLD = document(
    "foretold.md",
    "# Work Plan 2031–2033 of the Kelp Panel\n\n"
    "A halfway review will be made by Iceland in the spring of 2032. Two divers inspected the bank in 2030.\n",
)


def test_what_will_be_done_does_not_tell_who_did_it_or_what_it_found() -> None:
    assert ask("Who carried out the halfway review?", FORETOLD).status is Status.NOT_STATED
    assert "spring" not in text(ask("What did the halfway review find?", FORETOLD))


def test_it_tells_who_is_to_do_it() -> None:
    assert "Iceland" in text(ask("Who will make the halfway review?", FORETOLD))
