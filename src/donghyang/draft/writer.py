"""Writers turn a story into an article. The writer here needs no model: it says what its rules can read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from donghyang.draft.gate import uncontradicted
from donghyang.draft.halves import half_said
from donghyang.draft.headlines import Headline, headline, topic_headline
from donghyang.draft.holding import plain_line
from donghyang.draft.plan_pages import is_plan_title
from donghyang.draft.reading import reader
from donghyang.draft.selection import Said, bullets, choose_lead, summary, weight
from donghyang.draft.sentences import count_sentences, first_sentence, phrases
from donghyang.facts import find_facts
from donghyang.language.sentences import CHINESE_STOPS
from donghyang.records import Article, Doubt, Evidence, Message, Period
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import Fact, PageText, SectionKind, Story


@dataclass(frozen=True, slots=True)
class Task:
    """One article to write."""

    story: Story
    section: SectionKind
    number: int
    bullets: int
    """How many bullets at most."""


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

    said: list[Said]
    sentences: int
    """Sentences of the first page."""
    rendered: int
    """How many of them are said in Korean, in whole or in part."""


READ_AT_MOST = 60_000
"""Characters of a page that are read. A plan in full has 20,000 to 50,000; what goes on for longer is a yearbook or a
collection, whose news stands at its beginning, and an editor waits for the draft."""
_ENOUGH = 4
_SHORTEST = 6
_LONGEST_HEADLINE = 60
_RECENT_DAYS = 45
_FULL_DATE = len("2023-02-06")
_NAME_IN_BRACKETS = re.compile(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]+\([\u4e00-\u9fff]{2,}\)")


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
        title = self._headline(task, read.said)
        lead, rest = choose_lead(read.said, title)
        blocks, shown = bullets(rest, task.bullets, grouped=task.section != "brief")
        led = lead.phrase.short if lead else self._open_lead(task.story)
        evidence = [_evidence(task, None, lead, led) if lead else self._first_evidence(task, led)]
        evidence += [
            _evidence(task, at, one, block.text) for at, (block, one) in enumerate(zip(blocks, shown, strict=True))
        ]
        article = Article(
            number=task.number,
            category=task.story.category,
            headline=title.korean,
            lead=led,
            date=self._event_date(task.story),
            blocks=blocks,
        )
        doubts = (*self._unread(task), *self._hiding(task), *_doubts(task, article, title, read, [lead, *shown]))
        return Written(article, tuple(evidence), doubts, summary(title, lead, shown))

    # ------------------------------------------------------------------------------------------ reading

    def _facts_of(self, page: PageText) -> Sequence[Fact]:
        found = self._facts.get(page.name)
        if found is None:
            return find_facts(page.text, date=page.date or self._date)
        return [fact for fact in found if fact.end <= len(page.text)]

    def _reader(self, page: PageText) -> Reader:
        return reader(page.text, self._facts_of(page), self._terms, page.date or self._date)

    def _page(self, name: str) -> PageText:
        """The page, or as much of a very long one as is read: whole sentences from its beginning."""
        page = self._pages[name]
        if len(page.text) <= READ_AT_MOST:
            return page
        end = max(page.text.rfind(stop, 0, READ_AT_MOST) for stop in CHINESE_STOPS + "\n") + 1
        return replace(page, text=page.text[: end or READ_AT_MOST])

    def _read(self, story: Story) -> _Read:
        """What can be said of the story's pages; later pages only where the first says little."""
        said: list[Said] = []
        rendered = 0
        known: set[str] = set()
        for rank, name in enumerate(_order(story)):
            page = self._page(name)
            found = phrases(self._reader(page), plan=is_plan_title(page.title))
            rendered += len(found) if rank == 0 else 0
            for phrase in found:
                key = re.sub(r"\W", "", phrase.korean)
                if key not in known:
                    known.add(key)
                    said.append(Said(phrase, name, weight(phrase) - 2.0 * rank))
            if len(said) >= _ENOUGH:
                break
        said = uncontradicted(said, self._pages, self._date)
        return _Read(said, count_sentences(self._page(_order(story)[0]).text), rendered)

    def _unread(self, task: Task) -> tuple[Doubt, ...]:
        """What an editor has to know of the first page where it was too long to be read whole."""
        first = _order(task.story)[0]
        whole, read = len(self._pages[first].text), len(self._page(first).text)
        if whole == read:
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

    def _headline(self, task: Task, said: Sequence[Said]) -> Headline:
        last = self._pages[task.story.latest].title if task.story.latest else None
        title = plain_line(last or task.story.title)
        found = headline(title, task.story.date, self._terms)
        if found and len(found.korean) >= _SHORTEST:
            return found
        for one in said:
            if {"publish", "event"} & set(one.phrase.shapes) and len(one.phrase.korean) <= _LONGEST_HEADLINE:
                return Headline(one.phrase.korean, one.phrase.prose, sure=False)
        rubric = task.story.category or {"policy": "정책", "technology": "기술"}.get(task.section, "과학기술")
        return Headline(topic_headline(title, rubric, self._terms), "", sure=False)

    def _open_lead(self, story: Story) -> str:
        """In place of a lead that could not be said, still to be written: the first sentence, else the title."""
        page = self._page(_order(story)[0])
        return opened(half_said(self._reader(page), *first_sentence(page.text)) or plain_line(story.title))

    def _first_evidence(self, task: Task, lead: str) -> Evidence:
        """The first sentence of the story, for a lead that is still to be written."""
        page = self._page(_order(task.story)[0])
        start, end = first_sentence(page.text)
        return Evidence(task.section, task.number, None, (0, len(lead)), page.name, (start, end), page.text[start:end])

    def _event_date(self, story: Story) -> dt.date | None:
        """The day the first page's first paragraph speaks of, when it is a recent day; else the story's."""
        page = self._page(_order(story)[0])
        limit = page.date or self._date
        end = page.text.find("\n") if "\n" in page.text else len(page.text)
        for fact in self._facts_of(page):
            if isinstance(fact, Period) and fact.start <= end and fact.value and len(fact.value) == _FULL_DATE:
                day = dt.date.fromisoformat(fact.value)
                if dt.timedelta() <= limit - day <= dt.timedelta(days=_RECENT_DAYS):
                    return day
        return story.date


def _order(story: Story) -> tuple[str, ...]:
    """The story's pages as they are read: the last state of a running event first, though the head page is cited."""
    return tuple(dict.fromkeys((story.latest or story.pages[0], *story.pages)))


def _evidence(task: Task, block: int | None, one: Said, text: str) -> Evidence:
    """The page's sentence for what stands in `text` behind its label."""
    start = max(0, len(text) - len(one.phrase.korean))
    span = (start, len(text))
    return Evidence(task.section, task.number, block, span, one.page, one.phrase.span, one.phrase.quote)


def _doubts(
    task: Task, article: Article, title: Headline, read: _Read, shown: Sequence[Said | None]
) -> tuple[Doubt, ...]:
    """What an editor has to look at: title, lead, sentences left out, clauses left out, names not in the termbase."""
    found: list[tuple[int | None, Message]] = []
    original = task.story.title
    if not title.sure:
        ko, en = f"제목을 다 옮기지 못했습니다. 원제: {original}", f"the title is not in Korean in full: {original}"
        found.append((None, Message(ko, en)))
    if shown[0] is None:
        ko, en = "리드로 쓸 문장을 찾지 못했습니다. 원문을 보고 쓰십시오.", "no sentence could be made into a lead."
        found.append((None, Message(ko, en)))
    unsaid = read.sentences - read.rendered
    if unsaid > 0:
        ko = f"원문 {read.sentences}문장 중 {unsaid}문장을 한국어로 옮기지 못했습니다."
        en = f"{unsaid} of the page's {read.sentences} sentences have no Korean."
        found.append((None, Message(ko, en)))
    for at, one in enumerate(shown, -1):
        if one and one.phrase.left and not (at < 0 and one in shown[1:]):
            ko = f"인용한 문장에서 {one.phrase.left}개 절을 옮기지 않았습니다."
            en = f"{one.phrase.left} clauses of the quoted sentence were left out."
            found.append((None if at < 0 else at, Message(ko, en)))
    for at, text in enumerate([article.headline, *(getattr(block, "text", "") for block in article.blocks)], -1):
        for name in _NAME_IN_BRACKETS.findall(text):
            ko = f"용어집에 없는 이름의 표기를 확인하십시오: {name}"
            found.append((None if at < 0 else at, Message(ko, f"check this name, the termbase lacks it: {name}")))
    return tuple(Doubt(task.section, task.number, block, message) for block, message in found)
