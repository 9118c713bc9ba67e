"""이름의 번체 글자가 다른 낱말의 번체입니다. | A traditional form in a name belongs to another word.

왜: 간체 한 글자가 번체 두 글자의 것일 때 기계로 바꾸면 皇后가 皇後로, 匯豐이 彙豐으로 된다.
Why: Where one simplified character stands for two traditional ones, a converter turns 皇后 into 皇後, 匯豐 into 彙豐.
Bad: 베이더우(北鬥) 위성과 첸리(千裏)과기, 후이촨기술(彙川技術)이 협력
Good: 베이더우(北斗) 위성과 첸리(千里)과기, 후이촨기술(匯川技術)이 협력하고 어휘(語彙)를 정리
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import is_shortened, is_traditional_only, traditional_forms
from donghyang.language.transliterate import looks_like_person
from donghyang.records import Message

ID = "overconverted"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_HAN = lazily(r"[㐀-鿿]{2,}")


@dataclass(frozen=True, slots=True)
class _Form:
    right: str
    only: tuple[str, ...]
    """The words in which the form is right, where it is wrong in all others; () where `never` tells the wrong ones."""
    never: tuple[str, ...]
    family: bool
    """Whether `right` is a family name and the form is none."""


@cache
def _forms() -> dict[str, _Form]:
    def words(cell: str) -> tuple[str, ...]:
        return () if cell == "-" else tuple(cell.split())

    return {
        wrong: _Form(right, words(only), words(never), family == "family")
        for wrong, right, only, never, family in tables.read(__package__, "overconverted.tsv")
    }


def find(sheet: Sheet) -> Iterator[Hit]:
    """Forms of the table in bracketed Hanja, and short forms among traditional ones in a Chinese name."""
    for pair, _ in judged_pairs(sheet):
        start = pair.hanja_at[0]
        wrong = False
        for at, char in enumerate(pair.hanja):
            form = _forms().get(char)
            if form and _is_wrong(pair, at, form):
                wrong = True
                message = Message(
                    f"'{char}'은(는) 다른 낱말의 번체입니다: 여기서는 '{form.right}'입니다.",
                    f"'{char}' is the traditional form of another word: here it is '{form.right}'.",
                )
                yield Hit(start + at, start + at + 1, message)
        if not wrong and (short := _short(pair)) is not None:
            full = traditional_forms(pair.hanja[short])[0]
            message = Message(
                f"번체 이름에 간체 '{pair.hanja[short]}'이(가) 섞였습니다({full}).",
                f"'{pair.hanja[short]}' is simplified ({full}) in a name of traditional characters.",
            )
            yield Hit(*pair.hanja_at, message, severity="note")


def _is_wrong(pair: Pair, at: int, form: _Form) -> bool:
    hanja = pair.hanja
    if form.family and at == 0 and looks_like_person(pair.plain) and pair.count("sound", "both") == len(hanja):
        return True
    if any(_stands(hanja, at, word) for word in form.never):
        return True
    in_a_word = any(found.start() <= at < found.end() for found in _HAN.finditer(hanja))
    return bool(form.only) and in_a_word and not any(_stands(hanja, at, word) for word in form.only)


def _stands(hanja: str, at: int, word: str) -> bool:
    """Does the word stand around the character at `at`?"""
    return any(
        hanja.startswith(word, at - place) for place, char in enumerate(word) if char == hanja[at] and at >= place
    )


_SHORT = frozenset("云万机术广体号无气国学会医双当点区来声数叶丰")
"""Short forms that traditional text has too, as rare or Japanese characters, and Chinese names do not."""


def _short(pair: Pair) -> int | None:
    """The place of a short form in a name by Chinese sound that is otherwise traditional; None when there is none."""
    if not pair.count("sound") or not any(is_traditional_only(char) for char in pair.hanja):
        return None
    if any(is_shortened(char) and char not in _SHORT for char in pair.hanja):
        return None  # The rule about scripts tells it.
    return next((at for at, char in enumerate(pair.hanja) if char in _SHORT), None)
