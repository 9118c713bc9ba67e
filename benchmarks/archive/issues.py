"""Issues of any number for the archive: the sample report with other figures and names in each, one for each day."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from benchmarks.check.texts import sample, varied

ARTICLES = 15
"""In each issue."""
FIRST = dt.date(2005, 1, 1)
_DAY = re.compile(r"(?<=발 행 일 \| )[^|\n]+")


def issue(number: int) -> tuple[dt.date, str]:
    """The day and the text of the issue of that number, from 0; the same for the same number."""
    day = FIRST + dt.timedelta(number)
    return day, _DAY.sub(f"{day.year}년 {day.month}월 {day.day}일 ", varied(sample(), str(number)))


def lay(folder: Path, articles: int) -> list[Path]:
    """Write so many articles, as reports, into a folder; their files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(-(-articles // ARTICLES)):
        day, text = issue(number)
        path = folder / f"{day}.txt"
        path.write_text(text, "utf-8")
        made.append(path)
    return made
