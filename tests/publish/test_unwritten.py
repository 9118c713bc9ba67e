"""Remarks are never printed; lines still to be written are in a draft alone, behind their sign."""

import datetime as dt
import email.policy
import io
import json
import re
import zipfile
from collections.abc import Callable

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hwpx import HwpxDocument

from donghyang import publish
from donghyang.publish import DraftView
from donghyang.publish.view import view
from donghyang.publish.written import finished
from donghyang.records import (
    Annotation,
    Article,
    Block,
    Bullet,
    ContentsEntry,
    Doubt,
    Evidence,
    Figure,
    Heading,
    Issue,
    Message,
    Note,
    Open,
    Publisher,
    Remark,
    Section,
    Table,
)

OPEN = ("投放一", "投放二", "投放三", "投放四", "投放五", "投放六", "投放七", "投放八", "投放九")
WRITTEN = ("풍력 단지를 착공함", "둘째 글", "300MW", "상자의 글", "다른 문단", "끝 소제목")


def issue() -> Issue:
    blocks: tuple[Block, ...] = (
        Remark("비고 하나: 风电 2쪽"),
        Bullet(1, "풍력 단지를 착공함"),
        Remark("비고 둘"),
        Open(1, "단지 300MW를 投放一"),
        Bullet(2, "둘째 글"),
        Annotation("?? 投放二"),
        Heading("1) ?? 投放三"),
        Heading("1) 끝 소제목"),
        Table("?? 投放四", ("구분", "용량"), (("1기", "300MW"), ("2기", "?? 投放五"))),
        Note("※ 참고: 뼈대", ("상자의 글", "?? 投放六")),
        Figure("?? 投放七"),
        Open(0, "投放八"),
    )
    article = Article(1, None, "제목", "?? 投放九", dt.date(2024, 4, 2), blocks, above=("비고 셋",), below=("비고 넷",))
    contents = (ContentsEntry("policy", None, "제목"), ContentsEntry("policy", None, "?? 投放九"))
    sections = (Section("policy", "정책동향", (article,)),)
    front, summary, back = ("// 비고 다섯",), ("다른 문단", "// 비고 여섯", "?? 投放九"), ("// 비고 일곱",)
    return Issue("주간동향", dt.date(2024, 4, 5), Publisher("연구소"), contents, summary, sections, front, back)


def of_pdf(made: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))


def of_word(made: bytes) -> str:
    return "".join(docx.Document(io.BytesIO(made)).element.body.itertext())


def of_hangul(made: bytes) -> str:
    return "".join(HwpxDocument.open(made).sections[0].element.itertext())


def of_book(made: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))


def of_mail(made: bytes) -> str:
    message = email.message_from_bytes(made, policy=email.policy.default)
    return "".join(part.get_content() for part in message.walk() if part.get_content_maintype() == "text")


def of_markdown(made: bytes) -> str:
    return re.sub(r"\\(?=[^\w\s])", "", made.decode()).replace("<", "").replace(">", "")


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": of_pdf, "html": bytes.decode, "docx": of_word, "hwpx": of_hangul, "epub": of_book, "eml": of_mail,
    "md": of_markdown,
}  # fmt: skip


def text_of(made: bytes, to: str) -> str:
    plain = re.sub(r"<style>.*?</style>|<[^>]+>", "", READERS[to](made), flags=re.DOTALL)
    return re.sub(r"\s+", "", plain)


@pytest.mark.parametrize("to", READERS)
def test_a_finished_print_has_neither(to: str) -> None:
    text = text_of(publish.render(issue(), to), to)
    assert not [words for words in (*OPEN, "비고", "??", "//", "초안", "风电") if words in text]
    assert not [words for words in WRITTEN if words.replace(" ", "") not in text]


@pytest.mark.parametrize("to", READERS)
def test_a_draft_print_has_open_lines_and_no_remarks(to: str) -> None:
    text = text_of(publish.render(issue(), to, draft=DraftView()), to)
    assert not [words for words in ("비고", "风电", "//") if words in text]
    assert not [words for words in (*OPEN, *WRITTEN) if words.replace(" ", "") not in text]
    assert "??단지300MW를投放一" in text
    assert "초안" in text


def test_the_contract_has_open_lines_in_a_draft_alone() -> None:
    final, draft = (publish.render(issue(), "json", draft=one).decode() for one in (None, DraftView()))
    assert not [words for words in (*OPEN, "비고", "风电") if words in final]
    assert not [words for words in OPEN if words not in draft]
    assert "비고" not in draft
    assert [json.loads(one)["draft"] for one in (final, draft)] == [False, True]


def test_a_finished_issue_keeps_what_is_written() -> None:
    made = finished(issue())
    (article,) = made.sections[0].articles
    assert (article.lead, article.date) == (None, None)
    assert [type(block).__name__ for block in article.blocks] == ["Bullet", "Bullet", "Heading", "Table", "Note"]
    assert [entry.headline for entry in made.contents] == ["제목"]
    assert (made.front, made.summary, made.back) == ((), ("다른 문단",), ())


def test_evidence_and_doubts_stand_at_their_block_though_remarks_are_left_out() -> None:
    draft = DraftView(
        (Evidence("policy", 1, 3, (0, 2), "a.html", (0, 2), "投放一。"),),
        (Doubt("policy", 1, 1, Message("확인할 것", "look")),),
    )
    blocks = view(issue(), draft).sections[0].articles[0].blocks
    assert [block.open for block in blocks[:3]] == [False, True, False]
    assert blocks[0].remarks.doubts == ("확인할 것",)
    assert blocks[1].remarks.evidence == (("投放一。", "a.html"),)
