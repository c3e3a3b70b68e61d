"""How near a piece of a document is to a question in what it speaks of, whatever the words.

Sentence vectors of a small encoder (MiniLM, https://arxiv.org/abs/2002.10957) whose layers were fitted to
questions of this genre and the sentences, rows and items that answer them, against the other pieces of the same
documents (https://arxiv.org/abs/1705.00652). `python -m eval.likening` fits them anew. The word vectors are those of
the packaged embedding model; the fitted layers stand beside this file in half precision.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.answerers.reading.units import Reading, Unit
from index.embedding import load_embedding

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = "likeness.safetensors"
_LONGEST = 80  # tokens of a text that are looked at: most sentences of the genre have fewer
_OWN, _FRAME = 240, 60  # characters of a piece, and of what stands over it
_BATCH = 32
_KEPT = 20_000  # vectors kept in memory; 1.5 kB each


def told(unit: Unit, reading: Reading) -> str:
    """Return a piece as it is compared: its text, of a row with the names of its columns, and what frames it."""
    text = reading.document.text
    if unit.row is not None and unit.table is not None:
        heads = [*unit.table.header, *[""] * len(unit.row.cells)]
        cells = [
            (head, " ".join(cell.text.split())) for head, cell in zip(heads, unit.row.cells, strict=False)
        ]
        own = "; ".join(f"{head}: {cell}" if head else cell for head, cell in cells if cell)
        over = unit.group
    else:
        own = " ".join(unit.text.split())
        span = unit.lead_span or (unit.before_span if unit.pronoun else None)
        over = " ".join(text[span.start : span.end].split())[-110:] if span else ""
    path = (
        reading.document.sections[unit.section].path if unit.section < len(reading.document.sections) else ()
    )
    heading = path[-1][:80] if path and path[-1].strip() != unit.text.strip() else ""
    frame = " | ".join(part for part in (over, heading, reading.document.metadata.title[:70]) if part)
    return f"{own[:_OWN]} | {frame[:_FRAME]}" if frame else own[:_OWN]


class Likeness:
    """Compares questions with pieces of documents; loads its model on first use, and may be used by many threads."""

    def __init__(self) -> None:
        self._encoder: Any = None
        self._tokenizer: Any = None
        self._loading = threading.Lock()
        self._keeping = threading.Lock()
        self._kept: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def of(self, question: str, pieces: Sequence[str]) -> list[float]:
        """Return how near each piece is to the question: cosines, -1 … 1, one for each piece."""
        vectors = self.vectors([question, *pieces])
        return [float(value) for value in vectors[1:] @ vectors[0]]

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (len(texts), 384), from memory where it has been seen."""
        with self._keeping:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        new = sorted({text for text in texts if text not in known}, key=len)
        for first in range(0, len(new), _BATCH):
            batch = new[first : first + _BATCH]
            known.update(zip(batch, self._encode(batch), strict=True))
        with self._keeping:
            for text in texts:
                self._kept[text] = known[text]
                self._kept.move_to_end(text)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return np.stack([known[text] for text in texts])

    def load(self) -> None:
        """Bring the model into memory; raises `MissingModel` where the packaged embedding is not installed."""
        with self._loading:
            if self._encoder is None:
                self._tokenizer, self._encoder = _load()

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import torch

        self.load()
        with torch.inference_mode():
            return np.asarray(embedded(self._tokenizer, self._encoder, texts))


def embedded(tokenizer: Any, encoder: Any, texts: Sequence[str]) -> Any:
    """Return one unit vector a text, shape (len(texts), 384), as a tensor: the mean over its tokens."""
    import torch

    batch = tokenizer(list(texts), truncation=True, max_length=_LONGEST, padding=True, return_tensors="pt")
    kept = batch["attention_mask"].unsqueeze(-1)
    hidden = encoder(**batch).last_hidden_state
    return torch.nn.functional.normalize((hidden * kept).sum(1) / kept.sum(1), dim=-1)


def base() -> tuple[Any, Any]:
    """Return tokenizer and encoder of the packaged embedding model, before any fitting."""
    from transformers import AutoModel, AutoTokenizer

    folder = load_embedding().source
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)


def _load() -> tuple[Any, Any]:
    from safetensors.torch import load_file

    tokenizer, encoder = base()
    with as_file(files(__package__) / WEIGHTS) as path:
        layers = {name: tensor.float() for name, tensor in load_file(path).items()}
    encoder.load_state_dict(layers, strict=False)
    return tokenizer, encoder.eval()


@lru_cache(maxsize=1)
def likeness() -> Likeness:
    """Return the one comparer of this process."""
    return Likeness()
