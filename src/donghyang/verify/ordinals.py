"""Places in an order: 第四届, 제4회, 首次, 최초, 世界第二, 세계 2위, 嫦娥六号, 창어 6호."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from donghyang.language.numerals_ko import NATIVE
from donghyang.language.numerals_zh import read_zh

OrdinalKind = Literal["rank", "series", "name", "first", "most"]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One place in an order. rank: a place among others; series: the how-manyth; name: a number that is part of a
    name; first: the first ever; most: the greatest."""

    kind: OrdinalKind
    value: int
    start: int
    end: int


_FIND = re.compile(
    r"""
      (?<![0-9])(?P<rank>[0-9]{1,9})\ ?위(?![안원성해협험촉임탁])
    | 제?\ ?(?<![0-9])(?P<series>[0-9]{1,9})\ ?번째
    | (?P<native>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\ ?번째
    | (?<![가-힣])제\ ?(?P<ordinal>[0-9]{1,9})\ ?(?=[회차기대판단진]|항목|[가-힣]{2})
    | (?<![0-9.,])(?P<time>[0-9]{1,3})회(?=\ (?:때|대회|행사|박람회|포럼))
    | (?<![0-9.,])(?P<phase>[0-9]{1,2})기(?=\ ?(?:사업|공사|프로젝트|건설|단계|공정))
    | (?:사업|공사|프로젝트)\ (?P<stage>[0-9]{1,2})기(?![가나-힣])
    | (?P<name>(?<![0-9.,])[0-9]{1,3})\ ?호(?![주남북텔황선환기]|[가-힣]?[기]{2})
    | (?P<first>(?<![가-힣])(?:최초|처음(?!부터)(?:으로)?|사상\ 첫
        |첫(?=\ )(?!\ (?:[0-9]|이틀|사흘|나흘|닷새|엿새|열흘|보름|[두세네]\ ))))
    | (?P<most>(?<![가-힣])(?:최대(?!\ ?[0-9약]|한)|최다|으뜸|선두|최고(?!\ ?[0-9약위경기])|가장\ [가-힣]+))
    # Chinese
    | (?P<zh_phase>(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,9})期
    | (?<=[。；;，：:\n])(?P<zh_item>[一二三四五六七八九])是
    | 第(?P<zh>[0-9]{1,9}(?![0-9])|[一二三四五六七八九十百〇零]+)(?P<tail>位|名|大)?(?![产方])
    | (?P<zh_session>(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})届
    | (?P<zh_name>(?<![0-9.])[0-9]{1,3}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})[”’]?号
    | (?P<zh_second>仅次于|亚军|次席)
    | (?P<zh_rank>首位|居首|榜首|之首|冠军|排首)
    | (?P<zh_first>首(?=[场轮站日映店单期个次批座台家款颗枚条艘套例届季发飞创架部支项块期站航度种片张份只辆列
            违犯展演播秀])
        |率先|最早|填补|历史性|零的突破)
    | (?P<zh_most>最(?!近|终|后|初|新|早)|顶级|顶尖|头号|新高|历史新|纪录|龙头|领跑|领先
        |高峰(?=[年月日值期]?产|[年月日]?负荷|[年月日]?[一-龥]{0,2}量)|峰值)
    """,
    re.VERBOSE,
)


def find_ordinals(text: str) -> list[Ordinal]:
    """The ordinals of a Chinese or Korean text, in order; [] when there are none."""
    found = []
    for match in _FIND.finditer(text):
        ordinal = _ordinal(match)
        if ordinal is not None:
            found.append(ordinal)
    return found


def _ordinal(match: re.Match[str]) -> Ordinal | None:
    span = match.span()
    said = match.groupdict()
    if said["rank"]:
        return Ordinal("rank", int(said["rank"]), *span)
    counted = said["series"] or said["ordinal"] or said["time"] or said["phase"] or said["stage"]
    if counted:
        return Ordinal("series", int(counted), *span)
    if said["native"]:
        return Ordinal("series", NATIVE.get(said["native"], 1), *span)  # 첫 is no numeral
    if said["name"]:
        return Ordinal("name", int(said["name"]), *span)
    chinese = said["zh"] or said["zh_name"] or said["zh_phase"] or said["zh_session"] or said["zh_item"]
    if chinese:
        value = _number(chinese)
        if value is None:
            return None
        kind: OrdinalKind = "name" if said["zh_name"] else "rank" if said["tail"] in ("位", "名") else "series"
        return Ordinal(kind, value, *span)
    if said["zh_second"]:
        return Ordinal("rank", 2, *span)
    if said["zh_rank"]:
        return Ordinal("rank", 1, *span)
    return Ordinal("first" if said["first"] or said["zh_first"] else "most", 1, *span)


def _number(printed: str) -> int | None:
    if printed.isascii():
        return int(printed[:9])
    value = read_zh(printed)
    return None if value is None else int(value)


_TOLD_BY: dict[str, tuple[str, ...]] = {
    "first": ("first", "series", "rank"),
    "most": ("most", "rank", "series"),
    "rank": ("rank", "series", "most"),
    "series": ("series", "first", "rank"),
    "name": ("name", "series"),
}


def tells(source: Ordinal, claim: Ordinal) -> bool:
    """Whether the source's ordinal says what the claim's does: 首位 and 第一 are both 1위, 最大 is 최대 and 1위."""
    return source.value == claim.value and source.kind in _TOLD_BY[claim.kind]
