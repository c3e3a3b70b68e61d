"""Results of MCP tools as JSON; Gradio would send how Python writes a dictionary, which nobody can parse."""

from __future__ import annotations

import json
from typing import Any

import gradio as gr


def answer_in_json(page: gr.Blocks) -> None:
    """Let the MCP server of a launched page send dictionaries and lists as JSON; nothing where there is none."""
    server: Any = page.mcp_server_obj
    if server is None:
        return
    given = server.postprocess_output_data

    def in_json(data: list[Any], root_url: str) -> list[Any]:
        contents: list[Any] = []
        for output in data:
            if isinstance(output, dict | list):
                text = json.dumps(output, ensure_ascii=False)
                contents.append(server.types.TextContent(type="text", text=text))
            else:
                contents += given([output], root_url)
        return contents

    server.postprocess_output_data = in_json
