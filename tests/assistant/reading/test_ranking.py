"""Which pieces are looked at for a question, and in what order."""

from __future__ import annotations

from assistant.answerers.reading.ranking import ranked, readings_of
from assistant.question.shape import shape_of
from tests.assistant.reading.asking import document, hits

RECORD = document(
    "record.md",
    """# Summary Record of the Fifth Session of the Panel on Lighthouses

Bruges, 4 March 2021

## Opening

The mayor bade the delegations welcome. Work began at ten in the Gothic Hall.

## Money

The purse of the host city bore the whole of the outlay. The Panel thanked it.

## Close

The Panel rose at four.
""",
)


def _texts(question: str) -> list[str]:
    found = hits(question, [RECORD])
    cases = ranked(shape_of(question), found, readings_of(found, {RECORD.id: RECORD}.get))
    return [case.unit.text for _, case in cases]


def test_a_piece_that_shares_no_word_with_the_question_is_looked_at() -> None:
    assert any("outlay" in text for text in _texts("Who paid for the Fifth Session of the Panel?"))


def test_a_piece_that_tells_it_in_other_words_ranks_before_one_that_only_bears_the_words() -> None:
    texts = _texts("Who paid for the session of the Panel?")
    paid = next(place for place, text in enumerate(texts) if "outlay" in text)
    rose = next(place for place, text in enumerate(texts) if "rose at four" in text)
    assert paid < rose


def test_the_pieces_say_how_far_they_are_behind_the_nearest() -> None:
    question = "Who paid for the session of the Panel?"
    found = hits(question, [RECORD])
    behind = [
        case.behind
        for _, case in ranked(shape_of(question), found, readings_of(found, {RECORD.id: RECORD}.get))
    ]
    assert max(behind) == 0.0
    assert min(behind) < 0.0
