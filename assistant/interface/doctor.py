"""Examines an installation and says what to do where something is wrong."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import Settings

_PACKAGES = ("torch", "langchain", "chromadb", "sentence_transformers", "gradio", "pypdf", "bm25s")
_LEAST_FREE = 1_000_000_000  # bytes; an index of some thousand documents, and room for its rebuilding


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    found: str
    advice: str = ""


def examine(index: str | None = None, settings: Settings | None = None) -> Iterator[Finding]:
    """Look at Python, packages, the embedding model, the index and the disk, one after the other."""
    settings = settings or Settings()
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding(
        "Python",
        sys.version_info >= (3, 11),
        version,
        "Install Python 3.11 or newer and run `make run` again.",
    )
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    yield Finding(
        "packages",
        not missing,
        "all there" if not missing else f"missing: {', '.join(missing)}",
        "Run `make run`, which installs them into .venv.",
    )
    yield _model(settings)
    directory = Path(index) if index and not index.startswith("http") else settings.index.directory
    yield _disk(directory)
    yield _index(index, settings)


def _model(settings: Settings) -> Finding:
    from index.embedding import load_embedding

    try:
        vector = load_embedding(settings.index.embedding).embed_query("Who chaired the meeting?")
    except Exception as error:
        return Finding(
            "embedding model",
            False,
            str(error),
            "Set WG_ASSISTANT_INDEX__EMBEDDING to a model that is installed, or connect to the network once.",
        )
    return Finding("embedding model", True, f"{settings.index.embedding}, {len(vector)} dimensions")


def _disk(directory: Path) -> Finding:
    place = directory
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    return Finding(
        "disk",
        free >= _LEAST_FREE,
        f"{free / 1e9:.1f} GB free for {directory}",
        "Free some space, or set WG_ASSISTANT_INDEX__DIRECTORY to another disk.",
    )


def _index(index: str | None, settings: Settings) -> Finding:
    from assistant.api import Assistant

    try:
        with Assistant.open(index=index, settings=settings) as assistant:
            documents = len(assistant.documents())
            failed = [report for report in assistant.reports if report.outcome == "failed"]
    except Exception as error:
        return Finding(
            "index",
            False,
            str(error),
            "Follow the message; `wg-assistant index --rebuild` makes the index anew from the files.",
        )
    if failed:
        return Finding(
            "index",
            False,
            f"{documents} documents; could not read {', '.join(one.path for one in failed)}",
            failed[0].reason,
        )
    return Finding("index", True, f"{documents} documents")
