"""Writers turn a story into an article. The writer here needs no model: it says what its rules can read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from donghyang.draft.cutting import without_byline
from donghyang.draft.dating import event_date, without_day
from donghyang.draft.digest import summary
from donghyang.draft.gate import uncontradicted
from donghyang.draft.halves import half_said
from donghyang.draft.headlines import Headline, headline, names_paper, undated, without_rubric
from donghyang.draft.holding import plain_line
from donghyang.draft.news import looks_back, may_lead, of_title, overlap, value
from donghyang.draft.plan_pages import is_plan_title
from donghyang.draft.proper import SPELLED
from donghyang.draft.prose import says_something
from donghyang.draft.reading import reader
from donghyang.draft.report_lines import STILL, report_lines
from donghyang.draft.round_ups import other_items
from donghyang.draft.selection import (
    Said,
    behind_lead,
    body,
    choose_lead,
    grouped,
    leads_whole,
    only_goes_on,
    says_again,
    weight,
)
from donghyang.draft.sentences import Phrase, Unsaid, count_sentences, first_sentence, told
from donghyang.draft.slogans import is_hollow, of_facts
from donghyang.draft.work_reports import is_work_report, place_of, without_head, year_of
from donghyang.facts import find_facts
from donghyang.language.sentences import CHINESE_STOPS
from donghyang.records import Article, Bullet, Doubt, Evidence, Message, Open
from donghyang.report.grammar import opened
from donghyang.report.unwritten import missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import Fact, PageText, SectionKind, Span, Story


@dataclass(frozen=True, slots=True)
class Task:
    """One article to write."""

    story: Story
    section: SectionKind
    number: int
    bullets: int
    """How many bullets at most."""
    kept: tuple[str, ...] = ()
    """Lines that stand already, and are to be written around."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article, the evidence of each of its blocks, and what an editor has to look at."""

    article: Article
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]
    summary: str = ""
    """The article in one paragraph of sentences, "" when nothing could be said."""


class Writer(Protocol):
    """Anything that writes an article for a story."""

    def write(self, task: Task) -> Written:
        """The article in Korean; what it could not say stands in `doubts`."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What the pages of a story gave."""

    items: list[Said]
    """Their sentences, told or not."""
    sentences: int
    """Sentences of the first page."""
    rendered: int
    """How many of them are said in Korean, in whole or in part."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an article and the place of its source."""

    block: Bullet | Open
    page: str
    source: Span
    quote: str
    length: int
    """Characters of the line behind its label."""

    def evidence(self, task: Task, block: int | None) -> Evidence:
        """The page's words for what stands behind the line's label."""
        end = len(self.block.text)
        return Evidence(task.section, task.number, block, (end - self.length, end), self.page, self.source, self.quote)


_STILL: dict[SectionKind, int] = {"feature": 8, "policy": 6, "technology": 5, "brief": 2}
"""Sentences without Korean that an article holds as open lines: its key sentences."""
READ_AT_MOST = 60_000
"""Characters of a page that are read. A plan in full has 20,000 to 50,000; what goes on for longer is a yearbook or a
collection, whose news stands at its beginning, and an editor waits for the draft."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENOUGH = 4
_SHORTEST = 6
LONGEST_HEADLINE = 60
_CHINAS, _OF_CHINA = ("我国", "中国", "全国"), "중국 "
_OF_TITLE, _MUCH_OF_TITLE = 0.2, 0.5
"""The share of the title that a sentence without figures says at least if it is the news; and an event as headline."""


class RuleWriter:
    """Writes from sentence patterns, the termbase and the transliteration rules."""

    def __init__(
        self, pages: Mapping[str, PageText], facts: Mapping[str, Sequence[Fact]], terms: Termbase, date: dt.date
    ) -> None:
        self._pages = pages
        self._facts = facts
        self._terms = terms
        self._date = date

    def write(self, task: Task) -> Written:
        """The story's article: headline from the title, lead, bullets by kind; references are the caller's."""
        read = self._read(task.story)
        title = self._headline(task, read.items)
        lead = choose_lead(read.items, title)
        still = STILL if is_work_report(self._title(task.story)) else _STILL[task.section]
        said, unsaid = body(read.items, title, lead, task.bullets, still)
        led_by = self._page(lead.page if lead else order_of(task.story)[0])
        limit = led_by.date or self._date
        day = event_date(led_by, self._facts_of(led_by), lead, limit, led_by.date or task.story.date)
        led = self._lead_line(task.story, lead, title, day)
        told_lead = None if lead and only_goes_on(lead, title) else lead
        headed = title.korean if title else ""
        lines = [led, *self._lines(said, unsaid, told_lead, headed, grouping=task.section != "brief")]
        article = Article(
            number=task.number,
            category=task.story.category,
            headline=title.korean if title else self._open_headline(task.story),
            lead=lines[0].block.text,
            date=day,
            blocks=tuple(line.block for line in lines[1:]),
        )
        evidence = tuple(line.evidence(task, None if at < 0 else at) for at, line in enumerate(lines, -1))
        doubts = (*self.page_doubts(task), *_doubts(task, article, title, read, lead))
        return Written(article, evidence, doubts, summary(title, lead, said))

    def page_doubts(self, task: Task) -> tuple[Doubt, ...]:
        """What an editor has to know of the story's pages, whoever writes it."""
        return (*self._unread(task), *self._untold(task), *self._hiding(task))

    # ------------------------------------------------------------------------------------------ lines

    def _lead_line(self, story: Story, lead: Said | None, title: Headline | None, day: dt.date | None) -> _Line:
        """The lead; one that has no Korean, still to be written: the sentence that is the news, else the first.

        Of a sentence that the headline tells, what it goes on to say. `day`: the one that stands in brackets behind it.
        """
        goes_on = lead is not None and only_goes_on(lead, title)
        if lead and not isinstance(lead.phrase, Unsaid) and not goes_on:
            text = without_day(lead.korean if leads_whole(lead) else lead.phrase.short, day)
            return _Line(Bullet(0, text), lead.page, lead.phrase.span, lead.phrase.quote, len(text))
        name = lead.page if lead else order_of(story)[0]
        page = self._page(name)
        span = lead.phrase.span if lead else first_sentence(page.text)
        if lead and goes_on and not isinstance(lead.phrase, Unsaid):
            span = lead.phrase.rest or span
        text = opened(half_said(self._reader(page), *without_byline(page.text, span)) or plain_line(story.title))
        return _Line(Bullet(0, text), name, span, page.text[slice(*span)], len(text))

    def _lines(
        self, said: Sequence[Said], unsaid: Sequence[Said], lead: Said | None, headed: str, *, grouping: bool
    ) -> Iterator[_Line]:
        """What stands under the lead: what it leaves of its sentence, statements with what they leave, open lines.

        Of a statement that is the headline, only what it leaves.
        """
        if lead and not isinstance(lead.phrase, Unsaid):
            if not leads_whole(lead) and lead.phrase.short != lead.korean:
                yield self._closed(1, "", lead, behind_lead(lead))
            yield from self._left(1, lead)
        for level, label, one in grouped(said) if grouping else ((1, "", one) for one in said):
            told = one.korean == headed or (
                not isinstance(one.phrase, Unsaid) and one.phrase.rest is not None and says_again(one.korean, headed)
            )
            if not told:
                yield self._closed(level, label, one)
            yield from self._left(1 if told else 2, one)
        for one in unsaid:
            yield from self._open(1, one.page, one.phrase.span)

    def _closed(self, level: int, label: str, one: Said, korean: str = "") -> _Line:
        """A statement; `korean`: as much of it as stands here, where it is not the whole."""
        told = korean or one.korean
        return _Line(Bullet(level, label + told), one.page, one.phrase.span, one.phrase.quote, len(told))

    def _left(self, level: int, one: Said) -> Iterator[_Line]:
        if not isinstance(one.phrase, Unsaid) and one.phrase.rest:
            yield from self._open(level, one.page, one.phrase.rest)

    def _open(self, level: int, name: str, span: Span) -> Iterator[_Line]:
        page = self._page(name)
        text = half_said(self._reader(page), *without_byline(page.text, span))
        if text:
            yield _Line(Open(level, text, missing(text)), name, span, page.text[slice(*span)], len(text))

    # ------------------------------------------------------------------------------------------ reading

    def _facts_of(self, page: PageText) -> Sequence[Fact]:
        found = self._facts.get(page.name)
        if found is None:
            return find_facts(page.text, date=page.date or self._date)
        return [fact for fact in found if fact.end <= len(page.text)]

    def _reader(self, page: PageText) -> Reader:
        return reader(page.text, self._facts_of(page), self._terms, page.date or self._date)

    def _page(self, name: str) -> PageText:
        """The page, or as much of it as is read: its first news item; of a very long one its beginning."""
        page = self._pages[name]
        others = other_items(page.text, page.title or "")
        if others:
            return replace(page, text=page.text[: others[0][0]].rstrip())
        if len(page.text) <= READ_AT_MOST:
            return page
        end = max(page.text.rfind(stop, 0, READ_AT_MOST) for stop in CHINESE_STOPS + "\n") + 1
        return replace(page, text=page.text[: end or READ_AT_MOST])

    def _read(self, story: Story) -> _Read:
        """The sentences of the story's first page, and what can be said of later ones where that is little."""
        order = order_of(story)
        items: list[Said] = []
        title = without_rubric(self._title(story))
        for rank, name in enumerate(order):
            page = self._page(name)
            reader_ = self._reader(page)
            found = told(reader_, plan=is_plan_title(page.title))
            if is_work_report(page.title):
                found = [one for one in (without_head(reader_, one) for one in found) if one]
            for one in found:
                worth = value(reader_, one) if isinstance(one, Unsaid) else weight(one)
                # What an older page announces has come about by the last one.
                older = bool(story.latest) or self._is_older(name, order[0])
                if rank == 0 or not (isinstance(one, Unsaid) or (one.goal and older)):
                    items.append(_weighed(reader_, one, name, worth, title, rank))
            if rank == 0:
                items = report_lines(items, reader_, page)
                rendered = sum(isinstance(one, Phrase) for one in found)
            if sum(bool(one.korean) for one in items) >= _ENOUGH:
                break
        items = list({re.sub(r"\W", "", one.korean or one.phrase.quote): one for one in reversed(items)}.values())[::-1]
        if not is_plan_title(self._page(order[0]).title):
            # What a plan sets itself without a figure is its tasks.
            items = [of_facts(one) for one in items]
        items = uncontradicted(items, self._pages, self._date)
        return _Read(items, count_sentences(self._page(order[0]).text), rendered)

    def _is_older(self, name: str, first: str) -> bool:
        """Did a page come out before the one that the story is told by?"""
        day, last = self._pages[name].date, self._pages[first].date
        return day is not None and last is not None and day < last

    def _untold(self, task: Task) -> tuple[Doubt, ...]:
        """What an editor has to know of pages that hold other news items besides: those are not told here."""
        pages = [self._pages[name] for name in task.story.pages]
        others = [line for page in pages for _, line in other_items(page.text, page.title or "")]
        ko = f"여러 소식이 실린 페이지의 첫 소식만 다루었습니다. 나머지: {' / '.join(others)}"
        en = f"a page of several news items, of which only the first is told; the others: {' / '.join(others)}"
        return (Doubt(task.section, task.number, None, Message(ko, en)),) if others else ()

    def _unread(self, task: Task) -> tuple[Doubt, ...]:
        """What an editor has to know of the first page where it was too long to be read whole."""
        first = order_of(task.story)[0]
        whole, read = len(self._pages[first].text), len(self._page(first).text)
        if whole == read or whole <= READ_AT_MOST:
            return ()
        ko = f"원문 {whole:,}자 중 앞의 {read:,}자만 읽었습니다. 나머지는 원문에서 확인하십시오."
        en = f"only the first {read:,} of the page's {whole:,} characters were read: see the page for the rest."
        return (Doubt(task.section, task.number, None, Message(ko, en)),)

    def _hiding(self, task: Task) -> tuple[Doubt, ...]:
        """The pages of the story that hold much which their readers do not see: nothing of it is in the draft."""
        hiding = [name for name in task.story.pages if self._pages[name].hides_much]
        ko = "보이지 않는 글이 많은 페이지입니다. 숨은 글은 뺐으니 원문을 확인하십시오: "
        en = "a page with much hidden text, which is left out; look at the page: "
        return tuple(Doubt(task.section, task.number, None, Message(ko + name, en + name)) for name in hiding)

    def _headline(self, task: Task, items: Sequence[Said]) -> Headline | None:
        """The title in Korean, else the first sentence where it tells an event; None where the headline stays open."""
        title = self._title(task.story)
        found = headline(title, self._title_date(task.story), self._terms)
        if found and found.acts and len(found.korean) >= _SHORTEST:
            return None if is_hollow(found.korean) else self._of_china(task.story, without_rubric(title), found)
        first = items[0].phrase if items and items[0].leads else None
        least = {"publish": _OF_TITLE, "event": _MUCH_OF_TITLE}
        if (
            isinstance(first, Phrase)
            and first.who
            and overlap(_said_of(first), without_rubric(title)) >= least.get(first.shapes[0], 2.0)
        ):
            told = undated(first.korean if first.rest is None else first.short)
            if len(told) <= LONGEST_HEADLINE and says_something(told) and not is_hollow(told):
                return Headline(told, first.prose, sure=first.rest is None, acts=True)
        return None

    def _of_china(self, story: Story, title: str, found: Headline) -> Headline:
        """首个…基地开工 over 我国首个…基地: a headline says whose it is, as its page does."""
        page = self._page(order_of(story)[0])
        named = any(name in title for name in _CHINAS) or found.korean[0].isdecimal() or len(title) < _SHORTEST
        if named or f"我国{title[:_SHORTEST]}" not in page.text:
            return found
        return replace(found, korean=f"{_OF_CHINA}{found.korean}", prose=found.prose and f"{_OF_CHINA}{found.prose}")

    def _title(self, story: Story) -> str:
        last = self._pages[story.latest].title if story.latest else None
        return plain_line(last or story.title)

    def _title_date(self, story: Story) -> dt.date:
        """The day of the page whose title the story has: what 今天 means in it."""
        pages = [self._pages[name] for name in ((story.latest,) if story.latest else story.pages)]
        own = next((page.date for page in pages if page.title == story.title), pages[0].date)
        return own or story.date or self._date

    def _open_headline(self, story: Story) -> str:
        """In place of a headline that could not be said: the title, its figures, dates and known names in Korean.

        A title that is only the name of a paper, and known word by word, is a headline.
        """
        title = without_rubric(self._title(story))
        date = self._title_date(story)
        page = reader(title, find_facts(title, date=date), self._terms, date)
        whose = place_of(self._reader(self._page(order_of(story)[0]))) if is_work_report(title) else ""
        if whose:
            return f"{year_of(title, story.date or self._date)}년 {whose} 정부업무보고"
        told = half_said(page, 0, len(title))
        return told if told and names_paper(page) and not _HAN.search(told) else opened(told or title)


def _said_of(phrase: Phrase) -> str:
    """As much of a sentence as is said in Korean."""
    return phrase.quote if phrase.rest is None else phrase.quote[: phrase.rest[0] - phrase.span[0]]


def _weighed(page: Reader, one: Phrase | Unsaid, name: str, worth: float, title: str, rank: int) -> Said:  # noqa: PLR0913
    """A sentence with its worth: its own news, what it says of the title's, how late its page is read."""
    more = of_title(one.quote, title) if isinstance(one, Phrase) or worth > 0 else 0.0
    near = overlap(one.quote, title)
    aside = isinstance(one, Phrase) and near < _OF_TITLE and not re.search(r"\d", one.korean) and not one.goal
    leads = may_lead(one.quote, title) and not (aside or looks_back(page, one.span, title))
    return Said(one, name, worth + more - 2.0 * rank, more + near, leads)


def order_of(story: Story) -> tuple[str, ...]:
    """The story's pages as they are read: the last state of a running event first, though the head page is cited."""
    return tuple(dict.fromkeys((story.latest or story.pages[0], *story.pages)))


def _doubts(task: Task, article: Article, title: Headline | None, read: _Read, lead: Said | None) -> tuple[Doubt, ...]:
    """What an editor has to look at: title, lead, sentences left out, names not in the termbase."""
    found: list[tuple[int | None, Message]] = []
    original = task.story.title
    if title is None or not title.sure:
        ko, en = f"제목을 다 옮기지 못했습니다. 원제: {original}", f"the title is not in Korean in full: {original}"
        found.append((None, Message(ko, en)))
    if lead is None or not lead.korean:
        ko, en = "리드로 쓸 문장을 찾지 못했습니다. 원문을 보고 쓰십시오.", "no sentence could be made into a lead."
        found.append((None, Message(ko, en)))
    unsaid = read.sentences - read.rendered
    if unsaid > 0:
        ko = f"원문 {read.sentences}문장 중 {unsaid}문장을 한국어로 옮기지 못했습니다."
        en = f"{unsaid} of the page's {read.sentences} sentences have no Korean."
        found.append((None, Message(ko, en)))
    for at, text in enumerate([article.headline, *(getattr(block, "text", "") for block in article.blocks)], -1):
        for name in SPELLED.findall(text):
            ko = f"용어집에 없는 이름의 표기를 확인하십시오: {name}"
            found.append((None if at < 0 else at, Message(ko, f"check this name, the termbase lacks it: {name}")))
    return tuple(Doubt(task.section, task.number, block, message) for block, message in found)
