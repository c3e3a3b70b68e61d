"""Word documents: what shows in Word, with the numbers that Word counts."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from corpus.document import BlockKind, Document
from corpus.readers.docx import read_docx


def saved(document: Any) -> Document:
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), "file.docx", "0")


def shown(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def test_headings_by_style_and_by_bold_print() -> None:
    word = docx.Document()
    word.add_heading("Minutes of the Third Session", 0)
    word.add_heading("1. Opening", 1)
    word.add_paragraph("The Chair opened the session.")
    word.add_paragraph().add_run("Participants").bold = True
    word.add_paragraph().add_run("The session was long.").bold = True
    document = saved(word)
    assert shown(document, BlockKind.HEADING) == [
        "Minutes of the Third Session",
        "1. Opening",
        "Participants",
    ]
    assert shown(document, BlockKind.PARAGRAPH) == ["The Chair opened the session.", "The session was long."]


def test_lists_show_the_markers_that_word_shows() -> None:
    word = docx.Document()
    for text in ("Opening", "Reports of members", "Closing"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Estia", style="List Bullet")
    assert saved(word).text == "1. Opening\n2. Reports of members\n3. Closing\n- Estia"


def numbered(word: Any, levels: list[tuple[str, str]]) -> int:
    """Define a list with (format, text) for each level; return its id."""
    root = word.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shapes}</w:abstractNum>')
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77


def in_list(paragraph: Any, identity: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>')
    )


def test_numbers_of_several_levels_are_counted() -> None:
    word = docx.Document()
    identity = numbered(word, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    for text, level in [
        ("Ports", 0),
        ("Quays", 1),
        ("Cranes", 1),
        ("old", 2),
        ("new", 2),
        ("Roads", 0),
        ("Bridges", 1),
    ]:
        in_list(word.add_paragraph(text), identity, level)
    assert [block.marker for block in saved(word).blocks] == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1"]


def test_tables_with_joined_cells_and_group_heads() -> None:
    word = docx.Document()
    table = word.add_table(5, 3)
    rows = [
        ["Delegation", "Name", "Title"],
        ["Members", "", ""],
        ["Estia", "Ms Voll", "Director"],
        ["", "Mr Ruus", ""],
    ]
    for row, texts in zip(table.rows, rows, strict=False):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(1, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(4, 0).text = "Corvia"
    table.cell(4, 1).text = "Dr Lind"
    table.cell(4, 1).add_paragraph("Mr Oos")
    document = saved(word)
    assert document.tables[0].header == ("Delegation", "Name", "Title")
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Members"],
        ["Estia", "Ms Voll", "Director"],
        ["Estia", "Mr Ruus", ""],
        ["Corvia", "Dr Lind; Mr Oos", ""],
    ]
    assert document.tables[0].rows[0].spanning


def test_heads_feet_and_hidden_text_are_left_out() -> None:
    word = docx.Document()
    section = word.sections[0]
    section.header.paragraphs[0].text = "Freedonia head"
    section.footer.paragraphs[0].text = "Freedonia foot"
    paragraph = word.add_paragraph("Estia and Corvia took part")
    paragraph.add_run(" with Freedonia").font.hidden = True
    white = paragraph.add_run(" and Freedonia")
    white.font.color.rgb = RGBColor(255, 255, 255)
    tiny = paragraph.add_run(" and Freedonia")
    tiny.font.size = Pt(1)
    paragraph.add_run(".")
    assert saved(word).text == "Estia and Corvia took part."


def test_tracked_changes_are_read_as_accepted() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("The session was held ")
    attributes = f'{nsdecls("w")} w:id="1" w:author="a" w:date="2031-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:del {attributes}><w:r><w:delText>in Corvia</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {attributes}><w:r><w:t>in Port Vesk</w:t></w:r></w:ins>"))
    paragraph.add_run(".")
    assert saved(word).text == "The session was held in Port Vesk."


def test_line_breaks_tabs_and_raised_figures() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Port Vesk,")
    paragraph.add_run().add_break()
    paragraph.add_run("10")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run("\tof May 2031")
    assert saved(word).text == "Port Vesk, 10th of May 2031"
    word = docx.Document()
    word.add_paragraph("Present:\nEstia\nCorvia")
    assert [saved(word).text[b.start : b.end] for b in saved(word).blocks] == ["Present:", "Estia", "Corvia"]


def test_content_controls_and_links_are_read() -> None:
    word = docx.Document()
    word.add_paragraph("First.")
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Controlled.</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    word.element.body.insert(1, control)
    link = parse_xml(
        f'<w:p {nsdecls("w")}><w:hyperlink w:anchor="x"><w:r><w:t>Linked.</w:t></w:r></w:hyperlink></w:p>'
    )
    word.element.body.insert(2, link)
    assert saved(word).text == "First.\n\nControlled.\n\nLinked."


def test_a_style_that_is_based_on_a_heading_is_one() -> None:
    word = docx.Document()
    style = word.styles.add_style("Agenda head", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Heading 2"]
    word.add_paragraph("Any business", style="Agenda head")
    word.add_paragraph("There was none.")
    document = saved(word)
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[0].level == 2


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    word = docx.Document()
    word.add_table(1, 1).cell(0, 0).text = "Key points"
    word.add_paragraph("All went well.")
    document = saved(word)
    assert document.tables == ()
    assert document.text == "Key points\n\nAll went well."
    assert word.element.body.find(qn("w:tbl")) is not None
