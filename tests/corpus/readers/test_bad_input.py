"""A bad file gives one clear error: which file, what is wrong, what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableDocument
from corpus.readers import ReadingLimits, read
from tests.typeset import Head, Text, typeset_pdf

PROSE = "The members met in Port Vesk and considered the state of the inland ports. " * 6


def statement(path: Path, pages: int = 1) -> Path:
    return typeset_pdf(path, [Head("Statement", 0), *[Text(f"{n} {PROSE}") for n in range(9 * pages)]])


def empty(folder: Path) -> Path:
    (folder / "empty.pdf").write_bytes(b"")
    return folder / "empty.pdf"


def blank_text(folder: Path) -> Path:
    (folder / "blank.txt").write_text(" \n\n\f ")
    return folder / "blank.txt"


def picture_pdf(folder: Path) -> Path:
    from PIL import Image

    Image.new("L", (300, 400), 200).save(folder / "scan.png")
    canvas = Canvas(str(folder / "scan.pdf"))
    canvas.drawImage(str(folder / "scan.png"), 0, 0, 590, 840)
    canvas.save()
    return folder / "scan.pdf"


def encrypted_pdf(folder: Path) -> Path:
    writer = PdfWriter(clone_from=statement(folder / "plain.pdf"))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(folder / "encrypted.pdf")
    return folder / "encrypted.pdf"


def cut_pdf(folder: Path) -> Path:
    content = statement(folder / "whole.pdf", pages=3).read_bytes()
    (folder / "cut.pdf").write_bytes(content[: len(content) // 2])
    return folder / "cut.pdf"


def garbage_pdf(folder: Path) -> Path:
    (folder / "garbage.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF")
    return folder / "garbage.pdf"


def picture_as_pdf(folder: Path) -> Path:
    (folder / "photo.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return folder / "photo.pdf"


def text_as_pdf(folder: Path) -> Path:
    (folder / "text.pdf").write_text("This is a plain text under a wrong name.")
    return folder / "text.pdf"


def binary_text(folder: Path) -> Path:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 100)
    return folder / "binary.txt"


def broken_docx(folder: Path) -> Path:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(500))
    return folder / "broken.docx"


def hollow_docx(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "hollow.docx", "w") as archive:
        archive.writestr("word/document.xml", "<not-word/>")
    return folder / "hollow.docx"


def spreadsheet(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "sheet.docx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return folder / "sheet.docx"


def script_page(folder: Path) -> Path:
    (folder / "app.html").write_text("<html><body><div id=app></div><script>run()</script></body></html>")
    return folder / "app.html"


def old_word(folder: Path) -> Path:
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    return folder / "old.doc"


def unknown(folder: Path) -> Path:
    return folder / "nowhere.pdf"


def folder_itself(folder: Path) -> Path:
    return folder


@pytest.mark.parametrize(
    ("make", "reason", "advice"),
    [
        (empty, "empty", "downloaded completely"),
        (blank_text, "empty", "saved or downloaded"),
        (picture_pdf, "no text layer", "ocrmypdf"),
        (encrypted_pdf, "encrypted", "Remove the password"),
        (cut_pdf, "cut off", "again"),
        (garbage_pdf, "damaged", "again"),
        (picture_as_pdf, "a picture (PNG)", "ocrmypdf"),
        (text_as_pdf, "not a PDF", "extension"),
        (binary_text, "binary", "extension"),
        (broken_docx, "broken", "again"),
        (hollow_docx, "damaged", "repaired"),
        (spreadsheet, "spreadsheet", "PDF"),
        (script_page, "no text of its own", "PDF"),
        (old_word, "old Office file", ".docx"),
        (unknown, "no such file", "path"),
        (folder_itself, "folder", "files"),
    ],
)
def test_a_bad_file_gives_its_reason_and_advice(
    tmp_path: Path, make: Callable[[Path], Path], reason: str, advice: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(UnreadableDocument) as caught:
        read(path)
    assert caught.value.path == str(path)
    assert reason in caught.value.reason
    assert advice in caught.value.advice


def test_an_encrypted_file_that_any_viewer_opens_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=statement(tmp_path / "plain.pdf"))
    writer.encrypt(user_password="", owner_password="owner", algorithm="AES-256")
    writer.write(tmp_path / "open.pdf")
    assert PROSE.strip() in read(tmp_path / "open.pdf").text


def test_a_file_without_its_last_bytes_is_read_if_all_pages_are_there(tmp_path: Path) -> None:
    whole = statement(tmp_path / "whole.pdf", pages=2)
    content = whole.read_bytes()
    (tmp_path / "short.pdf").write_bytes(content[: content.rindex(b"startxref")])
    assert read(tmp_path / "short.pdf").text == read(whole).text


def test_a_pdf_under_another_name_is_read_as_one(tmp_path: Path) -> None:
    path = statement(tmp_path / "statement.pdf").rename(tmp_path / "statement.txt")
    document = read(path)
    assert document.format == "pdf"
    assert PROSE.strip() in document.text


def test_a_web_page_under_the_name_of_a_text_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "<!DOCTYPE html><html><body><h1>Session</h1><p>It met.</p></body></html>"
    )
    assert read(tmp_path / "page.txt").text == "Session\n\nIt met."


def test_ten_thousand_pages_are_over_the_limit(tmp_path: Path) -> None:
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Count 10000 /Kids [%s]>>" % b" ".join(b"%d 0 R" % (n + 3) for n in range(10_000)),
        *[b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>"] * 10_000,
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (n, text) for n, text in enumerate(objects, 1))
    (tmp_path / "many.pdf").write_bytes(b"%PDF-1.4\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF")
    with pytest.raises(UnreadableDocument, match="10000 pages, more than the limit of 2000"):
        read(tmp_path / "many.pdf")


def test_empty_pages_within_the_limit_have_no_text(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(50):
        writer.add_blank_page(100, 100)
    writer.write(tmp_path / "blank.pdf")
    with pytest.raises(UnreadableDocument, match="its pages are empty"):
        read(tmp_path / "blank.pdf")


def test_a_loop_in_the_page_tree_ends(tmp_path: Path) -> None:
    content = statement(tmp_path / "plain.pdf").read_bytes()
    tree = PdfReader(tmp_path / "plain.pdf").trailer["/Root"].raw_get("/Pages")  # type: ignore[index]
    kids = content.index(b"/Kids [")
    end = content.index(b"]", kids)
    loop = b"/Kids [ %d 0 R ".ljust(end - kids) % tree.idnum
    (tmp_path / "loop.pdf").write_bytes(content[:kids] + loop[: end - kids] + content[end:])
    with pytest.raises(UnreadableDocument):
        read(tmp_path / "loop.pdf", limits=ReadingLimits(pdf_seconds=20))


def test_a_pdf_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = statement(tmp_path / "long.pdf", pages=40)
    with pytest.raises(UnreadableDocument, match="longer to read than the limit of 1 seconds"):
        read(path, limits=ReadingLimits(pdf_seconds=1))


def test_a_pdf_that_unpacks_to_too_much_is_stopped(tmp_path: Path) -> None:
    import zlib

    bomb = zlib.compress(b"BT /F1 1 Tf (" + b"x" * 120_000_000 + b") Tj ET", 9)
    body = b"""%%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <<>>>> endobj
4 0 obj <</Length %d /Filter /FlateDecode>> stream
%s
endstream endobj
trailer <</Root 1 0 R>>
%%%%EOF""" % (len(bomb), bomb)
    (tmp_path / "bomb.pdf").write_bytes(body)
    with pytest.raises(UnreadableDocument, match=r"more memory|longer to read"):
        read(tmp_path / "bomb.pdf", limits=ReadingLimits(pdf_seconds=2, pdf_memory_mb=512))


def test_a_file_over_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("The session was held. " * 100_000)
    with pytest.raises(UnreadableDocument, match="2 MB, more than the limit of 1 MB"):
        read(path, limits=ReadingLimits(file_mb=1))


@pytest.mark.parametrize("name", ["large.txt", "large.md", "large.html"])
def test_a_text_of_fifty_megabytes_is_refused_in_a_moment(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("The session was held. " * (50_000_000 // 22))
    with pytest.raises(UnreadableDocument, match=r"50 MB of text.*limit of 10 MB.*Split it.*text_mb"):
        read(path)


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<html><body>" + "<div><span>" * 30_000 + "deep")
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        read(tmp_path / "deep.html")


def test_a_table_that_is_mostly_lines_is_text(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    rule = "+" + "-" * 60 + "+\n"
    path.write_text(f"{rule}| A | 1 |\n{rule}| B | 2 |\n{rule}", encoding="utf-8")

    assert "| B | 2 |" in read(path).text
