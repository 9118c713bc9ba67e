"""The pages of one issue: the whole of it, and one for each article, where it can be led to for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from donghyang.publish import marks
from donghyang.publish.body import body, by_id, html, take_pictures
from donghyang.publish.edition import numbered, told
from donghyang.publish.elements import node, words
from donghyang.publish.epub import identifier
from donghyang.publish.images import Image
from donghyang.publish.plain import text
from donghyang.publish.site.frame import address, bar, framed, linked_data, main, notices, page
from donghyang.publish.site.records import Frame, Item, Ordered, SiteIssue
from donghyang.publish.site.search import pairs
from donghyang.publish.text import web_address
from donghyang.publish.view import DraftView, Print, PrintedArticle, PrintedSection, view
from donghyang.records import Article, Correction, Edition, Issue, Section
from donghyang.report.grammar import split_marker

_LOWER = {"h3": "h1", "h4": "h2"}
"""Headings of an article, where it is a page of its own."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What the pages of one issue share."""

    printed: Print
    order: Ordered
    frame: Frame
    ways: Mapping[str, Element]
    """The links from each article to those beside it, by its anchor."""


def issue_pages(
    issue: Issue, order: Ordered, frame: Frame, images: Mapping[str, Image], draft: DraftView | None = None
) -> SiteIssue:
    """One issue of the site with all its pages. Raises CannotProceed for a figure whose picture is not in `images`."""
    printed = view(numbered(issue, order.edition), draft, images, frame.look)
    root, folder = body(printed), f"issues/{order.day}/"
    pictures = take_pictures(root, "")
    places = dict(_places(printed))
    around = _Around(printed, order, frame, _ways(printed, places))
    items, pages = [], {f"{folder}{one.name}": one.data for one in pictures.values()}
    known = identifier(printed)
    for section, told_section in zip(issue.sections, printed.sections, strict=True):
        for article, told_article in zip(section.articles, told_section.articles, strict=True):
            element = by_id(root, told_article.anchor)
            assert element is not None
            path = f"{folder}{places[told_article.anchor]}"
            item = _item(around, article, told_article, told_section, element)
            item = replace(
                item, path=path, id=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{known}/{places[told_article.anchor]}')}"
            )
            corrections = _of_article(order.edition, section, article)
            item = replace(item, corrections=corrections)
            pages[path] = _article_page(around, item, told_article, element)
            items.append(item)
    pages[f"{folder}index.html"] = _issue_page(around, root, places)
    return SiteIssue(
        day=order.day,
        path=f"{folder}index.html",
        id=known,
        title=printed.told or order.day,
        date_text=printed.date_text or order.day,
        label=printed.number or "",
        edition=order.edition,
        draft=printed.draft,
        summary=printed.summary,
        items=tuple(items),
        pages=pages,
    )


def _ways(printed: Print, places: Mapping[str, str]) -> dict[str, Element]:
    """The links from each article to the one before it and the one behind it, by its anchor."""
    articles = [article for section in printed.sections for article in section.articles]
    found = {}
    for at, article in enumerate(articles):
        beside = (("앞 기사", articles[at - 1 : at]), ("다음 기사", articles[at + 1 : at + 2]))
        links = [
            node("a", node("span", label), " ", *words(one.headline or label), href=places[one.anchor])
            for label, others in beside
            for one in others
        ]
        found[article.anchor] = node("nav", *links, class_="beside", aria_label="앞뒤 기사")
    return found


def _places(printed: Print) -> Iterator[tuple[str, str]]:
    """The page of each article, by its anchor: named by the kind of its section and its place there."""
    seen: dict[str, int] = {}
    for section in printed.sections:
        seen[section.kind] = seen.get(section.kind, 0) + 1
        kind = section.kind + (str(seen[section.kind]) if seen[section.kind] > 1 else "")
        for at, article in enumerate(section.articles, 1):
            yield article.anchor, f"{kind}-{at}.html"


def _item(
    around: _Around, article: Article, printed: PrintedArticle, section: PrintedSection, element: Element
) -> Item:
    order, frame = around.order, around.frame
    pictures = address(frame, f"issues/{order.day}/index.html") if frame.url else None
    plain = text(element)
    tags = tuple(filter(None, (article.category.strip() if article.category else None,)))
    return Item(
        path="",
        id="",
        day=order.day,
        kind=section.kind,
        section=section.title or marks.SECTION_TITLES[section.kind],
        number=printed.number,
        headline=printed.headline or (printed.lead or "")[:80] or "-",
        lead=printed.lead,
        tags=tags,
        text="\n".join(_passages(plain)),
        content=html(_content(element, pictures)) if order.with_content else "",
        words=pairs(plain),
    )


def _passages(plain: str) -> Iterator[str]:
    """The lines of an article without their markers: a search shows one of those behind the headline."""
    return (" ".join(split_marker(line)[1].split()) for line in map(str.strip, plain.split("\n")) if line)


def _content(element: Element, pictures: str | None) -> Element:
    """An article as a feed tells it: without its headline, and what only a page has a use for.

    Its pictures are told by their place below `pictures`; where the site's address is not known they are left out.
    """
    made = deepcopy(element)
    for figure in list(made.iter("figure")):
        for image in figure.findall("img"):
            if pictures is None:
                figure.remove(image)
            else:
                image.set("src", pictures + image.get("src", ""))
    for part in made.iter():
        for name in ("id", "class", "style", "tabindex", "role", "aria-labelledby", "aria-label", "aria-level"):
            part.attrib.pop(name, None)
    for heading in made.findall("h3"):
        made.remove(heading)
    made.tag = "div"
    return made


def _of_article(edition: Edition | None, section: Section, article: Article) -> tuple[Correction, ...]:
    """The corrections that changed an article, each with the changes in it; they name it as `report.diff` does."""
    number = "" if article.number is None else f" {article.number:02}"
    name = f"{section.title}{number} {article.headline}".strip()
    found = []
    for one in edition.corrections if edition is not None else ():
        changes = tuple(change for change in one.changes if change.place == name)
        if changes:
            found.append(replace(one, changes=changes))
    return tuple(found)


# ---------------------------------------------------------------------------------------------- pages


def _issue_page(around: _Around, root: Element, places: Mapping[str, str]) -> bytes:
    printed, order, frame = around.printed, around.order, around.frame
    path = f"issues/{order.day}/index.html"
    for anchor, place in places.items():
        heading = next(iter(article.iter("h3")), None) if (article := by_id(root, anchor)) is not None else None
        if heading is not None and len(heading):
            words = heading[-1]
            link = node("a", *_moved(words), class_="permalink", href=place)
            words.append(link)
    ways = []
    if order.before:
        ways.append(("back", f"앞 호 {order.before}", f"issues/{order.before}/index.html"))
    if order.behind:
        ways.append(("on", f"다음 호 {order.behind}", f"issues/{order.behind}/index.html"))
    known = linked_data({"@context": "https://schema.org", **_issue_data(printed, order, frame)})
    return page(frame, path, printed.told or order.day, [bar(path, ways), *root], [known])


def _moved(element: Element) -> list[Element | str | None]:
    """All that stands in an element, taken out of it."""
    found: list[Element | str | None] = [element.text]
    for child in list(element):
        element.remove(child)
        found += [child, child.tail]
        child.tail = None
    element.text = None
    return found


def _article_page(around: _Around, item: Item, article: PrintedArticle, element: Element) -> bytes:
    printed, order, frame = around.printed, around.order, around.frame
    ways = around.ways[article.anchor]
    shown = deepcopy(element)
    for part in shown.iter():
        part.tag = _LOWER.get(part.tag, part.tag)
    root = "../../"
    crumbs = node(
        "p",
        node("a", frame.title, href=f"{root}index.html"),
        " › ",
        node("a", " ".join(filter(None, (printed.date_text or order.day, _number(order.edition)))), href="index.html"),
        " › ",
        node("a", item.section, href=f"{root}sections/{item.kind}.html"),
        class_="crumbs",
    )
    stamp = node("p", marks.DRAFT, class_="stamp") if printed.draft else None
    tags = node("p", *(node("a", tag, href=f"{root}{tag_path(tag)}") for tag in item.tags), class_="tags")
    corrections = notices(tuple(told(one)) for one in item.corrections)
    whole = main(crumbs, stamp, *corrections, shown, tags if item.tags else None, ways if len(ways) else None)
    described = f'<meta name="description" content="{_attribute(item.lead)}">' if item.lead else ""
    known = linked_data(_article_data(around, item, article))
    body = framed(frame, item.path, whole)
    return page(frame, item.path, item.headline, [bar(item.path), *body], filter(None, (described, known)))


def tag_path(tag: str) -> str:
    """The page of a tag; its name on disk has only letters that every disk has."""
    return f"tags/{uuid5(NAMESPACE_URL, f'donghyang:tag:{tag}').hex[:12]}.html"


def _number(edition: Edition | None) -> str | None:
    return f"제{edition.number}호" if edition is not None and edition.number is not None else None


def _attribute(value: str) -> str:
    return escape(" ".join(value.split()))


# ---------------------------------------------------------------------------------------------- linked data


def _issue_data(printed: Print, order: Ordered, frame: Frame) -> dict[str, object]:
    """The issue in the words of schema.org."""
    made: dict[str, object] = {
        "@type": "PublicationIssue",
        "name": printed.told or order.day,
        "datePublished": order.day,
        "inLanguage": "ko",
        "isPartOf": {"@type": "Periodical", "name": frame.title},
    }
    if order.edition is not None and order.edition.number is not None:
        made["issueNumber"] = order.edition.number
    if frame.publisher:
        made["publisher"] = {"@type": "Organization", "name": frame.publisher}
    if frame.url:
        made["url"] = address(frame, f"issues/{order.day}/index.html")
    if order.edition is not None and order.edition.corrections:
        made["correction"] = [_correction_data(one) for one in order.edition.corrections]
    return made


def _article_data(around: _Around, item: Item, article: PrintedArticle) -> dict[str, object]:
    frame = around.frame
    whole = _issue_data(around.printed, around.order, frame)
    whole.pop("correction", None)
    made: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": item.headline,
        "datePublished": item.day,
        "dateModified": modified(item).isoformat(),
        "inLanguage": "ko",
        "articleSection": item.section,
        "isPartOf": whole,
    }
    if item.lead:
        made["description"] = item.lead
    if item.tags:
        made["keywords"] = list(item.tags)
    if frame.publisher:
        made["publisher"] = {"@type": "Organization", "name": frame.publisher}
    if frame.url:
        made["url"] = address(frame, item.path)
    cited = [one.url for one in article.references if web_address(one.url)]
    if cited:
        made["citation"] = cited
    if item.corrections:
        made["correction"] = [_correction_data(one) for one in item.corrections]
    return made


def day_of(item: Item) -> str:
    """The day of an article's issue as it is printed."""
    return marks.full_date(dt.date.fromisoformat(item.day))


def modified(item: Item) -> dt.date:
    """The day on which an article was changed last."""
    return max([dt.date.fromisoformat(item.day), *(one.date for one in item.corrections)])


def _correction_data(one: Correction) -> dict[str, object]:
    return {"@type": "CorrectionComment", "text": " ".join(told(one)), "datePublished": one.date.isoformat()}
