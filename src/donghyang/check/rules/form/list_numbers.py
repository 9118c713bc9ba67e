"""번호를 매긴 줄의 번호가 빠지거나 되풀이됩니다. | A number is missing or repeated among numbered lines.

왜: '①, ②, ②'나 '가, 나, 라'는 한 줄을 고치거나 지우고 번호를 그대로 둔 것이다.
Why: '①, ②, ②' and 'a, b, d' are left over from an edit: a line was put in, or taken out, and the numbers stayed.
Bad:
  버스 노선 세 곳 지정
  ① 동부 노선
  ② 서부 노선
  ② 남부 노선
Good:
  버스 노선 세 곳 지정
  ① 동부 노선
  ② 서부 노선
  ③ 남부 노선
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghyang.check.figures.native import ORDINALS
from donghyang.check.rule import Hit
from donghyang.check.rules.form._counting import odd_one
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span
from donghyang.report.grammar import HANGUL_ORDER
from donghyang.report.layout.openers import opener_of

ID = "list-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_COUNTS = lazily(
    r"^[^가-힣\s]{0,2}(?:[0-9Ⅰ-Ⅹ①-⒛⓪-⓿❶-➓㉠-㉻IVX]|[A-Z가-하][.)])"
    r"|^[\[<【〈(]?[가-힣A-Za-z]{1,12}[ -]?[0-9]{1,2}|^제 ?[0-9]"
)
"""A cheap look: only such lines can open with a number."""
_LABELLED = lazily(
    rf"^(?P<open>[\[<【〈]?)(?P<label>{tables.either(__package__, 'counted_labels')}) ?(?P<n>[0-9]{{1,2}})"
    r"(?:[\].>】〉:]| )"
)
_ORDINAL = lazily(rf"^(?P<word>{'|'.join(ORDINALS)})(?:째|번째| 번째)[,는로 ]")
_ELSEWHERE: tuple[tuple[Part, ...], ...] = (("section",), ("headline", "number"))
"""Lines of these alone are counted by rules of their own."""
_LEVELS = 4
"""Lists of one sign that stand in one another."""
_PARAGRAPH = lazily(r"[0-9][조항]?\s?$")
"""What stands before the sign of a law's paragraph: 법 §12①, 제3조 ②."""
_LAW = 3
_INSIDE = (
    lazily(r"(?P<c>[①-⑳])"),
    lazily(r"(?:^|(?<=[\s,;:]))(?P<n>[1-9])\)(?=[ 가-힣A-Za-z])"),
    lazily(r"(?:^|(?<=[\s,;:]))\((?P<n>[1-9])\)(?=[ 가-힣A-Za-z])"),
    lazily(rf"(?:^|(?<=[\s.,;:]))(?P<h>[{HANGUL_ORDER}])\)(?=[ 가-힣A-Za-z])"),
    lazily(rf"(?:^|(?<=[.;] )|(?<=[며고] )|(?<=[며고], ))(?P<w>{'|'.join(ORDINALS)})째(?=[,는로 ])"),
)
"""How items are counted inside a line: ①, 1), (1), 가), 첫째."""
_ANY_INSIDE = lazily(rf"[①-⑳]|[1-9{HANGUL_ORDER}]\)|째")


_HEAD = 4
"""Letters by which a heading that is said again is known."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A line that opens with a number."""

    number: int
    words: str
    line: Passage
    at: int
    """Which of all lines it is."""


_Run = list[_Item]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lists of any sign that begin at 1, and the one number in them that does not follow on."""
    for items in _by_sign(sheet).values():
        for run in _runs(items):
            parts = {item.line.part for item in run}
            if not any(parts <= set(own) for own in _ELSEWHERE):
                yield from _odd(run)
    for passage in sheet.passages:
        yield from _inside(passage)


_Sign = tuple[str, bool, int | None]


def _by_sign(sheet: Sheet) -> dict[_Sign, list[_Item]]:
    """The numbered lines by their way of numbering; those of the contents page, and of each article, apart."""
    found: dict[_Sign, list[_Item]] = {}
    lines = iter(sheet.lines)
    for at, reading in enumerate(sheet.readings):
        if reading.line.grid is None:
            line = next(lines)
            opened = _opened(reading.line.text) if line.text else None
            if opened is None and line.text and reading.line.role is None and _COUNTS.match(reading.line.text):
                opener = opener_of(reading.line)
                opened = (opener.key, opener.number, opener.words) if opener.number is not None else None
            if opened is not None:
                key, number, words = opened
                own = None if any(line.part in parts for parts in _ELSEWHERE) else line.article
                sign = key, line.part in ("contents", "cover"), own
                found.setdefault(sign, []).append(_Item(number, words, line, at))
        for _ in reading.cells():
            next(lines)
    return found


def _opened(text: str) -> tuple[str, int, str] | None:
    """What the layouts of reports do not count by: pictures, enclosures, questions; 첫째, 둘째."""
    if found := _ORDINAL.match(text):
        return "첫째", ORDINALS.index(found["word"]) + 1, text[found.end() :]
    if found := _LABELLED.match(text):
        return f"{found['open']}{found['label']}", int(found["n"]), text[found.end() :]
    return None


def _runs(items: list[_Item]) -> Iterator[_Run]:
    """The lists that the lines of one sign make, those within others apart."""
    open_: list[_Run] = []
    for item in items:
        level = next((at for at in reversed(range(len(open_))) if open_[at][-1].number + 1 == item.number), None)
        if level is None and (item.number == 1 or not open_) and not _is_again(open_, item):
            open_.append([item])
        elif level is None:
            open_[-1].append(item)
        else:
            yield from open_[level + 1 :]
            del open_[level + 1 :]
            open_[level].append(item)
        if len(open_) > _LEVELS:
            yield open_.pop(0)
    yield from open_


def _is_again(open_: list[_Run], item: _Item) -> bool:
    """Is a 1 right below a 1 its neighbour's number said again?"""
    above = open_[-1][-1] if open_ else None
    return above is not None and above.number == item.number == 1 and above.at + 1 == item.at


def _odd(run: Sequence[_Item]) -> Iterator[Hit]:
    """What is said of the one number that breaks a list; nothing of a heading that the next page repeats."""
    at = odd_one([item.number for item in run])
    if at is None:
        return
    item, near = run[at], run[at - 1 if at else 1]
    if item.number != near.number or not _same_head(letters(item.words), letters(near.words)):
        yield _hit(item.number, item.line.span, near.number, near.line.span)


def _hit(number: int, span: Span, before: int, above: Span) -> Hit:
    if number == before:
        message = Message(f"{number}번이 두 번 나옵니다.", f"number {number} stands twice.")
    else:
        message = Message(f"{before}번 다음이 {number}번입니다.", f"number {number} follows on {before}.")
    return Hit(*span, message, related=(above,))


def _inside(passage: Passage) -> Iterator[Hit]:
    """Numbers inside one line, each list from its 1 on."""
    if not _ANY_INSIDE.search(passage.text):
        return
    for shape in _INSIDE:
        run: list[tuple[int, Span]] = []
        for found in shape.finditer(passage.text):
            if _PARAGRAPH.search(passage.text[max(0, found.start() - _LAW) : found.start()]):
                continue
            number = _value(found)
            if number == 1:
                yield from _odd_inside(run)
                run = []
            run.append((number, (passage.start + found.start(), passage.start + found.end())))
        yield from _odd_inside(run)


def _value(found: re.Match[str]) -> int:
    name = str(found.lastgroup)
    sign = found[name]
    if name == "n":
        return int(sign)
    if name == "w":
        return ORDINALS.index(sign) + 1
    return HANGUL_ORDER.index(sign) + 1 if name == "h" else ord(sign) - ord("①") + 1


def _odd_inside(run: list[tuple[int, Span]]) -> Iterator[Hit]:
    at = odd_one([number for number, _ in run])
    if at is not None:
        yield _hit(*run[at], *run[at - 1 if at else 1])


def _same_head(one: str, other: str) -> bool:
    size = min(len(one), len(other), _HEAD)
    return size > 0 and one[:size] == other[:size]
