"""People: names, honorifics, and the post beside a name."""

from __future__ import annotations

import pytest

from corpus.names.people import find_people, read_person


def only(text: str) -> tuple[str | None, str, str | None, str | None]:
    (person,) = find_people(text)
    assert text[person.start : person.end].replace("\n", " ").endswith(person.name.split()[-1])
    return person.honorific, person.name, person.post, person.party


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was opened by Mr Lubinda Kaunde, Minister of Fisheries of Zambia, who spoke first.",
            ("Mr", "Lubinda Kaunde", "Minister of Fisheries of Zambia", "Zambia"),
        ),
        (
            "the Executive Director of the Lagoon Justice Initiative, Ms Ruvimbo Chika, was read out",
            ("Ms", "Ruvimbo Chika", "Executive Director of the Lagoon Justice Initiative", None),
        ),
        (
            "The Minister of Ports of Samoa, Lima Tuala, opened the session.",
            (None, "Lima Tuala", "Minister of Ports of Samoa", "Samoa"),
        ),
        (
            "Hon. Dr. Abdul Rahman bin al-Hassan, Minister of Labour of Oman, welcomed delegates",
            ("Hon. Dr.", "Abdul Rahman bin al-Hassan", "Minister of Labour of Oman", "Oman"),
        ),
        ("thanked Ms Grace Leteip of Kenya, whose term ends", ("Ms", "Grace Leteip", None, "Kenya")),
        (
            "opened by Dato' Lee Chee Wong, Deputy Minister of Ports; over 100",
            ("Dato'", "Lee Chee Wong", "Deputy Minister of Ports", None),
        ),
        ("and Mr John O’SMITH (Canada) spoke", ("Mr", "John O’SMITH", None, "Canada")),
        (
            "Members heard from Dr. A. B. Kumar, Senior Legal Adviser, UNODC, on evidence.",
            ("Dr.", "A. B. Kumar", "Senior Legal Adviser, UNODC", "United Nations Office on Drugs and Crime"),
        ),
        (
            "Mr Eli Vaa, Head of Unit, Ports Division,\nMinistry of Trade and Labour of Tonga, reported",
            ("Mr", "Eli Vaa", "Head of Unit, Ports Division, Ministry of Trade and Labour of Tonga", "Tonga"),
        ),
    ],
)
def test_one_person(text: str, expected: tuple[str | None, str, str | None, str | None]) -> None:
    assert only(text) == expected


def test_two_people_with_one_role_before_them() -> None:
    text = (
        "Working Group Co-Chairs, Mr Alverdi Sanjaya, Director for Security of the Ministry of "
        "Foreign Affairs "
        "of Indonesia, and Ms Kate Hayden, First Assistant Secretary, Legal Division, Australian "
        "Justice Department"
        ", spoke."
    )
    first, second = find_people(text)
    assert (first.role, first.party) == ("Working Group Co-Chairs", "Indonesia")
    assert first.organisation == "Ministry of Foreign Affairs of Indonesia"
    assert second.post == "First Assistant Secretary, Legal Division, Australian Justice Department"
    assert second.party == "Australia"


def test_a_post_ends_where_the_clause_ends() -> None:
    text = "Mr Tomas Vidal, Deputy Director of Ports, reported on Kenya and Ms Ana Lopo of Peru agreed."
    first, second = find_people(text)
    assert first.post == "Deputy Director of Ports"
    assert (second.name, second.party) == ("Ana Lopo", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "The Working Group met in Kuala Lumpur, Malaysia.",
        "Chief Specialist, Migration Service",
        "The Savanna Justice Initiative presented a study.",
        "The Minister thanked the Chair and the Head of Delegation.",
        "Tuesday, Opening Session",
    ],
)
def test_nobody(text: str) -> None:
    assert find_people(text) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ms Nino Kvara (Chair)", ("Ms", "Nino Kvara")),
        ("SMITH, John", (None, "John SMITH")),
        ("SMITH, Mr John", ("Mr", "John SMITH")),
        ("Rebecca Surte", (None, "Rebecca Surte")),
        ("H.E. Mr Don Prama", ("H.E. Mr", "Don Prama")),
    ],
)
def test_a_person_in_a_cell(cell: str, expected: tuple[str | None, str]) -> None:
    person = read_person(cell)
    assert person is not None
    assert (person.honorific, person.name) == expected


@pytest.mark.parametrize(
    "cell", ["Republic of Korea", "Department of Labour", "Head of Unit", "(unnamed)", "Secretariat"]
)
def test_nobody_in_a_cell(cell: str) -> None:
    assert read_person(cell) is None
