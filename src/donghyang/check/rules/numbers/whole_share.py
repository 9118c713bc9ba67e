"""전체에서 차지하는 비중이 앞 문장의 전체와 맞지 않습니다. | A share does not fit the whole told just before.

왜: '충전소는 540기임. 광둥성에 108기가 있어 전체의 20%에 해당'의 전체는 앞 문장에 있다.
Why: In '540 stations. 108 stand in Guangdong, 20 % of all' the whole stands in the sentence before.
Bad:
  01
  충전소 현황
  ■ 전국 충전소는 640기로 늘어남(3.2)
  - 이 성에 160기가 있어 전체의 20%에 해당함
Good:
  01
  충전소 현황
  ■ 전국 충전소는 640기로 늘어남(3.2)
  - 이 성에 160기가 있어 전체의 25%에 해당함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import follows, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "whole-share"
CLASS = "share"
SEVERITY = "error"

_OF_ALL = lazily(
    r"(?:이|가|을|를|은|는|으로|로|이며|에)?(?: [가-힣]{1,6}[어아여해워]?,?)?,? "
    r"(?:(?:이는|이들은) )?(?:전체(?: [가-힣]{1,6})?의 |전체에서 |전체 [가-힣]{1,6} (?:가운데|중) )(?:약 )?"
)
_THESE = lazily(r"^(?:이|그)\s?(?:중|가운데)(?:에서)?(?:는|은)?,? ")
_RATE = lazily(r"(?:으로|로|이며|이어서|여서),? (?P<stem>[가-힣]{1,4})(?:율|률|비율|비중)(?:은|는|이)? (?:약 )?")
_AS = lazily(r"(?:으로|로|이며|이고)?,? ?(?:[(（])?(?:약 )?")
_IS = lazily(
    r"(?:이었|였|이다|임|을 ?차지|를 ?차지|에 ?(?:해당|달|이르|이른|불과|그친|그쳤)|로 (?:나타|집계|조사)|[)）])"
)
_WHOLE = lazily(
    r"\s?[)）]?(?:개사|여)?(?:으로|로|이며|임|이다|이었|였|에 (?:이르|이른|달|불과)|[을를] (?:기록|넘|접수|선정|"
    r"운영|모집|뽑|조사|보유)|[이가] (?:등록|접수|참여|운영|있|입주))"
)
"""Behind the figure that a sentence says of all."""
_LOOKED_AT = lazily(
    r"\s?[)）]?[을를] (?:조사|분석|검토|평가|심사|검사|시험|점검|관찰|측정)(?:해|하여|한 결과|했으며|하였으며|한 뒤),? "
)
"""Behind a whole of which a part is picked in the same sentence: 1,200점을 조사해 36점을 골라냄."""
_KIND = lazily(r"(?:이며|인데|이고),? (?:이 ?(?:중|가운데) )?[가-힣A-Za-z]{2,12}(?:이|가) (?:약 )?")
_TAKES = lazily(r"[를을] ?차지")
_TOPIC = lazily(r"[가-힣][은는] (?:총 |모두 |약 )*$")
_OF_SOME = lazily(r"상위|합계|합한|합쳐|이들|각각")
_PART = lazily(r"[^.;0-9]{0,8}(?:전체|전국|총[가-힣]{1,6})의 ")
"""Around a figure that is said of some, or is a part itself: '상위 5곳의 합계는 30억으로 전체의 88%'."""


_THAT_IS = lazily(
    r"(?:이는|이들|(?:이|그|해당|두|세|네) (?:금액|사업|분야|과제|지역|기업|항목|부문)"
    r"(?:의 (?:비중|합계|몫))?[은는이가]),? "
    r"(?:[가-힣]{1,8} )?전체(?: [가-힣]{1,6})?의 (?:약 )?"
)
"""What opens a sentence that says of a part told just before what share it is: 두 사업의 비중은 전체의."""
_OF_WHICH = lazily(r"[^.;0-9]{0,16}[ ,](?:이|그) ?(?:중|가운데)[ ,][^.;0-9]{2,40}")
"""Between a whole and its part: '120억 위안을 투입하며, 이 중 A와 B에 75억 위안'."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Parts with '전체의 x%', and parts that a sentence opens with 그중, against the one whole told before."""
    for sentence in sentences(sheet):
        for at, share in enumerate(sentence.figures):
            if at and share.unit == "%" and share.bound is None:
                yield from _held(sentence, sentence.figures[at - 1], share)
        first = sentence.figures[0]
        if first.unit == "%" and first.bound is None:
            yield from _of_the_last(sentence, first)


def _of_the_last(sentence: Sentence, share: Quantity) -> Iterator[Hit]:
    """'총 120억 위안, 이 중 A에 75억 위안. 이는 전체의 62.5%': whole and part both stand in the sentence before."""
    if not _THAT_IS.fullmatch(sentence.text[: share.start - sentence.start]) or len(sentence.before) < 2:
        return
    whole, part = sentence.before[-2:]
    gap = sentence.between(whole, part)
    same = same_unit(whole, part) and whole.unit == part.unit and whole.kind in ("money", "measure", "count")
    if same and _OF_WHICH.fullmatch(gap) and part.bound is None and whole.bound in (None, "approx"):
        yield from _against([whole], part, share)


def _held(sentence: Sentence, part: Quantity, share: Quantity) -> Iterator[Hit]:
    if part.unit in ("%", "%p", None) or part.kind in ("rank", "multiple") or part.bound is not None:
        return
    gap = sentence.between(part, share)
    own = [one for one in sentence.figures if one.start < part.start and one.unit == part.unit]
    if own:
        looked_at = len(own) == 1 and _LOOKED_AT.match(sentence.behind(own[0])) and _OF_ALL.fullmatch(gap)
        if looked_at or (len(own) == 1 and _is_taken(sentence, own[0], part, share, gap)):
            yield from _against(own, part, share)
        return
    if not (_OF_ALL.fullmatch(gap) or _of_these(sentence, part, share, gap)):
        return
    wholes = [one for one in sentence.before if same_unit(one, part) and one.unit == part.unit]
    if len(wholes) == 1 and _is_whole(sentence, wholes[0]):
        yield from _against(wholes, part, share)


def _is_taken(sentence: Sentence, whole: Quantity, part: Quantity, share: Quantity, gap: str) -> bool:
    """'노선은 1,400km이며 고속철도가 1,260km로 90%를 차지': a kind of what the figure right before counts."""
    kind = _KIND.fullmatch(sentence.between(whole, part))
    taken = _AS.fullmatch(gap) and _TAKES.match(sentence.behind(share))
    return bool(kind and taken) and _TOPIC.search(sentence.ahead(whole)) is not None


def _against(wholes: list[Quantity], part: Quantity, share: Quantity) -> Iterator[Hit]:
    """The share of a part against the one whole there is."""
    if (wholes[0].value or 0) <= (part.value or 0) or wholes[0].high is not None:
        return
    worth = quotient(part, wholes[0], 100)
    if not follows(share, worth):
        figure = shown(middle(worth))
        message = Message(f"'{wholes[0].text}' 가운데 {figure}%입니다.", f"of '{wholes[0].text}' it is {figure} %.")
        yield Hit(share.start, share.end, message, ((wholes[0].start, wholes[0].end), (part.start, part.end)))


def _of_these(sentence: Sentence, part: Quantity, share: Quantity, gap: str) -> bool:
    """'그중 심사를 통과한 것은 224건으로, 통과율은 35%': the rate is named after what was done to the part."""
    if not _THESE.match(sentence.text):
        return False
    rate = _RATE.fullmatch(gap)
    if rate:
        return rate["stem"] in sentence.text[: part.start - sentence.start] or rate["stem"] in ("비", "")
    return bool(_AS.fullmatch(gap)) and _IS.match(sentence.behind(share)) is not None


def _is_whole(sentence: Sentence, figure: Quantity) -> bool:
    behind = sentence.text_before[figure.end - sentence.start_before :]
    if _OF_SOME.search(sentence.ahead(figure)) or _PART.match(behind):
        return False
    return figure.bound in (None, "approx") and _WHOLE.match(behind) is not None
