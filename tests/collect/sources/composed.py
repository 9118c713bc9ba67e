"""List pages put together of parts: rows in many manners, days in many forms, and what sites put around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import urljoin

URL = "https://kjj.yunting.example.cn/tz/index.html"
DAY = dt.date(2031, 5, 20)
_FIELDS = [
    "海洋",
    "氢能",
    "算力",
    "量子",
    "脑机",
    "深地",
    "碳汇",
    "种业",
    "光伏",
    "储能",
    "机器人",
    "卫星",
    "合成生物",
    "低空经济",
    "超导",
    "中试基地",
]
_DEEDS = [
    "专项申报工作通知",
    "技术攻关榜单公布",
    "创新联合体揭牌",
    "标准征求意见",
    "研讨会在云汀举行",
    "管理办法印发",
    "示范工程通过",
]
_COLUMNS = [
    "通知公告",
    "工作动态",
    "政策法规",
    "政策解读",
    "科研进展",
    "专题专栏",
    "机构职能",
    "办事指南",
    "人事信息",
    "国际合作与交流处",
]


@dataclass(frozen=True)
class Row:
    """One article of a list."""

    number: int
    title: str
    url: str
    day: dt.date
    said: str
    """The day as the list writes it."""

    @property
    def link(self) -> str:
        shown = f"{self.title[:9]}…" if self.number % 4 == 3 else self.title
        return f'<a href="{self.url}" target="_blank" title="{self.title}">{shown}</a>'


DAYS: tuple[Callable[[dt.date], str], ...] = (
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"[{day:%Y/%m/%d}]",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%m-%d}",
    lambda day: f"({day:%m/%d})",
    lambda day: f"{day:%Y-%m-%d} 08:30",
    lambda day: f"发布时间：{day:%Y-%m-%d}",
)
ADDRESSES: tuple[Callable[[int, dt.date], str], ...] = (
    lambda number, day: f"./{day:%Y%m}/t{day:%Y%m%d}_{4000 + number}.html",
    lambda number, day: f"/art/{day.year}/{day.month}/{day.day}/art_31_{70_000 + number}.html",
    lambda number, day: f"../info/1021/{5500 + number}.htm",
    lambda number, day: f"show.php?id={300 + number}",
    lambda number, day: f"/news/{8000 + number}",
    lambda number, day: f"/article/{'abcdefghij'[number % 10]}{number}k{number * 7}",
)
ROWS: dict[str, tuple[str, Callable[[Row], str]]] = {
    "item": ("ul", lambda r: f"<li>{r.link}<span>{r.said}</span></li>"),
    "day first": ("ul", lambda r: f'<li><span class="date">{r.said}</span>{r.link}</li>'),
    "table": ("table", lambda r: f'<tr><td>·{r.link}</td><td align="right">{r.said}</td></tr>'),
    "documents": ("table", lambda r: f"<tr><td>{r.number}</td><td>{r.link}</td><td>云科〔2031〕{r.number + 3}号</td>"
                  f'<td>{r.said}</td><td><a href="/down?f={r.number}">下载</a></td></tr>'),
    "summary": ("div", lambda r: f"<div class='item'><h3>{r.link}</h3><p>{r.title}，会议听取了汇报，并作出部署。</p>"
                f"<div><span>来源：科技处</span><span>{r.said}</span><span>浏览：{r.number * 31}</span></div></div>"),
    "terms": ("div", lambda r: f"<dl><dt>{r.link}</dt><dd>{r.said}</dd></dl>"),
    "day inside": ("ul", lambda r: f'<li><a href="{r.url}"><i>{r.said}</i><p>{r.title}</p></a></li>'),
    "day behind": ("ul", lambda r: f'<li><a href="{r.url}">{r.title}<span class="fr">{r.said}</span></a></li>'),
    "office": ("ol", lambda r: f'<li><a href="/bm/kjc/">[科技处工作]</a>{r.link}<b>{r.said}</b></li>'),
    "picture": ("div", lambda r: f'<div class="box"><a href="{r.url}"><img src="/i.jpg" alt=""></a><div>{r.link}'
                f'<span class="t">{r.said}</span><a class="m" href="{r.url}">详情</a></div></div>'),
    "line": ("div", lambda r: f"<p>{r.link}&nbsp;&nbsp;<font color='#999'>{r.said}</font></p>"),
    "large day": ("ul", lambda r: f'<li><div><strong>{r.day:%d}</strong><span>{r.day:%Y-%m}</span></div><div>'
                  f'<a href="{r.url}"><h4>{r.title}</h4></a><p>摘要：{r.title}，欢迎各单位反馈。</p></div></li>'),
    "blog": ("main", lambda r: f"<article><h2>{r.link}</h2><p><time datetime='{r.day}T08:00:00+08:00'>上周</time>"
             f'<a href="/author/lin">林远舟</a> <a href="{r.url}#comments">0条评论</a></p><p>导读……</p>'
             f'<a href="/tag/q">量子信息科学前沿</a> <a href="{r.url}">阅读全文</a></article>'),
    "hidden": ("ul", lambda r: f'<li>{r.link}<div style="display: none;">成文日期：2030-01-0{r.number % 9 + 1}</div>'
               f"<span>{r.said}</span></li>"),
    "file": ("ul", lambda r: f'<li>{r.link} <a href="/files/{r.number}77.pdf">附件下载文件</a><i>{r.said}</i></li>'),
    "button": ("div", lambda r: f'<section><a class="cover" href="{r.url}" title="{r.title}"></a><div>'
               f'<b>{r.title}</b><div>{r.said}</div><a href="{r.url}">查看详情&gt;</a></div></section>'),
}  # fmt: skip


def page(manner: str, random: Random) -> tuple[str, dict[str, dt.date]]:
    """A page whose list is in that manner, and the addresses and days of its articles."""
    rows = _rows(random)
    around, row = ROWS[manner]
    columns = random.sample(_COLUMNS, 6)
    menu = random.choice((
        "".join(f'<li><a href="/{at}x/">{name}</a></li>' for at, name in enumerate(columns)),
        "".join(f'<a href="/col/col{100 + at}/index.html">{name}</a>' for at, name in enumerate(columns)),
    ))  # fmt: skip
    hot = "".join(f'<li><a href="/hot/{20_310 + at}.html">{_title(random)}</a></li>' for at in range(6))
    other = "".join(
        f'<li><a href="/zc/{600 + at}.html">{_title(random)[:8]}</a><i>05-1{at}</i></li>' for at in range(2)
    )
    side = random.choice(("", f"<h3>热点推荐</h3><ul>{hot}</ul>", f"<h3>最新政策</h3><ul>{other}</ul>"))
    body = f"<h2>通知公告</h2><{around} class='l'>{''.join(map(row, rows))}</{around}>"
    parts = [f"<div class='main'>{body}</div>", f"<div class='side'>{side}</div>"]
    random.shuffle(parts)
    foot = '<a href="/about.html">关于我们网站</a> | <a href="http://www.gov.example.cn/">星汉省人民政府门户网站</a>'
    text = f"<div class='nav'>{menu}</div><div class='wrap'>{''.join(parts)}</div><div class='foot'>{foot}</div>"
    found: dict[str, dt.date] = {urljoin(URL, row.url): row.day for row in rows}
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{text}</body></html>", found


def _rows(random: Random) -> list[Row]:
    say, address = random.choice(DAYS), random.choice(ADDRESSES)
    day, rows = DAY - dt.timedelta(random.randint(0, 3)), []
    for number in range(random.choice((3, 5, 8, 15))):
        rows.append(Row(number, _title(random), address(number, day), day, say(day)))
        day -= dt.timedelta(random.choice((0, 1, 2, 5)))
    return rows


def _title(random: Random) -> str:
    return (
        random.choice(("关于", ""))
        + random.choice(_FIELDS)
        + random.choice(("领域", "产业", ""))
        + random.choice(_DEEDS)
    )
