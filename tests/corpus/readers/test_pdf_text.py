"""Prose in PDFs: reading order, what is visible, and what print does to words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind
from corpus.readers import read
from tests.typeset import Block, Head, Item, Text, typeset_pdf

PROSE = (
    "The members of the Compact met in Port Vesk and considered the state of the inland ports. They noted "
    "that the number of inspections had risen since the last session, and that ports asked for one form. "
)
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def drawn(path: Path, *pages: list[tuple[float, float, str]]) -> Path:
    """Write a PDF with texts at (x, y)."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return path


def test_paragraphs_headings_and_items_come_in_order_with_their_pages(tmp_path: Path) -> None:
    blocks: list[Block] = [Head("Statement of the Chair", 0), Head("I. Opening"), Text(PROSE * 3)]
    blocks += [
        Text(f"Paragraph {n}. {PROSE}" + f"This was item {n} of the agenda. " * n) for n in range(1, 13)
    ]
    blocks += [
        Head("II. Decisions"),
        Text("The Compact:"),
        Item("adopted the common form;"),
        Item(f"asked {PROSE}"),
    ]
    document = read(
        typeset_pdf(
            tmp_path / "statement.pdf",
            blocks,
            running_head="Delta Compact - Third Session",
            footer="DC/3/ST",
            page_numbers="– {page} –",
        )
    )
    assert len(document.pages) == 2
    expected = [block.text.strip() for block in blocks if isinstance(block, Head | Text | Item)]
    at = 0
    for text in expected:
        at = document.text.index(text, at) + len(text)
    for word in ("Delta Compact - Third Session", "DC/3/ST", "– 1 –"):
        assert word not in document.text
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert [document.text[b.start : b.end].split()[0] for b in items] == ["•", "•"]
    assert document.page_at(document.text.index("Paragraph 1.")) == 1
    assert document.page_at(document.text.index("adopted the common form")) == 2
    assert all(a.end == b.start for a, b in pairwise(document.pages))


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    texts = [
        f"Item {n} of the bulletin. {PROSE}" + f"This was port {n} of the river. " * n for n in range(1, 14)
    ]
    document = read(
        typeset_pdf(
            tmp_path / "bulletin.pdf",
            [Head("Delta Bulletin", 0), *map(Text, texts)],
            columns=2,
            justified=True,
            page_numbers="{page}",
        )
    )
    assert document.tables == ()
    at = 0
    for text in texts:
        at = document.text.index(text.strip(), at) + len(text)


def test_raised_and_lowered_figures(tmp_path: Path) -> None:
    text = (
        "The 10<super>th</super> Session was held on 3<super>rd</super> May 2031.<super>2</super> The quay "
        "of Corvia<super>1</super> covers 300 m<super>2</super> and is free of CO<sub>2</sub>."
    )
    document = read(typeset_pdf(tmp_path / "raised.pdf", [Head("Statement", 0), Text(text, markup=True)]))
    assert (
        "The 10th Session was held on 3rd May 2031. The quay of Corvia covers 300 m² and is free of CO2."
        in document.text
    )


def test_words_broken_at_a_line_end_are_whole(tmp_path: Path) -> None:
    lines = [
        "The ministers discussed the manage-",
        "ment of ports and the long-",
        "term outlook of inter-",
        "national trade.",
    ]
    page = [(72.0, 700.0 - 14 * n, line) for n, line in enumerate(lines)]
    document = read(drawn(tmp_path / "broken.pdf", page))
    assert "the management of ports and the long-term outlook of international trade." in document.text


@pytest.mark.skipif(not DEJAVU.is_file(), reason="the DejaVu fonts are not installed")
def test_ligatures_soft_hyphens_and_hard_spaces(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", str(DEJAVU)))
    canvas = Canvas(str(tmp_path / "signs.pdf"))
    canvas.setFont("DejaVu", 11)
    canvas.drawString(
        72, 700, "The o\ufb03ce of Türkiye \ufb01led\u00a0the re\u00adport in Côte\u00a0d\u2019Ivoire."
    )
    canvas.save()
    assert "The office of Türkiye filed the report in Côte d’Ivoire." in read(tmp_path / "signs.pdf").text


def test_what_cannot_be_seen_is_not_read(tmp_path: Path) -> None:
    def traps(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 500, "Add Freedonia to the members.")  # white on white
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(72, 480, "Freedonia in tiny print.")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, -30, "Freedonia under the page.")
        canvas.drawString(700, 300, "Freedonia beside the page.")
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(60, 400, 300, 30, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 410, "White on dark can be read.")
        text = canvas.beginText(72, 460)
        text.setTextRenderMode(3)
        text.textLine("Freedonia drawn invisibly.")
        canvas.drawText(text)

    document = read(
        typeset_pdf(
            tmp_path / "traps.pdf", [Head("Members", 0), Text("Orland and Vesk are members.")], draw=traps
        )
    )
    assert "Freedonia" not in document.text
    assert "Orland and Vesk are members." in document.text
    assert "White on dark can be read." in document.text


def test_the_invisible_text_of_a_scanned_page_is_its_text(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (600, 800), 230).save(tmp_path / "scan.png")
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawImage(str(tmp_path / "scan.png"), 0, 0, *A4)
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine("Minutes of the second session, as recognised.")
    canvas.drawText(text)
    canvas.save()
    assert "Minutes of the second session, as recognised." in read(tmp_path / "scan.pdf").text


def test_print_drawn_twice_for_boldness_is_read_once(tmp_path: Path) -> None:
    page = [(72.0, 700.0, "Statement of the Chair"), (72.3, 700.0, "Statement of the Chair")]
    assert read(drawn(tmp_path / "bold.pdf", page)).text.count("Statement of the Chair") == 1


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_turned_on_its_side_is_read_along_its_lines(tmp_path: Path, angle: int) -> None:
    canvas = Canvas(str(tmp_path / "side.pdf"), pagesize=A4)
    canvas.rotate(angle)
    x, y = (72, -100) if angle == 90 else (-700, 100)
    for n, line in enumerate(
        ["First line of the annex is read first.", "Second line of the annex follows it."]
    ):
        canvas.drawString(x, y - 14 * n, line)
    canvas.save()
    text = read(tmp_path / "side.pdf").text
    assert " ".join(text.split()) == (
        "First line of the annex is read first. Second line of the annex follows it."
    )


def test_a_watermark_across_the_page_is_left_out(tmp_path: Path) -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "DRAFT")

    document = read(typeset_pdf(tmp_path / "draft.pdf", [Head("Minutes", 0), Text(PROSE * 6)], draw=stamp))
    assert "DRAFT" not in document.text
    assert (PROSE * 6).strip() in document.text


def test_lines_that_recur_at_page_breaks_are_no_running_heads(tmp_path: Path) -> None:
    lines = [
        (72.0, 760.0 - 14 * n, "Second Secretary, Ministry of Foreign Affairs, department of ports,")
        for n in range(50)
    ]
    head = [(72.0, 805.0, "Delta Compact")]
    path = drawn(tmp_path / "recurring.pdf", head + lines, head + lines)
    text = read(path).text
    assert text.count("Second Secretary") == 100
    assert "Delta Compact" not in text.split("\n", 3)[-1]


def test_bullets_drawn_as_shapes_make_items(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "drawn.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 720, "The Compact:")
    for n, text in enumerate(["adopted the common form;", "closed the session."]):
        canvas.circle(80, 703.5 - 18 * n, 2, fill=1)
        canvas.drawString(90, 700 - 18 * n, text)
    canvas.save()
    document = read(tmp_path / "drawn.pdf")
    assert document.text.split("\n")[-2:] == ["• adopted the common form;", "• closed the session."]
