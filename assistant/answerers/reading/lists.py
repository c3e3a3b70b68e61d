"""Answers that are several things: list items, enumerations in a sentence, cells of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.reading.asking import WORDING_ASKED, Term
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.list_kinds import (
    PARTY_NOUNS,
    PLACE_NOUNS,
    STATE_NOUNS,
    are_parties,
    of_kind,
    right_kind,
)
from assistant.answerers.reading.numbered import numbered_in
from assistant.answerers.reading.people import people
from assistant.answerers.reading.quoted import quoted_in
from assistant.answerers.reading.rows import cell_at, columns_named, rendered
from assistant.answerers.reading.spans import (
    Enumeration,
    clean_item,
    enumerations,
    plain,
    posed_in,
    sentence,
)
from assistant.answerers.reading.terms import Token, meanings, tokens, word_list, word_stem
from assistant.answerers.reading.trimming import trimmed
from assistant.answerers.reading.units import Unit
from corpus.document import Span
from corpus.names.numbers import find_numbers
from corpus.names.parties import find_parties

_GROUP_LABEL = re.compile(
    r"(?:\w+ ){0,2}(?:members?|observers?|organi[sz]ations?|states|society|sector|companies|partners"
    r"|secretariat|employers|experts|guests)\b[^,]*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:in attendance|observers?|apologies|absent|secretariat|guests?|others?)\b", re.IGNORECASE
)
_QUESTION_NOUN = re.compile(r"\bquestions$")
_SMALL_HEAD = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "as",
        "by",
        "in",
        "for",
        "were",
        "was",
        "attended",
        "following",
        "from",
        "with",
        "to",
        "that",
        "at",
        "all",
        "are",
        "is",
        "both",
    ]
)


def list_in(case: Case) -> Found | None:
    """Find the enumeration that answers: below the unit, in it, or as a column of its table."""
    if WORDING_ASKED.search(case.asked.text):
        return quoted_in(case)
    if numbered := numbered_in(case):
        return numbered
    best: Found | None = None
    for rule in (_block_list, _enumerated, _rows):
        found = rule(case)
        if found is not None and (best is None or found.fit > best.fit):
            best = found
    return best


def items_below(case: Case) -> list[Unit]:
    """Return the list items that the unit leads in, one unit for each."""
    first: dict[int, Unit] = {}
    for unit in case.reading.units:
        if unit.block in case.unit.items and unit.block not in first:
            first[unit.block] = unit
    return [first[number] for number in case.unit.items if number in first]


def _block_list(case: Case) -> Found | None:
    asked = case.asked
    items = items_below(case)
    if len(items) < 2 or (asked.count is not None and len(items) != asked.count):
        return None
    if case.cover.noun < 0.3 and case.cover.own < 0.5 and asked.noun is not None:
        return None
    party = bool(asked.noun and PARTY_NOUNS.search(asked.noun)) or bool(
        re.match(r"who\b", asked.text, re.IGNORECASE)
    )
    texts = [_item_text(item.text, party and not asked.strict) for item in items]
    if asked.strict and not all(people(item.text) for item in items):
        return None
    if party and not all(text[:1].isupper() for text in texts):
        return None
    if party and not asked.strict and sum(_name_like(text) for text in texts) < 0.7 * len(texts):
        return None  # sentences, not names
    texts_kept = of_kind(asked.noun or "", texts)
    if not texts_kept:
        return None
    if party and sum(_GROUP_LABEL.match(text) is not None for text in texts) >= 2:
        return None  # 'Members: …', 'Observers: …': groups, each with a list of its own
    if (
        party
        and _OTHERS.search(case.unit.text)
        and "member" in (asked.noun or "")
        and not case.asks_for("@apologies")
    ):
        return None
    claims = []
    for text, item in zip(texts, items, strict=True):
        if text not in texts_kept:
            continue
        span = Span(start=item.start, end=item.end)
        claims.append(case.claim(f"- {text.rstrip(' .;,')}", span, case.span))
    fit = 0.75 + 0.2 * case.cover.noun + (0.1 if asked.count == len(items) else 0.0)
    if case.cover.own < 0.34:
        fit -= 0.2
    if party and re.fullmatch(
        r"(?:\w+ )?(?:members?|part(?:y|ies)|countr(?:y|ies)|states?)", asked.noun or ""
    ):
        fit += 0.15  # 'Which members …': the list's head need not repeat the noun
    return Found(claims, min(1.0, fit), "items")


def _name_like(text: str) -> bool:
    """Whether a list item can be a name: short, its longer words with capitals."""
    words = [word for word in re.findall(r"[\w’'-]+", re.sub(r"[(\[].*", "", text)) if len(word) > 3]
    return len(text.split()) <= 9 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _item_text(text: str, party: bool) -> str:
    line = re.sub(r"[;,]?\s+(?:and|or)$", "", plain(text).rstrip(" ;,."))
    if party and (match := re.match(r"([^:]{2,70}):\s", line)):
        return match[1]
    return line


def local_head(one: Enumeration) -> str:
    """Return what announces an enumeration: the noun phrase before it, from its number or last verb on."""
    head = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", ")", one.head)
    pieces = re.split(
        r"[)\];]|(?<=[a-z]), (?=(?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+"
        r"|both)\b)|\.\s",
        head,
    )
    piece = pieces[-1] if pieces[-1].strip(" ,:(") or len(pieces) < 2 else pieces[-2]
    numbers = find_numbers(piece)
    if numbers and one.bracketed:
        of = re.match(r"\s+of\s+(?:the|its)\s+", piece[numbers[0].end :])
        return piece[numbers[0].start if of or len(numbers) == 1 else numbers[-1].start :]
    return re.split(r"\b(?:was|were|is|are|had|has|have|by|that|which|who|to|from)\s", piece)[-1] or piece


def _enumerated(case: Case) -> Found | None:
    asked, unit = case.asked, case.unit
    runs = [one for one in _outermost(enumerations(unit.text)) if _acceptable(case, one)]
    if _QUESTION_NOUN.search(asked.noun or ""):
        runs = posed_in(unit.text) or runs
    if not runs:
        return None
    scored = sorted(
        ((_head_score(case, one), -one.start, one) for one in runs), key=lambda each: each[:2], reverse=True
    )
    head, _, one = scored[0]
    items = of_kind(asked.noun or "", one.items)
    if not items or (len(items) != len(one.items) and len(items) < 2 and asked.plural):
        return None
    if unit.row is not None and not one.bracketed:
        return Found(
            [case.claim(rendered(unit, _cells(unit, one)))], 0.8 + 0.2 * case.cover.noun, "enumeration in row"
        )
    fit = 0.72 + 0.28 * head + (0.06 if asked.count == len(items) else 0.0)
    if len(items) < len(one.items) or one.bracketed or not _sentence_like(one):
        text = _joined(items)
        return Found([case.claim(sentence(text), *_spans(case))], min(1.0, fit), "enumeration")
    return Found(
        [case.claim(trimmed(case, (one.start, one.end)), *_spans(case))],
        min(1.0, fit),
        "enumeration in sentence",
    )


def _outermost(runs: Sequence[Enumeration]) -> list[Enumeration]:
    """Leave out the remarks in brackets on items of a list: '(11 or 14 characters)' is no list of its own."""
    return [
        one
        for one in runs
        if not (
            one.bracketed
            and any(other.start < one.start and one.end < other.end and not other.bracketed for other in runs)
            and not any(item[:1].isupper() for item in one.items)
        )
    ]


def _spans(case: Case) -> tuple[Span, ...]:
    return (case.span,)


def _sentence_like(one: Enumeration) -> bool:
    """Whether an enumeration is tied into its sentence so that its items cannot stand alone."""
    return any(len(item.split()) > 14 or re.search(r"\b(?:which|who|was|were)\b", item) for item in one.items)


def _joined(items: Sequence[str]) -> str:
    """Join items as a sentence does; by semicolons where an item has a comma of its own."""
    long = any("," in re.sub(r"[(\[][^)\]]*[)\]]", "", item) for item in items)
    separator = "; " if long else ", "
    return f"{separator.join(items[:-1])} and {items[-1]}" if len(items) > 1 else items[0]


def _cells(unit: Unit, one: Enumeration) -> list[int]:
    return [cell_at(unit, one.start)]


def _acceptable(case: Case, one: Enumeration) -> bool:
    asked = case.asked
    if asked.count is not None and asked.count != len(one.items):
        return False
    stems = {term.stem for term in case.terms if not term.noun}
    repeated = sum(
        bool(words) and all(word in stems for word in words)
        for item in one.items
        for words in [[token.stem for token in tokens(item)]]
    )
    if repeated * 2 >= len(one.items):
        return False
    noun = asked.noun or ""
    if re.match(r"(?:and )?who\b", asked.text, re.IGNORECASE) and not _names_whom(one):
        return False
    names = sum(clean_item(item)[:1].isupper() or clean_item(item)[:1].isdigit() for item in one.items)
    if asked.strict:
        text = case.unit.text[one.start : one.end]
        return len(people(text)) >= 1 or len(people(case.unit.text)) >= 2
    things = noun and not PARTY_NOUNS.search(noun) and not PLACE_NOUNS.search(noun)
    spoken = bool(noun) and word_stem(noun.split()[-1]) in word_list("spoken")
    if things and (case.cover.noun < 0.5 or spoken) and are_parties(one.items):
        return False  # parties, where things are asked for
    if STATE_NOUNS.search(noun) and "observ" not in noun and "member" not in noun:
        return bool(find_parties(case.unit.text[one.start : one.end])) and names >= 0.8 * len(one.items)
    if PARTY_NOUNS.search(noun) or PLACE_NOUNS.search(noun):
        return names >= 0.8 * len(one.items)
    return True


def _names_whom(one: Enumeration) -> bool:
    """Whether the items can be persons or parties: most begin with a capital, or say what people they are."""
    items = [clean_item(item) for item in one.items]
    named = sum(
        item[:1].isupper() or bool(re.match(r"(?:one|two|three|\d+|all|other)\b", item)) for item in items
    )
    return named >= 0.6 * len(items)


def _head_score(case: Case, one: Enumeration) -> float:
    """Say how well an enumeration's head answers to the question: shares of its words that the other has."""
    head = local_head(one)
    words = [token for token in tokens(head) if head[token.start : token.end].lower() not in _SMALL_HEAD][-9:]
    numbers = {word_stem(str(number.value)) for number in find_numbers(head)}
    content = [word for word in words if not word.stem.isdigit() and word.stem not in numbers]
    if not content:
        return 0.3
    matched = sum(_has(word, content, case.terms) for word in content)
    noun = [term for term in case.terms if term.noun]
    present = _signature(content)
    nouns = sum(term.weight for term in noun if present & {term.stem, *term.also}) / (
        sum(term.weight for term in noun) or 1.0
    )
    score = 0.5 * matched / len(content) + 0.5 * nouns
    if any(number.value == len(one.items) for number in find_numbers(head)):
        score += 0.1
    return min(1.0, score)


def _signature(words: Sequence[Token]) -> set[str]:
    present = {word.stem for word in words}
    for names, _ in meanings([word.stem for word in words], {}).values():
        present.update(names)
    return present


def _has(word: Token, content: Sequence[Token], terms: Sequence[Term]) -> bool:
    keys = {word.stem} | {name for names, _ in meanings([word.stem], {}).values() for name in names}
    return any(keys & {term.stem, *term.also} for term in terms)


def _nouns(case: Case) -> frozenset[str]:
    """Return the words for 'people' in the question: a row with a person need not repeat them."""
    return frozenset(term.word for term in case.terms if term.noun)


def _rows(case: Case) -> Found | None:
    """Answer from a table: the values of the column that the noun names, or the rows of one group."""
    unit, asked = case.unit, case.asked
    if unit.row is None or unit.table is None:
        return None
    nouns = {key for term in case.terms if term.noun for key in (term.stem, *term.also)}
    columns = [column for column in columns_named(unit, nouns) if column < len(unit.row.cells)]
    if asked.count is not None and columns:
        column = columns[0]
        values: list[tuple[str, Span]] = []
        for row in unit.table.rows:
            if not row.spanning and column < len(row.cells) and row.cells[column].text:
                cell = row.cells[column]
                if cell.text not in [value for value, _ in values]:
                    values.append((cell.text, Span(start=cell.start, end=cell.end)))
        if len(values) == asked.count:
            return Found([case.claim(f"- {plain(value)}", span) for value, span in values], 0.95, "column")
    if asked.strict and people(unit.text):
        return Found(
            [case.claim(rendered(unit, list(range(len(unit.row.cells)))))],
            0.9,
            "row of a person",
            _nouns(case),
        )
    named = [
        column
        for column in columns
        if not PARTY_NOUNS.search(asked.noun or "")
        or re.search(r"[A-Z]{2}|[A-Z][a-z]{2,}", unit.row.cells[column].text)
    ]
    named = [column for column in named if right_kind(asked.noun or "", unit.row.cells[column].text)]
    if named:
        return Found([case.claim(rendered(unit, named))], 0.85, "cell")
    return None
