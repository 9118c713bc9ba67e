"""Books (EPUB) and an issue's JSON: read in the order of the book, and refused in one line where they are broken."""

import io
import json
import zipfile

import pytest

from donghyang import read, report, wire
from donghyang.read.limits import Exceeded, Limits
from donghyang.records import Issue, Publisher, Unreadable

SPACE = "urn:oasis:names:tc:opendocument:xmlns:container"
CONTAINER = f'<container xmlns="{SPACE}"><rootfiles><rootfile full-path="{{}}"/></rootfiles></container>'
PACKAGE = '<package xmlns="http://www.idpf.org/2007/opf"><manifest>{}</manifest><spine>{}</spine></package>'
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>쪽</title></head><body>{}</body></html>'


def book(pages: dict[str, str], more: dict[str, str | bytes] | None = None) -> bytes:
    """A book of pages by name, in order."""
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(pages)
    )
    items += "".join(f'<item id="{name}" href="{name}" media-type="text/css"/>' for name in more or {})
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(pages)))
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format("OEBPS/book.opf"),
        "OEBPS/book.opf": PACKAGE.format(items, spine),
        **{f"OEBPS/{name.replace('%20', ' ')}": PAGE.format(body) for name, body in pages.items()},
        **{f"OEBPS/{name}": data for name, data in (more or {}).items()},
    }
    return zipped(members)


def zipped(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in members.items():
            target.writestr(name, data)
    return stream.getvalue()


def test_pages_are_read_in_the_order_of_the_book_whatever_they_are_called() -> None:
    made = book({"b.xhtml": "<p>첫째 쪽</p>", "a%20a.xhtml": "<p>둘째<br/>쪽</p><a id='x'/><p>끝</p>"})
    assert read.document_of(made, "책").text.split() == ["첫째", "쪽", "둘째", "쪽", "끝"]


def test_what_a_books_style_hides_is_not_read() -> None:
    made = book({"a.xhtml": "<p>보이는 글</p><p class='x'>숨긴 글</p>"}, {"s.css": ".x { display: none }"})
    assert read.document_of(made, "a.epub").text.strip() == "보이는 글"


@pytest.mark.parametrize(
    "made",
    [
        zipped({"mimetype": "application/epub+zip"}),
        zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER.format("none.opf")}),
        zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container"}),
        zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}),
        book({}),
        book({"a.xhtml": ""}),
        book({"a.xhtml": "<p>열린 글"}),
        book({"../../etc/passwd": "<p>밖</p>"})[:-40],
        book({"a.xhtml": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;</p>"}),
    ],
)
def test_a_broken_book_is_refused_in_one_line(made: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read.document_of(made, "a.epub")
    assert "a.epub" in refused.value.message.ko
    assert "\n" not in refused.value.message.ko + refused.value.message.en


def test_a_book_that_unpacks_to_more_than_it_may_is_refused() -> None:
    made = book({"a.xhtml": "<p>" + "가" * 400_000 + "</p>", "b.xhtml": "<p>" + "나" * 400_000 + "</p>"})
    with pytest.raises(Exceeded, match="unpacked"):
        read.document_of(made, "a.epub", Limits(unpacked=1))


ISSUE = Issue("주간동향", None, Publisher("연구소"), (), ("요약의 한 줄",), ())


def test_the_json_of_an_issue_is_read_as_the_issue() -> None:
    made = json.dumps({"kind": "report", "more": {"articles": []}} | json.loads(wire.dumps(ISSUE)))
    assert report.parse(read.document_of(made.encode(), "판.json")) == ISSUE
    assert report.parse(read.document_of(b"\xef\xbb\xbf" + made.encode(), "x")) == ISSUE


@pytest.mark.parametrize(
    "text",
    [
        '{"sections": 3, "articles": 4}',
        '{"sections": [{"articles": [{}]}]}',
        '{"sections": ' + "[" * 50_000,
        '{"articles": 1' + "0" * 5_000 + ', "sections": []}',
        '{"title": "기사", "body": "글"}',
    ],
)
def test_other_json_is_text(text: str) -> None:
    assert read.document_of(text.encode(), "a.json").text == text


def test_an_issue_that_report_txt_cannot_hold_says_so() -> None:
    broken = (
        wire.dumps(ISSUE)
        .replace("요약의 한 줄", "요약의\\n두 줄")
        .replace('"sections": []', '"sections": [], "articles": []')
    )
    with pytest.raises(Unreadable) as refused:
        read.document_of(broken.encode(), "a.json")
    assert "a.json" in refused.value.message.ko
