"""Typeset the three DOCX files of the held-out set with python-docx."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from sources_reader import Block

LONG_AGO = dt.datetime(2020, 1, 1)


def _add_table(document: Any, rows: tuple[tuple[str, ...], ...], headed: bool) -> None:
    """Add a grid table: `=` rows are merged across, `^` cells are merged with the cell above."""
    width = max(len(row) for row in rows)
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        if row[0] == "=":
            merged = cells[0].merge(cells[-1])
            merged.text = row[1]
            merged.paragraphs[0].runs[0].bold = True
            continue
        for column, text in enumerate(row):
            if text == "^":
                cells[column].merge(table.rows[number - 1].cells[column])
            else:
                cells[column].text = text
                if headed and number == 0 and text:
                    cells[column].paragraphs[0].runs[0].bold = True


def _add_text(document: Any, block: Block) -> None:
    match block.kind:
        case "heading1":
            document.add_paragraph(block.text, style="Title")
        case "heading2":
            document.add_heading(block.text, level=1)
        case "heading3":
            document.add_heading(block.text, level=2)
        case "title_line":
            document.add_paragraph(block.text, style="Subtitle")
        case "bullet":
            document.add_paragraph(block.text, style="List Bullet")
        case _:
            lead = re.match(r"^[A-Z][\w ]{3,30}\. ", block.text)
            paragraph = document.add_paragraph()
            if lead:
                paragraph.add_run(lead.group()).bold = True
            paragraph.add_run(block.text[lead.end() :] if lead else block.text)


def _save(document: Any, target: Path) -> None:
    """Write the file with fixed dates inside, so that the same source gives the same bytes."""
    document.core_properties.created = document.core_properties.modified = LONG_AGO
    document.core_properties.author = ""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)


def _build(blocks: list[Block], target: Path, header: str, wide: bool = False) -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10.5)
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    if wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for block in blocks:
        if block.kind == "table":
            _add_table(document, block.rows, headed=not block.rows[0][0].startswith("Secretariat"))
        else:
            _add_text(document, block)
    _save(document, target)


def grouped_report(blocks: list[Block], target: Path) -> None:
    """A report whose annex lists the participants in one table a group, states merged downwards."""
    _build(blocks, target, "BCP/TWG-CRS/5/REP")


def programme(blocks: list[Block], target: Path) -> None:
    """A workshop programme: one wide table with days and breaks merged across."""
    _build(blocks, target, "Never Too Late · Kingston 2021", wide=True)


def progress_report(blocks: list[Block], target: Path) -> None:
    """A progress report against a plan, pillars merged across, comments with run-in heads."""
    _build(blocks, target, "TC/EG-VMC/PR/2024")
