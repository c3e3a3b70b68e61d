"""Fits the weights by which the reading route knows how sure it is, on question sets with gold answers.

`python -m eval.fitting QUESTIONS DOCUMENTS [QUESTIONS DOCUMENTS …]` prints what each set scores with weights
fitted on the others, then writes `confidence.toml` fitted on all. Method: logistic regression
(https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import assistant.answerers.reading as reading
from assistant.answerers.reading.confidence import confidence, stands
from assistant.answerers.reading.reader import candidates, first_by_words
from assistant.question.shape import shape_of
from eval.grading import Verdict, grade
from eval.questions import Question
from eval.searching import searched

_LOOKED_AT = 12  # candidates of a question that are learned from, best first
_FILE = Path(reading.__file__).parent / "confidence.toml"


@dataclass(frozen=True)
class Example:
    """A question with its candidates in order: features of each, and whether it answers rightly.

    `first` is the place of the one that is first by its words.
    """

    question: Question
    features: list[dict[str, float]]
    right: list[bool]
    first: int = 0


def examples(questions: Path, documents: Path) -> list[Example]:
    """Return the questions of a file, asked of the reading route alone over the documents of a folder."""
    found: list[Example] = []
    for question, text, hits, document_of in searched(questions, documents):
        running = candidates(shape_of(text), hits, document_of)
        right = [
            question.answerable
            and grade(question, " ".join(claim.text for claim in one.found.claims), False).verdict
            is Verdict.RIGHT
            for one in running
        ]
        first = running.index(first_by_words(running)) if running else 0
        found.append(Example(question, [one.features for one in running], right, first))
    return found


def fit(sets: Sequence[Sequence[Example]]) -> dict[str, float]:
    """Return the weight of each feature, fitted on the given sets; each set weighs alike."""
    rows = [
        (features, right, (1.0 if number < 3 else 0.5) / len(one))
        for one in sets
        for example in one
        for number, (features, right) in enumerate(zip(example.features, example.right, strict=True))
        if number < _LOOKED_AT
    ]
    mean = sum(weight for _, _, weight in rows) / len(rows)
    names = sorted({name for features, _, _ in rows for name in features})
    model = LogisticRegression(C=0.3, max_iter=3000, fit_intercept=False)
    model.fit(
        np.array([[features.get(name, 0.0) for name in names] for features, _, _ in rows]),
        np.array([right for _, right, _ in rows]),
        sample_weight=[weight / mean for _, _, weight in rows],
    )
    return {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0], strict=True)}


def score(weights: dict[str, float], one: Sequence[Example], threshold: float) -> str:
    """Return, in words, how a set fares with these weights: the surest candidate answers, or is refused."""
    right = wrong = refused = rightly = 0
    for example in one:
        sure = [confidence(features, weights) for features in example.features]
        best = sure.index(max(sure)) if sure else 0
        if sure and stands(example.features[example.first], weights):
            best = example.first
            answered = True
        else:
            answered = bool(sure) and sure[best] >= threshold
        right += answered and example.right[best]
        wrong += answered and not example.right[best]
        refused += not answered and example.question.answerable
        rightly += not answered and not example.question.answerable
    return f"{right} right, {wrong} wrong, {refused} wrongly refused, {rightly} rightly refused"


def write(weights: dict[str, float]) -> None:
    """Write the weights; those of the words alone stay as they are."""
    kept = _FILE.read_text(encoding="utf-8").split("[weights]")[0]
    lines = [f'"{name}" = {weight}' for name, weight in weights.items()]
    _FILE.write_text(f"{kept}[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Fit on the sets named on the command line, and write the weights."""
    pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
    sets = [examples(Path(questions), Path(documents)) for questions, documents in pairs]
    for number, (questions, _) in enumerate(pairs):
        others = [one for other, one in enumerate(sets) if other != number] or sets
        print(f"{questions}: {score(fit(others), sets[number], reading.THRESHOLD)}")
    write(fit(sets))


if __name__ == "__main__":
    main(sys.argv[1:])
