"""Work plans told in sentences, and columns that hold the lead with its partners."""

from __future__ import annotations

from corpus.document import Document
from corpus.readers.markdown import read_markdown
from corpus.records import read_records
from corpus.records.types import PlanItem


def activities(text: str) -> dict[str | None, PlanItem]:
    document: Document = read_markdown(text.encode(), "plan.md", "0")
    return {r.number: r for r in read_records(document) if isinstance(r, PlanItem) and r.level == "activity"}


PROSE = """# Work Programme of the Dune Working Group, 2025–2027

## Objective A. Hold the sand

* *A1 – One map.* Niger, with Chad and the FAO, will draw one map of moving dunes. To be done by 31 May 2025; we shall know that it has worked when seven members use it.
* *A2 – Fences.* Mali leads on fences of palm leaves. Trial from June to October 2026. Measure: 40 kilometres built.
* *A3 – Nurseries.* Senegal grows seedlings and lends gardeners to others; six new nurseries by the end of 2026.

## Objective B. Tell the villages

* *B1 – Leaflet.* A leaflet for herders in four languages. Lead: Mauritania, together with the Desert Teachers' Forum (DTF). By 30 June 2025. Indicator: leaflet on show at 90 wells.
* *B2 – Caravan week.* A week of talks each spring. Chad leads in 2025, Niger in 2026, Mali in 2027.
* *B3 – Study.* A study of wind at night, by the World Bank and the Task Team on Wind (TTW). To be delivered in April 2026.
"""


def test_sentences_tell_who_leads_with_whom_by_when_and_how_it_is_known() -> None:
    found = activities(PROSE)
    told = {
        k: (v.lead, tuple(p.removeprefix("the ") for p in v.partners), v.timeline, v.indicator)
        for k, v in found.items()
    }
    assert told == {
        "A1": ("Niger", ("Chad", "FAO"), "by 31 May 2025", "seven members use it"),
        "A2": ("Mali", (), "from June to October 2026", "40 kilometres built"),
        "A3": ("Senegal", (), "by the end of 2026", None),
        "B1": (
            "Mauritania",
            ("Desert Teachers' Forum (DTF)",),
            "By 30 June 2025",
            "leaflet on show at 90 wells",
        ),
        "B2": ("Chad in 2025, Niger in 2026, Mali in 2027", (), None, None),
        "B3": ("World Bank and the Task Team on Wind (TTW)", (), "in April 2026", None),
    }


def test_a_sentence_without_a_party_names_no_lead() -> None:
    found = activities(
        "# Work Plan of the Dune Working Group 2025\n\n## Objective 1. Hold the sand\n\n"
        "- 1.1 Wind breaks. They need water in their first year, with help from schools. Costs fell by half in 2019 and rose again.\n"
    )
    assert (found["1.1"].lead, found["1.1"].partners, found["1.1"].timeline) == (None, (), None)


def test_a_column_of_leads_with_their_partners_in_brackets() -> None:
    found = activities(
        "# Work Plan of the Dune Working Group 2025–2026\n\n"
        "| Ref. | Activity | Lead (with) | When | How we will know |\n|---|---|---|---|---|\n"
        "| Objective 1: Hold the sand | | | | |\n"
        "| 1.1 | Draw a map | Niger (Chad, FAO) | March 2025 | Map on line; used by seven members |\n"
        "| 1.2 | Build fences | Mali | 2025–2026 | 40 kilometres built |\n"
    )
    told = {k: (v.lead, v.partners, v.timeline, v.indicator) for k, v in found.items()}
    assert told == {
        "1.1": ("Niger", ("Chad", "FAO"), "March 2025", "Map on line; used by seven members"),
        "1.2": ("Mali", (), "2025–2026", "40 kilometres built"),
    }


def test_labelled_sentences_behind_a_name_in_bold() -> None:
    found = activities(
        "# Work plan of the Dune Working Group, 2025 to 2027\n\nCosts are in thousands of US dollars.\n\n"
        "### Line 1 – Hold the sand\n\n"
        "* **1.1 Palm fences in Gao.** In charge: Mali, helped by the FAO. Deadline: 30 June 2026. Target: nine villages fenced. Cost: 70.\n"
        "* **1.2 School for drivers.** In charge: Niger, with the DTF. Three courses, the first in May 2025. Target: 90 drivers. Cost: 25.\n"
    )
    fences, school = found["1.1"], found["1.2"]
    assert (fences.text, fences.lead, fences.partners) == ("Palm fences in Gao", "Mali", ("FAO",))
    assert (fences.timeline, fences.indicator) == ("30 June 2026", "nine villages fenced")
    assert fences.budget == "70 thousand US dollars"
    assert (school.lead, school.partners) == ("Niger", ("DTF",))
    assert school.timeline == "Three courses, the first in May 2025"


def test_a_cost_in_a_sentence_keeps_its_own_currency() -> None:
    found = activities(
        "# Work plan of the Dune Working Group, 2025 to 2027\n\n## Goal 1 – Hold the sand\n\n"
        "- 1.1 Palm fences. Lead: Mali. Deadline: May 2026. Cost: EUR 9,000.\n"
    )
    assert found["1.1"].budget == "EUR 9,000"


NUMBERED = """# Herders' Compact: Forward Work Plan 2031–2033

## PILLAR A. WELLS

3. Activity A1.1. A list of wells along the salt road. Lead: Chad, with all members that wish to join. To be done by 31 May 2031. We shall know it is done when the list covers nine districts.

4. Activity A1.2. Courses for pump wardens. Lead: Niger, with Mali. Through the whole period. Aim: 300 wardens trained.

## PILLAR B. ROADS

5. Activity B1.1. Signs at crossings. Lead: Mali, with Senegal. From March 2032. Aim: 60 signs in three members.
"""


def test_an_activity_in_a_numbered_paragraph_keeps_its_own_number_and_its_aim() -> None:
    found = activities(NUMBERED)
    told = {k: (v.lead, v.timeline, v.indicator) for k, v in found.items()}
    assert told == {
        "A1.1": ("Chad", "To be done by 31 May 2031", "the list covers nine districts"),
        "A1.2": ("Niger", "Through the whole period", "300 wardens trained"),
        "B1.1": ("Mali", "From March 2032", "60 signs in three members"),
    }
