"""The held-out set is sound: gold answers rest on quoted evidence, built files say what their sources say."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from source_text import built_text, source_text  # noqa: E402
from sources_reader import read_source  # noqa: E402

TYPES = {
    "attendees_list", "attendee_yesno", "attendee_role", "count", "date", "place", "person", "list",
    "topic", "paraphrase", "cross_document", "false_premise", "unanswerable",
}  # fmt: skip


def _lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


QUESTIONS = _lines("questions.jsonl")
FOLLOWUPS = _lines("followups.jsonl")
DOCUMENTS = sorted(path.name for path in (HERE / "documents").iterdir())
BUILT = [name for name in DOCUMENTS if name.endswith((".pdf", ".docx"))]


def _sources(line: dict[str, object]) -> list[str]:
    source = line["source"]
    return source if isinstance(source, list) else [str(source)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_the_set_covers_every_type_and_refusals_enough() -> None:
    types = Counter(line["type"] for line in QUESTIONS)
    assert set(types) == TYPES
    assert len(QUESTIONS) >= 160
    assert types["unanswerable"] >= 30
    assert len(FOLLOWUPS) == 12


def test_ids_and_questions_are_unique() -> None:
    for field in ("id", "question"):
        values = [line[field] for line in QUESTIONS]
        assert len(set(values)) == len(values)


def test_every_document_is_asked_about() -> None:
    assert {name for line in QUESTIONS for name in _sources(line)} == set(DOCUMENTS)


@pytest.mark.parametrize("line", QUESTIONS, ids=[str(line["id"]) for line in QUESTIONS])
def test_evidence_stands_in_a_source_and_aliases_fit_the_answer(line: dict[str, object]) -> None:
    texts = [source_text(name) for name in _sources(line)]
    evidence = str(line["evidence"])
    assert line["answerable"] is (line["type"] != "unanswerable")
    if line["answerable"]:
        assert evidence
        assert any(evidence in text for text in texts)
    else:
        assert evidence == ""
    answer, aliases = line["answer"], line["aliases"]
    assert isinstance(aliases, list)
    if isinstance(answer, list):
        assert len(aliases) == len(answer)
        assert len(set(answer)) == len(answer)


@pytest.mark.parametrize("line", QUESTIONS + FOLLOWUPS, ids=lambda line: str(line["id"]))
def test_gold_names_are_in_the_sources(line: dict[str, object]) -> None:
    if not line["answerable"] or line["type"] not in {"attendees_list", "person", "place", "list"}:
        return
    text = " ".join(_words(" ".join(source_text(name) for name in _sources(line))))
    answers = line["answer"] if isinstance(line["answer"], list) else [line["answer"]]
    aliases = line["aliases"] if isinstance(line["answer"], list) else [line["aliases"]]
    for answer, others in zip(answers, aliases, strict=True):  # type: ignore[arg-type]
        ways = [answer, *others]
        # The scan writes I as 1 and l; compare it with those letters folded together.
        plain = [" ".join(_words(way)) for way in ways]
        folded = text.translate(str.maketrans("1il0o", "iiioo"))
        assert any(
            way in text or way.translate(str.maketrans("1il0o", "iiioo")) in folded for way in plain
        ), answer


@pytest.mark.parametrize("name", BUILT)
def test_a_built_file_holds_every_word_of_its_source(name: str) -> None:
    blocks = read_source(HERE / "sources" / f"{Path(name).stem}.txt")
    wanted = Counter(
        word
        for block in blocks
        for text in ([cell for row in block.rows for cell in row] or [block.text])
        for word in _words(text)
        if len(word) > 3
    )
    held = Counter(_words(re.sub(r"-\n", "", built_text(HERE / "documents" / name))))
    joined = " ".join(_words(built_text(HERE / "documents" / name))).replace(" ", "")
    missing = {word for word in wanted if word not in held and word not in joined}
    assert not missing


def _members(name: str, start: str, end: str) -> list[str]:
    """The names of an enumeration in the source, between two phrases."""
    text = re.sub(r"\s+", " ", source_text(name))
    part = text.split(start, 1)[1].split(end, 1)[0]
    return [item.strip() for item in re.split(r", (?:and )?|; | and (?=[A-Z])", part) if item.strip()]


@pytest.mark.parametrize(
    ("name", "start", "end", "count"),
    [
        ("amber-road-scsh-ministerial-declaration-2017.pdf", "representatives of ", ". Greece", 14),
        ("amber-road-scsh-report-eighth-session-2021.pdf", "were represented: ", ".[2]", 14),
        ("lautoka-jtgpr-cochairs-statement-sixth-meeting-2023.md", "took part: ", ". Among", 14),
        ("lautoka-jtgpr-newsletter-issue-11-2024.pdf", "sent delegations: ", ". Cook", 11),
    ],
)
def test_stated_counts_match_the_lists(name: str, start: str, end: str, count: int) -> None:
    assert len(_members(name, start, end)) == count


def test_the_annex_of_the_report_names_as_many_people_as_the_gold_count_says() -> None:
    rows = [
        row
        for block in read_source(HERE / "sources" / "bahia-clara-twgcrs-report-fifth-meeting-2020.txt")
        for row in block.rows
        if row[1] != "Name"
    ]
    gold = next(line for line in QUESTIONS if "secretariat included" in str(line["question"]))
    assert len(rows) == int(str(gold["answer"]))
