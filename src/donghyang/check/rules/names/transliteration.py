"""중국 이름의 한글 표기가 외래어 표기법과 다릅니다. | A Chinese name is not written by the national rules.

왜: 같은 이름이 글마다 달리 적히면 찾을 수도 이을 수도 없다. 한자가 곁에 있으면 표기법대로 적을 수 있다.
Why: A name spelled at will cannot be found again. Where the Chinese stands beside it, the rules give one spelling.
Bad: 류시(柳溪) 시장은 샤오슈친(肖淑琴) 교수를 만났고, 샤오슈친 교수가 답함
Good: 류시(柳溪) 시장은 샤오수친(肖淑琴) 교수를 만나 농업강국(農業強國)을 논의
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.miswritten import miswritten
from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import elsewhere, judged_pairs, names_in, starts_inside
from donghyang.check.names.verdicts import by_rules, corrected
from donghyang.check.rule import Hit
from donghyang.check.rules.names._titles import titled
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import established
from donghyang.language.gazetteer import called
from donghyang.language.hanja import families
from donghyang.language.ordinary import ordinary
from donghyang.records import Fix, Message

ID = "transliteration"
CLASS = "transliteration"
SEVERITY = "warning"

_DIVISIONS = "省市县区"
"""No given name ends so: 高新区."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names beside their Chinese form, and the other places where the wrong form stands."""
    taken: set[int] = set()
    wrong: dict[str, tuple[str, Pair]] = {}
    forms: dict[str, dict[str, Pair]] = {}
    for pair, _ in judged_pairs(sheet):
        forms.setdefault(pair.plain, {}).setdefault(pair.hangul, pair)
    for pair, verdict in judged_pairs(sheet):
        if verdict == "fine" and (spelled := _person(sheet, pair)):
            yield Hit(
                *pair.whole, _message(pair, spelled, True), (), Fix(spelled + sheet.text[pair.end : pair.whole[1]])
            )
        if verdict not in ("sound", "mixed", "place") or _has_own_form(sheet, pair):
            continue
        right = by_rules(pair)
        if right.replace(" ", "") == pair.hangul.replace(" ", ""):
            continue
        taken.add(pair.start)
        if names_in(right) != names_in(pair.hangul):
            wrong.setdefault(names_in(pair.hangul), (right, pair))
        others = tuple(other.whole for form, other in forms[pair.plain].items() if form != pair.hangul)
        yield Hit(*pair.whole, _message(pair, right, verdict == "mixed"), others, _fix(sheet, pair, right))
    words = ordinary()
    sure = {  # 허베이 beside 合肥 may be the right name of the other places
        form: found
        for form, found in wrong.items()
        if len(form) > 1 and form not in words and not _is_province(form) and found[1].count("sound", "near", "wrong")
    }
    for form, places in elsewhere(sheet, sure).items():
        right, pair = sure[form]
        for start, end in places:
            if start not in taken:
                taken.add(start)
                yield Hit(start, end, _message(pair, right, False), related=(pair.whole,))


def _is_province(form: str) -> bool:
    """Is it a name that texts give without characters, so that those of one place may be what is wrong?"""
    return any(place.level == "province" for place in called(form))


def _has_own_form(sheet: Sheet, pair: Pair) -> bool:
    """Is it a foreign firm, a known name cut short, or a miswritten one? Other rules tell their forms."""
    known = established(pair.plain)
    if known is None:
        return miswritten(sheet, pair) is not None
    return known.abroad or starts_inside(sheet, pair)


def _person(sheet: Sheet, pair: Pair) -> str | None:
    """A person's name by sound whose given name, a word by chance, stands in Korean (왕해양 for 王海洋); else None.

    Where the family name sounds alike in both languages, another name of the text must be written by sound.
    """
    family, *given = pair.steps
    if not (len(family.hanja) == 1 and family.hanja in families() and [step.way for step in given] == ["word"]):
        return None
    if len(given[0].hanja) > 2 or pair.plain[-1] in _DIVISIONS or not titled(sheet, pair):
        return None
    by_sound = family.way == "sound" or any(other.count("sound") for other, _ in judged_pairs(sheet))
    right = pair.hangul[: given[0].start - pair.start] + "".join(sounds_of(pair.plain)[1:])
    return right if by_sound and right != pair.hangul else None


def _message(pair: Pair, right: str, mixed: bool) -> Message:
    how = " 한자음과 중국음이 섞였습니다." if mixed else ""
    mix = " it mixes Korean and Chinese sounds." if mixed else ""
    return Message(
        f"'{pair.hanja}'은(는) 표기법으로 '{right}'입니다.{how}", f"'{pair.hanja}' is '{right}' by the rules.{mix}"
    )


def _fix(sheet: Sheet, pair: Pair, right: str) -> Fix | None:
    """The corrected Hangul with its bracket, where nothing but single syllables is off."""
    if pair.count("wrong") or corrected(pair) is None or pair.hangul == right:
        return None
    return Fix(right + sheet.text[pair.end : pair.whole[1]])
