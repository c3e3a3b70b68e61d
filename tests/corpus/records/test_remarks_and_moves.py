"""Parties named with a remark, meetings that were moved, labels in sentences, programmes: small papers of many layouts."""

from __future__ import annotations

from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text
from corpus.records import read_records

HEAD = (
    "# Report of the Third Session of the Tarn Council Working Group on Locks\n\nVisby, 4 and 5 May 2021\n\n"
)


def of(text, kind):
    return [
        record
        for record in read_records(read_markdown((HEAD + text).encode(), "x.md", "0"))
        if record.type == kind
    ]


def attending(text):
    return {one.written: (one.capacity.value, one.note, one.presence) for one in of(text, "attendance")}


def test_absence_told_in_clauses_keeps_its_reason():
    found = attending(
        "Norway and Chad had not replied to the invitation. Peru conveyed its apologies. "
        "Kenya had registered but was kept at home by a strike."
    )
    assert found["Norway"][0] == "absent"
    assert found["Peru"][0] == "apologies"
    assert found["Kenya"][0] == "absent"
    assert "strike" in (found["Kenya"][1] or "")


def test_a_party_followed_one_item_only_and_another_by_video():
    found = attending("The ILO followed item 3 only. Ghana and Togo took part by video link throughout.")
    assert "item 3 only" in (found["ILO"][1] or "")
    assert found["Ghana"][2] == "online"


def test_participants_in_two_columns_are_read_one_column_after_the_other():
    rows = [
        ("NORWAY", "KENYA"),
        ("  Ms Tove Aas", "  Mr Juma Otieno"),
        ("CHAD", "OBSERVERS"),
        ("  Mr Idriss Faya", "GHANA"),
        ("PERU", "  Ms Esi Boateng"),
        ("  Ms Rosa Quispe", "TOGO"),
        ("  Mr Juan Rojas", "  Mr Koffi Mensah"),
    ]
    lines = [f"{left:<40}{right}".rstrip() for left, right in rows]
    text = (
        "Minutes of the Third Session\n\nVisby, 4 May 2021\n\nLIST OF PARTICIPANTS\n\nMEMBERS\n\n"
        + "\n".join(lines)
    )
    records = read_records(read_text(text.encode(), "x.txt", "0"))
    found = {one.party: one.represented_by for one in records if one.type == "attendance"}
    assert found["Kenya"] == ("Juma Otieno",)
    assert found["Peru"] == ("Rosa Quispe", "Juan Rojas")
    assert {one.party for one in records if one.type == "attendance" and one.capacity == "observer"} == {
        "Ghana",
        "Togo",
    }


def test_a_moved_meeting_keeps_when_and_where_it_was_first_planned():
    text = (
        "The Second Session, due to be held in Lund in March 2020, had been put off and had finally met online on "
        "3 and 4 November 2020."
    )
    second = next(meeting for meeting in of(text, "meeting") if meeting.number == 2)
    assert (second.dates.start.month, second.planned_dates.start.month) == (11, 3)
    assert (second.planned_place, second.mode) == ("Lund", "online")


def test_labels_stand_in_brackets_and_before_the_decision():
    text = "The Working Group further\n\n1. approved the glossary (*Decision 3/1*);\n2. set up a fund (*Decision 3/2*).\n"
    assert [(one.kind, one.label, one.text) for one in of(text, "decision")] == [
        ("Decision", "3/1", "approved the glossary"),
        ("Decision", "3/2", "set up a fund."),
    ]


def test_a_programme_gives_who_speaks_and_who_moderates_when():
    text = (
        "| Time | Session | Speakers | Moderator |\n| --- | --- | --- | --- |\n"
        "| 9:00–10:00 | Session 1. Old gates | Ms Tove Aas (Norway) | Mr Juma Otieno (Kenya) |\n"
    )
    sessions = {one.verb: one for one in of(text, "contribution")}
    assert sessions["speak"].actors == ("Ms Tove Aas",)
    assert sessions["moderate"].actors == ("Mr Juma Otieno",)
    assert (sessions["speak"].session, sessions["speak"].subject) == ("Session 1. Old gates", "Old gates")
    assert sessions["speak"].time == "9:00–10:00"


def test_who_took_over_from_whom():
    text = "Ms Tove Aas (Norway) was elected Chair in place of Mr Juma Otieno (Kenya)."
    people = {one.name: one for one in of(text, "person")}
    assert people["Tove Aas"].predecessor == "Juma Otieno"
    assert people["Tove Aas"].roles == ("chair",)
