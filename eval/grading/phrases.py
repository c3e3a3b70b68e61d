"""Grades an answer whose gold answer is one thing: a name, a post, a place, a date, a phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.names.parties import find_parties
from corpus.names.people import find_people
from eval.grading.denial import asks_for_missing
from eval.grading.names import beyond_dates, names
from eval.grading.verdict import Grade, right, wrong
from eval.wording import content_words, dates_of, plain, same_date, says

_PLURAL = re.compile(r"\b(?:who were|which \w+s\b(?<!ss)|whom were|both|list|name the)\b", re.I)
_WHERE = re.compile(r"\bwhere\b|\bplace\b|\bcity\b|\btown\b|\bvenue\b", re.I)
_CAPACITY = re.compile(r"\b(?:capacity|role|status)\b|\b(?:member|observer) or\b", re.I)
_WHEN = re.compile(r"\bwhen\b|\bdates?\b|\bday\b", re.I)


def grade_phrase(question: str, wordings: Sequence[str], text: str) -> Grade:
    """Grade an answer against the wordings of one gold answer, the gold wording first."""
    text = plain(text)
    negated = asks_for_missing(question)
    gold_dates = dates_of(wordings[0])
    if gold_dates and _WHEN.search(question):
        return _dated(question, wordings, text)
    if _CAPACITY.search(question):  # of several parties at once: 'they attended as observers'
        wordings = [*wordings, *(f"{one}s" for one in wordings if re.fullmatch(r"[a-z]+[^s]", one))]
    for wording in wordings:
        if names(text, wording, negated=negated):
            extra = None if negated else _beside(question, wordings, text)
            if extra:
                return wrong(f"it also names {extra}")
            return right(f"it says '{wording}'")
    if any(says(text, wording) for wording in wordings):
        return wrong("it denies the gold answer")
    return wrong("it does not say the gold answer")


def _dated(question: str, wordings: Sequence[str], text: str) -> Grade:
    said = dates_of(text)
    forms = [dates for dates in map(dates_of, wordings) if dates]
    if not any(all(any(same_date(one, gold) for one in said) for gold in dates) for dates in forms):
        plain_words = [one for one in wordings if not dates_of(one) and names(text, one)]
        if plain_words and not said:
            return right(f"it says '{plain_words[0]}'")
        return wrong("the dates differ" if said else "it gives no date")
    if not any(names(text, one) for one in wordings if dates_of(one)) and _denies_dates(text):
        return wrong("it denies the date")
    rest = beyond_dates(wordings[0])
    if _WHERE.search(question) and _WHEN.search(question) and rest and not names(text, rest):
        return wrong(f"the date is right, but it does not say '{rest}'")
    if re.search(r"\bnot\s+(?:on|in|from|held)?\s*(?:the\s+)?\d", text, re.I) or _other_instead(forms, text):
        return wrong("it denies the date")
    return right("the dates agree")


def _denies_dates(text: str) -> bool:
    return bool(re.search(r"\b(?:not|never)\b", text, re.I)) and not re.search(
        r"\b(?:not only|not stated)\b", text, re.I
    )


def _other_instead(forms: Sequence[Sequence[object]], text: str) -> bool:
    """Whether the text sets another date in place of the one it mentions ('moved from … to …')."""
    del forms
    return bool(re.search(r"\b(?:instead of|rather than)\b[^.;]*\d", text, re.I))


def _beside(question: str, wordings: Sequence[str], text: str) -> str | None:
    """Return a second name joined to the gold one ('Kenya and Malawi') where one was asked for."""
    if _PLURAL.search(question) or len(wordings[0].split()) > 5 or not wordings[0][:1].isupper():
        return None
    for wording in sorted(wordings, key=len, reverse=True):
        place = re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", text)
        if place is None:
            continue
        after = re.match(
            r"\s+(?:and|or)\s+(?:the\s+|(?:Mr|Ms|Mrs|Dr)\.?\s+)?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)",
            text[place.end() :],
        )
        before = re.search(
            r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*),?\s+(?:and|or)\s+(?:the\s+|(?:Mr|Ms|Mrs|Dr)\.?\s+)?$",
            text[: place.start()],
        )
        for match in (after, before):
            if match and not _known(match.group(1), question, wordings):
                return match.group(1)
        listed = re.match(r"(?:, [^,.;()]{2,40})*,? and [^,.;()]{2,40}", text[place.end() :])
        if listed:
            found = [party.party.name for party in find_parties(listed.group()) if not party.demonym]
            found += [person.name for person in find_people(listed.group())]
            for name in found:
                if not _known(name, question, wordings) and not _described(listed.group()):
                    return name
    return None


def _described(listed: str) -> bool:
    """Whether what follows a name is its post ('Director of …'), not a list."""
    return bool(
        re.search(r"\b(?:of|for|to|Secretary|Director|Minister|Head|Officer|Ministry|Department)\b", listed)
    )


def _known(name: str, question: str, wordings: Sequence[str]) -> bool:
    own = set(content_words(" ".join(wordings))) | set(content_words(question))
    return set(content_words(name)) <= own
