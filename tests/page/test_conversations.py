"""Conversations on disk, exports, feedback and log-in."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from docx import Document as WordDocument
from typer.testing import CliRunner

from assistant.answer import Answer, Citation, Route, Status
from assistant.interface import feedback_commands
from assistant.interface.page.conversations import Conversation, ConversationStore, Turn
from assistant.interface.page.export import as_docx, as_markdown
from assistant.interface.page.export_pdf import as_pdf
from assistant.interface.page.feedback import Feedback, FeedbackStore
from assistant.interface.page.readers import hashed_password, kept_secret, login_check
from assistant.interface.page.thread import answer_as_text
from assistant.interface.page.uploads import file_name


def _answer(question: str, quote: str, start: int) -> Answer:
    one = Citation(
        number=1, document="minutes.pdf", title="Minutes <b>", page=2, section="Opening", quote=quote,
        start=start, end=start + len(quote), url="https://example.org/m",
    )  # fmt: skip
    return Answer(
        question=question, text=f"{quote} [1]", status=Status.ANSWERED, route=Route.READING, citations=(one,)
    )


@pytest.fixture
def conversation() -> Conversation:
    asked = [
        ("Who spoke?", "Peru spoke.", 0),
        ("Who left?", "Chile left.", 40),
        ("Who spoke first?", "Peru spoke.", 0),
    ]
    return Conversation(
        id="abcdefgh1234",
        title="Who spoke?",
        turns=[Turn(question=q, answer=_answer(q, quote, start)) for q, quote, start in asked],
    )


def test_a_conversation_is_kept_for_its_reader_alone(tmp_path: Path, conversation: Conversation) -> None:
    store = ConversationStore(tmp_path)
    store.save("browser:one", conversation)
    assert store.load("browser:one", conversation.id) == conversation
    assert store.load("browser:two", conversation.id) is None
    assert [one.id for one in store.all("browser:one")] == [conversation.id]
    assert store.all("browser:two") == []
    store.delete("browser:two", conversation.id)
    assert store.load("browser:one", conversation.id) is not None


@pytest.mark.parametrize("id", ["../../etc/passwd", "", "a/b/c/d/e/f/g", "x" * 200])
def test_an_id_leads_out_of_no_folder(tmp_path: Path, id: str) -> None:
    assert ConversationStore(tmp_path).load("browser:one", id) is None


def test_a_damaged_file_is_no_conversation(tmp_path: Path, conversation: Conversation) -> None:
    store = ConversationStore(tmp_path)
    store.save("r", conversation)
    next(tmp_path.rglob("*.json")).write_text("{", "utf-8")
    assert store.load("r", conversation.id) is None
    assert store.all("r") == []


def test_the_brief_numbers_each_quote_once(conversation: Conversation) -> None:
    brief = as_markdown(conversation)
    assert brief.count("Peru spoke. [1]") == 2
    assert "Chile left. [2]" in brief
    assert "3. “" not in brief
    assert "Minutes \\<b\\>" in brief


def test_the_word_file_holds_the_same_references(conversation: Conversation) -> None:
    lines = [one.text for one in WordDocument(io.BytesIO(as_docx(conversation))).paragraphs]
    assert "Chile left. [2]" in lines
    assert [line for line in lines if line.startswith("[2] “Chile left.” Minutes <b>, page 2, Opening.")]


def test_feedback_becomes_draft_questions(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path / "feedback")
    store.keep(
        Feedback(verdict="right", question="Who spoke?", answer=_answer("Who spoke?", "Peru spoke.", 0))
    )
    store.keep(Feedback(verdict="wrong", comment="Not so", question="Q?", answer=_answer("Q?", "X", 3)))
    out = tmp_path / "drafts.jsonl"
    result = CliRunner().invoke(
        feedback_commands.app, ["export", "--out", str(out), "--data", str(tmp_path)], catch_exceptions=False
    )
    assert result.exit_code == 0
    drafts = out.read_text("utf-8")
    assert '"evidence":"Peru spoke."' in drafts
    assert '"note":"Not so"' in drafts
    assert drafts.count("\n") == 2


def test_only_the_right_password_of_a_known_user_opens() -> None:
    check = login_check({"ana": hashed_password("correct horse")})
    assert check("ana", "correct horse")
    assert not check("ana", "wrong")
    assert not check("bo", "correct horse")
    assert hashed_password("x") != hashed_password("x")


def test_the_secret_survives_a_restart(tmp_path: Path) -> None:
    assert kept_secret(tmp_path) == kept_secret(tmp_path)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\Minutes of 3 May.pdf", "Minutes of 3 May.pdf"),
        (".hidden.md", "hidden.md"),
        ("a<b>|c.txt", "a_b_c.txt"),
        ("", "document"),
    ],
)
def test_names_of_uploads_are_made_safe(given: str, kept: str) -> None:
    assert file_name(given) == kept


def test_the_pdf_has_every_name_in_a_font_and_numbered_references() -> None:
    names = "Łódź, Đà Nẵng, Türkiye, Côte d’Ivoire, Ελλάδα, Україна, São Tomé, Şırnak, ʻEua"
    answer = _answer("Where?", f"- **Places (9):** {names}", 0)
    answer = answer.model_copy(
        update={"text": f"The places were:\n- {names} [1]\n- <b>none</b> & more [1].", "citations": tuple(
            one.model_copy(update={"document": "minutes.md"}) for one in answer.citations
        )}
    )  # fmt: skip
    talk = Conversation(id="abcdefgh1234", title="Places <i>", turns=[Turn(question="Where?", answer=answer)])
    with pdfplumber.open(io.BytesIO(as_pdf(talk))) as brief:
        text = " ".join(" ".join(page.extract_text().split()) for page in brief.pages)
        fonts = {one["fontname"] for page in brief.pages for one in page.chars}
    assert names in text.replace("\n", " ")
    assert "[1] “Places (9): Łódź" in text
    assert "<b>none</b> & more [1]." in text
    assert "Places <i>" in text
    assert all("DejaVu" in font and "+" in font for font in fonts)  # '+': a part of the font is in the file


def _pdf_text(said: str) -> str:
    answer = _answer("Where?", said, 0)
    talk = Conversation(id="abcdefgh1234", title="Places", turns=[Turn(question="Where?", answer=answer)])
    with pdfplumber.open(io.BytesIO(as_pdf(talk))) as brief:
        return " ".join(" ".join(page.extract_text().split()) for page in brief.pages)


def test_the_pdf_says_so_where_a_script_cannot_be_drawn() -> None:
    text = _pdf_text("The scribe wrote 𐘀𐘁 on the seal.")  # Linear A: in no font of an ordinary system
    assert "No font of this server has these characters" in text
    assert "U+10600" in text
    assert "Markdown and Word exports hold the text in full" in text
    assert "letter by letter" in _pdf_text("The port is called ميناء.")


@pytest.mark.parametrize("said", ["Łódź and Ŋgaoundéré spoke.", "東京 spoke.", "서울 spoke.", "Київ spoke."])
def test_the_pdf_is_silent_where_all_is_drawn(said: str) -> None:
    text = _pdf_text(said)
    assert said in text
    assert "No font" not in text
    assert "letter by letter" not in text


def test_the_pdf_of_a_long_conversation_has_numbered_pages() -> None:
    turns = [
        Turn(question=f"Question {n}?", answer=_answer(f"Question {n}?", f"Statement {n}.", 20 * n))
        for n in range(60)
    ]
    with pdfplumber.open(
        io.BytesIO(as_pdf(Conversation(id="abcdefgh1234", title="Long", turns=turns)))
    ) as brief:
        assert len(brief.pages) > 3
        assert brief.pages[2].extract_text().rstrip().endswith("3")
        assert "[60] “Statement 59.”" in brief.pages[-1].extract_text()


def test_what_is_copied_and_exported_has_no_signs_of_markup() -> None:
    answer = _answer("Who?", "- **Observers (1):** Peru", 0)
    answer = answer.model_copy(
        update={
            "citations": tuple(one.model_copy(update={"document": "minutes.md"}) for one in answer.citations),
            "text": "Peru [1].",
        }
    )
    assert "“Observers (1): Peru”" in answer_as_text(answer)
    talk = Conversation(id="abcdefgh1234", title="Who?", turns=[Turn(question="Who?", answer=answer)])
    assert "“Observers (1): Peru”" in as_markdown(talk)
    assert any(
        "“Observers (1): Peru”" in one.text for one in WordDocument(io.BytesIO(as_docx(talk))).paragraphs
    )
