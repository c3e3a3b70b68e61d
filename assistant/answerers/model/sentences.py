"""Cuts streamed text into sentences as it arrives; the cuts do not depend on how the stream was split."""

from __future__ import annotations

import re

# A sentence ends at a line break, or at a stop with its markers once the next word has begun: a marker may
# follow its stop, and half a marker may be still on its way.
_END = re.compile(r"[.!?][\"”’)*]*(?:[ \t]*\[[^\[\]\n]{0,40}\])*(?=[ \t]+[^\s\[])|\n")
_SHORT = re.compile(
    r"^\s*\d{1,3}\.\Z|(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|H\.E|St|No|Nos|para|paras|art|vs|cf|e\.g|i\.e|a\.m|p\.m|approx|U\.S|U\.N)\.\Z",
    re.IGNORECASE,
)


class Sentences:
    """A buffer: pieces of text in, whole sentences out."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> list[str]:
        """Take a piece of the stream and return the sentences that it finishes."""
        self._text += piece
        found = []
        at = 0
        while (match := _END.search(self._text, at)) is not None:
            if _SHORT.search(self._text[: match.end()]):
                at = match.end()
                continue
            found.append(self._text[: match.end()].strip())
            self._text = self._text[match.end() :]
            at = 0
        return [sentence for sentence in found if sentence]

    def rest(self) -> list[str]:
        """Return what is left when the stream has ended."""
        last, self._text = self._text.strip(), ""
        return [last] if last else []
