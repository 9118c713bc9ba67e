"""Newsletters: what they link to, what is attached, and mails that are broken."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from donghyang.collect.sources.mails import mail, straight
from donghyang.records import Entry

HTML = """<html><body><p><a href="https://mail.example.org/view?id=7">如不能正常显示，请在浏览器中打开</a></p>
<table><tr><td><a href="https://www.zhiku.example.org/2031/05/hydrogen.html">氢能冶金进入中试：三省技术路线比较</a></td></tr>
<tr><td><a href="https://click.example.org/t?u=9&amp;url=https%3A%2F%2Fwww.zhiku.example.org%2Fq%2F2.html">量子传感标准化的五个问题</a></td></tr>
<tr><td><a href="https://www.zhiku.example.org/">智库</a> <a href="https://mail.example.org/unsub">退订本通讯请点击这里</a></td></tr>
</table></body></html>"""
WANTED = (
    Entry(
        "https://www.zhiku.example.org/2031/05/hydrogen.html",
        "氢能冶金进入中试：三省技术路线比较",
        dt.date(2031, 5, 19),
    ),
    Entry("https://www.zhiku.example.org/q/2.html", "量子传感标准化的五个问题", dt.date(2031, 5, 19)),
)


def letter(charset: str = "utf-8", cte: str = "base64") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "智库通讯 第12期"
    message["From"] = "智库 <news@zhiku.example.org>"
    message["Date"] = "Sun, 18 May 2031 22:00:00 +0000"
    message.set_content("文本版略")
    message.add_alternative(HTML, subtype="html", charset=charset, cte=cte)
    return message


@pytest.mark.parametrize(
    ("charset", "cte"), [("utf-8", "base64"), ("gb18030", "base64"), ("utf-8", "quoted-printable")]
)
def test_a_newsletter_names_its_articles(charset: str, cte: str) -> None:
    found = mail(letter(charset, cte).as_bytes())
    assert found.subject == "智库通讯 第12期"
    assert found.date == dt.date(2031, 5, 19)
    assert found.entries == WANTED
    assert found.pages == ()


def test_a_wrong_charset_does_not_spoil_titles() -> None:
    body = letter("gb18030").as_bytes().replace(b"gb18030", b"utf-8")
    assert mail(body).entries == WANTED


def test_saved_pages_in_a_mail_are_handed_over() -> None:
    message = letter()
    page = "<html><body><h1>存档</h1></body></html>".encode()
    message.add_attachment(page, maintype="text", subtype="html", filename="存档 一.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"MIME-Version: 1.0", maintype="application", subtype="x", filename="../../x.mht")
    assert [name for name, _ in mail(message.as_bytes()).pages] == ["存档 一.html", "../../x.mht"]
    assert mail(message.as_bytes()).pages[0][1] == page


def test_a_mail_of_plain_text_is_a_list_of_addresses() -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "链接", "a@b.example.org"
    message.set_content(
        "本周两篇\n脑机接口伦理指南\nhttps://a.example.cn/1.html\n另一篇：https://a.example.cn/2.html。\n"
    )
    assert mail(message.as_bytes()).entries == (
        Entry("https://a.example.cn/1.html", "脑机接口伦理指南", None),
        Entry("https://a.example.cn/2.html", "另一篇", None),
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: x",
        b"From: a\nDate: never\nSubject: =?utf-8?B?!!!?=\n\nhello",
        b"Content-Type: multipart/mixed; boundary=x\nFrom: a\n\n--x\nContent-Type: text/html; charset=nonsense\n\n<a>",
        b"Content-Type: multipart/mixed; boundary=x\nFrom: a\n\n" + b"--x\n\n" * 3000,
        b"Content-Transfer-Encoding: base64\nContent-Type: text/html\nFrom: a\n\n!!!!",
        b"Date: Mon, 99 May 99999 99:99:99 +9999\nFrom: \xff\xfe\n\n",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(1100)),
        b"Content-Type: application/octet-stream; name*=utf-8''%ff%fe\nFrom: a\n\nx",
    ],
)
def test_broken_mails_hold_little_and_break_nothing(body: bytes) -> None:
    found = mail(body)
    assert found.entries == ()


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://c.example.org/t?url=https%3A%2F%2Fa.example.cn%2Fx%3Fid%3D1", "https://a.example.cn/x?id=1"),
        ("https://c.example.org/t?u=7", "https://c.example.org/t?u=7"),
        ("https://a.example.cn/share?to=http%3A%2F%2F", "https://a.example.cn/share?to=http%3A%2F%2F"),
        ("https://a.example.cn/x", "https://a.example.cn/x"),
    ],
)
def test_counting_addresses_are_gone_round(url: str, target: str) -> None:
    assert straight(url) == target
