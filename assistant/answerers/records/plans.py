"""Answers about work plans: who leads what, with whom, by when, measured how."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.matching import best_match
from assistant.answerers.records.wording import answered, enumerate_names, not_stated, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.parties import named_parties
from assistant.question.scope import Scope
from assistant.question.words import Words, content, phrase_stems
from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers
from corpus.names.parties import find_parties
from corpus.records.types import Attendance, Capacity, Completeness, PartyKind, PlanItem

_NUMBER = re.compile(r"\b(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\b")


def answer_plans(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about an activity or objective of a work plan, or None."""
    items = list(library.of_type(PlanItem))
    if not items:
        return None
    words = words.copy()
    items = _of_plan(words, items, library)
    if not items:
        return None
    return (
        _leads_nothing(words, items, library)
        or _objectives(words, items)
        or _led_by(words, items, library)
        or _field_of_activity(words, items)
    )


def _of_plan(words: Words, items: list[PlanItem], library: Library) -> list[PlanItem]:
    """Keep the items of the plan that the question names by its years or its body."""
    written = re.findall(r"\b(20\d\d)\s*(?:[-–/]|to|and)\s*(20\d\d|\d\d)\b", words.text)
    kept = items
    if written:
        spans = {
            (int(first), int(last) if len(last) == 4 else int(first[:2] + last)) for first, last in written
        }
        kept = [
            item for item in items if _period(item.plan, library.documents[item.document].text[:800]) in spans
        ] or items
        for match in re.finditer(r"\b20\d\d\s*(?:[-–/]|to|and)\s*(?:20\d\d|\d\d)\b", words.text):
            words.take_span(match.start(), match.end())
    stems = set(content(words.words))
    plans: dict[str, set[str]] = {}
    for item in kept:
        metadata = library.documents[item.document].metadata
        plans.setdefault(
            item.document, set(phrase_stems(f"{item.plan} {metadata.title} {metadata.body or ''}"))
        )
    if len(plans) > 1:
        common = set.intersection(*plans.values())
        scores = {document: len((names - common) & stems) for document, names in plans.items()}
        best = max(scores.values())
        if best > 0:
            kept = [item for item in kept if scores[item.document] == best]
            for number, word in enumerate(words.words):
                if any(word.stem in plans[item.document] - common for item in kept[:1]):
                    words.explained.add(number)
    return kept


def _period(plan: str, text: str) -> tuple[int, int] | None:
    match = re.search(r"\b(20\d\d)\s*(?:[-–/]|to)\s*(20\d\d|\d\d)\b", plan) or re.search(
        r"\b(20\d\d)\s*(?:[-–/]|to)\s*(20\d\d|\d\d)\b", text
    )
    if match is None:
        return None
    first, last = match.groups()
    return int(first), int(last) if len(last) == 4 else int(first[:2] + last)


def _objectives(words: Words, items: list[PlanItem]) -> Draft | None:
    words = words.copy()
    wanted = "objective" if words.take(phrases("plan", "objective")) else None
    if wanted is None and words.take(phrases("plan", "activity")):
        wanted = "activity"
    if wanted is None:
        return None
    count = words.take(phrases("count"))
    find_and_take_numbers(words)
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
        )
    )
    if words.left():
        return None
    documents = {item.document for item in items}
    if len(documents) != 1:
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


def find_and_take_numbers(words: Words) -> None:
    """Mark numbers in words or figures ('the four objectives') as explained."""
    for found in find_numbers(words.text):
        words.take_span(found.start, found.end)


_NO_ACTIVITY = re.compile(r"\bleads? (?:no|none of the|not a single) (?:activit|action)", re.IGNORECASE)


def _leads_nothing(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
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


def _led_by(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """'Which activities does X lead?'"""
    words = words.copy()
    if not words.take(phrases("plan", "lead")) or not words.take(phrases("plan", "activity")):
        return None
    parties = named_parties(words, library)
    if len(parties) != 1 or parties[0].party is None:
        return None
    words.take_span(parties[0].start, parties[0].end)
    words.take(phrases("plan"))
    words.take(phrases("count"))
    words.take(("forward", "work", "working", "group"))
    if words.left():
        return None
    led = [item for item in items if item.lead and library.same_party(item.lead, parties[0].party)]
    if not led:
        return None
    texts = [
        f"{item.number} {item.text}".strip() if item.number and item.number not in item.text else item.text
        for item in led
    ]
    name = led[0].lead or parties[0].party
    return answered(
        Claim(
            text=f"{name} leads {len(led)} {'activity' if len(led) == 1 else 'activities'}: {'; '.join(texts)}.",
            quotes=quotes(led),
        )
    )


def _field_of_activity(words: Words, items: list[PlanItem]) -> Draft | None:
    asked, marked = _asked_field(words)
    if asked is None or (asked == "timeline" and words.has(("did", "was", "were"))):
        return None
    number = _NUMBER.search(words.text)
    activities = [item for item in items if item.level == "activity"] or items
    if number is not None:
        chosen = next((item for item in activities if item.number == number.group(1)), None)
        if chosen is None or len([item for item in activities if item.number == number.group(1)]) > 1:
            return None
    else:
        marked.take(phrases("plan"))
        marked.take(
            (
                "forward",
                "work",
                "working",
                "group",
                "carry",
                "carried",
                "out",
                "implement",
                "implemented",
                "set",
                "done",
                "finish",
                "finished",
                "complete",
                "completed",
                "be",
                "keep",
            )
        )
        find_years(marked)
        wanted = content(marked.left())
        if not wanted:
            return None
        chosen = best_match(wanted, activities, lambda item: f"{item.text}", least=0.62)
    if chosen is None:
        return None
    return _tell(chosen, asked)


def find_years(words: Words) -> None:
    """Mark dates of the question as explained."""
    for found in find_dates(words.text):
        words.take_span(found.start, found.end)


def _asked_field(words: Words) -> tuple[str | None, Words]:
    marked = words.copy()
    who = words.has(
        (
            "who",
            "whom",
            "which country",
            "which member",
            "which organisation",
            "which party",
            "whos",
            "which state",
            "which body",
            "which agency",
        )
    )
    if words.has(
        ("partner", "partners", "supporting", "with whom", "together with", "supports", "help", "helps")
    ):
        marked.take(phrases("plan", "partners"))
        marked.take(("who", "are", "is", "of"))
        return "partners", marked
    if words.has(phrases("plan", "indicator")) and not words.has(("by when", "when", "deadline")):
        marked.take(phrases("plan", "indicator"))
        return "indicator", marked
    if who and words.has(phrases("plan", "lead")) and not words.starts_with("by", "when", "until"):
        marked.take(phrases("plan", "lead"))
        marked.take(("country", "member", "organisation", "party", "state", "body", "agency"))
        return "lead", marked
    if words.has(
        (
            "by when",
            "when",
            "deadline",
            "timeline",
            "due",
            "time frame",
            "timeframe",
            "by what date",
            "by which date",
            "due date",
        )
    ):
        marked.take(phrases("plan", "timeline"))
        marked.take(phrases("action", "due"))
        return "timeline", marked
    return None, marked


def _tell(item: PlanItem, asked: str) -> Draft | None:
    name = f"activity {item.number}" if item.number else "the activity"
    described = f"{name} (“{item.text.rstrip('.')}”)"
    if item.number and item.text.startswith(item.number):
        described = f"activity {item.text.rstrip('.')}"
    proof = quotes([item])
    if asked == "lead" and item.lead:
        return answered(Claim(text=f"{item.lead} leads {described}.", quotes=proof))
    if asked == "partners" and item.partners:
        return answered(
            Claim(
                text=f"The partners for {described} are {enumerate_names(list(item.partners))}.", quotes=proof
            )
        )
    if asked == "timeline" and item.timeline:
        return answered(Claim(text=f"The timeline for {described} is: {item.timeline}.", quotes=proof))
    if asked == "indicator" and item.indicator:
        return answered(Claim(text=f"The indicator for {described} is: {item.indicator}.", quotes=proof))
    words = {"lead": "lead", "partners": "partners", "timeline": "timeline", "indicator": "indicator"}
    if all(value is None for value in (item.lead, item.timeline, item.indicator)):
        return None
    return not_stated(f"The plan gives no {words[asked]} for {described}.", proof)
