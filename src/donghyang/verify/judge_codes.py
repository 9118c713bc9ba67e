"""Numbers inside names: C919, 长征七号遥七, MU9191, 东北三省."""

from __future__ import annotations

import re

from donghyang.records import Period, Quantity, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.ordinals import Ordinal
from donghyang.verify.reasons import NO_NUMBER

_CODE = re.compile("(?<![A-Za-z0-9])(?P<letters>[A-Za-z]{1,5})-?[0-9]{2,5}[A-Za-z]?(?![0-9A-Za-z])")
_GRADE = re.compile("(?<![A-Za-z0-9.])[0-9][AGDSK](?![A-Za-z0-9])")
"""A digit before its letter (5A급, 6G)."""
_UNIT = re.compile(
    "(?<![A-Za-z0-9.,-])(?P<digits>[0-9]{2,}(?:[.][0-9]+)?) ?"
    "(?P<letters>[CEFHJNPQRX]|[A-Z]{2}|[EPTGM]FLOPS)(?![A-Za-z0-9])"
)
"""M and G are left out: Chinese has words for them (百兆)."""
_DIGITS = "〇一二三四五六七八九"


def judge_codes(case: Case) -> None:
    """Judge the numbers of the sentence that are part of a name."""
    sentence, plain = case.sentence, case.corpus.key.plain
    for code in _CODE.finditer(sentence.text, sentence.start, sentence.end):
        printed = code[0].lower().replace("-", "")
        own = re.search("-*".join(printed), plain)
        other = own or re.search(rf"(?<![a-z]){code['letters'].lower()}-?[0-9]{{2,5}}", plain)
        if other is not None:
            _hold(case, code.span(), found=own is not None, rival=other.span())
    for code in _GRADE.finditer(sentence.text, sentence.start, sentence.end):
        own_ = re.search(rf"(?<![0-9a-z.]){code[0].lower()}(?![0-9a-z])", plain)
        rival = own_ or re.search(rf"(?<![0-9a-z.])[0-9]{code[0][1:].lower()}(?![0-9a-z])", plain)
        if rival is not None:
            _hold(case, code.span(), found=own_ is not None, rival=rival.span())
    _judge_units(case)
    for number in sentence.codes:
        value = int(number.value or 0)
        wanted = re.compile(
            rf"[一-龥“‘]-?(?:{value}(?![0-9])|{_in_characters(value) or value}(?![一二三四五六七八九十]))"
        )
        place = case.first_of(wanted, case.near_for(sentence.segment_at(number.start)))
        _hold(case, (number.start, number.end), found=place is not None, rival=place)


def _judge_units(case: Case) -> None:
    """A figure with a unit in letters that is no measure (500P): a source has both, or nothing is known of it, since
    another figure of the unit may be of another thing."""
    sentence, plain = case.sentence, case.corpus.key.plain
    placed: list[Quantity | Period | Ordinal] = [*sentence.quantities, *sentence.periods, *sentence.ordinals]
    taken = [(one.start, one.end) for one in placed]
    for unit in _UNIT.finditer(sentence.text, sentence.start, sentence.end):
        if any(start < unit.end() and unit.start() < end for start, end in taken):
            continue
        letters = unit["letters"].lower()
        own = re.search(rf"(?<![0-9.,]){re.escape(unit['digits'])} ?{letters}(?:flops?)?(?![a-z])", plain)
        _hold(case, unit.span(), found=own is not None, rival=own.span() if own else None)


def _in_characters(value: int) -> str:
    """A number up to 99 as a name spells it (遥十六); "" for any other."""
    tens, ones = divmod(value, 10)
    if not 0 < value < 100:
        return ""
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _hold(case: Case, span: Span, *, found: bool, rival: Span | None) -> None:
    if found:
        case.hold(Judged("name", span, "supported", rival))
    else:
        case.hold(Judged("name", span, "contradicted" if rival else "unsupported", rival, NO_NUMBER))
