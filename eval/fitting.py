"""Fits the weights by which the reading route knows how sure it is, on question sets with gold answers.

`python -m eval.fitting QUESTIONS DOCUMENTS [QUESTIONS DOCUMENTS …]` prints what each set scores with weights
fitted on the others, then writes `confidence.toml` fitted on all. Method: logistic regression
(https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import assistant.answerers.reading as reading
from assistant import Assistant
from assistant.answerers.reading.confidence import confidence
from assistant.answerers.reading.reader import candidates
from assistant.question.plain import plainly
from assistant.question.shape import shape_of
from eval.grading import Verdict, grade
from eval.questions import Question, load_questions

_LOOKED_AT = 12  # candidates of a question that are learned from, best first
_FILE = Path(reading.__file__).parent / "confidence.toml"


@dataclass(frozen=True)
class Example:
    """A question with its candidates in order: features of each, and whether it answers rightly."""

    question: Question
    features: list[dict[str, float]]
    right: list[bool]


def examples(questions: Path, documents: Path) -> list[Example]:
    """Return the questions of a file, asked of the reading route alone over the documents of a folder."""
    found: list[Example] = []
    paths = sorted(documents.iterdir()) if documents.is_dir() else [documents]
    with (
        tempfile.TemporaryDirectory() as folder,
        Assistant.open(documents=paths, index=folder) as assistant,
    ):
        count = assistant.settings.retrieval.passages
        for question in load_questions([questions]):
            text = plainly(question.question)
            hits = assistant.index.search(text, k=count)
            running = candidates(shape_of(text), hits, assistant.library().document)
            right = [
                question.answerable
                and grade(question, " ".join(claim.text for claim in one.found.claims), False).verdict
                is Verdict.RIGHT
                for one in running
            ]
            found.append(Example(question, [one.features for one in running], right))
    return found


def fit(sets: Sequence[Sequence[Example]]) -> dict[str, float]:
    """Return the weight of each feature, fitted on the given sets."""
    rows = [
        (features, right, 1.0 if number < 3 else 0.5)
        for one in sets
        for example in one
        for number, (features, right) in enumerate(zip(example.features, example.right, strict=True))
        if number < _LOOKED_AT
    ]
    names = sorted({name for features, _, _ in rows for name in features})
    model = LogisticRegression(C=0.3, max_iter=3000, fit_intercept=False)
    model.fit(
        np.array([[features.get(name, 0.0) for name in names] for features, _, _ in rows]),
        np.array([right for _, right, _ in rows]),
        sample_weight=[weight for _, _, weight in rows],
    )
    return {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0], strict=True)}


def score(weights: dict[str, float], one: Sequence[Example], threshold: float) -> str:
    """Return, in words, how a set fares with these weights: the first candidate answers, or is refused."""
    right = wrong = refused = rightly = 0
    for example in one:
        answered = bool(example.features) and confidence(example.features[0], weights) >= threshold
        right += answered and example.right[0]
        wrong += answered and not example.right[0]
        refused += not answered and example.question.answerable
        rightly += not answered and not example.question.answerable
    return f"{right} right, {wrong} wrong, {refused} wrongly refused, {rightly} rightly refused"


def main(arguments: Sequence[str]) -> None:
    """Fit on the sets named on the command line, and write the weights."""
    pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
    sets = [examples(Path(questions), Path(documents)) for questions, documents in pairs]
    for number, (questions, _) in enumerate(pairs):
        others = [one for other, one in enumerate(sets) if other != number] or sets
        print(f"{questions}: {score(fit(others), sets[number], reading.THRESHOLD)}")
    lines = ["# Fitted by `python -m eval.fitting`; features are described in confidence.py.", "[weights]"]
    lines += [f'"{name}" = {weight}' for name, weight in fit(sets).items()]
    _FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
