"""What stands behind 'in' is not always a place."""

from __future__ import annotations

import hashlib

from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import Meeting


def meetings_of(text: str) -> list[Meeting]:
    raw = text.encode()
    document = read_markdown(raw, "paper.md", hashlib.sha256(raw).hexdigest())
    return [record for record in read_records(document) if isinstance(record, Meeting)]


def test_the_subject_of_a_body_is_no_place() -> None:
    found = meetings_of(
        "# Working Group on Trade in Orchids\n\n# Statement of the Chair\n\nThe Fourth Meeting of the Working Group on "
        "Trade in Orchids was held on 4 May 2021. Peru chaired. The meeting discussed orchids.\n"
    )
    assert all(meeting.place is None for meeting in found)


def test_a_city_stays_a_place() -> None:
    found = meetings_of(
        "# Working Group on Trade in Orchids\n\n# Statement of the Chair\n\nThe Fourth Meeting was held in Lima on "
        "4 May 2021. Peru chaired.\n"
    )
    assert any(meeting.place == "Lima" for meeting in found)
