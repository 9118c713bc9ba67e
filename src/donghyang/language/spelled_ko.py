"""Figures in Korean words: 두 가지, 일백억, 삼분의 이, 절반; and the words that only begin like one (세계, 이상)."""

from __future__ import annotations

import re
from decimal import Decimal

from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import Figure, figure_of, is_year, nothing, refused, refused_from
from donghyang.language.numeral_units import attach_unit
from donghyang.language.numerals_ko import NATIVE_PATTERN, SINO_PATTERN, read_ko, read_native
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at

FRACTION = lazily(
    rf"(?:(?P<whole>{SINO_PATTERN})[과와] )?"
    rf"(?P<below>[0-9]++(?:[.,][0-9]++)?(?: ?[십백천만억조])*|{SINO_PATTERN})분의 ?"
    rf"(?P<minus>마이너스 )?(?P<above>[0-9]+|{SINO_PATTERN})"
)
_BARE = lazily(
    "만 ?[1-9일이삼사오육칠팔구]?[천백](?![가-힣]{2})(?: ?[1-9일이삼사오육칠팔구]백)?(?: ?[0-9]{1,3}(?![0-9]))?"
    "|천 ?[1-9]백"
)
_SINO = lazily(SINO_PATTERN)
_NATIVE = lazily(NATIVE_PATTERN)
_TAIL = lazily("(?:입니다|이다|보다|[은는이가을를과와의만로도])?")
_ATTACHED = frozenset("개명건배살달")
_OF_ONE = frozenset(("명", "개", "건", "배", "시간", "달"))
"""What 한 counts; 한 번, 한 곳, 한 편, 한 층 are idioms more often than counts."""
_TOO_COMMON = frozenset("이일사오구영공조")
_LENGTHS = frozenset(("년", "개월", "주", "시간", "퍼센트"))
_COPULAS = frozenset(("인", "일", "도"))
"""Endings and particles that look like units close behind a word: 구조인, 하나인, 책무구조도."""
_DOES = lazily("(?:[야게고자로지려라]|기[는도만]) $")
"""Before 하나 as a verb: 어떻게 하나, 해야 하나."""
_COUNTING = frozenset(("하나", "둘", "셋", "넷"))
_OF_A_VERB = lazily("둘 ?(?:필요|것|수 |때|예정|계획|방침|경우|뿐|정도)")
"""염두에 둘 필요: 두다, not two."""
_NOTHING_BESIDE = frozenset(("", "\n", "\t"))


def korean(text: str, start: int) -> Figure | None:
    """The figure in Korean words that begins at `start`, the beginning of a word; None when there is none."""
    share = FRACTION.match(text, start)
    if share and share["below"] and share["above"] and not share["below"].isdigit():
        return fraction(share)
    if text.startswith("절반", start):
        return figure_of(start, start + 2, Decimal("0.5"), share=True)
    bare = _BARE.match(text, start)
    if bare:
        return _bare(text, start, bare.end())
    native = _NATIVE.match(text, start)
    if native:
        return _native(text, start, native.end())
    sino = _SINO.match(text, start)
    return _sino(text, start, sino[0].rstrip()) if sino else None


def fraction(found: re.Match[str]) -> Figure:
    """The share that FRACTION found: 3분의 1, 이십과 오분의 삼."""
    printed = found["above"].rstrip()
    kept = printed[:-1] if len(printed) > 1 and printed[-1] in "만조" else printed  # 일만 줘: 만 is a particle
    below, above = read_ko(found["below"]), read_ko(kept)
    whole = read_ko(found["whole"]) if found["whole"] else Decimal(0)
    start, end = found.start(), found.start("above") + len(kept)
    if not below or above is None or whole is None:
        return nothing(start, end)
    return figure_of(start, end, whole + above / below * (-1 if found["minus"] else 1), share=True)


def _bare(text: str, start: int, end: int) -> Figure | None:
    """만 6천 명: one is not said before the highest magnitude. 만 65세 is an age and none of these."""
    figure = figure_of(start, end, read_ko(f"1{text[start:end]}"))
    attached = figure.value is not None and attach_unit(text, figure, spelled=True)
    return figure if attached and figure.unit is not None else None


def _native(text: str, start: int, end: int) -> Figure | None:
    printed = text[start:end]
    value = read_native(printed)
    if value is None or any(" " in word and text.startswith(word, start) for word in refused_from(text[start])):
        return None  # 넷 제로
    spaced = text[end : end + 1] == " "
    if text.startswith("번째", end + spaced):
        return nothing(start, end + spaced + 2)
    unit = unit_at(text, end + spaced)
    if not spaced and unit is not None and unit.form in (_COPULAS if printed not in _COUNTING else (unit.form,)):
        return None  # 하나인, 다섯일
    if unit is None or unit.kind == "none":
        alone = (
            printed in _COUNTING
            and not _DOES.search(text[max(0, start - 3) : start])
            and not is_syllable(text[end : end + 1])
            and not _OF_A_VERB.match(text, start)
        )
        return (
            figure_of(start, end, value)
            if alone or (printed == "하나" and text[end : end + 1] in ("만", "를"))
            else None
        )
    if end - start == 1 and not spaced and unit.form not in _ATTACHED:
        return None  # 세대, 세종, 한편, 두산, 네팀
    if text[start] == "한" and unit.form not in _OF_ONE:
        return None
    figure = figure_of(start, end, value)
    return figure if attach_unit(text, figure, spelled=False) and figure.unit else None


def _sino(text: str, start: int, numeral: str) -> Figure | None:
    end = start + len(numeral)
    value = read_ko(numeral) if numeral else None
    if value is None:
        return None
    syllables = len(numeral.replace(" ", ""))
    if text.startswith(("번째", " 번째"), end) and syllables > 1:
        return nothing(start, end)
    if any(len(word) > len(numeral) and text.startswith(word, start) for word in refused_from(text[start])):
        return None
    figure = figure_of(start, end, value)
    if not attach_unit(text, figure, spelled=True):
        return None
    if is_year(text, figure):
        return nothing(start, figure.end)
    if figure.unit is not None:
        if numeral in refused() and figure.unit.form in _COPULAS and figure.end == end + 1:
            return None
        rare = numeral not in _TOO_COMMON or figure.unit.form in _LENGTHS
        return figure if syllables > 1 or (rare and text[end : end + 1] == " ") else None
    if (numeral in refused() or syllables < 2) and not _alone(text, start, end):
        return None
    tail = _TAIL.match(text, end)
    return None if tail and is_syllable(text[tail.end() : tail.end() + 1]) else figure


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line or cell."""
    return (
        text[max(0, start - 2) : start].strip(" ") in _NOTHING_BESIDE
        and text[end : end + 2].strip(" ") in _NOTHING_BESIDE
    )
