"""Evidence is bytes: a page is read from them as from its file, and refused for the same reasons."""

import pickle
from pathlib import Path

import pytest

from donghyang import read
from donghyang.records import Unreadable

PAGE = "URL: https://a.example/7\nDATE: 2024-05-06\nTITLE: 青海建设算力中心\n\n青海省建设算力中心，总投资12亿元。\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", PAGE.encode()),
        ("b.txt", PAGE.encode("gb18030")),
        ("c.html", f"<html><title>青海</title><body><p>{PAGE * 4}</p></body></html>".encode()),
    ],
)
def test_bytes_are_read_as_their_file_is(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert read.page_of(data, name) == read.page(tmp_path / name)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n\0", "is empty"),
        (bytes(range(256)) * 4, "is not text"),
        (b"PK\x03\x04word/document", "DOCX"),
    ],
)
def test_bytes_that_hold_no_page_say_why_without_their_name(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read.page_of(data, "store/0007")
    problem = refused.value
    assert why in problem.why.en
    assert "store/0007" not in problem.why.ko + problem.why.en
    assert problem.message.ko == f"store/0007: {problem.why.ko}"
    assert pickle.loads(pickle.dumps(problem)).message == problem.message


def test_more_than_will_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghyang.read.files.MAX_BYTES", 8)
    with pytest.raises(Unreadable, match="too large"):
        read.page_of(PAGE.encode(), "a.txt")


def test_characters_that_nobody_sees_are_left_out_of_numbers() -> None:
    body = "<p>浙江省安排7\u200b820万元，建设3&shy;150个站点，另有6&nbsp;150台设备。</p>" * 3
    page = read.page_of(f"<html><body><div>{body}</div></body></html>".encode(), "a.html")
    assert "安排7820万元，建设3150个站点，另有6\u00a0150台设备" in page.text


def test_a_page_behind_many_comments_is_markup() -> None:
    body = "<p>浙江省启动水下机器人条例，安排三亿元资金支持企业。</p>" * 3
    page = read.page_of(("<!-- a -->\n" * 60 + f"<html><body><div>{body}</div></body></html>").encode(), "a.md")
    assert page.text.startswith("浙江省启动")
    assert "<" in read.page_of(("<!-- a -->\n" * 60 + body.replace("<p>", "<q>")).encode(), "a.md").text
