"""Whatever a chat model writes, nothing unproven gets through, and nothing that is proven gets lost."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft
from assistant.answerers.model.prompting import SYSTEM
from tests.assistant.model.papers import PROVEN, READ, prose, quote

CORE = "Two members attended, Norway and Chile [{0}]."
CHAIRED = "Norway chaired the session [{0}]."


def test_the_proven_answer_may_be_phrased_anew() -> None:
    sentences, attempt = prose(CORE)
    assert sentences == ["Two members attended, Norway and Chile."]
    assert attempt.outcome == "used"
    assert "Two members attended: Norway and Chile." in attempt.prompt


def test_a_reading_answer_may_be_filled_up_from_the_passages() -> None:
    sentences, _ = prose(CHAIRED + " The Commission may review the rules on traps [{1}].", READ)
    assert sentences == ["Norway chaired the session.", "The Commission may review the rules on traps."]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("The dinner was in Ostrava [zzzzz].", "does not exist"),
        ("The session was held in Ostrava.", "cites nothing"),
        ("Atlantis was held in Ostrava [{1}].", "'Atlantis'"),
        ("The session of 2019 was held in Ostrava [{1}].", "'2019'"),
        ("The Commission will not review the rules on traps [{1}].", "denies"),
        ("The Commission review the rules on traps [{1}].", "planned"),
        ("Peru attended [{1}].", ""),
        ("Norway hosted the dinner [{1}].", "together"),
        ("Chile chaired the session [{1}].", "together"),
        ("Kenya attended as a member [{1}].", "together"),
        ("The session praised “a river without fences” [{1}].", "quoted"),
        ("The Commission praised “a river without traps” [{2}].", "quoted"),
        ("Atlantis attended as a member [{2}].", ""),
        ("The Commission abolished the rules on traps [{1}].", "'abolished'"),
        ("```", ""),
        ("| Chile | chair [{1}] |", ""),
        ("[{1}]", "empty"),
        ("Begin with the proven answer. [{0}]", "'Begin'"),
    ],
)
def test_a_sentence_that_nothing_proves_is_taken_out(said: str, why: str) -> None:
    sentences, attempt = prose(f"{CHAIRED}\n{said}", READ)
    assert sentences == ["Norway chaired the session."]
    assert any(why in failure for one in attempt.sentences[1:] for failure in one.failures)


@pytest.mark.parametrize(
    "said",
    [
        "Three members attended: Norway and Chile [{0}].",
        "Two members attended: Norway, Chile and Kenya [{0}].",
        "Two observers attended: Norway and Chile [{0}].",
        "Two members did not attend: Norway and Chile [{0}].",
        "Two members attended [{0}].",
        "Yes, two members attended: Norway and Chile [{0}].",
        "Two members attended: Norway and Chile [{1}].",
        "Two members attended: Norway and Chile [{0}",
        "",
        "   \n\n",
    ],
)
def test_the_proven_answer_stands_where_its_core_was_changed_or_lost(said: str) -> None:
    assert prose(said)[0] is None


def test_an_exact_list_gets_no_further_names_even_true_ones() -> None:
    sentences, attempt = prose(CORE + " Kenya attended as an observer [{1}].")
    assert sentences == ["Two members attended, Norway and Chile."]
    assert "not part of the proven answer" in attempt.sentences[1].failures[0]


@pytest.mark.parametrize("status", [Status.NOT_STATED, Status.UNCLEAR, Status.CONFLICT])
def test_a_model_is_not_even_asked_where_the_documents_do_not_say(status: Status) -> None:
    proven = Draft(status=status, route=Route.RECORDS, claims=PROVEN.claims)
    sentences, attempt = prose("Yes, all of them attended [{0}].", proven)
    assert sentences is None
    assert attempt.prompt == ""


@pytest.mark.parametrize(
    "flipped", ["Yes. Peru did not attend [{0}].", "Peru attended [{0}].", "Yes, Peru attended [{0}]."]
)
def test_a_no_stays_a_no(flipped: str) -> None:
    proven = Draft(
        status=Status.ANSWERED,
        route=Route.RECORDS,
        claims=(Claim(text="No. Peru did not attend.", quotes=(quote("Peru did not attend"),)),),
    )
    assert prose(flipped, proven)[0] is None
    assert prose("No, Peru did not attend [{0}].", proven)[0] == ["No, Peru did not attend."]


def test_orders_in_a_document_do_not_reach_the_model() -> None:
    _, attempt = prose(CORE)
    assert "a river without fences" in attempt.prompt
    assert "Atlantis" not in attempt.prompt


def test_the_prompt_does_not_leak() -> None:
    sentences, _ = prose(f"{CHAIRED}\n" + "\n".join(f"{line} [{{0}}]" for line in SYSTEM.splitlines()), READ)
    assert sentences == ["Norway chaired the session."]


def test_endless_output_is_cut_off() -> None:
    def endless(keys: list[str]) -> Iterator[str]:
        while True:
            yield f"Two members attended, Norway and Chile [{keys[0]}]. "

    sentences, attempt = prose(endless, max_tokens=50)
    assert sentences is None
    assert "wrote more than" in attempt.outcome


def test_an_exception_in_mid_stream_leaves_the_proven_answer() -> None:
    def broken(keys: list[str]) -> Iterator[str]:
        yield f"Two members attended, Norway and Chile [{keys[0]}]. The"
        raise ConnectionError("the line went dead")

    sentences, attempt = prose(broken, retries=0)
    assert sentences is None
    assert "the line went dead" in attempt.outcome


def test_a_model_that_hangs_does_not_hold_the_answer() -> None:
    def hanging(keys: list[str]) -> Iterator[str]:
        yield "Two"
        time.sleep(3)
        yield " members"

    sentences, attempt = prose(hanging, timeout=0.2)
    assert sentences is None
    assert "took more than" in attempt.outcome
    assert attempt.seconds < 3
