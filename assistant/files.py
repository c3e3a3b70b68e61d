"""Where the files of the documents lie, so that a page of a PDF can be drawn after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path


class Files:
    """Paths by document id, kept in a small file beside the index; a damaged file is begun anew."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "files.json"
        self._paths: dict[str, str] = {}
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(known, dict):
            self._paths = {str(id): str(path) for id, path in known.items()}

    def of(self, id: str) -> Path | None:
        """Return the path that a document was last read from; the file may be gone or changed by now."""
        path = self._paths.get(id)
        return Path(path) if path is not None else None

    def beside(self, folder: Path) -> list[tuple[Path, str]]:
        """Return the files, with the ids of their documents, that lie elsewhere than in a folder."""
        within = folder.resolve()
        return [
            (Path(path), id)
            for id, path in sorted(self._paths.items())
            if not Path(path).is_relative_to(within)
        ]

    def note(self, files: Iterable[tuple[Path, str]]) -> None:
        """Remember where files lie; `files` are paths with the ids of their documents."""
        known = {id: str(path.resolve()) for path, id in files}
        if known.items() <= self._paths.items():
            return
        self._paths |= known
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(self._paths, indent=0, sort_keys=True), encoding="utf-8")
        part.replace(self._file)
