"""Attendance told by clauses with heads of their own, columns of how parties took part, and lists not read whole."""

from __future__ import annotations

from corpus.readers.html import read_html
from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import AnyRecord, Attendance, AttendanceGroup, Completeness


def of(text: str) -> tuple[AnyRecord, ...]:
    head = "# Record of the Third Meeting of the Kelp Committee\n\nBergen, Norway, 9 May 2022\n\n"
    return read_records(read_markdown((head + text).encode(), "x.md", "0"))


def lists(found: tuple[AnyRecord, ...]) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = {}
    for record in found:
        if isinstance(record, Attendance):
            listed.setdefault(record.capacity.value, []).append(record.written)
    return listed


def open_lists(found: tuple[AnyRecord, ...]) -> list[AttendanceGroup]:
    """The lists that say that there may be more than was read."""
    return [
        r
        for r in found
        if isinstance(r, AttendanceGroup) and (not r.named or r.completeness is Completeness.INCOMPLETE)
    ]


def test_one_long_sentence_is_cut_into_its_counted_groups() -> None:
    found = of(
        "The meeting gathered four members of the Committee, namely Norway, Iceland, Canada and Trinidad and Tobago; "
        "two observers, namely Chile and the United Arab Emirates; three international organisations, namely the Pacific "
        "Community, the Advisory Board on the Protection of Shallow Waters and the Management of Coastal Fisheries (APSW) "
        "and the FAO; one company, Tangle Foods; while Peru, an observer since 2018, sent its apologies."
    )
    assert lists(found) == {
        "member": ["Norway", "Iceland", "Canada", "Trinidad and Tobago"],
        "observer": ["Chile", "United Arab Emirates"],
        "international organisation": [
            "Pacific Community",
            "Advisory Board on the Protection of Shallow Waters and the Management of Coastal Fisheries",
            "FAO",
        ],
        "private sector": ["Tangle Foods"],
        "apologies": ["Peru"],
    }
    counts = [(r.stated, r.named) for r in found if isinstance(r, AttendanceGroup) and r.stated]
    assert counts == [(4, 4), (2, 2), (3, 3), (1, 1)]
    assert not open_lists(found)


def test_counted_groups_between_commas() -> None:
    found = of(
        "It was attended by three members, namely Fiji, Samoa and Tonga, two observers, namely Japan and France, "
        "and one civil society organisation, namely Reef Watch."
    )
    assert lists(found) == {
        "member": ["Fiji", "Samoa", "Tonga"],
        "observer": ["Japan", "France"],
        "civil society": ["Reef Watch"],
    }


def test_groups_told_in_sentences_of_their_own() -> None:
    found = of(
        "## Attendance\n\n"
        "Representatives of three members took part: Kenya, Uganda and Rwanda. Burundi was unable to attend.\n\n"
        "Observer status was accorded to Egypt and Sudan, and to the African Union (AU). The private sector was "
        "represented by Lakeside Ferries and Nile Telecom. From civil society came the Fishers’ Forum and Green Shore. "
        "Bluewave Buoys was present as the supplier of instruments. The Basin Support Office (BSO) provided the secretariat."
    )
    assert lists(found) == {
        "member": ["Kenya", "Uganda", "Rwanda"],
        "absent": ["Burundi"],
        "observer": ["Egypt", "Sudan", "African Union"],
        "private sector": ["Lakeside Ferries", "Nile Telecom", "Bluewave Buoys"],
        "civil society": ["Fishers’ Forum", "Green Shore"],
        "secretariat": ["Basin Support Office"],
    }
    assert not open_lists(found)


def test_persons_who_represent_a_list_are_no_parties() -> None:
    found = of("## Attendance\n\nCivil society was represented by Ms Ada Brook and Mr Ulf Strand.")
    assert "civil society" not in lists(found)


def test_a_sentence_on_attendance_that_is_not_read_leaves_the_lists_open() -> None:
    found = of(
        "## Participation\n\nThe meeting was attended by three members (Kenya, Uganda and Rwanda). "
        "The table for observers stood at the back of the hall, where Egypt sat with three experts."
    )
    assert lists(found)["member"] == ["Kenya", "Uganda", "Rwanda"]
    assert [r.capacity.value for r in open_lists(found) if not r.named] == ["observer"]


def test_remarks_behind_the_items_of_a_list() -> None:
    page = (
        b"<html><body><h1>5th Meeting of the Kelp Committee</h1><p>Bergen, Norway, 9 May 2022</p>"
        b"<h2>Who came</h2><h3>International organisations</h3><ul><li>Pacific Community (SPC)</li>"
        b"<li>World Bank, <em>second day only</em></li><li>FAO, online</li></ul></body></html>"
    )
    entries = [r for r in read_records(read_html(page, "x.html", "0")) if isinstance(r, Attendance)]
    assert [(e.party, e.note, e.presence) for e in entries] == [
        ("Pacific Community", None, None),
        ("World Bank", "second day only", None),
        ("Food and Agriculture Organization of the United Nations", None, "online"),
    ]


def test_a_column_says_how_the_delegations_took_part() -> None:
    found = of(
        "## Participants\n\n| Delegation | Name | Function | Took part |\n|---|---|---|---|\n"
        "| Members | | | |\n| Chile | Ms Ana Soto | Adviser | in person |\n| Peru | Mr Juan Rey | Director | on line |\n"
        "| Civil society | | | |\n| Kelp Watch | Ms Eva Lund | Officer | in person (item 4) |\n\n"
        "Apologies: Fiji and Tonga; Organization for Security and Co-operation in Europe (OSCE)."
    )
    entries = {r.party: r for r in found if isinstance(r, Attendance)}
    assert (entries["Chile"].presence, entries["Peru"].presence) == ("in person", "online")
    assert entries["Kelp Watch"].note == "item 4"
    assert lists(found)["apologies"] == [
        "Fiji",
        "Tonga",
        "Organization for Security and Co-operation in Europe",
    ]


def test_an_invitation_that_came_to_nothing_is_no_attendance() -> None:
    found = of(
        "## Attendance\n\nMembers: Kenya and Uganda.\n\nEgypt and Libya, which are members of the Committee, sent "
        "apologies. Sudan had been invited as an observer and did not come."
    )
    assert lists(found) == {
        "member": ["Kenya", "Uganda"],
        "apologies": ["Egypt", "Libya"],
        "absent": ["Sudan"],
    }


def test_capacities_behind_the_names() -> None:
    expected = {
        "member": ["Kenya", "Uganda"],
        "observer": ["Egypt", "Sudan"],
        "invited guest": ["World Bank"],
    }
    assert (
        lists(
            of(
                "Present were Kenya and Uganda as members, Egypt and Sudan as observers, and the World Bank as a partner."
            )
        )
        == expected
    )
    assert (
        lists(
            of(
                "Two members sat at the table (Kenya and Uganda); Egypt and Sudan sat as observers; the World Bank attended as "
                "a partner."
            )
        )
        == expected
    )


def test_a_party_that_is_only_called_what_it_is_leaves_the_lists_open() -> None:
    found = of(
        "## Attendance\n\nThe meeting was attended by delegates from Kenya, Uganda and Rwanda. The NGO Clean Roads and the "
        "company Asphalt Works were invited for item 4."
    )
    named = {name for names in lists(found).values() for name in names}
    assert "Clean Roads" in named or any(not group.named for group in open_lists(found))
