"""Attendance told in paragraphs with heads of their own, in dotted lines, and by what stands in neither."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.records.test_attendance_layouts import lists, noted, of


def test_a_paragraph_may_begin_with_its_head(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Attendance

3. Members. Delegations from Hungary, Romania and Serbia were in the room. Slovenia was connected by remote link.
Croatia had informed the Chair on 2 April that it could not send a delegation.

4. Observers. Moldova was represented in that capacity. FAO sat as a permanent participant.

5. Industry. Vodomer Instruments was present throughout and Hidrolab for item 5 only.
""",
    )

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia", "Slovenia"],
        "absent": ["Croatia"],
        "observer": ["Moldova"],
        "international organisation": ["FAO"],
        "private sector": ["Vodomer Instruments", "Hidrolab"],
    }
    assert noted(records, "Slovenia").presence == "online"
    assert noted(records, "Hidrolab").note == "for item 5 only"


def test_a_first_sentence_is_no_head(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "## Attendance\n\nThree members sent delegations. FAO was represented by its regional office.\n",
    )

    assert lists(records) == {"international organisation": ["FAO"]}


def test_dots_may_lead_from_the_party_to_its_delegate(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """B. Participation

2. Three of the five members were represented, by the persons shown:

    Hungary  . . . . . . . . . . . Mr Bela Toth
    Romania  . . . . . . . . . . . Ms Ana Popa
    Serbia . . . . . . . . . . . . Ms Jelena Savic

No reply had been received from Albania.
""",
        "paper.txt",
    )

    assert lists(records) == {"member": ["Hungary", "Romania", "Serbia"], "absent": ["Albania"]}
    assert noted(records, "Romania").represented_by == ("Ana Popa",)


def test_capacities_between_semicolons(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "Present were Hungary, Romania and Serbia; as observers Moldova and Ukraine; FAO and WMO; from civil society "
        "Sava Anglers Association; from business Vodomer Instruments.\n",
    )

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia"],
        "observer": ["Moldova", "Ukraine"],
        "international organisation": ["FAO", "WMO"],
        "civil society": ["Sava Anglers Association"],
        "private sector": ["Vodomer Instruments"],
    }


def test_members_named_by_where_they_were(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "## Participation\n\nThree of the four members took part. The members in Osijek were Hungary, Romania and Serbia. "
        "Of the international organisations, FAO and WMO came; UNEP had been invited but did not come.\n",
    )

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia"],
        "international organisation": ["FAO", "WMO"],
        "absent": ["UNEP"],
    }


def test_what_only_counts_members_is_no_list_of_attendance(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "The Secretariat reported that three members had reached the goal: Hungary, Romania and Serbia.\n\n"
        "The handbook has been tried in two members: Croatia and Slovenia.\n\n"
        "They were joined by two guests, looked back on ten years of the Accord, and went home.\n",
    )

    assert lists(records) == {}


def test_a_news_item_is_about_the_meeting_of_its_heading(tmp_path: Path) -> None:
    text = """# Commission on Flood Warning

## News

### Fourth Session: a map for the Drava

11 May 2019

The Fourth Session, held in Maribor from 6 to 8 May 2019, adopted a map.

Present were Austria, Hungary and Slovenia; as an observer Croatia.

### A new office

The Fifth Session is expected in 2021 in Ptuj.
"""
    (tmp_path / "news.md").write_text(text)
    from corpus.readers import read
    from corpus.records import read_records

    records = read_records(read(tmp_path / "news.md", id="news.md"))
    assert lists(records) == {"member": ["Austria", "Hungary", "Slovenia"], "observer": ["Croatia"]}
