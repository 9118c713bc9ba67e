"""Small reports for the archive."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

SERIES = "해외 과학기술 동향"

_REPORT = """\
{series}

CONTENTS

1. 정책동향

지역

- {province}, 「양자정보 산업 육성계획」 발표

2. 단신동향

- 바이두(百度), 대규모 언어모델 공개

I

정책동향

01

{province}({hanja}), 「양자정보 산업 육성계획」 발표

■ {province}는 2027년까지 양자기업 {firms}개를 육성하고 산업 규모를 {sum}억 위안 이상으로 확대할 계획 ({month}.{day})

● 연구기관 {institutes}곳에 최대 3,000만 위안을 지원
- 청년 연구자의 비중을 40% 이상으로 유지

참고자료

☑ {province} 과학기술청

https://kjt.example.cn/art/{number}.html

II

단신동향

01

바이두(百度), 대규모 언어모델 원신이옌(文心一言) 공개

■ 매개변수 {sum}억 개의 모델을 {month}월 {day}일 공개

출처: 과기일보 ({month:02}.{day:02})

https://www.example.com/n/{number}.html

{series}

| 발 행 일 | {year}. {month}. {day}
| 발 행 인 | 한가온
| 발행기관 | 바다건너동향센터
"""
_PROVINCES = (("저장성", "浙江省"), ("쓰촨성", "四川省"), ("후베이성", "湖北省"), ("산둥성", "山東省"))


def report(number: int, *, day: dt.date | None = None, series: str = SERIES) -> str:
    """The text of a report with two articles; another one for each number."""
    date = day or dt.date(2024, 1, 5) + dt.timedelta(7 * number)
    province, hanja = _PROVINCES[number % len(_PROVINCES)]
    return _REPORT.format(
        series=series, province=province, hanja=hanja, firms=20 + number, sum=500 + 10 * number,
        institutes=3 + number % 7, number=number, year=date.year, month=date.month, day=date.day,
    )  # fmt: skip


def lay(folder: Path, count: int) -> list[Path]:
    """Write so many reports into a folder; their files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / f"report-{number}.txt" for number in range(count)]
    for number, path in enumerate(made):
        path.write_text(report(number), "utf-8")
    return made


def silent(label: object, done: int, total: int) -> None:
    """Progress that nobody looks at."""
