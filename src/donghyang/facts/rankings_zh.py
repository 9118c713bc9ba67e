"""Rankings of Chinese pages: 综合得分位居全球第2位, 排名全国第一."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.wording import begin_zh
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily
from donghyang.records import Ranking, RankingRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.facts.statements import Statement

_PLACE = lazily(
    r"(?:排名|位居|位列|名列|居|列|跃居|稳居|升至|跃升至|上升至|连续[^，。；]{0,6}(?:位居|居|保持))(?P<scope>全球|世界|全国|全省|国内|亚洲|中部|西部|全市|行业)?(?:综合)?"
    r"(?:第(?P<rank>[0-9]{1,3}|[一二三四五六七八九十])(?:位|名)?|(?P<first>首位|榜首))(?![0-9批届次期大家个])"
)
_AIM = lazily(r"力争|争取|目标|到20[0-9]{2}年|努力|将(?:位|跃|达)")
_BY = lazily(r"《([^《》]{3,40}(?:指数|报告|榜单|排行榜|排名|榜))》")


def rankings_zh(statement: Statement) -> Iterator[Ranking]:
    """The places that a Chinese sentence tells; who has them stands before, and is None where only a clause does."""
    text = statement.text
    for found in _PLACE.finditer(text):
        clause = begin_zh(text, found.start(), colons=True)
        if _AIM.search(text[max(0, clause - 30) : found.end()]):
            continue
        rank = 1 if found["first"] else int(read_zh(found["rank"]) or 0)
        words = text[clause : found.start()].strip()
        by = _BY.search(text[: found.start()])
        span = statement.span(clause, found.end())
        row = RankingRow(text[clause : found.end()], *span, rank, None)
        yield Ranking(
            text[clause : found.end()], *span, words or None, by[1] if by else None, None, found["scope"], (row,)
        )
