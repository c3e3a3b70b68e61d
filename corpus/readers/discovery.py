"""Which files a list of paths stands for, and the id of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.errors import UnreadableDocument
from corpus.readers.sniffing import SUFFIXES

# Documents that cannot be read. They are listed all the same, so that the report of a run names them.
_REFUSED = frozenset({".doc", ".rtf", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".tif", ".tiff"})


def discover(paths: Iterable[Path | str]) -> list[tuple[Path, str]]:
    """Return the files that `paths` (files and folders) stand for, each with its id, sorted within a folder.

    The id of a file in a folder is its path relative to that folder, with forward slashes; that of a single
    file its name. Where two files would share an id, the names of the folders above them are put before it.
    Hidden files and folders, and kinds of files that are no documents, are left out of folders; a file that
    is named is always returned. Raises UnreadableDocument for a path that does not exist.
    """
    found: list[tuple[Path, Path]] = []  # (file, folder that its id is relative to)
    seen: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            files = [(file, path) for file in _files(path)]
        elif path.exists():
            files = [(path, path.parent)]
        else:
            raise UnreadableDocument(str(path), "there is no such file or folder", "Check the path")
        for file, base in files:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                found.append((file, base))
    return _with_ids(found)


def _files(folder: Path) -> list[Path]:
    return sorted(
        (
            file
            for file in folder.rglob("*")
            if not any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
            and file.is_file()
            and (file.suffix.lower() in SUFFIXES | _REFUSED or _is_unnamed_pdf(file))
        ),
        key=lambda file: file.relative_to(folder).as_posix(),
    )


def _is_unnamed_pdf(file: Path) -> bool:
    if file.suffix:
        return False
    try:
        with file.open("rb") as stream:
            return stream.read(5) == b"%PDF-"
    except OSError:
        return False


def _with_ids(found: Sequence[tuple[Path, Path]]) -> list[tuple[Path, str]]:
    ids = [file.relative_to(base).as_posix() for file, base in found]
    above = [base.resolve() for _, base in found]
    while len(set(ids)) < len(ids):
        shared = {id for id in ids if ids.count(id) > 1}
        longer = [
            f"{above[n].name}/{id}" if id in shared and above[n].name else id for n, id in enumerate(ids)
        ]
        if longer == ids:
            break
        above = [base.parent if id in shared else base for base, id in zip(above, ids, strict=True)]
        ids = longer
    return [(file, id) for (file, _), id in zip(found, ids, strict=True)]
