"""Documents that readers add: kept in a folder of their own, read, indexed, and reported file by file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from assistant.interface.page import markup
from assistant.interface.page.conversations import reader_folder
from assistant.interface.page.desk import Desk
from assistant.interface.page.visible import UPLOADED
from index.types import FileReport, Outcome, Progress

_ONE_AT_A_TIME = Lock()
_ODD = re.compile(r"[^\w .()\[\]&,+'–-]+")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class UploadRefused(Exception):  # noqa: N818 - named for what happened
    """An upload that is not allowed; the message says why."""


def file_name(given: str) -> str:
    """Return a safe file name: no folders, no hidden files, no odd characters, at most 150 characters."""
    name = _ODD.sub("_", Path(given.replace("\\", "/")).name).lstrip(". ~$")
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:140]}{dot}{suffix[:10]}" if dot else (name[:150] or "document")


def take_in(
    desk: Desk, reader: str, paths: Sequence[Path], progress: Progress | None = None
) -> list[FileReport]:
    """Keep files for a reader and index them; return one report for each file.

    A file of the same name replaces the reader's earlier one. A file that could not be read is not kept.
    Raises UploadRefused where uploads are off, the reader is unknown or a file is too large.
    """
    if not desk.settings.upload:
        raise UploadRefused("Adding documents is switched off on this page.")
    if not reader:
        raise UploadRefused("Reload the page, then try again.")
    limit = desk.settings.max_upload_mb * 1_000_000
    for path in paths:
        if path.stat().st_size > limit:
            raise UploadRefused(f"{path.name} is larger than the limit of {desk.settings.max_upload_mb} MB.")
    files = desk.settings.data / "files"
    folder = files / UPLOADED / reader_folder(reader)
    with _ONE_AT_A_TIME:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = [Path(shutil.copyfile(path, folder / file_name(path.name))) for path in paths]
        ids = {one.relative_to(files).as_posix(): one for one in kept}
        reports = [
            report
            for report in desk.assistant.add([files], progress)
            if any(report.path.endswith(id) for id in ids)
        ]
        for report in reports:
            if report.outcome is Outcome.FAILED:
                next(path for id, path in ids.items() if report.path.endswith(id)).unlink(missing_ok=True)
        desk.sources.forget()
    return reports


def restore(desk: Desk) -> Sequence[FileReport]:
    """Index the uploads of earlier days that the index does not hold; return what became of them."""
    files = desk.settings.data / "files"
    return desk.assistant.add([files]) if files.is_dir() and any(files.rglob("*.*")) else ()


def may_remove(desk: Desk, reader: str, id: str) -> bool:
    """Whether a reader may remove a document: their own upload, or any where the page is for this machine only."""
    if not desk.settings.upload or desk.visible(reader).document(id) is None:
        return False
    if id.startswith(UPLOADED):
        return id.startswith(desk.visible(reader).own)
    return desk.settings.host in _LOOPBACK and not desk.settings.users


def take_out(desk: Desk, reader: str, id: str) -> None:
    """Remove a document from the index, and its file if it was uploaded. Raises UploadRefused."""
    if not may_remove(desk, reader, id):
        raise UploadRefused("This document cannot be removed from this page.")
    with _ONE_AT_A_TIME:
        desk.assistant.remove(id)
        if id.startswith(UPLOADED):
            (desk.settings.data / "files" / id).unlink(missing_ok=True)
        desk.sources.forget()


def outcomes(reports: Sequence[FileReport]) -> str:
    """Return the outcome of each file as an HTML table."""
    rows = "".join(
        f"<tr><td>{markup.text(Path(one.path).name)}</td><td>{markup.text(one.outcome.value)}</td>"
        f'<td class="wg-num">{one.passages or ""}</td><td>{markup.text(one.reason)}</td></tr>'
        for one in reports
    )
    return (
        '<table class="wg-table"><caption class="wg-hidden">Outcome of each file</caption><thead><tr>'
        "<th scope=col>File</th><th scope=col>Outcome</th><th scope=col>Passages</th><th scope=col>Reason</th>"
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )
