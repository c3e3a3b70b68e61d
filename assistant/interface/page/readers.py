"""Who is reading: a user who logged in, or the browser that a random key was given to."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr

_ROUNDS = {"n": 2**14, "r": 8, "p": 1}


def reader_of(browser: dict[str, Any] | None, request: gr.Request | None) -> str:
    """Return the key of the reader; empty where there is neither a login nor a browser's key."""
    if request is not None and request.username:
        return f"user:{request.username}"
    key = (browser or {}).get("reader") or ""
    return f"browser:{key}" if isinstance(key, str) and len(key) >= 16 else ""


def new_browser() -> dict[str, str]:
    """Return what a browser remembers: a random key that nobody else knows, and the conversation at hand."""
    return {"reader": secrets.token_urlsafe(24), "conversation": ""}


def hashed_password(password: str) -> str:
    """Return 'salt$hash' (scrypt, hexadecimal) for the settings' `users`."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, **_ROUNDS).hex()}"


def login_check(users: dict[str, str]) -> Callable[[str, str], bool]:
    """Return the check that Gradio calls with a name and a password.

    An unknown name takes as long as a wrong password.
    """
    nobody = hashed_password(secrets.token_urlsafe(8))

    def check(name: str, password: str) -> bool:
        salt, _, expected = users.get(name, nobody).partition("$")
        found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **_ROUNDS).hex()
        return hmac.compare_digest(found, expected) and name in users

    return check


def kept_secret(folder: Path) -> str:
    """Return the secret that browsers' memories are encrypted with; made once, so that a restart keeps them."""
    file = folder / "secret"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(8), "utf-8")
    return file.read_text("utf-8").strip()
