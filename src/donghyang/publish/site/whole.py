"""What belongs to all issues together: first page, lists by section, tag and watch list, corrections, search, feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from donghyang.publish import marks
from donghyang.publish.edition import CORRECTION, told
from donghyang.publish.elements import node
from donghyang.publish.html import style
from donghyang.publish.site import feeds, search
from donghyang.publish.site.frame import address, bar, foot, framed, linked_data, listed, main, notices, page
from donghyang.publish.site.issues import day_of, modified, tag_path
from donghyang.publish.site.records import Frame, Item, SiteIssue, Watch
from donghyang.publish.templating import resource

RECENT = 20
"""So many of the newest issues are told in full by the feeds."""


def whole(frame: Frame, issues: Sequence[SiteIssue], watches: Sequence[Watch] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file of the site that is no issue's own: path and bytes. `issues` stand with the oldest first."""
    newest = list(reversed(issues))
    items = [item for issue in newest for item in issue.items]
    yield "assets/site.css", _style(frame).encode()
    yield "assets/search.js", resource("search.js").encode()
    yield "index.html", _first_page(frame, newest, items, watches)
    yield "search.html", _search_page(frame)
    yield "corrections.html", _corrections_page(frame, newest)
    yield from search.files(items)
    yield from feeds.files(
        frame, feeds.Feed("feed", frame.title), feeds.entries(newest, _recent(newest), with_corrections=True)
    )
    for kind, title in marks.SECTION_TITLES.items():
        chosen = [item for item in items if item.kind == kind]
        if chosen:
            yield from _list(frame, f"sections/{kind}", title, chosen)
            feed = feeds.Feed(f"feeds/{kind}", f"{frame.title}: {title}", f"sections/{kind}.html")
            yield from _feed(frame, feed, newest, {one.path for one in chosen})
    for tag in sorted({tag for item in items for tag in item.tags}):
        path = tag_path(tag).removesuffix(".html")
        yield from _list(frame, path, tag, [item for item in items if tag in item.tags])
    for watch in watches:
        chosen = [item for item in items if item.path in watch.paths]
        yield from _list(frame, watch_path(watch).removesuffix(".html"), watch.name, chosen)
        feed = feeds.Feed(_watch_feed(watch), f"{frame.title}: {watch.name}", watch_path(watch))
        yield from _feed(frame, feed, newest, watch.paths)
    if frame.url:
        yield "sitemap.xml", _sitemap(frame, newest, items)


def watch_path(watch: Watch) -> str:
    """The page of a watch list."""
    return f"watch/{uuid5(NAMESPACE_URL, f'donghyang:watch:{watch.name}').hex[:12]}.html"


def _watch_feed(watch: Watch) -> str:
    return f"feeds/{watch_path(watch).removesuffix('.html').replace('/', '-')}"


def _recent(newest: Sequence[SiteIssue]) -> Iterator[Item]:
    return (item for issue in newest[:RECENT] for item in issue.items)


def _feed(
    frame: Frame, feed: feeds.Feed, newest: Sequence[SiteIssue], paths: Iterable[str]
) -> Iterator[tuple[str, bytes]]:
    chosen = frozenset(paths)
    found = feeds.entries(newest, (one for one in _recent(newest) if one.path in chosen), with_corrections=False)
    yield from feeds.files(frame, feed, found)


def _style(frame: Frame) -> str:
    return style(frame.look) + "\n" + resource("site.css")


# ---------------------------------------------------------------------------------------------- pages


def _first_page(frame: Frame, newest: Sequence[SiteIssue], items: Sequence[Item], watches: Sequence[Watch]) -> bytes:
    parts: list[Element | None] = []
    if newest:
        last = newest[0]
        parts.append(node("h2", node("a", _name(last), href=last.path)))
        parts.append(node("div", listed(node("li", line) for line in last.summary)) if last.summary else None)
        parts += _by_section(last.items)
    parts.append(_kinds(items, watches))
    for year, group in groupby(newest[1:], key=lambda issue: issue.day[:4]):
        parts.append(node("h2", f"{year}년"))
        parts.append(listed(_issue_line(issue) for issue in group))
    known = linked_data(
        {
            "@context": "https://schema.org",
            "@type": "Periodical",
            "name": frame.title,
            "inLanguage": "ko",
            **({"publisher": {"@type": "Organization", "name": frame.publisher}} if frame.publisher else {}),
            **({"url": frame.url} if frame.url else {}),
        }
    )
    cover = node(
        "header",
        node(
            "div",
            node("h1", frame.title),
            node("p", frame.publisher, class_="publisher") if frame.publisher else None,
            class_="wide",
        ),
        class_="cover",
    )
    path = "index.html"
    return page(frame, path, frame.title, [bar(path), cover, main(*parts), foot(frame, path)], [known])


def _name(issue: SiteIssue) -> str:
    draft = marks.DRAFT if issue.draft else ""
    return " ".join(filter(None, (issue.date_text, issue.label, draft)))


def _by_section(items: Sequence[Item]) -> Iterator[Element]:
    for section, group in groupby(items, key=lambda item: item.section):
        yield node("h3", section)
        yield listed(node("li", node("a", item.headline, href=item.path)) for item in group)


def _issue_line(issue: SiteIssue) -> Element:
    first = issue.items[0].headline if issue.items else None
    more = f" 외 {len(issue.items) - 1}건" if len(issue.items) > 1 else ""
    told_first = node("p", f"{first}{more}", class_="where") if first else None
    return node("li", node("a", _name(issue), href=issue.path), told_first)


def _kinds(items: Sequence[Item], watches: Sequence[Watch]) -> Element:
    """The ways into the lists, each with how many articles it has."""
    rows = []
    for kind, title in marks.SECTION_TITLES.items():
        if count := sum(item.kind == kind for item in items):
            rows.append((f"sections/{kind}.html", title, count))
    tags: dict[str, int] = {}
    for item in items:
        for tag in item.tags:
            tags[tag] = tags.get(tag, 0) + 1
    rows += [(tag_path(tag), tag, count) for tag, count in sorted(tags.items(), key=lambda row: (-row[1], row[0]))]
    rows += [(watch_path(one), one.name, len(one.paths)) for one in watches]
    links = [node("a", f"{title} {count}", href=path) for path, title, count in rows]
    corrections = node("a", f"{CORRECTION} 알림", href="corrections.html")
    return node("p", *(part for link in (*links, corrections) for part in (link, " ")), class_="tags")


def _list(frame: Frame, path: str, title: str, items: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    """All articles of a kind, the newest year at `path`, each year before it on a page of its own."""
    years = [(year, list(group)) for year, group in groupby(items, key=lambda item: item.day[:4])]
    places = {year: f"{path}.html" if not at else f"{path}-{year}.html" for at, (year, _) in enumerate(years)}
    if not years:
        yield f"{path}.html", _list_page(frame, f"{path}.html", title, [], {})
    for year, group in years:
        yield places[year], _list_page(frame, places[year], title, group, places)


def _list_page(frame: Frame, path: str, title: str, items: Sequence[Item], years: dict[str, str]) -> bytes:
    root = "../" * path.count("/")
    rows = [
        node(
            "li",
            node("a", item.headline, href=root + item.path),
            node("p", " · ".join((day_of(item), item.section, *item.tags)), class_="where"),
        )
        for item in items
    ]
    others = [node("a", f"{year}년", href=root + place) for year, place in years.items() if place != path]
    nav = node("p", *(part for link in others for part in (link, " ")), class_="tags") if others else None
    said = node("p", "아직 기사가 없습니다.") if not items else None
    body = main(node("h1", title), said, listed(rows) if rows else None, nav)
    return page(frame, path, title, [bar(path), *framed(frame, path, body)])


def _corrections_page(frame: Frame, newest: Sequence[SiteIssue]) -> bytes:
    parts: list[Element] = [node("h1", f"{CORRECTION} 알림")]
    for issue in newest:
        if issue.edition is not None and issue.edition.corrections:
            parts.append(node("h2", node("a", _name(issue), href=issue.path)))
            parts += notices(tuple(told(one)) for one in issue.edition.corrections)
    if len(parts) == 1:
        parts.append(node("p", "정정한 것이 없습니다."))
    path = "corrections.html"
    return page(frame, path, f"{CORRECTION} 알림", [bar(path), *framed(frame, path, main(*parts))])


def _search_page(frame: Frame) -> bytes:
    field = node("input", id="words", type="search", autocomplete="off", aria_label="찾을 말")
    form = node("form", field, node("button", "찾기", type="submit"), id="search", role="search")
    said = node("p", "스크립트를 켜야 찾을 수 있습니다.")
    parts = (
        node("h1", "찾기"),
        form,
        node("noscript", said),
        node("p", "낱말을 둘 이상 적으면 모두 든 기사를 찾습니다.", class_="where"),
        node("p", id="said", role="status"),
        node("ol", id="found", class_="list"),
        node("button", "더 보기", id="more", type="button", hidden=""),
    )
    script = '<script src="assets/search.js" defer></script>'
    path = "search.html"
    return page(frame, path, "찾기", [bar(path), *framed(frame, path, main(*parts))], [script])


def _sitemap(frame: Frame, newest: Sequence[SiteIssue], items: Sequence[Item]) -> bytes:
    """Every page with the day on which it was changed last (https://www.sitemaps.org/protocol.html)."""
    rows = (
        [("index.html", newest[0].edition.date.isoformat() if newest[0].edition else newest[0].day)] if newest else []
    )
    rows += [(issue.path, issue.edition.date.isoformat() if issue.edition else issue.day) for issue in newest]
    rows += [(item.path, modified(item).isoformat()) for item in items]
    lines = "\n".join(
        f"<url><loc>{escape(address(frame, path))}</loc><lastmod>{day}</lastmod></url>"
        for path, day in rows[:_MOST_URLS]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}\n</urlset>\n'
    ).encode()


_MOST_URLS = 50_000
"""Of a site map, by its protocol; forty years of a weekly."""
