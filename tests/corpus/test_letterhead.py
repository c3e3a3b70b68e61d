"""The head of typed papers: symbols at the right, letters set apart."""

from __future__ import annotations

from corpus.document import Kind
from corpus.layout.letterhead import closed_up, files_the_paper
from tests.corpus.shown import headings, text_document

REPORT = """\
NORTHERN LAKES CONVENTION                                      NLC/WG.2/VI/Rep.
Working Group on Ballast Water                                 Original: English


              R E P O R T   O F   T H E   S I X T H   S E S S I O N
                        Tampere, 4 to 6 May 2026


A.  OPENING

1.  The Working Group met in the Sampola House under the chairmanship of Ms Aino Lehtovaara of
Finland.

B.  PARTICIPATION

2.  The members were represented by the heads of delegation shown:

    Estonia, Mr Toomas Kangur; Finland, Ms Aino Lehtovaara; Latvia, Ms Ieva Straume

    Lithuania had excused itself.
"""


def test_the_symbol_of_a_typed_report_is_no_part_of_its_title() -> None:
    document = text_document(REPORT)
    assert headings(document)[:3] == [
        "NORTHERN LAKES CONVENTION",
        "Working Group on Ballast Water",
        "REPORT OF THE SIXTH SESSION",
    ]
    metadata = document.metadata
    assert metadata.title == (
        "NORTHERN LAKES CONVENTION, Working Group on Ballast Water, REPORT OF THE SIXTH SESSION"
    )
    assert (metadata.kind, metadata.number, metadata.place) == (Kind.MINUTES, 6, "Tampere")
    assert metadata.body == "Working Group on Ballast Water"
    assert "NLC/WG.2/VI/Rep." in document.text


def test_only_whole_words_in_capitals_are_closed_up() -> None:
    assert closed_up("M I N U T E S   O F   T H E   M E E T I N G") == "MINUTES OF THE MEETING"
    for line in ("Group A B C D", "1 2 3 4", "x . . . . y", "options A  B  C"):
        assert closed_up(line) == line


def test_what_files_a_paper() -> None:
    for line in ("NLC/WG.2/VI/Rep.1", "(ABC/2019/7)", "Distr.: General", "RESTRICTED", "Ref. No.: 12/4"):
        assert files_the_paper(line)
    for line in ("Report of the Sixth Session", "Original proposals of the Chair", "Tampere, 4 May 2026"):
        assert not files_the_paper(line)


def test_lists_whose_second_pieces_begin_anywhere_are_read() -> None:
    lines = "\n".join(
        f"{'x' * width}    {'y' * 8}" for width in (5, 7, 9, 11, 13, 15)
    )  # no column begins twice
    assert text_document(lines).text
