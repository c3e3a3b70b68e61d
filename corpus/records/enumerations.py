"""Enumerations: 'A, B and C', with acronyms and remarks in brackets, 'and' inside names, nested lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.names.parties import PartyTable
from corpus.names.party_table import guess_kind
from corpus.records.acronyms import ACRONYM, expansion_before
from corpus.records.types import PartyKind

_OPEN, _CLOSE = "([", ")]"
_ACRONYM = re.compile(rf"^{ACRONYM}$")
_JOINT = re.compile(
    r",?\s+(?:and|&|as well as|together with|along with)\s+|\s*[,;]\s+(?:and\s+|as well as\s+)?|\s*;\s*|\s+[•·●]\s+"
)
_LEAD = re.compile(
    r"(?:(?:and|as well as|together with|along with|also|namely|plus|the|both|from|of|The)\s+)+"
)
_REMARK = re.compile(
    r"^(?:observers?|hosts?|chair|co-chair|online|virtual\w*|by video\w*.*|remote\w*|as observers?"
    r"|in person|.*\bonly\b.*"
    r"|via .*|.*\bitems?\b.*|footnote.*|from .*|.*\bday\b.*|members?|new member|tbc|.*\bsession\b.*)$",
    re.IGNORECASE,
)

_ELIDED = re.compile(r"(?:d|l|dell|all|qu)[’'][A-ZÀ-Þ]")  # 'Côte d'Ivoire'
# Small words that stand inside names.
_INSIDE_NAMES = frozenset({
    "of", "the", "and", "for", "on", "in", "to", "against", "de", "la", "du", "des", "et", "at", "with",
    "into", "del", "y", "by", "from", "program", "programme", "d", "al", "e", "da", "do", "under", "its",
    "their", "as", "without", "beyond", "across", "between", "through", "among",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: `text[start:end]` is the name without articles and brackets.

    `acronym` and `remark` stand in brackets behind it; `inside` are the offsets of a bracket that holds a
    list of its own; `whole` is where the item ends with its brackets.
    """

    start: int
    end: int
    whole: int
    acronym: str | None = None
    remark: str | None = None
    inside: tuple[int, int] | None = None


def read_list(
    text: str, start: int, end: int, parties: PartyTable, expected: int | None = None
) -> list[ListItem]:
    """Read the enumeration in `text[start:end]`.

    `expected` is the count that its head states: where names with 'and' in them leave a choice, the reading
    with that many items wins.
    """
    while end > start and text[end - 1] in " \n.;,*_":
        end -= 1
    joints = _joints(text, start, end, parties)
    sure = [joint for joint in joints if joint[2]]
    doubtful = [joint for joint in joints if not joint[2]]
    chosen = sure
    if doubtful:
        best = _choose(text, start, end, sure, doubtful, parties, expected)
        chosen = sorted([*sure, *best])
    items, at = [], start
    for left, right, _ in [*chosen, (end, end, True)]:
        item = _item(text, at, left)
        if item is not None:
            items.append(item)
        at = right
    return items


def _joints(text: str, start: int, end: int, parties: PartyTable) -> list[tuple[int, int, bool]]:
    """The places where the list may be cut, each with whether it is sure."""
    segment = text[start:end]
    guarded = [(start + hit.start, start + hit.end) for hit in parties.find(segment) if not hit.demonym]
    for match in re.finditer(rf"[(\[]({ACRONYM})[)\]]", segment):
        found = expansion_before(match[1], segment[: match.start()].rstrip(), loose=False)
        if found is not None:
            guarded.append((start + found.start, start + found.end))
    joints = []
    semicolons = _depth_zero(segment, ";")
    for match in _JOINT.finditer(segment):
        left, right = start + match.start(), start + match.end()
        if _depth(segment, match.start()) or any(a < right and left < b for a, b in guarded):
            continue
        if semicolons and ";" not in match.group() and "," in match.group():
            joints.append((left, right, True))
            continue
        mark = match.group()
        if "&" in mark and not (any(b == left for _, b in guarded) and any(a == right for a, _ in guarded)):
            continue  # 'Bergmann & Sons'
        is_and = not re.search(r"[,;•·●]", mark)
        joints.append((left, right, not is_and))
    return joints


def _choose(
    text: str,
    start: int,
    end: int,
    sure: list[tuple[int, int, bool]],
    doubtful: list[tuple[int, int, bool]],
    parties: PartyTable,
    expected: int | None,
) -> list[tuple[int, int, bool]]:
    """Which of the bare 'and's separate items."""
    scored = []
    last_sure = max((joint[1] for joint in sure), default=start)
    for left, right, mark in doubtful:
        before = max((joint[1] for joint in [*sure, *doubtful] if joint[1] <= left), default=start)
        after = min((joint[0] for joint in [*sure, *doubtful] if joint[0] >= right), default=end)
        first, second = text[before:left], text[right:after]
        score = 0
        if second.startswith(("the ", "The ")):
            score += 3
        if _known(second, parties):
            score += 3
        if _known(first, parties):
            score += 2
        whole_left = text[max((j[1] for j in sure if j[1] <= left), default=start) : left]
        whole_right = text[right : min((j[0] for j in sure if j[0] >= right), default=end)]
        for side in (whole_left, whole_right):
            if guess_kind(side) is not PartyKind.UNKNOWN and side.count(" and ") < 2:
                score += 2
        if first.rstrip().endswith((")", "]")):
            score += 3
        if all(_ACRONYM.match(side.strip()) and side.strip().isupper() for side in (first, second)):
            score += 3
        if left >= last_sure:
            score += 2
        if re.search(r"\b(?:on|of|for|against|in)\s+(?:the\s+)?(?:[A-Z]\w+\s*)?$", first) and not _known(
            first, parties
        ):
            score -= 3
        if not second[:1].isupper() and not second.startswith(
            ("the ", "other ", "representatives", "observers")
        ):
            score -= 4
        scored.append((score, (left, right, mark)))
    scored.sort(key=lambda pair: -pair[0])
    if expected is not None:
        wanted = expected - 1 - len(sure)
        if 0 <= wanted <= len(scored) and all(score > -4 for score, _ in scored[:wanted]):
            return [joint for _, joint in scored[:wanted]]
    good = [joint for score, joint in scored if score >= 3]
    if not good and scored and scored[0][0] >= 1:
        good = [scored[0][1]]
    in_last = [joint for joint in good if joint[0] >= last_sure]
    return [
        *[j for j in good if j[0] < last_sure],
        *(in_last if all(_both_known(text, j, start, end, parties) for j in in_last) else in_last[:1]),
    ]


def _both_known(text: str, joint: tuple[int, int, bool], start: int, end: int, parties: PartyTable) -> bool:
    right = re.split(r",|;|\sand\s", text[joint[1] : end])[0]
    return _known(right, parties) or right.startswith("the ")


def _known(text: str, parties: PartyTable) -> bool:
    return parties.resolve(re.sub(r"\s*[(\[].*$", "", text).strip(), fuzzy=False) is not None


def _depth(segment: str, position: int) -> int:
    depth = 0
    for character in segment[:position]:
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE and depth:
            depth -= 1
    return depth


def _depth_zero(segment: str, mark: str) -> bool:
    return any(c == mark and not _depth(segment, i) for i, c in enumerate(segment))


def _item(text: str, start: int, end: int) -> ListItem | None:
    while start < end and text[start] in " \n\t*_-–—•·▪“\"'‘|":
        start += 1
    while end > start and text[end - 1] in ' \n\t*_.,;:|”"’':
        end -= 1
    if (joint := re.search(r"[\s;,]+(?:and|&)$", text[start:end])) is not None:
        end = start + joint.start()
    lead = _LEAD.match(text, start, end)
    if lead is not None:
        start = lead.end()
    whole = end
    acronym = remark = None
    inside: tuple[int, int] | None = None
    while (
        bracket := re.search(
            r"\s*[*_]*[(\[]([^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]$", text[start:end]
        )
    ) is not None:
        content = bracket[1].strip("*_ ")
        left = start + bracket.start(1)
        if _ACRONYM.match(content) and acronym is None and re.search(r"[A-Z].*[A-Z0-9]", content):
            acronym = content
        elif re.search(r",|;|\band\b", content) and not _REMARK.match(content):
            inside = (left, left + len(bracket[1]))
        else:
            remark = content
        end = start + bracket.start()
    while end > start and text[end - 1] in " \n*_,":
        end -= 1
    if end <= start:
        return None
    return ListItem(start, end, whole, acronym, remark, inside)


def shifted(item: ListItem, by: int) -> ListItem:
    """Return an item with its offsets moved."""
    inside = (item.inside[0] + by, item.inside[1] + by) if item.inside else None
    return replace(item, start=item.start + by, end=item.end + by, whole=item.whole + by, inside=inside)


def looks_like_name(name: str) -> bool:
    """Say whether an item can be the name of a party: capitals, not too long, no clause."""
    if not name or len(name) > 120 or not (name[0].isupper() or name[0].isdigit()):
        return False
    words = re.findall(r"[^\W_][\w’'-]*", name)
    if not words or len(words) > 18 or (name[0].isdigit() and not re.match(r"\d+[A-Z]", name)):
        return False
    small = [
        word for word in words if word[0].islower() and not _ELIDED.match(word) and word not in _INSIDE_NAMES
    ]
    return len(small) <= max(0, (len(words) - 2) // 3)
