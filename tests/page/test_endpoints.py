"""The page's functions over REST, alone and with twenty people at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from gradio_client import Client

from tests.page.conftest import Served


@pytest.fixture(scope="module")
def client(served: Served) -> Client:
    return Client(served.address, verbose=False)


def test_the_functions_are_named(client: Client) -> None:
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert set(named) == {"/chat", "/ask", "/search", "/attendance", "/documents"}


def test_chat_answers_in_the_light_of_the_history(client: Client) -> None:
    first = client.predict("Which members attended the Third Meeting?", api_name="/chat")
    history = [
        {"role": "user", "content": "Which members attended the Third Meeting?"},
        {"role": "assistant", "content": first["text"]},
    ]
    answer = client.predict("And the observers?", history, api_name="/chat")
    assert answer["status"] == "answered"
    assert "Zambia" in answer["text"]
    assert {"document", "quote", "start", "end", "page", "section"} <= answer["citations"][0].keys()


def test_attendance_documents_and_search_return_rows(client: Client) -> None:
    rows = client.predict("3", "", "observer", api_name="/attendance")
    assert {row["party"] for row in rows} >= {"Burundi", "Zambia"}
    plans = client.predict("work_plan", api_name="/documents")
    assert [one["id"] for one in plans] == ["work-plan-2023.md", "work-plan-2025.md"]
    found = client.predict("rescue boats", 3, api_name="/search")
    assert 1 <= len(found) <= 3
    assert any("rescue boats" in one["text"] for one in found)


def test_an_empty_question_is_a_clear_error(client: Client) -> None:
    with pytest.raises(Exception, match="question is empty"):
        client.predict("  ", api_name="/ask")


def test_twenty_people_at_once_get_their_own_answers(served: Served) -> None:
    questions = [
        ("Where was the Second Meeting held?", "Entebbe", "Kigali"),
        ("Where was the Third Meeting held?", "Kigali", "Entebbe"),
        ("Who chaired the Second Meeting?", "Uganda", "Rwanda"),
        ("Who chaired the Third Meeting?", "Rwanda", "Uganda"),
    ] * 5

    def ask(asked: tuple[str, str, str]) -> tuple[str, dict[str, object]]:
        return asked[0], Client(served.address, verbose=False).predict(asked[0], api_name="/ask")

    with ThreadPoolExecutor(20) as people:
        answers = list(people.map(ask, questions))
    for (question, right, other), (asked, answer) in zip(questions, answers, strict=True):
        assert asked == question == answer["question"]
        assert right in str(answer["text"])
        assert other not in str(answer["text"])
