"""A stream is cut into the same sentences however it was split; markers stay with their sentence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.answerers.model.sentences import Sentences

TEXT = (
    "Norway came [abcde]. Chile came. [fghij][klmno] Mr. Ek spoke at 3.30 p.m. on rivers [abcde]!\n"
    "- Kenya [fgh\n- Peru [fghij]\n\n| a | b [klmno] |\n“Why?” asked Ms. Bo [abcde]"
)
_ALPHABET = st.sampled_from([*"ab.!? \n[]", "[abcde]", "Mr.", "”", ". "])


def cut(pieces: list[str]) -> list[str]:
    sentences = Sentences()
    return [one for piece in pieces for one in sentences.feed(piece)] + sentences.rest()


def test_sentences_keep_their_markers() -> None:
    assert cut([TEXT])[:3] == [
        "Norway came [abcde].",
        "Chile came. [fghij][klmno]",
        "Mr. Ek spoke at 3.30 p.m. on rivers [abcde]!",
    ]


@given(st.lists(_ALPHABET, max_size=60).map("".join), st.data())
def test_any_split_gives_the_same_sentences(text: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text, TEXT]))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    bounds = [0, *cuts, len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    assert cut(pieces) == cut([text]) == cut(list(text))
