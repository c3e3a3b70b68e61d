"""What one reader may see: the common documents, and the uploads of their own."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.api import Assistant
from assistant.interface.page.conversations import reader_folder
from assistant.library import Library
from corpus.document import Document
from index.types import Filters

UPLOADED = "uploads/"  # ids of uploaded documents: uploads/<reader's folder>/<file name>


@dataclass(frozen=True)
class Visible:
    """The documents of one reader."""

    assistant: Assistant
    reader: str

    @property
    def own(self) -> str:
        """The start of the ids of this reader's uploads."""
        return f"{UPLOADED}{reader_folder(self.reader)}/"

    def may_see(self, document: Document) -> bool:
        """Whether a document is common, or uploaded by this reader (under whichever of its names)."""
        return any(
            not id.startswith(UPLOADED) or (bool(self.reader) and id.startswith(self.own))
            for id in (document.id, *document.aliases)
        )

    def documents(self) -> list[Document]:
        """Return the documents in order of their ids."""
        return [one for one in self.assistant.documents() if self.may_see(one)]

    def document(self, id: str) -> Document | None:
        """Return a document by its id, None where there is none or it is another reader's."""
        found = self.assistant.library().document(id)
        return found if found is not None and self.may_see(found) else None

    def library(self) -> Library:
        """Return documents and records that this reader may see."""
        return self.assistant.library().restricted(self.restricted(None))

    def restricted(self, filters: Filters | None) -> Filters | None:
        """Return the filters, narrowed so that they let no other reader's upload through."""
        everything = self.assistant.documents()
        seen = [one for one in everything if self.may_see(one)]
        if len(seen) == len(everything):
            return filters
        given = filters or Filters()
        wanted = [one.id for one in seen if not given.documents or one.id in given.documents]
        # An impossible id, because an empty field would restrict nothing.
        return given.model_copy(update={"documents": tuple(wanted) or ("/",)})
