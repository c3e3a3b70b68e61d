"""Answers that would fool a weak grader, and right answers in unusual words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from eval.grading import Verdict, grade
from eval.questions import Question


def question(
    text: str, answer: str | list[str], aliases: Sequence[object] = (), kind: str = "topic", **more: object
) -> Question:
    return Question(
        id="x",
        question=text,
        type=kind,
        answer=answer if isinstance(answer, str) else tuple(answer),
        aliases=tuple(one if isinstance(one, str) else tuple(one) for one in aliases),
        **more,  # type: ignore[arg-type]
    )


CAME = "Did Lesotho attend the Fourth Session?"
YES = question(CAME, "yes", ["attended"], "attendee_yesno")
NO = question(CAME, "no", ["not listed", "did not attend"], "attendee_yesno")
AGREE = question(
    "Do the two reports agree on the number of vessels?", "no", ["they differ"], "cross_document"
)
COUNT = question("How many observers attended the Fourth Session?", "18", ["eighteen"], "count")
GOVERNMENTS = question("How many governments came in total?", "22", ["twenty-two"], "count")
TONNES = question("How many tonnes were seized?", "4,118", ["4118"], "count")
TARGET = question("To what figure was the target lowered?", "6,000", ["6000"], "topic")
DAYS = question("Over how many days did the session run?", "3", ["three"], "count")
WOMEN = question("How many women registered?", "52", ["fifty-two"], "count")
MEN = question("How many men registered?", "52", [], "count")
OF_THOSE = question("How many of those who registered were women?", "52", [], "count")
PEOPLE_IN_ALL = question("How many people registered for the session?", "118", [], "count")
PEOPLE_OF_52 = question("How many people registered for the session?", "52", [], "count")
YEARS = question("How many years passed between the two sessions?", "9", ["nine", "almost ten"], "count")
DATE = question("On what date did the Fourth Session open?", "19 November 2023", ["2023-11-19"], "date")
SPAN = question("When was the workshop held?", "7-10 November 2023", ["7 to 10 November 2023"], "date")
PLACED = question(
    "When and where did the Sixth Session meet?", "16 May 2018, Bangkok", ["2018-05-16"], "date"
)
MONTH = question("When were the terms of reference adopted?", "August 2014", [], "date")
YEAR = question("From which year is the strategy?", "2023", [], "date")
CHAIR = question("Who chaired the Fourth Session?", "Amina Salgado Roy", ["Ms Amina Salgado Roy"], "person")
POST = question(
    "What post did she hold?",
    "Director for Maritime Policy, Ministry of Fisheries of Malawi",
    ["Director for Maritime Policy"],
    "person",
)
LEAD = question("Which country leads activity 2.1?", "Kenya", ["Republic of Kenya"])
CITY = question("In which city was it held?", "Maputo", ["Maputo, Mozambique"], "place")
CAPACITY = question("Was Fiji a member or an observer?", "observer", [], "attendee_role")
PLAN = question("What was adopted?", "the Programme of Work 2023-2026", ["Programme of Work"])
LESSON = question(
    "What did the study find?",
    "in one file out of three the charge had been dropped since custody could not be shown",
    [],
)
LONG = question(
    "What was the workshop focused on?",
    "the role of public-private partnerships in community awareness of risks",
    [],
)
BANS = question(
    "May observers lead activities?", "observers may be partners in activities but not leads", ["not leads"]
)
STATES = question(
    "Which States observed the session?",
    ["Guinea", "Viet Nam", "Kenya"],
    [[], ["Vietnam"], []],
    "attendees_list",
)
ABSENT = question("Which States were absent?", ["Chad", "Niger"], [[], []], "attendees_list")
FIRMS = question("Which companies attended?", ["Tembo Pay", "Indus Star Line"], [[], []], "attendees_list")
ENABLERS = question(
    "Which enablers were named?",
    ["corruption", "money laundering", "illicit financial flows"],
    [[], [], ["financial flows"]],
    "list",
)
PEOPLE = question("Who spoke on the past decade?", ["Lucia Ferro", "Tomas Okello"], [[], []], "person")
ORDER = question(
    "Which bodies chaired the three sessions, in order?",
    ["Border Force", "Home Office", "Coast Guard"],
    [[], [], []],
)
FIGURES = question(
    "Which figures for the seizures do the two statements give?", ["214", "241"], [[], []], "cross_document"
)
DATES = question(
    "By which date was it due, and when was it done?",
    ["30 June 2023", "15 September 2023"],
    [["2023-06-30"], ["2023-09-15"]],
)
PREMISE = question("Why did Benin chair the Sixth Session?", "Ghana chaired it", ["Ghana"], "false_premise")
ABSENTEE = question(
    "What did Cameroon say in Banjul?",
    "Cameroon did not send a delegation",
    ["did not attend", "not represented"],
    "false_premise",
)
BAN = question("Why was a ban adopted?", "no such ban is recorded", ["no ban", "not stated"], "false_premise")
UNKNOWN = question(
    "What is the budget of the plan?", "not stated in the documents", [], "unanswerable", answerable=False
)

RIGHT = [
    (YES, "Yes, Lesotho is listed among the members [1]."),
    (YES, "Lesotho took part as an observer [1]."),
    (YES, "Indeed: it was represented by its ambassador."),
    (YES, "Yes. Lesotho attended; apologies came from Chad [1]."),
    (NO, "No. The complete list of the 17 members who attended does not name it [1]."),
    (NO, "Lesotho sent apologies [1]."),
    (NO, "No, Lesotho is not among the 31 parties listed as having attended [1]."),
    (NO, "Lesotho was absent."),
    (NO, "Lesotho was unable to travel and sent its report in writing."),
    (AGREE, "No: the first gives 41 vessels, the second 38 [1][2]."),
    (AGREE, "They differ: 41 and 38."),
    (COUNT, "Eighteen observers came [1]."),
    (COUNT, "There were 17 members and 18 observers [1]."),
    (COUNT, "18."),
    (TARGET, "It was lowered from 10,000 to 6,000, since printing had started late."),
    (GOVERNMENTS, "The 13 member states and nine observer states make 22 governments [1]."),
    (GOVERNMENTS, "22 (13 + 9, counted from the two lists) [1][2]."),
    (TONNES, "It reported 4118 tonnes [1]."),
    (DAYS, "Three days, from 18 to 20 November 2024 [1]."),
    (YEARS, "Almost ten years."),
    (YEARS, "Nine years lie between them: 2015 and 2024."),
    (DATE, "It opened on Sunday, 19 November 2023 [1]."),
    (DATE, "On 2023-11-19."),
    (DATE, "The session opened on 19 November 2023, within a week from 18 to 24 November 2023."),
    (SPAN, "From 7 to 10 November 2023 [1]."),
    (PLACED, "In Bangkok, on 16 May 2018 [1]."),
    (MONTH, "They were adopted on 12 August 2014 [1]."),
    (YEAR, "It is the 2023 strategy."),
    (CHAIR, "Ms Salgado Roy was in the chair, that is, Ms Amina Salgado Roy of Chile [1]."),
    (CHAIR, "Ms Roy."),
    (POST, "She was the Ministry of Fisheries of Malawi's Director for Maritime Policy."),
    (LEAD, "The Republic of Kenya leads it, with UNODC as partner [1]."),
    (LEAD, "Not Uganda but Kenya."),
    (CITY, "It met in MAPUTO, Mozambique."),
    (CAPACITY, "It came as an observer, not as a member [1]."),
    (CAPACITY, "Fiji and Samoa attended as observers [1]."),
    (PLAN, "Members adopted the program of work 2023–2026."),
    (LESSON, "Custody could not be shown, so that the charge was dropped in one out of three files [1]."),
    (LONG, "It focused on how public-private partnerships raise awareness of risks in the community [1]."),
    (BANS, "Observers may be partners, but not leads [1]."),
    (STATES, "Kenya, Guinea and Vietnam [1]."),
    (STATES, "- Guinea\n- Viet Nam (by video link)\n- Kenya"),
    (STATES, "At the session held in Antananarivo, Madagascar, observers were Guinea, Viet Nam and Kenya."),
    (ABSENT, "Chad and Niger were not present [1]."),
    (FIRMS, "The private sector came with Indus Star Line and Tembo Pay [1]."),
    (ENABLERS, "Money laundering, corruption, and illicit financial flows [1]."),
    (PEOPLE, "Ms Lucia Ferro, Director of the Coast Guard, and Mr Tomas Okello, Head of the Unit [1]."),
    (PEOPLE, "Ms Ferro and Mr Okello."),
    (ORDER, "The Border Force, then the Home Office, and last the Coast Guard."),
    (FIGURES, "The statement of 2021 gives 214 seizures, the one of 2023 gives 241 [1][2]."),
    (DATES, "It was due by 30 June 2023 and done on 15 September 2023."),
    (PREMISE, "Benin did not chair it: Ghana did [1]."),
    (ABSENTEE, "Cameroon was not there; it did not attend [1]."),
    (ABSENTEE, "Cameroon is not on the list of delegations."),
    (DAYS, "It was held over 3 days [1]."),
    (DAYS, "The session ran over three days."),
    (WOMEN, "In total 118 people registered: 52 women and 66 men [1]."),
    (OF_THOSE, "In total 118 people registered: 52 women and 66 men [1]."),
    (PEOPLE_IN_ALL, "In total 118 people registered: 52 women and 66 men [1]."),
    (LEAD, "Kenya leads “Study of how records may be shared” [1]."),
    (LEAD, 'Kenya leads "Guide on what could be done at the border" [1].'),
    (LEAD, "Kenya leads activity 2.1 (Study of how records may be shared) [1]."),
]  # fmt: skip

WRONG = [
    (YES, "Perhaps Lesotho attended."),
    (YES, "Yes and no."),
    (YES, "Yes, Lesotho did not attend."),
    (YES, "Yes, it was there. No, it sent apologies."),
    (YES, "Lesotho did not attend."),
    (YES, "Yes, Lesotho is listed as absent."),
    (NO, "No, Lesotho attended as an observer."),
    (NO, "Yes, Lesotho is listed [1]."),
    (NO, "It might have attended, but it is not listed."),
    (YES, "The session met in Maputo [1]."),
    (COUNT, "Between 18 and 20 observers."),
    (COUNT, "18 or 19 observers."),
    (COUNT, "About 18 observers."),
    (COUNT, "At least 18."),
    (COUNT, "Not 18 but 17 observers."),
    (COUNT, "17 observers and 18 members."),
    (COUNT, "180 observers."),
    (COUNT, "18 observers in one list, 19 observers in the other."),
    (COUNT, "Many."),
    (COUNT, "Over 18 observers."),
    (DAYS, "It took over 3 days."),
    (DAYS, "It lasted well over three days."),
    (WOMEN, "In total 118 people registered: 66 women and 52 men."),
    (MEN, "52 women and 66 men registered."),
    (MEN, "In total 118 people registered: 52 women and 66 men."),
    (PEOPLE_OF_52, "In total 118 people registered: 52 women and 66 men."),
    (COUNT, "Observers attended on 18 November 2023."),
    (COUNT, "The Eighteenth Session."),
    (TONNES, "4,181 tonnes."),
    (TARGET, "To somewhere from 5,000 to 6,000."),
    (TARGET, "It was raised from 6,000 to 10,000."),
    (GOVERNMENTS, "13 governments, of 22 invited."),
    (DATE, "It opened on 19 November 2024."),
    (DATE, "On 18 or 19 November 2023, possibly."),
    (DATE, "In November 2023."),
    (DATE, "It ran from 18 to 20 November 2023."),
    (DATE, "Not on 19 November 2023."),
    (SPAN, "7 November 2023."),
    (PLACED, "On 16 May 2018."),
    (PLACED, "On 16 May 2018 in Manila."),
    (MONTH, "In August 2015."),
    (YEAR, "The strategy of 2024."),
    (CHAIR, "I think it was Ms Amina Salgado Roy."),
    (CHAIR, "Mr Pedro Salgado Cruz."),
    (CHAIR, "Ms Amina Salgado Roy and Mr Jonas Weber."),
    (CHAIR, "It was not Ms Amina Salgado Roy."),
    (CHAIR, "Either Ms Amina Salgado Roy or Mr Jonas Weber."),
    (LEAD, "Kenya and Uganda lead it."),
    (LEAD, "Kenya leads it (it may be Uganda)."),
    (LEAD, "Kenya (possibly) leads it."),
    (LEAD, "Kenya (Perhaps it is Uganda) leads it."),
    (LEAD, "“Perhaps Kenya leads it.”"),
    (LEAD, "Perhaps Kenya leads “Study of shared records”."),
    (LEAD, "All countries except Kenya."),
    (LEAD, "Uganda leads it; Kenya does not."),
    (LEAD, "A country other than Kenya."),
    (CITY, "Maputo or Beira."),
    (CAPACITY, "It was not an observer."),
    (CAPACITY, "As a member."),
    (CAPACITY, "Fiji and Samoa attended as members."),
    (PLAN, "The Programme of Work was not adopted."),
    (LESSON, "In one file out of two the charge had been dropped since custody could not be shown."),
    (LONG, "It did not focus on public-private partnerships or on community awareness of risks."),
    (STATES, "Guinea and Viet Nam."),
    (STATES, "Guinea, Viet Nam, Kenya and Malawi."),
    (STATES, "Guinea-Bissau, Viet Nam and Kenya."),
    (STATES, "Equatorial Guinea, Viet Nam, Kenya."),
    (STATES, "Guinea and Viet Nam, but not Kenya."),
    (STATES, "Guinea, Viet Nam and possibly Kenya."),
    (STATES, "Guinea, Viet Nam and Kenyan experts."),
    (STATES, "None of Guinea, Viet Nam and Kenya."),
    (ABSENT, "Chad and Nigeria were absent."),
    (FIRMS, "Tembo Pay, Indus Star Line and Kestrel Air Cargo."),
    (FIRMS, "Tembo Pay, Kestrel Air Cargo and Indus Star Line."),
    (FIRMS, "Tembo Pay."),
    (ENABLERS, "Corruption, money laundering, terrorism and illicit financial flows."),
    (ENABLERS, "Corruption, money laundering, illicit financial flows and terrorism."),
    (PEOPLE, "Ms Lucia Ferro, Mr Tomas Okello and Mr Jonas Weber."),
    (PEOPLE, "Ms Lucia Ferro."),
    (ORDER, "The Home Office, the Border Force and the Coast Guard."),
    (FIGURES, "214."),
    (DATES, "It was due by 30 June 2023 and done on 15 September 2024."),
    (PREMISE, "Benin chaired it since it was its turn."),
    (ABSENTEE, "Cameroon asked for more time."),
    (LEAD, " ".join(["The meeting went on to further items of its agenda and took note of them."] * 8) + " Kenya leads it."),
    (LEAD, ""),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text"), RIGHT, ids=lambda value: str(value)[:60])
def test_right_answers_in_whatever_words_are_right(asked: Question, text: str) -> None:
    outcome = grade(asked, text, abstained=False)
    assert outcome.verdict is Verdict.RIGHT, outcome.why


@pytest.mark.parametrize(("asked", "text"), WRONG, ids=lambda value: str(value)[:60])
def test_answers_that_only_look_right_are_wrong(asked: Question, text: str) -> None:
    outcome = grade(asked, text, abstained=False)
    assert outcome.verdict is Verdict.WRONG, outcome.why


@pytest.mark.parametrize(
    ("asked", "text", "abstained", "verdict"),
    [
        (UNKNOWN, "The documents do not say.", True, Verdict.RIGHTLY_REFUSED),
        (UNKNOWN, "I don't know.", False, Verdict.RIGHTLY_REFUSED),
        (UNKNOWN, "2.4 million euros.", False, Verdict.ANSWERED_UNANSWERABLE),
        (UNKNOWN, "The plan was adopted. Its budget is not stated.", False, Verdict.ANSWERED_UNANSWERABLE),
        (LEAD, "The documents do not say who leads it.", True, Verdict.REFUSED),
        (LEAD, "The documents do not say.", False, Verdict.REFUSED),
        (LEAD, "The documents do not say, though Kenya is named as partner.", False, Verdict.REFUSED),
        (AGREE, "The documents do not agree.", False, Verdict.RIGHT),
        (BAN, "The documents do not say so.", True, Verdict.RIGHT),
        (BAN, "A ban was adopted to protect the stocks.", False, Verdict.WRONG),
        (PREMISE, "The documents do not say.", True, Verdict.REFUSED),
        (ABSENTEE, "The documents do not say.", True, Verdict.RIGHT),
    ],
)
def test_refusals(asked: Question, text: str, abstained: bool, verdict: Verdict) -> None:
    assert grade(asked, text, abstained).verdict is verdict


def test_lists_report_how_much_was_found() -> None:
    outcome = grade(STATES, "Guinea, Viet Nam and Malawi.", abstained=False)
    assert outcome.recall == pytest.approx(2 / 3)
    assert outcome.precision == pytest.approx(2 / 3)
    assert outcome.f1 == pytest.approx(2 / 3)


def test_a_hedge_that_the_document_itself_has_is_no_hedge() -> None:
    asked = question(
        "In which languages may it be filed?", "English or French", [], evidence="either in English or French"
    )
    assert grade(asked, "It may be filed either in English or French.", False).verdict is Verdict.RIGHT
