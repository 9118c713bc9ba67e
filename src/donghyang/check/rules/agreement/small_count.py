"""옮겨 적은 개수가 본문과 다릅니다. | A small number of things is told otherwise than in the article.

왜: 요약의 '5개 연구과제'를 본문이 늘 '4개 연구과제'라 하면 하나가 틀렸다. 작은 수라도 세는 말이 같으면 같은 것이다.
Why: 'Five research tasks' where the article always has four of just that name: one of the two is wrong.
Bad:
  01
  해양청, 5개 연구과제 지원
  ■ 연구를 지원함(3.2)
  - 올해 4개 연구과제에 6억 위안을 지원
Good:
  01
  해양청, 4개 연구과제 지원
  ■ 연구를 지원함(3.2)
  - 올해 4개 연구과제에 6억 위안을 지원
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.native import WORDS, number_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "small-count"
CLASS = "summary-body"
SEVERITY = "warning"

_NUMBER = rf"(?P<number>[2-9]|{WORDS})"
_COUNTED = lazily(
    rf"(?<![0-9.,~∼·가-힣]){_NUMBER} ?(?P<unit>개|대|건|종|가지|곳|개소) ?"
    r"(?P<noun>(?:[가-힣]{2,3} )?[가-힣]{3,8}?)(?=[을를은는이가의에와과도로]?(?:[ ,.)·〉>]|$)|에서|에는|으로)"
)
"""A noun of two letters stands with the particle behind it, the same in both places: 9개 기관과."""
_TURNS = lazily(
    rf"(?<![0-9.,~∼·가-힣]){_NUMBER} ?(?P<unit>차례|갈래|단계)(?P<noun>)(?=에 걸쳐|로 나|로 구분|로 진행|에 나)"
)
"""Into how many turns or stages one thing is divided."""
_OF_SOME = lazily(r"(?:중|가운데|이상|나머지|추가|신규|기존|각|매년|상위|주요|이 밖|외) ?$|[0-9]차 ?$")
"""Before a count of some of them, or of another round."""
_LEAD = 8


def find(sheet: Sheet) -> Iterator[Hit]:
    """Counts below ten of headline, lead and summary, whose unit and noun the article has with one other number."""
    lines: dict[int, list[Passage]] = {}
    for line, article in retellings(sheet, "headline", "lead"):
        lines.setdefault(article.index, []).append(line)
    for index, above in lines.items():
        mine = _told(above)
        body = [line for line in sheet.articles[index].of(*BODY) if line.part != "cell"] if mine else []
        theirs = _told(body)
        for key, numbers in mine.items():
            told = theirs.get(key, {})
            if len(numbers) == len(told) == 1 and numbers.keys() != told.keys() and not _are_parts(sheet, told):
                yield _hit(key[0], *numbers.items(), *told.items())


def _told(lines: list[Passage]) -> dict[tuple[str, str], dict[int, list[Span]]]:
    """Where lines count what, by unit and noun, then by number."""
    found: dict[tuple[str, str], dict[int, list[Span]]] = {}
    for line in lines:
        for one in (*_COUNTED.finditer(line.text), *_TURNS.finditer(line.text)):
            if not _OF_SOME.search(line.text, max(0, one.start() - _LEAD), one.start()):
                span = (line.start + one.start(), line.start + one.end("unit"))
                number = number_of(None, one["number"]) if one["number"].isdigit() else number_of(one["number"], None)
                found.setdefault((one["unit"], one["noun"]), {}).setdefault(number, []).append(span)
    return found


def _are_parts(sheet: Sheet, told: dict[int, list[Span]]) -> bool:
    """Does a line count so many twice, of two parts of the thing: 쓰촨 측 3개 기관, 충칭 측 3개 기관?"""
    lines = [sheet.at(start) for spans in told.values() for start, _ in spans]
    return len({line.start for line in lines if line}) < len(lines)


def _hit(unit: str, mine: tuple[int, list[Span]], theirs: tuple[int, list[Span]]) -> Hit:
    """What is told less often is likelier to be wrong; of two told as often, the retelling."""
    wrong, right = (theirs, mine) if len(theirs[1]) < len(mine[1]) else (mine, theirs)
    message = Message(f"다른 곳에는 '{right[0]}{unit}'입니다.", f"elsewhere it is '{right[0]}{unit}'.")
    return Hit(*wrong[1][0], message, (right[1][0],))
