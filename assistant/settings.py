"""All settings of the assistant, in one tree.

Each can be set in the environment (`WG_ASSISTANT_INDEX__DIRECTORY=/srv/index`) or in a `.env` file.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.ranking import DENSE_WEIGHT

_HOME = user_data_path("wg-assistant")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class IndexSettings(_Part):
    """Where the index lives and how passages are embedded."""

    directory: Path = Field(_HOME / "index", description="Folder of the embedded Chroma index.")
    server: str | None = Field(None, description="Address of a Chroma server, used instead of the folder.")
    embedding: str = Field(
        "all-MiniLM-L6-v2",
        description="Embedding model: the packaged default, a Hugging Face name, or a folder.",
    )
    batch: int = Field(64, ge=1, description="Passages embedded and written at a time.")


class RetrievalSettings(_Part):
    """How many passages are looked at."""

    passages: int = Field(
        12, ge=1, description="Passages handed to the answerers; 97 % of the evidence lies in the first 10."
    )
    dense_weight: float = Field(
        DENSE_WEIGHT,
        ge=0,
        description="Weight of the embedding side in the fusion, against 1 of the lexical side.",
    )


class ModelSettings(_Part):
    """The optional chat model."""

    name: str | None = Field(
        None, description="Name for init_chat_model ('ollama:llama3.2'); None: no model."
    )
    base_url: str | None = Field(None, description="Address of an OpenAI-compatible server.")
    timeout: float = Field(60, gt=0, description="Seconds until a call to the model is given up.")
    api_key: str | None = Field(
        None, description="Key of the provider or server; its own variable if left out."
    )
    temperature: float | None = Field(
        0, ge=0, description="Temperature of the model; 'none' for a model that takes none."
    )
    retries: int = Field(2, ge=0, description="Further tries after a failed call.")
    max_tokens: int = Field(600, ge=1, description="Tokens a model may write for one answer.")
    context_characters: int = Field(
        12_000, ge=0, description="Characters of passages and facts handed to the model in one call."
    )
    question_tokens: int = Field(
        30_000, ge=1, description="Tokens, read and written, that all calls for one question may take."
    )
    question_cost: float | None = Field(
        None, ge=0, description="What one question may cost, in the currency of the prices; None: no limit."
    )
    input_price: float = Field(0, ge=0, description="Price of a million tokens read.")
    output_price: float = Field(0, ge=0, description="Price of a million tokens written.")
    part_tokens: int = Field(150, ge=1, description="Tokens a model may write for one section of a summary.")
    overview_sentences: int = Field(
        12, ge=1, description="Sentences from which on a summary's parts are shortened once more as a whole."
    )
    propose_records: bool = Field(
        False,
        description="Whether the model proposes further records of files when they are indexed; they are shown, "
        "never answered from. 'wg-assistant index --rebuild' asks it for files that are indexed already.",
    )
    rewrite_followups: bool = Field(
        True, description="Whether the model may complete a follow-up that the rules are unsure of."
    )


class ServeSettings(_Part):
    """The page."""

    host: str = Field("127.0.0.1", description="Address the page listens on; loopback unless set.")
    port: int = Field(7860, ge=1, le=65535, description="Port of the page.")
    upload: bool = Field(True, description="Whether visitors may add documents.")
    max_upload_mb: int = Field(25, ge=1, description="Largest file that may be uploaded, in MB.")
    concurrency: int = Field(8, ge=1, description="Questions answered at the same time.")
    queue: int = Field(200, ge=1, description="Questions that may wait.")
    data: Path = Field(_HOME / "page", description="Folder for conversations, feedback and uploads.")
    users: dict[str, str] = Field(
        default_factory=dict,
        description="Names and hashed passwords ('wg-assistant password'); with any, readers must log in.",
    )
    mcp: bool = Field(True, description="Whether the page's functions are also offered as MCP tools.")


class LimitSettings(_Part):
    """Limits that keep one bad file or question from stopping the rest."""

    question_characters: int = Field(4000, ge=1, description="Longest question, in characters.")
    file_mb: int = Field(100, ge=1, description="Largest file read, in MB.")
    text_mb: int = Field(10, ge=1, description="Largest text, Markdown or HTML file read, in MB.")
    pdf_seconds: int = Field(60, ge=1, description="Seconds a PDF may take to parse.")
    pdf_memory_mb: int = Field(2048, ge=128, description="Memory a PDF may take to parse, in MB.")
    pdf_pages: int = Field(2000, ge=1, description="Most pages read of a PDF.")


class Settings(BaseSettings):
    """The whole tree."""

    model_config = SettingsConfigDict(
        env_prefix="WG_ASSISTANT_",
        env_nested_delimiter="__",
        env_file=".env",
        env_parse_none_str="none",
        extra="forbid",
    )

    index: IndexSettings = Field(default_factory=lambda: IndexSettings())
    retrieval: RetrievalSettings = Field(default_factory=lambda: RetrievalSettings())
    model: ModelSettings = Field(default_factory=lambda: ModelSettings())
    serve: ServeSettings = Field(default_factory=lambda: ServeSettings())
    limits: LimitSettings = Field(default_factory=lambda: LimitSettings())
