"""HTML whose buttons reach the server, and downloads that leave no file behind."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import gradio as gr


def live_html(elem_id: str, value: str = "") -> gr.HTML:
    """Return an HTML component whose `data-act` buttons work; script.js says which event each act triggers."""
    return gr.HTML(
        value,
        elem_id=elem_id,
        elem_classes=["wg-live"],
        js_on_load="window.wg.enliven(element, trigger, watch);",
        apply_default_css=False,
    )


def download(name: str, mime: str, content: bytes) -> str:
    """Return a file in the form in which it is sent to the browser."""
    return json.dumps({"name": name, "mime": mime, "content": base64.b64encode(content).decode()})


def on_download(button: gr.Button, make: Callable[..., str], inputs: list[Any]) -> None:
    """Let a button download what `make` returns (see `download`).

    The file goes to this browser alone; Gradio's file cache could be read by every user of the page.
    """
    carrier = gr.Textbox(visible="hidden", label="Download")
    button.click(make, inputs, carrier, api_visibility="private", show_progress="hidden").then(
        None, carrier, None, js="(file) => { window.wg.download(file); }", api_visibility="private"
    )
