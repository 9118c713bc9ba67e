"""A report of a workspace held against its own pages: each article against those it names, with the words and the
rates of the newsroom at hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import guard
from donghyang.check import Resources
from donghyang.check.sheet.passages import Part
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import abridged
from donghyang.collect import read_page
from donghyang.language.terms import Termbase
from donghyang.proofread.cited import cited_in
from donghyang.records import Article, CannotProceed, Document, PageText, Span, VerifiedSentence
from donghyang.report.cites import cites
from donghyang.report.unwritten import blanked
from donghyang.verify import Entailment, House, Source, verify
from donghyang.workspace import Workspace, issue_date

if TYPE_CHECKING:
    from donghyang.collect.evidence import Stored

_SAID: tuple[Part, ...] = ("headline", "lead", "heading", "bullet", "annotation", "caption", "cell", "note", "text")
"""The parts of an article that state something; contents, references and imprint repeat or cite."""
_CLEAR = 0.3
"""The share of its words that a paragraph of the summary has in common with the article it is held against."""


@dataclass(frozen=True, slots=True)
class HeldUp:
    """A text, the pages it was held against, and what they say to it."""

    text: str
    sources: tuple[Source, ...]
    sentences: tuple[VerifiedSentence, ...]


def hold_up(  # noqa: PLR0913 - the inputs of one command
    file: Path,
    home: Workspace,
    files: Mapping[str, Path | Stored],
    date: dt.date | None,
    lose: Callable[[str, CannotProceed], object],
    model: Entailment | None = None,
) -> HeldUp:
    """A report, article by article, against the pages it names; its summary against those of the articles it abridges.

    An article that names none of the `files`, and a text that is no report, is held against all of them. `lose` is told
    of a page that cannot be read; `model` is asked besides the rules. Raises CannotProceed for an unreadable text.
    """
    document = guard.document(file, home.settings.limits)
    day = date or issue_date(file)
    desk = _Desk(home, files, lose)
    sheet = Sheet(document, day, Resources())
    if not sheet.articles:
        sources = [_source(page) for page in desk.pages]
        text = blanked(document.text)
        return HeldUp(
            document.text, tuple(sources), tuple(verify(text, sources, date=day, house=desk.house, model=model))
        )
    used: dict[str, Source] = {}
    found: list[VerifiedSentence] = []
    for spans, pages in _parts(sheet, desk):
        used |= {page.name: page for page in pages}
        found += verify(_only(document, spans), pages, date=day or sheet.date, house=desk.house, model=model)
    return HeldUp(document.text, tuple(used.values()), tuple(sorted(found, key=lambda one: one.start)))


def _parts(sheet: Sheet, desk: _Desk) -> Iterator[tuple[list[Span], list[Source]]]:
    """The lines of each article with its pages; those of the summary with the pages of the article they abridge."""
    articles = [article for section in sheet.issue.sections for article in section.articles]
    pages = [desk.pages_of(article) for article in articles]
    lines: dict[int, list[Span]] = {}
    for passage in sheet.passages:
        if passage.article is not None and passage.part in _SAID:
            lines.setdefault(passage.article, []).append(sheet.place(*passage.span))
    for one in abridged(sheet):
        if one.article is not None and one.shared >= _CLEAR * one.words and not one.outdone:
            lines.setdefault(one.article.index, []).append(sheet.place(*one.line.span))
        else:
            every = {page.name: page for some in pages for page in some}
            yield [sheet.place(*one.line.span)], list(every.values())
    yield from ((spans, pages[at]) for at, spans in sorted(lines.items()))


def _only(document: Document, spans: Iterable[Span]) -> str:
    """The document's text with blanks for all but some stretches, and for what is still to be written."""
    text = blanked(document.text)
    made, at = [], 0
    for start, end in sorted(spans):
        made += [_blank(text[at:start]), text[start:end]]
        at = max(at, end)
    return "".join([*made, _blank(text[at:])])


def _blank(text: str) -> str:
    return "".join(char if char in "\r\n" else " " for char in text)


class _Desk:
    """What lies at hand in the workspace; pages are read when they are asked for, each once."""

    def __init__(
        self, home: Workspace, files: Mapping[str, Path | Stored], lose: Callable[[str, CannotProceed], object]
    ) -> None:
        self._home = home
        self._files = files
        self._lose = lose
        self._read: dict[str, PageText | None] = {}
        self._cited = cited_in(home)

    @cached_property
    def house(self) -> House:
        """The newsroom's own words and its rates."""
        path = self._home.termbase
        shipped = set(Termbase.load().terms())
        own = [term for term in Termbase.load(path).terms() if term not in shipped] if path else []
        return House({term.chinese: (term.korean,) for term in reversed(own)}, self._home.rate)

    @cached_property
    def pages(self) -> list[PageText]:
        """Every page of the workspace that can be read."""
        return [page for name in self._files if (page := self._page(name)) is not None]

    def pages_of(self, article: Article) -> list[Source]:
        """The pages that an article names, by address, by file or by title; all of them where it names none."""
        named = cites(article)
        found = {source.name: source for source in self._cited(frozenset(named.addresses))}
        for name in named.names & self._files.keys():
            if (page := self._page(name)) is not None:
                found[page.name] = _source(page)
        if not found:
            found = {page.name: _source(page) for page in self.pages if named.is_of(page)}
        return list(found.values()) or [_source(page) for page in self.pages]

    def _page(self, name: str) -> PageText | None:
        if name not in self._read:
            try:
                self._read[name] = read_page(name, self._files[name], self._home.settings.limits)
            except CannotProceed as problem:
                self._read[name] = None
                self._lose(name, problem)
        return self._read[name]


def _source(page: PageText) -> Source:
    return Source(page.name, page.text, page.date)
