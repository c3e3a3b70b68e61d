"""What the top of a paper says of body, number and place, in the layouts of other secretariats."""

from __future__ import annotations

import pytest

from corpus.about.body import body_of
from corpus.document import Kind, Metadata
from corpus.readers.html import read_html
from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text


def top(text: str) -> Metadata:
    return read_markdown(text.encode(), "x.md", "0").metadata


@pytest.mark.parametrize(
    ("text", "body", "number"),
    [
        (
            "# Mangrove Accord\n\n# Panel on Coastal Fisheries\n\n## Fourth Meeting, Apia, Samoa, 3-4 May 2021",
            "Mangrove Accord Panel on Coastal Fisheries",
            4,
        ),
        (
            "# Kelp Compact on Coasts\n\n## Record of the Sixth Sitting of the Round Table on Storm Surges\n\nApia, 3 May 2021",
            "Kelp Compact Round Table on Storm Surges",
            6,
        ),
        ("# Round Table on Storm Surges: Eighth Sitting ends in Apia", "Round Table on Storm Surges", 8),
        (
            "# Report of the Ninth Session of the Assembly on River Navigation",
            "Assembly on River Navigation",
            9,
        ),
        (
            "# Expert Meeting on Glacier Safety\n\n## Summary of the Second Session",
            "Expert Meeting on Glacier Safety",
            2,
        ),
        (
            "# Programme of Work 2030-2033\n\n## Round Table on Storm Surges of the Kelp Compact",
            "Kelp Compact Round Table on Storm Surges",
            None,
        ),
        ("# Record of the Fourth Session of the Ad Hoc Group on Ghost Nets", "Ad Hoc Group on Ghost Nets", 4),
        (
            "# Third Session of the Task Team on Dry Ports\n\nThe European Commission and the Cape Verde Arrangement sent guests.",
            "Cape Verde Arrangement Task Team on Dry Ports",
            3,
        ),
    ],
)
def test_bodies_bear_many_nouns(text: str, body: str, number: int | None) -> None:
    assert (top(text).body, top(text).number) == (body, number)


def test_a_round_table_that_is_counted_itself_is_a_meeting_and_no_body() -> None:
    assert top("# Third Round Table on Storm Surges\n\nApia, 3 May 2021\n\nForty people came.").body is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "# Workshop trains inspectors\n\nKUALA BELAIT, 6 May 2021 – Forty inspectors took part.",
            "Kuala Belait",
        ),
        ("# Task Team on Dry Ports takes stock in Port Sudan\n\nThe team looked back.", "Port Sudan"),
        (
            "# Workshop on Ferry Safety in Puerto Montt\n\nIt was opened in Puerto Montt on 3 May 2021.",
            "Puerto Montt",
        ),
        (
            "# Group of Nine: Tenth Session closes in Puerto Montt with a call for calm\n\nIt ended.",
            "Puerto Montt",
        ),
        ("# Summary of the Fifth Session\n\nPuerto Montt (and online), 3 May 2021", "Puerto Montt"),
        ("# Workshop on Cooperation in Customs Matters\n\nIt was held on 3 May 2021 at sea.", None),
        (
            "# Minutes of the Fifth Session\n\n- **Venue:** Hotel Ceibo, Quito (Peru by video)\n- **Date:** 3 May 2021",
            "Hotel Ceibo, Quito",
        ),
    ],
)
def test_places_stand_in_titles_bylines_and_labels(text: str, place: str | None) -> None:
    assert top(text).place == place


def test_a_country_in_brackets_belongs_to_the_place() -> None:
    text = "TASK TEAM ON DRY PORTS\nMINUTES, FIFTH SESSION\nNairobi (Kenya), Tuesday 4 and Wednesday 5 May 2021\nRoom 2, Hotel Serena"
    assert read_text(text.encode(), "x.txt", "0").metadata.place == "Nairobi, Kenya"


def test_a_page_that_says_when_and_where_is_about_an_event() -> None:
    page = "<h1>Training Workshop on Piers</h1><dl><dt>When</dt><dd>4 May 2021</dd><dt>Where</dt><dd>Hotel Sirena, Port Louis, Mauritius</dd></dl>"
    found = read_html(f"<html><body>{page}</body></html>".encode(), "x.html", "0").metadata
    assert (found.kind, found.place) == (Kind.EVENT, "Port Louis, Mauritius")


def test_rooms_named_after_a_gathering_are_no_process() -> None:
    top = (
        "Joint Communiqué of the Ninth Session of the Working Group on Quiet Seas",
        "The venue was the Ambarkalns Conference Rooms. Ten members came.",
    )
    assert body_of(top) == "Working Group on Quiet Seas"
