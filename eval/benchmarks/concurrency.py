"""Twenty people who ask the page at the same moment: errors, mixed-up answers, and how long each waits.

python -m eval.benchmarks.concurrency [FOLDER …]      (default: the corpus that ships)

Serves the page in a process of its own, as `wg-assistant serve` does. Each person has a client, a session and a
question of their own; one person asks the same questions alone before, for the answers and the time.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

import psutil
from gradio_client import Client
from rich.console import Console

PEOPLE, ROUNDS = 20, 3
TARGET = 2.0  # seconds, the median of a person's wait
_START = 300  # seconds that indexing and serving may take
_SHAPES = (
    "Where was {name} held?",
    "Who chaired {name}?",
    "Which members attended {name}?",
    "Who attended {name} as an observer?",
    "What did {name} decide?",
)


def main(folders: Sequence[str]) -> int:
    """Measure and print; return 0 where nobody got an error or another's answer, and the median meets the target."""
    console = Console()
    with tempfile.TemporaryDirectory() as scratch, _served(Path(scratch), folders) as (address, server):
        # The client reads the system's certificates at every request, three times as much work as the answer. All
        # clients share these cores with the page, and it is the page that is measured: it speaks plain HTTP.
        clients = [Client(address, verbose=False, ssl_verify=False) for _ in range(PEOPLE)]
        questions = _questions(clients[0])
        if len(questions) < PEOPLE:
            console.print(f"The documents name too few meetings for {PEOPLE} questions.")
            return 2
        expected, alone = [], []
        for question in questions:
            answer, seconds = _asked(clients[0], question)
            expected.append(_said(answer))
            alone.append(seconds)
        errors = mixed = 0
        waits: list[float] = []
        before = sum(server.cpu_times()[:2])
        for _ in range(ROUNDS):
            start = Barrier(PEOPLE)

            def ask(n: int, start: Barrier = start) -> tuple[dict[str, Any], float]:
                start.wait()
                return _asked(clients[n], questions[n])

            with ThreadPoolExecutor(PEOPLE) as people:
                for n, (answer, seconds) in enumerate(people.map(ask, range(PEOPLE))):
                    errors += "error" in answer
                    mixed += "error" not in answer and _said(answer) != expected[n]
                    waits.append(seconds)
        spent = (sum(server.cpu_times()[:2]) - before) / len(waits)
    median, single = statistics.median(waits), statistics.median(alone)
    console.print(
        f"{os.cpu_count()} cores, {PEOPLE} people at once, {ROUNDS} rounds, {len(set(questions))} questions"
    )
    console.print(f"alone: median {single:.2f} s; at once: median {median:.2f} s, slowest {max(waits):.2f} s")
    console.print(f"{median / single:.1f} times one person's wait (target: median under {TARGET:.0f} s)")
    console.print(f"processor time of the server: {1000 * spent:.0f} ms an answer")
    console.print(f"errors {errors}, answers that were another's {mixed}")
    return 0 if not errors and not mixed and median < TARGET else 1


@contextmanager
def _served(scratch: Path, folders: Sequence[str]) -> Iterator[tuple[str, psutil.Process]]:
    """Serve the documents with an index and data of their own; yield the address and the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from assistant.interface.commands import app; app()", "serve"]
    command += ["--port", str(port), "--index", str(scratch / "index")]
    for folder in folders:
        command += ["--documents", folder]
    environment = {**os.environ, "WG_ASSISTANT_SERVE__DATA": str(scratch / "data"), "HF_HUB_OFFLINE": "1"}
    log = scratch / "log"
    with log.open("w") as out:
        server = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
    try:
        began = time.monotonic()
        while "is ready" not in log.read_text("utf-8"):
            if server.poll() is not None or time.monotonic() - began > _START:
                raise RuntimeError(f"The page did not start:\n{log.read_text('utf-8')[-2000:]}")
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/", psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(20)


def _questions(client: Client) -> list[str]:
    """Return a question for each person, all different, on meetings that the documents list."""
    rows = client.predict("", "", "", api_name="/attendance")
    meetings = list(dict.fromkeys(str(row["meeting"]) for row in rows))
    every = [shape.format(name=f"the {name}") for shape in _SHAPES for name in meetings]
    return every[:: max(1, len(every) // PEOPLE)][:PEOPLE]


def _asked(client: Client, question: str) -> tuple[dict[str, Any], float]:
    began = time.perf_counter()
    try:
        answer: dict[str, Any] = client.predict(question, api_name="/ask")
    except Exception as error:  # any error is what is counted here
        answer = {"error": str(error)}
    return answer, time.perf_counter() - began


def _said(answer: dict[str, Any]) -> tuple[Any, ...]:
    """Return what must be the same however many ask: the question, text, status and quotes."""
    quotes = tuple(
        (one["document"], one["start"], one["end"], one["quote"]) for one in answer.get("citations", ())
    )
    return answer.get("question"), answer.get("text"), answer.get("status"), quotes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
