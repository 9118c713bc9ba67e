"""How the print writes markers and dates: always as the printed issue (dialect A) of the house format does."""

from __future__ import annotations

import datetime as dt
import re

from donghyang.publish.text import printable
from donghyang.records import BriefSource, Figure, Message, Reference
from donghyang.report.grammar import DEFAULT_TITLE, LADDER, SUBHEAD, day_in_brackets, printed

LEAD = printed("lead", "A")
ANNOTATION = printed("annotation", "A")
NOTE_ITEM = printed("arrow", "A")
REFERENCE = printed("tick", "A")
SUMMARY_ITEM = printed("dash", "A")
CONTENTS_LINE = printed("dash", "A")
CELL_ITEM = "•"
CONTENTS = "CONTENTS"
DRAFT = "초안"
DOUBT = "확인"
CHART = "chart"
"""What a figure line names for its picture where the chart of the table above is meant."""
OFFER = "도표로도 그릴 수 있습니다. 표 아래에 한 줄: ![](chart)"
"""What a draft says at a table of which a chart can be drawn."""
NO_PICTURE = Message(
    "그림이 없습니다. 설명 아래에 ![](파일 이름)을 적거나 이 줄을 지우십시오.",
    "there is no picture. Write ![](file name) below the line, or take the line out.",
)
"""What is said of a figure that has no picture."""
PICTURE = "그림"
"""What is said of a picture that nothing tells of."""
SUMMARY = "요약"
REFERENCES = "참고자료"
SECTION_TITLES = DEFAULT_TITLE
_CELL_ITEM = re.compile(r"([•·▪◦●○■□△▶✓☑-])\s+(?=\S)")


def bullet(level: int) -> str:
    """The marker of a bullet; levels deeper than the format's last share its marker."""
    return printed(LADDER[min(max(level, 1), len(LADDER)) - 1], "A")


def caption(text: str) -> str:
    """A caption in its brackets."""
    return f"〈{text}〉"


def continued(text: str) -> str:
    """The caption of a table on the pages that it goes on."""
    return caption(f"{text} (계속)")


def caption_of(figure: Figure) -> str:
    """The caption of a figure, which also tells what it shows; "" for a figure without one."""
    return caption(printable(figure.caption)) if figure.caption is not None else ""


def source(text: str) -> str:
    """The line under a table, figure or note that says where it comes from."""
    return f"{ANNOTATION} 출처: {text}"


def heading(text: str) -> str:
    """A subhead: as it is when it is numbered, else behind the marker of a second lead."""
    return text if SUBHEAD.match(text) else f"{LEAD} {text}"


def cell_lines(text: str) -> list[tuple[str, str]]:
    """Marker ("" for none) and words of each line of a cell; a cell of several lines is a list."""
    lines = text.split("\n")
    found = []
    for line in lines:
        own = _CELL_ITEM.match(line)
        mark = own.group(1) if own else CELL_ITEM if len(lines) > 1 and line else ""
        found.append((mark, line[own.end() :] if own else line))
    return found


def byline(author: str, written: dt.date | None) -> str:
    """The lines that name an article's author and the day it was finished."""
    return f"작성자: {author}" + (f"\n{full_date(written)}." if written else "")


def full_date(date: dt.date) -> str:
    """The issue's date: 2023. 2. 17"""
    return f"{date.year}. {date.month}. {date.day}"


FULL_DATE = r"\d{4}\. \d{1,2}\. \d{1,2}"
"""A pattern for what `full_date` writes."""


def lead_date(date: dt.date, issue: dt.date | None) -> str:
    """The event's date at the end of a lead: (2.6), with its year where a reader would supply another one."""
    return day_in_brackets(date, issue, "A")


def brief_source(brief: BriefSource, issue: dt.date | None) -> str:
    """The line under a brief: 출처: 과학망 (02.07), with the year where a reader would supply another one."""
    day = ""
    if brief.date:
        short = day_in_brackets(brief.date, issue, "A")
        day = f" ({brief.date:%m.%d})" if short.count(".") == 1 else f" {short}"
    return f"출처: {printable(brief.outlet)}{day}"


def reference_title(reference: Reference) -> str | None:
    """The line of a reference: 원제, or (23.02.06, 机构) 원제; None when only its address is known."""
    known = [f"{reference.date:%y.%m.%d}"] if reference.date else []
    known += [printable(reference.publisher)] if reference.publisher else []
    head = f"({', '.join(known)})" if known else ""
    title = printable(reference.title) if reference.title else ""
    return " ".join(filter(None, (head, title))) or None
