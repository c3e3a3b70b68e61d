"""Plots of shares with their intervals, as SVG text to put into a page."""

from __future__ import annotations

import io
from collections.abc import Mapping

from matplotlib import rc_context
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from eval.intervals import Share


def share_plot(bars: Mapping[str, Share]) -> str:
    """Return an SVG element: a bar a name, from 0 to 1, with the 95 % interval as a whisker."""
    shown = {name: share for name, share in bars.items() if share.value is not None}
    # A fixed salt makes the same figures the same bytes; text stays text, so that it can be read aloud.
    with rc_context({"svg.hashsalt": "wg-assistant", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(8, 0.9 + 0.32 * len(shown)), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        for row, share in enumerate(shown.values()):
            assert share.value is not None
            assert share.interval is not None
            low, high = share.interval
            axes.barh(row, share.value, color="#2a6f97", height=0.6)
            axes.plot([low, high], [row, row], color="#222222", linewidth=1.2)
            axes.text(1.02, row, f"{share.hits} of {share.total}", va="center")
        labels = [name.replace("$", r"\$") for name in shown]
        axes.set_yticks(range(len(shown)), labels)
        axes.invert_yaxis()
        axes.set_xlim(0, 1.16)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        written = io.StringIO()
        figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    text = written.getvalue()
    return text[text.index("<svg") :]
