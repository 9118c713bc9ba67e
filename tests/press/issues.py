"""A newsroom with issues to publish: small reports, made up, in a workspace of their own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from donghyang import newsroom, press, report
from donghyang.publish import find_images
from donghyang.workspace import Workspace, open_workspace

DAY = dt.date(2024, 4, 5)
REPORT = """\
지역 과학 주간동향

CONTENTS

1. 정책동향

에너지

- 산시성, 풍력 단지 착공

요약

- 산시성은 풍력 단지를 착공하였다.

I

정책동향

01

산시성, 풍력 단지 착공

■ 풍력 단지를 착공함({month}.2)
● 단지의 용량은 300MW로, 2026년까지 완공할 계획
- 총투자는 12억 위안임
참고자료
☑ 风电基地开工
https://sx.example/a

| 발 행 일 | {year}. {month}. {day}
| 발행기관 | 동향연구소
"""


COUNTED = f"""
[theme]
numbered = [{{date = {DAY}, number = 1}}]
"""


def workspace(root: Path, more: str = COUNTED) -> Workspace:
    newsroom.create(root)
    settings = root / "donghyang.toml"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    return open_workspace(root)


def lay(home: Workspace, day: dt.date = DAY) -> Path:
    """A report in its issue's folder."""
    path = home.root / "issues" / day.isoformat() / "report.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(year=day.year, month=day.month, day=day.day), "utf-8")
    return path


def publish(
    home: Workspace, file: Path, order: press.Order, prints: dict[str, bytes] | None = None
) -> press.Publication:
    """Publish a report as the command does, with `prints` that stand for what is printed."""
    issue = report.parse(report.document(file.read_text("utf-8")))
    images = find_images(issue, file.parent)
    made = press.decide(home, file, press.compared(file, issue, images), order)
    return press.keep(file.parent, made, press.sources_of(file, images), prints or {})


def publish_new(home: Workspace, day: dt.date) -> press.Publication:
    return publish(home, lay(home, day), press.Order(day, "김하늘"))
