"""Answers a file of questions, a line each."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.api import Assistant
from assistant.errors import BadQuestion


def answer_file(assistant: Assistant, questions: Path, out: Path) -> int:
    """Answer every line of a JSON Lines file and write a line for each; return how many.

    A line has at least `id` and `question`, optionally `history`. Written are id, answer, abstained, status,
    route, citations and seconds. A question that cannot be asked is written as not stated, with the reason.
    Raises FileNotFoundError for a missing file and BadQuestion for a line that is no such object.
    """
    lines = questions.read_text(encoding="utf-8-sig").splitlines()
    asked = [_line(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for one in asked:
            started = time.perf_counter()
            try:
                answer = assistant.ask(one["question"], history=one.get("history") or ())
                row = _row(one["id"], answer)
            except BadQuestion as error:
                row = {
                    "id": one["id"],
                    "answer": str(error),
                    "abstained": True,
                    "status": "not_stated",
                    "route": "reading",
                    "citations": [],
                }
            row["seconds"] = round(time.perf_counter() - started, 4)
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(asked)


def _line(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadQuestion(
            f"Line {number} of the questions is not JSON ({error.msg}). Write one object a line."
        ) from None
    if not isinstance(asked, dict) or "id" not in asked or not isinstance(asked.get("question"), str):
        raise BadQuestion(f"Line {number} of the questions needs the fields 'id' and 'question'.")
    return asked


def _row(id: Any, answer: Answer) -> dict[str, Any]:
    return {
        "id": id,
        "answer": answer.text,
        "abstained": answer.abstained,
        "status": str(answer.status),
        "route": str(answer.route),
        "citations": [
            {
                "document": citation.document,
                "title": citation.title,
                "page": citation.page,
                "section": citation.section,
                "quote": citation.quote,
                "start": citation.start,
                "end": citation.end,
            }
            for citation in answer.citations
        ],
    }
