"""Fitting the nearness of questions and pieces to sets of questions with evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from assistant.answerers.reading.likeness import embedded
from eval.likening import Example, bears, examples, fit, score
from eval.questions import Question

PAPER = """# Record of the Second Meeting of the Board on Beacons

Ghent, 3 May 2022

1. Mr Ode Wiel opened the meeting at nine.
2. Ghana bore the cost of the interpreters.
3. The Board put the vote off to its Third Meeting.
4. Togo handed over forty lamps to the Board.
"""


def _question(evidence: str) -> Question:
    return Question(id="q", question="Who paid?", answer="Ghana", evidence=evidence, type="person")


@pytest.mark.parametrize(
    ("piece", "evidence", "borne"),
    [
        ("2. Ghana bore the cost of the interpreters.", "Ghana bore the cost", True),
        ("Ghana bore the cost of the interpreters", "Ghana bore the  cost of the\ninterpreters.", True),
        ("Ghana bore part of the cost.", "Ghana bore the cost of the interpreters.", False),
        ("Togo handed over forty lamps.", "Ghana bore the cost of the interpreters.", False),
    ],
)
def test_a_piece_bears_the_evidence_but_for_marks_and_breaks(piece: str, evidence: str, borne: bool) -> None:
    assert bears(piece, _question(evidence)) is borne


def test_the_pieces_of_a_question_are_told_apart_by_its_evidence(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "record.md").write_text(PAPER, encoding="utf-8")
    line = {
        "id": "b1",
        "type": "person",
        "question": "Who paid the interpreters of the Board on Beacons?",
        "answer": "Ghana",
        "evidence": "Ghana bore the cost of the interpreters.",
        "source": "record.md",
        "answerable": True,
    }
    (tmp_path / "questions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    [one] = examples(tmp_path / "questions.jsonl", tmp_path / "documents")
    assert ["Ghana bore the cost" in piece for piece in one.answering] == [True]
    assert any("forty lamps" in piece for piece in one.other)
    assert not any("Ghana bore" in piece for piece in one.other)


def test_fitting_brings_questions_nearer_to_the_pieces_that_answer_them() -> None:
    pieces = [line[3:] for line in PAPER.splitlines() if line[:1].isdigit()]
    asked = [
        "zig zag one",
        "zig zag two",
        "zig zag three",
        "zig zag four",
    ]  # nothing that could be known before
    data = [
        Example(text, text, [piece], [other for other in pieces if other != piece], False)
        for text, piece in zip(asked * 8, pieces * 8, strict=True)
    ]
    tokenizer, encoder = fit(data, rate=3e-4, epochs=6)
    with torch.inference_mode():
        near = embedded(tokenizer, encoder, asked) @ embedded(tokenizer, encoder, pieces).T
    assert near.argmax(dim=1).tolist() == [0, 1, 2, 3]
    assert score(tokenizer, encoder, data[:4]) == "4 questions, evidence first by words 0, by nearness 4"
