"""비율이 문장에 적힌 부분과 전체에서 나오지 않습니다. | A share does not follow from the part and the whole told.

왜: '목표 400개 대비 300개, 달성률 75%', '300곳 가운데 절반을 넘는 180곳'은 어떤 차례로 적혀 있든 나눠 볼 수 있다.
Why: In whatever order a part, its whole and the share are told, the share can be worked out.
Bad: 시험 시설은 목표 400개 대비 300개가 완공되어 달성률이 57%
Good: 시험 시설은 목표 400개 대비 300개가 완공되어 달성률이 75%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from donghyang.check.figures.likeness import is_likely
from donghyang.check.figures.operands import follows, is_closed, middle, quotient, rounded, same_unit, shown
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language import tables, verbs
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-share"
CLASS = "share"
SEVERITY = "warning"

_NAMED = lazily(
    r"[가-힣]*(?:비중|비율|점유율|(?<!증가|감소|성장|상승|하락|이자|할인|인상|인하|연평)[율률])(?:은|는|이|"
    r"도)? ?(?:약 |겨우 |무려 )?$"
)
_OF = lazily(r"의 ?(?:약 |거의 |겨우 |무려 |불과 )?$")
_TAKES = lazily(
    rf"\s?(?:[을를] ?(?:{tables.either(__package__, 'takes_share')}|넘|웃)|"
    rf"에 (?:{verbs.either(__package__, 'comes_to')}|못)|"
    r"의 (?:비중|몫|점유)|이다|임|였|이었|인 |로 (?:나타|집계))"
)
_OPENED = lazily(r"\s?[가-힣]{0,3}[(（](?:약 |전체의 )?$")
_CHANGED = lazily(rf"\s?(?:씩|의|을|를|이|가|나|이나)?(?:{UP}|{DOWN})")
_WHOLE_AHEAD = lazily(
    r"(?:전체|총|모두|목표(?:인|치)?|응답[가-힣 ]{0,6}|대상[가-힣 ]{0,4}|전국|매출[가-힣]{0,2}|"
    r"계획)[가-힣]{0,2} ?[^0-9.,;]{0,12}$"
)
_WHOLE_BEHIND = lazily(
    r"[^.;,0-9]{0,14}(?:가운데|중(?![가-힣])|중에서|대비|[을를] (?:조사|분석|점검|평가|시험|대상)|"
    r"에게 )|[)）]?의 ?(?=[0-9절])"
)
_HALF = lazily(
    r"(?:절반|과반(?:수)?)(?P<way> ?(?:이상|을? ?넘|을? ?웃|초과)| ?(?:이하|미만|에 ?못|도 ?(?:안|못)|에도? ?미치지))?"
)
_ROUGHLY = Decimal("0.15")
"""As a share of the whole: what is called a half may be so much more or less."""
_ABOVE = lazily(r" ?(?:이상|을? ?넘|을? ?웃|초과)")
_ASIDE = lazily(r"증가|감소|늘|줄|상승|하락|대비 [0-9.]+%|성장")
_IS_SO = lazily(r"[)）]?(?:으?로|이며|인데),? (?:전체의 |약 |겨우 |불과 )*")
"""Between a part and its own share: 42곳으로 28%."""
_OF_ITS_OWN = lazily(r"(?:의| )?[가-힣 ]{1,5}[율률]")
"""Behind a rate that has a name and need not be of this whole: 120대로 80% 가동률."""
_AMONG = lazily(r"전체|총|가운데|중(?![가-힣])")
"""Without which a share that is not told as one is said of something else."""
_TURNS = lazily(r"[가-힣](?:고|며|으나|지만|는데|나),? ")
_MEASURE = lazily(r"(?:정확도|효율|성공률|수율|[가-힣]{2}[율률])(?:은|는|이|가)")
"""Before shares in brackets that are those of a rate, not of a whole."""
_REACH = 60
"""So far apart are a share and its operands told."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Shares in per cent, and halves, with the part and the whole of their sentence or the one before."""
    for sentence in sentences(sheet):
        for share in sentence.figures:
            if share.unit == "%" and share.value and share.bound in (None, "approx") and share.text[:1] not in "절과반":
                yield from _held(sheet, sentence, share)
        if "절반" in sentence.text or "과반" in sentence.text:
            yield from _halves(sentence)


def _held(sheet: Sheet, sentence: Sentence, share: Quantity) -> Iterator[Hit]:
    told = _told(sheet, sentence, share)
    if _CHANGED.match(sentence.behind(share)):
        return
    if told is None and sum(one.unit == "%" for one in sentence.figures) > 1:
        return
    values = [one for one in (*sentence.before, *sentence.figures) if _is_amount(one)]
    if any(_gives(part, whole, share) for part in values for whole in values if part is not whole):
        return
    pair = _pair(sentence, share, told or "takes") or (_before(sentence, share) if told == "named" else None)
    if pair is not None and (told or _AMONG.search(sentence.text)):
        worth = rounded(middle(quotient(*pair, 100)), share)
        is_so = _IS_SO.fullmatch(sentence.between(pair[0], share)) and not _OF_ITS_OWN.match(sentence.behind(share))
        if told == "bracket" or is_so or is_likely(share, worth):
            yield _hit(share, *pair)


def _told(sheet: Sheet, sentence: Sentence, share: Quantity) -> Literal["bracket", "of", "named", "takes"] | None:
    """How a share is told; None for a figure that is none."""
    ahead = sentence.ahead(share)
    if _OPENED.search(ahead) and is_closed(sheet, share):
        return "bracket"
    if _OF.search(ahead):
        return "of"
    if _NAMED.search(ahead):
        return "named"
    return "takes" if _TAKES.match(sentence.behind(share)) else None


def _is_amount(figure: Quantity) -> bool:
    plain = figure.kind in ("count", "measure", "money") and figure.unit not in (
        None,
        "%",
        "%p",
        "년",
        "월",
        "세",
        "위",
    )
    return plain and figure.bound in (None, "approx") and bool(figure.value)


def _pair(sentence: Sentence, share: Quantity, told: str) -> tuple[Quantity, Quantity] | None:
    """The part and the whole that the words name; None where they leave a choice."""
    near = [one for one in sentence.figures if _is_amount(one) and abs(one.start - share.start) <= _REACH]
    before = [one for one in near if one.start < share.start]
    if not before:
        return None
    if _TURNS.search(sentence.text[before[-1].end - sentence.start : share.start - sentence.start]):
        return None
    if told == "bracket":
        part = before[-1]
        if _MEASURE.search(sentence.text[: share.start - sentence.start]):
            return None
        wholes = [one for one in sentence.figures if one.start < part.start and _is_whole(sentence, one, part)]
        wholes = [one for one in wholes if (one.value or 0) > _FEW and _bears(sentence, one, share)]
        return (part, wholes[0]) if len(wholes) == 1 and part.end == before[-1].end else None
    if _ASIDE.search(sentence.text[before[0].start - sentence.start : share.start - sentence.start]):
        return None
    if told == "of":
        whole = before[-1]
        others = [one for one in before[:-1] if _alike(one, whole)]
        others = others or [one for one in sentence.before if _is_amount(one) and _alike(one, whole)]
        touches = _OF.fullmatch(sentence.between(whole, share))
        return (others[0], whole) if touches and len(others) == 1 and _is_less(others[0], whole) else None
    alike = [one for one in sentence.figures if _is_amount(one) and _alike(one, before[-1])]
    if told == "named" and len(alike) == 2 and alike[1].start < share.start and alike[0].unit == alike[1].unit:
        both = alike[0].value or Decimal(0), alike[1].value or Decimal(0)
        named = [
            one for one in alike if _label(sentence, one) and _label(sentence, one) in sentence.between(alike[1], share)
        ]
        led = any(_is_whole(sentence, one, other) for one, other in (alike, alike[::-1]))
        if len(named) == 1 and not led:
            whole = replace(alike[0], value=sum(both, Decimal(0)), si=None, text=f"{sum(both, Decimal(0)):,f}")
            return (named[0], whole) if not _gives(named[0], whole, share) else None
    if len(alike) != 2 or alike[1].start > share.start:
        return None
    part, whole = sorted(alike, key=lambda one: one.value or 0)
    return (part, whole) if _is_less(part, whole) and _is_whole(sentence, whole, part) else None


def _label(sentence: Sentence, figure: Quantity) -> str:
    """The word right before a figure, "" for one of a letter: 여학생 of '여학생 120명'."""
    words = sentence.ahead(figure).split()
    word = without_particle(words[-1]) if words else ""
    return word if len(word) > 1 else ""


def _before(sentence: Sentence, share: Quantity) -> tuple[Quantity, Quantity] | None:
    """'1,800건 중 720건이 채택되었다. 채택률은 40%': both stand in the sentence before, and the rate opens this one."""
    opens = _OPENS.fullmatch(sentence.text[: share.start - sentence.start])
    amounts = [one for one in sentence.before if _is_amount(one)]
    if opens is None or len(amounts) != 2 or not _alike(*amounts):
        return None
    part, whole = sorted(amounts, key=lambda one: one.value or 0)
    behind = sentence.behind(whole, 30)
    led = _WHOLE_AHEAD.search(sentence.ahead(whole)) or _WHOLE_BEHIND.match(behind)
    return (part, whole) if led and _is_less(part, whole) else None


_OPENS = lazily(r"(?:따라서 |그 |이로써 |이 )?[가-힣]{0,6}[율률](?:은|는|이)? ?(?:약 )?")


_FEW = 10
"""'10명 중 9명(91.6%)' is a rounded way to say the share."""


def _bears(sentence: Sentence, whole: Quantity, share: Quantity) -> bool:
    """Is it the whole of another share of the sentence, where that tells more than one?"""
    others = [one for one in sentence.figures if one.unit == "%" and one is not share]
    parts = [one for one in sentence.figures if _is_amount(one) and one is not whole]
    return not others or any(_gives(part, whole, one) for one in others for part in parts)


def _alike(one: Quantity, other: Quantity) -> bool:
    return same_unit(one, other) and (one.unit == other.unit or one.si_unit is not None)


def _is_less(part: Quantity, whole: Quantity) -> bool:
    return quotient(part, whole)[0] < 1


def _is_whole(sentence: Sentence, figure: Quantity, part: Quantity) -> bool:
    """Do the words make a figure the whole of the part: '총 400개', '400개 가운데', '매출은 400억, 이익은'?"""
    if not _is_amount(figure) or not _alike(figure, part) or not _is_less(part, figure):
        return False
    return bool(_WHOLE_AHEAD.search(sentence.ahead(figure)) or _WHOLE_BEHIND.match(sentence.behind(figure, 30)))


def _gives(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    if not same_unit(part, whole):
        return False
    worth = quotient(part, whole, 100)
    cut = share.value is not None and share.value <= middle(worth) < share.value + step(share)
    return cut or follows(share, worth)


def _halves(sentence: Sentence) -> Iterator[Hit]:
    """'214개사 가운데 절반을 넘는 62개사'."""
    for half in _HALF.finditer(sentence.text):
        at = sentence.start + half.start()
        amounts = [one for one in sentence.figures if _is_amount(one) and abs(one.start - at) <= _REACH]
        if len(amounts) != 2 or not _alike(*amounts) or amounts[0].unit != amounts[1].unit:
            continue
        part, whole = sorted(amounts, key=lambda one: one.value or 0)
        if part is whole or not _is_whole(sentence, whole, part) or whole.start > at or part.value == whole.value:
            continue
        if part.start < whole.start:
            continue  # what stands right before the half is the part: 21억을 집행, 모두 25억 위안으로 전체의 절반
        told = (
            _AS_PART.match(sentence.text, half.end())
            if part.start > at
            else _OF_IT.search(sentence.text[: half.start()])
        )
        share = (part.value or Decimal(0)) / (whole.value or Decimal(1))
        way = half["way"]
        if told is None:
            continue
        over = way is not None and _ABOVE.match(way) is not None
        wrong = (
            (share < _HALF_OF_IT if over else share > _HALF_OF_IT)
            if way
            else abs(share / _HALF_OF_IT - 1) > _ROUGHLY * 2
        )
        if wrong:
            message = Message(
                f"'{whole.text}'의 {shown(share * 100)}%입니다.", f"it is {shown(share * 100)} % of the whole."
            )
            yield Hit(at, sentence.start + half.end(), message, ((whole.start, whole.end), (part.start, part.end)))


_HALF_OF_IT = Decimal("0.5")
_AS_PART = lazily(r"[가-힣 ]{0,6}[인는가이] ?(?:약 )?(?=[0-9])")
_OF_IT = lazily(r"(?:로|으로|이며|이고)[, ][^.;0-9]{0,16}$")


def _hit(share: Quantity, part: Quantity, whole: Quantity) -> Hit:
    worth = shown(middle(quotient(part, whole, 100)))
    message = Message(f"'{whole.text}'의 {worth}%입니다.", f"of '{whole.text}' it is {worth} %.")
    return Hit(share.start, share.end, message, ((part.start, part.end), (whole.start, whole.end)))
