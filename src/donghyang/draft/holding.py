"""What the house format can hold: titles, outlets and headlines of pages, cleaned until it can.

Pages bring tags, links, list signs, dates and addresses in their titles. What is left after cleaning is put to the
format itself: `report.write` refuses what it would read as something else.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.records import (
    Article,
    BriefSource,
    Bullet,
    CannotProceed,
    ContentsEntry,
    Issue,
    Publisher,
    Reference,
    Section,
)
from donghyang.report.grammar import DEFAULT_TITLE, day_at_end, open_of, opened, reference_head, split_marker
from donghyang.report.held import write
from donghyang.report.markup import clean

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from donghyang.records import Block, SectionKind

UNNAMED = "출처 미상"
_UNTITLED = "원문 제목 확인 필요"
_HEADLINE = "과학기술 동향"
_BARE = Article(number=1, category=None, headline=_HEADLINE, lead="동향", date=None)
"""An article that the format holds, to put one title or name to it."""
_ROUNDS = 8
_LONGEST = 300
"""Characters of a title that are kept: no page has a longer one, only broken markup does."""
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]*>")
_ADDRESS_AT_END = re.compile(r"(?:(?<![\s(（<\[])[\s(（<\[]++)?https?://\S*$", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w\s.,:;!?%()+/·、，。：；！？（）《》“”‘’—\-]|_")
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'()+,;=%]|_|&(?=[A-Za-z#])")


def plain_line(text: str | None) -> str:
    """A title or name in one line: no markup, list sign, leading date bracket, trailing address; "" for nothing."""
    line = one_line((text or "")[: _LONGEST * _ROUNDS])
    for _ in range(_ROUNDS):
        before = line
        line = one_line(_MARKUP.sub("", clean(_LINK.sub(r"\1", line))))
        line = split_marker(line)[1]
        head = reference_head(line)
        line = _ADDRESS_AT_END.sub("", head[2] if head else line).strip()
        if line == before:
            break
    return line[:_LONGEST].strip()


def one_line(text: str) -> str:
    """White space as one blank; characters that nobody sees, or that no file can hold, left out."""
    kept = (" " if char.isspace() else char for char in text)
    return " ".join("".join(char for char in kept if unicodedata.category(char)[0] != "C").split())


def plain_outlet(text: str | None) -> str:
    """An outlet's name: a plain line without the date in brackets behind it."""
    line = plain_line(text)
    for _ in range(_ROUNDS):
        before, line = line, re.sub(r"[(（]\s*\d{1,4}(?:[./-]\d{1,2}){1,2}\.?\s*[)）]$", "", line).strip()
        line = day_at_end(line, None)[0]
        if line == before:
            break
    return line


def held(kind: SectionKind, article: Article, date: dt.date) -> Article:
    """The article in words that the format holds in both dialects; unchanged where it holds it already."""
    if _holds(kind, article, date):
        return article
    headline = next(
        (text for text in _forms(article.headline) if _holds(kind, replace(_BARE, headline=text), date)), _HEADLINE
    )
    references = tuple(_reference(one, date) for one in article.references)
    source = _source(article.source, date) if article.source else None
    return replace(article, headline=headline, lead=_lead(article, date), references=references, source=source)


def _lead(article: Article, date: dt.date) -> str | None:
    """The lead as the format holds it; an open one stays open."""
    if article.lead is None or _holds("policy", replace(_BARE, lead=article.lead, date=article.date), date):
        return article.lead
    still = open_of(article.lead)
    forms = _forms(article.lead) if still is None else map(opened, _forms(still))
    fitting = (form for form in forms if _holds("policy", replace(_BARE, lead=form, date=article.date), date))
    return next(fitting, opened(_HEADLINE))


def held_summary(text: str, date: dt.date) -> str:
    """A paragraph of the summary as the format holds it, "" where it holds none of its forms."""
    for form in _forms(text):
        if _holds("policy", _BARE, date, (form,)):
            return form
    return ""


def holds(blocks: tuple[Block, ...], date: dt.date) -> bool:
    """Whether the format holds the blocks below a lead and a bullet, in both dialects."""
    return _holds("policy", replace(_BARE, blocks=(Bullet(1, _HEADLINE), *blocks)), date)


_SERIES = "주간동향"
_PUBLISHER = Publisher(name="동향실")


def _holds(kind: SectionKind, article: Article, date: dt.date, summary: tuple[str, ...] = ()) -> bool:
    one = replace(article, number=1, category=None)
    return _accepted(
        Issue(
            _SERIES,
            date,
            _PUBLISHER,
            contents=(ContentsEntry(kind, None, one.headline),),
            summary=summary,
            sections=(Section(kind, DEFAULT_TITLE[kind], (one,)),),
        )
    )


def _accepted(issue: Issue) -> bool:
    try:
        write(issue, "A")
        write(issue, "B")
    except CannotProceed:
        return False
    return True


def _forms(text: str) -> Iterator[str]:
    """The text, then ever plainer forms of it."""
    yield text
    plain = one_line(_SIGNS.sub(" ", text))
    if plain:
        yield plain
        yield f"‘{plain}’"
        words = one_line(re.sub(r"[^\w\s]|_", " ", plain))
        if words:
            yield f"‘{words}’"


def _addresses(url: str | None) -> Iterator[str | None]:
    """The address, then the same address with what the format would read as markup in per cent signs (RFC 3986)."""
    yield url
    if url is not None:
        yield _UNSAFE.sub(_escaped, url.strip())


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "replace"))


def _reference(one: Reference, date: dt.date) -> Reference:
    titles: list[str | None] = [*_forms(one.title), _UNTITLED] if one.title else [None, _UNTITLED]
    days = [(one.date, one.publisher), (one.date, None), (None, None)]
    for url in _addresses(one.url):
        for title in titles:
            for day, publisher in days:
                form = Reference(title, url, day, publisher)
                if _holds("policy", replace(_BARE, references=(form,)), date):
                    return form
    # No web address: it stands in the words.
    words = f"{one.title or _UNTITLED} {one.url or ''}"
    titles = [
        text for text in _forms(words) if _holds("policy", replace(_BARE, references=(Reference(text, None),)), date)
    ]
    return Reference(titles[0] if titles else _UNTITLED, None)


def _source(one: BriefSource, date: dt.date) -> BriefSource:
    for url in _addresses(one.url):
        for outlet in (*_forms(one.outlet), UNNAMED):
            form = BriefSource(outlet, one.date, url)
            if _holds("brief", replace(_BARE, source=form), date):
                return form
    named = (BriefSource(text, one.date) for text in _forms(f"{one.outlet} {one.url or ''}"))
    return next((form for form in named if _holds("brief", replace(_BARE, source=form), date)), BriefSource(UNNAMED))
