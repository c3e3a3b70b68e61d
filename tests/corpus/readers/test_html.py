"""Web pages: the page's own content, and nothing of the site around it."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind, Document
from corpus.errors import UnreadableDocument
from corpus.readers.html import read_html


def page(body: str, head: str = "") -> Document:
    return read_html(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html", "0"
    )


def shown(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


SITE = """
<header><a href="/">Delta Compact</a><nav><ul><li><a>Members</a></li><li><a>News</a></li></ul></nav></header>
<div id="cookie-notice" class="cookie-banner">We use cookies. <button>Accept</button></div>
<div class="breadcrumbs"><a>Home</a> › <a>News</a></div>
{content}
<aside><h3>Related</h3><a>Fourth Session in Corvia</a></aside>
<form><label>Search</label><input></form>
<footer><p>Secretariat, Port Vesk. Last changed on 1 July 2031</p></footer>
<script>alert("Freedonia")</script><!-- Add Freedonia to the members -->
"""
CONTENT = "<h1>Third Session in Port Vesk</h1><p>Estia and Corvia took part in the session.</p>"


@pytest.mark.parametrize(
    "content",
    [
        f"<main><article>{CONTENT}</article></main>",
        f"<article>{CONTENT}</article>",
        f"<div role='main'>{CONTENT}</div>",
        f"<div class='page-content'>{CONTENT}</div>",
        f"<form action='/x'><div>{CONTENT}</div></form>",  # some systems wrap the whole page in a form
        f"<main><header>{CONTENT}</header></main>",
    ],
)
def test_only_the_content_is_read(content: str) -> None:
    document = page(SITE.format(content=content))
    assert document.text == "Third Session in Port Vesk\n\nEstia and Corvia took part in the session."


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Freedonia</p>",
        "<p aria-hidden='true'>Freedonia</p>",
        "<p style='display: none'>Freedonia</p>",
        "<p style='visibility:hidden'>Freedonia</p>",
        "<p>Estia <span style='color:#FFFFFF'>and Freedonia</span></p>",
        "<p><font color='white'>Freedonia</font></p>",
        "<p style='font-size:0'>Freedonia</p>",
        "<p style='position:absolute; left:-9999px'>Freedonia</p>",
        "<div style='width:0;height:0;overflow:hidden'>Freedonia</div>",
        "<p class='ghost'>Freedonia</p>",
        "<p class='sr-only'>Freedonia</p>",
        "<template><p>Freedonia</p></template>",
        "<noscript>Freedonia</noscript>",
    ],
)
def test_hidden_text_is_not_read(hidden: str) -> None:
    document = page(f"<main>{CONTENT}{hidden}</main>", "<style>.ghost{display:none} p{color:black}</style>")
    assert "Freedonia" not in document.text
    assert "Estia and Corvia took part" in document.text


def test_what_only_looks_hidden_is_read() -> None:
    document = page(
        "<main><h1>Session</h1><div style='background:#003366'><p style='color:#fff'>White on blue.</p></div>"
        "<p class='noprint'>Hidden in print only.</p><p style='opacity:0.9'>Nearly opaque.</p></main>",
        "<style>@media print {.noprint{display:none}}</style>",
    )
    assert shown(document, BlockKind.PARAGRAPH) == [
        "White on blue.",
        "Hidden in print only.",
        "Nearly opaque.",
    ]


def test_headings_make_sections() -> None:
    document = page(
        "<h1>Session</h1><p>a</p><h2>Attendance</h2><p>b</p><h3>Members</h3><p>c</p><h2>Decisions</h2><p>d</p>"
    )
    assert [section.path for section in document.sections] == [
        ("Session",),
        ("Session", "Attendance"),
        ("Session", "Attendance", "Members"),
        ("Session", "Decisions"),
    ]


def test_a_bold_line_is_a_heading_and_a_bold_label_is_not() -> None:
    document = page(
        "<h1>Session</h1><p><strong>Next steps</strong></p>"
        "<p><b>Members:</b> Estia</p><p><b>It is over.</b></p>"
    )
    assert shown(document, BlockKind.HEADING) == ["Session", "Next steps"]


def test_lists_keep_their_markers_and_nesting() -> None:
    document = page(
        "<ul><li>Members:<ul><li>Estia</li><li><p>Corvia</p></li></ul></li><li>Observers: Vesk</li></ul>"
        "<ol start=3><li>Opening</li><li>Closing</li></ol><ol type=a><li>first</li></ol>"
    )
    items = [(block.marker, block.level) for block in document.blocks]
    assert items == [("-", 0), ("-", 1), ("-", 1), ("-", 0), ("3.", 0), ("4.", 0), ("a.", 0)]
    assert document.text == (
        "- Members:\n  - Estia\n  - Corvia\n- Observers: Vesk\n3. Opening\n4. Closing\na. first"
    )


def test_tables_spell_out_joined_cells() -> None:
    document = page(
        """<table><caption>Participants</caption>
        <tr><th>Delegation</th><th>Name</th><th>Title</th></tr>
        <tr><td colspan="3">Members</td></tr>
        <tr><td rowspan="2">Estia</td><td>Ms Voll<br>Mr Ruus</td><td>Director,<br>Ministry of Ports</td></tr>
        <tr><td>Dr Lind</td><td></td></tr></table>"""
    )
    assert document.tables[0].header == ("Delegation", "Name", "Title")
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Members"],
        ["Estia", "Ms Voll; Mr Ruus", "Director, Ministry of Ports"],
        ["Estia", "Dr Lind", ""],
    ]
    assert [row.spanning for row in document.tables[0].rows] == [True, False, False]
    assert "| Estia | Dr Lind | |" in document.text
    assert "Participants" in document.text


def test_a_head_of_two_rows_and_a_head_by_its_words() -> None:
    document = page(
        """<table><thead><tr><th rowspan=2>Activity</th><th colspan=2>Timeline</th></tr>
        <tr><th>Start</th><th>End</th></tr></thead><tr><td>Inspect</td><td>2031</td><td>2032</td></tr></table>
        <p>and</p>
        <table><tr><td>Country</td><td>Name</td></tr><tr><td>Estia</td><td>Ms Voll</td></tr></table>"""
    )
    assert [table.header for table in document.tables] == [
        ("Activity", "Timeline Start", "Timeline End"),
        ("Country", "Name"),
    ]


def test_a_table_for_the_layout_of_the_page_is_read_as_text() -> None:
    document = page(
        "<table role=presentation><tr><td><p>Left.</p></td><td><p>Right.</p></td></tr>"
        "<tr><td>x</td></tr></table>"
    )
    assert document.tables == ()
    assert document.text == "Left.\n\nRight.\n\nx"


def test_definitions_quotes_figures_and_line_breaks() -> None:
    document = page(
        "<dl><dt>Date</dt><dd>4 to 6 June 2031</dd><dt>Venue:</dt><dd>Harbour House</dd></dl>"
        "<blockquote><p>We met.</p></blockquote>"
        "<figure><img alt='Hall'><figcaption>The hall.</figcaption></figure>"
        "<p>Port Vesk,<br>Estia</p><p>Present:<br>Estia<br>Corvia<br>Delmark</p><p>One.<br><br>Two.</p>"
    )
    assert document.text.replace("\n\n", "\n").split("\n") == [
        "Date: 4 to 6 June 2031",
        "Venue: Harbour House",
        "We met.",
        "The hall.",
        "Port Vesk, Estia",
        "Present:",
        "Estia",
        "Corvia",
        "Delmark",
        "One.",
        "Two.",
    ]


def test_white_space_entities_and_raised_figures() -> None:
    document = page(
        "<p>The\n  10<sup>th</sup>&nbsp;Session of T&uuml;rkiye<sup>1</sup>, "
        "<em>300</em>&nbsp;m<sup>2</sup></p>"
    )
    assert document.text == "The 10th Session of Türkiye, 300 m²"


def test_the_title_of_the_page_helps_only_where_it_has_no_heading() -> None:
    head = "<title>Third Session | Delta Compact</title><link rel='canonical' href='https://delta.example/3'>"
    with_heading = page("<h1>Ministers meet in Port Vesk</h1><p>They met.</p>", head)
    without = page("<p>They met.</p>", head)
    assert with_heading.metadata.title == "Ministers meet in Port Vesk"
    assert without.metadata.title == "Third Session"
    assert with_heading.metadata.urls == ("https://delta.example/3",)


def test_other_encodings_than_utf8_are_read() -> None:
    text = "<html><head><meta charset='iso-8859-1'></head><body><p>Côte d'Ivoire</p></body></html>"
    assert read_html(text.encode("latin-1"), "p.html", "0").text == "Côte d'Ivoire"
    assert (
        read_html(text.replace("iso-8859-1", "utf-16").encode("utf-16"), "p.html", "0").text
        == "Côte d'Ivoire"
    )


def test_a_page_that_a_script_would_fill_is_an_error() -> None:
    with pytest.raises(UnreadableDocument, match="no text of its own"):
        page("<div id='app'></div><script>render()</script>")
