"""Printed lines become blocks: lines with fonts and gaps, as a PDF gives them."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import BlockKind
from corpus.layout import blocks_from_lines
from corpus.raw import Line, RawBlock

LEFT, RIGHT = 72.0, 520.0
BODY = 11.0


def line(
    text: str, *, page: int = 1, left: float = LEFT, gap: float = 0.0, size: float = BODY, bold: bool = False
) -> Line:
    """A line of a proportional font: about 5.5 points a character."""
    return Line(
        text,
        page=page,
        left=left,
        right=min(RIGHT, left + len(text) * size / 2),
        size=size,
        bold=bold,
        gap=gap,
    )


def wrapped(
    text: str, *, page: int = 1, left: float = LEFT, gap: float = 0.6, hang: float = 0.0
) -> list[Line]:
    """A paragraph broken into lines; the lines after the first stand `hang` points to the right."""
    lines: list[Line] = []
    words = text.split()
    while words:
        start = left + (hang if lines else 0)
        taken = ""
        while words and start + (len(taken) + 1 + len(words[0])) * BODY / 2 <= RIGHT:
            taken = f"{taken} {words.pop(0)}".strip()
        lines.append(line(taken, page=page, left=start, gap=0.0 if lines else gap))
    return lines


def moved(lines: list[Line], page: int) -> list[Line]:
    """Lines as they stand on another page."""
    return [replace(each, page=page, gap=0.0) for each in lines]


def head(page: int) -> list[Line]:
    return [line("Coastal Compact · Ninth Meeting", page=page, size=8.0)]


def foot(page: int, of: int) -> list[Line]:
    return [line(f"CC/9/2022/4 Page {page} of {of}", page=page, size=8.0, gap=3.0)]


LONG = (
    "The meeting heard that the number of inspected vessels had doubled since the first year of the "
    "scheme, and that the "
    "costs had grown more slowly than that, which members put down to the shared training of officers in "
    "the region."
)
ITEMS = (
    "noted the report of the secretariat on the state of the register and the fees that are still "
    "outstanding from members;",
    "asked the chair to write to the members that have named no contact point in the course of the last "
    "three years;",
    "agreed to meet again in the spring.",
)


def document() -> list[Line | RawBlock]:
    row = [
        RawBlock(BlockKind.ROW, "", page=2, cells=("Member", "Fee"), header=True, table=0),
        RawBlock(BlockKind.ROW, "", page=2, cells=("Samoa", "40"), table=0),
    ]
    over_the_page = wrapped(LONG.replace("meeting", "Chair"))
    over_the_next = wrapped("• " + ITEMS[1], page=2, left=84, hang=12, gap=0.2)
    return [
        *head(1),
        line("Coastal Compact", left=200, size=16, bold=True, gap=2.0),
        line("Ninth Meeting", left=220, size=16, bold=True),
        line("I. Opening", size=12, bold=True, gap=1.5),
        *wrapped(LONG),
        *wrapped(LONG.replace("meeting", "panel")),
        *over_the_page[:1],
        *foot(1, 3),
        *head(2),
        *moved(over_the_page[1:], 2),
        line("II. Fees", page=2, size=12, bold=True, gap=1.5),
        *row,
        line("The Compact:", page=2, gap=1.0),
        *wrapped("• " + ITEMS[0], page=2, left=84, hang=12, gap=0.2),
        *over_the_next[:1],
        *foot(2, 3),
        *head(3),
        *moved(over_the_next[1:], 3),
        *wrapped("• " + ITEMS[2], page=3, left=84, hang=12, gap=0.2),
        *wrapped("Members thanked the hosts.", page=3),
        *foot(3, 3),
    ]


class TestPagedDocument:
    blocks = blocks_from_lines(document())

    def of(self, kind: BlockKind) -> list[RawBlock]:
        return [block for block in self.blocks if block.kind is kind]

    def test_running_heads_and_footers_are_dropped(self) -> None:
        assert not any("CC/9/2022" in block.text or "Page" in block.text for block in self.blocks)
        assert sum("Ninth Meeting" in block.text for block in self.blocks) == 1

    def test_headings_by_size_and_weight(self) -> None:
        assert [(block.text, block.level) for block in self.of(BlockKind.HEADING)] == [
            ("Coastal Compact", 1),
            ("Ninth Meeting", 1),
            ("I. Opening", 2),
            ("II. Fees", 2),
        ]

    def test_paragraphs_are_joined_and_parted_by_gaps(self) -> None:
        texts = [block.text for block in self.of(BlockKind.PARAGRAPH)]
        assert texts[0] == LONG
        assert texts[1] == LONG.replace("meeting", "panel")

    def test_a_bulleted_list_over_a_page_break(self) -> None:
        items = self.of(BlockKind.ITEM)
        assert [block.text for block in items] == list(ITEMS)
        assert {block.marker for block in items} == {"•"}
        ((offset, page),) = items[1].breaks
        assert page == 3
        assert items[1].text[:offset].endswith(" ")

    def test_text_after_a_list_is_no_part_of_it(self) -> None:
        assert self.of(BlockKind.PARAGRAPH)[-1].text == "Members thanked the hosts."

    def test_rows_found_by_the_reader_pass_through_in_place(self) -> None:
        kinds = [block.kind for block in self.blocks]
        at = kinds.index(BlockKind.ROW)
        assert kinds[at - 1] is BlockKind.HEADING
        assert self.blocks[at].cells == ("Member", "Fee")
        assert self.blocks[at + 2].text == "The Compact:"


def test_a_lone_number_between_paragraphs_of_one_page_stays() -> None:
    lines = [
        Line("The Group counted the boats.", left=0, right=28, gap=0),
        Line("42", left=0, right=2, gap=1),
        Line("That was more than in the year before.", left=0, right=38, gap=1),
    ]
    assert any("42" in block.text for block in blocks_from_lines(lines))


def test_page_numbers_alone_at_the_foot_of_pages_are_dropped() -> None:
    lines = [
        each
        for page in (1, 2, 3)
        for each in (
            Line(f"Paragraph of page {['one', 'two', 'three'][page - 1]}.", page=page, left=0, right=30),
            Line(str(page), page=page, left=40, right=41, gap=2),
        )
    ]
    assert [block.text for block in blocks_from_lines(lines)] == [
        "Paragraph of page one.",
        "Paragraph of page two.",
        "Paragraph of page three.",
    ]


def test_words_that_recur_inside_pages_are_no_running_heads() -> None:
    lines = [
        each
        for page in (1, 2, 3)
        for each in (
            Line(
                "First some text of this very page that nothing else repeats, " + "abc"[page - 1] * 5,
                page=page,
                right=70,
            ),
            Line("The Committee so decided.", page=page, right=25, gap=1),
            Line(
                "And more text that follows it here, number " + "xyz"[page - 1] * 4,
                page=page,
                right=60,
                gap=1,
            ),
            Line("A line before the last.", page=page, right=25, gap=1),
            Line("The last line of the page is about " + "klm"[page - 1] * 6, page=page, right=50, gap=1),
        )
    ]
    texts = [block.text for block in blocks_from_lines(lines)]
    assert sum("so decided" in text for text in texts) == 3
