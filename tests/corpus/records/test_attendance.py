"""Attendance: lists in prose, labelled lines, headed blocks and tables of papers in many layouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.names.parties import PartyTable
from corpus.readers import read
from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.enumerations import read_list
from corpus.records.types import AnyRecord, Attendance, AttendanceGroup, Capacity, Completeness

PAPERS = Path(__file__).parent / "meetings_papers"
SHARED = Path(__file__).parents[4] / "shared"


def records(name: str) -> tuple[Document, tuple[AnyRecord, ...]]:
    document = read(PAPERS / name)
    return document, read_records(document)


def lists(found: tuple[AnyRecord, ...], meeting: str | None = None) -> dict[str, list[str]]:
    """Capacity → names as written, of the lists that are not repeated at a level."""
    leveled = {r.id for r in found if isinstance(r, AttendanceGroup) and r.level}
    listed: dict[str, list[str]] = {}
    for record in found:
        if (
            isinstance(record, Attendance)
            and record.group not in leveled
            and meeting in (None, record.meeting)
        ):
            listed.setdefault(record.capacity.value, []).append(record.written)
    return listed


def of(text: str) -> tuple[AnyRecord, ...]:
    head = "# Statement of the Fourth Meeting of the Lantern Group\n\nOslo, 3 May 2022\n\n"
    return read_records(read_markdown((head + text).encode(), "x.md", "0"))


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            "minutes-capitals.txt",
            {
                "member": ["Fiji", "Kiribati", "Solomon Islands", "Tuvalu", "Vanuatu"],
                "observer": ["Australia", "European Union", "Pacific Community"],
                "apologies": ["Nauru", "Tonga"],
                "secretariat": ["SECRETARIAT"],
            },
        ),
        (
            "communique.md",
            {
                "participant": [
                    "Armenia",
                    "Azerbaijan",
                    "Bulgaria",
                    "Georgia",
                    "Moldova, Republic of",
                    "Romania",
                    "Türkiye",
                    "Ukraine",
                ],
                "absent": ["Greece", "Russian Federation"],
                "observer": ["Kazakhstan", "Turkmenistan"],
                "international organisation": ["International Maritime Organization", "World Bank"],
                "civil society": ["Black Sand Shippers Association"],
            },
        ),
        (
            "annex-table.md",
            {
                "member": ["Bhutan", "India", "Nepal"],
                "apologies": ["Pakistan"],
                "observer": ["China", "ICIMOD"],
                "invited guest": ["UN-ESCAP"],
            },
        ),
        (
            "minutes-people-nested.md",
            {
                "participant": ["Denmark", "Estonia", "Finland", "Latvia"],
                "apologies": ["Iceland", "Norway"],
                "secretariat": ["Nordic-Baltic Forest Office"],
            },
        ),
        (
            "news-workshop.html",
            {
                "participant": [
                    "Burundi",
                    "Democratic Republic of the Congo",
                    "Kenya",
                    "Rwanda",
                    "Tanzania",
                    "Uganda",
                    "Zambia",
                ],
                "observer": ["Malawi", "Mozambique"],
                "absent": ["Ethiopia"],
                "private sector": ["Lakeline Ferries", "Victoria Marine Ltd", "Tanganyika Shipping"],
            },
        ),
        (
            "chairs-summary.txt",
            {
                "member": [
                    "Austria",
                    "Croatia",
                    "Czechia",
                    "France",
                    "Germany",
                    "Hungary",
                    "Italy",
                    "Liechtenstein",
                    "Slovakia",
                    "Slovenia",
                    "Spain",
                    "Switzerland",
                ],
                "apologies": ["Poland", "Portugal", "Romania"],
                "invited guest": ["Japan", "Thailand"],
                "international organisation": ["European Commission", "UNECE", "WCO"],
            },
        ),
        (
            "report-numbered.md",
            {
                "member": ["Burkina Faso", "Chad", "Mali", "Mauritania", "Niger", "Nigeria", "Senegal"],
                "absent": ["Benin", "Cameroon"],
                "international organisation": [
                    "ECOWAS",
                    "ECCAS",
                    "FAO",
                    "World Bank",
                    "African Development Bank",
                    "Swiss Agency for Development and Cooperation",
                ],
                "civil society": ["Réseau des Éleveurs du Sahel"],
            },
        ),
        (
            "statement-package.txt",
            {
                "member": [
                    "Fiji",
                    "Indonesia",
                    "Papua New Guinea",
                    "Philippines",
                    "Solomon Islands",
                    "Timor-Leste",
                ],
                "observer": [
                    "Australia",
                    "Japan",
                    "Secretariat of the Pacific Regional Environment Programme",
                    "Nature Conservancy",
                ],
                "participant": ["Reefline Divers"],
                "private sector": ["Blue Mooring Pty Ltd"],
                "absent": ["Malaysia"],
            },
        ),
        (
            "record-side-by-side.md",
            {
                "member": ["Bolivia", "Chile", "Colombia", "Peru"],
                "observer": ["Spain", "UNESCO"],
                "apologies": ["Ecuador"],
            },
        ),
        (
            "outcome-bullets.md",
            {
                "member": ["Belarus", "Estonia", "Latvia", "Lithuania", "Poland"],
                "observer": ["Finland", "Ukraine"],
                "invited guest": ["Frontex", "Interpol", "Baltic Haulage Union"],
                "apologies": ["Kazakhstan"],
            },
        ),
        (
            "outcomes-labels.md",
            {
                "member": [
                    "Cook Islands",
                    "Federated States of Micronesia",
                    "Fiji",
                    "Kiribati",
                    "Marshall Islands",
                    "Nauru",
                    "Niue",
                    "Palau",
                    "PNG",
                    "Samoa",
                    "Solomon Islands",
                    "Tonga",
                    "Tuvalu",
                    "Vanuatu",
                ],
                "observer": ["New Caledonia", "French Polynesia", "Tokelau"],
                "international organisation": ["FFA", "SPC", "SPREP"],
                "apologies": ["Australia", "New Zealand"],
            },
        ),
        (
            "report-session-lettered.txt",
            {
                "member": [
                    "Kazakhstan",
                    "Kyrgyzstan",
                    "Mongolia",
                    "Russian Federation",
                    "Tajikistan",
                    "Uzbekistan",
                ],
                "observer": ["Afghanistan", "China"],
                "international organisation": [
                    "United Nations Development Programme",
                    "United Nations Economic Commission for Europe",
                    "World Health Organization",
                ],
                "civil society": ["Blue Steppe Foundation", "Rivers without Borders"],
            },
        ),
        (
            "minutes-present-column.md",
            {"participant": ["Latvia", "Lithuania", "Estonia"], "apologies": ["Norway"]},
        ),
        (
            "note-prose.txt",
            {
                "participant": [
                    "Antigua and Barbuda",
                    "Barbados",
                    "Belize",
                    "Dominica",
                    "Dominican Republic",
                    "Grenada",
                    "Jamaica",
                    "Saint Kitts and Nevis",
                    "Saint Lucia",
                    "Saint Vincent and the Grenadines",
                    "Trinidad and Tobago",
                    "Guyana",
                    "Haiti",
                ],
                "observer": ["Mexico"],
                "apologies": ["Cuba", "Bahamas"],
                "international organisation": ["CARICOM", "Caribbean Development Bank"],
                "civil society": ["University of the West Indies"],
            },
        ),
        (
            "summary-subjects.md",
            {
                "member": [
                    "Austria",
                    "France",
                    "Germany",
                    "Italy",
                    "Liechtenstein",
                    "Slovenia",
                    "Switzerland",
                ],
                "observer": ["Croatia", "Monaco"],
                "participant": ["Pro Lynx"],
                "civil society": ["Alpine Hunters' Federation"],
                "international organisation": ["European Commission"],
            },
        ),
    ],
)
def test_lists_of_a_paper(paper: str, expected: dict[str, list[str]]) -> None:
    assert lists(records(paper)[1]) == expected


@pytest.mark.parametrize("paper", sorted(path.name for path in PAPERS.iterdir()))
def test_the_evidence_of_a_party_is_its_name(paper: str) -> None:
    document, found = records(paper)
    listed = [record for record in found if isinstance(record, Attendance)]
    assert listed
    for record in listed:
        span = record.evidence[0]
        assert " ".join(document.text[span.start : span.end].split()) == record.written


def test_a_table_of_sessions_has_a_list_for_every_row() -> None:
    _, found = records("page-sessions.md")
    by_number = {r.number: r.id for r in found if r.type == "meeting"}
    assert lists(found, by_number[2]) == {
        "member": ["Cambodia", "Lao PDR", "Viet Nam"],
        "observer": ["China"],
        "absent": ["Thailand"],
    }
    assert lists(found, by_number[3]) == {}


def test_delegates_belong_to_their_party() -> None:
    _, found = records("minutes-people-nested.md")
    people = {r.written: r.represented_by for r in found if isinstance(r, Attendance)}
    assert people["Denmark"] == ("Mette Lund", "Jens Holm")
    assert people["Nordic-Baltic Forest Office"] == ("Anna Berg",)
    _, found = records("annex-table.md")
    people = {r.written: r.represented_by for r in found if isinstance(r, Attendance)}
    assert people["Bhutan"] == ("Karma Wangdi", "Deki Lhamo")  # the second row leaves the country out
    assert people["Pakistan"] == ()


def test_orders_to_the_reader_make_no_member() -> None:
    _, found = records("statement-injection.md")
    parties = {record.party for record in found if isinstance(record, Attendance)}
    assert parties == {"Denmark", "Finland", "Norway", "Sweden", "Iceland"}


def group(found: tuple[AnyRecord, ...], capacity: Capacity) -> AttendanceGroup:
    (one,) = [r for r in found if isinstance(r, AttendanceGroup) and r.capacity is capacity]
    return one


def test_a_count_that_matches_makes_a_list_complete() -> None:
    one = group(
        of("The meeting was attended by three of the five members (Chad, Mali and Niger)."), Capacity.MEMBER
    )
    assert (one.stated, one.named, one.completeness) == (3, 3, Completeness.COMPLETE)


def test_a_count_that_does_not_match_makes_it_incomplete() -> None:
    one = group(of("The meeting was attended by four members (Chad, Mali and Niger)."), Capacity.MEMBER)
    assert (one.stated, one.named, one.completeness) == (4, 3, Completeness.INCOMPLETE)


def test_examples_are_no_complete_list() -> None:
    one = group(of("- Observers, among others: Chad, Mali and Niger"), Capacity.OBSERVER)
    assert one.completeness is Completeness.INCOMPLETE


@pytest.mark.parametrize(
    ("sentence", "completeness"),
    [
        ("Participants included Fiji, Nauru and Tonga.", Completeness.INCOMPLETE),
        ("Those present included Fiji, Nauru and Tonga.", Completeness.INCOMPLETE),
        ("## Attendance\n\nThe observers included Fiji, Nauru and Tonga.", Completeness.INCOMPLETE),
        ("Those present were Fiji, Nauru and Tonga.", Completeness.COMPLETE),
        ("Participants included three observers: Fiji, Nauru and Tonga.", Completeness.COMPLETE),
    ],
)
def test_a_list_that_only_includes_is_not_whole(sentence: str, completeness: Completeness) -> None:
    groups = [record for record in of(f"{sentence}\n") if isinstance(record, AttendanceGroup)]
    assert [group.completeness for group in groups] == [completeness]


def test_a_list_of_speakers_says_nothing_of_who_was_absent() -> None:
    one = group(of("- Members reported as speaking (2): Chad, Mali. (Not a full list.)"), Capacity.SPEAKER)
    assert one.completeness is Completeness.UNKNOWN


def test_a_count_without_names() -> None:
    one = group(of("Nine of the ten members were represented."), Capacity.MEMBER)
    assert (one.stated, one.named, one.completeness) == (9, 0, Completeness.UNKNOWN)


def test_senior_officials_keep_the_capacity_of_their_list() -> None:
    found = of(
        "The meeting was attended by two members (Chad and Mali) and one observer (Niger). Chad and "
        "Niger were "
        "represented by senior officials."
    )
    leveled = [r for r in found if isinstance(r, AttendanceGroup) and r.level == "senior officials"]
    assert len(leveled) == 1
    again = {r.written: r.capacity for r in found if isinstance(r, Attendance) and r.group == leveled[0].id}
    assert again == {"Chad": Capacity.MEMBER, "Niger": Capacity.OBSERVER}


@pytest.mark.parametrize(
    "text",
    [
        "- Not found: list of attendees, names of the members.",
        "A panel of Chad, Mali and Niger discussed ports.",
        "Chad, Mali and Niger presented their plans.",
        "The drafting group (Chad, Mali and Niger) will meet in June.",
        "Chad attended a meeting of the Lantern Group for the first time.",
        "The list of participants is annexed.",
    ],
)
def test_no_attendance(text: str) -> None:
    assert not [record for record in of(text) if isinstance(record, Attendance)]


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("Chad, Mali and Niger", None, ["Chad", "Mali", "Niger"]),
        (
            "Trinidad and Tobago, Korea, Republic of and Fiji",
            None,
            ["Trinidad and Tobago", "Korea, Republic of", "Fiji"],
        ),
        ("the Reef and Lagoon Network and the Walk Trust", None, ["Reef and Lagoon Network", "Walk Trust"]),
        ("Reef and Lagoon Network and Walk Trust", 2, ["Reef and Lagoon Network", "Walk Trust"]),
        (
            "Lamp Trust [LT], the Group on Ports and Harbours [GPH] and A4",
            None,
            ["Lamp Trust", "Group on Ports and Harbours", "A4"],
        ),
        ("Fiji; Samoa (observer); and Tonga (by video link).", None, ["Fiji", "Samoa", "Tonga"]),
    ],
)
def test_enumerations(text: str, count: int | None, names: list[str]) -> None:
    items = read_list(text, 0, len(text), PartyTable.of(), count)
    assert [text[item.start : item.end] for item in items] == names


states = st.lists(
    st.sampled_from(
        [
            "Chad",
            "Mali",
            "Côte d'Ivoire",
            "Timor-Leste",
            "Trinidad and Tobago",
            "Bosnia and Herzegovina",
            "Papua New Guinea",
            "Republic of Korea",
            "Viet Nam",
            "United States",
            "Saint Lucia",
        ]
    ),
    min_size=2,
    max_size=8,
    unique=True,
)


@given(states)
def test_any_list_of_states_is_read_whole(names: list[str]) -> None:
    text = f"{', '.join(names[:-1])} and {names[-1]}"
    items = read_list(text, 0, len(text), PartyTable.of())
    assert [text[item.start : item.end] for item in items] == names


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared papers are not beside the repository")
def test_every_list_of_the_real_statement_is_complete() -> None:
    document = read(next((SHARED / "seeds").glob("*.txt")))
    found = read_records(document)
    groups = [r for r in found if isinstance(r, AttendanceGroup)]
    counts = {(g.capacity.value, g.level): (g.stated, g.named) for g in groups if g.stated or g.level}
    assert counts == {
        ("member", None): (17, 17),
        ("observer", None): (9, 9),
        ("civil society", None): (5, 5),
        ("participant", "senior officials"): (None, 6),
    }
    assert all(g.completeness is Completeness.COMPLETE for g in groups)
    assert {g.capacity.value: g.named for g in groups if not g.stated and not g.level} == {
        "private sector": 1,
        "participant": 1,
        "workstream": 4,
        "secretariat": 1,
    }


def test_a_remark_within_a_list_does_not_swallow_the_names_behind_it() -> None:
    text = (
        "Working Group on Foxes\nFifth Meeting, Oslo, 4 May 2021\n\nThe three member organisations were also "
        "represented: INTERPOL and UNODC, as before, and the World Customs Organization (WCO), which had "
        "attended earlier meetings as an observer.\n"
    )

    found = of(text)

    assert [record.completeness for record in found if isinstance(record, AttendanceGroup)] == ["complete"]
    assert len([record for record in found if isinstance(record, Attendance)]) == 3
