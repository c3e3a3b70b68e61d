"""Who chaired a meeting, where only a mark in the list of participants says so."""

from __future__ import annotations

from pathlib import Path

from assistant.answerers.records import answer_from_records
from tests.assistant.library import library_of, said

MINUTES = """Working Group on Avalanches

Minutes of the Second Session

Chur, Switzerland, 6 and 7 May 2031

Present: Austria: Mr Emil Firn; Italy: Ms Ada Neve (Chair); Norway: Mr Jo Sne
"""


def test_the_person_with_the_mark_chaired(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"minutes.txt": MINUTES})
    answer = said(answer_from_records("Who chaired the Second Session?", library)[0])
    assert "Ada Neve" in answer
    assert "Emil Firn" not in answer
