"""The words by which running text speaks of attendance."""

from __future__ import annotations

import re

# What comes before an enumeration of those who attended.
AFTER = re.compile(
    r"\b(?:attended\s+by|attendance\s+of|(?:with\s+)?the\s+participation\s+of|participants\s+(?:came\s+from|included|were\s+from)"
    r"|(?:brought|bringing)\s+together|(?:was|were)\s+served\s+by|had\s+invited|in\s+attendance\s+were|attending\s+were"
    r"|present\s+were|in\s+the\s+presence\s+of|those\s+(?:present|attending)\s+(?:were|included)|joined\s+(?:\w+\s+){0,3}by)\b[:\s]*"
    r"|\b(?:[Aa]pologies|[Rr]egrets)\s+(?:for\s+absence\s+)?(?:(?:were|had\s+been|was)\s+)?(?:received|sent|given|conveyed|tendered)?\s*(?:from|by)\s+",
    re.IGNORECASE,
)


# What stands behind the names of those who attended.
VERB = re.compile(
    r"\s+(?:(?:have|has|had|also|both|all|each|then)\s+)*(?P<verb>attended|participated|took\s+part|(?:was|were)\s+(?:also\s+)?(?:present|represented|absent"
    r"|in\s+attendance|unable\s+to(?=\s+(?:attend|be|participate|take|come|join|send|travel|make)\b)|missing|excused|invited|not\s+(?:present|represented|able))|observed(?!\s+that\b|,)|sent\s+(?:their\s+|its\s+|an?\s+)?(?:apologies|regrets|delegations|observers?)"
    r"|did\s+not\s+(?:attend|send\s+(?:an?\s+|any\s+|their\s+)?(?:delegat\w+|representatives?|observers?))|could\s+not\s+attend|informed\s+[^.;]{0,80}?\bnot\s+be\s+able\s+to|joined|followed"
    r"|was\s+the\s+only|were\s+the\s+only|were\s+observers|was\s+an?\s+observer)\b"
)


PREDICATE_END = re.compile(
    r"[;.](?:\s|$)|,?\s+(?:and\s+)?(?:so|as)\s+did\s|,?\s+(?:but|while|together\s+with|as\s+well\s+as|along\s+with)\s|,\s+and\s"
)


# Others of whom the same is said: 'and so did the FAO', 'as did Japan'.
SO_DID = re.compile(r",?\s+(?:and\s+)?(?:so|as)\s+did\s+")


# 'We welcomed A, B and C as observers'.
WELCOMED = re.compile(
    r"\b(?:welcomed|admitted|received|greeted)\s+(?P<names>[^.;:()]*(?:\([^()]*\)[^.;:()]*)*?)"
    r"\s+as\s+(?P<label>(?:new\s+)?(?:observers?|guests?|observer\s+\w+)\b)"
)


NOT_SUBJECT = re.compile(
    r"\b(?:which|who|whose|that|where|when|if|while|because|said|noted|presented|asked|reported)\b|:"
)


ELSEWHERE = re.compile(
    r"\b(?:for\s+the\s+first\s+time|earlier|previous(?:ly)?|last\s+year|in\s+the\s+past|panel\b|working\s+group\s+in\s+(?:19|20))",
    re.IGNORECASE,
)


MEETS = re.compile(
    r"\b(?:meetings?|sessions?|online|virtual\w*|video|remote\w*|proceedings|discussions?|items?|event|workshop|conference|dialogue|forum)\b",
    re.I,
)


BACKWARD = re.compile(
    r"\b(?:of\s+them|remaining|the\s+rest|the\s+others?|of\s+these|of\s+whom)\b", re.IGNORECASE
)


COUNT_ONLY = re.compile(
    r"\b(?P<head>(?:[A-Za-z-]+|\d+)(?:\s+of\s+(?:the|its|our)\s+(?:[a-z-]+|\d+))?\s+(?:(?-i:[A-Z])[\w-]+\s+){0,4}(?:additional\s+|full\s+)?"
    r"(?:member\s+(?:states|countries|organi[sz]ations|economies)|members|observers|states|countries|delegations|economies|governments"
    r"|organi[sz]ations|civil\s+society\s+(?:organi[sz]ations|groups|representatives)|compan(?:y|ies)))"
    r"(?=,?\s+(?:also\s+|all\s+)?(?:took\s+part|attended|participated|(?:were|was)\s+(?:present|represented|in\s+attendance)|present\b|were\s+there))",
    re.IGNORECASE,
)


COUNTED = re.compile(
    r"\W*(?:from\s+)?(?P<head>(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+(?:[A-Z][\w-]+\s+){0,4}(?:additional\s+|full\s+)?"
    r"(?:members?(?:\s+\w+)?|observers?|states|countries|organi[sz]ations|economies|governments)"
    r"(?:\s+and\s+(?:international\s+)?organi[sz]ations)?)"
)


LEAD = re.compile(
    r"^(?P<lead>(?:[a-z][\w’'-]*|NGO|\d+|and|,)(?:\s+(?:[a-z][\w’'-]*|and|NGOs?))*?)\s+(?:from|of)\s+(?:the\s+)?(?P<name>[A-Z0-9].*)$",
    re.DOTALL,
)


ONE = re.compile(
    r"(?:^|[.;]\s+)(?P<head>(?:One|A|Two|Both"
    r"|The\s+only)\s+[a-z][a-z -]{2,50}?),\s+(?P<names>[A-Z][^,;.]{2,120}?),\s+"
    r"(?:came|attended|took\s+part|was|were|joined|participated)\b"
)


PANEL = re.compile(
    r"\b(?:panel\w*|present(?:ed|ations?|ers?)|drafting|lead\w*|co-?chair\w*|laborator\w+|sub-?group|fees?)\b",
    re.IGNORECASE,
)


CUE = re.compile(
    r"\b(?:attend\w*|participa\w+|took\s+part|present\b|represent\w+|delegations?|delegates|observ\w+|joined|sent|members?\s+states?|absent"
    r"|apolog\w+|came\s+from|countries|states)\b",
    re.IGNORECASE,
)  # fmt: skip


def cued(text: str) -> bool:
    """Say whether a sentence speaks of attendance at all, and not of a panel."""
    return bool(CUE.search(text)) and not re.search(
        r"\b(?:panel|panellists|laboratories)\b", text, re.IGNORECASE
    )
