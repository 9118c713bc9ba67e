"""The day on which a page was published, as the page states it.

Looked for where a reader would look: a labelled date around the title, what the head of the page says, a bare date
under the title, the page's own script (saved WeChat posts have it nowhere else), the address, the signature at the
end. Never in related links, and never from a clock.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from donghyang.read.head import Head

_CHINA = dt.timezone(dt.timedelta(hours=8))
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)"  # year
    r"(?:\s*年\s*|\s*[-/.．—]\s*|\s+)"
    r"(\d{1,2})"  # month
    r"(?:\s*月\s*|\s*[-/.．—]\s*)"
    r"(\d{1,2})(?!\d)"  # day
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_LABEL = (
    r"(?:发布|發布|發佈|发表|發表|刊发|公布|公開|公开|上传|出版|录入|撰写|(?<!成文)(?<!生成)(?<!印发)日期"
    r"|(?<!成文)时间|時間)(?:时间|日期|時間|于|於)?\s*[：:]?\s*"
)
_LABELLED = re.compile(_LABEL + _DATE.pattern)
_META = (
    "article:published_time",
    "pubdate",
    "publishdate",
    "publish_date",
    "datepublished",
    "og:published_time",
    "og:release_date",
    "weibo:article:create_at",
    "apub:time",
    "og:time",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "date",
    "dateupdate",
)
_SCRIPT = re.compile(
    r"""["']?\b(datePublished|publish_?time|publish_?date|pub_?date|pub_?time|ptime|ct|createdAt|create_?time)\b["']?"""
    r"""\s*[:=]\s*["']?(\d{4}-\d\d?-\d\d?(?:[T ][0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{13}|\d{10})(?!\d)""",
    re.IGNORECASE,
)
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=[/_.-]|$)"),
    re.compile(r"[/_tTcC]((?:19|20)\d\d)(\d\d)(\d\d)_\d"),
    re.compile(r"/((?:19|20)\d\d)-(\d\d)/(\d\d)(?=[/_.])"),
    re.compile(r"[^\d]((?:19|20)\d\d)(\d\d)(\d\d)[^/]*\.s?html?$"),
)


def published(head: Head, around: Sequence[str], below: Sequence[str], ending: Sequence[str]) -> dt.date | None:
    """The day of publication, None where the page does not state it.

    `around` are the lines around the page's title, `below` the lines under its article, `ending` the last lines of
    the article itself.
    """
    near = " ".join(around)
    return (
        _labelled(near)
        or next((day for line in below if (day := _labelled(line))), None)
        or _from_head(head.told)
        or first(near)
        or _from_scripts(head.scripts)
        or (from_address(head.url) if head.url else None)
        or signature(ending)
    )


def first(text: str) -> dt.date | None:
    """The first whole date that a text writes (2023年4月18日, 2023-04-18 10:22), None where there is none."""
    return next((day for day in map(_day, _DATE.finditer(text)) if day), None)


def from_address(url: str) -> dt.date | None:
    """The day that a page's address names (/2023-04/18/, /t20230418_1.html), None where it names none."""
    return next((day for form in _IN_ADDRESS for day in map(_day, form.finditer(url)) if day), None)


def moment(value: str) -> dt.date | None:
    """The day, in China, of a machine's time: ISO 8601, or seconds or milliseconds since 1970; None for others."""
    value = value.strip()
    if re.fullmatch(r"\d{10}|\d{13}", value):
        return _plausible(dt.datetime.fromtimestamp(int(value[:10]), _CHINA).date())
    try:
        when = dt.datetime.fromisoformat(value)
    except ValueError:
        compact = _COMPACT.match(value)
        return first(value) or (_day(compact) if compact else None)
    return _plausible((when.astimezone(_CHINA) if when.tzinfo else when).date())


def signature(ending: Sequence[str]) -> dt.date | None:
    """The date that stands alone under a notice, below the name of the office; None without one."""
    for line in reversed(ending):
        found = _DATE.match(line)
        if found and len(line) - found.end() <= 4:
            return _day(found)
    return None


def _labelled(text: str) -> dt.date | None:
    return next((day for day in map(_day, _LABELLED.finditer(text)) if day), None)


def _from_head(told: Sequence[tuple[str, str]]) -> dt.date | None:
    said = {name.replace(" ", "").lower(): content for name, content in reversed(told)}
    return next((day for name in _META if name in said and (day := moment(said[name]))), None)


def _from_scripts(scripts: Iterable[str]) -> dt.date | None:
    for script in scripts:
        for found in _SCRIPT.finditer(script):
            day = moment(found[2])
            if day:
                return day
    return None


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        return _plausible(dt.date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return None


def _plausible(day: dt.date) -> dt.date | None:
    return day if 1995 <= day.year <= 2100 else None
