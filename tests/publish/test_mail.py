"""The mail as clients get it: parts, styles in the elements, nothing of a page that a client would drop or hide."""

import base64
import datetime as dt
import email
import email.policy
import re
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from selectolax.lexbor import LexborHTMLParser

from donghyang import publish
from donghyang.publish.images import opened
from donghyang.publish.mail import Envelope, addressed, letter
from donghyang.publish.view import view
from donghyang.records import (
    Article,
    Corrected,
    Correction,
    Edition,
    Figure,
    Issue,
    Publisher,
    Section,
    Table,
)

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DAY = dt.date(2024, 3, 20)
EDITION = Edition(7, 2, DAY, (Correction(DAY, "용량을 바로잡습니다.", (Corrected("", "리드", "45", "50"),)),))


def parsed(made: bytes) -> EmailMessage:
    message = email.message_from_bytes(made, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def page(message: EmailMessage) -> LexborHTMLParser:
    body = message.get_body(("html",))
    assert body is not None
    return LexborHTMLParser(body.get_content())


def kinds(message: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in message.walk()]


def test_the_parts_and_the_same_bytes(week: Issue) -> None:
    made = publish.render(week, "eml")
    assert publish.render(week, "eml") == made
    message = parsed(made)
    assert kinds(message) == ["multipart/alternative", "text/plain", "text/html"]
    assert not message.defects
    assert message["Subject"] == "해외 과학기술 주간동향 (2024. 3. 15)"
    assert message["Date"].datetime.isoformat() == "2024-03-15T09:00:00+09:00"
    assert message["X-Unsent"] == "1"  # what is opened in a client is a draft there
    assert max(map(len, made.split(b"\r\n"))) <= 998
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_styles_stand_in_the_elements_and_nothing_asks_outside(week: Issue) -> None:
    tree = page(parsed(publish.render(week, "eml")))
    assert not tree.css("script, link, iframe, form, [class], [id], [onclick], [role], [tabindex]")
    assert not tree.css("a[href^='#']")
    assert not [node for node in tree.css("[src]") if not (node.attributes["src"] or "").startswith("cid:")]
    assert "border-left" in (tree.css("main p")[0].attributes["style"] or "")
    assert all(node.attributes.get("style") for node in tree.css("h1, h2, h3, table, th, td, li"))
    (style,) = tree.css("style")
    assert style.text().count("@media") == 1
    assert "url(" not in style.text()


def test_tables_that_no_phone_shows_whole_tell_each_cell_its_column(week: Issue) -> None:
    names = ("갈래", "과제의 이름", "맡은 기관의 이름", "2024년 예산", "2025년 예산", "끝나는 날")
    row = ("연결", "전용망 구축", "통신관리국", "1,200만 위안", "2,400만 위안", "2025년")
    wide = Table("넓은 표", names, (row,), None)
    section = week.sections[0]
    article = replace(section.articles[0], blocks=(*section.articles[0].blocks, wide))
    section = replace(section, articles=(article, *section.articles[1:]))
    tree = page(parsed(publish.render(replace(week, sections=(section, *week.sections[1:])), "eml")))
    assert len(tree.css("table")) == 2
    (table,) = tree.css("table[data-grid]")
    assert [node.attributes["data-name"] for node in table.css("tbody td")] == [f"{name}: " for name in names]


def test_the_plain_part_says_what_the_page_says(week: Issue) -> None:
    message = parsed(publish.render(week, "eml"))
    plain = message.get_body(("plain",))
    assert plain is not None
    shown = re.sub(r"\s+|\|", "", page(message).body.text())  # type: ignore[union-attr]
    assert re.sub(r"\s+|\|", "", plain.get_content()) == shown
    assert "연결 | • 도시 사이 전용망 2,400km 구축 • 지연 시간을 5밀리초 아래로 낮춤 | 통신관리국 | 2025년" in [
        " ".join(line.split()) for line in plain.get_content().split("\n")
    ]


def test_a_correction_is_told_in_subject_and_body(week: Issue) -> None:
    message = parsed(publish.render_sending(week, "eml", EDITION))
    assert message["Subject"] == "[정정] 해외 과학기술 주간동향 제7호 (2024. 3. 15)"
    assert message["Date"].datetime.date() == DAY
    for part in ("plain", "html"):
        body = message.get_body((part,))
        assert body is not None
        assert "정정(2024. 3. 20): 용량을 바로잡습니다." in body.get_content()


def test_pictures_stand_inside_and_prints_are_attached() -> None:
    article = Article(1, None, "제목", "리드", None, (Figure("그림 하나", "a.png"), Figure("같은 그림", "a.png")))
    issue = Issue("주간동향", DAY, Publisher(), (), (), (Section("policy", "정책동향", (article,)),))
    message = letter(view(issue, None, {"a.png": opened("a.png", DOT)}), None, {"2024-03-20.pdf": b"%PDF-1.7"})
    read = parsed(message.as_bytes())
    assert kinds(read) == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"),
        *("image/png", "application/pdf"),
    ]
    picture = next(part for part in read.walk() if part.get_content_type() == "image/png")
    assert picture.get_payload(decode=True) == DOT
    sources = {node.attributes["src"] for node in page(read).css("img")}
    assert sources == {"cid:" + str(picture["Content-ID"]).strip("<>")}
    assert [part.get_filename() for part in read.iter_attachments()] == ["2024-03-20.pdf"]


def test_hostile_words_are_words_and_no_headers(ugly: Issue) -> None:
    message = parsed(publish.render(ugly, "eml"))
    tree = page(message)
    assert not tree.css("script")
    assert "<script>alert('x')</script>" in tree.body.text()  # type: ignore[union-attr]
    assert not [node for node in tree.css("a") if "javascript" in (node.attributes["href"] or "")]
    broken = Issue("동향\r\nBcc: all@example.kr\r\n\r\n본문", DAY, Publisher(), (), (), ())
    told = parsed(publish.render(broken, "eml"))
    assert told["Bcc"] is None
    assert told["Subject"] == "동향 Bcc: all@example.kr 본문 (2024. 3. 20)"


@pytest.mark.parametrize("word", ["=?utf-8?q?=0D=0ABcc:_all@example.kr?=", "=?utf-8?b?DQpCY2M6IGFsbEBleGFtcGxlLmty?="])
def test_words_that_are_encoded_already_are_words_and_no_headers(word: str) -> None:
    made = letter(view(Issue(f"동향 {word}", DAY, Publisher(), (), (), ())), None)
    told = Address(word, addr_spec="news@example.kr")
    message = parsed(addressed(made, Envelope(told, told, told)).as_bytes())
    assert message["Bcc"] is None
    assert message["Subject"].startswith("동향 = ?utf-8")
    for name in ("From", "To", "Reply-To"):
        assert [one.addr_spec for one in message[name].addresses] == ["news@example.kr"]


@pytest.mark.parametrize("turning", ["\u202e", "\u2067", "\u061c", "\u200f", "\x85", "\x9b", "\ufdd0"])
def test_a_name_in_a_head_turns_no_line_round(turning: str) -> None:
    made = letter(view(Issue(f"동{turning}향", DAY, Publisher(), (), (), ())), None)
    told = Address(f"김{turning}하늘", addr_spec="kim@example.kr")
    message = parsed(addressed(made, Envelope(told, told, told)).as_bytes())
    for name in ("From", "To", "Reply-To", "Subject"):
        assert turning not in str(message[name])
    assert [one.addr_spec for one in message["To"].addresses] == ["kim@example.kr"]
    assert message["To"].addresses[0].display_name.replace(" ", "") == "김하늘"


@pytest.mark.parametrize(
    ("ways", "one_click"),
    [
        (("mailto:news@example.kr?subject=stop",), None),
        (("https://example.kr/leave?a=b", "mailto:news@example.kr"), "List-Unsubscribe=One-Click"),
    ],
)
def test_a_letter_is_addressed_to_one_and_stays_as_it_is(
    week: Issue, ways: tuple[str, ...], one_click: str | None
) -> None:
    message = letter(view(week), None)
    before = message.as_bytes()
    to = Address("김하늘, (과장) <x>", addr_spec="kim@example.kr")
    sender = Address("연구소", addr_spec="news@example.kr")
    made = parsed(addressed(message, Envelope(sender, to, None, ways, "id-1@example.kr")).as_bytes())
    assert message.as_bytes() == before
    assert [one.addr_spec for one in made["To"].addresses] == ["kim@example.kr"]
    assert made["To"].addresses[0].display_name == "김하늘, (과장) <x>"
    assert made["Message-ID"] == "<id-1@example.kr>"
    assert re.sub(r"\s+", "", made["List-Unsubscribe"]) == ",".join(f"<{way}>" for way in ways)
    assert made["List-Unsubscribe-Post"] == one_click
    assert kinds(made) == kinds(message)
