"""One owner a folder: embedded Chroma loses records when two processes write to the same folder."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexInUse, IndexNotWritable


class OwnerLock:
    """Holds an index folder for this process; the system lets go of it when the process dies.

    Taking a lock that is held raises `IndexInUse`; a folder that cannot be written to, `IndexNotWritable`.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._owner = directory / "owner.pid"
        self._lock = FileLock(str(directory / "owner.lock"), timeout=0)

    def take(self) -> None:
        """Take the lock or say who has it."""
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout:
            raise IndexInUse(
                f"The index folder {self._directory} is in use by {self._holder()}",
                "Stop that one first, give this one a folder of its own "
                "(WG_ASSISTANT_INDEX__DIRECTORY), or let both use a Chroma server "
                "(WG_ASSISTANT_INDEX__SERVER)",
            ) from None
        except OSError as error:
            raise IndexNotWritable(
                f"The index folder {self._directory} cannot be written to ({error.strerror or error})",
                "Give yourself the right to write there, or name another folder with "
                "WG_ASSISTANT_INDEX__DIRECTORY",
            ) from error
        try:
            self._owner.write_text(str(os.getpid()), encoding="ascii")
        except OSError:  # only the message for others suffers
            return

    def release(self) -> None:
        """Let go of the lock; releasing twice does nothing."""
        self._lock.release()

    def _holder(self) -> str:
        try:
            pid = self._owner.read_text(encoding="ascii").strip()
        except OSError:
            pid = ""
        if pid == str(os.getpid()):
            return "another part of this process"
        return f"another process (number {pid})" if pid else "another process"
