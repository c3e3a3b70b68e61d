"""Build the PDF and DOCX files of the held-out set from `sources/`: `python tests/heldout/build.py`.

The same source gives the same bytes. Takes an optional folder to write to (default: `documents/`).
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import build_docx  # noqa: E402
import build_pdf  # noqa: E402
from sources_reader import read_source  # noqa: E402

LAYOUTS = {
    "teranga-egvmc-minutes-sixth-session-2022.pdf": build_pdf.minutes,
    "teranga-egvmc-programme-of-work-2023-2026.pdf": build_pdf.plan,
    "teranga-egvmc-progress-report-2024.docx": build_docx.progress_report,
    "bahia-clara-twgcrs-report-fifth-meeting-2020.docx": build_docx.grouped_report,
    "bahia-clara-twgcrs-workshop-programme-2021.docx": build_docx.programme,
    "amber-road-scsh-ministerial-declaration-2017.pdf": build_pdf.declaration,
    "amber-road-scsh-report-eighth-session-2021.pdf": build_pdf.report,
    "lautoka-jtgpr-newsletter-issue-11-2024.pdf": build_pdf.newsletter,
}


def build(folder: Path) -> None:
    """Write each built document into `folder`."""
    for name, layout in LAYOUTS.items():
        layout(read_source(HERE / "sources" / f"{Path(name).stem}.txt"), folder / name)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "documents")
