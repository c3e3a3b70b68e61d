"""Whether a text names something: a party under any of its names, a date in any form, a phrase."""

from __future__ import annotations

import re

from corpus.names.parties import find_parties
from eval.grading.denial import asserts, clauses, denied_in
from eval.wording import content_words, covers, dates_of, normal, party_of, plain, same_date, says

_HONORIFIC = r"(?:mr|mrs|ms|miss|dr|prof|professor|ambassador|minister|sir|dame|h e|he)"


def names(text: str, wording: str, *, negated: bool = False) -> bool:
    """Whether the text names the wording and does not deny it; `negated` questions ask for what is denied."""
    if not normal(wording):
        return False
    party = party_of(wording)
    if party is not None:
        return _names_party(text, wording, party, negated)
    gold_dates = dates_of(wording)
    if gold_dates and not content_words(_without_dates(wording)):
        said = dates_of(text)
        return all(any(same_date(one, gold) for one in said) for gold in gold_dates)
    if says(text, wording):
        return negated or asserts(text, wording)
    return _surname(text, wording) or covers_clause(text, wording, negated=negated)


def covers_clause(text: str, wording: str, *, negated: bool = False) -> bool:
    """Whether the text has the wording in other words, and not under a denial that the wording lacks."""
    if not covers(text, wording):
        return False
    if negated or _denials(wording):
        return True
    best = max(
        clauses(text) or [text], key=lambda one: len(set(content_words(one)) & set(content_words(wording)))
    )
    return not _denials(best)


def _denials(text: str) -> int:
    return len(re.findall(r"\b(?:not|never|no|none|without|cannot)\b(?! only| later)", normal(text)))


def _names_party(text: str, wording: str, party: str, negated: bool) -> bool:
    for clause in clauses(text):
        for found in find_parties(clause):
            if found.demonym or found.party.name != party:
                continue
            if negated or not denied_in(clause, clause[found.start : found.end]):
                return True
    # An acronym or a name that the table of parties does not find in running text.
    inside = [
        found for found in find_parties(plain(text)) if says(plain(text)[found.start : found.end], wording)
    ]
    return not inside and says(text, wording) and (negated or asserts(text, wording))


def _surname(text: str, wording: str) -> bool:
    """'Ms Okoro' for 'Adaeze Okoro'."""
    words = normal(wording).split()
    if not 2 <= len(words) <= 4 or not all(part[:1].isupper() for part in wording.split() if len(part) > 3):
        return False
    if find_parties(wording):
        return False
    return bool(re.search(rf"\b{_HONORIFIC} {re.escape(words[-1])}\b", normal(text)))


def _without_dates(text: str) -> str:
    from corpus.names.dates import find_dates

    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def beyond_dates(wording: str) -> str:
    """Return what a wording says beside its dates and brackets: of '16 May 2018, Bangkok' it is 'Bangkok'."""
    return " ".join(re.findall(r"[\w'’-]+", re.sub(r"\([^)]*\)", " ", _without_dates(wording))))
