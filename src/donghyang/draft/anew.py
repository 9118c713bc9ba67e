"""An article of a report that a model writes anew: what an editor has written stays, the program's own lines give way.

Its own are the lines that stand letter for letter in what it has written before; every other line is an editor's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.converted import converted
from donghyang.draft.filling import Filled
from donghyang.draft.holding import held, held_summary
from donghyang.draft.worksheet import summarised, with_sources
from donghyang.draft.writer import Task
from donghyang.language.nearness import pair_ratio
from donghyang.records import Bullet, Message, Open, Story
from donghyang.report import document, parse
from donghyang.report.cites import cites, names_in
from donghyang.report.grammar import remark, remark_of, words_of
from donghyang.report.write import article_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from donghyang.draft.carried import Desk
    from donghyang.draft.model_writer import ModelWriter
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


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line of the text with the program's remarks below it: whole lines, from `start` to `end`."""

    start: int
    end: int
    words: str
    own: bool
    """Whether the program has written it."""
    level: int = 0
    """Of a bullet; 0 for any other line."""


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
    there = _There(text, place.article, own)
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


def _fresh(bullets: Iterable[str], kept: Sequence[_Unit]) -> tuple[list[str], list[str]]:
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


# ---------------------------------------------------------------- where it stands


class _There:
    """An article in the text of its report."""

    def __init__(self, text: str, article: Article, own: AbstractSet[str]) -> None:
        self._text = text
        self._article = article
        self._own = own
        self._start = article.span[0] if article.span else 0
        self._headline = self._found(article.headline)
        self._lead = self._found(article.lead)
        self._bullets = [
            self._unit(block.span[0], block.level)
            for block in article.blocks
            if isinstance(block, (Bullet, Open)) and block.span and block.level
        ]

    @property
    def kept(self) -> list[_Unit]:
        """The lines that stay: an editor's, and those above an editor's detail."""
        whole = [unit for unit in (self._headline, self._lead) if unit and not unit.own]
        return [*whole, *self._staying()]

    def _staying(self) -> list[_Unit]:
        stay: list[_Unit] = []
        detail = 0
        for unit in reversed(self._bullets):
            if not unit.own or unit.level < detail:
                stay.append(unit)
                detail = unit.level
        return stay[::-1]

    def changed(self, headline: str, lead: str, bullets: Sequence[str], summary: Sequence[str]) -> str:
        """The text with the new lines in place of the program's own."""
        edits = [*self._front(headline, summary)] if self._headline and self._headline.own else []
        if self._headline and self._headline.own:
            edits.append(self._in_place(self._headline, headline))
        if self._lead and self._lead.own and lead:
            edits.append((self._lead.start, self._lead.end, f"{lead}\n"))
        gone = [unit for unit in self._bullets if unit not in self._staying()]
        last = self._bullets[-1] if self._bullets else self._lead or self._headline
        at = gone[0].start if gone else last.end if last else None
        edits += [(unit.start, unit.end, "") for unit in gone]
        if at is not None:
            edits.append((at, at, "".join(f"{line}\n" for line in bullets)))
        return self._edited(edits)

    def _front(self, headline: str, summary: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The article's line of the contents page and its paragraph of the summary, where each is the only one."""
        front = list(self._front_units())
        entries = [unit for unit in front if unit.words == self._article.headline]
        if len(entries) == 1:
            yield self._in_place(entries[0], headline)
        source = remark(self._article.above[0]) if self._article.above else None
        told = [unit for unit in front if source and self._below(unit) == source]
        if len(told) == 1 and summary:
            paragraph, *remarks = summary
            start, end, words = self._in_place(told[0], paragraph)
            yield start, max(end, told[0].end), words + "".join(f"{line}\n" for line in remarks)

    def _front_units(self) -> Iterator[_Unit]:
        at = 0
        while at < self._start:
            unit = self._unit(at)
            if unit.own and unit.words:
                yield unit
            at = max(unit.end, at + 1)

    def _below(self, unit: _Unit) -> str:
        start, end = self._line(self._line(unit.start)[1])
        return self._text[start:end].strip()

    def _found(self, words: str | None) -> _Unit | None:
        at = self._text.find(words, self._start) if words else -1
        return self._unit(at) if at >= 0 else None

    def _line(self, at: int) -> tuple[int, int]:
        end = self._text.find("\n", at)
        return self._text.rfind("\n", 0, at) + 1, end + 1 if end >= 0 else len(self._text)

    def _unit(self, at: int, level: int = 0) -> _Unit:
        start, end = self._line(at)
        line = self._text[start:end].strip()
        own = line in self._own
        while own and end < len(self._text):
            below = self._text[slice(*self._line(end))].strip()
            if remark_of(below) is None or below not in self._own:
                break
            end = self._line(end)[1]
        return _Unit(start, end, words_of(line), own, level)

    def _in_place(self, unit: _Unit, words: str) -> tuple[int, int, str]:
        """Other words in the place of a line's, behind its marker."""
        start, end = self._line(unit.start)
        line = self._text[start:end]
        return start, end, line[: line.index(unit.words)] + words + "\n"

    def _edited(self, edits: Iterable[tuple[int, int, str]]) -> str:
        made = self._text
        stop = "\r\n" if "\r\n" in made else "\n"
        # From the end; of edits at one place what is put in comes last, in front of what is taken out.
        for start, end, words in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
            before = made[:start]
            before += stop if before and words and not before.endswith("\n") else ""
            made = before + words.replace("\n", stop) + made[end:]
        return made
