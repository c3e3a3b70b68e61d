"""Overviews: 'summarise …', 'brief me on …', 'what changed between …', section by section, in order, cited.

Without a chat model the overview consists of the documents' own leading sentences and decisions, or of what
two attendance lists or two plans differ in. With one, each part may be put more shortly (see
`assistant.answerers.model.reducing`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answerers.overview.asking import Wish, wish_of
from assistant.answerers.overview.changes import changed
from assistant.answerers.overview.parts import Overview, Part
from assistant.answerers.overview.summary import brief, summary
from assistant.library import Library
from index.types import Hit


def answer_overview(
    question: str, library: Library, search: Callable[[str], Sequence[Hit]]
) -> Overview | None:
    """Return the overview that a question asks for; None if it asks for none, or the documents hold none.

    `search` gives ranked passages for a subject that is no meeting or document ('brief me on visas').
    """
    wish = wish_of(question)
    if wish is None:
        return None
    if wish.other:
        return changed(wish, library)
    return summary(wish.subject, library) or brief(wish.subject, search(wish.subject), library)


__all__ = ["Overview", "Part", "Wish", "answer_overview", "wish_of"]
