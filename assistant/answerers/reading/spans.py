"""Small cuts of text: sentences made plain, clauses, enumerations."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKUP = re.compile(r"~~(?=\S)[^~]+~~|\*\*|__|(?<![\w*])\*(?=\w)|(?<=[\w.)])\*(?![\w*])|^#+\s+")
_MARKER = re.compile(r"^\s*(?:[-–—•·▪●◦‣*]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+")
_CONJUNCTION = re.compile(r"\s+(?:and|or|&|as well as)\s+", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*;\s*(?:and\s+|or\s+)?|\s*,\s*(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|or|&|as well as)\s+",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a piece of a document as a line of text: no markup, no list marker, single blanks."""
    return " ".join(_MARKUP.sub("", _MARKER.sub("", text, count=1)).split())


def sentence(text: str) -> str:
    """Return a piece as a sentence: plain, with a capital and a full stop."""
    line = plain(text).rstrip(" ;,:")
    if line.endswith((" and", " or")):
        line = line.rsplit(" ", 1)[0].rstrip(" ;,")
    if not line:
        return line
    line = line[0].upper() + line[1:]
    return line if line.endswith((".", "!", "?", "”", "’", '"')) else line + "."


_ENDED = re.compile(r"[.!?;)\]\"”’][\s*]*$")


def announces(text: str) -> bool:
    """Whether a line leads in what follows: it ends with a colon or dash, or breaks off ('The panel noted that')."""
    return not _ENDED.search(text)


_POSES = re.compile(
    r"\b(?:discussed|considered|debated|explored|asked|examined|pondered|reflected on|exchanged views on|wondered)\b[^.?]*"
    r"\b(?:what|how|why)\s+[^.?]*[.?]?\s*$",
    re.IGNORECASE,
)


def poses(text: str) -> bool:
    """Whether a sentence only poses a question that the next may answer: 'They discussed what makes a good map.'"""
    return bool(_POSES.search(text))


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A run of items in a text: `text[start:end]`; `head` is what announces them."""

    start: int
    end: int
    items: tuple[str, ...]
    head: str
    bracketed: bool = False


def split_items(text: str) -> tuple[str, ...]:
    """Split 'A, B [b, c] and D' at its top level; what stands in brackets stays with its item."""
    pieces: list[str] = []
    depth = start = 0
    strong = _has_top_level(text, ";")
    position = 0
    while position < len(text):
        character = text[position]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        if depth == 0:
            match = _SEPARATOR.match(text, position)
            if match and re.match(r"\d,\d{3}(?!\d)", text[max(0, position - 1) : position + 5]):
                match = None  # the comma of '1,312'
            if match and match.end() > position and not (strong and ";" not in match.group()):
                pieces.append(text[start:position])
                start = position = match.end()
                continue
        position += 1
    pieces.append(text[start:])
    return tuple(item for piece in pieces if (item := clean_item(piece)))


def _has_top_level(text: str, character: str) -> bool:
    depth = 0
    for each in text:
        if each in "([":
            depth += 1
        elif each in ")]":
            depth = max(0, depth - 1)
        elif each == character and depth == 0:
            return True
    return False


def clean_item(text: str) -> str:
    """Return one item without what binds it to its neighbours."""
    item = plain(text).strip(" ,;:.")
    item = re.sub(r"^(?:and|or|both|the following)\s+", "", item, flags=re.IGNORECASE)
    return re.sub(r"^(?:the|an?)\s+(?=[A-Z])", "", item)


_BRACKET = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_ANNOUNCED = re.compile(
    r"(?P<cue>:|\bsuch as\b|\bincluding\b(?: through| with| to| from)?|\bnamely\b"
    r"|\bincludes?d?\b(?: efforts to)?|\bi\.e\.,?|\bcomprising\b|\bmade up of\b"
    r"|\bconsist(?:s|ed|ing)? of\b|\bcomposed of\b|\bas follows\b:?|\bbetween (?:representatives"
    r"|delegates|members) (?:from|of)\b|\bbetween\b)\s*",
    re.IGNORECASE,
)
# 'Contextualised scenarios, strong calls and clear information were essential': things as a subject
_SUBJECT = re.compile(
    r"^(?P<run>[^.;:()]{3,90}?,[^.;:()]{2,120}?\s+and\s+[^,.;:()]{3,80}?)\s+(?:were|are|was|is|have|has"
    r"|had|remain|will|should|must|can)\b"
)
_NAME = (
    r"(?:the )?(?:[A-ZÀ-Ý][\w’'.&/-]*|[A-Z]\d+)"
    r"(?:\s+(?:(?:of|and|the|for|on|in|de|against)\s+)?(?:the\s+)?[A-ZÀ-Ý][\w’'.&/-]*)*(?:\s*[(\[][^()\[\]]{1,60}[)\]])?"
)
_NAMES = re.compile(
    rf"{_NAME}(?:,\s+(?:and\s+)?{_NAME})*,?\s+(?:and|or|&|together with|as well as)\s+{_NAME}(?:,\s+{_NAME})*"
)


_FURTHER = re.compile(
    r"(?P<list>[^;:()]*?[^,;:()] and [^,;:()]+), (?:and|as well as) (?:the|an?|its|their|on|by|of|in)\s"
)


def enumerations(text: str) -> list[Enumeration]:
    """Return the runs of two or more items in one sentence, item or row."""
    found: list[Enumeration] = []
    for match in _BRACKET.finditer(text):
        items = split_items(match[1])
        if len(items) >= 2 and not re.fullmatch(r"[\d\s,and]+(?: only)?", match[1]):
            found.append(
                Enumeration(match.start(1), match.end(1), items, text[: match.start()], bracketed=True)
            )
    for match in _ANNOUNCED.finditer(text):
        end = _clause_end(text, match.end())
        if rest := _FURTHER.match(text[match.end() : end]):
            end = match.end() + rest.end(
                "list"
            )  # 'including A and B, and the cost': the cost is none of them
        items = split_items(text[match.end() : end])
        if len(items) >= 2:
            found.append(Enumeration(match.end(), end, items, text[: match.start()]))
    if subject := _SUBJECT.match(text):
        items = split_items(subject["run"])
        if len(items) >= 3 and all(len(item.split()) <= 8 for item in items):
            found.append(Enumeration(*subject.span("run"), items, text[subject.end("run") :]))
    for match in _NAMES.finditer(text):
        if any(one.start <= match.start() < one.end for one in found):
            continue
        items = split_items(re.sub(r",?\s+together with\s+", ", ", match.group()))
        if len(items) >= 2:
            found.append(Enumeration(match.start(), match.end(), items, text[: match.start()]))
    return found


_POSED = re.compile(
    r"(?:^|[,:;]\s*|\s(?:and|or)\s+)(?=(?:who|whom|whose|what|which|whether|how|when|where|why)\s)",
    re.IGNORECASE,
)


def posed_in(text: str) -> list[Enumeration]:
    """Return the run of indirect questions in a sentence: 'who owns the data, who pays and what it costs'."""
    cuts = list(_POSED.finditer(text))
    if len(cuts) < 2:
        return []
    start, end = cuts[0].end(), _clause_end(text, cuts[-1].end())
    bounds = [*cuts[1:]]
    items: list[str] = []
    at = start
    for cut in bounds:
        items.append(clean_item(text[at : cut.start()]))
        at = cut.end()
    items.append(clean_item(text[at:end]))
    return [Enumeration(start, end, tuple(items), text[:start])]


def _clause_end(text: str, start: int) -> int:
    """Return where an announced list ends: at a full stop, a dash, or a relative or new main clause."""
    depth = 0
    for position in range(start, len(text)):
        character = text[position]
        if character in "([":
            depth += 1
        elif character in ")]":
            if depth == 0:
                return position
            depth -= 1
        elif depth == 0:
            if character in "–—" or (
                character == "." and re.match(r"\.(?:\s|$|[”’\"])", text[position : position + 2])
            ):
                return position
            if re.match(
                r",\s+and (?:\w+ed|has|have|had|is|are|was|were|will)\b|,\s+(?:which|who|whose|where"
                r"|while|with|under|so|but|as its|highlighting|in order)\b|\s+as its members\b"
                r"|\s+on (?:their|its|how|the)\b|\s+to (?:write|draw|prepare)\b|\s+should\b",
                text[position : position + 24],
            ):
                return position
    return len(text)
