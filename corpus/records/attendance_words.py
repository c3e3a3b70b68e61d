"""The words by which running text speaks of attendance."""

from __future__ import annotations

import re

# What comes before an enumeration of those who attended.
AFTER = re.compile(
    r"\b(?:attended\s+by|attendance\s+of|(?:with\s+)?the\s+participation\s+of|participants\s+(?:came\s+from|included|were\s+from)"
    r"|(?:brought|bringing)\s+together|(?:was|were)\s+served\s+by|had\s+invited|in\s+attendance\s+were|attending\s+were"
    r"|present\s+were|in\s+the\s+presence\s+of|those\s+(?:present|attending)\s+(?:were|included)|joined\s+(?:\w+\s+){0,3}by)\b[:\s]*"
    r"|\b(?:adopted|signed|endorsed|approved|issued|concluded)\b[^.;:]{0,80}?\bby\s+(?:the\s+|their\s+)?(?:\w+\s+){0,3}?"
    r"(?:ministers?|heads|representatives?|plenipotentiaries|delegations?|governments?|delegates)\b[^.;:]{0,60}?\b(?:of|from)\s+(?:the\s+)?(?-i:(?=[A-Z]))"
    r"|\bno\s+(?:reply|answer|word|response|registration|delegation|delegate|representative)s?\s+(?:(?:had|has|have)\s+(?:been\s+)?|was\s+|were\s+)?"
    r"(?:received|come|came|arrived|heard)?\s*from\s+(?:the\s+)?(?-i:(?=[A-Z]))"
    r"|\b(?:[Aa]pologies|[Rr]egrets)\s+(?:for\s+absence\s+)?(?:(?:were|had\s+been|was|had|have\s+been|have)\s+)?(?:received|sent|given|conveyed|tendered|come|came|arrived)?\s*(?:from|by)\s+",
    re.IGNORECASE,
)


# All but some were there: 'Every one of the nine parties but A and B sat in the hall'.
ALL_BUT = re.compile(
    r"\b(?:[Ee]very(?:\s+one)?|[Aa]ll|[Ee]ach)\s+(?:of\s+)?(?:the\s+|our\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:members?(?:\s+states?)?|part(?:y|ies)|(?:participating\s+)?states?|countr(?:y|ies)|delegations?)\s+"
    r"(?P<head>but|except(?:\s+for)?|save(?:\s+for)?|apart\s+from|with\s+the\s+exception\s+of)\s+(?P<names>[A-Zt][^.;:]{2,150}?)\s+"
    r"(?:attended|sat|came|participated|took\s+part|(?:was|were)\s+(?:present|represented|there))\b"
)


# What stands behind the names of those who attended.
VERB = re.compile(
    r"\s+(?:(?:have|has|had|also|both|all|each|then|been(?=\s+(?:invited|excused)\b)|only)\s+)*(?P<verb>attended|participated|took\s+part|(?:was|were)\s+(?:also\s+)?(?:present|represented|absent"
    r"|in\s+the\s+(?:room|hall)|on[- ]?line|on\s+screen|connected|there(?=\s*(?:[,.;]|as\b|in\s+person|for\b|by\b|on\b|with\b|$))"
    r"|admitted(?=\s+(?:as\s+(?:an?\s+)?(?:\w+\s+)?(?:observer|guest)|for|throughout|to\s+(?:the\s+)?(?:whole|session|meeting|discussion|open)))|in\s+attendance|unable\s+to(?=\s+(?:attend|be|participate|take|come|join|send|travel|make)\b)|missing|excused|invited|not\s+(?:present|represented|able))|looked\s+on|was\s+expected\s+but\s+did\s+not\s+come|were\s+expected\s+but\s+did\s+not\s+come|observed(?!\s+that\b|,(?!\s+(?:together|along|as\s+well)))|sent\s+(?:their\s+|its\s+|an?\s+)?(?:apologies|regrets|delegations|observers?)"
    r"|(?:conveyed|tendered|presented|offered|gave|sent)\s+(?:their\s+|its\s+)?(?:apologies|regrets|excuses)|excused\s+(?:themselves|itself)|asked\s+to\s+be\s+excused|(?:came|sat|sat\s+in)(?=\s+as\s+(?:an?\s+|the\s+|our\s+)?(?:[a-z]+\s+)?(?:observer|guest|invited|member|participant|partner|candidate|associate|adviser|advisor))"
    r"|sat\s+in(?=\s+on\s+)"
    r"|came(?=\s*(?:[.;]|$|,?\s+(?:too|as\s+well|in\s+person|online)\b))"
    r"|(?:sent|submitted|contributed|provided|transmitted)\s+(?:only\s+)?(?:an?\s+|its\s+|their\s+|the\s+)?written\s+(?:reports?|comments?|statements?|contributions?|repl(?:y|ies)|submissions?|inputs?|remarks|observations)(?:\s+only)?"
    r"|apologi[sz]ed\s+for\s+(?:not|being|their|its|absence)"
    r"|(?:was|were)\s+(?:kept\s+(?:at\s+home|away)|prevented(?=\s+from|\s*[.;,]|$)|held\s+up|refused|heard(?=\s+(?:under|on|in|at|by)\b)|with\s+us)"
    r"|registered(?=[^.;]{0,40}?\b(?:but|who|which)\b[^.;]{0,40}?\b(?:not|kept|prevented|unable|cancel\w+|stay\w+)\b)"
    r"|(?:announced|confirmed|promised|nominated|named|accepted|planned|intended|hoped|wished|expected)(?=[^.;]{0,60}?\b(?:but|yet)\s+(?:did\s+not|could\s+not|never|stayed|sent\s+(?:no|apologies))\b)"
    r"|been\s+(?:invited|expected|announced)(?=[^.;]{0,60}?\b(?:and|but|yet)\s+(?:did\s+not|could\s+not|stayed|sent\s+(?:no|apologies))\b)"
    r"|not\s+(?:replied|answered|responded|registered)|did\s+not\s+(?:reply|answer|respond|arrive|come|participate|take\s+part|appear|join(?!\s+(?:in\s+)?(?:the|this|that|a)\s+(?:conclusion|consensus|decision|declaration|statement|agreement|recommendation|call|appeal|protocol|convention|vote)))"
    r"|asked\s+to\s+(?:receive|be\s+sent)\s+the\s+(?:papers|documents)|stayed\s+away"
    r"|(?:could\s+not|failed\s+to|were\s+unable\s+to|was\s+unable\s+to)\s+(?:obtain|get)\s+(?:\w+\s+){0,2}visas?"
    r"|spoke(?=\s+(?:for|on\s+behalf\s+of)\s+(?:civil\s+society|industry|business|the\s+private\s+sector|the\s+observers))"
    r"|spoke(?=\s+(?:in\s+plenary|at\s+the\s+invitation|by\s+invitation))"
    r"|had\s+to\s+leave|left\s+(?=(?:early|before|after)\b)"
    r"|neither\s+(?:attended|came|appeared|sent|replied|answered|took\s+part|was|were)(?=[^.;]{0,80}?\bnor\b)"
    r"|could\s+not\s+send\s+(?:anyone|anybody|a\s+\w+)|did\s+not\s+(?:attend|send\s+(?:an?\s+|any\s+|their\s+)?(?:delegat\w+|representatives?|observers?))|could\s+not\s+(?:attend|come|be\s+present|take\s+part)|(?:informed|notified|told|advised|written\s+to|let)\s+[^.;]{0,80}?\b(?:not\s+be\s+able\s+to|(?:could|would)\s+not\s+(?:send|attend|come|be\s+(?:present|represented)|take\s+part|participate))|joined|followed"
    r"|was\s+the\s+only|were\s+the\s+only|were\s+observers|was\s+an?\s+observer)\b"
)


PREDICATE_END = re.compile(
    r"[;.](?:\s|$)|,?\s+(?:and\s+)?(?:so|as)\s+did\s|,?\s+(?:but|while|together\s+with|as\s+well\s+as|along\s+with)\s|,\s+and\s"
)


# What takes back an invitation or a registration: 'was invited but did not come'.
_TAKEN_BACK = "announced|confirmed|promised|nominated|named|accepted|planned|intended|hoped|wished|expected"
TAKEN_BACK = re.compile(rf"(?:been\s+)?(?:{_TAKEN_BACK}|registered)\b")
NOT_AFTER_ALL = re.compile(
    r"^[^.;]{0,60}?\b(?:and|but|yet)\s+(?:did\s+not|could\s+not|stayed|sent\s+(?:no|apologies))\b"
)


# Others of whom the same is said: 'and so did the FAO', 'as did Japan'.
SO_DID = re.compile(r",?\s+(?:and\s+)?(?:so|as)\s+did\s+")


# 'We welcomed A, B and C as observers'.
WELCOMED = re.compile(
    r"\b(?:welcomed|admitted|received|greeted)\s+(?P<names>[^.;:()]*(?:\([^()]*\)[^.;:()]*)*?)"
    r"\s+as\s+(?P<label>(?:new\s+)?(?:observers?|guests?|observer\s+\w+)\b)"
)


# The others of a group that is spoken of: 'Among the members only …', 'From among the observers, …'.
SUBJECT_LEAD = re.compile(
    r"\s*(?:(?P<among>(?:From\s+among|Among|Of|Out\s+of|As\s+for)\s+(?:the\s+|all\s+the\s+|our\s+)?(?:\w+\s+)?[a-z][a-z -]+?)(?:,\s+|\s+(?=only\b))"
    r"|(?P<last>The\s+(?:remaining|last|other|only\s+other)\s+[a-z][a-z ]{2,30}),\s+"
    r"|At\s+[^,]{3,60}?\binvitation(?:\s+of\s+[^,]{3,50})?,\s+|(?:This|That)\s+time,?\s+)?(?:(?:but\s+|and\s+)?only\s+)?"
)


# One more name, with how it took part: ', and the law firm X on the last day only'.
ELLIPSIS = re.compile(
    r",?\s+and\s+(?P<who>[^,;.]{2,90}?)\s+(?P<how>(?:on|for|by|in|during|under|until|from)\s+(?:the\s+)?[a-z][^.;]{2,70}?)(?=[.;]|$)"
)


# Predicates after which any name is that of a party.
SURE = re.compile(
    r"sat\s+in|(?:was|were)\s+(?:heard|with\s+us|the\s+only)|excused|spoke|asked\s+to\s+(?:receive|be)|.*\bvisas?\b|stayed\s+away"
)


# What a predicate says beside that somebody was, or was not, there.
REMARK = re.compile(
    r"\b(?:only|items?|days?|guests?|invitation|count(?:ed)?|because|on\s+account|owing|due\s+to|since|kept|registered|whole|half"
    r"|mornings?|afternoons?|first|last|part\s+of|throughout|visas?|papers|heard|without|until|before|after|early|replied|reply|plenary|request)\b",
    re.IGNORECASE,
)


NOT_SUBJECT = re.compile(
    r"\b(?:which|who|whose|that|where|when|if|while|because|said|noted|presented|asked|reported)\b|:"
)


NOT_COUNTED = re.compile(
    r"\b(?:do|does|did|is|are|was|were)\s+not\s+(?:to\s+be\s+)?count(?:ed)?\b", re.IGNORECASE
)


ELSEWHERE = re.compile(
    r"\b(?:for\s+the\s+first\s+time|earlier|previous(?:ly)?|last\s+year|in\s+the\s+past|panel\b|working\s+group\s+in\s+(?:19|20))",
    re.IGNORECASE,
)


MEETS = re.compile(
    r"\b(?:meetings?|sessions?|sittings?|plenary|online|virtual\w*|video|remote\w*|proceedings|discussions?|items?|event|workshop|conference|dialogue|forum)\b",
    re.I,
)


BACKWARD = re.compile(
    r"\b(?:of\s+them|remaining|the\s+rest|the\s+others?|of\s+these|of\s+whom|in\s+(?:that|the\s+same)\s+capacity)\b",
    re.IGNORECASE,
)


COUNT_ONLY = re.compile(
    r"\b(?P<head>(?:[A-Za-z-]+|\d+)(?:\s+of\s+(?:the|its|our)\s+(?:[a-z-]+|\d+))?\s+(?:(?-i:[A-Z])[\w-]+\s+){0,4}(?:additional\s+|full\s+)?"
    r"(?:member\s+(?:states|countries|organi[sz]ations|economies)|members|observers|states|countries|delegations|economies|governments|(?:contracting\s+)?parties"
    r"|organi[sz]ations|civil\s+society\s+(?:organi[sz]ations|groups|representatives)|compan(?:y|ies)))"
    r"(?=,?\s+(?:also\s+|all\s+)?(?:took\s+part|attended|participated|sent\s+(?:delegations|delegates|representatives)|(?:were|was)\s+(?:thus\s+)?(?:present|represented|in\s+attendance)|present\b|were\s+there))",
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


# A capacity right before its first name: 'as observers Canada', 'civil society Reef Watch'.
BARE_LEAD = re.compile(r"^(?P<lead>(?:[a-z][\w’'-]*\s+){1,4}?):?\s*(?P<name>[A-ZÀ-Þ0-9].*)$", re.DOTALL)


ONE = re.compile(
    r"(?:^|[.;]\s+|^\W*\w{1,2}\)\s+)(?P<head>(?:One|A|An|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Both"
    r"|The\s+(?:only|two|three|four|five|six))\s+[a-z][a-z -]{2,50}?),\s+(?P<names>(?:the\s+)?[A-Z][^;.]{2,220}?),\s+"
    r"(?:(?P<away>(?:had|has|have)\s+(?:been\s+)?(?:registered|announced|invited|expected|confirmed)\b[^.;]{0,80}?\b(?:but|yet)\s+"
    r"(?:did\s+not|could\s+not|never|stayed|sent\s+(?:no|apologies))[^.;]{0,40})|(?:(?:had\s+|have\s+|has\s+)?(?:also\s+)?(?:came|come|attended|took\s+part|taken\s+part|was|were|joined|participated|been\s+(?:invited|present|admitted|heard)|sent\s+(?:delegates|observers|representatives|delegations))\b))"
)


PANEL = re.compile(
    r"\b(?:panel\w*|present(?:ed|ations?|ers?)|drafting|lead\w*|co-?chair\w*|laborator\w+|sub-?group|fees?)\b",
    re.IGNORECASE,
)


CUE = re.compile(
    r"\b(?:attend\w*|participa\w+|took\s+part|registered|present\b|represent\w+|delegations?|delegates|observ\w+|joined|sent|members?\s+states?|absent"
    r"|apolog\w+|came\s+from|countries|states)\b",
    re.IGNORECASE,
)  # fmt: skip


def cued(text: str) -> bool:
    """Say whether a sentence speaks of attendance at all, and not of a panel."""
    return bool(CUE.search(text)) and not re.search(
        r"\b(?:panel|[Pp]anellists|[Ll]aboratories)\b|\bPanel\s+(?:\d|[Dd]iscussion|[A-Z]\b)", text
    )
