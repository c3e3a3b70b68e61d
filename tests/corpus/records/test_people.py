"""Persons: name, post, party and role, from prose, tables, lists of those present and sign-offs."""

from __future__ import annotations

import pytest

from corpus.records.people import read_people

from .reading_papers import context, paper, quote, written


def people(document):
    return read_people(document, context(document))


def holders(document, role):
    return [(p.name, p.party) for p in people(document) if role in p.roles]


def about(document, name):
    return [(p.post, p.party, p.roles) for p in people(document) if p.name == name]


def test_a_table_of_representatives_with_marks_and_empty_cells():
    document = paper("skerry-report.md")
    assert about(document, "Rannvá Dam") == [("Fisheries Officer", "Faroe Islands", ("participant",))]
    assert about(document, "Sigrún B. Eldjárn")[0] == (
        "Director, Harbour Office",
        "Iceland",
        ("head of delegation",),
    )
    assert holders(document, "chair")[0] == ("Jóannes Hvalbø", "Faroe Islands")
    assert holders(document, "vice-chair") == [("Ingrid Solvang-Lie", "Norway")]
    assert holders(document, "rapporteur") == [("Declan O'Rourke", "Ireland")]
    assert holders(document, "opened") == [("Høgni Dalsgaard", "Faroe Islands")]


def test_those_present_in_aligned_columns():
    document = paper("pannonian-minutes.txt")
    assert holders(document, "chair") == [("András Szalai", "Hungary")]
    assert holders(document, "minutes taker") == [("Laura Meier", "Secretariat")]
    assert holders(document, "vice-chair") == [("Katharina Moser", "Austria")]
    assert about(document, "Eszter Kiss") == [("Engineer", "Hungary", ("participant",))]


def test_co_chairs_represented_respectively_and_a_delegation_led():
    document = paper("cedar-outcome.md")
    assert holders(document, "co-chair") == [("Fadi Haddad", "Lebanon"), ("Rania Obeidat", "Jordan")]
    assert holders(document, "head of delegation") == [("Zainab Al-Tamimi", "Iraq")]
    assert [name for name, _ in holders(document, "opening remarks")] == [
        "Khalil Nassar",
        "Anne-Sophie Leclerc",
    ]
    assert [name for name, _ in holders(document, "facilitator")] == ["Hiba Salloum"]


def test_a_programme_names_speakers_moderators_and_who_opens():
    document = paper("harbour-seminar.md")
    assert holders(document, "welcoming remarks") == [("Camila Rojas Fuentes", "Chile")]
    assert [name for name, _ in holders(document, "moderator")] == ["Joana Prado"]
    assert holders(document, "speaker") == [("Felix Amado", "Brazil"), ("Lucía Paz", "Uruguay")]


def test_prose_with_two_chairs_representatives_and_a_predecessor():
    document = paper("highland-summary.md")
    assert holders(document, "co-chair")[:2] == [("Dechen Wangmo", "Bhutan"), ("Arjun Thapa", "Nepal")]
    assert about(document, "Arjun Thapa")[0][0] == "Joint Secretary at the Ministry of Energy of Nepal"
    assert [party for _, party, _ in about(document, "Meera Iyer")] == ["India"]
    assert [party for _, party, _ in about(document, "Kamal Hossain Chowdhury")] == ["Bangladesh"]
    assert [name for name, _ in holders(document, "predecessor")] == ["Sabina Rai"]
    signed = people(document)[-1]
    assert (signed.name, signed.post, signed.roles) == (
        "Dechen Wangmo",
        "Secretary, Royal Water Board",
        ("co-chair",),
    )


def test_news_with_a_chairmanship_a_welcome_and_a_successor():
    document = paper("sahel-news.md")
    assert holders(document, "chair") == [("Ousmane Maïga", "Niger")]
    assert [name for name, _ in holders(document, "welcomed")] == ["Abdou Issa"]
    assert holders(document, "successor") == [("Fatou Ndiaye", "Senegal")]


def test_officers_in_aligned_columns_with_surnames_in_capitals():
    document = paper("mekari-record.txt")
    assert holders(document, "chair")[0] == ("Salim AL-HARTHY", "Oman")
    assert holders(document, "vice-chair") == [
        ("Noura AL-MANSOORI", "United Arab Emirates"),
        ("Rajiv MENON", "India"),
    ]
    assert about(document, "Paul Achterberg")[0][0] == "Secretary"
    assert [name for name, _ in holders(document, "opening remarks")] == ["Ahmed Al Futaisi"]


def test_items_without_forms_of_address():
    document = paper("schooling-aide-memoire.md")
    assert holders(document, "moderator") == [("Ana Lukić", "Montenegro")]
    assert [p.name for p in people(document)][1:3] == ["Besart Krasniqi", "Elena Petrova"]


def test_ministers_with_letters_behind_their_names():
    document = paper("baobab-communique.md")
    assert about(document, "Francis Kasaila")[0][:2] == (
        "Minister of Transport and Public Works, Republic of Malawi",
        "Malawi",
    )
    assert ("Francis Kasaila", "Malawi") in holders(document, "chair")
    assert holders(document, "predecessor") == [("Carlos Mesquita", "Mozambique")]
    assert holders(document, "representative") == [("Misheck Lungu", "Zambia")]


def test_parties_with_their_people_in_brackets():
    document = paper("coldchain-call.md")
    assert holders(document, "chair") == [("Mark Orton", "United Nations Children's Fund")]
    assert holders(document, "minutes taker") == [("Josh Bell", "Secretariat")]
    assert ("Sione Vea", "Tonga") in [(p.name, p.party) for p in people(document)]


def test_names_with_their_titles_behind_them_and_bodies_with_their_states():
    document = paper("orchid-minutes.md")
    chair = next(p for p in people(document) if "chair" in p.roles)
    assert (chair.honorific, chair.name, chair.organisation, chair.party) == (
        "Ms",
        "TAN Wei Ling",
        "National Parks Board",
        "Singapore",
    )
    assert holders(document, "minutes taker") == [("Nadia Rahim", None)]
    assert next(p.organisation for p in people(document) if p.name == "R. Gunawan") == "BRIN"


def test_a_welcome_in_a_participle_and_offices_of_two():
    assert [name for name, _ in holders(paper("rift-proceedings.md"), "welcomed")] == ["Neema Shayo"]
    assert [name for name, _ in holders(paper("delta-plan.md"), "vice-chair")] == [
        "Budi Santoso",
        "Farzana Akter",
    ]


def test_text_that_addresses_the_assistant_names_nobody():
    names = {person.name for person in people(paper("highland-summary.md"))}
    assert not any("Firefly" in name for name in names)


def test_lines_of_those_present_with_several_persons_a_line():
    document = written(
        "# Minutes\n\n### Present\n\n"
        "- Chad: Ms Amina Saleh, Head of the Wells Unit, Ministry of Water (**Chair**); "
        "Mr Idriss Bako, Engineer\n"
        "- World Health Organization (WHO): Dr Lars Holm, Adviser\n"
        "- Secretariat: Ms Eve Odum (minutes)\n\n"
        "**Venue:** Hotel Sahara Palace, N'Djamena\n"
    )
    assert [(p.name, p.post, p.party, p.roles) for p in people(document)] == [
        ("Amina Saleh", "Head of the Wells Unit, Ministry of Water", "Chad", ("chair",)),
        ("Idriss Bako", "Engineer", "Chad", ("participant",)),
        ("Lars Holm", "Adviser", "World Health Organization", ("participant",)),
        ("Eve Odum", None, "Secretariat", ("minutes taker",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "post", "party", "role"),
    [
        (
            "Working Group Co-Chairs, Mr Abel Roka, Director for Wells of the Ministry of Water of Chad, "
            "and Ms Ona Vell, First Secretary, Legal Division, spoke to the report.",
            "Ona Vell",
            "First Secretary, Legal Division",
            None,
            "co-chair",
        ),
        ("Ms Ona Vell presided.", "Ona Vell", None, None, "chair"),
        ("Ms Ona Vell of Fiji was in the Chair.", "Ona Vell", None, "Fiji", "chair"),
        (
            "The Unit was represented by its Head, Mr Abel Roka, who succeeded Dr Tom Ilves on 1 March 2023.",
            "Tom Ilves",
            None,
            None,
            "predecessor",
        ),
        ("The panel was moderated by Mr Abel Roka of Kenya.", "Abel Roka", None, "Kenya", "moderator"),
        (
            "Ambassador Abel Roka headed Kenya's delegation.",
            "Abel Roka",
            None,
            "Kenya",
            "head of delegation",
        ),
        (
            "Mr Abel Roka, Kenyan Ambassador to Fiji, opened the session.",
            "Abel Roka",
            "Kenyan Ambassador to Fiji",
            "Kenya",
            "opened",
        ),
    ],
)
def test_roles_and_posts_in_a_sentence(sentence, name, post, party, role):
    found = [p for p in people(written(f"# Statement\n\n{sentence}\n")) if p.name == name]
    assert [(p.post, p.party) for p in found] == [(post, party)]
    assert role in found[0].roles


def test_a_chair_of_another_body_is_not_the_chair_of_the_meeting():
    document = written("Mr Abel Roka, Chair of the National Bank of Chad, spoke about loans.\n")
    assert holders(document, "chair") == []


def test_a_workshop_still_to_come_gives_no_role_here():
    document = written("The next workshop will be chaired by Ms Ona Vell.\n")
    assert holders(document, "chair") == []


@pytest.mark.parametrize(
    "name",
    ["skerry-report.md", "cedar-outcome.md", "pannonian-minutes.txt", "sahel-news.md", "highland-summary.md"],
)
def test_the_evidence_names_the_person(name):
    document = paper(name)
    for person in people(document):
        assert person.name.split()[-1] in quote(document, person)


def test_labels_in_capitals_that_were_run_together():
    document = written(
        "# Minutes of the Fifth Meeting\n\nIN THE CHAIR Ms Salma Diop, Director of Ports, Senegal RAPPORTEUR Mr Juan Serra, Spain"
    )
    assert holders(document, "chair") == [("Salma Diop", "Senegal")]
    assert holders(document, "rapporteur") == [("Juan Serra", "Spain")]


def test_heads_have_a_column_of_their_own_and_an_office_beside_is_another_s():
    document = written(
        "# Record of the Fifth Meeting\n\n| Delegation | Head | Other delegates |\n|---|---|---|\n"
        "| Fiji | Dr Lia Vaka, Permanent Secretary | Mr Epeli Nadu; Ms Mere Tiko |\n"
        "| Peru | Ms Ana Lopez | (Rapporteur, and) Mr Luis Paz |\n"
    )
    assert holders(document, "head of delegation") == [("Lia Vaka", "Fiji"), ("Ana Lopez", "Peru")]
    assert holders(document, "rapporteur") == []
    assert ("Luis Paz", "Peru") in holders(document, "participant")
