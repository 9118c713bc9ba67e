"""One self-contained, accessible page: landmarks, headings in order, table headers, `lang` on Chinese runs."""

from __future__ import annotations

import base64
import string
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

from donghyang.publish import marks
from donghyang.publish.columns import LINE, Align, is_sum, layout
from donghyang.publish.css import variables
from donghyang.publish.images import Image
from donghyang.publish.notes import Call, Calls, calls, parted
from donghyang.publish.numbers import unbroken
from donghyang.publish.output import Output
from donghyang.publish.runs import runs
from donghyang.publish.templating import PAGE, STYLE, broken, template_of
from donghyang.publish.text import printable, web_address
from donghyang.publish.theme import Look
from donghyang.publish.view import (
    ContentsGroup,
    Print,
    PrintedArticle,
    PrintedBlock,
    PrintedReference,
    PrintedSection,
    Remarks,
)
from donghyang.records import Annotation, Bullet, Figure, Heading, Note, Table, Unplaced

_PHONE = 14.0
"""A column of text may become so narrow, in em, before the table scrolls in its box."""
_ROOM = 1.2
"""White space at both sides of a cell together, in em."""
_LETTER, _MARGIN = 0.9, 1.25
"""In rem: the letters of a table, and the white space at either side of the page."""
_REM = 12
"""Points of a rem, as browsers have it without the reader's wish for another."""
_NARROWEST, _WIDEST, _STEP = 20, 52, 4
"""In em: screens of which the style sheet knows whether a table scrolls there."""
_UNBROKEN = 24
"""Longer words than this may be broken in a cell, so that an address does not stretch the table."""
_UNTITLED = "보고서"
"""What the page is called where nothing of the issue names it."""
Child = Element | str | None
_ALIGNED: Mapping[Align, str] = {"center": "centred", "right": "number"}
_NARROW = 0.9 * LINE
"""Tables below this width in points are not stretched over the whole page."""


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
            "head": _source(head),
            "style": style(printed.look),
            "body": _source(parts(printed)),
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


# ---------------------------------------------------------------------------------------------- building


def node(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; strings are text, None is left out, `class_` and `aria_label` are `class` and `aria-label`."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif child and last is not None:
            last.tail = (last.tail or "") + child
        elif child:
            made.text = (made.text or "") + child
    return made


def _source(elements: Iterable[Element | None]) -> str:
    return "\n".join(tostring(one, encoding="unicode", method="html") for one in elements if one is not None)


def words(text: str, *, title: bool = False) -> list[Child]:
    """Text with its Chinese runs marked and its lines broken."""
    found: list[Child] = []
    for run in runs(printable(text), title=title):
        lines: list[Child] = []
        for at, line in enumerate(run.text.split("\n")):
            lines += [*([node("br")] if at else []), *([line] if run.chinese else _held(line))]
        if run.chinese:
            found.append(node("span", *lines, lang="zh-Hans"))
        else:
            found += lines
    return found


def _held(line: str) -> list[Child]:
    """A line with its numbers and their units held together, and signs with the letters that they lean on."""
    found: list[Child] = []
    at = 0
    for start, end in unbroken(line):
        found += [line[at:start], node("span", line[start:end], class_="held")]
        at = end
    return [*found, line[at:]]


def _mark(mark: str) -> Element:
    return node("span", mark + " ", class_="mark")


def _item(mark: str, text: str, **attributes: str) -> Element:
    return node("li", _mark(mark), *words(text), **attributes)


def _address(text: str | None) -> Element | None:
    if not text:
        return None
    if to := web_address(text):
        return node("a", text, class_="url", href=to)
    return node("span", *words(text), class_="url")


def _inner(*children: Child) -> Element:
    return node("div", *children, class_="wide")


# ---------------------------------------------------------------------------------------------- parts of the page


def _cover(printed: Print) -> Element:
    day = printed.date
    return node(
        "header",
        _inner(
            _drawn(printed.look.logo, printed.publisher, "logo"),
            node("p", marks.DRAFT, class_="stamp") if printed.draft else None,
            node("h1", *words(printed.title)) if printed.title else None,
            node("p", node("time", printed.date_text or "", datetime=day.isoformat()), class_="date") if day else None,
            node("p", printed.number, class_="issue-number") if printed.number else None,
            node("p", *words(printed.publisher), class_="publisher") if printed.publisher else None,
            *(node("p", *words(line), class_="front") for line in printed.front),
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
        lines.append(node("li", _mark(marks.CONTENTS_LINE), *inner))
    return node("div", node("p", *words(group.category or ""), class_="category"), node("ul", *lines), class_="group")


def _main(printed: Print) -> Element:
    summary = None
    if printed.summary:
        items = (_item(marks.SUMMARY_ITEM, line) for line in printed.summary)
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
        *_remarks(article.lead_remarks),
        *_blocks(article, called),
        _references(article.references),
        _brief_source(article),
        node("p", *words(article.byline), class_="byline") if article.byline else None,
        id=article.anchor,
        aria_labelledby=title,
    )


def _lead(article: PrintedArticle, called: Calls) -> Element | None:
    if not article.lead:
        return None
    text = _called(article.lead, article.anchor, called.get(None, ()))
    return node("p", _mark(marks.LEAD), *text, class_="lead")


def _brief_source(article: PrintedArticle) -> Element | None:
    if not article.source and not article.source_url:
        return None
    origin = [*words(article.source), node("br")] if article.source else []
    return node("p", *origin, _address(article.source_url), class_="source")


def _references(references: Sequence[PrintedReference]) -> Element | None:
    if not references:
        return None
    items = []
    for reference in references:
        title = [_mark(marks.REFERENCE), *words(reference.title, title=True), node("br")] if reference.title else []
        items.append(node("li", *title, _address(reference.url)))
    return node("section", node("h4", marks.REFERENCES), node("ul", *items), class_="references")


def _imprint(printed: Print) -> Element | None:
    if not printed.imprint and not printed.back:
        return None
    rows = [_imprint_row(label, value) for label, value in printed.imprint]
    series = node("p", *words(printed.title), class_="series") if printed.title and rows else None
    back = [node("p", *words(line), class_="back") for line in printed.back]
    emblem = _drawn(printed.look.emblem, printed.publisher, "emblem")
    return node("footer", _inner(emblem, series, *rows), *back)


def _imprint_row(label: str, value: str) -> Element:
    name = node("span", f"| {label} | ", class_="label") if label else None
    text = [node("a", value, href=value)] if web_address(value) else words(value)
    return node("p", name, *text)


# ---------------------------------------------------------------------------------------------- blocks


def _blocks(article: PrintedArticle, called: Calls) -> list[Child]:
    made: list[Child] = []
    place = 0
    noted = {call.note for those in called.values() for call in those}
    numbered = enumerate(article.blocks)
    for listed, group in groupby(numbered, key=lambda one: isinstance(one[1].block, Bullet | Annotation)):
        if listed:
            items = (
                _note(one, article.anchor, at) if at in noted else _listed(one, article.anchor, called.get(at, ()))
                for at, one in group
            )
            made.append(node("ul", *items, class_="bullets"))
            continue
        for _, one in group:
            place += 1
            made += [*_block(one, f"{article.anchor}-t{place}"), *_remarks(one.remarks)]
    return made


def _listed(printed: PrintedBlock, name: str, called: Sequence[Call]) -> Element:
    """A bullet or annotation of the article called `name`."""
    block = printed.block
    if isinstance(block, Bullet):
        level = min(max(block.level, 1), 3)
        look = f"l{level} open" if printed.open else f"l{level}"
        text = _called(block.text, name, called)
        item = node("li", _mark(marks.bullet(block.level)), *text, class_=look, aria_level=str(level))
    else:
        assert isinstance(block, Annotation)
        item = _item(printed.stars, block.text, class_="annotation")
    item.extend(_remarks(printed.remarks))
    return item


def _called(text: str, name: str, called: Sequence[Call]) -> list[Child]:
    """A line whose marks lead to their notes."""
    text = printable(text)
    found: list[Child] = []
    for said, call in parted(text, called):
        found += words(said)
        if call is not None:
            place = f"{name}-n{call.note}"
            mark = text[call.start : call.end]
            found.append(node("a", mark, id=f"{place}-mark", href=f"#{place}", role="doc-noteref"))
    return found


def _note(printed: PrintedBlock, name: str, at: int) -> Element:
    """An annotation that leads back to its mark."""
    assert isinstance(printed.block, Annotation)
    place = f"{name}-n{at}"
    back = node("a", printed.stars, href=f"#{place}-mark", role="doc-backlink")
    mark = node("span", back, " ", class_="mark")
    text = node("span", mark, *words(printed.block.text), id=place, role="doc-footnote")
    return node("li", text, *_remarks(printed.remarks), class_="annotation")


def _block(printed: PrintedBlock, name: str) -> list[Child]:
    """A block that is no part of a list; `name` is free for its id."""
    block = printed.block
    if isinstance(block, Heading):
        return [node("h4", *words(marks.heading(block.text)))]
    if isinstance(block, Table):
        return [*_table(block, name), _origin(block.source)]
    if isinstance(block, Figure):
        origin = _origin(block.source)
        if origin is not None:
            origin.set("class", "origin drawn")
        return [_figure(printed, block), origin]
    if isinstance(block, Note):
        items = (_item(marks.NOTE_ITEM, item) for item in block.items)
        title = node("h4", *words(marks.caption(block.title)), id=name)
        return [node("aside", title, node("ul", *items), _origin(block.source), class_="note", aria_labelledby=name)]
    assert isinstance(block, Unplaced)
    return [node("p", *words(block.text), class_="plain open" if printed.open else "plain")]


def _figure(printed: PrintedBlock, figure: Figure) -> Element | None:
    """The picture under its caption; without a picture the caption alone, without either nothing."""
    caption, image = marks.caption_of(figure), printed.image
    title = node("figcaption", *words(caption)) if caption else None
    if image is None:
        return node("figure", title, class_="empty") if title is not None else None
    told = printed.told or marks.PICTURE
    drawn = node("img", src=_address_of(image), alt=told, style=f"width: {image.width}pt")
    if image.kind == "svg":
        # A chart drawn in to a phone could not be read: it scrolls as tables do.
        look = f"scroll chart {_overflow(image.width / _REM / _LETTER)}".strip()
        drawn = node("div", drawn, class_=look, role="region", tabindex="0", aria_label=told)
    return node("figure", title, drawn)


def _drawn(image: Image | None, told: str | None, look: str) -> Element | None:
    """A picture of the theme."""
    return node("img", src=_address_of(image), alt=told or "", class_=look) if image else None


def _address_of(image: Image) -> str:
    """The picture itself, as an address."""
    kind = "svg+xml" if image.kind == "svg" else image.kind
    return f"data:image/{kind};base64,{base64.b64encode(image.data).decode()}"


def _origin(source: str | None) -> Element | None:
    return node("p", *words(marks.source(source)), class_="origin") if source is not None else None


def _table(table: Table, name: str) -> list[Child]:
    """The caption of a table and the box that it scrolls in; a caption alone for one without columns."""
    plan = layout(table.header, table.rows)
    if not plan.widths:
        return [node("p", *words(marks.caption(table.caption or "")), class_="caption")]
    rows = []
    for at, row in enumerate(table.rows):
        filled = [*row, *[""] * (len(plan.align) - len(row))]
        cells = [_cell(cell, align) for cell, align in zip(filled, plan.align, strict=True)]
        if at and not filled[0]:
            cells[0].set("class", "joined")
        rows.append(node("tr", *cells, **({"class_": "total"} if is_sum(row) else {})))
    head = [node("th", *words(cell), scope="col") for cell in table.header]
    head += [node("td")] * (len(plan.align) - len(head)) if head else []
    label = {"aria_label": "표"} if table.caption is None else {"aria_labelledby": name}
    made = node(
        "table",
        node("colgroup", *(node("col", style=f"width: {wide / sum(plan.widths):.1%}") for wide in plan.widths)),
        node("thead", node("tr", *head)) if head else None,
        node("tbody", *rows),
        **label,
    )
    least = sum(min(em, _PHONE) + _ROOM for em in plan.least)
    look = "scroll narrow" if sum(plan.widths) < _NARROW else f"scroll {_overflow(least)}".strip()
    # The caption stands outside of the box: in it, it would be as wide as the table, and cut off with it.
    caption = (
        node("p", *words(marks.caption(table.caption)), class_="caption", id=name)
        if table.caption is not None
        else None
    )
    box = node("div", made, class_=look, style=f"--least: {least:.1f}em", role="region", tabindex="0", **label)
    return [caption, box]


def _overflow(least: float) -> str:
    """The class of a table that no screen up to a width shows whole; "" for one that fits them all.

    The style sheet says of each such width, in steps, that the table scrolls there.
    """
    room = least * _LETTER + 2 * _MARGIN
    step = min(_WIDEST, int(room) // _STEP * _STEP)
    return f"over{step}" if step >= _NARROWEST else ""


def _cell(text: str, align: Align) -> Element:
    lines = marks.cell_lines(printable(text))
    long = any(len(word) > _UNBROKEN for word in text.split())
    shape = {"class_": _ALIGNED[align]} if align in _ALIGNED else {"class_": "breakable"} if long else {}
    if len(lines) == 1:
        (mark, line), *_ = lines
        return node("td", _mark(mark) if mark else None, *words(line), **shape)
    return node("td", *(node("p", _mark(mark) if mark else None, *words(line)) for mark, line in lines), **shape)


def _remarks(remarks: Remarks) -> list[Element]:
    made = []
    for quote, page in remarks.evidence:
        made.append(node("p", node("span", quote, lang="zh-Hans"), " ", node("cite", page), class_="evidence"))
    made += [node("p", node("b", marks.DOUBT), " ", *words(doubt), class_="doubt") for doubt in remarks.doubts]
    made += [node("p", *words(remarks.offer), class_="offer")] if remarks.offer else []
    return made
