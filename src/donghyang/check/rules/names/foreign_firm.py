"""외국 기업의 중국어 이름을 소리대로 적었습니다. | A foreign firm's Chinese name is spelled like a Chinese one.

왜: 施耐德는 슈나이더 일렉트릭이다. 중국음으로 적으면 독자는 모르는 중국 기업으로 안다.
Why: 施耐德 is Schneider Electric; spelled by its Chinese sound, readers take it for a Chinese firm they do not know.
Bad: 선전시는 아이리신(爱立信), 하니웰(霍尼韦尔)과 협약을 맺음
Good: 선전시는 에릭슨(爱立信), 하니웰(霍尼韦尔)과 협약을 맺음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import Established, established
from donghyang.language.nearness import distance, letters
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "foreign-firm"
CLASS = "transliteration"
SEVERITY = "warning"

_FIRM = lazily(r"자동차|그룹|기업|회사|법인|공장|합작|전자|제약|은행|반도체|업체|투자|[가-힣]사(?![가-힣])")
_PERSON = lazily(
    r"교수|원사|연구원|박사|대표|총장|주석|서기|시장|감독|선수|학자|씨(?![가-힣])|시(?![가-힣])|현(?![가-힣])"
)
_NEAR = 0.34
_LEAST = 3


def find(sheet: Sheet) -> Iterator[Hit]:
    """Chinese names of foreign firms beside Hangul that follows their Chinese sound, or comes near the firm's name."""
    for pair, _ in judged_pairs(sheet):
        firm = established(pair.plain)
        if firm is None or not firm.abroad or _is_right(sheet, pair, firm):
            continue
        if (_by_sound(pair) or _nearly(pair, firm)) and _is_meant(sheet, pair, firm):
            name = firm.forms[0]
            yield Hit(
                *pair.whole,
                Message(
                    f"'{pair.hanja}'은(는) 외국 기업 '{name}'입니다.", f"'{pair.hanja}' is the foreign firm '{name}'."
                ),
            )


def _is_right(sheet: Sheet, pair: Pair, firm: Established) -> bool:
    before = letters(sheet.text[max(0, pair.end - 30) : pair.end])
    return any(letters(form) in before for form in firm.forms)


def _by_sound(pair: Pair) -> bool:
    """Does every character stand by its Chinese sound, some of them in no other way?"""
    spoken = pair.count("sound", "near")
    return spoken > 0 and spoken + pair.count("both", "word") >= len(pair.plain)


def _nearly(pair: Pair, firm: Established) -> bool:
    words = pair.hangul.split()
    last = words[-1] if words else ""
    return any(len(form) >= _LEAST and distance(last, form) <= _NEAR for form in firm.forms)


def _is_meant(sheet: Sheet, pair: Pair, firm: Established) -> bool:
    """Is it the firm, and no person or place of those characters? Of words a firm must be spoken of."""
    behind = sheet.text[pair.whole[1] : pair.whole[1] + 12].split("\n")[0]
    if _PERSON.match(behind.lstrip()):
        return False
    return not firm.is_word or _FIRM.search(sheet.text[max(0, pair.start - 14) : pair.start] + behind) is not None
