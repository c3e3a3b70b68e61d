"""Numbers in a unit: how many, what share, how much money."""

from __future__ import annotations

import re

from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.rows import cell_at
from assistant.answerers.reading.terms import meanings, phrase_stems, tokens, word_stem
from assistant.answerers.reading.trimming import nearest, same_clause
from assistant.answerers.reading.units import Unit
from assistant.answerers.reading.values import said
from corpus.names.dates import find_dates
from corpus.names.numbers import FoundNumber, find_numbers

_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP|AUD|NZD|CHF|JPY)\b)\s?\d[\d,.]*(?:\s(?:million|billion|thousand))?"
    r"|\d[\d,.]*(?:\s(?:million|billion|thousand))?\s(?:[A-Z][a-z]+ ){0,2}(?:euros?|dollars?|pounds?"
    r"|francs?|yen|yuan|rupees?|rupiah|baht|pesos?|taka|won|dinars?|rand|shillings?|kroner|kronor|zloty"
    r"|USD|EUR|GBP|AUD)\b"
)
_MONEY_ASKED = re.compile(
    r"\b(?:money|budget|costs?|funds?|funding|euros?|dollars?|price|amount|pay|pays|paid|payed|contribut\w*|donat\w*|spen[dt]\w*)\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"[$€£¥]|\b(?:USD|EUR|GBP|AUD|NZD|CHF|JPY|euros?|dollars?|pounds?|francs?|budget|amount|contribution|cost)\b",
    re.IGNORECASE,
)
_CURRENCY_NOUN = re.compile(r"\b(?:euros?|dollars?|pounds?|francs?|money)\b", re.IGNORECASE)
_FIGURE_CELL = re.compile(r"\W*\d[\d,. ]*(?: (?:million|thousand|billion))?\W*$")
# What no sentence states as such: it has to be worked out from two figures.
_COMPUTED = re.compile(
    r"\b(?:short of|by how (?:many|much)\b.{3,60}\b(?:miss|grow|grew|rise|rose|fall|fell|increase"
    r"|decrease|improve|exceed|drop|late)|(?:many|\w+) fewer than|still lack|how many (?:more|fewer"
    r"|less)|difference between|(?:years?|months?|days?|weeks?) (?:passed|lie|lay|elapsed)"
    r"|how (?:long|much time|much later) .*between the .+ and (?:the|its)|miss(?:ed)? the target)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:did|was|were|had|has|have|took|attended|joined|came)\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:indicators?|targets?|measures? of success|yardsticks?|goals?|outputs?|milestones?)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"[^,;:()]{0,30}\((?P<figure>\d[\d,.]*)(?: [a-z]+){0,2}\)")
_ENTRY_NOUN = 0.3  # how well the noun that is counted must be met
_SHARE_ASKED = re.compile(r"\b(?:percentage|share|proportion|per cent|what part of)\b", re.IGNORECASE)
_PART_ASKED = re.compile(r"\bhow much of\b", re.IGNORECASE)
_COUNTED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_SHARE = re.compile(
    rf"\d+(?:\.\d+)?\s?(?:%|per cent|percent)|\b{_COUNTED}(?:[- ]{_COUNTED})? (?:per cent|percent)\b"
    rf"|\b(?:an?|{_COUNTED})[- ](?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?= of|[,.;)]|$)"
    r"|\bhalf (?:of )?(?:the|its|their|all)\b"
    rf"|\b{_COUNTED}\b[^.]{{0,20}}\b(?:in|out of) (?:every )?{_COUNTED}\b",
    re.IGNORECASE,
)
_ALL_TOLD = re.compile(
    r"\b(?:included|including|counting|in all|altogether|in total|overall|all told)\b", re.IGNORECASE
)
_GAPPED = 2  # '61 people attended the session and 118 the open day': noun and verb
_CLAUSE_ENDS = re.compile(r"[;,.:()]\s+|\s+and\s+|$")
_PREDICATE = re.compile(
    r"\s+(?:(?:were|was|are|is|had|have|has|came|went|by|on|in|at|online)\b|\w+ed\b|of (?:them|these|those)\b)"
)


def count_in(case: Case) -> Found | None:
    """Find the number that answers 'how many': one that counts the noun asked for."""
    unit, asked = case.unit, case.asked
    if _SHARE_ASKED.search(asked.text):
        shares = [(match.start(), match.end()) for match in _SHARE.finditer(unit.text)]
        return said(case, shares, 1.0, "share") if shares else None
    if _MONEY_ASKED.search(asked.text) and re.search(
        r"\bhow much|\bbudget|\bcost|\bto (?:what|which) amount", asked.text, re.IGNORECASE
    ):
        money = [(match.start(), match.end()) for match in _MONEY.finditer(unit.text)]
        if _PART_ASKED.search(asked.text):
            money += [(match.start(), match.end()) for match in _SHARE.finditer(unit.text)]
        money += _in_money_column(unit)
        return said(case, money, 1.0, "money") if money else None
    if _COMPUTED.search(asked.text):
        return None
    if (entry := _entry(case)) is not None:
        return entry
    numbers = [one for one in figures(unit.text, asked.text) if not _labels(unit.text, one)]
    if re.search(r"\b(?:what|which) (?:total )?(?:figure|number|amount)\b", asked.text, re.IGNORECASE):
        after = [one for one in numbers if re.search(r"\bto\s+(?:about |some )?$", unit.text[: one.start])]
        return (
            said(case, [(one.start, one.end) for one in after or numbers], 0.9, "figure") if numbers else None
        )
    if _CURRENCY_NOUN.search(asked.noun or "") and (money := _in_money_column(unit)):
        found = said(case, money, 1.0, "money")
        if found is not None:  # the currency stands in the column's name
            found.waived = frozenset(term.word for term in case.terms if term.noun)
        return found
    counted = [one for one in numbers if _counts(case, one) and not _target(case, one)]
    if not counted:
        counted = _elliptic(case, numbers)
    if not counted:
        return None
    counted = [one for one in counted + numbers if _part_of(case, one)] or _of_clause(case, counted, numbers)
    spot = nearest(case, [(one.start, one.end) for one in counted])
    return said(case, [spot], same_clause(case, spot), "count")


def figures(text: str, question: str) -> list[FoundNumber]:
    """Return the numbers of a text that are not in the question and no part of a date."""
    known = {one.value for one in find_numbers(question)}
    dated = [(one.start, one.end) for one in find_dates(text)]
    return [
        one
        for one in find_numbers(text)
        if one.value not in known and not any(start <= one.start < end for start, end in dated)
    ]


def _in_money_column(unit: Unit) -> list[tuple[int, int]]:
    """Return where a row has a bare figure in a column whose name bears a currency or speaks of money."""
    if unit.row is None or unit.table is None:
        return []
    return [
        (cell.start - unit.start, cell.end - unit.start)
        for number, cell in enumerate(unit.row.cells)
        if number < len(unit.table.header)
        and _CURRENCY.search(unit.table.header[number])
        and _FIGURE_CELL.match(cell.text)
    ]


_NO_NOUN = re.compile(
    r"\s+(?:(?:were|was|are|is|had|have|has|came|went|by|on|in|at|online|the|from|for|physically|remotely)\b|\w+ed\b|of (?:them|these|those|whom)\b)"
)


def _elliptic(case: Case, numbers: list[FoundNumber]) -> list[FoundNumber]:
    """Find figures whose noun stands earlier: 'Of the ferries inspected, six were in order and two were not.'"""
    nouns = [
        case.unit.words[place].start
        for term in case.terms
        if term.noun
        for key in (term.stem, *term.also)
        for place in case.unit.stems.get(key, ())
    ]
    return [
        one
        for one in numbers
        if any(place < one.start for place in nouns)
        and _PREDICATE.match(case.unit.text, one.end)
        and _borne(case, one)
    ]


def _borne(case: Case, one: FoundNumber, gapped: int = 0) -> float:
    """Return the weight of the question's words, but for the noun and the scope, in the clause after a figure.

    The first `gapped` words after the figure do not count: they hold for the next figure as well.
    """
    end = _CLAUSE_ENDS.search(case.unit.text, one.end)
    stop = end.start() if end else len(case.unit.text)
    after = [number for number, word in enumerate(case.unit.words) if one.end <= word.start < stop]
    within = frozenset(after[gapped:])
    return sum(
        term.weight
        for term in case.terms
        if not (term.noun or term.scope)
        and any(place in within for key in (term.stem, *term.also) for place in case.unit.stems.get(key, ()))
    )


def _of_clause(case: Case, counted: list[FoundNumber], numbers: list[FoundNumber]) -> list[FoundNumber]:
    """Prefer the figure whose own clause bears what is asked: 'seven are done and three are late' has three late."""
    if _ALL_TOLD.search(case.asked.text):
        return counted
    shares = {one: _borne(case, one) for one in numbers}
    most = max(_borne(case, one, _GAPPED) for one in counted)
    better = [
        one
        for one in numbers
        if shares[one] > most and one.start > counted[0].start and _NO_NOUN.match(case.unit.text, one.end)
    ]
    return better or counted


def _entry(case: Case) -> Found | None:
    """Find the figure in brackets behind the name asked about: 'Chad (3 delegates), Niger (4), Togo (2)'."""
    if case.cover.noun < _ENTRY_NOUN or len(_ENTRY.findall(case.unit.text)) < 2:
        return None
    for term in case.terms:
        if term.party is None and not term.word[:1].isupper():
            continue
        for number in case.unit.stems.get(term.stem, []) or [
            place for name in term.also for place in case.unit.stems.get(name, [])
        ]:
            entry = _ENTRY.match(case.unit.text, case.unit.words[number].end)
            if entry is not None:
                name = case.unit.text[case.unit.words[number].start : case.unit.words[number].end]
                return Found([case.claim(f"{name} ({entry['figure']}).")], 1.0, "entry")
    return None


def _labels(text: str, number: FoundNumber) -> bool:
    """Whether a figure is a label ('item 7', 'Activity 2', '(a)', '5/1') and counts nothing."""
    if not text[number.start].isdigit():
        return False
    return bool(
        re.search(
            r"(?:\b(?:items?|activity|objective|paragraph|paras?|page|decision|annex|section|article"
            r"|ap|no)\.?\s|[/#§])$",
            text[: number.start],
            re.IGNORECASE,
        )
        or re.match(r"[/.]\d", text[number.end : number.end + 2])
        or re.match(r":\d\d", text[number.end : number.end + 3])
        or re.search(r"\d:$", text[: number.start])
        or (number.start < 4 and re.match(r"[.)]\s", text[number.end : number.end + 2]))
    )


def _counts(case: Case, number: FoundNumber) -> bool:
    """Whether a number stands with the noun asked for: '58 persons', 'its members to six', 'Members (11)'."""
    if case.asked.noun is None:
        return True
    nouns = [term for term in case.terms if term.noun]
    head = word_stem(case.asked.noun.split()[-1])
    keys = {head, *phrase_stems().get(head, ())} | ({nouns[-1].stem, *nouns[-1].also} if nouns else set())
    text = case.unit.text
    after = re.split(
        r"[.;:()]|, (?!and\b)|\b(?:in|of whom|with|from|for|at|were|was|are|is|and)\b",
        text[number.end : number.end + 90],
        maxsplit=1,
    )[0]
    before = text[max(0, number.start - 60) : number.start]
    after_stems = [token.stem for token in tokens(after)][:6]
    if _matches(after_stems, keys, case):
        return True
    partitive = re.match(
        r"\s+(?:out )?of (?:the |its |their )?(?:\w+ ){0,2}(?P<noun>[\w-]+(?: [\w-]+){0,2})",
        text[number.end : number.end + 60],
    )
    if partitive and _matches([token.stem for token in tokens(partitive["noun"])], keys, case):
        return True
    tail = re.search(
        r"(?P<noun>[\w’' -]+?)(?:\s+(?:to|is|was|were|are|at|of|now)|:|\s*\()\s*(?:about |some |over )?$",
        before,
    )
    return bool(tail and _matches([token.stem for token in tokens(tail["noun"])][-4:], keys, case))


def _target(case: Case, number: FoundNumber) -> bool:
    """Whether a figure is what a plan aims at, where the question asks for what has come about."""
    unit = case.unit
    if unit.row is None or unit.table is None or not _DONE.search(case.asked.text):
        return False
    column = cell_at(unit, number.start)
    return column < len(unit.table.header) and bool(_AIMED.search(unit.table.header[column]))


def _part_of(case: Case, number: FoundNumber) -> bool:
    """Whether a figure counts the part asked for: 'false alerts' in '17 alerts, of which 4 proved to be false'."""
    modifiers = {word_stem(word) for word in (case.asked.noun or "").split()[:-1]}
    if not modifiers or not re.search(
        r"\b(?:of|among) (?:which|whom|them|these)(?: only)?\s+$",
        case.unit.text[: number.start],
        re.IGNORECASE,
    ):
        return False
    after = re.split(r"[.;,]", case.unit.text[number.end : number.end + 60], maxsplit=1)[0]
    return bool(modifiers & {token.stem for token in tokens(after)})


def _matches(stems: list[str], keys: set[str], case: Case) -> bool:

    present = set(stems)
    for names, _ in meanings(stems, {}).values():
        present.update(names)
    return bool(present & keys)
