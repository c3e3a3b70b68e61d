"""Is the evidence among the first passages? Measured in one run beside the stock recipe.

    python -m eval.benchmarks.retrieval [facts] [practice] [heldout]

Evidence counts as found where a passage contains it, white space, quotes, dashes and the ending of an ordinal
aside: repairing a scan may change these.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.errors import UnreadableDocument
from corpus.readers import discover, read
from corpus.records import read_records
from eval.benchmarks.stock import Search, stock_recipes
from index import Index

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DEPTHS = (4, 10)
TARGETS = {4: 0.90, 10: 0.97}
_LEFT_OUT = ("INDEX", "01-")  # of the fact sheets: the list of them, and the sheet on the seed's own meeting


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the text that any right passage must contain, normalised."""

    id: str
    question: str
    evidence: str


def normalised(text: str) -> str:
    """Return a text without what repairing a scan may change."""
    text = re.sub(r"[‘’“”\"'`´™]", "", text.casefold())
    text = re.sub(r"[‐‑‒–—-]+", "-", text)
    return re.sub(r"\s+", "", re.sub(r"(\d)\s*(?:st|nd|rd|th|t)\b", r"\1", text))


def questions(path: Path) -> list[Asked]:
    """Return the answerable questions of a set that name their evidence."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Asked(row["id"], row["question"], normalised(row["evidence"]))
        for row in rows
        if row["answerable"] and row.get("evidence")
    ]


def corpora() -> dict[str, tuple[list[Path], Path]]:
    """Return the files and the question file of each set that is on this machine, by name."""
    facts = [p for p in sorted((SHARED / "facts").glob("*.md")) if not p.name.startswith(_LEFT_OUT)]
    found = {
        "facts": ([*facts, *sorted((SHARED / "seeds").glob("*.txt"))], SHARED / "eval" / "questions.jsonl"),
        "practice": ([SHARED / "practice" / "documents"], SHARED / "practice" / "questions.jsonl"),
        "heldout": ([ROOT / "tests/heldout/documents"], ROOT / "tests/heldout/questions.jsonl"),
    }
    return {name: (paths, asked) for name, (paths, asked) in found.items() if asked.is_file()}


def recall(asked: Sequence[Asked], search: Search) -> dict[int, float]:
    """Return the part of the questions whose evidence is among the first texts, by depth."""
    first = dict.fromkeys(DEPTHS, 0)
    for one in asked:
        found = [one.evidence in normalised(text) for text in search(one.question)[: max(DEPTHS)]]
        for depth in DEPTHS:
            first[depth] += any(found[:depth])
    return {depth: count / len(asked) for depth, count in first.items()}


def measure(name: str, paths: Sequence[Path], question_file: Path, console: Console) -> bool:
    """Measure one set and print its table; return whether the target is met."""
    asked = questions(question_file)
    files = discover(paths)
    texts = []
    for path, id in files:
        try:
            texts.append(read(path, id=id).text)
        except UnreadableDocument as error:
            console.print(f"left out: {error}")
    table = Table(
        "recipe", *(f"recall at {depth}" for depth in DEPTHS), "times stock fusion", "ms a question"
    )
    base: dict[int, float] = {}
    searches = stock_recipes(texts)
    with tempfile.TemporaryDirectory() as folder, Index.open(folder) as index:
        index.sync(files, records=read_records)
        index.warm()
        searches["WG Assistant"] = lambda question: [h.passage.text for h in index.search(question, k=10)]
        for recipe, search in searches.items():
            began = time.perf_counter()
            found = recall(asked, search)
            spent = 1000 * (time.perf_counter() - began) / len(asked)
            if recipe == "stock: fusion":
                base = found
            ratio = " / ".join(f"{found[d] / base[d]:.2f}" if base else "" for d in DEPTHS)
            table.add_row(recipe, *(f"{found[d]:.3f}" for d in DEPTHS), ratio, f"{spent:.1f}")
    table.title = f"{name}: {len(asked)} questions, {len(texts)} documents"
    console.print(table)
    return all(found[depth] >= target for depth, target in TARGETS.items())


def main(names: Sequence[str]) -> int:
    """Measure the named sets, or all; return 0 where the facts set meets its target."""
    console = Console()
    met = {
        name: measure(name, *place, console)
        for name, place in corpora().items()
        if not names or name in names
    }
    for name, good in met.items():
        console.print(f"{name}: {'meets' if good else 'misses'} 0.90 at 4 and 0.97 at 10")
    return 0 if met.get("facts", True) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
