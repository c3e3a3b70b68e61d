"""Lists of attendance in nested items, between bullets, in fallen lines, by groups, and in columns of standing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.readers import read
from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import AnyRecord, Attendance, AttendanceGroup, Completeness, Meeting

HEAD = "Third Session of the Commission on Flood Warning\n\nOsijek, Croatia, 9 to 10 April 2018\n\n"


def of(folder: Path, text: str, name: str = "paper.md") -> tuple[AnyRecord, ...]:
    (folder / name).write_text(
        ("# Report of the " if name.endswith("md") else "Report of the ") + HEAD + text
    )
    return read_records(read(folder / name, id=name))


def lists(records: Sequence[AnyRecord]) -> dict[str, list[str]]:
    """Capacity → names as written."""
    found: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Attendance):
            found.setdefault(record.capacity.value, []).append(record.written)
    return found


def noted(records: Sequence[AnyRecord], party: str) -> Attendance:
    return next(r for r in records if isinstance(r, Attendance) and r.written == party)


def test_heads_may_be_items_over_deeper_items(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """2. Those present were:

- participating States (three out of six)
  o Hungary, Romania, Serbia
- guest States
  o Moldova
- others
  o Sava Anglers Association
  o Vodomer Instruments Ltd (10 April only)

Austria had excused itself.
""",
        "paper.txt",
    )

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia"],
        "invited guest": ["Moldova"],
        "civil society": ["Sava Anglers Association"],
        "private sector": ["Vodomer Instruments Ltd"],
        "apologies": ["Austria"],
    }


def test_bullets_within_a_line_part_its_names(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## At the table

### Members (3)

Hungary • Romania • Serbia

### Organisations (2)

World Bank • UNESCO

### Traders, 10 April only (2)

- Sava Barges; Tisa Grain

### Observers (2)

Moldova, represented by Ms Ana Rusu; Ukraine, represented by Mr Ivan Koval
""",
    )

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia"],
        "international organisation": ["World Bank", "UNESCO"],
        "private sector": ["Sava Barges", "Tisa Grain"],
        "observer": ["Moldova", "Ukraine"],
    }
    assert noted(records, "Tisa Grain").note == "10 April only"


def test_a_column_of_standing_tells_capacity_and_how_a_party_came(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Delegations

| Delegation | Head | Other delegates | Standing |
| --- | --- | --- | --- |
| Hungary | Ms Zita Nagy, Counsellor | Mr Pal Kiss; Ms Eva Toth | Member (by video) |
| Moldova | Mr Ion Rusu | none | Observer |
| World Bank | Dr Mia Lund | none | Partner organisation (morning only) |

Members without a delegation: Austria; Serbia (no reply).
""",
    )

    assert lists(records) == {
        "member": ["Hungary"],
        "observer": ["Moldova"],
        "international organisation": ["World Bank"],
        "absent": ["Austria", "Serbia"],
    }
    assert noted(records, "Hungary").presence == "online"
    assert noted(records, "Hungary").represented_by == ("Zita Nagy", "Pal Kiss", "Eva Toth")
    assert noted(records, "World Bank").note == "morning only"


def test_lines_that_fell_together_give_each_party_its_person(tmp_path: Path) -> None:
    fallen = "World Bank Dr Mia Lund, Economist UNESCO Ms Eva Blom (online) Moldova (guest) Mr Ion Rusu"

    records = of(
        tmp_path,
        f"PRESENT\n\nHungary: Ms Zita Nagy\nSerbia: Mr Jovan Ilić\n\nALSO PRESENT\n\n{fallen}\n",
        "paper.txt",
    )

    assert noted(records, "Moldova").capacity == "invited guest"
    assert noted(records, "Moldova").represented_by == ("Ion Rusu",)
    assert noted(records, "UNESCO").represented_by == ("Eva Blom",)
    assert noted(records, "UNESCO").presence == "online"


def test_an_item_that_swallowed_the_next_one_gives_both_parties(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "ALSO PRESENT\n\n- UNESCO Ms Eva Blom (until noon) Moldova (guest) Mr Ion Rusu\n",
        "paper.txt",
    )

    assert lists(records) == {"international organisation": ["UNESCO"], "invited guest": ["Moldova"]}


def test_a_person_whose_party_is_lost_leaves_the_list_open(tmp_path: Path) -> None:
    fallen = "World Bank Dr Mia Lund, Economist UNESCO Ms Eva Blom - for item 4 Standing Desk Ms Noor Ilić"

    records = of(tmp_path, f"ALSO PRESENT\n\n{fallen}\n", "paper.txt")

    groups = [r for r in records if isinstance(r, AttendanceGroup) and r.named]
    assert [group.completeness for group in groups] == [Completeness.INCOMPLETE]


def test_members_are_gathered_from_the_groups_they_belong_to(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Attendance

The session was attended by the following members of the North Group: Denmark, Germany and Norway. Of the South Group, Portugal and Spain attended; no members of the East Group attended.
""",
    )

    assert lists(records) == {"member": ["Denmark", "Germany", "Norway", "Portugal", "Spain"]}


def test_all_but_some_names_those_who_were_away(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Who was with us

Every one of the eight parties but Austria and Bosnia and Herzegovina sat in the hall. Moldova and Ukraine looked on as observers. Malta did not join the conclusion on fees.
""",
    )

    assert lists(records) == {
        "absent": ["Austria", "Bosnia and Herzegovina"],
        "observer": ["Moldova", "Ukraine"],
    }


def _listed(text: str) -> dict[tuple[str, str], list[str]]:
    """Meeting and capacity → names as written."""
    document = read_markdown(text.encode(), "paper.md", "paper.md")
    records = read_records(document)
    names = {record.id: record.name for record in records if isinstance(record, Meeting)}
    found: dict[tuple[str, str], list[str]] = {}
    for record in records:
        if isinstance(record, Attendance):
            found.setdefault((names[record.meeting], record.capacity.value), []).append(record.written)
    return found


def test_items_that_part_a_list_keep_the_capacity_of_their_head() -> None:
    found = _listed("""# Report of the Second Meeting of the Panel on Peat Roads

Riga, 4–5 March 2020

## Who came

- Member countries: 5 of 6
  - in Riga: Denmark, Germany, Poland
  - online: Latvia, Estonia
- Observers
  - both days
    - Morocco
  - first day only
    - Iceland
""")

    assert found == {
        ("Second Meeting", "member"): ["Denmark", "Germany", "Poland", "Latvia", "Estonia"],
        ("Second Meeting", "observer"): ["Morocco", "Iceland"],
    }


def test_who_came_to_an_event_beside_the_meeting_is_not_listed_at_the_meeting() -> None:
    found = _listed("""# Report of the Second Meeting of the Panel on Peat Roads

Riga, 4–5 March 2020. A Forum of Road Builders was held on 6 March 2020.

## Attendance

Denmark, Germany and Poland took part. The Forum alone was attended by two companies: Tarvik Ltd and Moor Stone Ltd.
""")

    assert found[("Second Meeting", "participant")] == ["Denmark", "Germany", "Poland"]
    assert not any(
        "Tarvik Ltd" in names for (meeting, _), names in found.items() if meeting == "Second Meeting"
    )
