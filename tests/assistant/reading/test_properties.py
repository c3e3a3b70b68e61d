"""What holds for every question and document: exact spans, proven claims, no exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Status
from assistant.question.shape import shape_of
from tests.assistant.reading.asking import ask, document
from tests.assistant.reading.papers import ALL

QUESTION = """who which what when where how many did was members meeting Fourth Valparaíso Tallinn attended
Ghana Chile observers lead leads by due containers 2019 the of in and why not stand for IMO risks AP 2/1
June ? ’ ( ["""
WORDS = st.sampled_from(QUESTION.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
def test_every_claim_of_an_answer_is_proven_by_spans_of_a_document(question: str) -> None:
    draft = ask(question, *ALL)
    by_id = {one.id: one for one in ALL}

    assert draft.claims
    assert 0.0 <= draft.confidence <= 1.0
    for claim in draft.claims:
        assert claim.text.strip()
        assert bool(claim.quotes) == (draft.status is Status.ANSWERED)
        for quote in claim.quotes:
            assert 0 <= quote.span.start < quote.span.end <= len(by_id[quote.document].text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_shape(question: str) -> None:
    asked = shape_of(question)

    assert asked == shape_of(question)
    assert asked.count is None or asked.count >= 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="Aaé .,;:|-*#()[]0129\n", max_size=300))
def test_any_document_can_be_read(text: str) -> None:
    paper = document("any.md", f"# A meeting\n\nThe meeting was held in Lima.\n\n{text}\n")

    draft = ask("Where was the meeting held?", paper)

    for claim in draft.claims:
        for quote in claim.quotes:
            assert paper.text[quote.span.start : quote.span.end].strip()
