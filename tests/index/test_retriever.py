"""The passage that answers comes first: by words, by meaning, by the occasion that a question names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Kind
from index import Filters, Index
from index.occasion import occasion
from index.shape import Shape, asked_shape, attendance
from tests.index.conftest import WordEmbedding, term


@pytest.fixture
def index(tmp_path: Path, files: list[tuple[Path, str]]) -> Iterator[Index]:
    with Index.open(tmp_path / "index", embedding=WordEmbedding()) as opened:
        opened.sync(files, records=lambda document: [term(document)])
        yield opened


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who sent apologies to the Fourth Meeting?", "Apologies were received from Colombia"),
        ("Did Kenya attend the meeting in Valparaiso in May 2022?", "attended by six members"),
        ("was pakistan at the 4th WGPS meeting", "attended by six members"),
        ("Which handbook was endorsed?", "adopted the Handbook on Mooring Lines"),
        ("Where will the Eighth Session of the Commission be held?", "held in Merano"),
        ("How much money is there for signposts?", "40,000 euros"),
        ("What did the task force present?", "taskforce on Dredging"),
        ("When was the working group on port safety established?", "set up in 2015"),
        ("What does RDF stand for?", "Regional Dredging Fund (RDF)"),
        ("Who represented Italy at the Alpine trails session?", "Ms Chiara Dal Pont"),
        ("what is ines quilodrans post", "Harbour Master"),
    ],
)
def test_the_passage_that_answers_is_among_the_first(index: Index, question: str, answer: str) -> None:
    assert any(answer in hit.passage.text for hit in index.search(question, k=2))


def test_hits_are_ranked_from_one_and_by_falling_score(index: Index) -> None:
    hits = index.search("Which members of the Working Group on Port Safety attended the Session?", k=5)
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.id for hit in hits}) == 5


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(kinds=(Kind.MINUTES,)), {"minutes/seventh-session.md"}),
        (Filters(numbers=(4,)), {"statements/fourth-meeting.md"}),
        (
            Filters(bodies=("tidewater accord working group on port safety",)),
            {"statements/fourth-meeting.md", "about.md"},
        ),
        (Filters(since=date(2022, 5, 11), kinds=(Kind.STATEMENT,)), {"statements/fourth-meeting.md"}),
        (Filters(documents=("about.md",)), {"about.md"}),
        (Filters(since=date(2030, 1, 1)), set()),
    ],
)
def test_filters_restrict_both_sides(index: Index, filters: Filters, documents: set[str]) -> None:
    hits = index.search("Which working group meeting was held in Valparaiso?", k=20, filters=filters)
    assert {hit.passage.document for hit in hits} <= documents
    assert bool(hits) == bool(documents)


def test_an_empty_question_finds_nothing(index: Index) -> None:
    assert index.search("   ") == []


def test_a_question_without_a_known_word_fails_in_no_way(index: Index) -> None:
    assert isinstance(index.search("Wie spät ist es?"), list)
    assert isinstance(index.search("x" * 50_000), list)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    with Index.open(tmp_path / "empty", embedding=WordEmbedding()) as index:
        assert index.search("Who attended?") == []


def test_a_new_document_is_found_at_once(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text("# Note\n\nThe lighthouse keeper is Mr Anselmo Figueroa.\n", encoding="utf-8")
    index.sync([(path, "new.md")], remove_missing=False)
    assert "Figueroa" in index.search("Who is the lighthouse keeper?", k=1)[0].passage.text
    index.remove("new.md")
    assert all(hit.passage.document != "new.md" for hit in index.search("Who is the lighthouse keeper?"))


def test_neighbours_stay_in_the_document(index: Index) -> None:
    held = index.passages("about.md")
    assert index.neighbours(held[0], 1) == held[:2]
    assert index.neighbours(held[-1], 50) == held


def test_the_retriever_is_one_of_langchain(index: Index) -> None:
    found = index.retriever(k=3).invoke("Which handbook was adopted?")
    assert 1 <= len(found) <= 3
    assert "Mooring Lines" in found[0].page_content
    assert found[0].metadata["document"] == "statements/fourth-meeting.md"
    assert found[0].metadata["number"] == 4
    assert found[0].metadata["title"].startswith("Fourth Meeting")


def test_words_alone_need_no_model(tmp_path: Path, files: list[tuple[Path, str]]) -> None:
    with Index.open(tmp_path / "index", embedding=WordEmbedding(), dense_weight=0) as index:
        index.sync(files)
        index.embedding.embed_query = None  # type: ignore[method-assign,assignment]
        assert "Mooring" in index.search("Which handbook was adopted?", k=1)[0].passage.text


def test_the_model_is_asked_only_where_the_words_do_not_settle_it(index: Index) -> None:
    asked: list[str] = []
    embed = index.embedding.embed_query
    index.embedding.embed_query = lambda text: asked.append(text) or embed(text)  # type: ignore
    index.search("Which handbook on mooring lines was adopted?")
    assert asked == []
    index.search("Whose dinghies are mended by plumbers near cathedrals?")
    assert len(asked) == 1


def test_the_occasion_of_a_question() -> None:
    found = occasion("Who chaired the 4th meeting on 10 May 2022 and the Fifth Meeting?")
    assert found.numbers == {4, 5}
    assert found.dates == ((20220510, 20220510),)
    assert found.several
    assert occasion("on 10th May 2022").numbers == set()
    assert occasion("was chile there in nov 2024").dates == ((20241101, 20241130),)
    assert occasion("Which minutes say so?").kinds == {Kind.MINUTES}


def test_what_a_question_wants_to_be_told() -> None:
    assert Shape.ATTENDANCE in asked_shape("Was Fiji among the participants?")
    assert Shape.NUMBER in asked_shape("How many members came?")
    assert Shape.DATE in asked_shape("When was it held?")
    assert asked_shape("Explain the handbook") is Shape.NOTHING


def test_a_list_of_who_came_is_told_from_a_mention() -> None:
    listed = "The following took part: Chile, Fiji, Ghana, India, Japan, Kenya and Malta."
    assert attendance(listed, "") == 1.0
    assert attendance("- Chile\n- Fiji\n- Ghana", "Report\nApologies") == 1.0
    assert attendance("Chile thanked members for their work.", "") == 0.0
