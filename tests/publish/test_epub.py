"""The book: its structure as the format asks for it, its links, and nothing of an issue that is not text.

epubcheck says whether it is valid (.ci/nightly); here stands what can be seen without Java.
"""

import io
import posixpath
import re
import zipfile
from xml.etree.ElementTree import Element, fromstring

import pytest

from donghyang import publish
from donghyang.records import Issue

XHTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"


def book(issue: Issue) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(publish.render(issue, "epub"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages(files: dict[str, bytes]) -> dict[str, Element]:
    return {name: fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}


def test_the_container_begins_as_the_format_says(week: Issue) -> None:
    made = publish.render(week, "epub")
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert publish.render(week, "epub") == made


@pytest.mark.parametrize("name", ["week", "ugly", "empty"])
def test_the_package_names_every_file_once(name: str, request: pytest.FixtureRequest) -> None:
    files = book(request.getfixturevalue(name))
    package = fromstring(files["EPUB/package.opf"])
    items = [item.get("href") for item in package.iter(f"{OPF}item")]
    known = {f"EPUB/{href}" for href in items} | {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert known == set(files)
    assert len(items) == len(set(items))
    ids = {item.get("id") for item in package.iter(f"{OPF}item")}
    assert [ref.get("idref") in ids for ref in package.iter(f"{OPF}itemref")]
    assert [item.get("properties") for item in package.iter(f"{OPF}item")].count("nav") == 1
    assert len(fromstring(files["EPUB/nav.xhtml"]).findall(f".//{XHTML}ol")) >= 1


@pytest.mark.parametrize("name", ["week", "ugly"])
def test_every_link_leads_to_a_place_that_is_there(name: str, request: pytest.FixtureRequest) -> None:
    found = pages(book(request.getfixturevalue(name)))
    places = {page: {one.get("id") for one in tree.iter() if one.get("id")} for page, tree in found.items()}
    for page, tree in found.items():
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        for link in tree.iter(f"{XHTML}a"):
            to = link.get("href", "")
            if re.match(r"https?://", to):
                continue
            target, _, anchor = to.partition("#")
            target = posixpath.join("EPUB", target) if target else page
            assert target in places, to
            assert not anchor or anchor in places[target], to


def test_the_contents_lead_to_every_article(week: Issue) -> None:
    nav = fromstring(book(week)["EPUB/nav.xhtml"])
    told = ["".join(link.itertext()) for link in nav.iter(f"{XHTML}a")]
    assert "01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표" in told
    assert sum(len(section.articles) for section in week.sections) + 7 == len(told)


def test_hostile_words_are_words(ugly: Issue) -> None:
    for page in pages(book(ugly)).values():
        assert not list(page.iter(f"{XHTML}script"))
        assert not [link for link in page.iter(f"{XHTML}a") if "javascript" in link.get("href", "")]
    text = "".join("".join(page.itertext()) for page in pages(book(ugly)).values())
    assert "<script>alert('x')</script>" in text


def test_chinese_is_marked_for_both_readers_of_xml(week: Issue) -> None:
    marked = [one for page in pages(book(week)).values() for one in page.iter() if one.get("lang") == "zh-Hans"]
    assert marked
    assert {one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in marked} == {"zh-Hans"}


def test_marks_and_annotations_are_notes(week: Issue) -> None:
    pages = [text.decode() for name, text in book(week).items() if name.endswith(".xhtml")]
    kinds = [kind for text in pages for kind in re.findall(r'role="doc-(\w+)"[^>]* epub:type="(\w+)"', text)]
    assert kinds == [(kind, kind) for kind in ("noteref", "footnote", "backlink")]
