"""One suite for both kinds of store: the folder and the server keep the same promises."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document
from corpus.passages import passages
from index.errors import (
    BrokenIndex,
    IndexInUse,
    IndexMismatch,
    IndexNotWritable,
    ServerUnreachable,
    UnknownDocument,
)
from index.fingerprint import Fingerprint
from index.store import Store
from tests.index.conftest import Open, WordEmbedding, put, term


def test_an_empty_index_holds_nothing(open_store: Open) -> None:
    store = open_store()
    assert (store.documents(), store.passages(), store.records()) == ([], [], [])
    assert store.nearest([0.1] * 64, 5) == []


def test_what_goes_in_comes_back_typed_and_equal(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    for document in documents:
        put(store, document, (term(document),))
    assert store.documents() == sorted(documents, key=lambda d: d.id)
    assert store.passages("about.md") == list(passages(documents[2]))
    assert store.records("about.md") == [term(documents[2])]
    assert len(store.records()) == 3


def test_it_is_all_still_there_after_opening_again(open_store: Open, documents: list[Document]) -> None:
    put(open_store(), documents[0])
    store = open_store()
    assert store.document(documents[0].id) == documents[0]
    assert store.passages() == list(passages(documents[0]))
    assert store.fingerprint == Fingerprint(embedding="words-64", dimension=64)


def test_the_passages_of_a_document_tile_its_text(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    for document in documents:
        put(store, document)
        assert "".join(passage.text for passage in store.passages(document.id)) == document.text


def test_replacing_a_document_leaves_nothing_of_the_old_one(
    open_store: Open, documents: list[Document]
) -> None:
    store = open_store()
    old = documents[0]
    put(store, old, (term(old), term(old, "RDF", "Regional Dredging Fund")))
    new = documents[2].model_copy(update={"id": old.id})
    put(store, new, (term(new),))
    assert store.documents() == [new]
    assert store.passages() == list(passages(new))
    assert store.records() == [term(new)]


def test_putting_the_same_document_in_twice_doubles_nothing(
    open_store: Open, documents: list[Document]
) -> None:
    store = open_store()
    put(store, documents[0], (term(documents[0]),))
    put(store, documents[0], (term(documents[0]),))
    assert store.passages() == list(passages(documents[0]))
    assert len(store.records()) == 1


def test_a_removed_document_is_gone_and_can_come_back(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    put(store, documents[0], (term(documents[0]),))
    put(store, documents[1])
    store.remove(documents[0].id)
    assert store.documents() == [documents[1]]
    assert store.records() == []
    put(store, documents[0])
    assert store.document(documents[0].id) == documents[0]
    assert len(store.vectors(documents[0].id)) == len(passages(documents[0]))


def test_a_moved_document_has_only_its_new_name(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    put(store, documents[0])
    moved = documents[0].model_copy(update={"id": "archive/2022.md"})
    put(store, moved, moved_from=documents[0].id)
    assert store.documents() == [moved]
    assert {passage.document for passage in store.passages()} == {"archive/2022.md"}
    put(store, documents[0])  # the old name is free for another document
    open_store().repair()
    assert len(open_store().documents()) == 2


def test_further_names_belong_to_the_document(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    put(store, documents[0])
    store.rename(documents[0].id, ["copy.md"])
    assert store.document(documents[0].id).aliases == ("copy.md",)


def test_every_change_is_a_new_generation(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    seen = [store.generation]
    put(store, documents[0])
    seen.append(store.generation)
    store.rename(documents[0].id, ["copy.md"])
    seen.append(store.generation)
    store.remove(documents[0].id)
    seen.append(store.generation)
    assert seen == sorted(set(seen))


def test_the_nearest_passages_are_those_of_an_exact_scan(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    everything = []
    for document in documents:
        everything += put(store, document)
    question = WordEmbedding().embed_query("Which handbook did the working group adopt in Valparaiso?")
    vectors = {p.id: v for d in documents for p, v in zip(passages(d), store.vectors(d.id).values())}  # noqa: B905
    assert len(vectors) == len(everything)
    found = store.nearest(question, 3)
    assert [round(s, 4) for _, s in found] == sorted((round(s, 4) for _, s in found), reverse=True)
    best = max(
        everything,
        key=lambda p: float(np.dot(WordEmbedding().embed_query(f"{p.context}\n{p.text}"), question)),
    )
    assert found[0][0] == best.id


def test_a_search_can_be_kept_to_some_documents(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    for document in documents:
        put(store, document)
    found = store.nearest([0.1] * 64, 50, ["about.md"])
    assert {name for name, _ in found} == {passage.id for passage in passages(documents[2])}
    assert store.nearest([0.1] * 64, 50, []) == []


def test_an_unknown_document_is_a_key_error_that_says_where_to_look(open_store: Open) -> None:
    with pytest.raises(UnknownDocument, match="wg-assistant documents"):
        open_store().document("nowhere.md")
    with pytest.raises(KeyError):
        open_store().remove("nowhere.md")


def test_another_embedding_model_is_a_mismatch_that_names_the_command(
    open_store: Open, documents: list[Document]
) -> None:
    put(open_store(), documents[0])
    with pytest.raises(IndexMismatch, match=r"words-64.*other-model.*wg-assistant index --rebuild"):
        open_store("other-model")


def test_vectors_of_another_length_are_refused(open_store: Open, documents: list[Document]) -> None:
    store = open_store()
    put(store, documents[0])
    cut = passages(documents[1])
    with pytest.raises(IndexMismatch, match="64 in the index, 3"):
        store.replace(documents[1], cut, np.ones((len(cut), 3), dtype=np.float32))
    assert store.documents() == [documents[0]]


def test_leftovers_of_a_killed_run_are_seen_by_nobody(
    open_store: Open, documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    put(store, documents[0])
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_settle_dimension", lambda *_: None)
        real = type(store._documents).write

        def killed(
            table: object, rows: list[tuple[str, dict[str, object], str | None]], *rest: object
        ) -> None:
            if rows and rows[0][0].startswith("manifest:"):
                raise KeyboardInterrupt
            real(table, rows, *rest)  # type: ignore[arg-type]

        patch.setattr(type(store._documents), "write", killed)
        changed = documents[2].model_copy(update={"id": documents[0].id})
        with pytest.raises(KeyboardInterrupt):
            put(store, changed)
    store = open_store()
    assert store.documents() == [documents[0]]
    assert store.passages() == list(passages(documents[0]))


# What only a folder has.


def test_a_folder_has_one_owner(tmp_path: Path) -> None:
    first = Store(Fingerprint(embedding="words-64"), directory=tmp_path / "index")
    with pytest.raises(IndexInUse, match="in use by another part of this process"):
        Store(Fingerprint(embedding="words-64"), directory=tmp_path / "index")
    first.close()
    Store(Fingerprint(embedding="words-64"), directory=tmp_path / "index").close()


def test_a_damaged_folder_says_how_to_rebuild(tmp_path: Path, documents: list[Document]) -> None:
    store = Store(Fingerprint(embedding="words-64"), directory=tmp_path / "index")
    put(store, documents[0])
    store.close()
    (tmp_path / "index" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    with pytest.raises(BrokenIndex, match="wg-assistant index --rebuild"):
        Store(Fingerprint(embedding="words-64"), directory=tmp_path / "index")


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexNotWritable, match="WG_ASSISTANT_INDEX__DIRECTORY"):
        Store(Fingerprint(embedding="words-64"), directory=tmp_path / "file" / "index")


def test_a_server_that_is_not_there_says_how_to_start_one() -> None:
    with pytest.raises(ServerUnreachable, match="chroma run"):
        Store(Fingerprint(embedding="words-64"), server="http://127.0.0.1:9")


def test_two_processes_may_share_a_server(chroma_server: str, documents: list[Document]) -> None:
    first = Store(Fingerprint(embedding="words-64"), server=chroma_server, prefix="shared")
    second = Store(Fingerprint(embedding="words-64"), server=chroma_server, prefix="shared")
    put(first, documents[0])
    assert second.document(documents[0].id) == documents[0]
    assert second.generation == first.generation
