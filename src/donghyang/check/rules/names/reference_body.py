"""참고자료는 성(省)의 청인데 글은 중앙 부처입니다. | The cited title names a provincial body, the text a ministry.

왜: 省科技厅은 성 과학기술청이다. 과기부로 적으면 지방의 정책이 국가의 정책이 된다.
Why: 省科技厅 is a province's department; called a ministry, a province's policy becomes the country's.
Bad:
  01
  구이저우성, 연구기기 공유 방법 발표
  ■ 과기부와 재정부는 연구기기 공유 방법을 발표(3.2)
  참고자료
  ☑ 省科技厅 省财政厅关于印发科研仪器共享办法的通知
  https://www.example.cn/2026-03-02/1.html
Good:
  01
  구이저우성, 연구기기 공유 방법 발표
  ■ 과기청과 재정청은 연구기기 공유 방법을 발표(3.2)
  참고자료
  ☑ 省科技厅 省财政厅关于印发科研仪器共享办法的通知
  https://www.example.cn/2026-03-02/1.html
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.hanja import hangul_readings
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.words import words
from donghyang.records import Message

ID = "reference-body"
CLASS = "reference"
SEVERITY = "warning"

_HALL = lazily("(?<=[省区市])(?P<core>[一-龥]{2,8}?)厅")
_MINISTRY = lazily("(?P<core>[一-龥]{2,10})部")
_WHERE = "(?<![가-힣])"
_NOT_BEHIND = "(?!장|문|분|품|터)"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ministries of the text whose provincial counterpart alone stands in the cited titles, and nowhere in the text."""
    for article in sheet.articles:
        titles = simplify("\n".join(passage.text for passage in article.of("reference")))
        halls = {found["core"]: found[0] for found in _HALL.finditer(titles)}
        for core, hall in halls.items():
            if f"{core}部" not in titles and core in _ministries():
                yield from _named(article, hall, _ministries()[core])


def _named(article: ArticleLines, hall: str, forms: tuple[str, ...]) -> Iterator[Hit]:
    text = article.text(KOREAN)
    if any(re.search(rf"{re.escape(form[:-1])} ?청", text) for form in forms):
        return
    search = lazily(rf"{_WHERE}(?:{'|'.join(map(re.escape, forms))}){_NOT_BEHIND}")
    for passage in article.of(*KOREAN):
        for found in search.finditer(passage.text):
            message = Message(
                f"참고자료에는 '{found[0]}'이(가) 아니라 '{hall}'입니다.",
                f"the cited title has '{hall}', a province's.",
            )
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)


@cache
def _ministries() -> dict[str, tuple[str, ...]]:
    """The Chinese name of a ministry without its 部 -> how it is called in Korean, in full and as it is read."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words():
        name = _MINISTRY.fullmatch(word.chinese) if word.kind == "agency" else None
        if name is not None and word.korean.endswith("부"):
            read = "".join((hangul_readings(char) or ("",))[0] for char in name["core"]) + "부"
            found[name["core"]] = tuple(dict.fromkeys((word.korean, read)))
    return found
