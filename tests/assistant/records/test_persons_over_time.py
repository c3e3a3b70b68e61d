"""Persons at several meetings: whom they stood for, in what post, and what became of them; visits and turnout."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.readers import read
from corpus.records import read_records
from corpus.records.types import Headcount, Meeting
from tests.assistant.library import library_of

PAPERS = {
    "second.md": """# Minutes of the Second Meeting of the Working Group on Ice Roads, Northern Lights Process

Rovaniemi, Finland, 3 to 5 March 2020

| Delegation | Name | Post |
|---|---|---|
| Finland | Ms Aino Lehto | Road Engineer |
| Canada | Mr Paul Deschênes | Director of Winter Roads |
| Norway | Mr Odd Vik | Adviser |

Lic. Marta Solís once again served as Rapporteur. Attendance stood at 41. On the third day the delegates visited
the ferry slip at Hailuoto.

The Third will be in Whitehorse, on 8 and 9 June 2022.
""",
    "third.md": """# Minutes of the Third Meeting of the Working Group on Ice Roads, Northern Lights Process

| Item | Particulars |
|---|---|
| Date | 8 and 9 June 2022 |
| Place | Whitehorse, Canada |
| President | Ms Aino Lehto (Finland), Head of the Roads Agency |
| Minutes kept by | Mr Rolf Aas, Bureau of the Process |

The Arctic Hauliers (Mr Odd Vik) and the World Meteorological Organization (WMO), on whose behalf Dr Ines Prado spoke,
came as advisers. Persons registered numbered 58.

Thursday 9: Visit to the weather station at Old Crow
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), PAPERS)


def told(question: str, library: Library) -> str:
    draft, _ = answer_from_records(question, library)
    return "" if draft is None else " ".join(claim.text for claim in draft.claims)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Whom did Paul Deschênes represent in 2020?", ["Canada"]),
        ("What post did Aino Lehto hold in 2020 and what in 2022?", ["Road Engineer", "Head of the Roads Agency", "President"]),
        ("Which delegate of Finland in 2020 became President in 2022?", ["Aino Lehto"]),
        ("Who represented the WMO at the Third Meeting?", ["Ines Prado"]),
        ("Who took the minutes of the Third Meeting?", ["Rolf Aas (Bureau of the Process)"]),
        ("Who was Rapporteur of the Second Meeting?", ["Lic. Marta Solís"]),
    ],
)  # fmt: skip
def test_persons_at_one_meeting_and_the_next(question: str, parts: list[str], library: Library) -> None:
    text = told(question, library)
    assert all(part in text for part in parts), text


def test_the_party_of_a_person_is_not_told_where_a_meeting_gives_none(library: Library) -> None:
    assert told("For whom did Rolf Aas appear in 2020, and for whom in 2022?", library) == ""


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What was the overall attendance figure of the Second Meeting?", "41 participants"),
        ("What was the total turnout at the Third Meeting?", "58 persons"),
    ],
)
def test_the_turnout_told_without_a_noun_of_its_own(question: str, number: str, library: Library) -> None:
    assert told(question, library).startswith(number)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did delegates visit the ferry slip?", "On 5 March 2020, the visit was to the ferry slip at Hailuoto."),
        ("What did the delegates of the Third Meeting visit?", "On 9 June 2022, the visit was to the weather station at Old Crow."),
        ("Which museum did the delegates of the Third Meeting visit?", ""),
    ],
)  # fmt: skip
def test_visits_of_the_delegates(question: str, answer: str, library: Library) -> None:
    assert told(question, library) == answer


def test_a_next_meeting_called_by_its_ordinal_alone(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(PAPERS["second.md"])
    document = read(tmp_path / "one.md", id="one.md")
    library = Library([document], list(read_records(document)))
    assert told("When and where is the Third Meeting planned?", library) == (
        "The Third Meeting is planned in Whitehorse on 8 and 9 June 2022."
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Who succeeded Lea Roth as Head of the Ice Bureau?",
            "later Mr Tim Olsson was Head of the Ice Bureau.",
        ),
        ("Who took over from Jan Moe?", "Ms Eva Dahl took over from Jan Moe"),
        ("Who succeeded Eva Dahl?", ""),
    ],
)
def test_who_followed_a_person_in_a_post(question: str, answer: str, tmp_path: Path) -> None:
    papers = {
        "first.md": "# Minutes of the First Meeting of the Lantern Group\n\nOslo, 3 May 2019\n\n"
        "Ms Lea Roth, Head of the Ice Bureau, gave a report.",
        "second.md": "# Minutes of the Second Meeting of the Lantern Group\n\nBergen, 4 May 2021\n\n"
        "Mr Tim Olsson, who has been Head of the Ice Bureau since June 2020, gave a report. "
        "The Chair, Ms Eva Dahl, succeeded Mr Jan Moe on 1 January.",
    }
    documents = []
    for name, text in papers.items():
        (tmp_path / name).write_text(text)
        documents.append(read(tmp_path / name, id=name))
    library = Library(documents, [record for document in documents for record in read_records(document)])
    assert answer in told(question, library)
    assert bool(answer) == bool(told(question, library))


def test_how_many_went_on_a_visit_is_not_told_by_its_date(library: Library) -> None:
    draft, _ = answer_from_records("How many delegates took part in the visit to Old Crow?", library)
    assert draft is not None
    assert draft.status == "not_stated"


def test_a_second_figure_counts_for_the_event_named_behind_it(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(
        "# Fourth Session of the Lantern Group and Open House\n\nOslo, 3 to 5 May 2022\n\n"
        "The Fourth Session was held on 3 and 4 May; the Open House with Shippers followed on 5 May. "
        "In all, 62 people attended the Fourth Session and 140 the Open House.\n"
    )
    document = read(tmp_path / "one.md", id="one.md")
    records = list(read_records(document))
    names = {one.id: one.name for one in records if isinstance(one, Meeting)}
    counts = {one.number: names[one.meeting or ""] for one in records if isinstance(one, Headcount)}
    assert counts[140].startswith("Open House")
    assert "Open House" not in counts[62]
