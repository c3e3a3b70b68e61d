"""Citations are spans: nothing unproven survives, and markers and citations match one to one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.citations import NOTHING_STATED, holds, settle, without_markers
from corpus.document import Document, Kind, Metadata, Page, Section, Span

TEXT = "Third Meeting\n\nThe Third Meeting was held in Ostrava. Norway and Chile attended."


def document(text: str = TEXT) -> Document:
    half = len(text) // 2
    return Document(
        id="third.txt",
        text=text,
        metadata=Metadata(title="Third Meeting", kind=Kind.STATEMENT, urls=("https://example.org/third",)),
        pages=(Page(start=0, end=half, number=1), Page(start=half, end=len(text), number=2)),
        sections=(Section(start=0, end=len(text), path=("Third Meeting",), level=1),),
        blocks=(),
        sha256="0",
        format="text",
    )


def quote(words: str, text: str = TEXT) -> Quote:
    start = text.index(words)
    return Quote(document="third.txt", span=Span(start=start, end=start + len(words)))


def draft(*claims: Claim, status: Status = Status.ANSWERED) -> Draft:
    return Draft(status=status, route=Route.RECORDS, claims=claims)


def test_a_claim_carries_its_marker_before_the_full_stop() -> None:
    answer = settle(
        draft(Claim(text="It was held in Ostrava.", quotes=(quote("held in Ostrava"),))),
        "Where?",
        {"third.txt": document()}.get,
    )
    assert answer.text == "It was held in Ostrava [1]."
    (citation,) = answer.citations
    assert (citation.quote, citation.page, citation.section) == ("held in Ostrava", 1, "Third Meeting")
    assert citation.url == "https://example.org/third"


def test_one_quote_behind_two_claims_is_one_citation() -> None:
    proof = quote("Norway and Chile attended")
    answer = settle(
        draft(
            Claim(text="Norway attended.", quotes=(proof,)), Claim(text="Chile attended.", quotes=(proof,))
        ),
        "Who attended?",
        {"third.txt": document()}.get,
    )
    assert answer.text == "Norway attended [1]. Chile attended [1]."
    assert len(answer.citations) == 1


def test_a_claim_without_proof_is_taken_out() -> None:
    answer = settle(
        draft(Claim(text="Peru attended."), Claim(text="Norway attended.", quotes=(quote("Norway"),))),
        "Who attended?",
        {"third.txt": document()}.get,
    )
    assert answer.text == "Norway attended [1]."


def test_an_answer_that_loses_all_its_proof_becomes_a_refusal() -> None:
    gone = Quote(document="gone.txt", span=Span(start=0, end=4))
    answer = settle(
        draft(Claim(text="Peru attended.", quotes=(gone,))), "Who?", {"third.txt": document()}.get
    )
    assert (answer.status, answer.text, answer.citations) == (Status.NOT_STATED, NOTHING_STATED, ())


def test_marker_like_text_of_a_document_is_not_a_marker() -> None:
    answer = settle(
        draft(Claim(text="Norway [7] attended.", quotes=(quote("Norway"),))),
        "Who?",
        {"third.txt": document()}.get,
    )
    assert answer.text == "Norway attended [1]."
    assert holds(answer, {"third.txt": document()}.get)


@given(
    st.text(min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 220), st.integers(0, 220), st.text(max_size=30)), max_size=6),
    st.sampled_from(list(Status)),
)
def test_whatever_the_draft_the_settled_answer_holds(
    text: str, claims: list[tuple[int, int, str]], status: Status
) -> None:
    source = document(text)
    made = draft(
        *(
            Claim(text=said, quotes=(Quote(document="third.txt", span=Span(start=start, end=end)),))
            for start, end, said in claims
        ),
        status=status,
    )
    answer = settle(made, "?", {"third.txt": source}.get)
    assert holds(answer, {"third.txt": source}.get)
    for citation in answer.citations:
        assert source.text[citation.start : citation.end] == citation.quote
    if answer.status in (Status.ANSWERED, Status.CONFLICT):
        assert answer.citations
    assert not re.search(r"\[\d+\]", without_markers(answer.text))
