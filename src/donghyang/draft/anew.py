"""An article of a report that a model writes anew: what an editor has written stays, the program's own lines give way.

Its own are the lines that stand letter for letter in what it has written before; every other line is an editor's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.converted import converted
from donghyang.draft.filling import Filled
from donghyang.draft.holding import held, held_summary
from donghyang.draft.standing import Standing
from donghyang.draft.worksheet import summarised, with_sources
from donghyang.draft.writer import Task
from donghyang.language.nearness import pair_ratio
from donghyang.records import Message, Story
from donghyang.report import document, parse
from donghyang.report.cites import cites, names_in
from donghyang.report.grammar import remark_of, words_of
from donghyang.report.write import article_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from donghyang.draft.carried import Desk
    from donghyang.draft.model_writer import ModelWriter
    from donghyang.draft.standing import Unit
    from donghyang.draft.writer import Written
    from donghyang.records import Article, PageText, SectionKind
    from donghyang.report.grammar import Dialect

_ALIKE = 0.5
"""How alike a new line is to an editor's, at least, where it says the same once more."""
_SAID = Message("편집자의 줄이 이미 말합니다.", "a line of the editor's says it already.")
_NO_PAGE = Message("기사가 가리키는 페이지를 찾지 못했습니다.", "no page that the article names is at hand.")


@dataclass(frozen=True, slots=True)
class Place:
    """An article of a report."""

    section: SectionKind
    number: int
    article: Article


@dataclass(frozen=True, slots=True)
class House:
    """What the articles of a newsroom are printed with."""

    desk: Desk
    dialect: Dialect
    bullets: Mapping[SectionKind, int]
    """How many an article of each section has at most."""


def places(text: str, number: int) -> list[Place]:
    """The articles of this number, of whatever section."""
    return [
        Place(section.kind, number, article)
        for section in parse(document(text)).sections
        for article in section.articles
        if article.number == number
    ]


def rewritten(  # noqa: PLR0913 - a report, the place in it, its pages, and who writes for whom
    text: str,
    place: Place,
    own: AbstractSet[str],
    pages: Mapping[str, PageText],
    writer: ModelWriter,
    house: House,
) -> tuple[str, tuple[Filled, ...]]:
    """The report with the article in the model's words where they are proven, and what became of each of them.

    `own` are the lines that the program has written, without the white space around them. Without a reply the report
    stays as it is.
    """
    story = _story(place, pages)
    if story is None:
        return text, (_row(place, "", _NO_PAGE),)
    there = Standing(text, place.article, own)
    kept = there.kept
    room = max(1, house.bullets[place.section] - len(kept))
    item = writer.write(Task(story, place.section, place.number, room, tuple(unit.words for unit in kept)))
    if writer.failures:
        return text, (_row(place, "", writer.failures[-1]),)
    item = _ready(item, place, pages[story.pages[0]], house.desk)
    headline, lead, bullets = _lines(item.article, house)
    fresh, again = _fresh(bullets, kept)
    made = there.changed(headline, lead, fresh, _summary(item, place, house))
    rows = [_row(place, line.strip(), None, made) for line in (lead, *fresh) if line in made]
    rows += [_row(place, line.strip(), _SAID) for line in again]
    return made, (*rows, *(_row(place, "", doubt.message) for doubt in item.doubts))


def _row(place: Place, words: str, reason: Message | None, made: str = "") -> Filled:
    """What became of a line: it stands in `made`, or does not for a reason."""
    first = words.split("\n", 1)[0]
    line = made.count("\n", 0, made.index(first)) + 1 if made else 0
    return Filled(line, place.section, place.number, "" if made else first, first if made else None, reason)


# ---------------------------------------------------------------- what is written


def _story(place: Place, pages: Mapping[str, PageText]) -> Story | None:
    """The story of an article: the pages its remarks and references name, that of its headline first."""
    article = place.article
    words = [*article.above, *(block.text for block in article.blocks if block.type == "remark"), *article.below]
    named = [name for line in words for name in names_in(line) if name in pages]
    for one in article.references:
        only = cites(replace(article, references=(one,), source=None, above=(), blocks=(), below=()))
        named += [name for name, page in pages.items() if only.is_of(page)]
    if not named:
        named = [name for name, page in pages.items() if cites(article).is_of(page)]
    if not named:
        return None
    names, first = tuple(dict.fromkeys(named)), pages[named[0]]
    return Story(names[0], first.title or "", first.date, names, place.section, article.category, 0.0)


def _ready(item: Written, place: Place, page: PageText, desk: Desk) -> Written:
    """The article as a draft of the week has it: sums in won, in words that the format holds, its sources below."""
    made = converted(item, desk.rates, desk.date) if desk.rates else item
    article = held(place.section, replace(made.article, number=1, category=None), desk.date)
    return with_sources(replace(made, article=article), page.title or "", page.name)


def _lines(article: Article, house: House) -> tuple[str, str, list[str]]:
    """Headline, lead and bullets as they are printed, lead and bullets with the remarks below them."""
    headline, *rest = article_groups(replace(article, number=None), house.dialect, house.desk.date)
    lines = "\n".join(rest[len(article.above) :]).splitlines()
    units: list[str] = []
    for line in lines:
        if remark_of(line) is not None and units:
            units[-1] += f"\n{line}"
        else:
            units.append(line)
    lead = units.pop(0) if article.lead else ""
    return headline, lead, units


def _fresh(bullets: Iterable[str], kept: Sequence[Unit]) -> tuple[list[str], list[str]]:
    """The bullets that say something new, and those that say what a kept line says."""
    fresh: list[str] = []
    again: list[str] = []
    for line in bullets:
        words = words_of(line.split("\n", 1)[0])
        said = any(pair_ratio(words, unit.words) >= _ALIKE for unit in kept)
        (again if said else fresh).append(line)
    return fresh, again


def _summary(item: Written, place: Place, house: House) -> list[str]:
    """The article's paragraph of the summary and its remarks; [] where it has none."""
    paragraph = held_summary(item.summary, house.desk.date) if place.section == "policy" else ""
    return summarised(item, paragraph)
