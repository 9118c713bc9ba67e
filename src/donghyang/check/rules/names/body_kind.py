"""한 기관이 곳에 따라 다른 종류로 적혔습니다. | One body is called one kind here and another there.

왜: 거래소와 거래센터, 대학과 대학교가 섞이면 둘인지 하나인지 알 수 없다.
Why: Where one body is now an exchange, now a centre, the reader cannot tell one from two.
Bad: 대전 녹색거래소를 열고, 대전 녹색거래센터는 배출권을 거래함
Good: 대전 녹색거래소를 열고, 대전 녹색거래소는 배출권을 거래함. 세종 녹색거래센터와 협력
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.names._compounds import Word, two, words_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily

ID = "body-kind"
CLASS = "name-variant"
SEVERITY = "note"

_BODY = lazily(rf"(?P<stem>[가-힣·]{{4,}}?)(?P<kind>{tables.either(__package__, 'compound_kinds')})$")
_KIN = {"원": "소", "연구원": "소", "연구소": "소", "거래소": "소", "대학교": "대학", "학회": "협회"}
"""Kinds of bodies that are taken for one another; a 위원회 and a 센터 are two."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """One stem with two kinds of body behind it, with the same word before it, in one article."""
    groups: dict[tuple[int | None, str, str], dict[str, list[Word]]] = {}
    for word in words_of(sheet):
        found = _BODY.match(word.text)
        if found:
            key = (word.article, word.before, f"{_academy(found['stem'])} {_kin(found)}")
            groups.setdefault(key, {}).setdefault(word.text, []).append(word)
    for (_, before, _), forms in groups.items():
        if len(forms) < 2 or not (before or all(text.endswith(("대학", "대학교")) for text in forms)):
            continue
        usual = max(forms, key=lambda text: len(forms[text]))
        for text, group in forms.items():
            if text != usual:
                yield Hit(*group[0].span, two(text, usual), related=(forms[usual][0].span,))


def _kin(found: re.Match[str]) -> str:
    """The kind of body, one name for those taken for one another: 거래소 and 거래센터, not 위원회 and 센터."""
    is_centre = found["kind"].endswith("센터") and found[0].endswith(("거래센터", "연구센터"))
    return "소" if is_centre else _KIN.get(found["kind"], found["kind"])


def _academy(stem: str) -> str:
    """이공 and 공과 both put 理工; nothing else is taken for the same."""
    return stem.replace("공과", "이공")
