"""The command line `wg-assistant`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.interface import feedback_commands
from assistant.interface.progress import shown_progress, shown_reports

app = typer.Typer(
    name="wg-assistant",
    help="Answers questions over Working Group documents and proves every answer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

Documents = Annotated[
    list[Path] | None,
    typer.Option("--documents", "-d", help="Files or folders to answer over instead of the shipped corpus."),
]
IndexPlace = Annotated[
    str | None, typer.Option("--index", help="Index folder, or the address of a Chroma server.")
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        help="Chat model that may word the answers, as 'ollama:llama3.2'; that of the settings if left out.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@contextmanager
def clear_errors() -> Iterator[None]:
    """Print what is wrong and what to do, in one line, and exit with 1; no trace for expected errors."""
    from assistant.errors import BadQuestion, ModelTrouble
    from corpus.errors import UnreadableDocument
    from index.errors import IndexTrouble

    try:
        yield
    except (
        BadQuestion,
        ModelTrouble,
        UnreadableDocument,
        IndexTrouble,
        FileNotFoundError,
        PermissionError,
        KeyError,
    ) as error:
        message = error.args[0] if isinstance(error, KeyError) and error.args else str(error)
        err.print(f"[bold red]{type(error).__name__}[/]: {message}", highlight=False)
        raise typer.Exit(1) from None


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question.")],
    documents: Documents = None,
    index: IndexPlace = None,
    model: ModelName = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question, with the quotes that prove it."""
    from assistant import Assistant

    with clear_errors(), shown_progress(err) as progress:
        assistant = Assistant.open(index=index, documents=documents, model=model, progress=progress)
    with clear_errors(), assistant:
        answer = assistant.ask(question)
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    out.print(answer.text, highlight=False, markup=False)
    if answer.notice:
        err.print(answer.notice, highlight=False, markup=False, style="dim")
    for citation in answer.citations:
        where = ", ".join(
            part for part in (f"page {citation.page}" if citation.page else "", citation.section) if part
        )
        out.print(
            f"\n[{citation.number}] {citation.title}" + (f" ({where})" if where else ""),
            highlight=False,
            markup=False,
            style="bold",
        )
        out.print(f"    “{citation.quote}”", highlight=False, markup=False)
        out.print(
            f"    {citation.document}" + (f" · {citation.url}" if citation.url else ""),
            highlight=False,
            markup=False,
            style="dim",
        )


@app.command()
def answer(
    questions: Annotated[
        Path, typer.Argument(help="JSON Lines with at least id and question, optionally history.")
    ],
    out_: Annotated[Path, typer.Option("--out", help="Where to write the answers, one JSON object a line.")],
    documents: Documents = None,
    index: IndexPlace = None,
    model: ModelName = None,
) -> None:
    """Answer a file of questions."""
    from assistant import Assistant
    from assistant.interface.batch import answer_file

    with clear_errors(), shown_progress(err) as progress:
        assistant = Assistant.open(index=index, documents=documents, model=model, progress=progress)
    with clear_errors(), assistant:
        shown_reports(err, assistant.reports, only_failures=True)
        count = answer_file(assistant, questions, out_)
    err.print(f"{count} answers written to {out_}")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; loopback unless set.")] = None,
    port: Annotated[int | None, typer.Option(help="Port of the page.")] = None,
    documents: Documents = None,
    index: IndexPlace = None,
    model: ModelName = None,
) -> None:
    """Serve the page."""
    from assistant import Assistant
    from assistant.interface.page import serve_page
    from assistant.settings import Settings

    settings = Settings()
    if host is not None:
        settings.serve.host = host
    if port is not None:
        settings.serve.port = port
    with clear_errors(), shown_progress(err) as progress:
        assistant = Assistant.open(
            index=index, documents=documents, model=model, settings=settings, progress=progress
        )
    with clear_errors(), assistant:
        shown_reports(err, assistant.reports, only_failures=True)
        serve_page(assistant)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders to add.")],
    index: IndexPlace = None,
) -> None:
    """Add documents to the index; ends with a table of what went in and what did not, and why."""
    from assistant import Assistant

    with clear_errors(), shown_progress(err) as progress:
        assistant = Assistant.open(index=index, progress=progress)
        with assistant:
            reports = assistant.add(paths, progress=progress)
    shown_reports(out, reports)
    if any(report.outcome == "failed" for report in reports):
        raise typer.Exit(1)


@app.command()
def remove(
    document: Annotated[str, typer.Argument(help="Id of the document, as `documents` shows it.")],
    index: IndexPlace = None,
) -> None:
    """Remove a document from the index; its file is left alone."""
    from assistant import Assistant

    with clear_errors(), Assistant.open(index=index) as assistant:
        assistant.remove(document)
    out.print(f"{document} removed", highlight=False)


@app.command()
def documents(index: IndexPlace = None, documents: Documents = None, as_json: AsJson = False) -> None:
    """List the documents of the index."""
    from assistant import Assistant
    from assistant.interface.tables import documents_table

    with clear_errors(), Assistant.open(index=index, documents=documents) as assistant:
        found = assistant.documents()
    if as_json:
        typer.echo(
            json.dumps(
                [{"id": one.id, **one.metadata.model_dump(mode="json")} for one in found],
                indent=2,
                ensure_ascii=False,
            )
        )
        return
    out.print(documents_table(found))


@app.command()
def records(
    document: Annotated[
        str | None, typer.Argument(help="Id of one document; all documents if left out.")
    ] = None,
    documents: Documents = None,
    index: IndexPlace = None,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Show what was read out of the documents, with the quote behind every record."""
    from assistant import Assistant
    from assistant.interface.tables import records_csv, records_json, records_table

    with clear_errors(), Assistant.open(index=index, documents=documents) as assistant:
        ids = [document] if document else [one.id for one in assistant.documents()]
        views = [assistant.document(id) for id in ids]
    if as_json:
        typer.echo(records_json(views))
    elif as_csv:
        typer.echo(records_csv(views), nl=False)
    else:
        for view in views:
            out.print(records_table(view))


@app.command()
def status(index: IndexPlace = None) -> None:
    """Show what the index holds and how it was made."""
    from assistant import Assistant

    with clear_errors(), Assistant.open(index=index) as assistant:
        for name, value in assistant.index.status():
            out.print(f"{name:>12}  {value}", highlight=False)


@app.command()
def doctor(index: IndexPlace = None) -> None:
    """Check Python, packages, model, index and disk, and say what to do."""
    from assistant.interface.doctor import examine

    healthy = True
    for finding in examine(index):
        mark = "[green]ok[/]" if finding.ok else "[red]!![/]"
        out.print(f"{mark}  {finding.what}: {finding.found}", highlight=False)
        if not finding.ok:
            out.print(f"    → {finding.advice}", highlight=False)
            healthy = False
    raise typer.Exit(0 if healthy else 1)


@app.command(name="index")
def index_(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Throw the index away and read all files anew.")
    ] = False,
    index: IndexPlace = None,
    documents: Documents = None,
) -> None:
    """Bring the index up to date, or rebuild it."""
    from assistant import Assistant

    with clear_errors(), shown_progress(err) as progress:
        assistant = Assistant.open(index=index, documents=documents, progress=progress, rebuild=rebuild)
        with assistant:
            reports = assistant.reports
    shown_reports(out, reports)


app.add_typer(feedback_commands.app, name="feedback")
app.command()(feedback_commands.password)

for _entry in entry_points(group="wg_assistant.commands"):
    try:
        app.add_typer(_entry.load(), name=_entry.name)
    except ImportError as error:  # an extra that is not installed
        print(f"wg-assistant: the command '{_entry.name}' is not available ({error})", file=sys.stderr)
