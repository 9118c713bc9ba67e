"""Writers turn a story into an article. The writer here needs no model: it says what its rules can read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from donghyang.draft.headlines import Headline, headline, topic_headline
from donghyang.draft.reading import reader
from donghyang.draft.sentences import Phrase, phrases
from donghyang.facts import find_facts
from donghyang.records import Article, Bullet, Doubt, Evidence, Message, Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

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
class _Said:
    """A phrase and the page it was read on."""

    phrase: Phrase
    page: str
    weight: float


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
        said, left = self._said(task.story)
        title = self._headline(task, said)
        lead, rest = _choose_lead(said, title)
        blocks, shown = _bullets(rest, task)
        article = Article(
            number=task.number,
            category=task.story.category,
            headline=title.korean,
            lead=lead.phrase.korean if lead else None,
            date=self._event_date(task.story) if lead else None,
            blocks=blocks,
        )
        evidence = [_evidence(task, None, lead, lead.phrase.korean)] if lead else []
        evidence += [
            _evidence(task, at, one, block.text) for at, (block, one) in enumerate(zip(blocks, shown, strict=True))
        ]
        return Written(article, tuple(evidence), self._doubts(task, article, title, left), _summary(title, lead, shown))

    # ------------------------------------------------------------------------------------------ reading

    def _said(self, story: Story) -> tuple[list[_Said], int]:
        """What can be said of the story's pages, the first page's words first, and how many clauses were left."""
        said: list[_Said] = []
        left = 0
        known: set[str] = set()
        for rank, name in enumerate(story.pages):
            page = self._pages[name]
            facts = self._facts.get(name)
            if facts is None:
                facts = find_facts(page.text, date=page.date or self._date)
            found = phrases(reader(page.text, facts, self._terms, page.date or self._date))
            for phrase in found:
                key = re.sub(r"\W", "", phrase.korean)
                if key in known:
                    continue
                known.add(key)
                left += phrase.left if rank == 0 else 0
                said.append(_Said(phrase, name, _weight(phrase) - 2.0 * rank))
            if rank == 0 and len(said) >= _ENOUGH:
                break
        return said, left

    def _headline(self, task: Task, said: Sequence[_Said]) -> Headline:
        found = headline(task.story.title, task.story.date, self._terms)
        if found and len(found.korean) >= _SHORTEST:
            return found
        for one in said:
            if {"publish", "event"} & set(one.phrase.shapes) and len(one.phrase.korean) <= _LONGEST_HEADLINE:
                return Headline(one.phrase.korean, one.phrase.prose, sure=False)
        rubric = task.story.category or {"policy": "정책", "technology": "기술"}.get(task.section, "과학기술")
        return Headline(topic_headline(task.story.title, rubric, self._terms), "", sure=False)

    def _event_date(self, story: Story) -> dt.date | None:
        """The day the first page's first paragraph speaks of, when it is a day not after its publication."""
        import datetime

        name = story.pages[0]
        page = self._pages[name]
        limit = page.date or self._date
        end = page.text.find("\n") if "\n" in page.text else len(page.text)
        facts = self._facts.get(name)
        for fact in facts if facts is not None else find_facts(page.text[:end], date=limit):
            if (
                not isinstance(fact, Period)
                or fact.start > end
                or fact.value is None
                or len(fact.value) != len("2023-02-06")
            ):
                continue
            day = datetime.date.fromisoformat(fact.value)
            if datetime.timedelta() <= limit - day <= datetime.timedelta(days=_RECENT_DAYS):
                return day
        return story.date

    # ------------------------------------------------------------------------------------------ doubts

    def _doubts(self, task: Task, article: Article, title: Headline, left: int) -> tuple[Doubt, ...]:
        doubts: list[Doubt] = []

        def doubt(block: int | None, ko: str, en: str) -> None:
            doubts.append(Doubt(task.section, task.number, block, Message(ko, en)))

        if not title.sure:
            doubt(
                None,
                f"제목을 다 옮기지 못했습니다. 원제: {task.story.title}",
                f"the title was not put into Korean in full: {task.story.title}",
            )
        if article.lead is None:
            doubt(None, "리드로 쓸 문장을 찾지 못했습니다.", "no sentence could be made into a lead.")
        if not article.blocks:
            doubt(
                None,
                "본문을 한국어로 옮기지 못했습니다. 원문을 보고 쓰십시오.",
                "nothing of the text could be put into Korean.",
            )
        if left:
            doubt(
                None,
                f"인용한 문장에서 {left}개 절을 옮기지 못했습니다.",
                f"{left} clauses of the quoted sentences have no Korean.",
            )
        if article.lead and article.date is None:
            doubt(None, "사건 날짜를 찾지 못했습니다.", "the date of the event was not found.")
        for at, block in enumerate(article.blocks):
            for name in _NAME_IN_BRACKETS.findall(getattr(block, "text", "")):
                doubt(
                    at,
                    f"용어집에 없는 이름의 표기를 확인하십시오: {name}",
                    f"check the name, it is not in the termbase: {name}",
                )
        return tuple(doubts)


_ENOUGH = 4
_THIN = 14
_SHORTEST = 6
_LONGEST_HEADLINE = 60
_RECENT_DAYS = 45
_NAME_IN_BRACKETS = re.compile(r"[가-힣A-Za-z]+\([\u4e00-\u9fff]{2,}\)")


def _weight(phrase: Phrase) -> float:
    """How much an editor wants a phrase: goals with figures before figures before deeds; early before late."""
    weight = {"publish": 3.0, "figure": 3.0, "event": 2.0, "act": 1.5, "setting": 0.0}[phrase.shapes[0]]
    weight += 2.0 if phrase.goal and "figure" in phrase.shapes else 0.5 if phrase.goal else 0.0
    weight += 0.3 * min(len(phrase.shapes), 3)
    weight -= 2.0 if len(phrase.korean) < _THIN and not re.search(r"\d", phrase.korean) else 0.0
    weight -= 0.4 * phrase.left
    weight -= 0.15 * phrase.paragraph
    return weight


def _choose_lead(said: Sequence[_Said], title: Headline) -> tuple[_Said | None, list[_Said]]:
    """The weightiest phrase that does not repeat the headline, and the others in the order of the text."""
    fitting = [one for one in said if not _alike(one.phrase.korean, title.korean)]
    if not fitting:
        return None, []
    best = max(fitting, key=lambda one: one.weight - 0.02 * max(0, len(one.phrase.korean) - 70))
    return best, [one for one in said if one is not best and not _echoes(one.phrase.korean, best.phrase.korean)]


def _alike(a: str, b: str) -> bool:
    """Do two phrases say the same but for a word or two?"""
    first, second = (set(re.findall(r"[가-힣A-Za-z0-9]{2,}", text)) for text in (a, b))
    return bool(first and second) and len(first & second) >= 0.8 * min(len(first), len(second))


def _summary(title: Headline, lead: _Said | None, shown: Sequence[_Said]) -> str:
    """Headline, lead and the two weightiest of the other goals and figures, as sentences."""
    best = sorted(
        (one for one in shown if "figure" in one.phrase.shapes or one.phrase.goal), key=lambda one: -one.weight
    )
    notes = [title.prose, lead.phrase.prose if lead else "", *(one.phrase.prose for one in best[:_SUMMARY_FACTS])]
    return " ".join(note for note in dict.fromkeys(notes) if note)


_SUMMARY_FACTS = 2
_GROUPS = (("", "publish"), ("(주요목표) ", "goal"), ("(주요내용) ", "act"), ("(주요성과) ", "figure"))


def _bullets(said: Sequence[_Said], task: Task) -> tuple[tuple[Bullet, ...], list[_Said]]:
    """The best phrases, grouped as the weekly does: what happened, the goals, the measures, the figures."""
    best = _without_echoes(sorted(said, key=lambda one: -one.weight))[: task.bullets]
    chosen = [one for one in said if one in best]
    if task.section == "brief":
        return tuple(Bullet(1, one.phrase.korean) for one in chosen), chosen
    bullets: list[Bullet] = []
    order: list[_Said] = []
    for label, group in _GROUPS:
        members = [one for one in chosen if _group(one.phrase) == group]
        for at, one in enumerate(members):
            nested = at > 0 and bool(label)
            text = one.phrase.korean if nested or len(members) == 1 else label + one.phrase.korean
            bullets.append(Bullet(2 if nested else 1, text))
            order.append(one)
    return tuple(bullets), order


def _without_echoes(said: Sequence[_Said]) -> list[_Said]:
    """Each statement once: of phrases with the same figures or nearly the same words the first stays."""
    kept: list[_Said] = []
    for one in said:
        if not any(_echoes(one.phrase.korean, other.phrase.korean) for other in kept):
            kept.append(one)
    return kept


def _echoes(a: str, b: str) -> bool:
    figures = [set(re.findall(r"\d[\d,.]*[조억만]?[%가-힣a-zA-Z]?", text)) for text in (a, b)]
    smaller, larger = sorted(figures, key=len)
    return (bool(smaller) and smaller <= larger) or (not larger and _alike(a, b))


def _group(phrase: Phrase) -> str:
    if phrase.goal:
        return "goal"
    shape = phrase.shapes[0]
    return {"publish": "publish", "event": "publish", "figure": "figure"}.get(shape, "act")


def _evidence(task: Task, block: int | None, one: _Said, text: str) -> Evidence:
    """The page's sentence for what stands in `text` behind its label."""
    start = len(text) - len(one.phrase.korean)
    return Evidence(task.section, task.number, block, (start, len(text)), one.page, one.phrase.span, one.phrase.quote)
