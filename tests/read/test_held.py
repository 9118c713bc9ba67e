"""Malformed and closed files: an answer or one line, no order in them followed, nothing outside opened."""

from __future__ import annotations

import hashlib

import pytest

from donghyang import read
from donghyang.read import formats
from donghyang.records import Unreadable

LINE = "Wuxi ordered 120 buses"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""What fills a password up to 32 bytes (ISO 32000-1, 7.6.3.3)."""


def pdf(
    *,
    pages: str = "/Count 1/Kids[5 0 R]",
    page: str = "/MediaBox[0 0 595 842]",
    catalog: str = "",
    user: str | None = None,
    more: str = "",
) -> bytes:
    """A PDF of one line; with `user` it is encrypted under that password (RC4, 40 bits)."""
    content = f"BT /F1 12 Tf 72 700 Td ({LINE}) Tj ET".encode()
    trailer = "/Size 9/Root 1 0 R"
    if user is not None:
        owner = _rc4(_md5(_PAD)[:5], _padded(user))
        key = _md5(_padded(user) + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + b"donghyang-test-0")[:5]
        content = _rc4(_md5(key + (4).to_bytes(3, "little") + b"\0\0")[:10], content)
        entries = f"/Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{_rc4(key, _PAD).hex()}>"
        trailer += f"/Encrypt<<{entries}>>/ID[<{b'donghyang-test-0'.hex()}><00>]"
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        2: f"<</Type/Pages{pages}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        5: f"<</Type/Page/Parent 2 0 R{page}/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>".encode(),
    }
    made, places = b"%PDF-1.7\n", []
    for number, body in objects.items():
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + f"trailer\n<<{trailer}{more}>>\nstartxref\n{start}\n%%EOF\n".encode()


def _padded(password: str) -> bytes:
    return (password.encode() + _PAD)[:32]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@pytest.mark.parametrize(
    "made",
    [
        pdf(),
        pdf(pages="/Count 1900000000/Kids[5 0 R]"),
        pdf(page="/MediaBox[0 0 9e12 9e12]"),
        pdf(page="/MediaBox[0 0 nan nan]"),
        pdf(page="/MediaBox[595 842 -595 -842]"),
        pdf(page="/MediaBox[0 0 595 842]/Rotate 37"),
        pdf(catalog="/OpenAction<</S/JavaScript/JS(app.alert\\('gotcha'\\))>>"),
        pdf(catalog="/OpenAction<</S/Launch/F(/bin/gotcha)>>/AA<</WC<</S/URI/URI(http://gotcha.example)>>>>"),
        pdf(more="/Info<</Title(\x1b]0;gotcha\x07)/Producer(gotcha)>>"),
        pdf(user=""),
    ],
    ids=["plain", "count", "huge", "nan", "negative", "turned", "script", "launch", "information", "empty password"],
)
def test_a_malformed_pdf_says_its_line_and_nothing_else(made: bytes) -> None:
    text = formats.document(made, "a.pdf").text
    assert LINE in text
    assert "gotcha" not in text


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (pdf(pages="/Count 1/Kids[2 0 R]"), "damaged"),
        (pdf(pages="/Count 2000/Kids[2 0 R 2 0 R]"), "damaged"),
        (pdf(user="비밀"), "password"),
        (pdf()[:300], "damaged"),
    ],
    ids=["its own page", "twice its own page", "locked", "cut"],
)
def test_a_pdf_without_pages_or_with_a_password_is_refused_in_one_line(made: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        formats.document(made, "a.pdf")
    assert said in refused.value.why.en
    assert "\n" not in refused.value.why.en


BODY = "无锡市计划在两年内投放一百二十辆氢能公交车，并建设八座加氢站，由市交通运输局负责组织实施。" * 4


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "gotcha"><!ENTITY b "&a;&a;&a;">]>',
        '<base href="file:///etc/"><link rel="stylesheet" href="passwd"><meta http-equiv="refresh" content="0;gotcha">',
        '<script src="http://gotcha.example"></script><iframe src="file:///etc/hostname">gotcha</iframe>',
    ],
)
def test_a_web_page_opens_nothing(head: str) -> None:
    text = read.page_of(f"{head}<html><body><p>&x; &b;</p><p>{BODY}</p></body></html>".encode(), "a.html").text
    assert BODY in text
    assert "gotcha" not in text


def test_halves_of_characters_come_out_as_text() -> None:
    page = read.page_of(
        f"<html><body><p>&#xD800;&#xDFFF;&#x110000;&#0;</p><p>{BODY}</p></body></html>".encode(), "a.html"
    )
    assert BODY in page.text
    assert page.text.encode("utf-8")
