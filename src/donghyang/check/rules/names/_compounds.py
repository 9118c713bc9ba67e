"""The words of a text with their neighbours, for names put together from several words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

_WORD = lazily(r"[가-힣A-Za-z0-9·]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its particle."""

    text: str
    span: Span
    before: str
    """The word before it in its phrase, "" where there is none."""
    after: str
    """The word behind it, "" where there is none or a particle ends this one."""
    article: int | None


@once_a_sheet
def words_of(sheet: Sheet) -> list[Word]:
    """The words of the editor's text without their particles, each with its neighbours."""
    return list(_read(sheet))


def _read(sheet: Sheet) -> Iterator[Word]:
    for passage in sheet.of(KOREAN):
        found = list(_WORD.finditer(passage.text))
        for at, word in enumerate(found):
            before = found[at - 1].group() if at and passage.text[found[at - 1].end() : word.start()] == " " else ""
            last = at + 1 == len(found) or passage.text[word.end() : found[at + 1].start()] != " "
            bare = without_particle(word.group())
            span = (passage.start + word.start(), passage.start + word.start() + len(bare))
            after = "" if last or bare != word.group() else without_particle(found[at + 1].group())
            yield Word(bare, span, before, after, passage.article)


def two(one: str, other: str) -> Message:
    """What is said of two forms of one name."""
    return Message(f"'{one}'과(와) '{other}', 이름이 서로 다릅니다.", f"'{one}' here, '{other}' there.")
