"""A follow-up put into a question of its own by a model, kept only if it adds nothing to what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.answerers.model.budget import Budget
from assistant.answerers.model.marks import Sort, marks
from assistant.answerers.model.streaming import pieces
from assistant.answerers.model.trouble import explained
from corpus.orders import gives_orders

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.conversation import Message
    from assistant.settings import ModelSettings

_SYSTEM = """Rewrite the last question so that it can be understood without the conversation.
Replace pronouns and fill in what is left out, in the words of the conversation. Add nothing else.
Write the question only, in one line. Do not answer it."""
_POINTING = re.compile(
    r"\b(?:it|its|he|she|him|her|his|hers|they|them|their|that|this|those|these|there|one|same|former|latter"
    r"|others?|else|instead|before|after|then)\b",
    re.IGNORECASE,
)
_FRAGMENT = 8  # words up to which a question after others may leave something out
_LONGEST = 300
_TURNS = 6  # messages shown
_TOKENS = 80
_NAMED = frozenset({Sort.PARTY, Sort.DATE, Sort.NUMBER, Sort.NAME})


def unsure(question: str, completed: str) -> bool:
    """Whether the rules' reading of a follow-up may have missed something.

    So it is where they changed nothing though the question points back or is a fragment, where what they made
    still points back, and where they only put the last topic in brackets behind it.
    """
    if completed == question:
        return bool(_POINTING.search(question)) or len(question.split()) <= _FRAGMENT
    return completed.rstrip("?").endswith(")") or bool(_POINTING.search(completed))


def rewrite(
    question: str,
    history: Sequence[Message],
    model: BaseChatModel,
    settings: ModelSettings,
    budget: Budget,
) -> tuple[str | None, str]:
    """Return the question on its own, or None, and what came of it. Raises nothing."""
    try:
        said = "".join(pieces(model, _prompt(question, history), settings, budget, _TOKENS))
    except Exception as error:
        return None, f"the model failed: {explained(error, settings)}"
    line = next((line.strip(' *"“”') for line in said.splitlines() if line.strip()), "")
    line = re.sub(r"^(?:(?:rewritten |standalone )?question)\s*:\s*", "", line, flags=re.IGNORECASE)
    if not line.endswith("?") or len(line) > _LONGEST or gives_orders(line):
        return None, "the model wrote no question"
    given = "\n".join([question, *(message.content for message in history)])
    known = {mark.value for mark in marks(given)}
    added = [mark for mark in marks(line) if mark.sort in _NAMED and mark.value not in known]
    if added:
        return None, f"the model added '{added[0].written}'"
    if line.casefold() == question.casefold():
        return None, "the model changed nothing"
    return line, "the model's question adds no name, number or date"


def _prompt(question: str, history: Sequence[Message]) -> list[BaseMessage]:
    turns = [
        f"{'Question' if message.role == 'user' else 'Answer'}: {' '.join(message.content.split())[:600]}"
        for message in history[-_TURNS:]
    ]
    return [SystemMessage(_SYSTEM), HumanMessage("\n".join([*turns, f"Last question: {question}"]))]
