"""Whatever is asked, an answer is proven: over the shipped documents, and over a statement as text and as PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Status
from assistant.citations import holds
from tests.typeset import text_blocks, typeset_pdf

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))


def questions(name: str) -> list[str]:
    lines = (ROOT / "eval" / "questions" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines if line.strip()]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(index=tmp_path_factory.mktemp("index")) as assistant:
        yield assistant


def check(answer: Answer, assistant: Assistant) -> None:
    assert holds(answer, assistant.library().document), answer
    for citation in answer.citations:
        document = assistant.document(citation.document)
        assert document.text[citation.start : citation.end] == citation.quote
    if answer.status in (Status.ANSWERED, Status.CONFLICT):
        assert answer.citations
        for line in answer.text.split("\n"):
            assert re.search(r"\[\d+\]", line), f"no marker in {line!r}"


@pytest.mark.parametrize("name", ["working-group", "spelling", "false-premises"])
def test_every_answer_over_the_shipped_documents_is_proven(shipped: Assistant, name: str) -> None:
    for question in questions(name):
        check(shipped.ask(question), shipped)


ASKED = (
    "Which members attended the November 2024 Working Group events?",
    "How many additional members attended as observers in November 2024?",
    "Was Vanuatu listed as attending the 10th Annual Meeting?",
    "Did Pakistan attend the 10th Annual Meeting?",
    "Who was the Australian Co-Chair of the Working Group at the 10th Annual Meeting?",
    "On what date did the Tenth Annual Meeting take place?",
    "What does GABF stand for?",
)


@pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not here")
def test_a_statement_as_text_and_as_pdf_gives_the_same_answers(tmp_path: Path) -> None:
    text = SEEDS[0]
    pdf = tmp_path / "statement.pdf"
    typeset_pdf(
        pdf,
        text_blocks(text.read_text(encoding="utf-8")),
        running_head="Working Group statement",
        footer="Distributed to members",
        page_numbers="Page {page} of {pages}",
    )
    with Assistant.open(documents=[text], index=tmp_path / "text-index") as as_text:
        plain = [as_text.ask(question) for question in ASKED]
    with Assistant.open(documents=[pdf], index=tmp_path / "pdf-index") as as_pdf:
        printed = [as_pdf.ask(question) for question in ASKED]
        for answer in printed:
            check(answer, as_pdf)
            for citation in answer.citations:
                document = as_pdf.document(citation.document)
                assert citation.page is not None
                page = document.pages[citation.page - 1]
                assert page.start <= citation.start < page.end
    assert [answer.text for answer in printed] == [answer.text for answer in plain]
    assert all(answer.status == Status.ANSWERED for answer in plain)
