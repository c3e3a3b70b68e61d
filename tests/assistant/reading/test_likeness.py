"""How near a piece of a document is to a question: in meaning, not in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answerers.reading.cutting import cut
from assistant.answerers.reading.likeness import Likeness, likeness, told
from tests.assistant.reading.asking import document

MINUTES = [
    "The Chair declared the meeting open at ten past nine.",
    "Travel of the experts was met by the Government of Norway.",
    "The hall lay beside the old harbour of Bergen.",
    "Two laboratories reported that reagents had not been delivered in time.",
    "The next round of tests was put off to the spring.",
    "Handbooks were printed in French and Portuguese.",
]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("When did proceedings get under way?", 0),
        ("Who footed the bill for the specialists' journeys?", 1),
        ("Which venue was used?", 2),
        ("What were the labs short of?", 3),
        ("What was postponed?", 4),
        ("In which languages did the manual appear?", 5),
    ],
)
def test_the_sentence_that_answers_is_nearest_whatever_its_words(question: str, answers: int) -> None:
    near = likeness().of(question, MINUTES)
    assert near.index(max(near)) == answers


def test_a_row_is_compared_with_the_names_of_its_columns() -> None:
    paper = document(
        "plan.md",
        "# Work Plan\n\n| Step | Lead | Ready by |\n|---|---|---|\n| Handbook | Togo | May 2024 |\n",
    )
    reading = cut(paper)
    row = next(unit for unit in reading.units if unit.row is not None)
    assert told(row, reading).startswith("Step: Handbook; Lead: Togo; Ready by: May 2024")


def test_an_item_is_compared_with_what_leads_it_in() -> None:
    paper = document(
        "note.md", "# Note\n\nThe Group decided:\n\n- to meet in Lomé;\n- to print a handbook.\n"
    )
    reading = cut(paper)
    item = next(unit for unit in reading.units if "Lomé" in unit.text)
    assert "The Group decided" in told(item, reading)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*MINUTES, "", "…", "Σ 12"]), min_size=1, max_size=8))
def test_a_text_has_one_unit_vector_whatever_stands_beside_it(texts: list[str]) -> None:
    alone = Likeness()
    alone._encoder, alone._tokenizer = _loaded()
    vectors = alone.vectors(texts)
    assert vectors.shape == (len(texts), 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert np.allclose(vectors, likeness().vectors(texts), atol=1e-3)


def _loaded() -> tuple[object, object]:
    likeness().load()
    return likeness()._encoder, likeness()._tokenizer
