"""People: names with honorifics, and the post that stands beside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.names.parties import find_parties, resolve
from corpus.names.people_words import CONNECTORS, Scan, is_post, is_role, word_lists


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in a text: `text[start:end]` is honorific and name; `whole` covers the post beside it too.

    `post` is the apposition as written ('Director of X of the Ministry of Y'), `organisation` the part of it
    that names a ministry, agency or company, `party` the canonical name of the state or organisation in it.
    `role` is what stands before a name that has its post behind it ('Working Group Co-Chairs').
    """

    start: int
    end: int
    honorific: str | None
    name: str
    post: str | None = None
    organisation: str | None = None
    party: str | None = None
    role: str | None = None
    whole: tuple[int, int] = (0, 0)


def _organisation(post: str) -> str | None:
    """The part of a post that names an organisation: from 'Ministry', 'Department' … to its end."""
    for match in re.finditer(
        r"(?:^|(?<=\bof )|(?<=\bin )|(?<=\bat )|(?<=\bfrom )|(?<=, ))(?:the |its )?", post
    ):
        start = match.end()
        if start == 0 or not post[start : start + 1].isupper():
            continue
        part = post[start:]
        head = re.split(r",|\s(?:of|in|for|at|on)\s", part)[0]
        if _names_organisation(head) and not is_post(head):
            return part
        if post[match.start() - 2 : match.start()] == ", " and resolve(part) is not None:
            return part
    return None


def _names_organisation(text: str) -> bool:
    return any(word.lower() in word_lists()["organisations"] for word in re.findall(r"[\w’'-]+", text))


def _party(text: str, table_name: str | None = None) -> str | None:
    found = find_parties(text)
    names = [hit for hit in found if not hit.demonym] or found
    return names[-1].party.name if names else None


def _described(text: str) -> tuple[str | None, str | None, str | None]:
    """Split an apposition into post, organisation and party."""
    text = " ".join(text.split()).strip(" ,;")
    if not text:
        return None, None, None
    party = resolve(text)
    if party is not None:
        return None, None, party.name
    first, _, rest = text.partition(", ")
    if rest and (party := resolve(first)) is not None:
        return *_described(re.sub(r"^(?:the|then)\s+", "", rest))[:2], party.name
    if not is_post(text.split(",")[0]) and not is_post(text):
        return None, text, _party(text)
    return text, _organisation(text), _party(text)


def find_people(text: str) -> list[FoundPerson]:
    """Find the people that a text names, with the posts beside the names, in order.

    A name counts where an honorific stands before it, or where it stands between commas beside a post
    ('Rebecca Surtees, Senior Researcher, …'; 'the Minister of Tourism, Lubinda Siwale, …').
    """
    return list(_people(text))


@lru_cache(maxsize=2048)
def _people(text: str) -> tuple[FoundPerson, ...]:
    scan = Scan(text)
    found: list[FoundPerson] = []
    at = 0
    while at < len(scan.words):
        hit = _titled(scan, at) or _untitled(scan, at, found[-1].whole[1] if found else None)
        if hit is None:
            at += 1
            continue
        person, at = hit
        found.append(person)
    return tuple(found)


def _titled(scan: Scan, at: int) -> tuple[FoundPerson, int] | None:
    stop = scan.honorific(at)
    end = scan.name(stop) if stop > at else stop
    if end == stop or scan.weak(at, stop, end):
        return None
    honorific = re.sub(r"\s+", " ", scan.text[scan.words[at].start : scan.words[stop - 1].end])
    return _person(scan, at, stop, end, honorific)


def _untitled(scan: Scan, at: int, previous: int | None) -> tuple[FoundPerson, int] | None:
    """A name of two to five words without an honorific, if a post stands beside it."""
    if at and not re.search(r"[\s(|*]$", scan.text[: scan.words[at].start][-1:]):
        return None
    if at and scan.words[at - 1].capital and scan.text[scan.words[at - 1].end : scan.words[at].start] == " ":
        return None
    end = scan.name(at)
    if not 2 <= end - at <= 5 or not _plain_name(scan.text[scan.words[at].start : scan.words[end - 1].end]):
        return None
    if end < len(scan.words) and scan.words[end].text in (",", "("):
        first = scan.text[scan.words[end].end : scan.words[end].end + 60].strip()
        stop = scan.post(end + 1)
        post = scan.text[scan.words[end].end : scan.words[stop - 1].end] if stop > end + 1 else ""
        if is_post(" ".join(re.split(r"[,;)]", first)[0].split()[:5])) and is_post(post.split(",")[0]):
            return _person(scan, at, at, end, None)
    if previous is not None and re.fullmatch(
        r"\)?(?:,|;| and|, and)\s+", scan.text[previous : scan.words[at].start]
    ):
        bracket = re.match(r"\s*\(([^()]+)\)", scan.text[scan.words[end - 1].end :])
        if bracket and resolve(bracket[1]) is not None:
            return _person(scan, at, at, end, None)
    if _told_of(scan, at, end):
        return _person(scan, at, at, end, None)
    if at >= 2 and scan.words[at - 1].text == "," and _role_before(scan, at) and _closes(scan, end):
        return _person(scan, at, at, end, None)
    return None


_SINCE_WHEN = ("the", "then", "now", "currently", "meanwhile", "still", "formerly", "previously")
_ACTED = re.compile(
    r"\s*\((?P<of>[^()]{2,60})\)\s+(?:was|were|is|has|had|chaired|opened|presented|moderated|took|presided|served|acted|will|gave|reported)\b"
)
_IN_PLACE_OF = re.compile(
    r"\b(?:in (?:place|succession) (?:of|to)|(?:take[sn]?|took|taking) over from|succeed(?:s|ed|ing)|replac(?:es|ed|ing))\s+$"
)


def _told_of(scan: Scan, at: int, end: int) -> bool:
    """Whether what stands around a bare name makes it a person: 'X (Chad) was elected', 'in place of Y'."""
    after = scan.text[scan.words[end - 1].end :]
    acted = _ACTED.match(after)
    if acted and resolve(acted["of"]) is not None:
        return (
            at == 0 or not scan.words[at - 1].text.isalpha() or scan.words[at - 1].key in ("and", "by", "of")
        )
    return bool(_IN_PLACE_OF.search(scan.text[: scan.words[at].start]))


def _closes(scan: Scan, end: int) -> bool:
    return end >= len(scan.words) or scan.words[end].text in (",", ".", ";", ")", "|")


def _plain_name(text: str) -> bool:
    return (
        not any(text.isascii() or not hit.demonym for hit in find_parties(text))
        and not is_post(text)
        and not any(word.lower() in word_lists()["organisations"] for word in text.split())
    )


def _person(scan: Scan, at: int, stop: int, end: int, honorific: str | None) -> tuple[FoundPerson, int]:
    words, text = scan.words, scan.text
    after, cursor = "", end
    finish = words[end - 1].end
    if end < len(words):
        mark = words[end].text
        bracket = re.match(r"\s*\(\W*([\w -]+?)\W*\)", text[finish:])
        if bracket and is_role(bracket[1]):
            return FoundPerson(
                words[at].start,
                words[end - 1].end,
                honorific,
                re.sub(r"\s+", " ", text[words[stop].start : words[end - 1].end]),
                role=bracket[1],
                whole=(words[at].start, finish + bracket.end()),
            ), end
        if mark in (",", "(", "–", "—", "-", ":"):
            begin = end + 1
            while begin < len(words) and words[begin].key in _SINCE_WHEN:
                begin += 1
            close = _bracketed_party(scan, end) or scan.post(begin)
            piece = text[words[end].end : words[close - 1].end].strip() if close > begin else ""
            piece = re.sub(rf"^(?:(?:{'|'.join(_SINCE_WHEN)})\s+)+", "", piece)
            sealed = mark == "(" or close >= len(words) or not words[close].text[0].islower()
            known = is_post(piece.split(",")[0]) or resolve(piece) is not None or _begins_organisation(piece)
            if (piece and known and (sealed or words[close].key in ("and", "who", "whose", "as"))) or (
                piece and known and is_post(piece.split(",")[0]) and "," not in piece
            ):
                after, cursor, finish = piece, close, words[close - 1].end
        elif words[end].key in ("of", "from") and end + 1 < len(words):
            close = scan.post(end + 1)
            piece = text[words[end].end : words[close - 1].end].strip() if close > end + 1 else ""
            piece = re.sub(r"^the\s+", "", piece)
            office = re.match(
                r"(?P<of>.+?)\s+(?:Co-|Vice-|Deputy )?(?:Chair\w*|Rapporteur|President|Convenor)\b", piece
            )
            if office and resolve(office["of"]) is not None:  # 'elect Ms X of Chad Chair of the Group'
                close -= len(piece[office.end("of") :].split())
                piece = office["of"]
            if piece and (resolve(piece) is not None or _begins_organisation(piece) or find_parties(piece)):
                after, cursor, finish = piece, close, words[close - 1].end
    if (
        cursor > end
        and cursor + 1 < len(words)
        and words[cursor].text == ")"
        and words[cursor + 1].text == ","
        and resolve(after)
    ):
        begin = cursor + 2  # 'Ms X (Chad), Director of Y'
        close = scan.post(begin) if begin < len(words) and not scan.starts_person(begin) else begin
        piece = text[words[begin].start : words[close - 1].end] if close > begin else ""
        if piece and is_post(piece.split(",")[0]):
            after, cursor, finish = f"{after}, {piece}", close, words[close - 1].end
    before = _role_before(scan, at)
    post, organisation, party = _described(after)
    role = None
    begin = words[at].start
    if before is not None:
        role_text, role_start = before
        begin = role_start
        if post is None and not re.search(r"[Cc]hairs\b|[Mm]inisters\b|[Hh]eads\b", role_text):
            post, more, of = _described(role_text)
            organisation, party = organisation or more, party or of
        else:
            role = role_text
    name = re.sub(r"\s+", " ", text[words[stop].start : words[end - 1].end]).rstrip(".,'’")
    found = FoundPerson(
        words[at].start,
        words[end - 1].end,
        honorific,
        name,
        post,
        organisation,
        party,
        role,
        (begin, finish),
    )
    return found, max(cursor, end)


def _bracketed_party(scan: Scan, at: int) -> int:
    """Where the bracket that opens at a word closes, if nothing but a party stands in it; else 0."""
    if scan.words[at].text != "(":
        return 0
    close = next((i for i in range(at, min(at + 9, len(scan.words))) if scan.words[i].text == ")"), 0)
    inside = scan.text[scan.words[at].end : scan.words[close].start] if close else ""
    return close if inside and resolve(inside) is not None else 0


def _begins_organisation(piece: str) -> bool:
    words = re.findall(r"[\w’'-]+", piece.split(",")[0])
    return any(word.lower() in word_lists()["organisations"] for word in words[:6]) or bool(
        find_parties(piece.split(",")[0])
    )


def _role_before(scan: Scan, at: int) -> tuple[str, int] | None:
    """The post that stands before a name: 'the Minister of Tourism, X', 'its Head, X', 'Director X'."""
    words = scan.words
    comma = at >= 1 and words[at - 1].text == ","
    stop = at - 1 if comma else at
    start = stop
    while start > 0:
        word = words[start - 1]
        gap = scan.text[word.end : words[start].start] if start < len(words) else ""
        if "\n\n" in gap or len(gap) > 2:
            break
        if (
            (word.capital and word.text[0].isalpha() and word.text != "The")
            or word.key
            in CONNECTORS
            - {
                "and",
                "with",
                "from",
                "by",
                "to",
                "in",
                "on",
                "at",
                "under",
                "within",
            }
            or (
                word.key in ("and", "for", "to", "in", "on", "against")
                and start >= 2
                and words[start - 2].capital
            )
        ):
            start -= 1
        else:
            break
    while start < stop and (
        not words[start].capital or words[start].key in ("in", "on", "at", "the", "for", "as")
    ):
        start += 1
    if start >= stop or stop - start > 16:
        return None
    text = re.sub(r"\s+", " ", scan.text[words[start].start : words[stop - 1].end])
    if not is_post(text) or (not comma and not is_post(words[stop - 1].text)):
        return None
    if any(scan.starts_person(i) for i in range(start, stop)):
        return None
    return text, words[start].start


_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SURNAME_FIRST = re.compile(r"(?P<last>[A-Z][A-Z’'\- ]+|[A-Z][\w’'-]+),\s+(?P<rest>[^,]+)")


def read_person(text: str) -> FoundPerson | None:
    """Read a whole cell or line as one person: 'Ms Tamta Lomiani', 'SMITH, John', 'John SMITH, Director'."""
    clean = text.strip()
    people = [person for person in find_people(clean) if person.honorific or person.post]
    if people and people[0].start <= 3:
        return people[0]
    bare = _PARENTHESIS.sub("", clean).strip(" *_,;")
    head, _, rest = bare.partition(", ")
    surname_first = _SURNAME_FIRST.fullmatch(bare)
    if surname_first and surname_first["last"].isupper() and _is_name(surname_first["rest"], least=1):
        start = clean.find(surname_first["last"])
        name = f"{surname_first['rest']} {surname_first['last']}"
        scan = Scan(surname_first["rest"])
        stop = scan.honorific(0)
        honorific = None
        if stop:
            honorific = surname_first["rest"][: scan.words[stop - 1].end]
            name = f"{surname_first['rest'][scan.words[stop - 1].end :].strip()} {surname_first['last']}"
        return FoundPerson(start, start + len(bare), honorific, name, whole=(start, start + len(bare)))
    if not _is_name(head):
        return None
    start = clean.find(head)
    post, organisation, party = _described(rest)
    end = start + len(head)
    return FoundPerson(start, end, None, head, post, organisation, party, None, (start, start + len(bare)))


def _is_name(text: str, least: int = 2) -> bool:
    scan = Scan(text)
    start = scan.honorific(0)
    count = len(scan.words) - start
    return least <= count <= 6 and scan.name(start) == len(scan.words) and _plain_name(text)
