"""A chat model provider on loopback that answers every call in one way: a text, an error, half a text, or never."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Behaviour:
    """What the provider does with a call.

    `text` is streamed, with {0}, {1}, … for the keys of the prompt; `cut` breaks the connection after so many of
    its words. `status` other than 200 answers with `body`; `hang` holds the call for so many seconds.
    `failures` calls fail before the first that does not.
    """

    text: str = ""
    status: int = 200
    body: Any = None
    cut: int | None = None
    hang: float = 0.0
    failures: int | None = None
    calls: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)  # as the provider was sent them
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def provider(behaviour: Behaviour) -> Iterator[str]:
    """Serve the interfaces of OpenAI, Anthropic and Ollama on a free port; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *arguments: Any) -> None:
            pass

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            behaviour.calls.append(sent)
            behaviour.keys.append(self.headers.get("Authorization") or self.headers.get("x-api-key") or "")
            behaviour.over.wait(behaviour.hang)
            failing = behaviour.failures is None or len(behaviour.calls) <= behaviour.failures
            if behaviour.status != 200 and failing:
                body = behaviour.body
                self.answer(behaviour.status, body if isinstance(body, str) else json.dumps(body))
                return
            prompt = sent["messages"][-1]["content"]
            keys = re.findall(r"^\[([a-z]{5})\]", prompt, re.MULTILINE)
            words = re.findall(r"\s*\S+", behaviour.text.format(*keys))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            for event in streamed(self.path, words[: behaviour.cut], whole=behaviour.cut is None):
                self.wfile.write(event.encode())

        def answer(self, status: int, body: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        behaviour.over.set()
        server.shutdown()
        server.server_close()


def streamed(path: str, words: list[str], whole: bool) -> Iterator[str]:
    """Yield the words as the provider of that path streams them, and its end where they are the whole text."""
    if path.endswith("/chat/completions"):
        yield from _openai(words, whole)
    elif path.endswith("/messages"):
        yield from _anthropic(words, whole)
    elif path.endswith("/api/chat"):
        yield from _ollama(words, whole)
    else:
        raise ValueError(f"no provider has {path}")


def _openai(words: list[str], whole: bool) -> Iterator[str]:
    def event(delta: dict[str, str], reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        chunk = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }
        return f"data: {json.dumps(chunk)}\n\n"

    yield event({"role": "assistant", "content": ""})
    for word in words:
        yield event({"content": word})
    if whole:
        yield event({}, "stop")
        yield "data: [DONE]\n\n"


def _anthropic(words: list[str], whole: bool) -> Iterator[str]:
    def event(kind: str, **more: Any) -> str:
        return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n"

    message = {"id": "m", "type": "message", "role": "assistant", "content": [], "model": "m"}
    usage = {"input_tokens": 40, "output_tokens": 1}
    yield event(
        "message_start", message={**message, "stop_reason": None, "stop_sequence": None, "usage": usage}
    )
    yield event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for word in words:
        yield event("content_block_delta", index=0, delta={"type": "text_delta", "text": word})
    if whole:
        yield event("content_block_stop", index=0)
        ending = {"stop_reason": "end_turn", "stop_sequence": None}
        yield event("message_delta", delta=ending, usage={"output_tokens": 12})
        yield event("message_stop")


def _ollama(words: list[str], whole: bool) -> Iterator[str]:
    def line(word: str, done: bool) -> str:
        message = {"role": "assistant", "content": word}
        end = {"done_reason": "stop", "prompt_eval_count": 40, "eval_count": 12} if done else {}
        stated = {"model": "m", "created_at": "2024-01-01T00:00:00Z", "message": message, "done": done, **end}
        return json.dumps(stated) + "\n"

    for word in words:
        yield line(word, done=False)
    if whole:
        yield line("", done=True)
