"""Make docs/sources.md, the page of the catalogue of sources, from the table that ships with the program."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "sources.md"
HEAD = """# 출처의 카탈로그 · The catalogue of sources

<!-- made from src/donghyang/collect/sources/data/catalogue.tsv by tools/sources_page.py -->

`donghyang sources add 이름`은 아래의 출처를 작업 폴더에 더한다. `donghyang sources add 주소`는 피드, 목록,
사이트맵을 스스로 찾아 더하고, `donghyang sources check`는 하나하나 시험해 안 되는 까닭을 말한다.
`donghyang sources add NAME` takes one of these into a workspace; `sources add URL` finds feed, list or site map by
itself; `sources check` tries them and says why one fails.

- Every address was copied from the public repository and file named beside it, or from links of sample pages; none is
  from memory. "tried" is "yes" only where this program has fetched the address and found its entries.
- The cadence, in days, is a first guess: the pace that a source shows replaces it where it is slower.

## 출처 하나의 파일 · The file of one source (`sources/NAME.toml`)

```toml
name = "科技厅 通知"                         # 필수 · required
address = "https://www.example.gov.cn/tz/"  # 필수 · required; 작업 폴더 안의 경로 · a path for local kinds
kind = "list"                               # feed list sitemap page; folder maildir urls wechat (local)
language = "zh"
tier = "province"                           # central ministry province city institute firm media
region = "安徽"
cadence = 3                                 # 글 사이의 날 수 · days between two entries; 없으면 배움 · learned without
include = ["人工智能", "/2026/"]              # 제목이나 주소에 하나는 있어야 함 · one has to be in title or address
exclude = ["招聘"]                           # 있으면 뺌 · leaves out

[selectors]                                 # 목록을 스스로 찾지 못할 때만 · only where the reader of lists fails
entry = "ul.news > li"
title = "a"
date = "span.time"

[[versions]]                                # 사이트가 바뀌기 전의 모습 · how it was before the site changed
until = 2025-03-31                          # 이날까지 · up to this day
address = "https://old.example.gov.cn/tz.htm"
```

여러 출처를 `donghyang.toml`의 `[[sources]]`에 적어도 된다. They may stand as `[[sources]]` in `donghyang.toml`, too.

## 상태 · Health

| state | 뜻 | meaning |
|---|---|---|
| `fine` | 새 글이 있음 | it named something new |
| `unchanged` | 새 글이 없음 | it named what was known |
| `empty` | 응답하지만 목록이 없음 | it answers and names nothing |
| `broken` | 받지 못함 | it could not be had |
| `blocked` | 거절당했거나 확인 화면임 | we are not let in, or a check stood in its place |
| `silent` | 제 속도의 1.5배가 지나도록 새 글이 없음 | nothing new for one and a half of its own intervals |

무게는 `temporary`(다시 보면 대개 나음), `soft`(사람이 보는 것이 좋음), `hard`(사람만 고칠 수 있음)이다. 잠잠함은 중국의
근무일로 세므로 춘절과 10월 연휴에는 알리지 않는다.
A weight is `temporary` (looking again mends it mostly), `soft` (a person had better look) or `hard` (only a person
mends """
TIERS = {
    "central": "중앙 · Central",
    "ministry": "부처 · Ministries",
    "province": "성·직할시 · Provinces",
    "city": "시·구 · Cities and districts",
    "institute": "기관·대학 · Institutes and universities",
    "firm": "기업 · Firms",
    "media": "매체 · Media",
}


def page() -> str:
    """The page, with a table for each tier."""
    from donghyang.collect.sources.catalogue import Listed, catalogue

    def tier(row: Listed) -> int:
        return list(TIERS).index(row.source.tier or "media")

    lines = [HEAD]
    for number, rows in groupby(sorted(catalogue(), key=tier), key=tier):
        lines += [
            f"## {list(TIERS.values())[number]}",
            "",
            "| name | kind | region | cadence | where the address stands | tried |",
            "|---|---|---|---|---|---|",
        ]
        for row in rows:
            one = row.source
            tried = "yes" if row.tried else "no"
            lines.append(
                f"| [{one.name}]({one.address}) | {one.kind} | {one.region} | {one.cadence} | {row.where} | {tried} |"
            )
        lines.append("")
    return "\n".join(lines)
