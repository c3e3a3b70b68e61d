"""The fold 'How was this answered?' under an answer: the steps in words, and the whole trace as JSON."""

from __future__ import annotations

import json

from assistant.answer import Answer, Route
from assistant.interface.page import markup

_ROUTES = {
    Route.RECORDS: "Read from the records of the documents.",
    Route.READING: "Read from the sentences of the documents.",
    Route.MODEL: "Worded by a chat model; every sentence was checked against the documents.",
}


def how_answered(answer: Answer) -> str:
    """Return the fold as HTML; empty where the answer has no trace."""
    if not answer.trace:
        return ""
    steps = "".join(f"<li>{markup.text(step)}</li>" for step in _steps(answer))
    trace = json.dumps(answer.trace, indent=1, ensure_ascii=False)
    return (
        '<details class="wg-how"><summary>How was this answered?</summary>'
        f"<ol>{steps}</ol><details><summary>Trace (JSON)</summary><pre>{markup.text(trace)}</pre></details></details>"
    )


def _steps(answer: Answer) -> list[str]:
    trace = answer.trace
    steps = []
    if "question" in trace:
        steps.append(f"Question read: {trace['question']}")
    if "follow_up" in trace:
        readings = trace["follow_up"]
        steps.append(
            f"Follow-up by rules: {readings['rules']} By the model: {readings['model'] or 'none'}. "
            f"Taken: that of the {readings['taken']} ({readings['because']})."
        )
    if trace.get("passages"):
        steps.append(f"{len(trace['passages'])} passages looked at.")
    steps.append(_ROUTES[answer.route])
    if "model" in trace:
        model, spent = trace["model"], trace["model"]["spent"]
        proven = sum(not one["failures"] for one in model["sentences"])
        about = "about " if spent["estimated"] else ""
        cost = f", cost {spent['cost']:.4f}" if spent["cost"] is not None else ""
        steps.append(
            f"Chat model: {model['outcome']}. {proven} of {len(model['sentences'])} sentences proven; "
            f"{about}{spent['input_tokens']} tokens read, {spent['output_tokens']} written{cost}."
        )
    if trace.get("seconds"):
        steps.append(f"{sum(trace['seconds'].values()):.2f} seconds.")
    return steps
