"""Roles at a meeting: from the nouns and verbs beside a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Noun → role. The first that fits a stretch of text wins it: 'Vice-Chair' is not also 'Chair'.
_NOUNS: tuple[tuple[str, str], ...] = (
    ("vice-chair", r"vice[-\s]?(?:co-)?chair\w*|deputy\s+chair\w*|vice-president\s+of\s+the\s+(?:meeting|conference)"),
    ("co-chair", r"co-?\s?chair\w*|co-?chairmanship"),
    ("chair", r"(?:acting\s+|interim\s+)?chair(?:man|woman|person|s|manship)?(?!\s+of\s+the\s+board)\b|presiding\s+officer"),
    ("moderator", r"(?:co-)?moderat(?:or|ors|ed|ion)\b"),
    ("facilitator", r"(?:co-)?facilitat(?:or|ors|ed)\b"),
    ("rapporteur", r"rapporteurs?\b"),
    ("minutes taker", r"(?:minutes?|note|record)[-\s]?(?:taker|keeper|writer)s?\b|^minutes$|^(?:secretary|record)\s+of\s+the\s+meeting$"),
    ("convenor", r"convenor|convener|convening\b"),
    ("head of delegation", r"heads?\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s+)?delegations?\b|\bHoD\b|leader\s+of\s+(?:the\s+)?delegation"),
    ("opening remarks", r"opening\s+(?:remarks|address|statement|speech|words)|inaugural\s+address|keynote\s+address\s+at\s+the\s+opening"),
    ("welcoming remarks", r"welcom(?:e|ing)\s+(?:remarks|address|statement|speech|words)"),
    ("closing remarks", r"closing\s+(?:remarks|address|statement|speech|words)"),
    ("keynote speaker", r"key-?note(?:\s+(?:speaker|address|speech))?"),
    ("panellist", r"panell?ists?\b"),
    ("presenter", r"presenters?\b|presented\b|presentation\s+by\b"),
    ("speaker", r"speakers?\b"),
    ("opened", r"\bopen(?:ed|s|ing)\b(?!\s+(?:session|remarks|to))"),
    ("welcomed", r"\bwelcomed\b"),
    ("closed", r"\bclos(?:ed|es|ing)\b"),
    ("host", r"\bhosts?\b|\bhosted\b"),
    ("predecessor", r"\bpredecessor\b"),
    ("successor", r"\bsuccessor\b"),
)  # fmt: skip
_NOUN_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _NOUNS)
# A post rather than a role at this meeting.
_OF_OTHER_BODY = re.compile(
    r"^\s*(?:of|at|for)\s+(?!(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:Working\s+Group|Group|Meeting|Session|Committee"
    r"|Task\s*force|Task\s+Team|Panel|Plenary|Conference|Forum|Dialogue|Sub-?group|Workshop|Process|WG\w*)\b)",
    re.IGNORECASE,
)

_ADVERB = r"(?:(?:also|then|formally|officially|jointly|subsequently|again|warmly|briefly|who|which|and|has|had|have|he|she|they),?\s+)*"
_OBJECT = r"(?:\s+(?!by\b|who\b|and\s+(?:said|noted|asked|called|thanked))[^\s,.;:()]+){0,7}"
# Verb after a name → role.
_VERBS: tuple[tuple[str, str], ...] = (
    ("vice-chair", r"(?:was|is|were|served\s+as|acted\s+as|elected|continued\s+as)\s+(?:elected\s+)?(?:the\s+)?(?:Vice|Deputy)[-\s]?Chair\w*"),
    ("co-chair", r"co-?chair(?:ed|s|ing)\b|(?:were|was|served\s+as|acted\s+as)\s+(?:the\s+)?co-?chairs?\b"),
    ("chair", r"chair(?:ed|s|ing)\b|presid(?:ed|es|ing)\b|(?:was|is|took|held|in)\s+(?:in\s+)?the\s+chair\b|took\s+the\s+chair"
              r"|(?:was|is|were|served\s+as|acted\s+as|continued\s+as)\s+(?:elected\s+|re-elected\s+|appointed\s+)?(?:as\s+)?(?:the\s+)?chair\w*"),
    ("moderator", r"moderat(?:ed|es|ing)\b|(?:was|served\s+as|acted\s+as)\s+(?:the\s+)?moderator"),
    ("facilitator", r"(?:co-)?facilitat(?:ed|es|ing)\b"),
    ("rapporteur", r"(?:was|served\s+as|acted\s+as|elected)\s+(?:the\s+)?rapporteur"),
    ("opened", r"(?:declared\s+(?:the\s+)?[\w\s]{0,30}?open|open(?:ed|s|ing)\b(?!\s+(?:up|to|with)))"),
    ("opening remarks", r"(?:gave|delivered|made|offered|provided)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?(?:brief\s+)?(?:opening|inaugural)\s+(?:remarks|address|statement|speech)"),
    ("welcomed", r"welcom(?:ed|es|ing)\b(?=\s+(?:(?:the|all|to)\s+)?(?:participants|delegat|members|the\s+meeting|everyone|those|guests|attend|present|and))"
                 r"|(?:gave|delivered|made|offered|extended)\s+(?:the\s+|an?\s+)?(?:brief\s+)?welcom\w+(?:\s+(?:remarks|address|statement|speech))?"),
    ("closed", r"clos(?:ed|es|ing)\b(?=\s+(?:the|with|this)\b)|(?:gave|delivered|made)\s+(?:the\s+|an?\s+)?(?:brief\s+)?(?:closing|concluding)\s+(?:remarks|address|statement|speech)|declared\s+[\w\s]{0,30}?closed"),
    ("keynote speaker", r"(?:gave|delivered|made)\s+(?:the\s+|a\s+)?key-?note"),
    ("head of delegation", r"(?:led|headed)\s+(?:the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}delegation"),
    ("convenor", r"convened\b|(?:was|is)\s+(?:elected\s+)?(?:as\s+)?convenor"),
    ("minutes taker", r"(?:took|kept|recorded)\s+(?:the\s+)?minutes"),
    ("presenter", r"(?:presented|introduced|briefed|gave\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,2}(?:presentation|overview|briefing|talk)|made\s+a\s+presentation|demonstrated)\b"),
    ("speaker", r"(?:spoke|addressed|reported|informed|updated|described|explained|outlined|shared|recalled|said|noted|stressed|congratulated)\b"),
)  # fmt: skip
_VERB_PATTERNS = tuple(
    (role, re.compile(rf"^[\s,]*{_ADVERB}(?P<words>(?:{pattern}){_OBJECT})", re.IGNORECASE))
    for role, pattern in _VERBS
)
# What stands before a name, up to it → role.
_LINK = r"(?:\s+(?:on\s+[^,.;]{0,40}?)?)"
_BEFORE: tuple[tuple[str, str], ...] = (
    ("vice-chair", r"\b(?:vice|deputy)[-\s]?chair\w*(?:\s+of\s+[^,.;:]{0,60})?(?:\s+(?:was|is|were|are)|\s*[:–—])"),
    ("co-chair", r"\bco-?chaired(?:\s+\w+){0,3}\s+by|\bco-?chair\w*(?:\s+of\s+[^,.;:]{0,60})?(?:\s+(?:was|is|were|are)|\s*[:–—])|under\s+the\s+co-?chairmanship\s+of"),
    ("chair", r"\b(?:chaired|presided\s+over)(?:\s+\w+){0,3}\s+by|under\s+the\s+(?:chair(?:manship)?|presidency)\s+of"
              r"|\bchair(?:man|woman|person|s)?(?:\s+of\s+[^,.;:]{0,60})?(?:\s+(?:was|is|were|are)(?:\s+taken\s+by)?|\s*[:–—])|chair\s+was\s+(?:taken|held)\s+by"),
    ("moderator", r"\bmoderated(?:\s+\w+){0,4}\s+by|\bmoderators?(?:\s+(?:was|is|were)|\s*[:–—])|moderation\s+of|guided\s+by"),
    ("facilitator", r"\b(?:co-)?facilitated(?:\s+\w+){0,3}\s+by|\bfacilitators?(?:\s+(?:was|is|were)|\s*[:–—])"),
    ("rapporteur", r"\brapporteurs?(?:\s+(?:was|is|were)|\s*[:–—])"),
    ("opened", r"\b(?:opened|inaugurated|launched|declared\s+open)(?:\s+(?!by)\w+){0,5}\s+by"),
    ("opening remarks", r"\bopening\s+(?:remarks|address|addresses|statement|statements|speech|words)\b[^.;]{0,80}?(?:\bby|\s*[:–—]|\bcame\s+from)|\bopened\s+with\s+(?:[\w-]+\s+){0,5}(?:by|from)"),
    ("welcomed", r"\bwelcomed(?:\s+\w+){0,5}\s+by|\bwelcom(?:e|ing)\s+(?:remarks|address|addresses|statement|statements|speech|words)\b[^.;]{0,80}?(?:\bby|\s*[:–—]|\bfrom)"),
    ("closed", r"\bclosed(?:\s+(?!by)\w+){0,5}\s+by|\b(?:closing|concluding)\s+(?:remarks|address|statement|speech|words)\b[^.;]{0,80}?(?:\bby|\s*[:–—]|\bfrom)"),
    ("keynote speaker", r"\bkey-?note\b[^.;]{0,60}?(?:\bby|\s*[:–—]|\bfrom|\bspeaker,?)"),
    ("head of delegation", r"\bdelegations?\b[^.;]{0,60}?\b(?:led|headed)\s+by|\bheads?\s+of\s+(?:the\s+)?delegation(?:\s+\w+){0,3}\s*[:,–—]?|\b(?:led|headed)\s+by"),
    ("minutes taker", r"\b(?:minutes|notes|record)\s*(?:taken|kept|recorded|prepared|drawn\s+up|drafted)?(?:\s+by|\s*[:–—])"),
    ("convenor", r"\bconvened(?:\s+\w+){0,3}\s+by|\bconvenors?(?:\s+(?:was|is)|\s*[:–—])"),
    ("predecessor", r"\bpredecessor(?:\s+in\s+(?:office|that\s+post|the\s+chair))?,?|\b(?:succeeded|succeeding|succeeds|replaced|replacing|replaces|took\s+over\s+from|takes\s+over\s+from|taking\s+over\s+from)"),
    ("successor", r"\bsuccessor(?:\s+in\s+office)?,?|\b(?:was|been|be|is)\s+(?:succeeded|replaced)\s+by"),
    ("representative", r"\brepresented(?:\s+(?:in\s+that\s+(?:office|capacity|role)|at\s+[^,.;]{0,60}|this\s+time|there))?\s+by(?:\s+its\s+\w+,)?"),
    ("presenter", r"\b(?:presented|introduced|given|delivered|made)\s+by|\bpresentations?\b[^.;]{0,80}?\b(?:by|from)|\bpresenters?(?:\s+(?:was|were)|\s*[:–—])|\bbriefed\s+by"),
    ("panellist", r"\bpanell?ists?(?:\s+(?:was|were)|\s*[:–—])"),
    ("speaker", r"\bspeakers?(?:\s+(?:was|were|included)|\s*[:–—])|\bheard\s+(?:from|an?\s+[\w\s]{1,40}?\s+(?:by|from))|\baddressed\s+by|\bstatements?\b[^.;]{0,60}?\b(?:by|from)"),
)  # fmt: skip
_BEFORE_PATTERNS = tuple(
    (
        role,
        re.compile(
            rf"(?P<words>(?:{pattern}))\s*(?:(?:both|the|its|his|her|their|by|of|from|as\s+\w+)\s+)*[\"'“‘(]*\s*$",
            re.IGNORECASE,
        ),
    )
    for role, pattern in _BEFORE
)
_OFFICE = re.compile(r"\brepresented\s+in\s+that\s+(?:office|capacity|role)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the words of the document that give it."""

    role: str
    words: str


def roles_named(text: str) -> tuple[str, ...]:
    """Return the roles that a noun phrase names ('Working Group Co-Chairs', 'opened the event; moderator')."""
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for role, pattern in _NOUN_PATTERNS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if role in {"chair", "co-chair", "vice-chair"} and _OF_OTHER_BODY.match(text[match.end() :]):
                continue
            found.append((match.start(), role))
    return tuple(dict.fromkeys(role for _, role in sorted(found)))


def role_after(text: str) -> Role | None:
    """Return the role that the words after a name give it: ', who opened the meeting', 'presided'."""
    for role, pattern in _VERB_PATTERNS:
        match = pattern.match(text)
        if match:
            return Role(role, " ".join(match["words"].split()))
    return None


def role_before(text: str) -> Role | None:
    """Return the role that the words before a name give it: 'The meeting was opened by', 'Chair:'."""
    text = text[-220:]
    for role, pattern in _BEFORE_PATTERNS:
        match = pattern.search(text)
        if not match:
            continue
        if role == "representative" and _OFFICE.search(match["words"]):
            held = roles_named(text[: match.start()])
            role = held[-1] if held else role
        clause = re.split(r"[.;:]\s+|,\s+(?:and|who|which)\s+", text[: match.start()])[-1]
        words = f"{clause} {match['words']}" if len(clause.split()) <= 12 else match["words"]
        return Role(role, " ".join(words.split()).strip(" ,:–—"))
    return None


def singular(words: str) -> str:
    """Return a role phrase for one holder: 'Working Group Co-Chairs' → 'Working Group Co-Chair'."""
    return re.sub(
        r"\b((?:[Cc]o-?|[Vv]ice-?)?[Cc]hair|[Mm]oderator|[Ff]acilitator|[Rr]apporteur|[Pp]anell?ist|[Ss]peaker|[Pp]resenter)s\b",
        r"\1",
        words,
    )
