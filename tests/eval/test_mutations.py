"""Changing one fact in a document makes exactly the questions on that fact fail, and no other.

The documents are fictitious. Each mutation changes one fact; then all questions are asked again, of the real
assistant, which reads only what changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import Assistant
from eval.grading import grade
from eval.questions import Question

pytestmark = pytest.mark.slow

STATEMENT = """---
title: "Statement of the Co-Chairs: Sixth Meeting of the Task Group on Mountain Rescue"
kind: statement
body: Karakum Initiative, Task Group on Mountain Rescue
---

# Sixth Meeting of the Task Group on Mountain Rescue: Statement of the Co-Chairs

The Task Group on Mountain Rescue of the Karakum Initiative (TGMR)
held its Sixth Meeting in Almaty, Kazakhstan, on 7 May 2019.
Mr Batyr Osmanov-Lie, Director for Civil Protection of Kazakhstan, and Ms Helga Brandt-Moe,
Head of the Alpine Rescue Service of Austria, co-chaired the meeting.

## Attendance

The meeting was attended by six members (Austria, Kazakhstan, Nepal, Pakistan, Switzerland and Tajikistan),
by two observers (Japan and Norway), and by two civil society organisations
(High Huts Alliance and Summit Medics).

Mongolia sent apologies.

In all, 63 persons took part.

## Work of the meeting

Nepal presented on helicopter rescue above 5,000 metres. Switzerland reported on avalanche dogs.

The meeting adopted the Rescue Plan 2019-2021.

The Seventh Meeting will be held in Kathmandu in March 2021.
"""

MINUTES = """# Minutes of the Seventh Meeting of the Task Group on Mountain Rescue

Date: 16 March 2021

Place: Kathmandu, Nepal

Chair: Ms Sunita Gurung-Rai (Nepal)

## Present

- Austria
- Kazakhstan
- Nepal
- Switzerland

## Observers

- Norway

## Apologies

- Pakistan
- Tajikistan

## Decisions and actions

Action 7/1: Austria to circulate the training manual by 30 June 2021.
"""

PLAN = """---
title: Rescue Plan 2019-2021 of the Task Group on Mountain Rescue
kind: work_plan
body: Karakum Initiative, Task Group on Mountain Rescue
---

# Rescue Plan 2019-2021

| No. | Activity | Lead | Timeline |
| --- | --- | --- | --- |
| 1.1 | Register of rescue helicopters | Pakistan | by December 2019 |
| 1.2 | Common radio frequency | Switzerland | by June 2020 |
| 2.1 | Course for avalanche doctors | Austria | by October 2020 |
"""

FILES = {"statement.md": STATEMENT, "minutes.md": MINUTES, "plan.md": PLAN}


def asked(id: str, question: str, answer: str | tuple[str, ...], kind: str, *aliases: str) -> Question:
    return Question(id=id, question=question, answer=answer, type=kind, aliases=aliases)


SIXTH = "the Sixth Meeting of the Task Group on Mountain Rescue"
SEVENTH = "the Seventh Meeting of the Task Group on Mountain Rescue"
QUESTIONS = (
    asked("date-6", f"When was {SIXTH} held?", "7 May 2019", "date"),
    asked("place-6", f"In which city was {SIXTH} held?", "Almaty", "place", "Almaty, Kazakhstan"),
    asked(
        "members-6",
        f"Which members attended {SIXTH}?",
        ("Austria", "Kazakhstan", "Nepal", "Pakistan", "Switzerland", "Tajikistan"),
        "attendees_list",
    ),
    asked("member-count-6", f"How many members attended {SIXTH}?", "6", "count", "six"),
    asked("observers-6", f"Which observers attended {SIXTH}?", ("Japan", "Norway"), "attendees_list"),
    asked("tajikistan-6", f"Did Tajikistan attend {SIXTH}?", "yes", "attendee_yesno"),
    asked("mongolia-6", f"Did Mongolia attend {SIXTH}?", "no", "attendee_yesno"),
    asked("japan-6", f"In what capacity did Japan attend {SIXTH}?", "observer", "attendee_role"),
    asked(
        "society-6",
        f"Which civil society organisations attended {SIXTH}?",
        ("High Huts Alliance", "Summit Medics"),
        "attendees_list",
    ),
    asked("persons-6", f"How many persons took part in {SIXTH}?", "63", "count"),
    asked("post-osmanov", "What post did Batyr Osmanov-Lie hold?", "Director for Civil Protection", "person"),
    asked("chairs-6", f"Who co-chaired {SIXTH}?", ("Batyr Osmanov-Lie", "Helga Brandt-Moe"), "person"),
    asked("date-7", f"When was {SEVENTH} held?", "16 March 2021", "date"),
    asked("place-7", f"Where was {SEVENTH} held?", "Kathmandu", "place", "Kathmandu, Nepal"),
    asked("chair-7", f"Who chaired {SEVENTH}?", "Sunita Gurung-Rai", "person"),
    asked(
        "attended-7",
        f"Who attended {SEVENTH}?",
        ("Austria", "Kazakhstan", "Nepal", "Switzerland", "Norway"),
        "attendees_list",
    ),
    asked("kazakhstan-7", f"Was Kazakhstan present at {SEVENTH}?", "yes", "attendee_yesno"),
    asked("norway-7", f"In what capacity did Norway attend {SEVENTH}?", "observer", "attendee_role"),
    asked("apologies-7", f"Who sent apologies for {SEVENTH}?", ("Pakistan", "Tajikistan"), "attendees_list"),
    asked("due-7/1", "By when is Austria to circulate the training manual?", "30 June 2021", "date"),
    asked(
        "lead-1.1", "Who leads the register of rescue helicopters in the Rescue Plan?", "Pakistan", "topic"
    ),
    asked("lead-1.2", "Who leads the common radio frequency in the Rescue Plan?", "Switzerland", "topic"),
    asked("due-2.1", "By when is the course for avalanche doctors due?", "October 2020", "date"),
)


@dataclass(frozen=True)
class Mutation:
    """One fact changed: in which file, from what to what, and which questions ask for it."""

    file: str
    old: str
    new: str
    fails: frozenset[str]


def mutation(file: str, old: str, new: str, *fails: str) -> Mutation:
    return Mutation(file, old, new, frozenset(fails))


MUTATIONS = (
    mutation("statement.md", "on 7 May 2019", "on 8 May 2019", "date-6"),
    mutation("statement.md", "on 7 May 2019", "on 7 May 2018", "date-6"),
    mutation("statement.md", "Almaty, Kazakhstan", "Astana, Kazakhstan", "place-6"),
    mutation("statement.md", "six members (Austria, Kazakhstan, Nepal, Pakistan, Switzerland and Tajikistan)",
             "five members (Austria, Kazakhstan, Nepal, Pakistan and Switzerland)",
             "members-6", "member-count-6", "tajikistan-6"),
    mutation("statement.md", "Switzerland and Tajikistan)", "Switzerland and Uzbekistan)",
             "members-6", "tajikistan-6"),
    mutation("statement.md", "(Austria, Kazakhstan, Nepal,", "(Germany, Kazakhstan, Nepal,", "members-6"),
    mutation("statement.md", "(Japan and Norway)", "(Iceland and Norway)", "observers-6", "japan-6"),
    mutation("statement.md", "two observers (Japan and Norway)", "three observers (Japan, Norway and Sweden)",
             "observers-6"),
    mutation("statement.md", "Summit Medics)", "Glacier Friends)", "society-6"),
    mutation("statement.md", "63 persons", "64 persons", "persons-6"),
    mutation("statement.md", "Director for Civil Protection", "Director for Forestry", "post-osmanov"),
    mutation("statement.md", "Ms Helga Brandt-Moe", "Ms Ingrid Falk-Moser", "chairs-6"),
    mutation("minutes.md", "16 March 2021", "17 March 2021", "date-7"),
    mutation("minutes.md", "16 March 2021", "2 March 2021", "date-7"),
    mutation("minutes.md", "16 March 2021", "16 March 2022", "date-7"),
    mutation("minutes.md", "Kathmandu, Nepal", "Pokhara, Nepal", "place-7"),
    mutation("minutes.md", "Ms Sunita Gurung-Rai (Nepal)", "Mr Dorje Lama-Thapa (Nepal)", "chair-7"),
    mutation("minutes.md", "- Kazakhstan\n", "", "attended-7", "kazakhstan-7"),
    mutation("minutes.md", "- Kazakhstan\n", "- Kyrgyzstan\n", "attended-7", "kazakhstan-7"),
    mutation("minutes.md", "- Pakistan\n", "- Bhutan\n", "apologies-7"),
    mutation("minutes.md", "by 30 June 2021", "by 30 July 2021", "due-7/1"),
    mutation("plan.md", "| Pakistan | by December", "| Nepal | by December", "lead-1.1"),
    mutation("plan.md", "| Switzerland | by June", "| Austria | by June", "lead-1.2"),
    mutation("plan.md", "by October 2020", "by November 2020", "due-2.1"),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rescue")
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def assistant(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[folder]) as opened:
        yield opened


def failing(assistant: Assistant) -> dict[str, str]:
    """Return the ids of the questions that are not answered right, each with why."""
    found = {}
    for question in QUESTIONS:
        answer = assistant.ask(question.question)
        outcome = grade(question, answer.text, answer.abstained)
        if outcome.verdict != "right":
            found[question.id] = f"{outcome.why}: {answer.text}"
    return found


def test_unchanged_documents_answer_every_question(assistant: Assistant) -> None:
    assert failing(assistant) == {}


@pytest.mark.parametrize("one", MUTATIONS, ids=lambda one: f"{one.old.strip()[:30]} → {one.new.strip()[:30]}")
def test_a_changed_fact_fails_its_own_questions_alone(
    assistant: Assistant, folder: Path, one: Mutation
) -> None:
    path = folder / one.file
    original = FILES[one.file]
    assert original.count(one.old) == 1, "a mutation changes one place"
    path.write_text(original.replace(one.old, one.new), encoding="utf-8")
    try:
        assistant.add([folder])
        found = failing(assistant)
        assert set(found) == one.fails, found
    finally:
        path.write_text(original, encoding="utf-8")
        assistant.add([folder])


def test_there_are_at_least_twenty_mutations() -> None:
    assert len(MUTATIONS) >= 20
    assert {id for one in MUTATIONS for id in one.fails} >= {q.id for q in QUESTIONS} - {
        "mongolia-6",
        "norway-7",
    }
