"""Fits the encoder that tells how near a piece of a document is to a question (assistant/answerers/reading/likeness).

`python -m eval.likening QUESTIONS DOCUMENTS [QUESTIONS DOCUMENTS …] [--held-out QUESTIONS DOCUMENTS …]` fits on the
questions of the first sets that have evidence, prints for each set held out how often the first unit is the one with
the evidence, and writes the weights. Some forty minutes for 4,000 questions on two cores.

Method: the question is to be nearer to the piece that bears its evidence than to the pieces of the other questions
in the batch, and than to pieces of the same documents that share its words (https://arxiv.org/abs/1705.00652,
https://arxiv.org/abs/2004.04906).
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch.nn.functional import cross_entropy

import assistant.answerers.reading as reading
from assistant.answerers.reading.likeness import WEIGHTS, base, embedded, told
from assistant.answerers.reading.ranking import readings_of, worded
from assistant.question.shape import shape_of
from eval.questions import Question
from eval.searching import searched

_EPOCHS, _BATCH, _RATE, _SCALE = 2, 16, 5e-5, 20.0
_HARD = 7  # of the pieces that share most words with a question, those that it may be set against
_AGAINST = 2  # of these, drawn anew each time
_KNOWN = 24  # pieces looked at, by the words they bear
_ALIKE = 0.85  # share of the words of the evidence that a piece bears with it


@dataclass(frozen=True)
class Example:
    """A question as asked and in plain words, with the pieces that bear its evidence, and others, best first."""

    asked: str
    plain: str
    answering: list[str]
    other: list[str]
    first: bool  # whether the words alone put a piece with the evidence first


def examples(questions: Path, documents: Path) -> list[Example]:
    """Return the answerable questions of a file whose evidence is found among the pieces of the documents."""
    found: list[Example] = []
    for question, text, hits, document_of in searched(questions, documents):
        if question.answerable and question.evidence and not question.history:
            cases = worded(shape_of(text), hits, readings_of(hits, document_of))
            pieces = [(told(case.unit, case.reading), bears(case.unit.text, question)) for _, case in cases]
            answering = [piece for piece, right in pieces if right]
            other = [piece for piece, right in pieces[:_KNOWN] if not right]
            if answering and len(other) > _AGAINST:
                found.append(Example(question.question, text, answering, other, pieces[0][1]))
    return found


def bears(text: str, question: Question) -> bool:
    """Whether a piece bears the evidence of a question, but for marks, or nearly all its words."""
    piece, evidence = (" ".join(re.findall(r"\w+", one.lower())) for one in (text, question.evidence or ""))
    if evidence in piece or (piece in evidence and len(piece) > 0.4 * len(evidence)):
        return True
    words = set(evidence.split())
    return len(words) > 4 and len(words & set(piece.split())) >= _ALIKE * len(words)


def fit(
    data: Sequence[Example], rate: float = _RATE, epochs: int = _EPOCHS, seed: int = 0
) -> tuple[Any, Any]:
    """Return tokenizer and encoder, fitted to the examples; only its layers move, the word vectors stay."""
    random.seed(seed)
    torch.manual_seed(seed)
    tokenizer, encoder = base()
    for module in encoder.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    moving = [weight for name, weight in encoder.named_parameters() if name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(moving, lr=rate, weight_decay=0.01)
    steps = epochs * (len(data) // _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1.0 - step / steps)
    )
    step = 0
    data = list(data)
    for _ in range(epochs):
        random.shuffle(data)
        for first in range(0, len(data) - _BATCH + 1, _BATCH):
            batch = data[first : first + _BATCH]
            texts = [one.plain if random.random() < 0.6 else one.asked for one in batch]
            pieces = [random.choice(one.answering) for one in batch]
            for one in batch:
                hard = one.other[:_HARD]
                pieces += random.sample(hard, min(len(hard), _AGAINST))
            near = _SCALE * embedded(tokenizer, encoder, texts) @ embedded(tokenizer, encoder, pieces).T
            also = torch.tensor(
                [
                    [place != row and piece in one.answering for place, piece in enumerate(pieces)]
                    for row, one in enumerate(batch)
                ]
            )
            loss = cross_entropy(near.masked_fill(also, -1e4), torch.arange(len(batch)))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(moving, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"step {step} of {steps}: loss {loss.item():.2f}", flush=True)
    return tokenizer, encoder.eval()


def score(tokenizer: Any, encoder: Any, held: Sequence[Example]) -> str:
    """Return, in words, how often a piece with the evidence comes first: by its words, and by nearness alone."""
    near = 0
    with torch.inference_mode():
        for one in held:
            likes = (
                embedded(tokenizer, encoder, [*one.answering, *one.other])
                @ embedded(tokenizer, encoder, [one.plain])[0]
            )
            near += int(likes.argmax()) < len(one.answering)
    return (
        f"{len(held)} questions, evidence first by words {sum(one.first for one in held)}, by nearness {near}"
    )


def main(arguments: Sequence[str]) -> None:
    """Fit on the sets named on the command line, tell how the held-out ones fare, and write the weights."""
    split = arguments.index("--held-out") if "--held-out" in arguments else len(arguments)
    pairs = [
        [(Path(q), Path(d)) for q, d in zip(part[::2], part[1::2], strict=True)]
        for part in (arguments[:split], arguments[split + 1 :])
    ]
    tokenizer, encoder = fit(
        [one for questions, documents in pairs[0] for one in examples(questions, documents)]
    )
    for questions, documents in pairs[1]:
        print(f"{questions}: {score(tokenizer, encoder, examples(questions, documents))}")
    layers = {
        name: weight.half().contiguous()
        for name, weight in encoder.state_dict().items()
        if name.startswith("encoder.")
    }
    save_file(layers, Path(reading.__file__).parent / WEIGHTS)


if __name__ == "__main__":
    main(sys.argv[1:])
