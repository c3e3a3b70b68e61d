"""The Gradio page: where officials ask, check the quotes, and look at documents and meetings."""

from assistant.interface.page.layout import build_page
from assistant.interface.page.serve import launch, serve_page

__all__ = ["build_page", "launch", "serve_page"]
