"""The site: links lead somewhere, nothing comes from outside, pages read back; feeds and search say what is there."""

import datetime as dt
import json
import posixpath
import re
import zlib
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.publish.conftest import make_ugly, make_week

from donghyang import read, report
from donghyang.publish.site import Frame, Ordered, SiteIssue, Watch, issue_pages, whole
from donghyang.publish.site.search import normal, pairs
from donghyang.records import Corrected, Correction, Edition, Issue

FRAME = Frame("해외 과학기술 주간동향", "과학협력연구소")
DAYS = ("2024-03-08", "2024-03-15", "2025-01-03")
FIXED = Correction(
    dt.date(2024, 3, 20),
    "이용률을 바로잡습니다. <b>",
    (Corrected("정책동향 01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표", "리드", "60%", "70%"),),
)


def made(frame: Frame) -> tuple[list[SiteIssue], dict[str, bytes]]:
    issues = []
    for at, day in enumerate(DAYS):
        edition = (
            Edition(at + 1, 2, FIXED.date, (FIXED,)) if at == 1 else Edition(at + 1, 1, dt.date.fromisoformat(day))
        )
        order = Ordered(day, edition, DAYS[at - 1] if at else None, DAYS[at + 1] if at < 2 else None, True)
        week = replace(make_week(), date=dt.date.fromisoformat(day))
        issues.append(issue_pages(week if at != 2 else make_ugly(), order, frame, {}))
    files = {path: data for issue in issues for path, data in issue.pages.items()}
    watched = Watch("양자 <컴퓨터>", frozenset(item.path for item in issues[0].items[:1]))
    return issues, files | dict(whole(frame, issues, [watched, Watch("없음", frozenset())]))


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return made(FRAME)[1]


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, LexborHTMLParser]:
    return {path: LexborHTMLParser(data.decode()) for path, data in site.items() if path.endswith(".html")}


def test_every_link_leads_to_a_file_that_is_there(site: dict[str, bytes], pages: dict[str, LexborHTMLParser]) -> None:
    for path, tree in pages.items():
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        assert len(ids) == len(tree.css("[id]")), path
        for node in tree.css("[href], [src]"):
            to = node.attributes.get("href") or node.attributes.get("src") or ""
            if node.tag == "a" and re.match(r"https?://", to):
                continue
            place, _, anchor = to.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place))) if place else path
            assert target in site, (path, to)
            assert not anchor or (target == path and anchor in ids), (path, to)


def test_nothing_comes_from_outside(site: dict[str, bytes]) -> None:
    for path, data in site.items():
        if path.endswith((".html", ".css")):
            assert not re.search(rb"<(?:link|script|img|iframe)[^>]+(?:href|src)=\"https?:|@import|url\(", data), path
    assert not re.search(rb"fetch\(|XMLHttpRequest|https?:", site["assets/search.js"])


def test_pages_are_whole_for_those_who_listen(pages: dict[str, LexborHTMLParser]) -> None:
    for path, tree in pages.items():
        assert [node.attributes["lang"] for node in tree.css("html")] == ["ko"]
        assert len(tree.css("main#main")) == 1, path
        assert len(tree.css("title")) == 1, path
        assert len(tree.css("h1")) <= 1, path
        assert all(node.attributes.get("aria-label") for node in tree.css(".bar a")), path


@pytest.mark.parametrize("day", DAYS[:2])
def test_the_page_of_an_issue_reads_back_as_the_issue(site: dict[str, bytes], day: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(site[f"issues/{day}/index.html"])
    issue = replace(make_week(), date=dt.date.fromisoformat(day))
    found = report.parse(read.document(tmp_path / "page.html"))
    number = len(found.front) - len(issue.front)
    assert found == replace(issue, front=found.front)
    assert (number, found.front[0][:3]) == ((1, "제1호") if day == DAYS[0] else (3, "제2호"))


def test_hostile_words_are_words_everywhere(site: dict[str, bytes], pages: dict[str, LexborHTMLParser]) -> None:
    for path, tree in pages.items():
        told = [node for node in tree.css("script") if node.attributes.get("type") != "application/ld+json"]
        assert [node.attributes.get("src") for node in told] == (["assets/search.js"] if path == "search.html" else [])
        assert not [node for node in tree.css("a") if "javascript" in (node.attributes.get("href") or "")]
        assert not tree.css("b")
        for node in tree.css("script[type='application/ld+json']"):
            assert json.loads(node.text())["@context"] == "https://schema.org"
    for path, data in site.items():
        if path.startswith("search/"):
            assert b"<" not in data, path


def test_a_corrected_article_says_so_and_the_others_do_not(pages: dict[str, LexborHTMLParser]) -> None:
    told = {path for path, tree in pages.items() if tree.css(".correction")}
    assert told == {"issues/2024-03-15/policy-1.html", "corrections.html"}
    page = pages["issues/2024-03-15/policy-1.html"]
    assert page.css(".correction .notice")[0].text() == "정정(2024. 3. 20): 이용률을 바로잡습니다. <b>"
    known = json.loads(page.css("script[type='application/ld+json']")[0].text())
    assert known["dateModified"] == "2024-03-20"
    assert known["correction"][0]["@type"] == "CorrectionComment"
    assert (known["isPartOf"]["issueNumber"], known["isPartOf"]["datePublished"]) == (2, "2024-03-15")


def test_issues_lead_to_their_neighbours_and_tags_to_their_articles(pages: dict[str, LexborHTMLParser]) -> None:
    ways = {node.attributes["href"] for node in pages["issues/2024-03-15/index.html"].css(".bar a")}
    assert {"../../issues/2024-03-08/index.html", "../../issues/2025-01-03/index.html"} <= ways
    tags = [node for node in pages["index.html"].css(".tags a") if (node.text() or "").startswith("지역 ")]
    assert [node.text() for node in tags] == ["지역 2"]
    listed = pages[tags[0].attributes["href"] or ""].css(".list a")
    assert [node.attributes["href"] for node in listed] == [
        f"../issues/{day}/policy-1.html" for day in ("2024-03-15", "2024-03-08")
    ]


# ---------------------------------------------------------------------------------------------- feeds


@pytest.mark.parametrize("url", ["", "https://example.kr/weekly/"])
def test_feeds_say_the_same_in_both_formats(url: str) -> None:
    issues, files = made(replace(FRAME, url=url))
    items = [item for issue in issues for item in issue.items]
    for place in {path.rpartition(".")[0] for path in files if path.startswith("feed") and path.endswith(".xml")}:
        atom, other = feedparser.parse(files[f"{place}.xml"]), json.loads(files[f"{place}.json"])
        assert not atom.bozo
        assert atom.version == "atom10"
        assert [one.id for one in atom.entries] == [one["id"] for one in other["items"]]
        assert [one.title for one in atom.entries] == [one["title"] for one in other["items"]]
        assert len({one.id for one in atom.entries}) == len(atom.entries)
        assert all("url" in one for one in other["items"]) is bool(url) or not other["items"]
        for one in atom.entries:
            link = (
                one.link.removeprefix(url)
                if url
                else posixpath.normpath(posixpath.join(posixpath.dirname(place), one.link))
            )
            assert (link in files) or f"{link}index.html" in files
    main = feedparser.parse(files["feed.xml"])
    assert len(main.entries) == len(items) + 1
    (correction,) = [one for one in main.entries if [tag.term for tag in one.tags] == ["정정"]]
    assert "이용률을 바로잡습니다. &lt;b&gt;" in correction.content[0].value
    changed = [one for one in main.entries if one.title.startswith("[정정]") and one is not correction]
    assert [(one.published[:10], one.updated[:10]) for one in changed] == [("2024-03-15", "2024-03-20")]


def test_each_section_and_watch_list_has_a_feed(site: dict[str, bytes]) -> None:
    assert {f"feeds/{kind}.{to}" for kind in ("policy", "technology", "brief") for to in ("xml", "json")} <= set(site)
    watches = {
        json.loads(data)["title"]: json.loads(data)
        for path, data in site.items()
        if path.startswith("feeds/watch-") and path.endswith(".json")
    }
    assert {title: len(feed["items"]) for title, feed in watches.items()} == {
        "해외 과학기술 주간동향: 양자 <컴퓨터>": 1,
        "해외 과학기술 주간동향: 없음": 0,
    }


def test_the_site_map_needs_an_address(site: dict[str, bytes]) -> None:
    assert "sitemap.xml" not in site
    issues, files = made(replace(FRAME, url="https://example.kr/a/"))
    places = [
        node.text or ""
        for node in fromstring(files["sitemap.xml"]).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(places) == 1 + len(issues) + sum(len(issue.items) for issue in issues)
    for place in places:
        path = place.removeprefix("https://example.kr/a/")
        assert path in files or f"{path}index.html" in files


# ---------------------------------------------------------------------------------------------- search


def taken(data: bytes) -> tuple[str, object, object]:
    """What a file of the index hands over."""
    match = re.fullmatch(r"donghyang\.take\((.*)\);\n", data.decode(), re.DOTALL)
    assert match
    what, key, value = json.loads(f"[{match[1]}]")
    return what, key, value


def found(site: dict[str, bytes], query: str) -> list[str]:
    """The articles that the index names for a query, as the page's script goes about it."""
    what, parts, items = taken(site["search/list.js"])
    assert what == "list"
    assert isinstance(parts, int)
    assert isinstance(items, list)
    left = set(range(len(items)))
    words = pairs(query)
    for at in range(0, len(words), 2):
        pair = words[at : at + 2]
        _, _number, share = taken(site[f"search/{zlib.crc32(pair.encode()) % parts}.js"])
        assert isinstance(share, dict)
        steps, place = [], 0
        for step in share.get(pair, []):
            place += step
            steps.append(place)
        left &= set(steps)
    return [items[number][0] for number in sorted(left)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("데이터센터", ["issues/2024-03-15/policy-1.html", "issues/2024-03-08/policy-1.html"]),
        ("전고체 전지", ["issues/2024-03-15/technology-1.html", "issues/2024-03-08/technology-1.html"]),
        ("固态电池", ["issues/2024-03-15/technology-1.html", "issues/2024-03-08/technology-1.html"]),
        ("eflops", ["issues/2024-03-15/policy-1.html", "issues/2024-03-08/policy-1.html"]),
        ("ＥＦＬＯＰＳ", ["issues/2024-03-15/policy-1.html", "issues/2024-03-08/policy-1.html"]),
        ("없는낱말", []),
    ],
)
def test_the_index_knows_where_words_stand(site: dict[str, bytes], query: str, names: list[str]) -> None:
    assert found(site, query) == names


def test_texts_are_there_to_prove_what_was_found(site: dict[str, bytes]) -> None:
    what, day, rows = taken(site["search/text-2024-03-15.js"])
    assert (what, day) == ("text", "2024-03-15")
    assert isinstance(rows, list)
    assert any("데이터센터" in normal(text) for _, text in rows)


def test_the_same_issues_give_the_same_site(site: dict[str, bytes]) -> None:
    assert made(FRAME)[1] == site


def test_a_draft_is_marked_on_every_page_of_it(week: Issue) -> None:
    from donghyang.publish import DraftView

    one = issue_pages(week, Ordered("2024-03-15", None), FRAME, {}, DraftView())
    assert one.draft
    assert all("초안" in data.decode() for path, data in one.pages.items() if path.endswith(".html"))
