"""본문이 부르는 주나 문헌의 번호가 목록에 없습니다. | The text cites a note or a source that the list does not have.

왜: 문헌이 [1]~[3]인데 본문이 [4]를 부르면 번호가 틀렸거나 문헌이 빠진 것이다.
Why: Where the list has [1] to [3] and the text cites [4], the number is wrong or a source is lost.
Bad:
  - 새 버스가 다님[1]
  - 요금은 동결[3]
  [1] 春江日报, 2025.3.2
  [2] 春江晚报, 2025.3.4
Good:
  - 새 버스가 다님[1]
  - 요금은 동결[2]
  [1] 春江日报, 2025.3.2
  [2] 春江晚报, 2025.3.4
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._counting import odd_one
from donghyang.check.rules.form._printed import whole_line
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "note-cited"
CLASS = "reference"
SEVERITY = "warning"

_LABEL = r"(?P<label>주|각주|자료|문헌|참고)?\s?"
_SIGNS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (lazily(rf"\s*\[{_LABEL}(?P<n>[0-9]{{1,2}})\]"), lazily(rf"(?<=\S) ?\[{_LABEL}(?P<n>[0-9]{{1,2}})\]")),
    (
        lazily(rf"\s*{_LABEL}(?P<n>[0-9]{{1,2}})\)\s?(?=\S)"),
        lazily(rf"(?<=[가-힣”’」』]){_LABEL}(?P<n>[0-9]{{1,2}})\)"),
    ),
    (
        lazily(rf"[\[<【(]?(?P<label>{tables.either(__package__, 'enclosures')}) ?(?P<n>[0-9]{{1,2}})(?![0-9가-힣])"),
        lazily(
            rf"(?<=[\[<【( 은는이가을를과와,])(?P<label>{tables.either(__package__, 'enclosures')}) ?"
            r"(?P<n>[0-9]{1,2})(?![0-9차년월번])"
        ),
    ),
)
"""How an entry of a list opens, and how it is cited."""
_LEAST = 2
"""Entries that make a list."""
_DIGIT = lazily(r"[0-9]\]|[0-9]\)|[가-힣] ?[0-9]")

_Cites = list[tuple[int, Passage, re.Match[str]]]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Numbers cited that the list of their kind lacks; cites that go in order, each once, but for one."""
    lines = [(passage, whole_line(sheet, passage)) for passage in sheet.passages if _DIGIT.search(passage.text)]
    for opens, cites in _SIGNS:
        listed: dict[str, list[int]] = {}
        cited: dict[str, _Cites] = {}
        for passage, line in lines:
            entry = opens.match(line) if passage.part != "cell" else None
            if entry is not None:
                listed.setdefault(entry["label"] or "", []).append(int(entry["n"]))
            for found in cites.finditer(passage.text):
                if entry is None or found.start() > entry.end():
                    cited.setdefault(found["label"] or "", []).append((int(found["n"]), passage, found))
        for label, numbers in listed.items():
            yield from _held(numbers, cited.get(label, []))


def _held(numbers: list[int], cited: _Cites) -> Iterator[Hit]:
    if len(numbers) < _LEAST or numbers != list(range(1, len(numbers) + 1)):
        return
    loose = [one for one in cited if one[0] not in numbers]
    if len(loose) == 1 and len(cited) > 1:
        number = loose[0][0]
        yield _hit(loose[0], f"{number}번은 목록에 없습니다.", f"the list has no number {number}.")
    elif not loose and len(cited) == len(numbers) and (at := odd_one([one[0] for one in cited])) is not None:
        yield _hit(cited[at], f"{at + 1}번의 자리입니다.", f"this is the place of number {at + 1}.")


def _hit(cite: tuple[int, Passage, re.Match[str]], ko: str, en: str) -> Hit:
    _, passage, found = cite
    start = found.end() - len(found[0].lstrip())
    return Hit(passage.start + start, passage.start + found.end(), Message(ko, en))
