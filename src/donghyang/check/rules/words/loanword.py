"""외래어 표기가 표준과 다릅니다. | A loan word is not spelled by the standard.

왜: 국립국어원의 용례와 다르게 적힌 외래어다. 찾기에서 빠지고 글마다 달라진다. 회사와 행사의 이름은 그대로 둔다.
Why: The National Institute lists another spelling; search misses the word. Names of firms and events stay as they are.
Bad: 데이타 컨퍼런스에서 비젼을 발표
Good: 데이터 콘퍼런스에서 비전을 발표. 가람네트웍스와 ‘2025 미래 컨퍼런스’
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.hangul import PARTICLES, with_particle
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "loanword"
CLASS = "transliteration"
SEVERITY = "note"

_OTHERS = ("의", "에", "에서", "에는", "에도", "도", "만", "들", "과의", "와의", "이나", "나")
_PARTICLES = "|".join(sorted((*PARTICLES, *_OTHERS), key=len, reverse=True))
_TAIL = (
    "산업|기술|사업|시장|분야|기업|제품|업체|서비스|시스템|개발|분석|전환|기반|관리|협력|교육|인력|제작|"
    "하(?=[고는며여게])"
)
"""Common words that may be glued to a loan word without making it a name."""
_HEAD = "빅|메타|디지털|글로벌|온라인|모바일|공공|교육|문화|국제|학술|기술|정보|콘텐츠|뉴스|개인|하이|바이오"
_QUOTED = lazily(r"[‘“「『《〈<'\"][^‘’“”「」『』《》〈〉<>'\"\n]{1,60}[’”」』》〉>'\"]")
_OFFICIAL = lazily(r"[ 가-힣]{0,12}\((?:[A-Za-z0-9&'’.: -]*[A-Z]){2}")
"""The English name of an event or a body behind it."""
_OPENS = lazily(r"(?:^|[,.·:;(/‘’“”'\"] ?|[은는을를의에와과로고며한할인된운및등든] |이번 |각종 )$")
"""What stands before a word that opens its phrase; one behind another noun may be the end of a name (코바나 컨텐츠)."""
_NUMBERED = lazily(r"(?:제 ?[0-9]+[회차]|[12][0-9]{3}년?) (?:[가-힣A-Za-z·&]+ ){0,5}$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every wrong form of `loanwords.tsv` that stands as a word of its own, outside of names."""
    right = _right_forms()
    if not (wrongs := sheet.standing(right)):
        return
    pattern = lazily(
        rf"(?:(?<![가-힣A-Za-z0-9&])(?:{_HEAD})?)(?P<word>{'|'.join(wrongs)})"
        rf"(?:(?P<particle>{_PARTICLES})?(?![가-힣A-Za-z])|(?={_TAIL}))"
    )
    for passage in sheet.of(KOREAN):
        text = passage.text
        quoted: list[tuple[int, int]] | None = None
        for found in pattern.finditer(text):
            start, end = found.span("word")
            if quoted is None:
                quoted = [name.span() for name in _QUOTED.finditer(text)]
            if any(a < start < b for a, b in quoted) or _in_a_name(text, start, end):
                continue
            wrong, particle = found["word"], found["particle"] or ""
            fixed = with_particle(right[wrong], particle) if particle in PARTICLES else right[wrong] + particle
            changes = fixed != right[wrong] + particle
            is_safe = _OPENS.search(text[max(0, found.start() - 4) : found.start()]) is not None
            yield Hit(
                passage.start + start,
                passage.start + end + (len(particle) if changes else 0),
                Message(f"표준 표기는 '{right[wrong]}'입니다.", f"the standard spelling is '{right[wrong]}'."),
                fix=Fix(fixed if changes else right[wrong]) if is_safe else None,
            )


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Does the English name of a body or an event stand behind the word, or its year or number before it?"""
    return _OFFICIAL.match(text, end) is not None or _NUMBERED.search(text[max(0, start - 40) : start]) is not None


@cache
def _right_forms() -> dict[str, str]:
    """The right form of every wrong one."""
    return {row[0]: row[1] for row in tables.read(__package__, "loanwords.tsv")}
