"""How many persons a list of participants names."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.readers.markdown import read_markdown
from corpus.records import read_records

HEAD = """# Report of the Fourth Meeting of the Dialogue on Cork Oak

Évora, Portugal, 5–6 June 2019

Mr Paulo Reis, mayor of the town, greeted the participants.

## Annex: List of participants

### Members

**Portugal**
- Ms Ana Sobral, Director of Forests (Chair)
- Mr Rui Pato, Adviser

**Spain**
- Mr Luis Prado, Deputy Director
"""

SECRETARIAT = """
### Secretariat
- Ms Lena Vogel, Executive Secretary
"""

QUESTION = "How many people are named in the list of participants of the Fourth Meeting?"


def library(text: str) -> Library:
    document = read_markdown(text.encode(), "report.md", "0")
    return Library([document], read_records(document))


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        "How many persons are listed as participants of the Évora meeting, secretariat included?",
    ],
)
def test_the_persons_of_the_list_are_counted_with_the_secretariat(question: str) -> None:
    draft, why = answer_from_records(question, library(HEAD + SECRETARIAT))

    assert draft is not None, why
    assert draft.claims[0].text.startswith("4 persons")
    assert draft.claims[0].quotes


@pytest.mark.parametrize(
    "line",
    [
        "- Pinheiro, adviser to the minister\n",  # a name that may or may not be one
        "\n### Apologies\n\n**Algeria**\n- Ms Nadia Haddad, Counsellor\n",
    ],
)
def test_a_list_that_cannot_be_counted_surely_is_not_counted(line: str) -> None:
    draft, _ = answer_from_records(QUESTION, library(HEAD + line))

    assert draft is None or draft.status.value == "not_stated"


def test_how_many_attended_is_not_taken_from_the_list() -> None:
    draft, _ = answer_from_records(
        "How many people attended the Fourth Meeting?", library(HEAD + SECRETARIAT)
    )

    assert draft is None or draft.status.value == "not_stated"
