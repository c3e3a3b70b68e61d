"""Sums of work plans with their unit, which often stands in the head of the column or in the text about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Document, Span
from corpus.sentences import sentences

_CODES = (
    "EUR|USD|CHF|GBP|JPY|CNY|AUD|NZD|CAD|NOK|SEK|DKK|PLN|CZK|RON|TRY|KZT|UZS|KGS|ZAR|KES|TZS|UGX|MZN|NAD|ZMW|BWP"
    "|NGN|GHS|XOF|XAF|MAD|TND|EGP|ETB|RWF|FJD|PGK|WST|TOP|VUV|SBD|XPF|BRL|MXN|CRC|GTQ|HNL|PEN|COP|CLP|ARS|BZD|DOP|INR|BDT|LKR"
    "|MVR|PKR|THB|PHP|IDR|MYR|VND|SGD|KRW|MNT|SDR"
)
_NAMES = r"(?:(?:(?-i:[A-Z])[A-Za-z.]*\s+){0,2}(?:dollars?|francs?|pounds?|pesos?|kroner|kronor|rupees?|shillings?)|euros?|yen|naira|cedis?|rand|pula|kina|tala|vatu)"
_MONEY = re.compile(rf"\b(?P<code>{_CODES})\b|(?P<sign>US\$|[€£$¥])|\b(?P<name>{_NAMES})\b", re.IGNORECASE)
_SCALES = {
    "thousand": re.compile(
        r"\bthousands?\b|\bk(?=\s|$|[€$])|\b[’']?000s?\b(?!\d)|\b1[,. ]?000\b|(?:^|\s)t(?=\s?(?:EUR|USD))",
        re.I,
    ),
    "million": re.compile(r"\bmillions?\b|\bmn\b|\bmio\b|\bm(?=\s|$)|(?<=\d)m\b", re.IGNORECASE),
    "billion": re.compile(r"\bbillions?\b|\bbn\b", re.IGNORECASE),
}
_SUM = re.compile(
    r"^\W{0,2}(?P<figure>\d[\d., ]*\d|\d)\s*(?P<scale>thousand|million|billion|mn|mio|bn|m|k)?\.?$",
    re.IGNORECASE,
)
# 'Sums are in thousands of US dollars.'
_TOLD = re.compile(
    r"\b(?:sums?|amounts?|costs?|figures|budgets?|money|all\s+values)\b[^.;]{0,40}?\b(?:(?:are|is)\s+(?:given\s+|stated\s+|expressed\s+|shown\s+)?in|in)\s+"
    rf"(?P<unit>(?:thousands?\s+(?:of\s+)?|millions?\s+(?:of\s+)?)?(?:{_NAMES}|\b(?:{_CODES})\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency as it is written ('EUR', 'US dollars') and the scale of the figures; where prose tells it."""

    currency: str
    scale: str | None = None
    told: Span | None = None


def names_currency(head: str) -> bool:
    """Say whether the head of a column is nothing but a currency with its scale: 'EUR', 'thousand US dollars'."""
    left = _MONEY.sub(" ", head)
    if left == head:
        return False
    for scale in _SCALES.values():
        left = scale.sub(" ", left)
    return not re.search(r"[^\W\d_]", re.sub(r"\b(?:in|of|the)\b", " ", left))


def unit_of(head: str) -> Unit | None:
    """Return the unit in the head of a column: 'Money (EUR)', 'Cost in thousand US dollars'."""
    money = _MONEY.search(head)
    if money is None:
        return None
    rest = head[: money.start()] + " " + head[money.end() :]
    scale = next((name for name, sign in _SCALES.items() if sign.search(rest)), None)
    return Unit(_currency(money), scale)


def unit_told(document: Document) -> Unit | None:
    """Return the unit that a sentence of the plan gives to its sums; None where two differ."""
    found: list[Unit] = []
    for place in sentences(document.text):
        told = _TOLD.search(document.text, place.start, place.end)
        unit = unit_of(" ".join(told["unit"].split())) if told else None
        if unit is not None:
            found.append(Unit(unit.currency, unit.scale, Span(start=place.start, end=place.end)))
    return found[0] if len({(one.currency, one.scale) for one in found}) == 1 else None


def sum_in(written: str, unit: Unit | None) -> str | None:
    """Return a sum with its unit ('2.7 million euros'); what is no bare figure as written; None if nothing is."""
    written = written.strip()
    figure = _SUM.match(written)
    if figure is None or unit is None:
        return written if re.search(r"\w", written) else None
    short = (figure["scale"] or "").lower()
    scale = next((name for name, sign in _SCALES.items() if short and sign.search(short)), unit.scale)
    amount = f"{figure['figure']} {scale}" if scale else figure["figure"]
    return (
        f"{unit.currency} {amount}"
        if unit.currency.isupper()
        else f"{unit.currency}{amount}"
        if not unit.currency[-1].isalpha()
        else f"{amount} {unit.currency}"
    )


def _currency(money: re.Match[str]) -> str:
    if money["code"]:
        return money["code"].upper()
    return money["sign"] or " ".join(money["name"].split())


_WRITTEN = re.compile(
    rf"(?:(?:\b(?:{_CODES})\b|US\$|[€£$¥])\s?\d[\d.,]*\d?(?:\s?(?:million|thousand|billion|mn|bn|m)\b)?)"
    rf"|(?:\b\d[\d.,]*(?:\s(?:million|thousand|billion))?\s(?:of\s)?(?:{_NAMES}|\b(?:{_CODES})\b))",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b\d[\d,]*(?:\.\d+)?(?:\s(?:million|thousand|billion))?\b", re.IGNORECASE)


def money_in(text: str, *, bare: bool = False) -> list[tuple[str, int]]:
    """Return the sums of money in a text as written, each with where it begins.

    With `bare`, figures without a currency count too where one with a currency stands in the text.
    """
    found = [
        (" ".join(match.group().split()).rstrip(".,"), match.start()) for match in _WRITTEN.finditer(text)
    ]
    if bare and found:
        return [(match.group(), match.start()) for match in _BARE.finditer(text)]
    return found
