"""What a question takes for granted against the documents is corrected, cited; what they do not deny is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, Status
from tests.assistant.premises.papers import FILES


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place: Path = tmp_path_factory.mktemp("huts")
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[place]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "quoted"),
    [
        # another year, day or month
        (
            "When in 2017 was the Sixth Meeting held?",
            ["held on 4 October 2018", "not in 2017"],
            "4 October 2018",
        ),
        ("Why was the Sixth Meeting held on 9 May 2018?", ["4 October 2018", "not on 9 May 2018"], "4 October"),
        # another place, or in person where it was online
        ("Who came when the Sixth Meeting was held in Trento?", ["Bolzano", "not in Trento"], "Bolzano"),
        ("Why was the Seventh Meeting held in Ljubljana?", ["held online", "not in Ljubljana"], "online"),
        ("Why did the Seventh Meeting meet in person?", ["held online", "not in person"], "online"),
        # another chair
        ("Why did France chair the Sixth Meeting?", ["Ferrandi-Costa", "Weiss-Huber", "not by France"], ""),
        ("What did Italy say when it chaired the Seventh Meeting?", [], ""),
        # another capacity
        ("Why did Germany attend the Sixth Meeting as a member?", ["as an observer", "not as a member"], "Germany"),
        ("Why was Slovenia an observer at the Sixth Meeting?", ["as a member", "not as an observer"], "Slovenia"),
        # one that sent apologies
        ("What did Norway say at the Sixth Meeting?", ["Norway did not attend"], "Norway"),
        ("Why did France leave the Seventh Meeting?", ["France did not attend"], "France"),
        # another number
        ("Which of the eight members at the Sixth Meeting presented?", ["5 members", "not 8"], "five members"),
        # approved, not refused
        (
            "Why did the Panel reject the Charter of Quiet Huts?",
            ["The documents say the contrary", "endorsed the Charter of Quiet Huts"],
            "endorsed",
        ),
    ],
)  # fmt: skip
def test_a_false_premise_is_corrected_from_the_record(
    assistant: Assistant, question: str, said: list[str], quoted: str
) -> None:
    answer = assistant.ask(question)
    for words in said:
        assert words in answer.text, answer.text
    if quoted:
        assert answer.status is Status.ANSWERED
        assert any(quoted in citation.quote for citation in answer.citations), answer.citations


@pytest.mark.parametrize("party", ["Poland", "Zenith Ropeways"])
def test_one_that_no_list_names_is_told_to_be_on_none_where_the_lists_are_whole(
    assistant: Assistant, party: str
) -> None:
    answer = assistant.ask(f"What did {party} propose at the Sixth Meeting?")
    assert answer.status is Status.NOT_STATED
    assert f"{party} is not on the list" in answer.text
    assert "7 parties" in answer.text
    assert any("five members" in citation.quote for citation in answer.citations)


CORRECTIONS = ("not in ", "not on ", "not as ", "not by ", "not on the list", "did not attend", "contrary")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When in 2018 was the Sixth Meeting held?", "4 October 2018"),
        ("When in October 2018 was the Sixth Meeting held?", "4 October 2018"),
        ("Who co-chaired the Sixth Meeting in Bolzano?", "Ferrandi-Costa"),
        ("Which members attended the Sixth Meeting in Italy?", "Slovenia"),
        ("What did Slovenia present at the Sixth Meeting?", "water tanks"),
        ("Which of the five members at the Sixth Meeting presented?", "Slovenia"),
        ("When did the Panel endorse the Charter of Quiet Huts?", ""),
        ("What did the Panel reject at the Seventh Meeting?", "toll on paths"),
    ],
)
def test_a_true_premise_is_not_corrected(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    if not answer.abstained:
        assert said in answer.text
    assert not any(words in answer.text for words in CORRECTIONS), answer.text


def test_what_was_refused_is_not_said_to_be_approved(assistant: Assistant) -> None:
    answer = assistant.ask("Why did the Panel reject the proposal for a toll on paths?")
    assert "contrary" not in answer.text


def test_a_part_of_a_list_denies_nobody(tmp_path: Path) -> None:
    text = (
        "# Fourth Meeting of the Panel on Alpine Huts\n\n"
        "The Fourth Meeting of the Panel on Alpine Huts was held in Grenoble on 2 June 2015. "
        "Participants included Austria, France and Italy.\n"
    )
    (tmp_path / "fourth.md").write_text(text, encoding="utf-8")
    with Assistant.open(index=tmp_path / "index", documents=[tmp_path / "fourth.md"]) as assistant:
        answer = assistant.ask("What did Poland propose at the Fourth Meeting?")
    assert answer.abstained
    assert "not on the list" not in answer.text
