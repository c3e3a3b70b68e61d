"""Plain text: scans and prose become headings, paragraphs, items and tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import BlockKind, Kind
from corpus.errors import UnreadableDocument
from corpus.readers.text import read_text
from tests.corpus.shown import SHARED, blocks, headings, items, paragraphs, sample, text_document
from tests.corpus.tiles import check


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    document = text_document(
        "REPORT OF THE THIRD MEETING\n\n"
        "The Panel on River Patrols met in Kalemie on 3 and 4 May 2016 at the invi-\n"
        "tation of the harbour master. All of its six members were represented, as were\n"
        "two observers.\n\n"
        "A second paragraph follows here, which is somewhat shorter than the first one\n"
        "was.\n"
    )
    assert paragraphs(document) == [
        "The Panel on River Patrols met in Kalemie on 3 and 4 May 2016 at the invitation of the harbour "
        "master. All of "
        "its six members were represented, as were two observers.",
        "A second paragraph follows here, which is somewhat shorter than the first one was.",
    ]


def test_prose_with_one_paragraph_a_line_is_not_joined() -> None:
    first = "The members spoke at length about the state of the ferries and the want of pilots. " * 3
    second = "It was agreed that the survey should be repeated every second year by a neutral body. " * 4
    document = text_document(f"Statement of the Chairs\n\n{first}\n{second}\n")
    assert paragraphs(document) == [first.strip(), second.strip()]


def test_a_paragraph_runs_on_over_the_page_and_running_heads_are_dropped() -> None:
    lines = [
        "The secretariat gave an account of the funds received and of those still owed by",
        "members, and asked that arrears be paid before the end of the year so that the next",
    ]
    rest = "survey can be paid for in advance, as the contract with the shipyard requires."
    text = (
        "Lake Basin Forum LBF/4/2019                                   page 1\n\n"
        "RECORD OF THE MEETING\n\n" + "\n".join(lines) + "\n\n"
        "LBF secretariat, Mwanza\n"
        "\fLake Basin Forum LBF/4/2019                                   page 2\n\n" + rest + "\n\n"
        "The meeting closed at noon on 4 May 2019 after the usual vote of thanks to the hosts.\n\n"
        "LBF secretariat, Mwanza\n"
        "\fLake Basin Forum LBF/4/2019                                   page 3\n\n"
        "Annexed to this record are the statements of the members in the order received.\n\n"
        "LBF secretariat, Mwanza\n"
    )
    document = text_document(text)
    assert "page" not in document.text
    assert "secretariat, Mwanza" not in document.text
    joined = " ".join([*lines, rest])
    assert joined in document.text
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.page_at(document.text.index("survey can be paid")) == 2
    assert document.page_at(document.text.index("next survey")) == 1


def test_page_numbers_of_an_unpaged_text_are_dropped() -> None:
    document = sample("report-of-session.txt")
    assert "- 2 -" not in document.text
    assert "Panama offered to lend two buoy tenders for the survey of the river mouth." in document.text


def test_a_numbered_list_after_a_lead_in_is_a_list_and_numbered_paragraphs_are_paragraphs() -> None:
    document = text_document(
        "Conclusions\n\n"
        "1. The Group met in Lomé and took note of the report of the customs officers on the\n"
        "use of forged waybills in the ports.\n\n"
        "2. It drew three lessons:\n\n"
        "(a) waybills should be numbered;\n"
        "(b) seals should be photographed before and after every journey, and the photographs\n"
        "kept;\n"
        "(c) drivers should be heard.\n\n"
        "3. The next meeting will be held in Cotonou.\n"
    )
    assert [
        document.text[b.start : b.end][:12] for b in document.blocks if b.kind is BlockKind.PARAGRAPH
    ] == [
        "1. The Group",
        "2. It drew t",
        "3. The next ",
    ]
    assert items(document) == [
        "(a) waybills should be numbered;",
        "(b) seals should be photographed before and after every journey, and the photographs kept;",
        "(c) drivers should be heard.",
    ]
    assert [b.marker for b in document.blocks if b.kind is BlockKind.ITEM] == ["(a)", "(b)", "(c)"]


def test_the_parts_of_a_sentence_after_a_colon_are_items_without_markers() -> None:
    document = text_document(
        "Statement\n\nThe Ministers decided that:\n\nthe fund should be opened to observers;\n\n"
        "a review should follow in 2031; and\n\nthe chair should rotate each year.\n\n"
        "Ministers thanked the people of Palau for the welcome that they had given to all.\n"
    )
    assert items(document) == [
        "the fund should be opened to observers;",
        "a review should follow in 2031; and",
        "the chair should rotate each year.",
    ]
    assert paragraphs(document)[-1].startswith("Ministers thanked")


class TestReportOfASession:
    """A report with centred title, lists of those present, indented paragraphs and an aligned table."""

    document = sample("report-of-session.txt")

    def test_headings(self) -> None:
        assert headings(self.document) == [
            "COMMISSION OF THE LOWER ISTHMUS",
            "Committee of Experts on Inland Waterways Safety",
            "REPORT OF THE TWELFTH SESSION",
            "PRESENT:",
            "Chairperson",
            "Members",
            "Observers",
            "ABSENT:",
            "I. OPENING OF THE SESSION (Agenda item 1)",
            "II. STATE OF THE BUOYS (Agenda item 2)",
            "Table 1. Buoys by member",
            "III. NEXT SESSION",
        ]

    def test_every_name_is_an_item_of_its_own_section(self) -> None:
        observers = next(s for s in self.document.sections if s.path and s.path[-1] == "Observers")
        inside = [
            self.document.text[b.start : b.end]
            for b in self.document.blocks
            if observers.start <= b.start < observers.end and b.kind is BlockKind.ITEM
        ]
        assert inside == ["IMO", "World Bank", "Central American Shippers' Union (CASU)"]
        assert observers.path[-2] == "PRESENT:"

    def test_a_name_with_a_hanging_second_line_is_one_item(self) -> None:
        assert any(
            item.endswith("Vice-Minister of Transport and Public Works, assisted by Mr P. Vargas")
            for item in items(self.document)
        )

    def test_nested_items(self) -> None:
        nested = [(b.marker, b.level) for b in self.document.blocks if b.kind is BlockKind.ITEM and b.marker]
        assert nested == [("(a)", 0), ("(b)", 0), ("(c)", 0), ("(i)", 1), ("(ii)", 1)]

    def test_the_table(self) -> None:
        (table,) = self.document.tables
        assert table.header == ("Member", "Inspected", "Missing", "Without light")
        assert [cell.text for cell in table.rows[1].cells] == ["Costa Rica", "102", "20", "12"]

    def test_metadata(self) -> None:
        about = self.document.metadata
        assert about.kind is Kind.MINUTES
        assert about.number == 12
        assert about.place == "Puerto Llano"
        assert about.dates is not None
        assert str(about.dates.start) == "2020-03-03"
        assert about.body == "Committee of Experts on Inland Waterways Safety"


def test_numbered_headings_lists_and_nested_bullets() -> None:
    document = sample("summary-of-decisions.txt")
    assert headings(document)[3:] == [
        "Participants",
        "Agenda",
        "1. Adoption of the agenda",
        "2. Incident reporting",
        "Decisions:",
        "3. Any other business",
    ]
    assert items(document)[:5] == ["1. Canada", "2. Denmark", "3. Finland", "4. Iceland", "5. Norway"]
    assert (
        "• A common form will be used from 1 January 2020 by all members and shared through the portal."
        in items(document)
    )
    assert [b.level for b in document.blocks if b.marker == "o"] == [1, 1]


def test_a_programme_with_tabs_is_a_table_without_header() -> None:
    document = sample("concept-note.txt")
    assert [table.header for table in document.tables] == [(), ()]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["09:00 – 09:30", "Registration"]
    assert document.metadata.kind is Kind.PROGRAMME


def test_a_communique_with_hanging_numbers_and_an_indented_list_of_states() -> None:
    document = sample("joint-communique.txt")
    assert items(document)[:6] == ["Benin", "Burkina Faso", "Côte d'Ivoire", "Ghana", "Mali", "Togo"]
    assert [b.marker for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.marker] == [
        "1.1",
        "1.2",
        "1.3",
        "2.1",
    ]
    assert any("border communities;" in item for item in items(document))
    assert document.metadata.number == 4
    assert document.metadata.place == "Accra, Ghana"


def test_a_table_with_bars() -> None:
    document = text_document(
        "Focal points\n\n| Country | Focal point |\n|---|---|\n| Austria | Ms A. Brandt |\n| Spain | Ms "
        "C. Diaz |\n"
    )
    (table,) = document.tables
    assert table.header == ("Country", "Focal point")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Austria", "Ms A. Brandt"],
        ["Spain", "Ms C. Diaz"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Réunion of the Group\r\n\r\nMr José Núñez of Perú chaired the meeting in São Tomé.\r\n"
    document = read_text(text.encode(encoding), "a.txt", "0")
    assert "Mr José Núñez of Perú chaired the meeting in São Tomé." in document.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \n\f\n ",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01" * 20,
        bytes(range(256)) * 4,
    ],
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_text(raw, "bad.txt", "0")
    assert "bad.txt" in str(caught.value)


LINES = st.sampled_from(
    [
        "",
        "",
        "\f",
        "Opening",
        "1. The Chair spoke about the plan and its costs, which had risen since the last",
        "meeting of the Group.",
        "(a) one thing;",
        "• another thing",
        "   hanging on",
        "| a | b |",
        "Name        Country      Role",
        "Ms A        Chad         Chair",
        "Kenya",
        "Page 1 of 3",
        "- 2 -",
        "of which the third was inter-",
        "Decided that:",
        "x",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=30))
def test_any_text_gives_blocks_sections_and_pages_that_hold_together(lines: list[str]) -> None:
    try:
        document = read_text("\n".join(lines).encode(), "a.txt", "0")
    except UnreadableDocument:
        return
    check(document)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared material beside the repository")
def test_real_and_practice_texts_hold_together() -> None:
    paths = sorted(SHARED.glob("practice/documents/*.txt")) + sorted(SHARED.glob("seeds/*.txt"))
    assert paths
    for path in paths:
        document = read_text(path.read_bytes(), path.name, "0")
        check(document)
        assert len(document.blocks) > 15
        assert document.metadata.kind is Kind.STATEMENT
        assert document.metadata.number in (3, 5, 10)
        assert not any(sign in document.text for sign in "™\f"), path
        assert blocks(document, BlockKind.HEADING)
