"""Task teams, panels and cells: who leads them, who belongs to them, and which replaces which."""

from __future__ import annotations

import pytest

from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import Contribution

_ASKED = {"lead", "chair", "host", "compose", "replace"}


def told(text: str) -> set[tuple[str, tuple[str, ...], str]]:
    head = "# Statement of the Fourth Meeting of the Dune Working Group\n\nNouakchott, Mauritania, 6 June 2022\n\n"
    found = read_records(read_markdown((head + text).encode(), "x.md", "0"))
    return {(r.verb, r.actors, r.subject) for r in found if isinstance(r, Contribution) and r.verb in _ASKED}


def test_the_leader_belongs_to_the_body_before_it() -> None:
    assert told(
        "Three sub-groups reported: the Wells Sub-Group (WSG), led by Mali; the Law Sub-Group (LSG), led by Chad; and the "
        "Sub-Group on Goats (SGG), led by Niger. Oasis Bank spoke at the invitation of the Task Team on Wind (TTW), which is "
        "led by Senegal."
    ) == {
        ("lead", ("Mali",), "Wells Sub-Group (WSG)"),
        ("lead", ("Chad",), "Law Sub-Group (LSG)"),
        ("lead", ("Niger",), "Sub-Group on Goats (SGG)"),
        ("lead", ("Senegal",), "Task Team on Wind (TTW)"),
    }


def test_a_party_speaks_as_lead_or_host_of_a_body() -> None:
    assert told(
        "8. Niger, as host of the Forecast Cell (FC), reported on storms. Chad, as lead of the Task Force on Seed (TFS), "
        "reported that 40 tons were sown."
    ) == {("host", ("Niger",), "Forecast Cell (FC)"), ("lead", ("Chad",), "Task Force on Seed (TFS)")}


def test_a_body_is_set_up_with_its_members_and_its_leader() -> None:
    assert told(
        "A Task Team on Wind (TTW) is set up. Members: Mali, Chad and Niger. Chad leads for the first year."
    ) == {
        ("compose", ("Mali", "Chad", "Niger"), "Task Team on Wind (TTW)"),
        ("lead", ("Chad",), "Task Team on Wind (TTW)"),
    }
    assert told("The Seed Panel is made up of Mali and Senegal.") == {
        ("compose", ("Mali", "Senegal"), "Seed Panel")
    }


@pytest.mark.parametrize(
    ("text", "body", "members", "leader"),
    [
        (
            "The Working Group set up a Working Party on Sand, with Mali as convenor and Chad, Niger and Togo as members.",
            "Working Party on Sand",
            ("Mali", "Chad", "Niger", "Togo"),
            "Mali",
        ),
        (
            "A Contact Group on Salt is created. It is led by Chad; Mali, Niger, and Togo are its other members.",
            "Contact Group on Salt",
            ("Chad", "Mali", "Niger", "Togo"),
            "Chad",
        ),
        (
            "It established a Drafting Team for a model lease, composed of Chad, Mali and Togo, with the help of the FAO.",
            "Drafting Team for a model lease",
            ("Chad", "Mali", "Togo"),
            None,
        ),
        (
            "The meeting welcomed Niger as convenor of a Study Team on Wells, with Chad, Mali and the FAO as its members.",
            "Study Team on Wells",
            ("Niger", "Chad", "Mali", "FAO"),
            "Niger",
        ),
        (
            "A working cell on camels is formed: Chad (chair), Mali and Togo.",
            "working cell on camels",
            ("Chad", "Mali", "Togo"),
            "Chad",
        ),
        (
            "The Committee set up a Panel on Reefs (PR) with Chad, Mali and Togo, convened by Mali.",
            "Panel on Reefs (PR)",
            ("Chad", "Mali", "Togo"),
            "Mali",
        ),
        ("Chad, Mali and Niger sit on the Seed Panel.", "Seed Panel", ("Chad", "Mali", "Niger"), None),
        (
            "A Steering Trio of Chad, Mali and Togo meets monthly.",
            "Steering Trio",
            ("Chad", "Mali", "Togo"),
            None,
        ),
        (
            "| Task team | Lead | Members |\n|---|---|---|\n| Dust Team | Chad | Mali, Togo |",
            "Dust Team",
            ("Chad", "Mali", "Togo"),
            "Chad",
        ),
    ],
)
def test_the_members_of_a_body_are_told_in_many_ways(
    text: str, body: str, members: tuple[str, ...], leader: str | None
) -> None:
    found = told(text)

    assert ("compose", members, body) in found
    leaders = {actors for verb, actors, of in found if verb in ("lead", "chair") and of == body}
    assert leaders == ({(leader,)} if leader else set())


def test_a_group_of_nobody_named_has_no_members() -> None:
    assert (
        told("A Contact Network is set up, made up of one officer from each State. The Panel met twice.")
        == set()
    )


def test_one_body_replaces_another() -> None:
    assert told("The Task Force on Seed (TFS) replaces the Task Team on Grain.") == {
        ("replace", ("Task Force on Seed (TFS)",), "Task Team on Grain")
    }
    assert told(
        "The Working Group dissolved the TTG with effect from 31 December 2022 and transferred its tasks to a new Task Force "
        "on Seed (TFS), led by Mali."
    ) == {("replace", ("Task Force on Seed (TFS)",), "TTG"), ("lead", ("Mali",), "Task Force on Seed (TFS)")}


def test_a_group_that_convened_its_meeting_hosts_nobody() -> None:
    assert (
        told("The Dune Working Group convened its Fourth Meeting on 6 June 2022 in Nouakchott, Mauritania.")
        == set()
    )


def test_what_a_relative_clause_tells_ends_with_it() -> None:
    found = read_records(
        read_markdown(
            b"# Statement of the Fourth Meeting of the Dune Working Group\n\nAtar, Mauritania, 6 June 2022\n\n"
            b"Mali, which joined the Working Group on 1 March 2022, described its belt of trees.",
            "x.md",
            "0",
        )
    )
    told = {(r.verb, r.actors, r.subject) for r in found if isinstance(r, Contribution)}
    assert told == {
        ("join", ("Mali",), "the Working Group on 1 March 2022"),
        ("describe", ("Mali",), "its belt of trees"),
    }
