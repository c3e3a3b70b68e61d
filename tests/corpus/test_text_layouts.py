"""Layouts of plain text that the genre knows: indented, double-spaced, in labelled columns, as news."""

from __future__ import annotations

from corpus.document import Kind
from corpus.readers.text import read_text
from tests.corpus.shown import headings, items, paragraphs, sample
from tests.corpus.tiles import check


def test_minutes_without_blank_lines_and_with_indented_paragraphs() -> None:
    document = sample("liaison-minutes.txt")
    check(document)
    assert headings(document)[1:] == [
        "Item 1: Accidents at night",
        "Item 2: Other matters",
        "Item 3: Next meeting",
    ]
    assert [item[:2] for item in items(document)] == ["1)", "2)", "3)"]
    assert any(
        text.endswith("asked by the Commission to look into accidents at night.")
        for text in paragraphs(document)
    )
    assert document.metadata.place == "Banjul, The Gambia"


def test_a_double_spaced_report() -> None:
    document = sample("double-spaced-report.txt")
    check(document)
    assert paragraphs(document)[1] == (
        "1. The Standing Committee on Seed Theft held its sixth session in Thimphu from 9 to 11 October "
        "2017. It was "
        "attended by the following:"
    )
    assert len(items(document)) == 4
    assert document.metadata.number == 6


def test_labelled_lists_in_columns_are_items_and_dated_tasks_a_table() -> None:
    document = sample("chairs-conclusions.txt")
    check(document)
    assert items(document) == [
        "Members (6): Burkina Faso, Chad, Mali, Mauritania, Niger, Nigeria",
        "Observers (2): Algeria, Libya",
        "Organisations: African Union (AU), Economic Community of West African States (ECOWAS)",
        "Apologies: Sudan",
    ]
    assert "Conclusion 1. Members will use one register of brands by 31 December 2014." in paragraphs(
        document
    )
    (table,) = document.tables
    assert [cell.text for cell in table.rows[2].cells] == [
        "AP3",
        "Niger",
        "Host the technical workshop",
        "Nov 2014",
    ]


def test_a_news_item() -> None:
    document = sample("event-report.txt")
    check(document)
    about = document.metadata
    assert about.kind is Kind.EVENT
    assert about.number == 5
    assert about.place == "Koror, Palau"
    assert about.body == "Working Party on Reef Monitoring"
    assert "Key facts" in headings(document)
    assert "Partners: SPREP, The Nature Conservancy" in items(document)


def test_wide_blanks_at_ever_other_columns_are_no_two_columns() -> None:
    lines = [
        "JOINT ORCHARD BOARD                          JOB/2/2012/Rep.4",
        "Panel on Frost                         Original: French",
        "Report of the meeting          4 May 2012",
        "                 Tiraspol, 4 May 2012",
        "1.  The Panel met in the old town hall.",
        "2.  It rose at noon.",
    ]
    document = read_text("\n".join(lines).encode(), "report.txt", "0" * 64)
    check(document)
    assert "Tiraspol, 4 May 2012" in document.text
    assert "rose at noon" in document.text
