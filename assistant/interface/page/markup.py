"""The small pieces of HTML that all parts of the page share. Whatever comes from a document is escaped here."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

from assistant.answer import Status

STATUS_LABEL = {
    Status.ANSWERED: ("✓", "Answered from the documents"),
    Status.NOT_STATED: ("∅", "The documents do not say"),
    Status.CONFLICT: ("≠", "The sources differ"),
    Status.UNCLEAR: ("?", "Which one do you mean?"),
}


def text(value: object) -> str:
    """Return any value as text that is safe inside an element or a quoted attribute."""
    return escape(str(value), quote=True)


def paragraphs(value: str) -> str:
    """Return running text as paragraphs and lists; blank lines part them, '- ' and '• ' start list items."""
    out: list[str] = []
    items: list[str] = []
    for line in [*value.splitlines(), ""]:
        stripped = line.strip()
        if stripped.startswith(("- ", "• ")):
            items.append(f"<li>{text(stripped[2:])}</li>")
            continue
        if items:
            out.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if stripped:
            out.append(f"<p>{text(stripped)}</p>")
    return "".join(out)


def badge(status: Status) -> str:
    """Return the badge that tells a status by sign, word and colour."""
    sign, label = STATUS_LABEL[status]
    return f'<span class="wg-badge wg-{status.value}"><span aria-hidden="true">{sign}</span> {label}</span>'


def action(label: str, act: str, css: str = "wg-link", described: str = "", **data: object) -> str:
    """Return a button that sends `act` and `data` to the server; `described` is what a screen reader says."""
    attributes = "".join(f' data-{name}="{text(value)}"' for name, value in data.items())
    aria = f' aria-label="{text(described)}"' if described else ""
    return f'<button type="button" class="{css}" data-act="{act}"{attributes}{aria}>{text(label)}</button>'


def source_link(url: str) -> str:
    """Return a link to a web address; anything that is no web address is shown as text."""
    if urlsplit(url).scheme not in ("http", "https"):
        return f"<span>{text(url)}</span>"
    return f'<a href="{text(url)}" target="_blank" rel="noopener noreferrer">Source ↗</a>'


def passage_address(document: str, start: int, end: int) -> str:
    """Return the address, relative to the page, that opens a passage of a document."""
    return "?" + urlencode({"document": document, "start": start, "end": end})


def empty(message: str) -> str:
    """Return what is shown where there is nothing to show yet."""
    return f'<p class="wg-empty">{text(message)}</p>'


def failure(message: str) -> str:
    """Return an error as the page shows it."""
    return f'<p class="wg-error" role="alert">{text(message)}</p>'
