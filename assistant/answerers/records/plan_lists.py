"""Lists out of work plans: their objectives, and the activities of one party."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.plan_scope import take_numbers, take_title
from assistant.answerers.records.wording import answered, enumerate_names, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.parties import named_parties
from assistant.question.words import Words
from corpus.names.numbers import find_numbers
from corpus.names.parties import find_parties
from corpus.records.types import Attendance, Capacity, Completeness, PartyKind, PlanItem

# 'Why was action A4/2 given up?' asks after one of them
_OF_ONE = re.compile(
    r"\b(?:[Ww]hy|[Ww]hen|[Ww]here|[Ww]ho|[Ww]hom|[Ww]hose)\b|\b[A-Z]{1,4}\d{0,3}[/.-]\d{1,3}\b"
)


def objectives(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """'What are the goals of the plan?', 'How many activities does it have?'"""
    if _OF_ONE.search(words.text):
        return None
    words = words.copy()
    items = _bearing(words, items)
    wanted = "objective" if words.take(phrases("plan", "objective")) else None
    if wanted is None and words.take(phrases("plan", "activity")):
        wanted = "activity"
    if wanted is None:
        return None
    count = words.take(phrases("count"))
    take_numbers(words)
    words.take(phrases("plan"))
    words.take(
        (
            "what",
            "forward",
            "work",
            "contain",
            "comprise",
            "have",
            "set",
            "include",
            "working",
            "group",
            "are",
            "main",
            "strategic",
            "consist",
            "name",
            "names",
            "list",
            "heading",
            "headings",
            "title",
            "titles",
            "called",
        )
    )
    documents = {item.document for item in items}
    if len(documents) != 1:
        return None
    take_title(words, items, library)
    if words.left():
        return None
    chosen = [item for item in items if item.level == wanted]
    if not chosen:
        return None
    proof = quotes(chosen)
    noun = "objectives" if wanted == "objective" else "activities"
    if count:
        return answered(
            Claim(text=f"The plan has {len(chosen)} {noun} (counted from the plan).", quotes=proof[:12])
        )
    texts = [item.text.rstrip(" .;") for item in chosen]
    return answered(
        Claim(text=f"The {len(chosen)} {noun} of the plan are: {'; '.join(texts)}.", quotes=proof)
    )


def _bearing(words: Words, items: list[PlanItem]) -> list[PlanItem]:
    """The items of the plans whose own objectives bear the noun of the question ('Pillar A'), else all."""
    bear = [
        item.document
        for item in items
        if (head := re.match(r"[^\W\d_]+(?=\s)", item.objective or "")) is not None
        and words.has((f"{head.group().lower()}s",))
    ]
    return [item for item in items if item.document in bear] or items


_NO_ACTIVITY = re.compile(r"\bleads? (?:no|none of the|not a single) (?:activit|action)", re.IGNORECASE)


def leads_nothing(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """'Which of the twelve members lead no activity?': the body's members less those that lead one.

    Answered where the members listed for one of the body's meetings are as many as the question says, or
    where all its complete lists together name no more than the longest of them.
    """
    if not _NO_ACTIVITY.search(words.text) or len({item.document for item in items}) != 1:
        return None
    body = library.documents[items[0].document].metadata.body
    rolls: list[list[Attendance]] = []
    for occasion in library.occasions:
        if body is None or not library.bodies.compatible(occasion.lead.body, body):
            continue
        groups = [
            group
            for id in occasion.ids
            for group in library.groups_of.get(id, ())
            if group.capacity is Capacity.MEMBER and group.completeness is Completeness.COMPLETE
        ]
        listed = [one for group in groups for one in library.attendance_of.get(group.id, ())]
        by_name = {library.party_name(one.party): one for one in listed if one.party_kind is PartyKind.STATE}
        rolls.append(list(by_name.values()))
    roll = max(rolls, key=len, default=[])
    stated = [one.value for one in find_numbers(words.text) if one.value > 1 and one.value < 200]
    everybody = {library.party_name(one.party) for each in rolls for one in each}
    if not roll or (len(roll) not in stated if stated else len(everybody) != len(roll)):
        return None
    leads = " ; ".join(item.lead or "" for item in items)
    leading = {library.party_name(found.party.name) for found in find_parties(leads)}
    rest = [one for one in roll if library.party_name(one.party) not in leading]
    if not rest or not leading:
        return None
    names = enumerate_names([one.party for one in rest])
    text = f"{names} lead{'s' if len(rest) == 1 else ''} no activity of the plan ({len(rest)} of {len(roll)} members, compared with the plan)."
    return answered(Claim(text=text, quotes=tuple(dict.fromkeys((*quotes(rest), *quotes(items))))))


def activities_of(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """'Which activities does X lead?', 'Which outputs does Y support?'"""
    words = words.copy()
    helping = words.take(phrases("plan", "supports"))
    leading = words.take(phrases("plan", "lead")) and not helping
    if not (leading or helping) or not words.take(phrases("plan", "activity")):
        return None
    parties = named_parties(words, library)
    if len(parties) != 1 or parties[0].party is None:
        return None
    party = parties[0].party
    words.take_span(parties[0].start, parties[0].end)
    words.take(phrases("plan"))
    words.take(phrases("count"))
    words.take(("forward", "work", "working", "group"))
    if words.left():
        return None
    if helping:
        chosen = [
            item for item in items if any(library.same_party(partner, party) for partner in item.partners)
        ]
        name = next(
            (one for item in chosen for one in item.partners if library.same_party(one, party)), party
        )
        verb = "supports"
    else:
        chosen = [item for item in items if item.lead and library.same_party(item.lead, party)]
        name = next((item.lead for item in chosen if item.lead), party)
        verb = "leads"
    if not chosen:
        return None
    texts = [
        f"{item.number} {item.text}".strip() if item.number and item.number not in item.text else item.text
        for item in chosen
    ]
    noun = "activity" if len(chosen) == 1 else "activities"
    return answered(
        Claim(text=f"{name} {verb} {len(chosen)} {noun}: {'; '.join(texts)}.", quotes=quotes(chosen))
    )
