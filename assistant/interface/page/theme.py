"""The look of the page, from fonts that every system has: nothing is loaded from a network."""

from __future__ import annotations

from pathlib import Path

import gradio as gr
from gradio.themes.utils import fonts

HERE = Path(__file__).parent


def page_theme() -> gr.themes.Base:
    """Return the theme."""
    return gr.themes.Base(
        primary_hue="blue",
        neutral_hue="slate",
        radius_size="md",
        font=[fonts.Font("system-ui"), fonts.Font("Segoe UI"), fonts.Font("sans-serif")],
        font_mono=[fonts.Font("ui-monospace"), fonts.Font("monospace")],
    ).set(
        button_primary_background_fill="#0b4f8a",
        button_primary_background_fill_hover="#093f6f",
        button_primary_text_color="#ffffff",
        button_primary_background_fill_dark="#8cc4f5",
        button_primary_background_fill_hover_dark="#b5daf9",
        button_primary_text_color_dark="#0b1a29",
        block_label_text_color="#16202e",
        block_label_text_color_dark="#e9eef5",
        block_title_text_color="#16202e",
        block_title_text_color_dark="#e9eef5",
        block_info_text_color="#4a5666",
        body_text_color_subdued="#4a5666",
        body_text_color_subdued_dark="#b3bfcd",
        input_placeholder_color="#5b6675",
        input_placeholder_color_dark="#a9b4c2",
        body_background_fill="#ffffff",
        body_background_fill_dark="#151b24",
        background_fill_primary_dark="#151b24",
        block_background_fill_dark="#1e2632",
    )


def style() -> str:
    """Return the page's CSS."""
    return (HERE / "style.css").read_text("utf-8")


def head() -> str:
    """Return what goes into the page's <head>: our own script, inline."""
    return f"<script>{(HERE / 'script.js').read_text('utf-8')}</script>"
