"""The page's functions as MCP tools, called by a real MCP client."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("mcp")
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client

from tests.page.conftest import Served

NAMES = {"ask", "search", "attendance", "documents"}


def over_mcp(served: Served, *calls: tuple[str, dict[str, Any]]) -> tuple[dict[str, Any], list[Any]]:
    """Return the tools by name, and what each call gave."""

    async def talk() -> tuple[dict[str, Any], list[Any]]:
        async with (
            streamablehttp_client(f"{served.address}gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            results = []
            for name, arguments in calls:
                result = await session.call_tool(name, arguments)
                assert not result.isError, result.content
                results.append(json.loads(result.content[0].text))  # type: ignore[union-attr]
            return tools, results

    async def bounded() -> tuple[dict[str, Any], list[Any]]:
        return await asyncio.wait_for(talk(), 60)

    # In a thread of its own: the browser tests leave a running event loop in the main one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(bounded())).result()


def test_the_tools_are_named_and_documented(served: Served) -> None:
    tools, _ = over_mcp(served)
    assert set(tools) >= NAMES
    for name in NAMES:
        assert len(tools[name].description or "") > 40
    assert tools["ask"].inputSchema["required"] == ["question"]
    assert "question" in tools["ask"].inputSchema["properties"]["question"]["description"].lower()


def test_each_tool_can_be_called(served: Served) -> None:
    question = "Where was the Third Meeting held?"
    _, (answer, rows, found, documents) = over_mcp(
        served,
        ("ask", {"question": question}),
        ("attendance", {"meeting": "3", "party": "", "capacity": "observer"}),
        ("search", {"question": "rescue boats", "limit": 2}),
        ("documents", {"kind": "work_plan"}),
    )
    assert answer["status"] == "answered"
    assert "Kigali" in answer["text"]
    for one in answer["citations"]:
        document = served.assistant.document(one["document"])
        assert document.text[one["start"] : one["end"]] == one["quote"]
    assert {row["party"] for row in rows} >= {"Burundi", "Zambia"}
    assert 1 <= len(found) <= 2
    assert {one["metadata"]["kind"] if "metadata" in one else one["kind"] for one in documents} == {
        "work_plan"
    }
