"""`wg-assistant feedback` and `wg-assistant password`: what the page keeps, and who may log in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Feedback given on the page.", no_args_is_help=True)


@app.callback()
def feedback() -> None:
    """Feedback given on the page."""


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", help="Where to write the draft questions, as JSON Lines.")],
    data: Annotated[
        Path | None, typer.Option("--data", help="Folder of the page; that of the settings unless given.")
    ] = None,
) -> None:
    """Write feedback as draft questions for evaluation; a person has to check each before it is used."""
    from assistant.interface.page.feedback import FeedbackStore, draft_question
    from assistant.settings import Settings

    folder = (data or Settings().serve.data) / "feedback"
    drafts = [draft_question(name, given).model_dump_json() for name, given in FeedbackStore(folder).all()]
    out.write_text("".join(f"{line}\n" for line in drafts), "utf-8")
    typer.echo(f"{len(drafts)} draft questions written to {out}", err=True)


def password() -> None:
    """Ask for a password and print its hash, for `serve.users` of the settings."""
    from assistant.interface.page.readers import hashed_password

    typer.echo(hashed_password(typer.prompt("Password", hide_input=True, confirmation_prompt=True)))
