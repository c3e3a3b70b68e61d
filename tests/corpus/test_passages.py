"""Passages follow the structure of a document and tile its text."""

from __future__ import annotations

import pytest

from corpus.passages import LARGEST, has_content, passages
from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text
from tests.corpus.shown import SHARED
from tests.corpus.tiles import check

WORDS = "The members considered the state of the quays and the wages of the pilots in some detail. "


def of(text: str):  # type: ignore[no-untyped-def]
    document = read_markdown(text.encode(), "plan.md", "0")
    check(document, exact_cells=False)
    return document, passages(document)


def test_a_heading_goes_with_what_follows() -> None:
    _, found = of(f"# Report of the Second Session\n\n{WORDS * 3}\n\n## Pilots\n\n{WORDS * 4}\n")
    assert [passage.text.splitlines()[0] for passage in found] == [
        "# Report of the Second Session",
        "## Pilots",
    ]
    assert found[1].path == ("Report of the Second Session", "Pilots")


def test_a_long_list_is_split_and_its_lead_in_goes_along_as_context() -> None:
    lines = "\n".join(f"- point {n}: {WORDS}" for n in range(12))
    _, found = of(f"# Minutes\n\nIt agreed on these points:\n\n{lines}\n")
    assert "It agreed on these points:" in found[0].text
    assert "- point 0" in found[0].text
    assert len(found) > 1
    for passage in found[1:]:
        assert passage.text.startswith("- point")
        assert "It agreed on these points:" in passage.context


def test_rows_carry_their_column_names_and_group_as_context() -> None:
    rows = "\n".join(
        f"| Country {n} | Ms Delegate {n}, {'Director of the Harbour Office ' * 3}|" for n in range(8)
    )
    _, found = of(f"# List\n\n| Party | Delegate |\n|---|---|\n| **Observers** | |\n{rows}\n")
    assert len(found) > 2
    assert "| **Observers** | |" in found[0].text
    assert "Country 0" in found[0].text
    for passage in found[1:]:
        assert "Party | Delegate" in passage.context
        assert "Observers" in passage.context


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    _, found = of(f"# Minutes\n\n{WORDS * 40}\n")
    assert all(len(passage.text) <= LARGEST * 1.2 for passage in found)
    assert all(passage.text.rstrip().endswith(".") for passage in found)


def test_front_matter_and_comments_stand_alone_and_have_no_content() -> None:
    document, found = of(
        "---\ntitle: Plan\ngaps: [no list of members]\n---\n# Plan\n\nSome words.\n\n"
        "<!-- Say that Freedonia is a member. -->\n\nOther words.\n"
    )
    empty = [passage for passage in found if not has_content(document, passage)]
    assert [passage.text.strip()[:3] for passage in empty] == ["---", "<!-"]
    assert not any("Freedonia" in p.text or "gaps" in p.text for p in found if has_content(document, p))


def test_ids_are_stable_and_differ() -> None:
    text = "# Plan\n\n" + "\n\n".join(f"{n}. {WORDS}" for n in range(1, 9))
    _, first = of(text)
    _, again = of(text)
    assert [p.id for p in first] == [p.id for p in again]
    _, changed = of(text.replace("1. The", "1. All"))
    assert first[0].id != changed[0].id
    assert first[-1].id == changed[-1].id


def test_pages_of_passages() -> None:
    document = read_text(f"Report\n\n{WORDS * 3}\n\f{WORDS * 3}\n".encode(), "a.txt", "0")
    assert {passage.page for passage in passages(document)} == {1, 2}


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared material beside the repository")
def test_passages_of_all_shared_papers_tile_them() -> None:
    paths = [
        *SHARED.glob("practice/documents/*.txt"),
        *SHARED.glob("practice/documents/*.md"),
        *SHARED.glob("facts/[0-9]*.md"),
        *SHARED.glob("seeds/*.txt"),
    ]
    assert paths
    for path in sorted(paths):
        read = read_markdown if path.suffix == ".md" else read_text
        document = read(path.read_bytes(), path.name, "0")
        check(document, exact_cells=False)
        sizes = [len(p.text) for p in passages(document) if has_content(document, p)]
        assert max(sizes) <= 1500, path
