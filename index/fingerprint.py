"""What an index was built with. Vectors of two models, or passages of two cuts, must never be mixed."""

from __future__ import annotations

from corpus.document import Frozen
from index.errors import REBUILD, IndexMismatch

FORMAT = 1  # raise it when the layout of the store, or what is read out of a file, changes


class Fingerprint(Frozen):
    """The settings that all entries of an index share; `dimension` is None until a vector was written."""

    embedding: str
    dimension: int | None = None
    passages: str = ""  # the passage settings, in words
    format: int = FORMAT

    def check(self, wanted: Fingerprint, where: str) -> None:
        """Raise `IndexMismatch` where this index, at `where`, cannot serve the settings asked for."""
        named = {
            "format": "format version",
            "embedding": "embedding model",
            "dimension": "length of the vectors",
            "passages": "passage settings",
        }
        differences = []
        for field, name in named.items():
            mine, other = getattr(self, field), getattr(wanted, field)
            if mine != other and mine is not None and other is not None:
                differences.append(f"{name}: {mine} in the index, {other} in the settings")
        if differences:
            raise IndexMismatch(
                f"The index at {where} was built with other settings ({'; '.join(differences)})",
                f"Change the settings back, or rebuild the index: {REBUILD}",
            )
