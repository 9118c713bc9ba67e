"""stories -> articles: the program's own proposal for an issue, with evidence, and doubts for the editor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.carried import Desk, carried, with_lacked
from donghyang.draft.closing import closed
from donghyang.draft.holding import held, held_summary
from donghyang.draft.leftovers import left_list, left_out
from donghyang.draft.model_writer import ModelWriter
from donghyang.draft.outlets import brief_source, references
from donghyang.draft.worksheet import summarised, with_sources
from donghyang.draft.writer import RuleWriter, Task, Writer, Written
from donghyang.language.terms import Termbase
from donghyang.records import ContentsEntry, Draft, Issue, Section
from donghyang.report.grammar import DEFAULT_TITLE, open_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from donghyang.facts.exchange import Rates
    from donghyang.records import Article, Fact, PageText, Publisher, SectionKind, Story

__all__ = ["Limits", "ModelWriter", "RuleWriter", "Task", "Writer", "Written", "closed", "draft"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a draft holds at most."""

    policy: int = 8
    technology: int = 3
    briefs: int = 8
    bullets: int = 8
    """Bullets of one article."""
    brief_bullets: int = 3


_OFFERED = 2
"""Briefs that a writer is offered for each that there is room for: of some it can say nothing."""
# The rubrics as such weeklies order them; what is none of them comes behind.
_RUBRICS = (
    "기술전략", "지역", "혁신체계", "인재", "기업", "통계",
    "ICT", "재료", "에너지", "바이오", "양자정보", "우주", "환경", "기초과학",
)  # fmt: skip


def draft(  # noqa: PLR0913 - the week's three inputs and what the issue says of itself
    stories: Sequence[Story],
    pages: Mapping[str, PageText],
    facts: Mapping[str, Sequence[Fact]],
    *,
    series: str | None,
    date: dt.date,
    publisher: Publisher,
    termbase: Termbase | None = None,
    limits: Limits | None = None,
    writer: Writer | None = None,
    rates: Rates | None = None,
) -> Draft:
    """An issue of the stories that belong in it, best first, in Korean only.

    Every lead and bullet has its Evidence; what could not be put into Korean is a Doubt; the stories left out stand as
    remarks at its end. A page without an entry in `facts` is read here. Without a fitting story the issue has no
    sections. `writer` defaults to the rules.
    """
    terms = termbase or Termbase.load()
    limits = limits or Limits()
    author = writer or RuleWriter(pages, facts, terms, date)
    desk = Desk(terms, date, rates)
    sections: list[Section] = []
    written: list[Written] = []
    summaries: list[str] = []
    known: list[str] = []
    for kind, chosen in _choice(stories, limits).items():
        amount = limits.brief_bullets if kind == "brief" else limits.bullets
        each = ((story, author.write(Task(story, kind, number, amount))) for number, story in enumerate(chosen, 1))
        told = _briefs(each, limits.briefs) if kind == "brief" else list(each)
        told = [(one, carried(item, kind, [pages[name] for name in one.pages], desk)) for one, item in told]
        items = [
            _numbered(
                item,
                number,
                held(kind, _sourced(kind, item.article, _cited(kind, story, item, pages), terms), date),
            )
            for number, (story, item) in enumerate(told, 1)
        ]
        items = [
            with_sources(item, pages[name].title or story.title, name)
            for (story, _), item in zip(told, items, strict=True)
            for name in (story.latest or story.pages[0],)
        ]
        written += items
        known += [story.id for story, _ in told]
        if kind == "policy":
            summaries += [line for item in items for line in summarised(item, held_summary(item.summary, date))]
        if items:
            sections.append(Section(kind, DEFAULT_TITLE[kind], tuple(item.article for item in items)))
    left = left_out(stories, known, (limits.policy, limits.technology, limits.briefs))
    issue = Issue(
        series=series,
        date=date,
        publisher=publisher,
        contents=tuple(_contents(sections)),
        summary=tuple(summaries),
        sections=tuple(sections),
        back=left_list(left),
    )
    issue = with_lacked(issue, terms)
    return Draft(
        issue,
        tuple(evidence for item in written for evidence in item.evidence),
        tuple(doubt for item in written for doubt in item.doubts),
        left,
    )


def _choice(stories: Sequence[Story], limits: Limits) -> dict[SectionKind, list[Story]]:
    """The stories of each section, by rubric, best first; what finds no room among the articles may be a brief."""
    ranked = sorted(stories, key=lambda story: (-story.score, story.id))
    room: dict[SectionKind, int] = {"policy": limits.policy, "technology": limits.technology}
    chosen: dict[SectionKind, list[Story]] = {"policy": [], "technology": [], "brief": []}
    spilled: list[Story] = []
    for story in ranked:
        if story.section is None:
            continue
        kind: SectionKind = "policy" if story.section == "feature" else story.section
        if kind == "brief" or len(chosen[kind]) < room[kind]:
            chosen[kind].append(story)
        else:
            spilled.append(story)
    chosen["brief"] = sorted([*chosen["brief"], *spilled], key=lambda story: (-story.score, story.id))
    chosen["brief"] = chosen["brief"][: limits.briefs * _OFFERED]
    return {kind: _by_rubric(told) if kind != "brief" else told for kind, told in chosen.items()}


def _by_rubric(told: Sequence[Story]) -> list[Story]:
    """The articles of a section, those of one rubric together, so that the contents page names it once."""
    known = {name: at for at, name in enumerate(_RUBRICS)}
    return sorted(told, key=lambda story: (known.get(story.category or "", len(known)), story.category or ""))


def _briefs(told: Iterator[tuple[Story, Written]], room: int) -> list[tuple[Story, Written]]:
    """So many briefs as there is room for, those that say something first, each group in its order.

    No more are written than are needed: each may cost a request.
    """
    telling: list[tuple[Story, Written]] = []
    others: list[tuple[Story, Written]] = []
    while len(telling) < room and (one := next(told, None)) is not None:
        (telling if _says(one[1].article) else others).append(one)
    return [*telling, *others][:room]


def _says(article: Article) -> bool:
    """Does an article's headline or lead stand in Korean?"""
    return any(line and open_of(line) is None for line in (article.headline, article.lead))


def _numbered(item: Written, number: int, article: Article) -> Written:
    """The item at its place in the section."""
    return replace(
        item,
        article=replace(article, number=number),
        evidence=tuple(replace(evidence, article=number) for evidence in item.evidence),
        doubts=tuple(replace(doubt, article=number) for doubt in item.doubts),
    )


def _cited(kind: SectionKind, story: Story, item: Written, pages: Mapping[str, PageText]) -> list[PageText]:
    """The story's pages as they are cited: of a brief, the page whose sentence leads it stands first."""
    lead = next((one.page for one in item.evidence if one.block is None), story.pages[0])
    names = dict.fromkeys((lead, *story.pages)) if kind == "brief" else story.pages
    return [pages[name] for name in names]


def _sourced(kind: SectionKind, article: Article, told: Sequence[PageText], terms: Termbase) -> Article:
    """The article with the pages it comes from: an outlet for a brief, references for the others."""
    if kind == "brief":
        return replace(article, category=None, source=brief_source(told[0], terms))
    return replace(article, references=references(told))


def _contents(sections: Sequence[Section]) -> list[ContentsEntry]:
    return [
        ContentsEntry(section.kind, article.category, article.headline)
        for section in sections
        for article in section.articles
    ]
