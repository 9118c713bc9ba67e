"""The members of a row in Korean, one beside the other: by a middle dot, a comma, 및, 과, or as what one is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT = 7
"""Characters of the longest word that stands in a row without blanks."""
_CLOSE = frozenset({",", "인"})
"""What stands right behind a member."""
_JOINED = frozenset({"과", "인"})
"""Joints that no dot takes the place of."""
_LIGHT = 14
"""Characters of the longest member of a row that a middle dot parts from the next."""
_COUNT = re.compile(r"\d[\d,.]*(?:조|억|만)? ?[가-힣%]")


def _is_light(text: str) -> bool:
    return len(text) <= _LIGHT and not _COUNT.search(text) and "," not in text


def enumerated(texts: Sequence[str], joints: Sequence[str]) -> str:
    """The members, each joined to the one in front of it by its joint: a dot, a comma, 및, 과, or 인."""
    single = _JOINED.isdisjoint(joints) and all(len(text) <= _SHORT and " " not in text for text in texts[:-1])
    if len(texts) > 1 and single and len(texts[-1].partition(" ")[0]) <= _SHORT:
        return "·".join(texts)
    parted = set(joints[:-1]) <= {","} and joints[-1:] in ([","], ["및"]) and "," in joints
    if (
        parted
        and not any("·" in text for text in texts)
        and all(map(_is_light, texts[:-1]))
        and not _COUNT.search(texts[-1])
    ):
        # 차세대 정보기술·인공지능·신소재: reports part the things of a row so, and clauses with commas.
        return "·".join(texts)
    text = texts[0]
    for joint, member in zip(joints, texts[1:], strict=True):
        # 甲与乙: two who act together.
        meet = f"{with_particle(text, '과')} " if joint == "과" else f"{text} {joint} "
        meet = f"{text}{joint} " if joint in _CLOSE else meet
        text = meet + member
    return text
