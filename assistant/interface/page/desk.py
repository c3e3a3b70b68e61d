"""What all parts of the page work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.api import SHIPPED, Assistant
from assistant.interface.page.conversations import ConversationStore
from assistant.interface.page.feedback import FeedbackStore
from assistant.interface.page.sources import SourceFiles
from assistant.interface.page.suggestions import Answerable
from assistant.interface.page.visible import Visible
from assistant.settings import ServeSettings


@dataclass(frozen=True)
class Desk:
    """The assistant, the settings of the page, and what is kept on disk."""

    assistant: Assistant
    settings: ServeSettings
    conversations: ConversationStore
    feedback: FeedbackStore
    sources: SourceFiles
    answerable: Answerable = field(default_factory=Answerable)

    @classmethod
    def over(cls, assistant: Assistant, settings: ServeSettings) -> Desk:
        """Return the desk for an assistant."""
        return cls(
            assistant,
            settings,
            ConversationStore(settings.data / "conversations"),
            FeedbackStore(settings.data / "feedback"),
            SourceFiles(assistant, settings.data / "files", SHIPPED),
        )

    def visible(self, reader: str) -> Visible:
        """Return what a reader may see."""
        return Visible(self.assistant, reader)
