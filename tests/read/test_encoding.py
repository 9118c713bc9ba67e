"""Bytes to text: real sentences in every encoding that pages come in, with right, wrong and missing labels."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.read.encoding import decode, is_binary, label_of

CHINESE = "科技部发布关于支持人工智能应用场景建设的通知，要求各地认真组织实施。"
TRADITIONAL = "經濟部宣布將擴大補助半導體設備研發，預計明年投入新臺幣三十億元。"
KOREAN = "중국 과학기술부는 인공지능 활용 사례를 발표하고 각 지역에서 실시하도록 요구하였다."
LABELS = (None, "utf-8", "gb2312", "iso-8859-1", "euc-kr", "big5", "no-such-thing", "punycode")


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "utf-8"),
        (CHINESE, "utf-16"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-8"),
        (KOREAN, "cp949"),
        (KOREAN, "utf-8"),
        (KOREAN, "utf-8-sig"),
    ],
)
def test_text_comes_back_whatever_the_label(text: str, encoding: str, label: str | None) -> None:
    page = f"<html><body><p>{text}</p></body></html>\r\n"
    assert decode(page.encode(encoding), label) == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_sixteen_bits_without_a_mark(encoding: str) -> None:
    page = f"<html><head><title>{CHINESE}</title></head><body><p>{CHINESE}</p></body></html>"
    assert decode(page.encode(encoding)) == page


def test_a_label_decides_where_characters_say_little() -> None:
    assert decode("朱镕".encode("gb18030"), "gb2312") == "朱镕"
    assert decode("café".encode("cp1252"), "iso-8859-1") == "café"


def test_a_cut_character_does_not_change_the_encoding() -> None:
    assert decode(CHINESE.encode()[:-1]).startswith(CHINESE[:-1])
    assert decode(CHINESE.encode("gb18030")[:-1]).startswith(CHINESE[:-1])


OTHERS = [(CHINESE, "gb18030"), (TRADITIONAL, "big5"), (KOREAN, "cp949")]
PART = "이 지면은 서버가 다른 글자표로 붙인 꼬리를 달고 있다. 页面的前半部分使用统一码。"


@pytest.mark.parametrize(("text", "encoding"), OTHERS)
@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize("border", ["</p>\n<p>", "\n", "<br>"])
def test_a_page_in_two_encodings_is_read_part_by_part(text: str, encoding: str, times: int, border: str) -> None:
    own, other = PART.encode(), (text * times).encode(encoding)
    assert decode(own + border.encode() + other, "utf-8") == PART + border + text * times
    assert decode(other + border.encode() + own, "gb2312") == text * times + border + PART


@pytest.mark.parametrize(("text", "encoding"), OTHERS)
def test_where_the_two_meet_without_a_border_nothing_is_invented(text: str, encoding: str) -> None:
    for data in (PART.encode() + text.encode(encoding), text.encode(encoding) + PART.encode()):
        assert set(decode(data)) <= set(PART + text + "\ufffd")
        assert PART[1:] in decode(data)


def test_a_few_stray_bytes_are_no_second_encoding() -> None:
    page = f"<p>{CHINESE}</p>\n"
    assert decode(page.encode() + b"<!-- \xd6\xd0 \xff -->" + page.encode()).count(page) == 2
    assert decode(page.encode("gb18030") + b"<!-- \xe4\xb8\xad -->" + page.encode("gb18030")).count(page) == 2


def test_line_ends_stay() -> None:
    assert decode("가\r\n나\r다\n".encode()) == "가\r\n나\r다\n"


@given(st.text())
def test_valid_utf8_is_taken_as_it_is(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and "\0" not in text:
        assert decode(data) == text


@given(st.binary(max_size=300), st.sampled_from(LABELS))
def test_no_bytes_break_it(data: bytes, label: str | None) -> None:
    assert isinstance(decode(data, label), str)
    is_binary(data)


def test_labels_are_found_in_markup() -> None:
    assert label_of(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">') == "gb2312"
    assert label_of(b"<meta charset='GBK'>") == "GBK"
    assert label_of(b'<?xml version="1.0" encoding="euc-kr"?>') == "euc-kr"
    assert label_of(b"<p>none</p>") is None


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), bytes(range(256)) * 8])
def test_pictures_and_programs_are_binary(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("text", [CHINESE, KOREAN, "\x1b[0m colour", "a\0b" + "글" * 200])
def test_text_is_not_binary(text: str) -> None:
    assert not is_binary(text.encode())
