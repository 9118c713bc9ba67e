"""Raised and lowered figures as characters that keep their place: 10⁵ is no 105, and the mark of a note no digit."""

from __future__ import annotations

import re

_SIGNS = "+\\-−–‐－＋"
_FIGURES = re.compile(rf"[{_SIGNS}]?[0-9０-９]+(?:[{_SIGNS},~∼～、][0-9０-９]+)*[{_SIGNS}]?\)?")
"""An exponent, a charge, or marks of notes: -3, 2+, 1), 1,2."""
_RAISED = str.maketrans("0123456789０１２３４５６７８９+＋-−–‐－", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2 + "⁺" * 2 + "⁻" * 5)
_LOWERED = str.maketrans("0123456789０１２３４５６７８９", "₀₁₂₃₄₅₆₇₈₉" * 2)
_DIGIT = re.compile(r"[0-9０-９]")


def raised(before: str, text: str) -> str:
    """Raised `text` as it reads behind `before`: 5 is ⁵, -3 is ⁻³, 1) is ¹).

    What has no raised characters stays as it is (1st, 南方+), behind a digit with "^" where it would be taken for more
    of the number (10^0.5, 2^(2k)).
    """
    if text == "n":
        return "ⁿ"
    if _FIGURES.fullmatch(text):
        return text.translate(_RAISED)
    behind_digit = _DIGIT.fullmatch(before[-1:]) is not None
    if behind_digit and len(text) == 1 and text in _SIGNS.replace("\\", ""):
        return text.translate(_RAISED)  # its figure follows in a run of its own
    if behind_digit and _DIGIT.match(text):
        return f"^{text}" if re.fullmatch(r"[0-9.]+", text) else f"^({text})"
    return text


def lowered(text: str) -> str:
    """Lowered `text` as it reads: 2 is ₂; what is more than figures stays as it is (PM2.5, NOx)."""
    return text.translate(_LOWERED) if re.fullmatch(r"[0-9０-９]+", text) else text
