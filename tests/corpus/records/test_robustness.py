"""Whatever a paper holds, the readers return sound records and never raise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.records.actions import read_actions
from corpus.records.contributions import read_contributions
from corpus.records.decisions import read_decisions
from corpus.records.people import read_people
from corpus.records.plans import read_plans
from corpus.records.terms import read_terms

from .reading_papers import PAPERS, context, paper, written

READERS = (read_people, read_contributions, read_decisions, read_actions, read_plans, read_terms)
_PIECES = st.sampled_from(
    [
        "Mr", "Ms Ona Vell", "Kenya", "and", ",", "(", ")", ":", ";", "\n", "\n\n", "- ", "1. ", "(a) ", "# ",
        "| ", " |\n", "|---|---|\n", "Chair", "was", "opened by", "reported on",
        "will", "by 5 May 2021", "**",
        "[X](y)", "Objective 1:", "Lead:", "The Working Group", "agreed", "RPU (Reef Patrol Unit)",
        "Decision 1", "Action", "…", "\u00a0", "ﬁ", "É",
    ]
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in PAPERS.iterdir()))
def test_records_of_the_papers_lie_within_the_text_and_have_ids_of_their_own(name):
    document = paper(name)
    records = [record for reader in READERS for record in reader(document, context(document))]
    assert len({record.id for record in records}) == len(records)
    for record in records:
        for span in record.evidence:
            assert 0 <= span.start < span.end <= len(document.text)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_odd_papers_do_no_harm(pieces):
    text = "A paper of the Working Group. " + " ".join(pieces)
    document = written(text)
    for reader in READERS:
        for record in reader(document, context(document)):
            assert all(0 <= span.start < span.end <= len(text) for span in record.evidence)
