"""A conversation as a brief with numbered references, in Markdown or Word; `export_pdf` makes a PDF of it."""

from __future__ import annotations

import io
import re

from docx import Document as WordDocument
from docx.shared import Pt

from assistant.answer import Answer, Citation
from assistant.interface.page.conversations import Conversation
from assistant.interface.page.signs import is_markdown, plain

_MARKER = re.compile(r"\[(\d{1,3})\]")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


class References:
    """Numbers the citations of a whole conversation: the same quote keeps one number throughout."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []

    def number(self, citation: Citation) -> int:
        """Return the citation's number in the brief, counted from 1."""
        for number, known in enumerate(self.citations, start=1):
            if (known.document, known.start, known.end) == (citation.document, citation.start, citation.end):
                return number
        self.citations.append(citation)
        return len(self.citations)

    def renumbered(self, answer: Answer) -> str:
        """Return an answer's text with the brief's numbers in its markers."""
        numbers = {one.number: self.number(one) for one in answer.citations}
        return _MARKER.sub(lambda match: f"[{numbers.get(int(match[1]), match[1])}]", answer.text)


def reference_line(citation: Citation) -> str:
    """Return a reference: the quote, and where it stands."""
    place = ", ".join(
        part
        for part in (citation.title, f"page {citation.page}" if citation.page else "", citation.section)
        if part
    )
    quote = " ".join(plain(citation.quote, is_markdown(citation.document)).split()).removeprefix("• ")
    return f"“{quote}” {place}."


def as_markdown(conversation: Conversation) -> str:
    """Return the conversation as Markdown; what comes from documents is escaped."""
    references = References()
    out = [f"# {_escaped(conversation.title)}", ""]
    for turn in conversation.turns:
        if turn.answer is None:
            continue
        out += [f"## {_escaped(turn.question)}", ""]
        for line in references.renumbered(turn.answer).splitlines():
            bullet, rest = ("- ", line.strip()[2:]) if line.strip().startswith(("- ", "• ")) else ("", line)
            out.append(bullet + _escaped_but_markers(rest))
        out.append("")
    if references.citations:
        out += ["## References", ""]
        for number, one in enumerate(references.citations, start=1):
            link = f" <{one.url}>" if one.url and re.fullmatch(r"https?://[^\s<>]+", one.url) else ""
            out.append(f"{number}. {_escaped(reference_line(one))}{link}")
    return "\n".join(out).rstrip() + "\n"


def as_docx(conversation: Conversation) -> bytes:
    """Return the conversation as a Word document."""
    references = References()
    word = WordDocument()
    word.styles["Normal"].font.size = Pt(11)
    word.add_heading(printable(conversation.title), 0)
    for turn in conversation.turns:
        if turn.answer is None:
            continue
        word.add_heading(printable(turn.question), 2)
        for line in references.renumbered(turn.answer).splitlines():
            stripped = line.strip()
            if stripped.startswith(("- ", "• ")):
                word.add_paragraph(printable(stripped[2:]), style="List Bullet")
            elif stripped:
                word.add_paragraph(printable(stripped))
    if references.citations:
        word.add_heading("References", 2)
        for number, one in enumerate(references.citations, start=1):
            word.add_paragraph(printable(f"[{number}] {reference_line(one)} {one.url or ''}".rstrip()))
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _escaped(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(value.split()))


def _escaped_but_markers(line: str) -> str:
    pieces = re.split(r"(\[\d{1,3}\])", line)
    return "".join(one if n % 2 else _SPECIAL.sub(r"\\\1", one) for n, one in enumerate(pieces))


def printable(value: str) -> str:
    """Return the text without the control characters that XML cannot hold."""
    return "".join(one for one in value if one in "\t\n" or ord(one) >= 32)
