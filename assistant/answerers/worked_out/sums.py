"""How an answer shows the sum that it rests on."""

from __future__ import annotations

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.worked_out.bearing import Word, borne
from assistant.answerers.worked_out.tellings import SHARE, Telling


def difference(greater: Telling, less: Telling, unit: Word, written: str | None = None) -> Draft | None:
    """Return how much one figure exceeds another, None where it does not.

    `written` is the unit as the question has it.
    """
    proof = (greater.sentence.quote, less.sentence.quote)
    noun = written or unit_as_told(greater, unit)
    return subtracted(greater.figure.value, less.figure.value, noun, proof)


def subtracted(greater: float, less: float, noun: str, proof: tuple[Quote, ...]) -> Draft | None:
    """Return 'A noun (B − C = A)' with its proof, None where B does not exceed C."""
    left = greater - less
    if left <= 0:
        return None
    text = f"{_figure(left)} {noun}: {_figure(greater)} − {_figure(less)} = {_figure(left)}."
    claim = Claim(text=text, quotes=tuple(dict.fromkeys(proof)))
    return Draft(status=Status.ANSWERED, route=Route.RECORDS, claims=(claim,))


def unit_as_told(telling: Telling, unit: Word) -> str:
    """Return the noun as the sentence writes it after its figure."""
    if unit == SHARE:
        return "percentage points"
    after = telling.sentence.text[telling.figure.end :].split()
    return next((word.strip(" ,;.") for word in after if borne({unit}, word)), "")


def _figure(value: float) -> str:
    return f"{value:,.10g}"
