"""Reads a statement or a mere name as the question that it stands for: 'lomé chair?', 'chad in lomé?'."""

from __future__ import annotations

import re

from assistant.question.plain.tables import AUXILIARIES
from corpus.names.parties import resolve

_STANDING = r"(?:member|party|observer|guest|participant)s?"
_AS_WHAT = re.compile(
    r"[\s,;:–—-]+(?:(?:sat|seated|there|came|attended|present|was|were|in|on)\s+)*(?:as\s+(?:a\s+)?what"
    rf"|(?:as\s+)?(?:an?\s+)?(?:full\s+)?{_STANDING}(?:\s*,\s*{_STANDING})*,?\s+or\s+(?:just\s+|only\s+|as\s+)*(?:an?\s+)?(?:{_STANDING}|what))\s*[?.!]*$",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"^(?:was |were )?(?:any ?one|any ?body|some ?one|some ?body|(?:any|a) (?:delegations?|delegates?|representatives?|people))\s+(?:there\s+)?(?:from|of|for)\s+(?P<who>[^,?]+?)(?:\s+there)?(?P<rest>,[^?]*|\s+(?:at|in)\s[^?]*)?\??$",
    re.IGNORECASE,
)
_ANY_OF = re.compile(
    r"^any\s+(?P<who>[\w .’'-]{2,40}?)\s+(?:people|delegates?|reps?|representatives?|delegations?|officials?)\s+(?P<where>(?:at|in)\s[^?]*)\??$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?P<who>[^?,:;–—]{2,60}?)\s+[-–—]\s+(?P<where>[^?]{3,80}?)\s+[-–—]\s+(?:present|there|attending|represented|came|attended)\s*\?*$",
    re.IGNORECASE,
)
# 'chad go to lomé …?', 'chad came?': who, then what it did
DID = re.compile(
    r"^(?P<who>(?:[^\s,]+\s+){1,4}?)(?P<did>go|come|came|attend|attended|make it|made it|take part|took part|join|joined|show up|showed up|turn up|turned up|there|present|represented|in or out|in attendance)\b(?P<rest>[^?]*)\??$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?P<where>[^,?]{2,40}?)[’']?s?\s+(?P<office>(?:co-?|vice-?|deputy )?chairs?|chair(?:man|woman|person)|rapporteur|host|venue)\s*\??$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?P<who>[^,?]{2,40}?)[’']s?\s+(?P<what>reps?|representatives?|delegates?|delegation|people|team|head of delegation)\b(?P<rest>[^?]*)\??$",
    re.IGNORECASE,
)
_NOUNS = r"(?:members?|observers?|part(?:y|ies)|states?|member states|countr(?:y|ies)|governments?|compan(?:y|ies)|firms?|ngos?|organi[sz]ations?|delegations?|participants|guests|agencies)"
# 'observers in lomé?', 'wgxy third session observers list'
_WHICH = re.compile(
    rf"^(?P<what>(?:(?:full|participating|observer|member|international|civil society|private|private sector)\s+)*{_NOUNS})\s+(?P<rest>(?:at|in|on|from|for|present|represented|absent|missing)\b[^?]*)\??$",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"^(?P<where>[^,?]{{2,60}}?)\s+(?P<what>{_NOUNS})\s+list\s*\??$", re.IGNORECASE)
_TURNOUT = re.compile(
    r"^(?:the )?(?:(?:total|overall|full|exact)\s+)?(?:head ?count|turnout|attendance(?: figure)?|number of (?:participants|people|persons|attendees))\s+(?:at |in |for |of )?(?P<where>[^?]+)\??$",
    re.IGNORECASE,
)
_DATED = re.compile(r"^(?P<what>[^,?]{2,80}?)\s+dates?\s*\??$", re.IGNORECASE)
_DATE_OF = re.compile(
    r"^(?:the )?dates?\s+(?:(?:on which|when|that)\s+)?(?P<what>[^?]+?)\s+(?P<verb>was|were)\s+(?P<done>[^?]+)\??$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"^(?P<who>(?:[^\s,?]+\s+){1,4}?)(?P<where>(?:at|in|on the (?:[\w’']+ ){0,2}list)\s[^?]*\b(?:meetings?|sessions?|events?|plenary|sitting|workshop|conference|week|dialogue|(?:19|20)\d\d)\b[^?]*)\?$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"\b(?:which|what|who|when|where|how|{AUXILIARIES})\b",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(
    rf"\b(?:{_NOUNS}|chairs?|co-?chairs?|speakers?|delegates?|dates?|venue|actions?|decisions?|plan|report|minutes)\b",
    re.IGNORECASE,
)


def told_as_question(text: str) -> str | None:
    """Return what is put as a statement or a mere name as the question it stands for."""
    if as_what := _AS_WHAT.search(text):
        who = re.sub(r"^(?:was|were|is|did)\s+", "", text[: as_what.start()].strip(), flags=re.IGNORECASE)
        return f"In what capacity was {who}?"
    if anyone := _ANYONE.match(text):
        return f"Was {anyone['who']} there{anyone['rest'] or ''}?"
    if present := (_ANY_OF.match(text) or _PRESENT.match(text)):
        return f"Was {present['who']} there, {present['where']}?"
    if own := _OWN.match(text):
        return f"Who was the {own['what']} of {own['who']}{own['rest']}?"
    if office := _OFFICE.match(text):
        return f"{'What' if office['office'].lower() == 'venue' else 'Who'} was the {office['office']} in {office['where']}?"
    if which := _WHICH.match(text):
        verb = "" if re.match(r"(?:from|for)\b", which["rest"]) else "were "
        return f"Which {which['what']} {verb}{which['rest']}?"
    if listed := _LISTED.match(text):
        return f"Which {listed['what']} attended {listed['where']}?"
    if turnout := _TURNOUT.match(text):
        return f"How many people attended in all, {turnout['where']}?"
    if date_of := _DATE_OF.match(text):
        return f"When {date_of['verb']} {date_of['what']} {date_of['done']}?"
    dated = _DATED.match(text)
    if dated and not _ASKING.search(dated["what"]):
        return f"When was {dated['what']}?"
    there = _THERE.match(text)
    if there is not None and not _NO_PARTY.search(there["who"]) and not _ASKING.search(there["who"]):
        return f"Was {there['who']}{there['where']}?"
    did = DID.match(text)
    if did is not None and resolve(did["who"].strip().title()) is not None:
        return (
            f"Was {did['who'].strip()} there{did['rest']}?"
            if did["did"].lower() != "go"
            else f"Did {did['who']}attend {re.sub(r'^ to ', '', did['rest'])}?"
        )
    return None
