"""설명의 별표 수가 본문의 별표와 다릅니다. | A remark opens with another number of stars than the text has.

왜: 본문에 *와 **가 있는데 설명이 *와 ***이면 둘째 설명은 걸릴 곳이 없다.
Why: Where the text has * and ** and the remarks * and ***, the second remark hangs on nothing.
Bad:
  - 새 버스*가 다니는 전용 차로**를 엶
  * 수소를 쓰는 버스
  *** 시내 12km 구간
Good:
  - 새 버스*가 다니는 전용 차로**를 엶
  * 수소를 쓰는 버스
  ** 시내 12km 구간
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from donghyang.check.rule import Hit
from donghyang.check.rules.form._printed import printed, whole_line
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "star-count"
CLASS = "reference"
SEVERITY = "warning"

_REMARK = lazily(r"\s*(?P<stars>\*{1,4})(?!\*)\s*(?=[^\s*])(?!.*\*\*)")
_EMPHASIS = lazily(r"(?:^|(?<=[\s(“‘]))\*\*(?=\S)")
"""Two stars before a word are a converter's."""
_STARS = lazily(r"(?<=[가-힣A-Za-z0-9)）」』’”'\"%])(?P<stars>\*{1,4})(?![*0-9A-Za-z])")


@dataclass(slots=True)
class _Stretch:
    """Lines with stars and the remarks right below them."""

    starred: list[tuple[int, Passage]] = field(default_factory=list)
    remarks: list[tuple[int, Passage]] = field(default_factory=list)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Remarks whose stars no word above has, where the others have theirs or a word has stars without a remark."""
    if "**" not in sheet.document.text:
        return
    for stretch in _stretches(sheet):
        yield from _held(stretch)


def _stretches(sheet: Sheet) -> Iterator[_Stretch]:
    stretch = _Stretch()
    for passage in sheet.passages:
        line = whole_line(sheet, passage) if passage.part != "cell" else printed(sheet, passage)
        remark = _REMARK.match(line)
        if remark is not None and passage.part != "cell":
            stretch.remarks.append((len(remark["stars"]), passage))
            continue
        if stretch.remarks:
            yield stretch
            stretch = _Stretch()
        if not _EMPHASIS.search(line):
            stretch.starred += [(len(found["stars"]), passage) for found in _STARS.finditer(line)]
    yield stretch


def _held(stretch: _Stretch) -> Iterator[Hit]:
    words, remarks = ({count for count, _ in side} for side in (stretch.starred, stretch.remarks))
    loose, bare = remarks - words, words - remarks
    if not words or not remarks or max(words | remarks) == 1:
        return
    if loose and (bare or remarks & words):
        for count, line in stretch.remarks:
            if count in loose:
                yield _hit(line, f"위에는 별표 {count}개가 없습니다.", f"no word above has {count} stars.")
    elif bare and len(stretch.remarks) == len(stretch.starred):
        seen: Counter[int] = Counter()
        for count, line in stretch.remarks:
            seen[count] += 1
            if seen[count] > sum(one == count for one, _ in stretch.starred):
                yield _hit(line, f"별표 {count}개가 두 번 나옵니다.", f"{count} stars stand twice.")


def _hit(line: Passage, ko: str, en: str) -> Hit:
    return Hit(*line.span, Message(ko, en))
