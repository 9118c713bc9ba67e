"""사업 햇수가 본문의 기간과 다릅니다. | The years of a programme are not those of the period that the article tells.

왜: 리드와 요약의 '4년간'은 본문의 '2026년부터 2029년까지'를 센 것이므로 서로 맞아야 한다.
Why: 'Four years' in lead and summary counts the years of the period that the body tells.
Bad:
  01
  연구 거점 구축 사업 착수
  ■ 연구 거점에 5년간 18억 위안을 투입(3.2)
  - 사업 기간은 2023년부터 2026년까지이며 첫해에 3억 위안을 집행함
Good:
  01
  연구 거점 구축 사업 착수
  ■ 연구 거점에 4년간 18억 위안을 투입(3.2)
  - 사업 기간은 2023년부터 2026년까지이며 첫해에 3억 위안을 집행함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "retold-years"
CLASS = "headline-body"
SEVERITY = "warning"

_LONG = lazily(
    r"(?<![0-9~∼])(?P<number>[2-9]|1[0-5])년(?:간|에 걸쳐| 동안) ?(?:총 |모두 |매년 )?(?:약 )?[^.;]{0,30}?"
    r"(?:투입|투자|지원|양성|추진|조성|건설|집행|들여|쓰|시행|운영)"
)
_PERIOD = lazily(
    r"(?:사업|시행|추진|건설|지원|투자|집행|운영|과제|연구) ?기간[)）]?(?:은|:|이)? ?"
    r"['‘’]?(?P<first>(?:20)?[0-9]{2})년?(?:부터|[~∼–-]) ?"
    r"['‘’]?(?P<last>(?:20)?[0-9]{2})년?(?:까지|이|으로|,|$|[)）])"
)
_PAST = lazily(r"(?:최근|지난|과거|이전|앞서|향후)\s?(?:약 )?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'N년간' of headline, lead and summary against the one period of the programme in the body."""
    for line, article in retellings(sheet, "headline", "lead"):
        told = [one for one in _LONG.finditer(line.text) if not _PAST.search(line.text, 0, one.start())]
        if len({one["number"] for one in told}) != 1:
            continue
        body = [one for one in article.of(*PROSE) if one.part not in ("headline", "lead")]
        periods = [(one, found) for one in body for found in _PERIOD.finditer(one.text)]
        lengths = {full_year(found["last"]) - full_year(found["first"]) + 1 for _, found in periods}
        if len(lengths) != 1 or int(told[0]["number"]) in lengths:
            continue
        (length,) = lengths
        where, found = periods[0]
        if length > 1:
            start = line.start + told[0].start()
            message = Message(f"본문의 기간은 {length}년입니다.", f"the period of the article has {length} years.")
            yield Hit(
                start,
                start + len(told[0]["number"]) + 2,
                message,
                ((where.start + found.start("first"), where.start + found.end("last")),),
            )
