"""Persons named in prose: the post beside the name, the role before or after it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document
from corpus.names.people import FoundPerson, find_people
from corpus.names.people_words import is_post
from corpus.records.persons import ANOTHER_BESIDE, Mention, organisation_of, party_of, split_post
from corpus.records.roles import Role, role_after, role_before, roles_named, singular
from corpus.records.statements import Statement, clean, split, statements, without_marker

if TYPE_CHECKING:
    from corpus.records.context import Context

_JOINED = re.compile(
    r"^(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[\w’'-]+){0,2}?)?\s*[,;]?\s*(?:(?:and|&|as\s+well\s+as|together\s+with|with)\s*)?$"
)
_POSTNOMINAL = re.compile(
    r",\s*(?:M\.?P\.?|Ph\.?D\.?|S\.?C\.?|K\.?C\.?|O\.?B\.?E\.?|Esq\.?|LL\.?M\.?|(?:ret|retd)\.?)(?=\s*[,;.)])"
)
# 'IN THE CHAIR Ms A, Peru RAPPORTEUR Mr B': lines with labels in capitals that were run together
_LABEL = r"(?:IN\s+THE\s+CHAIR|(?:(?:CO|VICE)-)?CHAIR(?:PERSON|MAN|WOMAN|S)?|RAPPORTEURS?|MODERATORS?|SECRETARY|FACILITATOR)"
_TITLED = r"(?:Mr|Ms|Mrs|Mme|Dr|Prof|H\.E)\b"
_NEXT_LABEL = re.compile(rf"(?<=[a-zà-ÿ.)])\s(?={_LABEL}\s+{_TITLED})")
_BEHIND_LABEL = re.compile(rf"\b({_LABEL})\s(?=\s*{_TITLED})")
_ELECTED = re.compile(r"\b(?:elects?|appoints?|elected|re-elected|appointed|nominated|designated|chose)\s+$")
_AS_OFFICE = re.compile(
    r"^\s*(?:,[^,;.]{0,80},\s*)?(?:as\s+)?(?:its\s+|the\s+)?(?:new\s+|next\s+)?(?P<office>(?:Co-|Vice-)?[Cc]hair\w*|Rapporteur)\b"
)
_AFFILIATION = re.compile(r"[A-Z][\w’'&-]*(?:\s+(?:of|for|the|and|[A-Z][\w’'&-]*)){0,5}")
_TAKES_OVER = re.compile(
    r"\b(?:in\s+(?:place|succession)\s+(?:of|to)|(?:take[sn]?|took|taking)\s+over\s+(?:the\s+[\w\s-]{3,30}?\s+)?from|succeed(?:s|ed|ing)|replac(?:es|ed|ing))"
    r"\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$|\btook\s+the\s+chair\b[^.;]{0,40}\bafter\s+$"
)
_SUCCEEDED_BY = re.compile(
    r"\b(?:succeeded|replaced|followed)\b[^.;]{0,60}\bby\s+(?:the\s+)?$|\bhand(?:s|ed)\s+over\b[^.;]{0,40}\bto\s+$"
)
_AS_POST = re.compile(
    r"\s+as\s+(?:the\s+)?(?P<post>[A-Z][\w’'-]*(?:\s+(?:of\s+the\s+|of\s+)?[A-Z][\w’'-]*){0,5})"
)
_TERM_ENDED = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?,?\s*having\s+(?:ended|completed|served|finished)\s+(?:his|her|their)\s+term\b[^;]*\b(?:chaired|chair|elected|presided)\b"
)
_ELECTED_TOO = re.compile(
    r"\b(?:elects?|elected|re-elected|appointed|appoints?|chose)\b(?:[^.;]|\b(?:Mr|Ms|Mrs|Dr|Prof)\.){3,200}?\b(?:[Cc]hair|[Rr]apporteur)\w*\b[^.;]{0,80}?,?\s+and\s+$"
)
_OFFICES = re.compile(r"((?:[A-Z]\w+\s+)?(?:Minister|Ambassador|Senator|Commissioner|Director))s$")
_POSSESSIVE = re.compile(r"[’']s$")
_WEAK_ROLES = frozenset({"speaker", "presenter", "representative"})
_STATED_POST = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?P<post>[A-Z][^.;:,]{2,80}?)\s+(?:is|was|remains)\s*$"
)
# 'Ms X, who has been Head of the Bureau since 2031'
_POST_SINCE = re.compile(
    r"\s*,\s+who\s+(?:has\s+been|is|became|was\s+(?:appointed|named|made))\s+(?:the\s+)?(?P<post>[A-Z][^.;:,()]{3,70}?)"
    r"(?=,|\s+(?:since|on|in|from|with\s+effect)\b)"
)
_WEAK = frozenset({"Justice", "Judge", "President", "Chief", "General", "Commissioner"})
_MARKED = re.compile(r"^\s*\((?P<inside>[^()]{2,60})\)")
_ROLE_WORDS = re.compile(
    r"(?P<words>(?:(?:the|The|its|Its|his|her|our)\s+)?(?:outgoing\s+|former\s+|retiring\s+|previous\s+)?(?:[A-Z][\w’'-]*\s+|of\s+|the\s+){0,8}?"
    r"(?:(?:Co-|Vice-|Deputy\s+)?[Cc]hair(?:man|woman|person|s)?|(?:(?:CO|VICE|DEPUTY)[- ])?CHAIR(?:MAN|WOMAN|PERSON)?|RAPPORTEUR|MODERATOR|[Mm]oderators?|[Rr]apporteurs?|[Ff]acilitators?|[Cc]onvenor|[Kk]eynote\s+speaker)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’' -]{2,60})?)\s*[,(]?\s*$"
)
# 'The SECRETARY (Ms X) announced', 'the Executive Secretary (Mr Y) said'
_POST_OF_BRACKETED = re.compile(r"\b[Tt]he\s+(?P<post>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})\s*\(\s*$")
# of a State whose name is not known, or misread
_OF_SOMEWHERE = re.compile(
    r"\s+(?:of|from)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[\w’'-]+){0,3}?(?=\s+(?:acted|served|was|presided|took|chaired|opened|kept)\b)"
)
# 'India's representative, Dr X', 'on behalf of Fiji, Ms Y', 'the delegate of Chad, Mr Z'
_BEHALF = re.compile(
    r"(?:^|\b)(?:on\s+behalf\s+of|for|(?:representative|delegate|ambassador)\s+of)\s+(?:the\s+)?[^,;]{2,60},\s*(?:the\s+)?$"
    r"|[’']s?\s+(?:[a-z]+\s+)?(?:representative|delegate|ambassador|minister|head\s+of\s+delegation|delegation)[^,;]{0,40},?\s*$",
    re.IGNORECASE,
)
# 'the Ferry Union (FU), on whose behalf Ms Y spoke'
_ON_WHOSE_BEHALF = re.compile(
    r"^\s*\)?\s*(?:\([^()]*\)\s*)?,?\s*(?:on\s+whose\s+behalf|for\s+(?:which|whom)|whose\s+(?:delegate|representative))\s*,?\s*$"
)
# 'Oman was represented by Mr A and Ms B'
_ALL_FOR = re.compile(r"\s+(?:was|were|is|had\s+been)\s+represented\s+by\b", re.IGNORECASE)
_REPRESENTED = re.compile(r"\brepresented\b|\bdelegation\b|\bled\b|\bheaded\b", re.IGNORECASE)


def named_people(document: Document, context: Context) -> list[Mention]:
    """Return the persons named in the sentences of a document, in order."""
    mentions: list[Mention] = []
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        for sentence in split(statement):
            mentions += _in_sentence(sentence, context)
    return mentions


def _in_sentence(sentence: Statement, context: Context) -> list[Mention]:
    text = sentence.text.replace("\n", " ").replace("\t", " ")
    cut = without_marker(text)[1]
    text = _POSTNOMINAL.sub(lambda match: " " * len(match.group()), " " * cut + text[cut:])
    text = ANOTHER_BESIDE.sub(lambda match: " " * len(match.group()), text)
    text = _BEHIND_LABEL.sub(r"\1:", _NEXT_LABEL.sub(";", text))
    people = [_closed(text, person) for person in find_people(text) if _plausible(text, person)]
    mentions: list[Mention] = []
    for group in _groups(text, people):
        mentions += _of_group(sentence, text, group, context)
    return _with_predecessors(text, people, mentions)


def _with_predecessors(text: str, people: list[FoundPerson], mentions: list[Mention]) -> list[Mention]:
    """'X was elected Chair in place of Y', 'Y having ended her term, the Committee was chaired by X'."""
    if len(mentions) != len(people) or len(mentions) < 2:
        return mentions
    found = list(mentions)
    for place, person in enumerate(people[1:], 1):
        between = text[people[place - 1].whole[1] : person.whole[0]]
        former = place
        if _SUCCEEDED_BY.search(between) or _TERM_ENDED.match(between):
            former, place = place - 1, place
        elif _TAKES_OVER.search(between):
            former, place = place, place - 1
        else:
            continue
        office = _AS_POST.match(text[people[max(place, former)].whole[1] :])
        post = found[place].post or (clean(office["post"]) if office and former > place else None)
        found[place] = replace(found[place], predecessor=found[former].name, post=post)
        roles = tuple(role for role in found[former].roles if role not in ("chair", "vice-chair", "co-chair"))
        found[former] = replace(found[former], roles=roles or ("predecessor",))
    return found


def _plausible(text: str, person: FoundPerson) -> bool:
    """Leave out 'International Justice Mission': a title in the middle of a name in capitals."""
    if person.honorific not in _WEAK:
        return True
    return not re.search(r"\b[A-Z][\w-]*\s+$", text[: person.start])


def _closed(text: str, person: FoundPerson) -> FoundPerson:
    """Take the closing bracket of 'Ms A (Mali)' into the mention."""
    start, end = person.whole
    opened = text.count("(", start, end) > text.count(")", start, end)
    return replace(person, whole=(start, end + 1)) if opened and text[end : end + 1] == ")" else person


def _groups(text: str, people: list[FoundPerson]) -> list[list[FoundPerson]]:
    """Join the persons of one enumeration: 'Mr A, Director of X, and Ms B, Head of Y'."""
    groups: list[list[FoundPerson]] = []
    for person in people:
        between = text[groups[-1][-1].whole[1] : person.whole[0]] if groups else ""
        between = re.sub(r"\([^()]*\)", "", between)
        if groups and _JOINED.match(between):
            groups[-1].append(person)
        else:
            groups.append([person])
    return groups


def _of_group(sentence: Statement, text: str, group: list[FoundPerson], context: Context) -> list[Mention]:
    begin, finish = group[0].whole[0], group[-1].whole[1]
    mark = _MARKED.match(text[finish:])
    tail = finish + (mark.end() if mark else 0)
    after, before = role_after(text[tail:]), role_before(text[:begin])
    if after is None and (somewhere := _OF_SOMEWHERE.match(text, tail)) is not None:
        tail = somewhere.end()
        after = role_after(text[tail:])
    chosen = _ELECTED.search(text[:begin]) or _ELECTED_TOO.search(text[:begin])
    office = _AS_OFFICE.match(text[tail:]) if chosen else None
    if office is not None:
        after = Role(roles_named(office["office"])[0], f"elected {clean(office.group())}", 0, office.end())
    plural = _plural_behind(text, group[-1])
    mentions = []
    for place, person in enumerate(group):
        found: list[tuple[str, str]] = []
        left, right = person.whole
        apposed = _apposed(text, person)
        if apposed is not None:
            plural = apposed if place == 0 and singular(apposed.words) != apposed.words else plural
            found.append((apposed.role, singular(apposed.words)))
            left = min(left, apposed.start)
        elif plural is not None:
            found.append((plural.role, singular(plural.words)))
            left, right = min(left, plural.start), max(right, plural.end)
        own = _MARKED.match(text[person.whole[1] :])
        beside = own and not (person.organisation or person.post or roles_named(own["inside"]))
        if own and beside and _AFFILIATION.fullmatch(own["inside"]):
            person = replace(person, organisation=clean(own["inside"]))
            right = person.whole[1] + own.end()
        for role in roles_named(own["inside"]) if own else ():
            found.append((role, clean(own["inside"]) if own else ""))
            right = person.whole[1] + (own.end() if own else 0)
        if person.post and singular(person.post) != person.post and roles_named(person.post):
            person = replace(person, post=None)  # the office of all: 'Ms A and Mr B, Co-Chairs of …'
        post, held, said = split_post(None if apposed and person.post == apposed.words else person.post)
        found += [(role, said or role) for role in held]
        if before is not None and not (found and before.role in _WEAK_ROLES):
            found.append((before.role, before.words))
            left = min(left, before.start)
        if after is not None and not (found and after.role in _WEAK_ROLES):
            found.append((after.role, after.words))
            right = max(right, tail + after.end)
        if (
            post is None
            and (stated := _STATED_POST.search(text[: person.whole[0]]))
            and is_post(stated["post"])
        ):
            post, left = clean(stated["post"]), min(left, stated.start())
        if post is None and (of := _POST_OF_BRACKETED.search(text[: person.whole[0]])):
            title = of["post"].capitalize() if of["post"].isupper() else of["post"]
            if is_post(title) and not roles_named(title):
                post, left = title, min(left, of.start())
        if post is None and (since := _POST_SINCE.match(text[person.whole[1] :])) and is_post(since["post"]):
            post = clean(since["post"])
            right = max(right, person.whole[1] + since.end("post"))
        if person.honorific and (office := _OFFICES.match(person.honorific)):
            post = post or office[1]
            person = replace(person, honorific=None)
        roles = tuple(dict.fromkeys(role for role, _ in found))
        words = tuple(dict.fromkeys(word for _, word in found))
        party = _party(text, person, context, place)
        if place == 0 and (spoken_for := _spoken_for(text, person, context)) is not None:
            party = spoken_for
            if not roles or roles == ("speaker",):
                roles = ("representative",)
        mentions.append(
            Mention(
                name=_POSSESSIVE.sub("", person.name),
                at=sentence.start + person.start,
                spans=(sentence.span(left, right),),
                honorific=person.honorific,
                post=post,
                organisation=organisation_of(post, person.organisation),
                party=party,
                party_stated=party is not None,
                roles=roles,
                role_text="; ".join(words) or None,
            )
        )
    return mentions


def _plural_behind(text: str, last: FoundPerson) -> Role | None:
    """The office behind the last name that all of them hold: 'Ms A and Mr B, Co-Chairs of the Process'."""
    post = last.post
    if not post or singular(post) == post or not roles_named(post):
        return None
    return Role(roles_named(post)[0], clean(post), last.end, last.whole[1])


def _apposed(text: str, person: FoundPerson) -> Role | None:
    """The role that stands before the name: 'Working Group Co-Chairs, Mr A', 'the Vice-Chair, Ms B'."""
    if person.role and (named := roles_named(person.role)):
        return Role(named[0], clean(person.role), person.whole[0], person.start)
    match = _ROLE_WORDS.search(text[: person.start])
    if match is None:
        return None
    words = re.sub(r"^(?:the|its|his|her|our)\s+", "", clean(match["words"]), flags=re.IGNORECASE)
    named = roles_named(words)
    return Role(named[0], words, match.start("words"), match.end("words")) if named else None


def _party(text: str, person: FoundPerson, context: Context, place: int) -> str | None:
    own = party_of(person.post, person.party, context)
    if own:
        return own
    before = text[: person.whole[0]]
    parties = [hit for hit in context.parties.find(before) if not hit.demonym]
    if not parties:
        return _party_led(text[person.whole[1] :], context)
    if _BEHALF.search(before[max(0, parties[-1].start - 24) :]):
        return parties[-1].party.name
    if re.fullmatch(r"\s+by\s+(?:its\s+\w+,\s+)?", before[parties[-1].end :]):
        return parties[-1].party.name  # '… and IOM by Ms B'
    if not _REPRESENTED.search(before[-80:]):
        return None
    if "respectively" in before and place < len(parties):
        return parties[place].party.name
    together = len(parties) == 1 and _ALL_FOR.match(before[parties[0].end :])
    return parties[0].party.name if place == 0 or together else None


def _spoken_for(text: str, person: FoundPerson, context: Context) -> str | None:
    """The organisation right before a name in brackets, or before 'on whose behalf': 'the Ferry Union (Ms Y)'."""
    before = text[: person.whole[0]]
    parties = [hit for hit in context.parties.find(before[-200:]) if not hit.demonym]
    if not parties:
        return None
    between = before[-200:][parties[-1].end :]
    if _ON_WHOSE_BEHALF.match(between):
        return parties[-1].party.name
    bracketed = re.fullmatch(r"\s*\(", between) and re.match(r"[^()]*\)", text[person.whole[0] :])
    return parties[-1].party.name if bracketed else None


def _party_led(after: str, context: Context) -> str | None:
    """'Ambassador X headed Thailand's delegation.'"""
    led = re.match(r"\s+(?:led|headed)\s+(?P<whose>[^.;,]{0,60}?)\s*delegation", after)
    hits = context.parties.find(led["whose"]) if led else []
    return hits[0].party.name if hits else None
