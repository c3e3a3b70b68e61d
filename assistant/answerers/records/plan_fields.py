"""One field of an activity of a work plan: its lead, partners, time, measure of success or budget."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.matching import best_match
from assistant.answerers.records.plan_changes import lead_change
from assistant.answerers.records.plan_scope import cued, take_dates, take_title, wording
from assistant.answerers.records.wording import answered, enumerate_names, not_stated, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.names.dates import find_dates
from corpus.records.types import PlanItem

_NUMBER = re.compile(
    r"\b(?:(?:activity|action|task|output|measure|item|project)\s+(?P<named>[A-Z]{0,3}[.\- ]?\d{1,2}(?:[.\-]\d{1,2})*|[IVX]{1,4}[.\-]\d{1,2})"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|[A-Z]\d{1,2}|[A-Z]\.\d{1,2}|[IVX]{1,4}\.\d{1,2}))(?![\w.]*\d)",
    re.IGNORECASE,
)
_COVERED = 0.62  # of what is left of the question, by weight
_WIDER = 0.72  # where lead, partners and measure may be named as well
_RANGE = re.compile(r"\s+[–—-]\s+|\s+(?:to|until)\s+")


def field_of_activity(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return what a plan gives for an activity in the field that the question asks for, or None."""
    changed = _after_change(words, items, library)
    if changed is not None:
        return changed
    asked, marked = _asked_field(words)
    if asked is None or any(cued(words, pattern) for pattern in wording()["actual"]["words"]):
        return None
    marked.take(phrases("plan"))
    marked.take(tuple(wording()["fillers"]["phrases"]))
    activities = [item for item in items if item.level == "activity"] or items
    named = _named(words, marked, activities, library)
    chosen = named or _described(marked, activities, asked, library)
    if chosen is None and not content(marked.left()):
        # what is read as the name of a body may be that of the activity as well
        whole = Words(words.text, words.words, marked.explained - words.explained)
        chosen = _described(whole, activities, asked, library)
    if chosen is None:
        return None
    if named is None and asked in ("start", "end", "timeline") and chosen.timeline is None:
        return None  # another paper may give the time of what goes by that name
    draft = _tell(chosen, asked)
    if asked == "lead" and draft is not None and not cued(words, wording()["changed"]["own"]):
        later = lead_change(chosen, library)
        if later is not None:
            plan = Claim(text=f"In the plan, {draft.claims[0].text}", quotes=draft.claims[0].quotes)
            return answered(plan, later.claim())
    return draft


def _after_change(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """'Who leads B2 now?', 'Who took over the fences?': the lead to whom a later paper passed an activity."""
    cues = cued(words, wording()["changed"]["after"])
    if not cues or not re.match(
        r"\W*(?:(?:to\s+)?whom|who|(?:to\s+)?which|what)\b", words.text, re.IGNORECASE
    ):
        return None
    asked, marked = _asked_field(words)
    if asked not in (None, "lead"):
        return None
    marked = marked.copy()
    marked.explained |= cues
    marked.take(phrases("plan"))
    marked.take(tuple(wording()["fillers"]["phrases"]))
    marked.take(tuple(wording()["changed"]["when"]))
    chosen = activity_in(words, marked, items, library)
    later = lead_change(chosen, library) if chosen is not None else None
    return answered(later.claim()) if later is not None else None


def _asked_field(words: Words) -> tuple[str | None, Words]:
    timed = words.starts_with("by", "when", "until")
    for field, patterns in wording()["fields"].items():
        if timed and field not in ("start", "end", "timeline"):
            continue
        for pattern in patterns:
            cue = cued(words, pattern)
            if cue:
                marked = words.copy()
                marked.explained |= cue
                return field, marked
    return None, words


def _named(words: Words, marked: Words, activities: Sequence[PlanItem], library: Library) -> PlanItem | None:
    """The activity whose number the question gives; what else it says must fit."""
    number = _NUMBER.search(words.text)
    if number is None:
        return None
    label = _label(number["named"] or number["dotted"])
    found = [item for item in activities if item.number and _label(item.number) == label]
    if len(found) != 1:
        return None
    marked = marked.copy()
    marked.take_span(*number.span())
    take_dates(marked)
    take_title(marked, found, library)
    left = content(marked.left())
    fits = set(phrase_stems(_whole(found[0])))
    return found[0] if sum(stem in fits for stem in left) * 2 >= len(left) else None


def activity_in(words: Words, marked: Words, items: Sequence[PlanItem], library: Library) -> PlanItem | None:
    """Return the activity that a question names or describes with what is left of it in `marked`, or None."""
    activities = [item for item in items if item.level == "activity"]
    return _named(words, marked, activities, library) or _described(marked, activities, "lead", library)


def _label(number: str) -> str:
    return re.sub(r"[\s.\-]", "", number).upper()


def _described(
    marked: Words, activities: Sequence[PlanItem], asked: str, library: Library
) -> PlanItem | None:
    """The activity that the question describes in its own words."""
    take_dates(marked)
    wanted = content(marked.left())
    if not wanted:
        return None
    chosen = best_match(wanted, activities, lambda item: item.text, least=_COVERED)
    if chosen is None:
        take_title(marked, activities, library)
        wanted = content(marked.left())
        if len(wanted) < 2:
            return None
        chosen = best_match(wanted, activities, lambda item: _whole(item, asked), least=_WIDER)
    return chosen


def _whole(item: PlanItem, but: str = "") -> str:
    fields = {
        "lead": item.lead,
        "partners": " ".join(item.partners),
        "indicator": item.indicator,
        "timeline": item.timeline,
    }
    return " ".join([item.text, *(value or "" for field, value in fields.items() if field != but)])


def described(item: PlanItem) -> str:
    """Return how an activity is called in an answer: 'activity 1.3 (“Gauges at nine bridges”)'."""
    if item.number and item.text.startswith(item.number):
        return f"activity {item.text.rstrip('.')}"
    name = f"activity {item.number}" if item.number else "the activity"
    return f"{name} (“{item.text.rstrip('.')}”)"


def _tell(item: PlanItem, asked: str) -> Draft | None:
    name = described(item)
    proof = quotes([item])
    if asked == "lead" and item.lead:
        several = ";" in item.lead
        text = f"{item.lead.replace(';', ' and')} {'lead' if several else 'leads'} {name}."
        return answered(Claim(text=text, quotes=proof))
    if asked == "partners" and item.partners:
        names = enumerate_names(list(item.partners))
        return answered(Claim(text=f"The partners for {name} are {names}.", quotes=proof))
    if asked == "indicator" and item.indicator:
        return answered(Claim(text=f"The indicator for {name} is: {item.indicator}.", quotes=proof))
    if asked == "budget" and item.budget:
        # the unit may be told elsewhere than in the row
        proof = tuple(Quote(document=item.document, span=span) for span in item.evidence)
        return answered(Claim(text=f"The budget of {name} is {item.budget}.", quotes=proof))
    if asked in ("start", "end", "timeline"):
        return _time(item, asked, name)
    if asked == "budget" or all(value is None for value in (item.lead, item.timeline, item.indicator)):
        return None
    words = {"lead": "lead", "partners": "partners", "indicator": "indicator"}
    return not_stated(f"The plan gives no {words[asked]} for {name}.", proof)


def _time(item: PlanItem, asked: str, name: str) -> Draft | None:
    proof = quotes([item])
    if item.timeline is None:
        if all(value is None for value in (item.lead, item.indicator)):
            return None
        return not_stated(f"The plan gives no timeline for {name}.", proof)
    one = _edge(item, asked)
    if one is not None:
        return answered(Claim(text=f"The {asked} of {name} is set for {one}.", quotes=proof))
    return answered(Claim(text=f"The timeline for {name} is: {item.timeline}.", quotes=proof))


def _edge(item: PlanItem, asked: str) -> str | None:
    """The beginning or end of an activity, where the plan gives both: 'Trial 1 May 2023 – 30 June 2024'."""
    if asked == "timeline":
        return None
    own = item.start if asked == "start" else item.end
    if own:
        return own
    sides = _RANGE.split(item.timeline or "")
    if len(sides) != 2 or not all(len(find_dates(side)) == 1 for side in sides):
        return None
    side = sides[0] if asked == "start" else sides[1]
    date = find_dates(side)[0]
    return side[date.start : date.end]
