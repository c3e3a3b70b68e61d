"""A conversation as HTML: questions, answers with their markers as buttons, and what can be done with each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from assistant.answer import Answer, Citation, Status
from assistant.interface.page import markup
from assistant.interface.page.conversations import Conversation, Turn
from assistant.interface.page.how import how_answered
from assistant.interface.page.signs import is_markdown, plain

_DOING = {"searching": "Reading the documents …", "writing": "Proven. The model is putting it into words …"}
_MARKER = re.compile(r"\[(\d{1,3})\]")


@dataclass
class Written:
    """What has arrived of an answer."""

    doing: Literal["searching", "writing"] = "searching"
    status: Status | None = None
    text: str = ""
    prose: list[str] = field(default_factory=list)  # sentences of the model that have been proven
    citations: list[Citation] = field(default_factory=list)


def thread(conversation: Conversation, examples: Sequence[str], followups: Sequence[str] = ()) -> str:
    """Return the whole conversation; `examples` fill an empty one, `followups` stand under the last answer."""
    if not conversation.turns:
        return _welcome(examples)
    last = len(conversation.turns) - 1
    return "".join(
        turn_html(turn, number, followups if number == last else ())
        for number, turn in enumerate(conversation.turns)
    )


def turn_html(turn: Turn, number: int, followups: Sequence[str] = ()) -> str:
    """Return one question with its answer."""
    return (
        f'<article class="wg-turn" data-turn="{number}">{_question(turn.question)}'
        f"{_answer(turn, number, followups)}</article>"
    )


def writing(question: str, number: int, written: Written) -> str:
    """Return a question with what has arrived of its answer, and what is being done."""
    badge = markup.badge(written.status) if written.status is not None else ""
    text = _marked(written.text, number, {one.number for one in written.citations}) if written.text else ""
    prose = " ".join(markup.text(sentence) for sentence in written.prose)
    return (
        f'<article class="wg-turn" data-turn="{number}" aria-busy="true">{_question(question)}'
        f'<div class="wg-answer">{badge}<div class="wg-text">{text}</div>'
        f'<p class="wg-wait" role="status"><span class="wg-spin" aria-hidden="true"></span>{_DOING[written.doing]}</p>'
        f'{f"""<p class="wg-prose">{prose}</p>""" if prose else ""}</div></article>'
    )


def answer_as_text(answer: Answer) -> str:
    """Return an answer with its numbered references, as it is copied."""
    lines = [answer.text]
    if answer.citations:
        lines.append("")
    for one in answer.citations:
        where = ", ".join(
            part for part in (one.title, f"page {one.page}" if one.page else "", one.section) if part
        )
        quote = " ".join(plain(one.quote, is_markdown(one.document)).split()).removeprefix("• ")
        lines.append(f"[{one.number}] “{quote}” ({where})" + (f" {one.url}" if one.url else ""))
    return "\n".join(lines)


def _question(question: str) -> str:
    return f'<div class="wg-question"><span class="wg-hidden">Question: </span>{markup.text(question)}</div>'


def _answer(turn: Turn, number: int, followups: Sequence[str]) -> str:
    if turn.answer is None:
        return (
            f'<div class="wg-answer">{markup.failure(turn.error or "Stopped.")}'
            f'<p class="wg-tools">{markup.action("Try again", "retry", "wg-button", turn=number)}'
            f"{markup.action('Edit', 'edit', described=f'Edit question {number + 1}', question=turn.question, turn=number)}</p></div>"
        )
    answer = turn.answer
    parts = [
        markup.badge(answer.status),
        f'<div class="wg-text">{_marked(answer.text, number, {one.number for one in answer.citations})}</div>',
    ]
    if answer.choices:
        parts.append(_chips(answer.choices, "Choose a reading"))
    read_as = understood(answer)
    if read_as != turn.question.strip():
        parts.append(f'<p class="wg-understood">Understood as: {markup.text(read_as)}</p>')
    if answer.notice:
        parts.append(f'<p class="wg-understood">{markup.text(answer.notice)}</p>')
    parts.append(_tools(number, answer))
    parts.append(how_answered(answer))
    if followups:
        parts.append(_chips(followups, "You could ask next"))
    return f'<div class="wg-answer">{"".join(parts)}</div>'


def _marked(text: str, turn: int, known: Collection[int]) -> str:
    """Return text with its markers as buttons, as far as their citations are known."""

    def button(match: re.Match[str]) -> str:
        number = int(match[1])
        if number not in known:
            return match[0]
        return (
            f'<button type="button" class="wg-marker" data-act="cite" data-turn="{turn}" data-number="{number}"'
            f' aria-label="{number}: show citation">{number}</button>'
        )

    return _MARKER.sub(button, markup.paragraphs(text))


def _chips(questions: Sequence[str], label: str) -> str:
    chips = "".join(markup.action(question, "ask", "wg-chip", question=question) for question in questions)
    return f'<div class="wg-chips" role="group" aria-label="{label}"><span class="wg-label">{label}</span>{chips}</div>'


def _tools(number: int, answer: Answer) -> str:
    of = f"answer {number + 1}"
    tools = [
        markup.action("Copy", "copy", described=f"Copy {of} with citations", text=answer_as_text(answer)),
        markup.action("Retry", "retry", described=f"Retry {of}", turn=number),
        markup.action("Edit", "edit", described=f"Edit the question of {of}", question=answer.question, turn=number),
        markup.action("Link", "copy-link", described=f"Link to {of}: copy it", address=_question_address(understood(answer))),
    ]  # fmt: skip
    if answer.citations:
        tools.insert(
            0,
            markup.action(
                f"Evidence ({len(answer.citations)})",
                "cite",
                described=f"Evidence ({len(answer.citations)}) of {of}",
                turn=number,
                number=1,
            ),
        )
    return f'<div class="wg-tools">{"".join(tools)}{_feedback(number)}</div>'


def _feedback(number: int) -> str:
    verdicts = "".join(
        f'<label><input type="radio" name="verdict-{number}" value="{value}"{checked}> {label}</label>'
        for value, label, checked in (
            ("right", "Right", " checked"), ("wrong", "Wrong", ""), ("missing", "Something is missing", ""),
        )
    )  # fmt: skip
    return (
        f'<details class="wg-feedback"><summary>Feedback</summary><fieldset><legend>Is this answer right?</legend>'
        f"{verdicts}<label>Comment <textarea rows=\"2\" maxlength=\"4000\"></textarea></label>"
        f"{markup.action('Send feedback', 'feedback', 'wg-button', turn=number)}</fieldset></details>"
    )  # fmt: skip


def understood(answer: Answer) -> str:
    """Return the question with what a follow-up leaves out, so that it stands alone."""
    read_as = answer.trace.get("question")
    return read_as.strip() if isinstance(read_as, str) and read_as.strip() else answer.question.strip()


def _question_address(question: str) -> str:
    return "?" + urlencode({"question": question})


def without_documents(upload: bool) -> str:
    """Return what is shown where there is nothing to ask yet."""
    todo = "Add some on the Documents tab, then ask." if upload else "Whoever runs this page has to add some."
    return f'<div class="wg-welcome"><h2>There are no documents yet</h2><p>{todo}</p></div>'


def _welcome(examples: Sequence[str]) -> str:
    chips = "".join(markup.action(one, "ask", "wg-chip", question=one) for one in examples)
    group = (
        f'<div class="wg-chips" role="group" aria-label="Example questions">{chips}</div>' if examples else ""
    )
    return (
        '<div class="wg-welcome"><h2>Ask the documents</h2>'
        "<p>Every answer is proved by quotes that you can check. Where the documents do not say, it says so.</p>"
        f"{group}</div>"
    )
