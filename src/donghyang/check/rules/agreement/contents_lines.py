"""차례의 줄이 본문의 제목과 다릅니다. | A line of the contents disagrees with the heading in the text.

왜: 짜임새가 다른 글에서도 차례의 번호와 제목은 본문의 것과 같고, 쪽 번호는 차례로 커진다.
Why: In any layout the contents repeat the numbers and the headings of the text, and the pages go up.
Bad:
  차례
  1. 동부선 개통
  2. 서부선 요금 인상
  1. 동부선 개통
  차량 20대를 투입했다.
  2. 서부선 요금 동결
  내년까지 그대로이다.
Good:
  차례
  1. 동부선 개통
  2. 서부선 요금 동결
  1. 동부선 개통
  차량 20대를 투입했다.
  2. 서부선 요금 동결
  내년까지 그대로이다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._headlines import PAGE, differences, off
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters, ratio
from donghyang.language.patterns import lazily
from donghyang.records import Message
from donghyang.report.layout.openers import opener_of
from donghyang.report.stream import Line

ID = "contents-lines"
CLASS = "contents-body"
SEVERITY = "warning"

_HEAD = lazily(r"\W*(?:[가-힣 ]{0,6} ?)?(?:목 ?차|차 ?례|contents)\W*$", 2)
_LONGEST_HEAD = 14
_MOST = 60
"""Lines of a contents page that is looked at."""
_LONGEST = 80
"""Letters of a line that can be a heading."""
_SENTENCE = lazily(r"(?:다|음|함|됨|임)\.?$|[.。]$")
_ALIKE = 0.6
"""How much a line and its heading share."""
_NUMBERED_ALIKE = 0.34
"""The same for lines that bear the same number."""
_CLEARLY = 0.1
"""By how much the nearest is nearer than the next."""
_CODE = lazily(r"(?P<part>[A-Z])-(?P<number>[0-9]{1,2})\s+(?=\S)")
"""A number within a part: A-2."""
_LONG = 5
"""Letters by which a heading that is cut short in one of the two is known."""
_KNOWN = 2
"""So many lines that have their heading show how the contents number them; then a number alone tells the pair."""
_SECOND = lazily(r"\s?[:：]\s?|\s[-–—]\s")
"""Between a heading and its second half, which may stand below it in the text."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its number and the words behind it, the page left out."""

    passage: Passage
    key: tuple[str, int | None]
    words: Passage
    page: int | None


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines between a head of contents and the text, each against the heading with its number or nearest in words.

    A contents page that the reading understood is left to the rule contents.
    """
    if sheet.issue.contents and any(section.articles for section in sheet.issue.sections):
        return
    lines = list(_lines(sheet))
    head = next((at for at, line in enumerate(lines) if _is_head(line.passage)), None)
    if head is None:
        return
    end = _end(lines, head + 1)
    entries, body = lines[head + 1 : end], lines[end:]
    yield from _pages(entries)
    if entries and body:
        yield from _held(entries, body)


def _lines(sheet: Sheet) -> Iterator[_Line]:
    """The lines that are no cells, as the layouts of reports number them."""
    passages = iter(sheet.lines)
    for reading in sheet.readings:
        if reading.line.grid is None:
            passage = next(passages)
            if passage.text:
                yield _line(passage, *_opened(reading.line, passage))
        for _ in reading.cells():
            next(passages)


def _opened(line: Line, passage: Passage) -> tuple[tuple[str, int | None], Passage]:
    if code := _CODE.match(passage.text):
        return (code["part"], int(code["number"])), replace(
            passage, start=passage.start + code.end(), text=passage.text[code.end() :]
        )
    opener = opener_of(line)
    at = passage.text.find(opener.words) if opener.number is not None and opener.words else -1
    if at < 0:
        return (opener.key, opener.number), passage
    return (opener.key, opener.number), replace(passage, start=passage.start + at, text=passage.text[at:])


def _line(passage: Passage, key: tuple[str, int | None], words: Passage) -> _Line:
    found = PAGE.search(passage.text)
    return _Line(passage, key, off(words, PAGE), int(found["page"] or found["said"]) if found else None)


def _is_head(line: Passage) -> bool:
    return len(line.text) <= _LONGEST_HEAD and _HEAD.match(line.text) is not None


def _end(lines: Sequence[_Line], start: int) -> int:
    """Where the contents end: behind the last line with a page, else where its first line is said again."""
    paged = [at for at in range(start, min(start + _MOST, len(lines))) if lines[at].page is not None]
    if len(paged) > 1:
        return paged[-1] + 1
    first = lines[start] if start < len(lines) else None
    for at in range(start + 1, min(start + _MOST, len(lines))):
        line = lines[at]
        if first is not None and (letters(line.passage.text) == letters(first.passage.text) or _again(line, first)):
            return at
    return start


def _again(line: _Line, first: _Line) -> bool:
    return first.key[1] is not None and line.key == first.key


def _pages(entries: Sequence[_Line]) -> Iterator[Hit]:
    """Pages that go down."""
    paged = [entry for entry in entries if entry.page is not None]
    for above, entry in pairwise(paged):
        if (entry.page or 0) < (above.page or 0):
            message = Message(
                f"쪽 번호가 앞의 {above.page}쪽보다 작습니다.",
                f"the page is before that of the line above, {above.page}.",
            )
            yield Hit(*entry.passage.span, message, related=(above.passage.span,))


def _held(entries: Sequence[_Line], body: Sequence[_Line]) -> Iterator[Hit]:
    heads = [line for line in body if len(line.passage.text) <= _LONGEST and not line.passage.marker]
    said = {letters(line.words.text) for line in body}
    known = [entry for entry in entries if letters(entry.words.text) in said]
    taken = {letters(entry.words.text) for entry in known}
    free = [line for line in heads if letters(line.words.text) not in taken]
    for entry in entries:
        words = letters(entry.words.text)
        if any(one.startswith(words) or one.endswith(words) for one in said):
            continue
        yield from _of_entry(entry, free, len(known))


def _of_entry(entry: _Line, free: Sequence[_Line], known: int) -> Iterator[Hit]:
    """The one heading of the same number, or else the one that is nearest in words."""
    numbered = [at for at, line in enumerate(free) if entry.key[1] is not None and line.key == entry.key]
    if len(numbered) == 1:
        head = free[numbered[0]]
        halves = _SECOND.split(entry.words.text, 1)
        if len(halves) > 1 and letters(halves[0]) == letters(head.words.text):
            yield from _second(entry, halves[1], free[numbered[0] + 1 : numbered[0] + 2])
        elif known >= _KNOWN or ratio(entry.words.text, head.words.text) >= _NUMBERED_ALIKE:
            yield from differences(entry.words, head.words)
        return
    near = sorted(
        ((ratio(entry.words.text, line.words.text, _ALIKE), at) for at, line in enumerate(free)), reverse=True
    )
    best, at = near[0] if near and not numbered else (0.0, 0)
    if best >= _ALIKE and _may_be(entry, free[at]) and (len(near) == 1 or best - near[1][0] >= _CLEARLY):
        yield from differences(entry.words, free[at].words)


def _may_be(entry: _Line, line: _Line) -> bool:
    """Can the line be the heading: no sentence, and not the same words with more or fewer of them behind."""
    mine, theirs = letters(entry.words.text), letters(line.words.text)
    added_behind = (
        len(mine) > _LONG < len(theirs) and abs(len(mine) - len(theirs)) > _LONG and mine[:_LONG] == theirs[:_LONG]
    )
    return _SENTENCE.search(line.passage.text) is None and not added_behind


def _second(entry: _Line, half: str, below: Sequence[_Line]) -> Iterator[Hit]:
    """The second half of a line beside what stands below the heading in the text."""
    at = entry.words.text.rindex(half)
    mine = replace(entry.words, start=entry.words.start + at, text=half)
    for line in below:
        if ratio(half, line.passage.text, _ALIKE) >= _ALIKE and letters(half) != letters(line.passage.text):
            yield from differences(mine, line.passage)
