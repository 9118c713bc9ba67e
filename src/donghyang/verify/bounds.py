"""Bounds that words around a figure set and its reader does not see: 仅充至七成, 10조 위안에 못 미쳤다."""

from __future__ import annotations

import re
from dataclasses import replace

from donghyang.facts.bounds import HOW_FAR
from donghyang.records import Quantity

_BEFORE = 20
"""Characters before a figure of the source in which such a word stands."""
_ONLY = re.compile("仅[一-龥]{0,3}$")
_BEYOND = re.compile("(?:超过|突破|高于)了?[^，。；0-9]{1,14}的$")
_BELOW = re.compile("(?:不及|不足|不到|未达到?|达不到|低于)[^，。；0-9]{1,8}的$")
_SHORT = re.compile(
    "(?:에(?:는|도)?|을|를)? ?(?:소폭|조금|약간|다소|크게|훨씬|아직|여전히)? ?"
    "(?:미달|하회|밑[돌도돈돎]|못 ?미[쳤치쳐친침칠]|미치지 못|이르지 못|달하지 못|도달하지 못|채 안)"
)
_NEAR = re.compile(" ?에? ?(?:가까[이운웠]|육박|근접)")
_NOT_OVER = re.compile("[을를]? ?(?:넘지 (?:못|않)|초과하지 (?:못|않))")
_OVER = re.compile(
    f"[을를이가]? ?(?:(?:{HOW_FAR}|조금|약간|살짝|처음으로) )?"
    "(?:넘[겼긴김었어은는음을길겨게고으]|웃[돌도돈돎]|상회|돌파|뛰어넘)"
)


def bounded_before(text: str, figure: Quantity) -> Quantity:
    """A figure of the source without a bound, with what words before it set.

    It is not gone beyond (仅充至七成), or nearly reached (时隔近, where 近 elsewhere says a recent time); a share is
    gone beyond (超过了总销量的50%); a part is not reached (不及邻省的一半).
    """
    if figure.bound is not None:
        return figure
    before = text[max(0, figure.start - _BEFORE) : figure.start]
    if _ONLY.search(before):
        return replace(figure, bound="<=")
    if before.endswith("时隔近"):
        return replace(figure, bound="approx", text="近" + figure.text, start=figure.start - 1)
    if figure.kind == "percent" and _BEYOND.search(before):
        return replace(figure, bound=">")
    if figure.kind == "multiple" and _BELOW.search(before):
        return replace(figure, bound="<")
    return figure


def bounded_behind(text: str, figure: Quantity) -> Quantity:
    """A figure with the bound that words behind it set: 10조 위안에 못 미쳤다."""
    if _SHORT.match(text, figure.end) or _NEAR.match(text, figure.end):
        return replace(figure, bound="<")
    if _NOT_OVER.match(text, figure.end):
        return replace(figure, bound="<=")
    if figure.bound is None and _OVER.match(text, figure.end):
        return replace(figure, bound=">")
    return figure
