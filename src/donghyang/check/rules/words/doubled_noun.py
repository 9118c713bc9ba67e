"""한 마디에서 같은 명사가 꾸밈말과 꾸밈을 받는 말에 되풀이됩니다. | One noun stands twice in a clause, once too often.

왜: '기술을 이용한 기술', '시장은 … 시장 규모가'의 하나는 고쳐 쓰다 남은 말이다.
Why: In 'technology that uses technology' one of the two is left over from rewriting.
Bad: 저온 접합 공정을 이용한 공정을 통해 불량을 줄임
Good: 저온 접합 기술을 이용한 공정을 통해 불량을 줄임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "doubled-noun"
CLASS = "doubled-word"
SEVERITY = "note"

_NOUN = (
    "기술|공정|방식|방법|체계|시스템|장치|설비|소재|재료|모델|플랫폼|시장|산업|"
    "계획|사업|정책|제도|과정|구조|기능|연구|센터|기업|제품"
)
_USED = lazily(
    rf"(?<=[가-힣A-Za-z0-9] )(?P<noun>{_NOUN})(?:을|를) (?:이용|활용|사용|적용|도입)(?:한|하는|된) (?P=noun)"
    r"(?=[을를은는이가의과와로으])"
)
_COUNTED = lazily(
    r"(?<![가-힣])(?P<noun>[가-힣]{2,8}) ?[0-9][0-9,]*(?:건|개|곳|종|편|명|대|기|척|개사|개소)의 (?P=noun)"
    r"(?=[이가을를은는] )"
)
"""'시범사업 6건의 시범사업을'."""
_OWN = lazily(r"(?<![가-힣])(?P<noun>[가-힣]{2,6})의 (?P=noun)(?=[이가을를은는] )")
_SIZE = lazily(
    r"(?<![가-힣])(?P<noun>시장|산업|사업)(?:은|는) (?:[^,.;\s]{1,14} ){0,3}(?P=noun) (?:규모|크기)[가이는은]"
)
_IS = lazily(
    r"(?:^|(?<=[.,] ))(?:이|해당|동) (?P<noun>계획|사업|정책|제도|방안|조치|기술|법)(?:은|는) "
    r"(?:[^,.;\s]{1,14} ){1,5}(?P=noun)(?:임|이다|이며)"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """'기술을 이용한 기술', '시장은 … 시장 규모가', '이 계획은 … 하는 계획임'."""
    for passage in sheet.of(PROSE):
        for shape in (_USED, _COUNTED, _OWN, _SIZE, _IS):
            for found in shape.finditer(passage.text):
                noun = found["noun"]
                message = Message(f"'{noun}'이(가) 한 마디에 두 번 나옵니다.", f"'{noun}' stands twice in one clause.")
                yield Hit(passage.start + found.start("noun"), passage.start + found.end(), message)
