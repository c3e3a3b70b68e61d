"""What was decided under a label ('Decision 6/2'), and how many decisions a meeting took."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import answered, quotes, the_meeting
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.document import BlockKind
from corpus.records.statements import clean, split, statements
from corpus.records.types import ActionItem, Decision

_KINDS = r"decision|recommendation|conclusion|resolution|action(?:\s+point)?|action\s+item"
_LABELLED = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?:no\.?\s*)?(?P<label>[A-Z]{{0,4}}\d{{1,3}}(?:[/.–-][\dIVXA-Z]{{1,4}})?|[IVX]{{1,5}}[/.–-]\d{{1,3}})\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bhow many (?P<kind>decisions|recommendations|conclusions|resolutions)\b", re.IGNORECASE
)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|in favour|abstain\w*|abstention\w*|majority|consensus|opposed)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^\s*what\b", re.IGNORECASE)
_LONGEST = 600  # characters of a decision that are given in full


def answer_decided(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return what a labelled decision says, or how many were taken at a meeting; None where neither is asked."""
    counted = _COUNTED.search(words.text)
    if counted is not None:
        return _how_many(words.copy(), counted, scope, library)
    labelled = _LABELLED.search(words.text)
    if labelled is not None and _VOTED.search(words.text):
        return _vote_on(labelled, scope, library)
    if labelled is None or not _ABOUT.match(words.text):
        return None
    words = words.copy()
    words.take_span(*labelled.span())
    words.take(phrases("decision"))
    words.take(phrases("decided"))
    if words.left():
        return None
    wanted = _plain(labelled["label"])
    points: list[Decision | ActionItem] = [*library.of_type(Decision), *library.of_type(ActionItem)]
    found = [one for one in points if one.label and _plain(one.label) == wanted and _within(one, scope)]
    kind = labelled["kind"].lower().split()[0]
    found = [one for one in found if _is(one, kind)] or found
    if not found or len(found) > 3:
        return None
    several = len({one.document for one in found}) > 1
    claims = []
    for one in found:
        text = " ".join(one.text.split()).rstrip(" .;")
        owner = f" (owner: {one.owner})" if isinstance(one, ActionItem) and one.owner else ""
        source = f" in “{library.documents[one.document].metadata.title}”" if several else ""
        claims.append(
            Claim(
                text=f"{labelled['kind'].capitalize()} {labelled['label']}{source}: {text[:_LONGEST]}{owner}.",
                quotes=quotes([one]),
            )
        )
    return answered(*claims)


def _vote_on(labelled: re.Match[str], scope: Scope, library: Library) -> Draft | None:
    """The one sentence that tells the vote on a labelled decision, in a paper that holds the decision."""
    wanted = _plain(labelled["label"])
    papers = {
        one.document
        for one in library.of_type(Decision)
        if one.label and _plain(one.label) == wanted and _within(one, scope)
    }
    if len(papers) != 1:
        return None
    document = library.documents[papers.pop()]
    told = [
        sentence
        for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM)
        for sentence in split(statement)
        if _VOTED.search(sentence.text)
        and any(_plain(other["label"]) == wanted for other in _LABELLED.finditer(sentence.text))
    ]
    if len(told) != 1:
        return None
    proof = Quote(document=document.id, span=told[0].span())
    return answered(Claim(text=clean(told[0].text), quotes=(proof,)))


def _plain(label: str) -> str:
    return re.sub(r"[\s.–/-]", "", label).lower()


def _is(one: Decision | ActionItem, kind: str) -> bool:
    if isinstance(one, ActionItem):
        return kind == "action"
    return kind != "action" and (one.kind or "decision").lower().startswith(kind[:6])


def _within(one: Decision | ActionItem, scope: Scope) -> bool:
    return not scope.named or one.meeting in scope.ids or one.document in scope.papers


def _how_many(words: Words, counted: re.Match[str], scope: Scope, library: Library) -> Draft | None:
    words.take_span(*counted.span())
    words.take(phrases("decided"))
    words.take(phrases("decision"))
    if words.left() or not scope.named or len(scope.groups) != 1 or not scope.groups[0]:
        return None
    kind = counted["kind"].lower().rstrip("s")
    found = [
        one
        for one in library.of_type(Decision)
        if one.label and one.kind and one.kind.lower() == kind and _within(one, scope)
    ]
    labels = {_plain(one.label or "") for one in found}
    if not found or len({one.document for one in found}) != 1:
        return None
    meeting = the_meeting(scope.groups[0][0])
    text = f"{len(labels)} {kind}{'s' if len(labels) > 1 else ''} are recorded for {meeting} (counted from the document)."
    return answered(Claim(text=text, quotes=quotes(found)))
