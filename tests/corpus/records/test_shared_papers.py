"""The real statement and the practice papers, where they lie beside the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.readers import read
from corpus.records.actions import read_actions
from corpus.records.contributions import read_contributions
from corpus.records.decisions import read_decisions
from corpus.records.people import read_people
from corpus.records.plans import read_plans

from .reading_papers import context

SHARED = Path(__file__).parents[4] / "shared"
PRACTICE = SHARED / "practice" / "documents"
pytestmark = pytest.mark.skipif(
    not PRACTICE.is_dir(), reason="the shared papers are not beside the repository"
)


def facts_on_people() -> list[tuple[str, str]]:
    """Name and country of the people in the table of the fact sheet on the statement."""
    sheet = next((SHARED / "facts").glob("01-*.md")).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:Ms|Mr) ([^|]+?) \| [^|]+ \| ([^|]+?) \|", sheet, re.MULTILINE)
    return sorted((name, country) for name, country in rows)


def found(name: str, reader):
    document = read(PRACTICE / name)
    return document, reader(document, context(document))


def test_all_people_of_the_real_statement_with_country_post_and_role():
    document = read(next((SHARED / "seeds").glob("*.txt")))
    people = read_people(document, context(document))
    assert sorted((p.name, p.party) for p in people) == facts_on_people()
    assert all(p.post and p.honorific and p.roles == ("co-chair",) for p in people)
    assert len({p.role_text for p in people}) == 2


def test_who_presented_on_the_real_statement():
    document = read(next((SHARED / "seeds").glob("*.txt")))
    records = read_contributions(document, context(document))
    assert max(len(r.actors) for r in records if r.verb == "discuss") == 9
    assert {len(r.actors) for r in records if r.verb == "present"} == {3, 5}


def test_a_list_of_participants_as_a_table():
    _, people = found("sary-arka-wgslm-chairs-summary-sixth-meeting-2022.md", read_people)
    listed = [p for p in people if p.post and p.party]
    assert len({p.name for p in listed}) == 24
    assert {p.name for p in listed if p.party == "Georgia"} == {
        "Nino Kvaratskheli",
        "Irakli Gelashvil",
        "Tamta Lomiani",
    }


def test_minutes_with_decisions_and_action_points():
    name = "sary-arka-wgslm-minutes-fifth-meeting-2021.md"
    _, decisions = found(name, read_decisions)
    assert [d.label for d in decisions if d.label] == ["D5/1", "D5/2", "D5/3", "D5/4"]
    _, actions = found(name, read_actions)
    assert [a.label for a in actions] == [f"AP 5/{number}" for number in range(1, 8)]
    assert all(a.owner and a.due for a in actions)
    _, people = found(name, read_people)
    assert [p.name for p in people if "minutes taker" in p.roles] == ["Ruslan Doskal"] * 2


def test_a_statement_in_a_pdf():
    name = "rovuma-wgwte-seventh-meeting-2023.pdf"
    _, people = found(name, read_people)
    roles = {p.name: p.roles for p in people}
    assert roles["Chileshe Mutale-Banda"] == ("chair",)
    assert roles["Kagiso Ramosweu"] == ("vice-chair",)
    assert roles["Lubinda Siwale"] == ("opened",)
    assert roles["Thandiwe Phiri-Kalua"] == ("predecessor",)
    _, decisions = found(name, read_decisions)
    assert len(decisions) == 5
    _, plans = found(name, read_plans)
    assert plans == []


def test_a_plan_as_a_table_in_a_pdf():
    _, plans = found("rovuma-wgwte-forward-work-plan-2022-2025.pdf", read_plans)
    assert [p.number for p in plans if p.level == "objective"] == ["1", "2", "3", "4"]
    activities = [p for p in plans if p.level == "activity"]
    assert len(activities) == 11
    assert all(a.lead and a.partners and a.timeline and a.indicator and a.objective for a in activities)
