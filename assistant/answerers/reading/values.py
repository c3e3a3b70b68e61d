"""Dates, places, numbers and spans of time in a unit."""

from __future__ import annotations

import re
from datetime import date

from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.rows import cell_at, label, rendered
from assistant.answerers.reading.spans import sentence
from assistant.answerers.reading.terms import meanings, phrase_stems, tokens, word_stem
from assistant.answerers.reading.trimming import nearest, pronoun_spans, same_clause, trimmed
from assistant.answerers.reading.units import Unit
from corpus.document import DateRange, Precision
from corpus.names.dates import Found as FoundDate
from corpus.names.dates import find_dates, format_range
from corpus.names.numbers import FoundNumber, find_numbers, find_ordinals

_DUE = re.compile(
    r"\b(?:by|due|until|till|before|no[tr]? later than|deadline|at the latest|expires?)\b", re.IGNORECASE
)
_DATED_LINE = re.compile(
    r"(?:^|[-–*•.|]\s*)\**(?:dates?|when|held|format|time|date and \w+)\b[^:\n]{0,20}:|^[^.;]{0,80}$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:most likely|probably|presumably|by inference|by sequence|it is thought)\b", re.IGNORECASE
)
_PLANNED_COLUMN = re.compile(
    r"\b(?:deadline|timeline|due|target|timeframe|time frame|schedule|by|until|at the latest|when)\b", re.IGNORECASE
)
_AHEAD = re.compile(r"\bwhen (?:will|do|should|shall)\b|\bplanned\b|\bexpected\b|\bis to\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|extended|extension|until|instead|new|resched\w+|changed|delay\w*|later|put off)\b",
    re.IGNORECASE,
)
_DUE_ASKED = re.compile(r"\b(?:by (?:when|what|which)|due|deadline|until when|no later)\b", re.IGNORECASE)
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
_SPAN_OF_TIME = re.compile(
    r"\b(?:\w+(?:-\w+)?|\d+)(?: and a half)?[ -](?:(?:working|calendar|business|consecutive|full|more|further) )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|\bfor the (?:period|years?)\b",
    re.IGNORECASE,
)


def date_in(case: Case) -> Found | None:
    """Find the date that answers 'when': in the unit, or in the heading over it."""
    unit, asked = case.unit, case.asked
    dates = case.reading.document.metadata.dates
    year = dates.start.year if dates and dates.start.year == dates.end.year else None
    known = [found.range for found in find_dates(asked.text)]
    found = [one for one in find_dates(unit.text, year) if one.range not in known]
    year_wanted = bool(re.search(r"\byears?\b", asked.text, re.IGNORECASE))
    if not found and year_wanted:
        found = _years(unit.text, asked.text)
    if found:
        fits = {(one.start, one.end): _date_fit(case, one, year_wanted) for one in found}
        fit = max(fits.values())
        if (
            _DUE_ASKED.search(asked.text)
            and not _DUE.search(unit.text)
            and not any("@due" in (head,) for head in unit.lead)
        ):
            fit *= 0.75
        if not case.cover.inside and not unit.pronoun and not _DATED_LINE.search(unit.text):
            fit *= 0.5  # the sentence has nothing of the question: its date is of something else
        spot = nearest(case, [spot for spot, value in fits.items() if value >= fit - 0.05])
        fit *= same_clause(case, spot)
        if unit.row is not None:
            return Found([case.claim(rendered(unit, [cell_at(unit, spot[0])]))], fit, "date in row")
        text = trimmed(case, spot)
        end = re.search(
            r"\buntil (?:when|what|which)|\b(?:end|expire|close|finish|run until)\b",
            asked.text,
            re.IGNORECASE,
        )
        one = next(each for each in found if (each.start, each.end) == spot)
        if len(found) > 1 or (end and one.range.start != one.range.end):
            last = DateRange(start=one.range.end, end=one.range.end, precision=one.range.precision)
            text = f"{format_range(last if end else one.range)}: {text}"
        return Found([case.claim(text, *pronoun_spans(case))], fit, "date")
    if unit.heading_span is not None and case.cover.own > 0.3:
        text = case.reading.document.text[unit.heading_span.start : unit.heading_span.end]
        if any(term.ordinal is not None and _other_occasion(text, term) for term in case.terms):
            return None
        headed = [
            one
            for one in find_dates(text, year)
            if one.range not in known and one.range.precision is Precision.DAY
        ]
        if headed:
            claims = [case.claim(sentence(text), unit.heading_span), case.claim(trimmed(case))]
            return Found(claims, 0.8, "date in heading")
    return None


def _other_occasion(heading: str, term: Term) -> bool:
    """Whether a heading is about another meeting of the sort asked about."""
    stems = {token.stem for token in tokens(heading)}
    numbers = {one.value for one in find_ordinals(heading)}
    return term.stem in stems and bool(numbers) and term.ordinal not in numbers


def _date_fit(case: Case, one: FoundDate, year_wanted: bool) -> float:
    """Say how well a date answers: to the day is best; a term set beforehand is not what came about."""
    fit = {Precision.DAY: 1.0, Precision.MONTH: 0.8, Precision.YEAR: 0.74}[one.range.precision]
    if _HEDGED.search(case.unit.text):
        fit *= 0.5
    if year_wanted:
        fit = 1.0
    elif one.range.precision is Precision.YEAR and _exact(case.asked.text):
        fit = 0.5
    if re.search(r"\bnew (?:date|deadline|time)\b", case.asked.text, re.IGNORECASE) and not _MOVED.search(
        case.unit.text
    ):
        fit *= 0.7
    if case.unit.row is not None and case.unit.table is not None:
        column = cell_at(case.unit, one.start)
        header = case.unit.table.header[column] if column < len(case.unit.table.header) else ""
        planned_column = bool(_PLANNED_COLUMN.search(header))
        if column in label(case.unit)[1] and len(case.unit.row.cells) > 2:
            fit *= 0.7  # the date belongs to the name of the row
    else:
        planned_column = False
    asked_due = bool(_DUE_ASKED.search(case.asked.text))
    if planned_column and asked_due:
        return 1.0
    if asked_due and case.unit.row is not None:
        fit *= 0.8
    planned = bool(
        re.search(
            r"\b(?:by|before|until|till|not later than|no later than|due on|due by)\s+(?:the end of )?$"
            r"|\b(?:due|deadline|timeline|target)\W+$",
            case.unit.text[: one.start],
            re.IGNORECASE,
        )
    )
    if (planned or planned_column) and not asked_due and not _AHEAD.search(case.asked.text):
        fit *= 0.75
    return fit


def _exact(question: str) -> bool:
    return bool(re.search(r"\b(?:date|day)\b", question, re.IGNORECASE))


def _years(text: str, question: str) -> list[FoundDate]:
    return [
        FoundDate(
            match.start(),
            match.end(),
            DateRange(
                start=date(int(match[0]), 1, 1), end=date(int(match[0]), 12, 31), precision=Precision.YEAR
            ),
        )
        for match in re.finditer(r"\b(?:19|20)\d\d\b", text)
        if match[0] not in question
    ]


def count_in(case: Case) -> Found | None:
    """Find the number that answers 'how many': one that counts the noun asked for."""
    unit, asked = case.unit, case.asked
    if _SHARE_ASKED.search(asked.text):
        shares = [(match.start(), match.end()) for match in _SHARE.finditer(unit.text)]
        return _said(case, shares, 1.0, "share") if shares else None
    if _MONEY_ASKED.search(asked.text) and re.search(
        r"\bhow much|\bbudget|\bcost|\bto (?:what|which) amount", asked.text, re.IGNORECASE
    ):
        money = [(match.start(), match.end()) for match in _MONEY.finditer(unit.text)]
        if _PART_ASKED.search(asked.text):
            money += [(match.start(), match.end()) for match in _SHARE.finditer(unit.text)]
        money += _in_money_column(unit)
        return _said(case, money, 1.0, "money") if money else None
    if _COMPUTED.search(asked.text):
        return None
    if (entry := _entry(case)) is not None:
        return entry
    in_question = {one.value for one in find_numbers(asked.text)}
    dated = [(one.start, one.end) for one in find_dates(unit.text)]
    numbers = [
        one
        for one in find_numbers(unit.text)
        if one.value not in in_question
        and not any(start <= one.start < end for start, end in dated)
        and not _labels(unit.text, one)
    ]
    if re.search(r"\b(?:what|which) (?:total )?(?:figure|number|amount)\b", asked.text, re.IGNORECASE):
        after = [one for one in numbers if re.search(r"\bto\s+(?:about |some )?$", unit.text[: one.start])]
        return (
            _said(case, [(one.start, one.end) for one in after or numbers], 0.9, "figure")
            if numbers
            else None
        )
    if _CURRENCY_NOUN.search(asked.noun or "") and (money := _in_money_column(unit)):
        return _said(case, money, 1.0, "money")
    counted = [one for one in numbers if _counts(case, one) and not _target(case, one)]
    if not counted:
        counted = _elliptic(case, numbers)
    if not counted:
        return None
    counted = [one for one in counted + numbers if _part_of(case, one)] or _of_clause(case, counted, numbers)
    spot = nearest(case, [(one.start, one.end) for one in counted])
    return _said(case, [spot], same_clause(case, spot), "count")


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


_CLAUSE_ENDS = re.compile(r"[;,.:()]\s+|\s+and\s+|$")


_PREDICATE = re.compile(
    r"\s+(?:(?:were|was|are|is|had|have|has|came|went|by|on|in|at|online)\b|\w+ed\b|of (?:them|these|those)\b)"
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


def _borne(case: Case, one: FoundNumber) -> int:
    """Return how many of the question's words, but for the noun and the scope, the clause after a figure bears."""
    end = _CLAUSE_ENDS.search(case.unit.text, one.end)
    stop = end.start() if end else len(case.unit.text)
    within = {number for number, word in enumerate(case.unit.words) if one.end <= word.start < stop}
    return sum(
        any(place in within for key in (term.stem, *term.also) for place in case.unit.stems.get(key, ()))
        for term in case.terms
        if not (term.noun or term.scope)
    )


def _of_clause(case: Case, counted: list[FoundNumber], numbers: list[FoundNumber]) -> list[FoundNumber]:
    """Prefer the figure whose own clause bears what is asked: 'seven are done and three are late' has three late."""
    shares = {one: _borne(case, one) for one in numbers}
    if any(shares[one] for one in counted):
        return counted
    elliptic = [one for one in numbers if shares[one] and one.start > counted[0].start]
    return elliptic or counted


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


def _said(case: Case, spots: list[tuple[int, int]], fit: float, note: str) -> Found | None:
    if not spots:
        return None
    spot = nearest(case, spots)
    if case.unit.row is not None:
        return Found([case.claim(rendered(case.unit, [cell_at(case.unit, spot[0])]))], fit, note)
    text = trimmed(case, spot)
    written = case.unit.text[spot[0] : spot[1]]
    value = next((one.value for one in find_numbers(written)), None)
    if note == "count" and value is not None and len(find_numbers(text)) > 1:
        text = f"{value}: {text}"  # of several figures, the one that was asked for comes first
    elif value is not None and (written.isalpha() or "-" in written):
        # 'Seventy-four persons' → 'Seventy-four (74) persons'
        text = re.sub(
            rf"\b{re.escape(written)}\b",
            lambda match: f"{match.group()} ({value})",
            text,
            count=1,
            flags=re.IGNORECASE,
        )
    return Found([case.claim(text, *pronoun_spans(case))], fit, note)


def duration_in(case: Case) -> Found | None:
    """Find the span of time that answers 'how long'."""
    spots = [(match.start(), match.end()) for match in _SPAN_OF_TIME.finditer(case.unit.text)]
    spots += [(one.start, one.end) for one in find_dates(case.unit.text) if one.range.start != one.range.end]
    return _said(case, spots, 0.9, "duration")
