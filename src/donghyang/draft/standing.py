"""Where an article stands in the text of its report, and which of its lines the program has written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import Bullet, Open
from donghyang.report.grammar import remark, remark_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from donghyang.records import Article


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the text with the program's remarks below it: whole lines, from `start` to `end`."""

    start: int
    end: int
    words: str
    own: bool
    """Whether the program has written it."""
    level: int = 0
    """Of a bullet; 0 for any other line."""


class Standing:
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
    def kept(self) -> list[Unit]:
        """The lines that stay: an editor's, and those above an editor's detail."""
        whole = [unit for unit in (self._headline, self._lead) if unit and not unit.own]
        return [*whole, *self._staying()]

    def _staying(self) -> list[Unit]:
        stay: list[Unit] = []
        detail = 0
        for unit in reversed(self._bullets):
            if not unit.own or unit.level < detail:
                stay.append(unit)
                detail = unit.level
        return stay[::-1]

    def changed(self, headline: str, lead: str, bullets: Sequence[str], summary: Sequence[str]) -> str:
        """The text with the new lines, each with the remarks below it, in place of the program's own."""
        edits = [*self._front(headline, summary)] if self._headline and self._headline.own else []
        if self._headline and self._headline.own:
            edits.append(self._in_place(self._headline, headline))
        if self._lead and self._lead.own and lead:
            edits.append((self._lead.start, self._lead.end, f"{lead}\n"))
        stay = self._staying()
        gone = [unit for unit in self._bullets if unit not in stay]
        edits += [(unit.start, unit.end, "") for unit in gone]
        last = self._bullets[-1] if self._bullets else self._lead or self._headline
        # Not between an editor's detail and the bullet that it is of.
        at = next((unit.start for unit in gone if unit.level == 1), last.end if last else None)
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

    def _front_units(self) -> Iterator[Unit]:
        at = 0
        while at < self._start:
            unit = self._unit(at)
            if unit.own and unit.words:
                yield unit
            at = max(unit.end, at + 1)

    def _below(self, unit: Unit) -> str:
        start, end = self._line(self._line(unit.start)[1])
        return self._text[start:end].strip()

    def _found(self, words: str | None) -> Unit | None:
        at = self._text.find(words, self._start) if words else -1
        return self._unit(at) if at >= 0 else None

    def _line(self, at: int) -> tuple[int, int]:
        end = self._text.find("\n", at)
        return self._text.rfind("\n", 0, at) + 1, end + 1 if end >= 0 else len(self._text)

    def _unit(self, at: int, level: int = 0) -> Unit:
        start, end = self._line(at)
        line = self._text[start:end].strip()
        own = line in self._own
        while own and end < len(self._text):
            below = self._text[slice(*self._line(end))].strip()
            if remark_of(below) is None or below not in self._own:
                break
            end = self._line(end)[1]
        return Unit(start, end, words_of(line), own, level)

    def _in_place(self, unit: Unit, words: str) -> tuple[int, int, str]:
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
