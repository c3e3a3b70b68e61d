"""Turns an order into a question: 'list the observers present in Lomé' into 'Which observers were present in Lomé?'."""

from __future__ import annotations

import re

from assistant.question.plain.tables import AUXILIARIES, QUESTION_WORDS

_ORDER = re.compile(
    r"^\W*(?:list|name|give|provide|identify|enumerate|indicate|state|specify|show|supply|extract|get|calculate"
    r"|compute|set out|share|send|find|need|want|looking for|quote|report)\s+(?:(?:me|us|out|up|down|with|please|for me)\s+)*"
    r"(?=(?:the|all|every|each|any|a|an|those|names?|which|what|who|both|\w+s)\b)",
    re.IGNORECASE,
)
_ARTICLE = r"(?:(?:all|all of|each of|every one of|both|any)\s+)?(?:(?:the|those|of the|a|an|its)\s+)?"
_FULL = r"(?:(?:full|complete|entire|exact|total|overall|respective)\s+)*"
_OF_PERSONS = re.compile(
    rf"^{_ARTICLE}{_FULL}(?:names?|identity|identities|list)\s+of\s+(?:the\s+|all\s+|those\s+|every\s+)*"
    r"(?P<who>(?:persons?|people|individuals?|officials?|those|one|ones|man|woman)\s+(?:who|that)\s+)",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"^{_ARTICLE}(?:persons?|people|individuals?|everyone|everybody|anyone|those|somebody|someone)\s+(?:who|that)\s+",
    re.IGNORECASE,
)
_NAMES_OF = re.compile(
    rf"^{_ARTICLE}{_FULL}(?:names?|list|enumeration|identity|identities)\s+(?:of|for)\s+", re.I
)
_DATE_ON = re.compile(rf"^{_ARTICLE}{_FULL}dates?\s+(?:on which|when|that|at which)\s+", re.IGNORECASE)
_NUMBER_OF = re.compile(rf"^{_ARTICLE}{_FULL}(?:number|count|headcount)\s+of\s+", re.IGNORECASE)
_MEMBERSHIP = re.compile(rf"^{_ARTICLE}{_FULL}(?:membership|composition|make-up)\s+of\s+", re.IGNORECASE)
_PERSONS = re.compile(
    r"^(?:(?!with\b|of\b|in\b|at\b|on\b|for\b|from\b|to\b|and\b)[^\W\d_][\w’'.-]*\s+){0,3}?(?:(?:co-?|vice-?)?chairs?(?:persons?|men|man|women|woman)?|members? of .{2,60}\bdelegation|delegation|delegates?|representatives?|rapporteurs?|moderators?"
    r"|speakers?|officials?|presenters?|panell?ists?|co-?conven[eo]rs?|conven[eo]rs?)\b",
    re.IGNORECASE,
)
_FINITE = rf"(?:{AUXILIARIES}|may|might|must)"
# 'observers present', 'members represented': what follows the noun wants a verb before it
_STATE = re.compile(
    r"^(?P<noun>(?:[^\s,]+\s+){0,5}?[^\s,]+)\s+(?P<state>(?:then\s+|all\s+|also\s+)?(?:(?:\w+ed|chosen|taken|made|given|drawn|held|sent)(?=\s+(?:(?:up|down|out|off|over)\s+)?(?:for|to|in|at|by|on|as|from|under|during)\b)|present|represented|listed|absent|registered|recorded|excused|involved|seated|named|in attendance|on the list|there)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ING = {
    "attending": "attended",
    "participating": "participated",
    "taking part": "took part",
    "observing": "observed",
    "representing": "represented",
    "joining": "joined",
    "missing": "missed",
    "chairing": "chaired",
    "leading": "lead",
    "speaking": "spoke",
}
_DOING = re.compile(rf"^(?P<noun>(?:[^\s,]+\s+){{1,5}}?)(?P<verb>{'|'.join(_ING)})\s+(?=\S)", re.IGNORECASE)
_THAT = re.compile(r"^(?P<noun>(?:[^\s,]+\s+){1,5}?)(?:that|who|which)\s+", re.IGNORECASE)
# 'member states that came …': a plural and what is said of it
NOUN_AND_CLAUSE = re.compile(
    r"^(?:[^\s,]+\s+){0,3}(?!this|was|has|is|does)[\w’'-]+(?<!s)s\s+(?:that|who|which)\s+\w", re.IGNORECASE
)


def asked_for(text: str) -> str:
    """Return an order to name things as the question which things they are; any other text as it is."""
    order = _ORDER.match(text)
    rest = text[order.end() :] if order else text
    begins = re.match(
        r"^\W*(?:the|all(?: the)?|those|an?)\s+\w", text, re.IGNORECASE
    ) or NOUN_AND_CLAUSE.match(text)
    if order is None and not begins:
        return text
    rest = rest.strip(" ?.!")
    if re.match(rf"(?:{QUESTION_WORDS})\b", rest, re.IGNORECASE):
        return f"{rest[0].upper()}{rest[1:]}?"
    for pattern in (_OF_PERSONS, _WHO):
        if found := pattern.match(rest):
            return f"Who {rest[found.end() :]}?"
    if found := _MEMBERSHIP.match(rest):
        return f"Who are the members of {rest[found.end() :]}?"
    if found := _NUMBER_OF.match(rest):
        return f"How many {_with_verb(rest[found.end() :])}?"
    if found := _NAMES_OF.match(rest):
        inner = re.sub(r"^(?:the|all|all the|those)\s+", "", rest[found.end() :], flags=re.IGNORECASE)
        if _PERSONS.match(inner) and not re.search(r"\b(?:that|who|which)\b", inner):
            return f"Who were the {inner}?"
        return f"Which {_with_verb(inner)}?"
    if found := _DATE_ON.match(rest):
        return f"When {rest[found.end() :]}?"
    noun = re.sub(rf"^{_ARTICLE}", "", rest, flags=re.IGNORECASE)
    if not noun or (
        order is None and re.search(rf"\b{_FINITE}\b", noun, re.IGNORECASE) and not _THAT.match(noun)
    ):
        return text
    if _PERSONS.match(noun) and not re.search(r"\b(?:that|who|which)\b", noun):
        return f"Who {'were' if _plural(noun) else 'was'} the {noun}?" if order else text
    told = _with_verb(noun)
    if told != noun or (order and _plural(noun)):
        return f"Which {told}?"
    return f"What is the {noun}?" if order else text


def _plural(noun: str) -> bool:
    return any(re.search(r"[^su]s$|people$|persons$", word.lower()) for word in re.findall(r"\w+", noun)[:3])


def _with_verb(text: str) -> str:
    """Return 'observers that came' as 'observers came', 'observers present' as 'observers were present'."""
    text = re.sub(r"^(?:the|all|those)\s+", "", text, flags=re.IGNORECASE)
    if (found := _THAT.match(text)) and not re.search(rf"\b{_FINITE}\b", found["noun"], re.IGNORECASE):
        return f"{found['noun']}{text[found.end() :]}"
    if found := _DOING.match(text):
        return f"{found['noun']}{_ING[found['verb'].lower()]} {text[found.end() :]}"
    found = _STATE.match(text)
    if found and not re.search(rf"\b{_FINITE}\b", found["noun"], re.IGNORECASE):
        state = re.sub(
            r"^(?:in attendance|present)\b(?:\s+(?:at|in)\b)?",
            "attended",
            found["state"],
            flags=re.IGNORECASE,
        )
        return f"{found['noun']} {state if state != found['state'] else 'were ' + state}"
    return text
