"""Letters that recognition has put for figures: '2O15', 'l2 and 13 March', '3l May', 'l7 persons', '4,5OO'."""

from __future__ import annotations

import re

from corpus.cleaning.ordinals import MONTHS
from corpus.cleaning.scanned import Scan

_FIGURES = str.maketrans("OoIl|SB", "0011158")
_OPEN = r"(?<![\w@./:\\#|=?&%-])"
_SUSPECT = re.compile(r"\d[OoIlS|]|[OoIlS|]\d|\b[lI][OlI]\b")
# A year: '2O23', '20l9'.
_YEAR = re.compile(rf"{_OPEN}(?=[\dOoIl|]*\d[\dOoIl|]*\d)(?:[1Il|]9|2[0Oo])[\dOoIl|]{{2}}(?![\w@|])")
_AFTER_YEAR = re.compile(r"(?<=\d{4}[-–/])(?:2[0Oo])[\dOoIl]{2}(?![\w@])")
# No code begins with a small l.
_SMALL_L = re.compile(
    r"(?:(?<![\w@./:\\#|=?&%-])|(?<=\d[-–]))l(?=[\dOlI.,:]*\d)[\dOlI]{0,3}(?:[.,:][\dOlI]+)*(?=(?:st|nd|rd|th)?(?![\w@]|[-/]\w))"
)
# A letter O amid or after figures.
_LETTER_O = re.compile(rf"{_OPEN}\d[\d,.:]*(?:O[\dOo]*|o\d+)(?:[,.]?[\dO]+)*(?![\w@]|[-/]\w)")
_AMID = re.compile(rf"{_OPEN}\d[\d,.]*\d?[lI|](?:[,.]?\d)+(?![\w@]|[-/]\w)")
_DAY = r"[123Il|]?[\dIlOoS|]"
# What makes a number of the days, or of a count: a month, another day before a month, per cent.
_DATED = re.compile(
    rf"{_OPEN}(?=[OIlSo|]*\d)(?P<day>{_DAY})(?=(?:,? (?:and|to|or) |, | ?[-–] ?)(?:\d\S? (?:and|to) |\d\d (?:and|to) )?"
    rf"{_DAY}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\b| (?:of )?(?:{MONTHS})\b| ?%| per ?cent\b)"
)
_SECOND = re.compile(rf"(?<=\d )(?P<link>and|to|–|-) (?P<day>[1Il|23][\dIlOo|]|\d[IlOo|])(?= (?:{MONTHS})\b)")
_ALL_LETTERS = re.compile(rf"{_OPEN}[lI][OlI](?= (?:{MONTHS})\b)")
_COUNTED = re.compile(
    rf"{_OPEN}(?:[I|]\d{{1,2}}|\d{{1,3}}[lI|]|[lI][OlI])(?= (?:of the )?(?:members?|persons?|participants|people|delegates|delegations"
    r"|observers|states|countries|organi[sz]ations|experts|officials|speakers|representatives|days|hours|years|months"
    r"|weeks|million|cases|points|recommendations|parties)\b)",
    re.IGNORECASE,
)


def figures_for_letters(text: str, scan: Scan | None = None) -> str:
    """Return text with the letters inside numbers as figures: 'l2 March 2O15' → '12 March 2015'."""
    if not _SUSPECT.search(text):
        return text
    for pattern in (_YEAR, _AFTER_YEAR, _SMALL_L, _LETTER_O, _AMID, _DATED):
        text = pattern.sub(lambda found: found[0].translate(_FIGURES), text)
    text = _SECOND.sub(lambda found: f"{found['link']} {found['day'].translate(_FIGURES)}", text)
    if scan is not None and scan.noisy:
        for pattern in (_ALL_LETTERS, _COUNTED):
            text = pattern.sub(lambda found: found[0].translate(_FIGURES), text)
    return text
