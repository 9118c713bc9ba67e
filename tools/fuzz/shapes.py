"""Shapes: a few tokens repeated at one place of a report or a page."""

from __future__ import annotations

import html
from dataclasses import dataclass

REPORTS = ("text", "lines", "title", "cell", "row", "rows", "url", "bare")
PAGES = ("page", "paragraphs", "page-title", "page-url", "page-cell", "page-rows", "page-source")

_REPORT = """I
정책동향
01
{title}
■ 로봇 보급 방안을 발표하고 3개 과제를 제시(2.6)
● 2025년까지 100개 기업을 육성하고 30억 위안을 지원할 계획
{body}
〈표 1〉 지역별 현황
지역\t기업 수(개)
베이징(北京)\t12
상하이(上海)\t{cell}
{rows}
참고자료
☑ 机器人推广方案
{url}
"""
_PAGE = """<html><head><title>{title}</title><meta charset="utf-8"><!-- saved from {url} -->
<link rel="canonical" href="{url}"></head><body><h1>{title}</h1>
<div class="info">2024-03-19 来源：{source}</div><div class="article">
<p>　　工业和信息化部等三部门近日印发《服务机器人推广方案（2024—2026年）》，提出用三年时间推动机器人规模化应用。</p>
<p>　　到2026年，机器人产业营业收入由2023年的800亿元提高到1500亿元以上，年均增速保持在20%以上。</p>
{body}
<p>　　财政安排资金12亿元，对列入名单的项目给予单个最高500万元的支持。</p>
<table><tr><th>指标</th><th>2023年</th></tr><tr><td>密度</td><td>{cell}</td></tr>{rows}</table>
</div></body></html>"""
_TITLE = "工业和信息化部等三部门印发《服务机器人推广方案》"


@dataclass(frozen=True, slots=True)
class Shape:
    """Tokens repeated at a place; a batch of them stands in lines of its own each, where the place has lines."""

    place: str
    units: tuple[str, ...]

    def file(self, size: int) -> tuple[bytes, str]:
        """The bytes and the name of the file in which every unit is repeated over so many characters."""
        counts = [max(1, size // len(unit)) for unit in self.units]
        runs = [unit * count for unit, count in zip(self.units, counts, strict=True)]
        each = [unit for unit, count in zip(self.units, counts, strict=True) for _ in range(count)]
        if self.place == "bare":
            return "\n".join(runs).encode("utf-8", "replace"), "bare.txt"
        if self.place in PAGES:
            return _PAGE.format(**self._page(list(map(html.escape, runs)), each)).encode(
                "utf-8", "replace"
            ), "page.html"
        return _REPORT.format(**self._report(runs, each, counts)).encode("utf-8", "replace"), "report.txt"

    def _report(self, runs: list[str], each: list[str], counts: list[int]) -> dict[str, str]:
        said = {
            "title": "로봇 보급 방안 발표",
            "body": "",
            "cell": "7",
            "rows": "",
            "url": "https://a.example.cn/1.html",
        }
        if self.place == "text":
            said["body"] = "\n".join(f"- {run}" for run in runs)
        elif self.place == "lines":
            said["body"] = "\n".join(f"- {unit}" for unit in each)
        elif self.place == "row":
            said["rows"] = "\n".join("\t".join([unit] * count) for unit, count in zip(self.units, counts, strict=True))
        elif self.place == "rows":
            said["rows"] = "\n".join(f"{unit}\t{unit}" for unit in each)
        else:
            said[self.place] = ("https://a.cn/" if self.place == "url" else "") + " ".join(runs)
        return said

    def _page(self, runs: list[str], each: list[str]) -> dict[str, str]:
        said = {"title": _TITLE, "body": "", "cell": "7", "rows": "", "source": "科技日报"}
        said["url"] = "https://a.example.cn/1.html"
        if self.place == "page":
            said["body"] = "\n".join(f"<p>{run}</p>" for run in runs)
        elif self.place == "paragraphs":
            said["body"] = "\n".join(f"<p>{html.escape(unit)}</p>" for unit in each)
        elif self.place == "page-rows":
            said["rows"] = "".join(f"<tr><td>{html.escape(unit)}</td><td>1</td></tr>" for unit in each)
        elif self.place == "page-cell":
            said["cell"] = " ".join(runs)
        elif self.place == "page-url":
            said["url"] += " ".join(runs)
        elif self.place == "page-source":
            said["source"] += " ".join(runs)
        else:
            said["title"] += " ".join(runs)
        return said
