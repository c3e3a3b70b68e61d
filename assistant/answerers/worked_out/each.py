"""The figure that each of several papers gives for one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.conflicts.wording import Told
from assistant.answerers.worked_out.asking import before_of, head_of
from assistant.answerers.worked_out.bearing import thing
from assistant.answerers.worked_out.sums import unit_as_told
from assistant.answerers.worked_out.tellings import sentences, tellings
from assistant.library import Library
from corpus.document import Document

_HOW_MANY = re.compile(r"^\W*how\s+many\s+(?P<phrase>.+?)\W*$", re.IGNORECASE)


def figure_told(core: str, group: Sequence[Document], library: Library) -> Told | None:
    """Return the one figure that papers give for the thing of 'How many <thing>?', None where none or several."""
    asked = _HOW_MANY.match(core)
    unit = head_of(asked["phrase"]) if asked is not None else None
    if asked is None or unit is None or " " in before_of(asked["phrase"]):
        return None
    words = thing(asked["phrase"]) - {unit}
    if not words:
        return None
    ids = {document.id for document in group}
    own = [one for one in sentences(library) if one.document.id in ids]
    found = tellings(words, unit, own)
    if len({one.figure.value for one in found}) != 1:
        return None
    one = found[0]
    written = one.sentence.text[one.figure.start : one.figure.end]
    value = f"{written} {unit_as_told(one, unit)}"
    return Told(one.sentence.document, " ".join(one.sentence.text.split()), (one.sentence.quote,), value)
