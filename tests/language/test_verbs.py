"""How verbs begin before their endings."""

from __future__ import annotations

import re

import pytest

from donghyang.language.verbs import beginnings, either

FORMS = [
    ("낮추", ["낮춘다", "낮출", "낮춤", "낮춰", "낮췄다", "낮추어"], ["낮은"]),
    ("높이", ["높인", "높여", "높였다", "높임"], ["높은"]),
    ("오르", ["오른", "올라", "올랐다"], ["올해"]),
    ("빠르", ["빨라", "빠른"], ["빨간"]),
    ("늘", ["늘어", "느는", "늚"], ["느낀"]),
    ("줄", ["줄여", "주는", "준"], ["주로"]),
    ("머물", ["머문", "머물렀다", "머뭅니다"], ["머무른"]),
    ("달하", ["달해", "달했다", "달함"], ["달라"]),
    ("커지", ["커졌다", "커진", "커져"], ["커피"]),
    ("되", ["된", "됨", "돼", "됐다"], ["대"]),
]


@pytest.mark.parametrize(("stem", "held", "not_held"), FORMS, ids=[form[0] for form in FORMS])
def test_a_stem_begins_all_its_forms(stem: str, held: list[str], not_held: list[str]) -> None:
    forms = beginnings(stem)
    assert all(word.startswith(forms) for word in held)
    assert not any(word.startswith(forms) for word in not_held)


def test_lists_hold_stems_in_all_forms() -> None:
    falls = re.compile(either("donghyang.check", "fall", "more_fall"))
    assert all(falls.match(word) for word in ("낮춘다", "떨어졌다", "깎여", "감소"))
    assert not falls.match("높였다")
