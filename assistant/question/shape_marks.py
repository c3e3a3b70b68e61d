"""The words and turns by which the shape of a question is told."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, str]]:
    """Return the tables of `shape.toml`."""
    return tomllib.loads((files(__package__) / "shape.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def words_named(name: str) -> frozenset[str]:
    """Return one of the word lists of `shape.toml`."""
    return frozenset(tables()["words"][name].split())


AUXILIARIES = "(?:did|was|were|is|are|has|have|had|do|does|can|could|will|would|should|shall|may|might|must)"
AUXILIARY = re.compile(rf"^{AUXILIARIES}$")
STOP_NOUN = re.compile(
    rf"^(?:{AUXILIARIES}|of|in|on|at|to|for|from|by|with|and|or|that|who|which|came|took|sat|led|gave|made"
    r"|sent|spoke|met|held|set|said|say|lead|leads|attend|attends|join|joins|joint|jointly|lie|lies"
    r"|passed|run"
    r"|runs|prints|not|have|only|during|under|between|do|does|according|as|per|there|the|this|still|also|ran"
    r"|became|began|begins|chose|found|knew|saw|wrote|brought|put|paid|dealt|drew|kept|left|lost|sought|won"
    r"|belong|belongs|come|comes|go|goes|went|need|needs|remain|remains|follow|follows|work|works|prevails?"
    r"|exists?|replaces?|mentions?|describes?|applies|apply|pays?|finances?|stands?|recurs?|hosts?|co-hosts?|chairs?|serves?|covers?|supports?|helps?|takes?|gives?|makes?|shows?"
    r"|uses|falls|happens|appears?|means?|occurs?|matters|sits?|speaks?|brings?|keeps?|holds|owns?|owes?)$"
)

ALTERNATIVES = re.compile(
    r"\b(?:in|at|by|on|as|before|after|for|with)\b[^,?]{2,40}\bor\b"
)  # 'in the room or online'
YES_NO = re.compile(rf"^(?:and |so |but |or )?(?:{AUXILIARIES})(?: not)?\s")
CAPACITY = re.compile(
    r"\bcapacit(?:y|ies)\b|\b(?:as|was|were|is|are)\b.*\b(?:member|observer|guest|speaker|participant)\b"
    r".*\bor\b.*\b(?:member|observer|guest|speaker|participant)\b"
    r"|\bunder (?:what|which) (?:heading|label|category|group|section)\b.*\b(?:figure|list|appear|name|enter|record)"
    r"|\b(?:what|which) status\b.*\b(?:at|in|during) (?:the )?.*\b(?:meeting|session|plenary|conference|workshop)\b"
    r"|\b(?:what|which) (?:role|function|part)\b|\bin what role\b|\bwhat was .{0,40}\brole\b"
    r"|^how (?:did|does|was|were) .*\b(?:take part|participate|attend|join|present|represented)\b"
)
POST = re.compile(
    r"\bjob title\b|\bjob\b.*\b(?:have|hold|do|of)\b|\b(?:what|which) (?:\w+ )?(?:post|position|office"
    r"|rank|designation)\b"
    r"|\bwhat (?:is|was) (?:his|her|their)\b.*\b(?:post|position|title|rank|job)\b"
    r"|\b(?:post|position|rank|designation|job) of\b"
)
TITLE_OF = re.compile(r"\btitle of (?:(?:mr|mrs|ms|dr|prof)\.? )?(?P<what>[\w'’-]+)")
COUNT = re.compile(
    r"\bhow (?:many|much|often|large|big|high)\b|(?<!phone )(?<!serial )(?<!reference )(?<!case )\bnumber of\b"
    r"|\bcount of\b|\btotal of\b"
    r"|\b(?:what|which|to what|to which) (?:total )?(?:figure|number|percentage|proportion|share|amount"
    r"|sum|total|budget)\b"
    r"|\bwhat (?:is|was) the (?:total )?(?:figure|number|percentage|proportion|share|amount|sum|budget"
    r"|cost|quorum)\b|\bwhat did .{2,80}\bcost\b"
)
LEADING = re.compile(
    r"^(?:and |so |but )?(?:(?:by|to|for|with|from|of|until|till|since) )?(?P<word>when|where|why|who|whom|whose)\b"
)
DURATION = re.compile(
    r"\bhow long\b|\b(?:what|which) (?:\w+ ){0,2}?(?:target|waiting|response|processing|travel|transit|turnaround|answering"
    r"|delivery|reaction|average) times?\b|\b(?:what|which) (?:is |was )?(?:the )?time limit\b|\bwhat (?:is|was) the (?:duration|length)\b|\bfor what period\b|\bwhich period\b"
)
# 'when' asks only at the head of a clause: not in 'What was her post when she was chosen?'
WHEN = rf"^(?:\w+ ){{0,2}}when\b|\bwhen (?={AUXILIARIES})|(?:\b(?:and|or|by|since|until|till|from)|,) when\b|\bwhen\W*$"
DATE = re.compile(
    rf"{WHEN}|\b(?:what|which) (?:is|was|are|were) (?:the |its |their )?(?:\w+ ){{0,2}}(?:deadline|date|due date)\b"
    r"|\b(?:what|which|for which|by which|on which|new|exact|start|end|closing|due) (?:\w+ )?"
    r"(?:date|dates|day|month|year|time)\b|\bdeadline\b|\bdue date\b|\bdates? (?:of|for)\b|\bas of when\b"
    r"|\b(?:what|which) (?:years?|days?|months?|dates?)\b|\bfrom which year\b"
)
PLACE = re.compile(
    r"\bwhere\b(?! applicable)|\b(?:what|which) (?:\w+ )?(?:city|town|venue|place|location|hotel"
    r"|capital|building|hall|village|centre)\b"
    r"|\bwhat (?:is|was) the (?:venue|place|location)\b|^(?:\w+ ){0,2}(?:town|city|venue|place|location|hotel|hall|building)\b"
)
DEFINITION = re.compile(
    r"\bstands? for\b|\bacronym\b|\babbreviat|\bfull (?:form|name) of\b|\bspelled out\b|\bmeaning of\b"
    r"|\bwhat does .{1,40} mean\b"
)
REASON = re.compile(
    r"\bwhy\b|\bfor what reason|\bhow come\b|\b(?:what|which) (?:was|were|is|are) the reasons?\b"
    r"|\bthe reason for\b|\bwhat caused\b"
)
WHO = re.compile(r"\b(?:who|whom|by whom|whose)\b")
STRICT = re.compile(
    r"\bby name\b|\bnamed\b|\bname of the (?:person|chair|head)|\bwho (?:represented|spoke for"
    r"|led the delegation|(?:led|headed) (?:the )?[^?]{2,40}\bdelegation)\b|\bpersonally\b"
)
LIST = re.compile(
    r"^(?:please )?(?:list|name all|name the|enumerate|give (?:me )?(?:all|a list))\b|\blist (?:all|of"
    r"|the)\b|\bwhat (?:are|were) the\b"
    r"|\bwho (?:were|are) (?:the|all)\b|\ball the\b|\bwho all\b"
)
BE_WHAT = re.compile(r"^what (?:is|are|was|were) (?:an? |the )?(?P<what>[\w’'\-]+(?: [\w’'\-]+){0,4})\??$")
WORD = re.compile(r"[A-Za-zÀ-ž0-9](?:[\w&’'./-]*\w)?")
QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{2,120})[\"“”«»]|(?<!\w)['‘]([^'‘’]{3,120})['’](?!\w)")
YEAR = re.compile(r"^(?:19|20)\d\d$")
# 'What was the total number of people …' asks for people.
QUANTITY = re.compile(
    r"^(?:(?:is|are|was|were) )?(?:the |an? )?(?:total |exact |overall |final )?(?:number|count|share|proportion|percentage)"
    r" of (?=\w)",
    re.IGNORECASE,
)
WH = re.compile(
    r"\b(?:which|what|how many|how much|whose|number of|list(?: all)?(?: the)?|name(?: all)?(?: the)?"
    r"|who (?:were|are) the)\s+"
)
