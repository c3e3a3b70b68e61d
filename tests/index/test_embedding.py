"""The embedding model: packaged, in a folder, or a clear word on how to get it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding import DEFAULT, load_embedding, name_of
from index.errors import MissingModel
from tests.index.conftest import WordEmbedding


def test_the_default_gives_unit_vectors_that_know_what_is_alike() -> None:
    embedding = load_embedding()
    vectors = embedding.encode(["The meeting was held in Suva.", "The session took place in Suva.", "Boats."])
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert np.allclose(embedding.embed_query("Boats."), vectors[2], atol=1e-4)


def test_one_model_a_process() -> None:
    assert load_embedding() is load_embedding(DEFAULT)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys; from index import Index; from index.embedding import load_embedding; load_embedding();"
        "print('torch' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="sentence-transformers"):
        load_embedding(str(tmp_path))


def test_a_model_that_is_nowhere_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(MissingModel, match=r"WG_ASSISTANT_INDEX__EMBEDDING=all-MiniLM-L6-v2"):
        load_embedding("nobody/has-this-model").embed_query("text")


def test_any_embedding_has_a_name_for_the_fingerprint() -> None:
    assert name_of(WordEmbedding()) == "words-64"
    assert name_of(load_embedding()) == DEFAULT
