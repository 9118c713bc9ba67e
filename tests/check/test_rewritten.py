"""Texts that are right stay without findings when they are rewritten so that they stay right.

What an editor may do to a right report makes no fault: leave a bullet out, exchange two, round what lead and summary
retell, take another bullet for the lead, set a true sentence about something else into an article. Each finding that
the text did not have before is a wrong one, of whatever rule: what this watches for is the alarm that nobody has seen.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from donghyang import check, report
from donghyang.report import Part

FOLDER = Path(__file__).parent / "clean"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.txt"))}
SEED = 20261130


@dataclass(frozen=True)
class Line:
    """A line of a report, its marker apart, and what the interpreter took it for; blank lines are "text"."""

    marker: str
    words: str
    part: Part
    article: int | None

    @property
    def printed(self) -> str:
        return self.marker + self.words


Rewriting = Callable[[list[Line], random.Random], list[Line]]

_MARKER = re.compile(r"^(?:#+ )?\s*(?:[-○●ㅇ•◦□■*]+\s+)?")
_LINKED = re.compile(
    r"(?:\([^)]*\)\s*)?(?:이\s?[중가를는]|이[를에와]|나머지|그\s?중|이들|또한|특히|한편|다만|이번|[①-⑳]|[가-하]\.|\()"
)
"""The beginning of a line that hangs on the one before, or is one of a numbered list."""


def lines_of(text: str) -> list[Line]:
    document = report.document(text)
    read = {
        text.count("\n", 0, one.line.span[0]): one
        for one in report.interpret(document).readings
        if one.line.grid is None
    }
    found = []
    for at, printed in enumerate(text.split("\n")):
        marker = _MARKER.match(printed)
        one = read.get(at)
        cut = len(marker[0]) if marker and one else 0
        found.append(Line(printed[:cut], printed[cut:], one.part if one else "text", one.article if one else None))
    return found


def _is_bullet(line: Line) -> bool:
    return line.part == "bullet" and len(line.words) > 30


def _bullets(lines: list[Line], article: int | None) -> list[str]:
    """What bullets of an article say that stands for itself."""
    own = [line.words for line in lines if line.article == article and _is_bullet(line)]
    return [words for words in own if not _LINKED.match(words) and "*" not in words]


def leave_out(lines: list[Line], dice: random.Random) -> list[Line]:
    return [line for line in lines if not (_is_bullet(line) and not _LINKED.match(line.words) and dice.random() < 0.2)]


def exchange(lines: list[Line], dice: random.Random) -> list[Line]:
    """Bullets of one level that stand right below one another change places."""
    found = list(lines)
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        alike = one.marker == other.marker and one.article == other.article
        if alike and _is_bullet(one) and _is_bullet(other) and not _LINKED.match(other.words) and dice.random() < 0.5:
            found[at - 1], found[at] = other, one
    return found


_CLOSE = re.compile(
    r"(?<![\d.,~조억만] )(?<![\d.,~총약제])(\d{1,3}(?:,\d{3})+|\d{3,})( ?)(명|개|건|곳|편)(?![가-힣]*[(（])"
)
_SHARE = re.compile(r"(?<![\d.,~약])(\d{1,2})\.\d%(?!p)(?= [증늘감줄])")
_BEFORE_LOOSE = re.compile(r"(?:약|총|모두|각각|제|합계)\s?$")


def round_off(lines: list[Line], dice: random.Random) -> list[Line]:
    """Lead and summary tell 1,234명 as 1,200여 명, and 12.4% 증가 as 12%대 증가."""

    def loose(found: re.Match[str]) -> str:
        number = int(found[1].replace(",", ""))
        unit = 10 ** (len(str(number)) - 2)
        if number % unit == 0 or _BEFORE_LOOSE.search(found.string, 0, found.start()):
            return found[0]
        return f"{number // unit * unit:,}여{found[2] or ' '}{found[3]}"

    def told(words: str) -> str:
        return _SHARE.sub(r"\1%대", _CLOSE.sub(loose, words))

    return [replace(line, words=told(line.words)) if line.part in ("lead", "summary") else line for line in lines]


_TOLD_ON = re.compile(r"\s*\(\d+\.\d+\.?\)\s*$")


def lead_otherwise(lines: list[Line], dice: random.Random) -> list[Line]:
    """Another bullet is the lead, and no bullet any more."""
    taken: set[tuple[int | None, str]] = set()
    found = []
    for line in lines:
        others = _bullets(lines, line.article) if line.part == "lead" and line.article is not None else []
        if len(others) > 1:
            words = dice.choice(others)
            taken.add((line.article, words))
            day = _TOLD_ON.search(line.words)
            line = replace(line, words=words + (day[0] if day else ""))
        found.append(line)
    return [line for line in found if line.part != "bullet" or (line.article, line.words) not in taken]


ASIDES = (
    "한편 세계 시장 규모는 2024년 2,340억 달러로 전년보다 7.6% 커짐",
    "한편 유럽에서는 연구소 14곳이 참여하는 시험에 기업 37개사가 장비 216대를 내놓음",
    "한편 일본의 관련 특허는 1,874건으로 10년 전의 1.9배이며, 대학이 22.5%를 보유",
    "한편 미국은 2031년까지 5억 7,000만 달러를 들여 인력 2,650명을 양성할 방침",
)
"""True of other things than any article's; none of their figures can be worked out from those of an article."""


def set_aside(lines: list[Line], dice: random.Random) -> list[Line]:
    """A sentence about something else behind the first bullet of an article."""
    found: list[Line] = []
    seen: set[int | None] = set()
    for line in lines:
        found.append(line)
        if _is_bullet(line) and line.article is not None and line.article not in seen:
            seen.add(line.article)
            found.append(replace(line, words=dice.choice(ASIDES)))
    return found


REWRITINGS: tuple[Rewriting, ...] = (leave_out, exchange, round_off, lead_otherwise, set_aside)
_AT_ONCE = 2
"""Rewritings of one text."""


def said_of(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in check.check(report.document(text))]


def rewritten(text: str, dice: random.Random) -> str:
    """A text in two ways at once that change it, by turns, so that all see every layout; in fewer where no more do."""
    lines, changed = lines_of(text), 0
    for rewriting in dice.sample(REWRITINGS, len(REWRITINGS)):
        before, lines = lines, rewriting(lines, dice)
        changed += lines != before
        if changed == _AT_ONCE:
            break
    return "\n".join(line.printed for line in lines)


@pytest.mark.parametrize("name", TEXTS)
def test_a_right_text_stays_right(name: str) -> None:
    text = TEXTS[name]
    fresh = set(said_of(rewritten(text, random.Random(f"{SEED} {name}"))))
    assert not fresh - (set(said_of(text)) if fresh else set())
