"""One self-contained, accessible page: landmarks, headings in order, table headers, `lang` on Chinese runs."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from donghyang.publish import marks
from donghyang.publish.css import variables
from donghyang.publish.edition import is_notice
from donghyang.publish.elements import Child, address, list_item, marker, node, source, words
from donghyang.publish.html_blocks import blocks, called_in, remarks, theme_picture
from donghyang.publish.notes import Calls, calls
from donghyang.publish.output import Output
from donghyang.publish.templating import PAGE, STYLE, broken, template_of
from donghyang.publish.text import web_address
from donghyang.publish.theme import Look
from donghyang.publish.view import (
    ContentsGroup,
    Print,
    PrintedArticle,
    PrintedReference,
    PrintedSection,
)

_UNTITLED = "보고서"
"""What the page is called where nothing of the issue names it."""


class HtmlOutput(Output):
    """The issue as a page for the browser, the mail and the printer."""

    name = "html"
    template_name = PAGE

    def prepare(self, printed: Print) -> Mapping[str, str]:
        """`head`: title and metadata; `style`: the style sheet; `body`: the page itself. All of it is escaped here."""
        head = (
            node("title", printed.told or _UNTITLED),
            node("meta", name="author", content=printed.publisher) if printed.publisher else None,
            node("meta", name="date", content=printed.date.isoformat()) if printed.date else None,
        )
        return {
            "head": source(head),
            "style": style(printed.look),
            "body": source(parts(printed)),
        }

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The filled template in UTF-8."""
        try:
            return string.Template(template).substitute(names).encode("utf-8")
        except (KeyError, ValueError) as problem:
            raise broken(PAGE, str(problem)) from problem


def style(look: Look) -> str:
    """The style sheet in the theme's colours and typefaces."""
    return f"{variables(look)}\n{template_of(STYLE, look).strip()}"


def parts(printed: Print) -> list[Element]:
    """The page itself, from the cover to the imprint."""
    running = node("p", marks.DRAFT, class_="running", aria_hidden="true") if printed.draft else None
    made = (running, _cover(printed), _contents(printed), _main(printed), _imprint(printed))
    return [part for part in made if part is not None]


# ---------------------------------------------------------------------------------------------- parts of the page


def _inner(*children: Child) -> Element:
    return node("div", *children, class_="wide")


def _cover(printed: Print) -> Element:
    day = printed.date
    return node(
        "header",
        _inner(
            theme_picture(printed.look.logo, printed.publisher, "logo"),
            node("p", marks.DRAFT, class_="stamp") if printed.draft else None,
            node("h1", *words(printed.title)) if printed.title else None,
            node("p", node("time", printed.date_text or "", datetime=day.isoformat()), class_="date") if day else None,
            node("p", printed.number, class_="issue-number") if printed.number else None,
            node("p", *words(printed.publisher), class_="publisher") if printed.publisher else None,
            *(node("p", *words(line), class_="front notice" if is_notice(line) else "front") for line in printed.front),
        ),
        class_="cover",
    )


def _contents(printed: Print) -> Element | None:
    if not printed.contents:
        return None
    parts: list[Child] = []
    for part in printed.contents:
        parts += [node("h3", *words(part.label)), *map(_group, part.groups)]
    title = node("h2", marks.CONTENTS, id="contents")
    return node("nav", _inner(title, *parts), aria_labelledby="contents")


def _group(group: ContentsGroup) -> Element:
    lines: list[Child] = []
    for line in group.lines:
        text = words(line.headline)
        inner = [node("a", *text, href=f"#{line.anchor}")] if line.anchor else text
        lines.append(node("li", marker(marks.CONTENTS_LINE), *inner))
    return node("div", node("p", *words(group.category or ""), class_="category"), node("ul", *lines), class_="group")


def _main(printed: Print) -> Element:
    summary = None
    if printed.summary:
        items = (list_item(marks.SUMMARY_ITEM, line) for line in printed.summary)
        title = node("h2", marks.SUMMARY, id="summary")
        summary = node("section", title, node("ul", *items), class_="summary", aria_labelledby="summary")
    return node("main", _inner(summary, *map(_section, printed.sections)), id="main")


def _section(section: PrintedSection) -> Element:
    title = f"{section.anchor}-title"
    return node(
        "section",
        node(
            "h2",
            node("span", section.numeral + " ", class_="numeral"),
            node("span", *words(section.title)),
            class_="opener",
            id=title,
        ),
        *map(_article, section.articles),
        id=section.anchor,
        class_=f"section {section.kind}",
        aria_labelledby=title,
    )


def _article(article: PrintedArticle) -> Element:
    title = f"{article.anchor}-title"
    number = node("span", article.number + " ", class_="number") if article.number else None
    called = calls(article)
    return node(
        "article",
        node("h3", number, node("span", *words(article.headline)), id=title),
        _lead(article, called),
        *remarks(article.lead_remarks),
        *blocks(article, called),
        _references(article.references),
        _brief_source(article),
        node("p", *words(article.byline), class_="byline") if article.byline else None,
        id=article.anchor,
        aria_labelledby=title,
    )


def _lead(article: PrintedArticle, called: Calls) -> Element | None:
    if not article.lead:
        return None
    text = called_in(article.lead, article.anchor, called.get(None, ()))
    return node("p", marker(marks.LEAD), *text, class_="lead")


def _brief_source(article: PrintedArticle) -> Element | None:
    if not article.source and not article.source_url:
        return None
    origin = [*words(article.source), node("br")] if article.source else []
    return node("p", *origin, address(article.source_url), class_="source")


def _references(references: Sequence[PrintedReference]) -> Element | None:
    if not references:
        return None
    items = []
    for reference in references:
        title = [marker(marks.REFERENCE), *words(reference.title, title=True), node("br")] if reference.title else []
        items.append(node("li", *title, address(reference.url)))
    return node("section", node("h4", marks.REFERENCES), node("ul", *items), class_="references")


def _imprint(printed: Print) -> Element | None:
    if not printed.imprint and not printed.back:
        return None
    rows = [_imprint_row(label, value) for label, value in printed.imprint]
    series = node("p", *words(printed.title), class_="series") if printed.title and rows else None
    back = [node("p", *words(line), class_="back") for line in printed.back]
    emblem = theme_picture(printed.look.emblem, printed.publisher, "emblem")
    return node("footer", _inner(emblem, series, *rows), *back)


def _imprint_row(label: str, value: str) -> Element:
    name = node("span", f"| {label} | ", class_="label") if label else None
    text = [node("a", value, href=value)] if web_address(value) else words(value)
    return node("p", name, *text)
