"""Documents that readers add: kept in a folder of their own, read, indexed, and reported file by file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from threading import Lock

from assistant.interface.page import markup
from assistant.interface.page.conversations import reader_folder
from assistant.interface.page.desk import Desk
from assistant.interface.page.visible import UPLOADED
from corpus.errors import UnreadableDocument
from corpus.readers.sniffing import format_of
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
    `progress` is told of these files only. Raises UploadRefused where uploads are off or the reader is unknown.
    """
    if not desk.settings.upload:
        raise UploadRefused("Adding documents is switched off on this page.")
    if not reader:
        raise UploadRefused("Reload the page, then try again.")
    files = desk.settings.data / "files"
    folder = files / UPLOADED / reader_folder(reader)
    reports: dict[str, FileReport] = {}  # by name
    with _ONE_AT_A_TIME:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept: dict[str, Path] = {}  # by id
        for name, path in _named(paths):
            if path.stat().st_size > megabytes(desk.settings.max_upload_mb):
                why = f"the file is larger than the limit of {desk.settings.max_upload_mb} MB"
                reports[name] = FileReport(path=name, outcome=Outcome.FAILED, reason=why)
                continue
            copy = Path(shutil.copyfile(path, folder / name))
            kept[copy.relative_to(files).as_posix()] = copy
            reports[name] = _unreadable(copy)  # unless the index says otherwise
        for report in desk.assistant.add([files], _of_own(kept, progress)) if kept else ():
            if report.path in kept:
                reports[kept[report.path].name] = report
        for path in kept.values():
            if reports[path.name].outcome is Outcome.FAILED:
                path.unlink(missing_ok=True)
        desk.sources.forget()
    return list(reports.values())


def megabytes(count: int) -> int:
    """Return a limit in MB as bytes, counted as browsers and file managers count."""
    return count * 1024 * 1024


def _named(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return each file with the name under which it is kept; files of one name keep apart."""
    found: dict[str, Path] = {}
    for path in paths:
        name = file_name(path.name)
        stem, dot, suffix = name.rpartition(".")
        number = 2
        while name in found:
            name = f"{stem} ({number}){dot}{suffix}" if dot else f"{suffix} ({number})"
            number += 1
        found[name] = path
    return list(found.items())


def _of_own(kept: Mapping[str, Path], progress: Progress | None) -> Progress | None:
    """Return a progress that tells nobody of the files of others, which the same run may read anew."""
    if progress is None:
        return None
    begun: list[str] = []

    def tell(_: int, __: int, name: str) -> None:
        if name in kept:
            begun.extend([] if name in begun else [name])
            progress(begun.index(name), len(kept), kept[name].name)

    return tell


def _unreadable(path: Path) -> FileReport:
    """Return the report on a file of a kind that is no document."""
    why = "files of this kind are not read"
    try:
        format_of(path, path.read_bytes())
    except UnreadableDocument as error:
        why = f"{error.reason}. {error.advice}"
    return FileReport(path=path.name, outcome=Outcome.FAILED, reason=why)


def taking_in(desk: Desk, reader: str, paths: Sequence[Path]) -> Iterator[str]:
    """Take files in, and yield as HTML how far it is, then the outcome of each file or why it was refused."""
    told: Queue[tuple[int, int, str] | None] = Queue()
    with ThreadPoolExecutor(1) as worker:
        work = worker.submit(take_in, desk, reader, paths, lambda *step: told.put(step))
        work.add_done_callback(lambda _: told.put(None))
        yield _reading(0, len(paths), "")
        while (step := told.get()) is not None:
            yield _reading(*step)
    try:
        yield outcomes(work.result())
    except UploadRefused as refusal:
        yield markup.failure(str(refusal))


def _reading(done: int, total: int, name: str) -> str:
    said = f"Reading file {done + 1} of {total}: {name}" if name else "Reading the files …"
    return (
        f'<p class="wg-wait" role="status"><span class="wg-spin" aria-hidden="true"></span>{markup.text(said)}</p>'
        f'<progress class="wg-progress" max="{total}" value="{done}" aria-label="Files read"></progress>'
    )


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
