"""Runs of lines become blocks: title, headings, paragraphs, items, unmarked lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import BlockKind
from corpus.layout.datelines import STRUCTURAL, is_dateline
from corpus.layout.headings import (
    LONGEST_TITLE,
    bare_label,
    heading_like,
    heads_a_list,
    levels,
    opens_section,
    stands_out,
)
from corpus.layout.letterhead import files_the_paper
from corpus.layout.markers import figure, numbered, style
from corpus.layout.measure import Measure, ends_sentence
from corpus.layout.runs import FORM_OF_ADDRESS, Run
from corpus.raw import RawBlock

Entry = Run | RawBlock
TITLE_RUNS = 14  # runs of a document among which its title block is looked for
_LABELLED_PERSON = re.compile(rf":\s+{FORM_OF_ADDRESS.pattern}")  # 'Secretariat: Ms X'
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*$")


def to_blocks(entries: Sequence[Entry], measure: Measure) -> list[RawBlock]:
    """Return the blocks of a document from its runs of lines, in order; raw blocks stay where they are."""
    entries = _merged_title(entries)
    title = _title(entries, measure)
    roles = _roles(entries, title, measure)
    heads = [place for place, role in enumerate(roles) if role is BlockKind.HEADING and place not in title]
    depth = dict(
        zip(heads, levels([run for p in heads if isinstance(run := entries[p], Run)], measure), strict=True)
    )
    blocks: list[RawBlock] = []
    nesting = _Nesting(measure)
    for place, (entry, role) in enumerate(zip(entries, roles, strict=True)):
        if isinstance(entry, RawBlock):
            blocks.append(entry)
            nesting.close()
            continue
        level = 0
        marker = entry.marker
        text, breaks = entry.text, entry.breaks
        if role is BlockKind.HEADING:
            level = 1 if place in title else depth[place]
            if marker:
                text, breaks, marker = f"{marker} {text}", (), ""
        elif role is BlockKind.ITEM:
            level = nesting.level(entry)
        else:
            nesting.close()
        blocks.append(
            RawBlock(role, text, page=entry.lines[0].page, level=level, marker=marker, breaks=breaks)
        )
    return blocks


def _title(entries: Sequence[Entry], measure: Measure) -> set[int]:
    """Return the places of the runs that make up the title block (dates among them are no headings)."""
    places: list[int] = []
    for place, entry in enumerate(entries[:TITLE_RUNS]):
        if not isinstance(entry, Run) or (entry.marker and not _heading_number(entry)):
            break
        if (
            is_dateline(entry.text)
            or files_the_paper(entry.text)
            or (entry.text.startswith("(") and len(entry.text) < 80)
        ):
            continue
        if not heading_like(entry, LONGEST_TITLE) or entry.text.endswith(":"):
            break
        if place and measure.size and not stands_out(entry, measure) and len(entry.text) > 100:
            break
        places.append(place)
    while len(places) > 1 and opens_section(_run(entries, places[-1]).text):
        if measure.size and _larger(_run(entries, places[-1]), _run(entries, places[0])):
            break
        places.pop()
    return set(places)


def _merged_title(entries: Sequence[Entry]) -> list[Entry]:
    """Return the runs with a title that ends with a colon, and the subtitle below it, made one."""
    merged: list[Entry] = []
    for place, entry in enumerate(entries):
        above = merged[-1] if merged else None
        if (
            place < TITLE_RUNS
            and isinstance(entry, Run)
            and isinstance(above, Run)
            and not entry.apart
            and not entry.marker
            and above.text.endswith(":")
            and not bare_label(above.text)
            and heading_like(entry, LONGEST_TITLE)
            and not any(isinstance(each, Run) and _SENTENCE.search(each.text) for each in merged)
        ):
            above.lines += entry.lines
            above.settle()
            above.close = entry.close
        else:
            merged.append(entry)
    return merged


def _larger(run: Run, first: Run) -> bool:
    return run.lines[0].size >= first.lines[0].size


def _run(entries: Sequence[Entry], place: int) -> Run:
    entry = entries[place]
    assert isinstance(entry, Run)
    return entry


def _heading_number(run: Run) -> bool:
    return bool(re.fullmatch(r"[IVXL]{1,6}[.)]|[A-Z]\.|\d{1,2}(?:\.\d{1,2})*[.)]?", run.marker))


def _roles(entries: Sequence[Entry], title: set[int], measure: Measure) -> list[BlockKind]:
    roles = [entry.kind if isinstance(entry, RawBlock) else BlockKind.PARAGRAPH for entry in entries]
    styled = _styled(entries, measure)
    before: int | None = None  # the number of the last numbered paragraph
    for place, entry in enumerate(entries):
        if isinstance(entry, RawBlock):
            continue
        after = entries[place + 1] if place + 1 < len(entries) else None
        if place in title or _is_heading(entry, after, measure, styled):
            roles[place] = BlockKind.HEADING
        elif entry.marker:
            roles[place] = _marked(entries, roles, place, before)
            if roles[place] is BlockKind.PARAGRAPH and numbered(entry.marker):
                before = figure(entry.marker)
    _single_lines(entries, roles, title)
    _runs_of_headings(entries, roles, title)
    _unmarked_lists(entries, roles)
    return roles


def _styled(entries: Sequence[Entry], measure: Measure) -> bool:
    """Tell whether the file marks its headings by type, so that form alone makes none."""
    runs = [entry for entry in entries if isinstance(entry, Run)]
    return bool(measure.size) and sum(stands_out(run, measure) and heading_like(run) for run in runs[1:]) >= 2


def _is_heading(run: Run, after: Entry | None, measure: Measure, styled: bool) -> bool:
    if run.marker and not _heading_number(run):
        return False
    if after is None or not heading_like(run) or _LABELLED_PERSON.search(run.text):
        return False
    out = bool(measure.size) and stands_out(run, measure)
    if out:
        roman = re.fullmatch(r"[IVX]\.", run.marker)  # read as a letter, where it stands alone
        listed = isinstance(after, Run) and not after.apart and bool(after.marker)
        return not (run.marker and not roman and listed)
    if styled and run.text.upper() != run.text:
        return False
    if measure.size and not styled and len(run.lines) > 1:
        return False
    beside = after if isinstance(after, Run) and not after.apart else None
    if heads_a_list(run.text) and len(run.lines) == 1 and beside and not heads_a_list(beside.text):
        return True
    if not run.apart:
        return beside is not None and _heads_what_is_beside(run, beside, measure)
    follows = isinstance(after, RawBlock) or after.apart
    label = run.text.endswith(":") and bare_label(run.text)
    if follows or label:
        return len(run.lines) <= 2 and not (label and not run.text.isupper() and isinstance(after, RawBlock))
    # No blank line under it: prose, or marked items, must follow a single short line.
    if isinstance(after, Run) and len(run.lines) == 1 and len(run.text) <= 80 and run.text[:1].isupper():
        prose = len(after.lines) > 1 or (bool(_SENTENCE.search(after.text)) and len(after.text) > 100)
        listed = bool(after.marker) and len(run.text.split()) <= 6
        capitals = run.text.upper() == run.text
        return ((prose or listed) and not run.marker) or capitals
    return False


def _heads_what_is_beside(run: Run, beside: Run, measure: Measure) -> bool:
    """Tell whether a short line amid text set without blank lines is the heading of what is below it."""
    if len(run.lines) > 1 or len(run.text) > 80 or run.text.endswith(":") or beside.marker:
        return False
    prose = len(beside.lines) > 1 or bool(_SENTENCE.search(beside.text))
    indented = beside.lines[0].left > run.lines[0].left + measure.step
    return prose and (indented or bool(STRUCTURAL.match(run.text)))


def _marked(
    entries: Sequence[Entry], roles: Sequence[BlockKind], place: int, before: int | None
) -> BlockKind:
    """Return whether a run with a marker is an item, or a paragraph that goes on from number `before`."""
    run = _run(entries, place)
    if not numbered(run.marker):
        return BlockKind.ITEM
    if "." in run.marker.rstrip("."):
        return BlockKind.PARAGRAPH
    number = figure(run.marker)
    goes_on = number is not None and before is not None and number == before + 1
    above = entries[place - 1] if place else None
    last = above if isinstance(above, Run) else None
    if last and number == 1 and last.text.endswith(":") and roles[place - 1] is not BlockKind.HEADING:
        return BlockKind.ITEM
    if last and numbered(last.marker) and roles[place - 1] is BlockKind.ITEM and not goes_on:
        return BlockKind.ITEM
    beside = entries[place + 1] if place + 1 < len(entries) else None
    tight = not run.apart or (isinstance(beside, Run) and not beside.apart and numbered(beside.marker))
    return BlockKind.ITEM if tight and not goes_on else BlockKind.PARAGRAPH


def _single_lines(entries: Sequence[Entry], roles: list[BlockKind], title: set[int]) -> None:
    """Names or entries on lines of their own, without blank lines between them, are items."""
    start = 0
    while start < len(entries):
        end = start + 1
        while end < len(entries) and isinstance(each := entries[end], Run) and not each.apart:
            end += 1
        if _heads_labels(entries[start:end]) and start not in title and roles[start] is BlockKind.PARAGRAPH:
            roles[start] = BlockKind.HEADING
        chunk = [
            place
            for place in range(start, end)
            if isinstance(entries[place], Run) and roles[place] is BlockKind.PARAGRAPH and place not in title
        ]
        runs = [_run(entries, place) for place in chunk]
        if runs and runs[0].text.endswith(":") and not runs[0].marker:
            chunk, runs = chunk[1:], runs[1:]
        loose = [run for run in runs if not run.marker]
        sentences = sum(bool(_SENTENCE.search(run.text)) and len(run.text) > 60 for run in loose)
        labels = sum(
            bool(re.match(r"[A-Z][\w /-]{1,30}: \S", run.text)) and not run.text.endswith(";")
            for run in loose
        )
        headed = roles[start] is BlockKind.HEADING and start not in title
        dates = sum(is_dateline(run.text) for run in loose)
        enough = len(loose) >= 2 or (len(loose) == 1 and headed and len(loose[0].lines) == 1)
        facts = labels == len(loose) and not headed and start < TITLE_RUNS  # 'Date: …', 'Venue: …'
        listed = enough and len(loose) == len(runs) and not dates and 2 * sentences < len(loose)
        if listed and not facts:
            for place in chunk:
                roles[place] = BlockKind.ITEM
        start = end


def _heads_labels(chunk: Sequence[Entry]) -> bool:
    """Tell whether a chunk is a short line over labelled facts ('Key facts' / 'Participants: 64' / …)."""
    runs = [entry for entry in chunk if isinstance(entry, Run)]
    labelled = all(re.match(r"[A-Z][\w /-]{1,40}: \S", run.text) for run in runs[1:])
    return len(runs) > 2 and labelled and heading_like(runs[0]) and len(runs[0].text.split()) <= 4


def _runs_of_headings(entries: Sequence[Entry], roles: list[BlockKind], title: set[int]) -> None:
    """Four or more headings with nothing under them are a list: the first may head it, the rest are items."""
    place = 0
    while place < len(entries):
        end = place
        while end < len(entries) and roles[end] is BlockKind.HEADING and end not in title:
            end += 1
        if end - place >= 4:
            # What follows a blank list is headed by its last line only where prose comes next.
            last = end - 1 if end < len(entries) and roles[end] is not BlockKind.ITEM else end
            for at in range(place + 1, last):
                roles[at] = BlockKind.ITEM
        place = max(end, place + 1)


def _unmarked_lists(entries: Sequence[Entry], roles: list[BlockKind]) -> None:
    """After a lead-in with a colon, the parts of its sentence are items without a marker."""
    for place, entry in enumerate(entries):
        if (
            not isinstance(entry, Run)
            or roles[place] is not BlockKind.PARAGRAPH
            or not entry.text.endswith(":")
        ):
            continue
        at = place + 1
        while at < len(entries) and isinstance(part := entries[at], Run) and not part.marker:
            if roles[at] not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
                break
            opens = part.text[:1].islower() or part.text.rstrip().endswith((";", "; and", "; or", ", and"))
            goes_on = at > place + 1 and re.search(r"(?:;|,)(?: and| or)?$", _run(entries, at - 1).text)
            if not opens and not goes_on:
                break
            roles[at] = BlockKind.ITEM
            at += 1
            if _SENTENCE.search(part.text) and not part.text.endswith(";"):
                following = entries[at] if at < len(entries) else None
                if not (isinstance(following, Run) and following.text[:1].islower()):
                    break


class _Nesting:
    """The depth of list items, by their indent and the sort of their markers."""

    def __init__(self, measure: Measure) -> None:
        self.step = measure.step
        self.stack: list[tuple[float, str]] = []

    def close(self) -> None:
        self.stack = []

    def level(self, run: Run) -> int:
        left, sort = run.lines[0].left, self._sort(run.marker)
        for depth, (indent, known) in enumerate(self.stack):
            if known == sort and abs(indent - left) <= self.step:
                del self.stack[depth + 1 :]
                return depth
        while self.stack and left < self.stack[-1][0] - self.step:
            self.stack.pop()
        if self.stack and not run.marker and abs(self.stack[-1][0] - left) <= self.step:
            return len(self.stack) - 1
        self.stack.append((left, sort))
        return len(self.stack) - 1

    def _sort(self, marker: str) -> str:
        if not marker:
            return ""
        sort = style(marker)
        letter = sort.replace("roman", "letter")
        # '(i)' after '(h)' is a letter; '(i)' under '(a)' is a Roman figure.
        core = marker.strip("().")
        known = [each for _, each in self.stack]
        if sort.startswith("roman") and core not in ("i", "I") and sort not in known and letter in known:
            return letter
        return sort


def clean_spaces(block: RawBlock) -> RawBlock:
    """Return a block with single spaces (rows keep their cells)."""
    if block.breaks or "  " not in block.text:
        return block
    return replace(block, text=re.sub(r" {2,}", " ", block.text))


__all__ = ["Entry", "clean_spaces", "ends_sentence", "to_blocks"]
