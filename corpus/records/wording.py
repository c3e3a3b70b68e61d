"""The genre's words for who decides and for deciding, shared by the readers of decisions and actions."""

from __future__ import annotations

import re

_ADVERBS = (
    r"(?:\s+(?:also|further|then|thus|therefore|unanimously|formally|finally|jointly|provisionally|subsequently"
    r"|again|in\s+addition|by\s+consensus|in\s+principle|has|have|had|accordingly|moreover|,))*"
)
COLLECTIVE = (
    r"(?:(?:Sub-)?(?:Working|Expert|Steering|Contact|Core|Ad\s+Hoc|Coordination|Drafting)\s+Group|Group|Sub-?group|Meeting"
    r"|Committee|Commission|Conference|Board|Panel|Plenary|Council|Forum|Assembly|Session|Task\s*[Ff]orce|Task\s+Team"
    r"|Bureau|Platform|Network|Symposium|Workshop|Dialogue|[A-Z][A-Z-]{1,9}WG[A-Z-]*|WG[A-Z-]{0,9}"
    r"|(?:[Mm]ember|[Pp]articipating)?\s*[Ss]tates|[Mm]embers|[Pp]articipants|[Dd]elegations|[Dd]elegates"
    r"|[Cc]o-?[Cc]hairs|[Mm]inisters|(?:[Ss]enior\s+)?[Oo]fficials|[Pp]arties|[Hh]eads\s+of\s+[Dd]elegation)"
)
DECIDED = (
    r"(?:agreed|decided|adopted|endorsed|approved|elected|re-elected|accepted|resolved|established|set\s+up|created"
    r"|requested|asked|invited|tasked|mandated|instructed|directed|recommended|welcomed|took\s+note|noted"
    r"|confirmed|appointed|designated|nominated|finali[sz]ed|extended|authori[sz]ed|preferred|reaffirmed|committed"
    r"|urged|encouraged|called\s+(?:up)?on|postponed|concluded|lowered|raised|amended|gave|granted|chose|selected"
    r"|dissolved|abolished|disbanded|renewed|prolonged|transferred|made(?=\s+the\b))"
)
# Verbs of a sentence without a lead-in: less than the above, since reports use the others as well.
_FIRM = (
    r"(?:agreed|decided|adopted|endorsed|approved|elected|re-elected|accepted|resolved|established|set\s+up"
    r"|requested|tasked|mandated|instructed|directed|recommended|took\s+note|confirmed|appointed|designated"
    r"|finali[sz]ed|authori[sz]ed|preferred|lowered|chose|selected|welcomed|asked|invited|concluded|deferred)"
)
_PASSIVE = r"(?:adopted|approved|endorsed|elected|re-elected|accepted|confirmed|finali[sz]ed|appointed)"
_ACTIVE_SENTENCE = re.compile(rf"\b{COLLECTIVE}\b(?:\s+\([^()]*\))?{_ADVERBS}\s+(?P<verb>(?i:{_FIRM}))\b")
_IT_WAS = re.compile(
    r"\b[Ii]t\s+(?:was|has\s+been|is)(?:\s+(?:also|further|then|unanimously|therefore|thus))*\s+"
    r"(?:agreed|decided|resolved|recommended|concluded|determined)\b"
)
_PASSIVE_SENTENCE = re.compile(
    rf"\b(?:was|were|has\s+been|have\s+been)(?:\s+(?:also|unanimously|formally|then|provisionally))*\s+{_PASSIVE}\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:since|when|after|before|which|who|whose|that|until|where|once|as)\b[^,;:]*$", re.IGNORECASE
)
_SAW = re.compile(
    r"\bsaw\b[^.;]{0,60}\b(?:endorsement|adoption|approval|finali[sz]ation|agreement|election)\b"
)
_DENIED = re.compile(
    r"\bno\s+(?:formal\s+)?(?:decision|consensus|agreement|support)\b|\b(?:was|were)\s+not\s+\w+ed\b"
    r"|\b(?:did|could)\s+not\s+(?:agree|adopt|accept|approve|endorse|decide|reach)\b|\bnot\s+yet\s+(?:been\s+)?\w+ed\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"^\W*(?:\d[\d.]*\s+)?(?:[Aa]ccordingly,?\s+|[Ff]inally,?\s+|In\s+\w+,?\s+)?(?:The\s+)?(?:[\w-]+\s+){{0,4}}?{COLLECTIVE}"
    r"(?:\s+on\s+[\w ]+?)?\s*(?:\([^()]*\)\s*)?(?:\s+(?:further|also|then|therefore|furthermore))*\s*:\s*$"
)
_LEADING = re.compile(
    rf"\b{_FIRM}\b|\b(?:agreement|decisions?|conclusions?|resolutions?|recommendations?)\b", re.IGNORECASE
)
# What chairs and delegations do as a matter of courtesy decides nothing.
_COURTEOUS = re.compile(
    r"(?:[Cc]o-?[Cc]hairs|[Pp]articipants|[Dd]elegations|[Dd]elegates|[Mm]embers|[Mm]inisters|[Oo]fficials|[Pp]arties|[Ss]tates)\b"
    r".*\b(?:welcomed|asked|invited)$",
    re.DOTALL,
)
_OTHER_LIST = re.compile(
    r"\b(?:pillars|objectives|priorities|areas|lessons|reasons|options|obstacles|challenges|risks|topics|themes|points)\b[^.]*:\s*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"^\W*(?:also\s+|further\s+)?{DECIDED}\b", re.IGNORECASE)
# The operative paragraphs of a resolution: '1. Decides to …', '2. Requests the Secretariat to …'
_OPERATIVE = re.compile(
    r"^\W*(?:(?:Also|Further)\s+)?(?:Decides|Requests|Invites|Recommends|Adopts|Approves|Endorses|Calls\s+(?:up)?on|Urges"
    r"|Encourages|Takes\s+note|Notes|Welcomes|Establishes|Authori[sz]es|Instructs|Directs|Appoints|Elects|Agrees|Accepts"
    r"|Resolves|Reaffirms|Mandates|Expresses)\b"
)
_SECTION = re.compile(
    r"\b(?:decisions?|agreed|agreements?|conclusions|outcomes?|resolutions?|recommendations?|what\s+was\s+changed)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\bat\s+(?:the|its|their)\s+(?!same|this|present)(?:previous|last|earlier|\w+(?:st|nd|rd|th)|first|second|third|fifth)"
    r"\s+(?:[A-Z]\w+\s+)?(?:meeting|session|sitting|plenary|conference)",
    re.IGNORECASE,
)


def decides(text: str) -> bool:
    """Say whether a sentence reports a decision of the meeting."""
    if _DENIED.search(text):
        return False
    for pattern in (_ACTIVE_SENTENCE, _IT_WAS, _PASSIVE_SENTENCE, _SAW):
        for match in pattern.finditer(text):
            if _COURTEOUS.match(match.group()):
                continue
            if not _SUBORDINATE.search(text[: match.start()]):
                return True
    return False


def leads_to_decisions(lead: str) -> bool:
    """Say whether a lead-in introduces decisions: 'The Working Group agreed that:'."""
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", lead.strip())[-1]
    found = list(_LEADING.finditer(last))
    if not found or _DENIED.search(last):
        return False
    return len(last[found[-1].end() :].split()) <= 8 and not _OTHER_LIST.search(last)


def is_bare_collective(lead: str) -> bool:
    """Say whether a lead-in only names who decided: 'The Working Group:'."""
    return bool(_BARE.match(lead))


def begins_with_decision(text: str) -> bool:
    """Say whether an item begins with a verb of deciding: 'adopted the model agreement'."""
    return bool(_BEGINS.match(text)) and not _DENIED.search(text)


def is_operative(text: str) -> bool:
    """Say whether an item is an operative paragraph of a resolution: 'Decides to …'."""
    return bool(_OPERATIVE.match(text))


def is_decision_heading(heading: str) -> bool:
    """Say whether a heading stands over decisions."""
    return bool(_SECTION.search(heading))


def decided_elsewhere(text: str) -> bool:
    """Say whether a sentence reports what another meeting decided."""
    return bool(_ELSEWHERE.search(text))
