"""The documents that ship: complete, well-formed, in our own words, with their gaps kept apart."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import readers
from corpus.document import Kind

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "corpus" / "documents"
SHARED = ROOT.parent / "shared"
FACTS = SHARED / "facts"
SEEDS = SHARED / "seeds"

FIELDS = ["title", "kind", "body", "number", "date_start", "date_end", "place", "source", "gaps"]

# Which document restates which fact sheet (by the sheet's number).
SHEETS = {
    "01": "tenth-annual-meeting-2024",
    "02": "eleventh-annual-meeting-2025",
    "03": "first-meeting-2015",
    "04": "regional-symposium-labour-exploitation-2015",
    "05": "second-annual-meeting-2016",
    "06": "third-annual-meeting-2017",
    "07": "fourth-annual-meeting-2018",
    "08": "fifth-annual-meeting",
    "09": "sixth-annual-meeting-2020",
    "10": "seventh-annual-meeting-2021",
    "11": "eighth-annual-meeting-2022",
    "12": "ninth-annual-meeting-2023",
    "13": "compendium-supply-chains-2021",
    "20": "forward-work-plan-2024-2026",
    "21": "forward-work-plan-2021-2023",
    "22": "forward-work-plan-2017-2019",
    "23": "forward-work-plan-2015-2017",
    "30": "working-group-on-trafficking-in-persons",
    "31": "annual-meetings",
    "32": "bali-process-overview",
    "40": "sixth-ministerial-conference-2016",
    "41": "seventh-ministerial-conference-2018",
    "42": "eighth-ministerial-conference-2023",
    "43": "ministerial-conferences",
    "50": "twelfth-ad-hoc-group-meeting-2017",
    "51": "fourteenth-ad-hoc-group-meeting-2019",
    "52": "sixteenth-ad-hoc-group-meeting-2022",
    "53": "seventeenth-ad-hoc-group-meeting-2024",
    "54": "senior-officials-meetings",
    "55": "victim-workshops-2006-2012",
    "60": "task-force-planning-preparedness",
    "61": "technical-experts-group-returns-reintegration",
    "62": "disruption-working-group",
    "63": "government-and-business-forum",
    "64": "regional-support-office",
    "65": "policy-guides",
}

# What a sheet says to its reader, not about the meetings; such text is not carried over.
ADDRESSED_TO_THE_READER = re.compile(
    r"\(not 22\)|\(?see sheet \d+\)?|sheet \d+|\(addresses of sheets.*\)|\(home page\)|\(stub\)"
    r"|^- Not in the list \(do not claim.*$|^- Do not state.*$",
    re.MULTILINE,
)

needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the fact sheets (../shared/facts) are not here")
needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed statement (../shared/seeds) is not here"
)

DOCUMENTS = sorted(FOLDER.glob("*.md"))
each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
each_sheet = pytest.mark.parametrize("sheet", sorted(SHEETS))


@cache
def parts(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a Markdown file."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9]+", text)


def folded(text: str) -> list[str]:
    return [word.casefold() for word in words(text)]


def as_period(value: object) -> tuple[str, str]:
    """A date of the front matter as its first and last day that it can mean."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    assert match, f"{text!r} is not an ISO date, month or year"
    year, month, day = match.groups()
    first = date(int(year), int(month or 1), int(day or 1))
    days = monthrange(int(year), int(month or 12))[1]
    last = date(int(year), int(month or 12), int(day or days))
    return first.isoformat(), last.isoformat()


def test_one_document_for_each_sheet_and_no_other() -> None:
    assert sorted(path.stem for path in DOCUMENTS) == sorted(SHEETS.values())


def test_ids_are_unique_whatever_the_case_and_readable() -> None:
    stems = [path.stem.casefold() for path in DOCUMENTS]
    assert len(stems) == len(set(stems)) == 36
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", path.stem) for path in DOCUMENTS)


def test_titles_are_unique() -> None:
    titles = [parts(path)[0]["title"].casefold() for path in DOCUMENTS]
    assert len(titles) == len(set(titles))


@each_document
def test_front_matter_is_complete(path: Path) -> None:
    front, _ = parts(path)
    assert list(front) == FIELDS
    assert front["title"].strip() == front["title"] != ""
    assert Kind(front["kind"])
    assert front["body"]
    assert front["number"] is None or isinstance(front["number"], int)
    assert front["source"]
    assert all(isinstance(source, str) for source in front["source"])
    assert any(source.startswith(("http://", "https://")) for source in front["source"])


@each_document
def test_dates_are_iso_and_in_order(path: Path) -> None:
    front, _ = parts(path)
    if front["date_start"] is None:
        assert front["date_end"] is None
        return
    first, _ = as_period(front["date_start"])
    if front["date_end"] is not None:
        _, last = as_period(front["date_end"])
        assert first <= last


@each_document
def test_every_document_says_where_its_knowledge_ends(path: Path) -> None:
    front, body = parts(path)
    assert front["gaps"]
    for gap in front["gaps"]:
        assert gap.endswith("."), f"not a sentence: {gap}"
        assert gap not in body
        # nor nearly so: no long run of the gap's words stands in the body
        runs = {tuple(folded(gap)[i : i + 10]) for i in range(len(words(gap)) - 9)}
        text = folded(body)
        shared = {tuple(text[i : i + 10]) for i in range(len(text) - 9)} & runs
        assert all(is_name(list(run), body) for run in shared), f"the body repeats the gap: {gap}"


@each_document
def test_the_body_speaks_only_of_what_is_known(path: Path) -> None:
    _, body = parts(path)
    unknown = re.compile(
        r"not (?:found|stated|known|given|available|named)\b|cut off|breaks off|no record|"
        r"stops (?:there|after)|stored (?:page|text)|do not (?:state|claim|guess)|\bsheet\b",
        re.IGNORECASE,
    )
    assert not unknown.search(body)


@each_document
def test_layout_is_sound(path: Path) -> None:
    _, body = parts(path)
    lines = body.strip().splitlines()
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1
    levels = [len(match[1]) for line in lines if (match := re.match(r"(#+) ", line))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    for block in re.split(r"\n\s*\n", body):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1, f"rows of unequal length: {rows}"


@each_document
def test_stated_counts_match_the_lists(path: Path) -> None:
    """'States (13): Australia, …' names thirteen."""
    _, body = parts(path)
    lists = re.findall(r"^[-\s]*\**([^\n:(|]*) \((\d+)\)[^:\n]*:\**[ \t]+([^\n]+)$", body, re.MULTILINE)
    for head, count, names in lists:
        separator = ";" if ";" in names else ","
        inner = re.sub(r"\([^()]*\)", "", names.split(". ")[0])
        found = [name for name in re.split(rf"{separator}| and (?=the )", inner) if name.strip(" .")]
        if "four international organisations" in names:
            continue  # the head of two lists, not a list
        assert len(found) == int(count), f"{head}: {count} stated, {found}"


def test_counts_in_a_table_of_attendance_match_its_lists() -> None:
    _, body = parts(FOLDER / "eighth-annual-meeting-2022.md")
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| ([^|]+) \|$", body, re.MULTILINE)
    assert len(rows) == 5
    for group, count, names in rows:
        assert len(names.split(", ")) == int(count), group


@each_document
def test_reading_gives_the_metadata_of_the_front_matter(path: Path) -> None:
    front, body = parts(path)
    document = readers.read(path, id=path.name)
    metadata = document.metadata
    assert document.id == path.name
    assert document.format == "markdown"
    assert metadata.title == front["title"]
    assert metadata.kind is Kind(front["kind"])
    assert metadata.body == front["body"]
    assert metadata.number == front["number"]
    assert metadata.place == front["place"]
    assert metadata.gaps == tuple(front["gaps"])
    assert metadata.urls == tuple(line for line in front["source"] if line.startswith("http"))
    if front["date_start"] is None:
        assert metadata.dates is None, "a date that the front matter leaves open is not taken from the body"
    else:
        assert metadata.dates is not None
        first, whole = as_period(front["date_start"])
        assert metadata.dates.start.isoformat() == first
        _, last = as_period(front["date_end"]) if front["date_end"] else (first, whole)
        assert metadata.dates.end.isoformat() == last
    # all headings of the file are sections, and the whole body is in the text
    headings = re.findall(r"^#+ (.+)$", body, re.MULTILINE)
    assert [section.path[-1] for section in document.sections if section.path] == headings
    assert set(folded(body)) <= set(folded(document.text))


# Words that stand between the capitalised words of a name or title.
SMALL = {"of", "the", "and", "on", "for", "to", "in", "into", "with", "as", "s", "at", "a"}
# A title in sentence case, which is carried over as it is.
TITLE = "Trafficking into online scam centres: Enhancing community awareness through partnership"


def is_name(run: list[str], text: str) -> bool:
    """True if the words of a run are written in capitals in the text: a name, a title or a list of names."""
    written = words(text)
    flat = [word.casefold() for word in written]
    places = [i for i in range(len(flat) - len(run) + 1) if flat[i : i + len(run)] == run]
    return bool(places) and all(
        all(word.casefold() in SMALL or not word[0].islower() for word in written[i : i + len(run)])
        for i in places
    )


@needs_seeds
@each_document
def test_no_sentence_of_the_official_statement(path: Path) -> None:
    """No nine words in a row are those of the statement, names and titles apart."""
    text = re.sub(r"https?://\S+", " ", path.read_text(encoding="utf-8")).replace(TITLE, " ")
    seed = folded(" ".join(file.read_text(encoding="utf-8") for file in SEEDS.glob("*.txt")))
    runs = {tuple(seed[i : i + 9]) for i in range(len(seed) - 8)}
    flat = folded(text)
    shared = [flat[i : i + 9] for i in range(len(flat) - 8) if tuple(flat[i : i + 9]) in runs]
    assert [" ".join(run) for run in shared if not is_name(run, text)] == []


@cache
def sheet_text(sheet: str) -> str:
    (path,) = FACTS.glob(f"{sheet}-*.md")
    return ADDRESSED_TO_THE_READER.sub(" ", path.read_text(encoding="utf-8"))


@cache
def common_words() -> frozenset[str]:
    """Words that some sheet writes small: not names, even where they begin a line."""
    return frozenset(
        word
        for file in FACTS.glob("*.md")
        for word in words(file.read_text(encoding="utf-8"))
        if word[0].islower()
    )


# Capitals that begin a line or a cell in the sheets and are no names.
LINE_STARTS = {
    "arithmetic",
    "attending",
    "closed",
    "compare",
    "contributors",
    "decisions",
    "extra",
    "guided",
    "held",
    "observing",
    "points",
    "presentation",
    "represented",
    "source",
    "spelling",
    "success",
    "why",
}


@needs_facts
@each_sheet
def test_every_number_is_carried_over(sheet: str) -> None:
    document = (FOLDER / f"{SHEETS[sheet]}.md").read_text(encoding="utf-8")
    numbers = set(re.findall(r"\d+", re.sub(r"^\s*\d+\. ", " ", sheet_text(sheet), flags=re.MULTILINE)))
    assert sorted(numbers - set(re.findall(r"\d+", document))) == []


@needs_facts
@each_sheet
def test_every_name_is_carried_over(sheet: str) -> None:
    document = set(folded((FOLDER / f"{SHEETS[sheet]}.md").read_text(encoding="utf-8")))
    text = re.sub(r"^(title|kind|completeness):.*$", " ", sheet_text(sheet), flags=re.MULTILINE)
    names = {word for word in words(text) if word[0].isupper() and word.casefold() not in common_words()}
    assert sorted(name for name in names if name.casefold() not in document | LINE_STARTS) == []


@needs_facts
@each_sheet
def test_every_numbered_item_and_table_row_is_carried_over(sheet: str) -> None:
    document = (FOLDER / f"{SHEETS[sheet]}.md").read_text(encoding="utf-8")
    items = re.findall(r"^\s*\d+\. ", sheet_text(sheet), re.MULTILINE)
    rows = re.findall(r"^\s*\|", sheet_text(sheet), re.MULTILINE)
    carried = re.findall(r"^\s*(?:\d+\.|-|\|) ", document, re.MULTILINE)
    assert len(re.findall(r"^\s*\d+\. ", document, re.MULTILINE)) >= len(items)
    assert len(carried) >= len(rows)


@needs_facts
@each_sheet
def test_every_address_is_carried_over(sheet: str) -> None:
    front, _ = parts(FOLDER / f"{SHEETS[sheet]}.md")
    addresses = re.findall(r"https?://[^\s)]+", sheet_text(sheet))
    assert set(addresses) <= set(front["source"])


@needs_facts
def test_every_sheet_has_its_document() -> None:
    assert {path.name[:2] for path in FACTS.glob("[0-9][0-9]-*.md")} == set(SHEETS)
