"""Houses and halls in which meetings are held: 'Hotel X', 'the Palace of the Y', 'Salón Z of the Hotel X'."""

from __future__ import annotations

import re

_WORDS = (
    r"H[oô]tels?|Cent(?:re|er)|Pala(?:ce|is|cio|zzo)|Resort|Halls?|Airport|Headquarters|House|University|Institute|Complex"
    r"|Auditorium|Gallery|Museum|Library|Rooms?|Sal[oó]n|Salle|Sala|Casa|Maison|Fale|Villa|Castle|Lodge|Inn|Pavilion|Theat(?:re|er)"
    r"|Centro|Zentrum|Teatro|Museo|Biblioteca|Convento|Kulturhaus|Rathaus|Fortress|Arena|Stadium|College|Casino"
    r"|Pal[aá]ci[ou]|Schloss|Ch[aâ]teau|Domus|Mairie|Ayuntamiento|C[aâ]mara|Prefeitura|Pa[cç]o|Konserthus|Hof|Casa|Quinta|Observatory|Cathedral|Nakamal|Meeting House|Cultural Centre|Town Hall|City Hall|Guildhall|Customs House|Port Captaincy|Captaincy"
    r"|Tower|Building|Campus|Academy|Club|Plaza|Suites?|Ballroom|Monastery|Abbey|Mansion|Chambers|Amphitheat(?:re|er)"
)
VENUE_WORD = re.compile(rf"\b(?:{_WORDS})\b")
_PART = r"[A-ZÀ-Þ][\w’'-]*"
_PHRASE = re.compile(
    rf"{_PART}(?:\s+(?:(?:of\s+the|of|the|de\s+los|de\s+las|de\s+la|de\s+l|de|del|della|du|des|dos|das|da|do|der|van|&)\s+)?{_PART})*"
)
_LEAD = re.compile(
    r"\b(?:at|in|aboard|inside|within)\s+(?:the\s+)?(?:(?:premises|building|buildings|halls?|rooms?|seat|offices?|headquarters|annex|grounds)\s+of\s+(?:the\s+)?)?(?=[A-ZÀ-Þ])"
)
_NAMED = re.compile(r"\b[Vv]enue\s+(?:was|is|will\s+be)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
_NO_VENUE = re.compile(
    r"\b(?:Ministry|Ministers?|Minister|Secretary|Director|Head|Manager|Embassy|Representatives|Group|Committee|Chair|Adviser|Officer)\b"
)
_LABEL = re.compile(r"^\W*(?:Venue|Place|Location|Where)\W*:[\s*]*", re.IGNORECASE)


def venue_in(text: str) -> tuple[int, int] | None:
    """Return where a sentence names the house of a meeting ('held at the Hotel X'), or None."""
    named = _NAMED.search(text)
    if named and (phrase := _PHRASE.match(text, named.end())) and not _NO_VENUE.search(phrase.group()):
        return phrase.span()
    for lead in _LEAD.finditer(text):
        phrase = _PHRASE.match(text, lead.end())
        if phrase and _names_a_house(phrase.group()):
            return phrase.span()
    return None


def venue_of_line(text: str) -> tuple[int, int] | None:
    """Return where a line with a label ('Venue: …') or a line of a title names the house, or None.

    Rooms named beside the house belong to it: 'Hotel X, Lagoon Room'.
    """
    label = _LABEL.match(text)
    at = label.end() if label else 0
    found: tuple[int, int] | None = None
    for part in re.finditer(r"[^,·|;()\n]+", text[at:]):
        piece = part.group().strip(" .*_")
        start = at + part.start() + part.group().find(piece)
        bare = re.sub(r"^(?:at|in)\s+(?:the\s+)?|^the\s+", "", piece)
        start += len(piece) - len(bare)
        phrase = _PHRASE.fullmatch(bare)
        if phrase and _names_a_house(bare):
            found = (found[0] if found else start, start + len(bare))
        elif found:
            break
    return found


def _names_a_house(phrase: str) -> bool:
    return bool(VENUE_WORD.search(phrase)) and len(phrase.split()) > 1 and not _NO_VENUE.search(phrase)
