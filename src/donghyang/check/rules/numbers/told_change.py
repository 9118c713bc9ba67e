"""증감이 지난 값과 지금 값에서 나오지 않습니다. | A change does not follow from the earlier and the later value told.

왜: '2022년 8,000톤이던 능력이 1만 2,000톤으로 50% 확대'처럼 지난 값을 풀어 적어도 셈해 볼 수 있다.
Why: 'Capacity, 8,000 tons in 2022, rose by 50 % to 12,000' can be worked out too, however the earlier value is told.
Bad: 2021년 400곳이던 지점은 지난해 600곳으로 40% 늘었음
Good: 2021년 400곳이던 지점은 지난해 600곳으로 50% 늘었음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import follows, is_closed, middle, quotient, same_unit, shown
from donghyang.check.figures.wording import DOWN, FROM, MADE, TO, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import held
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-change"
CLASS = "growth"
SEVERITY = "error"

_WERE = r"(?:이었|였)|에 (?:그치|그친|그쳤|머물|머무|불과|지나지)"
_EARLIER = lazily(
    rf"\s?[)）]?(?:수준|규모|정도|가량)?(?:이던|에서|{_WERE}|(?:인|이|였)?(?:데|으나|지만) ?비해|에 ?비해|보다|대비)"
)
"""Behind a figure that a later one is set against."""
_TOLD_BEFORE = lazily(
    r"\s?[)）]?(?:수준|규모|정도|가량)?(?:이었|였|임|에 (?:그쳤|머물|불과|달했|이르렀|달함)|[을를]? ?(?:기록|"
    r"편성|생산|판매|집행|배정|투입|보유|수출)|"
    r"으로 (?:집계|추산|조사)|로 (?:집계|추산|조사))"
)
_PAST = lazily(r"(?:지난해|전년|작년|지난 [가-힣0-9]{1,4}|(?:19|20)[0-9]{2}년)[^0-9]{0,24}$")
_NOW = lazily(r"(?:올해|금년|현재|이번|올 )[^0-9]{0,20}$")
_THIS = lazily(r"^(?:[가-힣]{1,6} )?(?:올해|금년|올|이듬해|다음 해|이번에는|현재)(?:는|에는|엔)?[, ]")
_TO = lazily(
    r"(?:수준|규모|정도|가량)?(?:으로|로|까지|이 돼|가 돼|이며|에 달해|에 이르러|에 달하며|[을를] 기록해|"
    r"[을를] 기록하며|[을를] [가-힣]{1,3}[려여라아어해]),? ?"
    r"(?:[가-힣0-9]{1,4} ?만에 )?"
    rf"(?:(?:늘며|{MADE}),? )?(?:(?:이|그)(?:보다|에 비해)|무려|모두|총|약|각각)? ?(?:약 )?"
)
"""Between the later value and by how much it rose."""
_RISEN = lazily(
    rf"(?:{UP}|{DOWN})[가-힣]{{0,3}}?(?:[한된난든은진린인]|하여|해|어|여|아|아진|어진|어난|어든),? "
    r"(?:약 |총 |모두 |[가-힣]{2,5}(?<![은는이가을를도의]) )?"
)
"""Between by how much it rose and the later value: '20% 늘어난 60억'."""
_TIMES = lazily(r"(?:이|가)? ?(?:규모|수준|되|됨|됐|된|돼|달|이르)|(?:으)?로 |규모|증가|늘|커|뛰|확대|성장|급증")
_BASE = lazily(r"(?:보다|대비|에 ?비해|에 ?견줘|견주|비교)")
_SAME = lazily(r"(?:^|[\s,])(?:이|그)(?:보다|에 ?비해|와 비교)")
_TOPIC = lazily(r"(?<![가-힣])[가-힣]{2,}(?:은|는|이|가|도|을|를)[ ,]")
_TIME_TOPIC = lazily(
    r"(?:올해|지난해|작년|금년|이듬해|다음 해|현재|당시|[0-9]{1,4}[년월]|이번|올)(?:까지|부터|에)?(?:은|는|엔)?[ ,]"
)


_SOONER = lazily(r" ?(?:빨라|빠르|빠른|단축|앞당)")
_WITHIN = lazily(r"\s?(?:만에|이내에|안에|으로|로|이면)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Changes whose later value stands beside them, and whose earlier one is told before, in whatever words."""
    for sentence in sentences(sheet):
        if not any(one.unit in ("%", "%p") or one.kind == "multiple" for one in sentence.figures):
            continue
        for at, rate in enumerate(sentence.figures):
            if rate.kind == "rank" or rate.bound not in (None, "approx"):
                continue
            if rate.kind == "multiple" and (rate.value or 0) > 1 and _SOONER.match(sentence.behind(rate)):
                yield from _sooner(sentence, at, rate)
                continue
            led = at and _TO.fullmatch(sentence.between(sentence.figures[at - 1], rate))
            if led and _says(rate, sentence.behind(rate)):
                yield from _against(sheet, sentence, sentence.figures[at - 1], rate, sentence.behind(rate))
            elif at + 1 < len(sentence.figures) and rate.unit == "%":
                gap = sentence.between(rate, sentence.figures[at + 1])
                if _RISEN.fullmatch(gap):
                    yield from _against(sheet, sentence, sentence.figures[at + 1], rate, gap)


def _says(rate: Quantity, behind: str) -> bool:
    return rate.kind != "multiple" or _TIMES.match(behind) is not None


def _against(sheet: Sheet, sentence: Sentence, new: Quantity, rate: Quantity, behind: str) -> Iterator[Hit]:
    if new.kind == "rank" or new.bound not in (None, "approx") or new.unit == rate.unit:
        return
    first = min(new.start, rate.start)
    here = [one for one in sentence.figures if one.start < first and same_unit(one, new)]
    if len(here) == 1 and _is_earlier(sentence, here[0], new) and not _other_base(sentence, here[0], new, rate):
        plain = FROM.fullmatch(sentence.between(here[0], new)) and TO.fullmatch(sentence.between(new, rate))
        if not plain and not is_closed(sheet, here[0]) and not _changed_subject(sentence, here[0], new, rate):
            yield from held(here[0], new, rate, behind)
    elif not here:
        yield from _from_before(sentence, new, rate, behind)


def _is_earlier(sentence: Sentence, old: Quantity, new: Quantity) -> bool:
    """Do the words tell an earlier value: '400곳이던', '지난해 400곳에 그친'?"""
    if _NOW.search(sentence.ahead(old)):
        return False
    if _FORMER.search(sentence.ahead(old)) and _OF_IT.match(sentence.behind(old)):
        return True
    return _EARLIER.match(sentence.behind(old)) is not None or _is_dated(sentence, old, new)


_FORMER = lazily(r"(?:^|[ (])(?:기존|종전|이전)(?:의|에는)? (?:약 )?$")
_OF_IT = lazily(r"급 [가-힣]")
"""'기존 30kW급 장치와 같은 부피에서 출력을 70kW로': what there was before, called after its size."""
_DATED = lazily(r"(?P<year>(?:20|['‘’]|(?<![0-9]))[0-9]{2})년(?: [0-9]{1,2}월)?(?: ?말)?(?:에는?)? $")
_STOOD = lazily(r"(?:이|으)?로 (?:세계|전국) [0-9]위(?:였|이었|를 기록)")


def _is_dated(sentence: Sentence, old: Quantity, new: Quantity) -> bool:
    """Do the figures stand behind their years, the earlier one with its rank: 2022년 말 180기로 세계 2위였으며?"""
    years = [found["year"][-2:] if (found := _DATED.search(sentence.ahead(one))) else "" for one in (old, new)]
    return "" < years[0] < years[1] and _STOOD.match(sentence.behind(old)) is not None


def _other_base(sentence: Sentence, old: Quantity, new: Quantity, rate: Quantity) -> bool:
    """Is another base named, behind the earlier value, than that value itself?"""
    words = sentence.text[old.end - sentence.start : max(new.start, rate.start) - sentence.start]
    own = _EARLIER.match(words)
    return _BASE.search(words, own.end() if own else 0) is not None


def _changed_subject(sentence: Sentence, old: Quantity, new: Quantity, rate: Quantity) -> bool:
    """Does the line go on to something else between the two values: a clause with a figure of its own?"""
    between = [
        one for one in sentence.figures if old.end < one.start < new.start and one is not rate and one.kind != "rank"
    ]
    return bool(between)


def _from_before(sentence: Sentence, new: Quantity, rate: Quantity, behind: str) -> Iterator[Hit]:
    """'지난해 지출은 50억 위안이었음. 올해는 이보다 20% 늘어난 60억 위안': the sentence before has one such figure."""
    olds = [one for one in sentence.before if same_unit(one, new)]
    if len(olds) != 1 or not _THIS.match(sentence.text):
        return
    words = sentence.text[: min(new.start, rate.start) - sentence.start]
    at = olds[0].start - sentence.start_before
    told = _TOLD_BEFORE.match(sentence.text_before, olds[0].end - sentence.start_before)
    past = _PAST.search(sentence.text_before[:at])
    topics = [one for one in _TOPIC.finditer(words) if not _TIME_TOPIC.fullmatch(one[0])]
    if _BASE.search(words) and not _SAME.search(words):
        return
    if told and past and not topics:
        yield from held(olds[0], new, rate, behind)


def _sooner(sentence: Sentence, at: int, rate: Quantity) -> Iterator[Hit]:
    """'36시간이 걸리던 일을 18분 만에 해 120배 빨라짐': the earlier time by the later one."""
    times = [one for one in sentence.figures[:at] if one.si_unit == "s"]
    if len(times) != 2 or not _WITHIN.match(sentence.behind(times[1])) or times[0].bound or times[1].bound:
        return
    worth = quotient(times[0], times[1])
    if worth[0] > 1 and not follows(rate, worth):
        figure = f"{shown(middle(worth))}배"
        message = Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {figure}.")
        yield Hit(rate.start, rate.end, message, tuple((one.start, one.end) for one in times))
