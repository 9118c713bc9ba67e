"""The day on which a page was published, as the page states it.

Looked for where a reader would look: a day whose label says "published" around the title, what the head of the page
says, a day under the title without any label, the page's own script (saved WeChat posts have it nowhere else), the
address, the signature at the end. A day in the title, a deadline, an event, "today is" are other days; a day of change
or of signature counts only where the page has nothing better. Never from related links, and never from a clock.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read import days

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from donghyang.read.head import Head

_CHINA = dt.timezone(dt.timedelta(hours=8))
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_BETWEEN = re.compile(r"\s*[：:]?\s*[\[【(（]?\s*$")
_UNKNOWN = re.compile(r"(?:时间|日期|時間|期限|期间)$")
_BESIDE = re.compile(
    r"\d{1,2}\s*:\s*\d{2}|来源|來源|稿源|作者|浏览|点击|阅读|字号|字体|分享|记者|编辑|\b(?:source|author|by)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天]")
_VISIT = re.compile(r"℃|农历|欢迎(?:您|光临|访问|来到)|(?:星期|周|礼拜)[一二三四五六日天]\s*\d{4}")
"""Beside a day in the head of a page: the day of the visit, or of the newspaper."""
_EVENT = re.compile(r"(?:地\s*点|主讲人?|报告人|主持人|腾讯会议)\s*[：:]")
"""What stands beside the time of a talk: 时间 there is not the page's."""
_EDITION = re.compile(r"[，,\s]*第?\s*[A-Za-z]?\d{1,3}\s*[版面]")
"""Behind a day: the newspaper's day, and the page of it."""
_HANZI = re.compile(r"[一-鿿]")
_LONGEST = 400
"""Characters of a line in which labels and days are looked for; a longer one is a paragraph."""
_CLOSING = 40
"""Characters at most of a last line that says when the page was published."""
_LABELS = 12
"""Characters that may stand beside a day in a line that only tells the day."""
SIGNED = 8
"""How many last lines of an article may hold the day on which it was signed."""
_META = (
    "firstpublishedtime",
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
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "dateupdate",
    "time",
)
_SCRIPT = re.compile(
    r"""["']?\b(datePublished|publish_?time|publish_?date|pub_?date|pub_?time|ptime|ct|createdAt|create_?time)\b["']?"""
    r"""\s*[:=]\s*["']?(\d{4}-\d\d?-\d\d?(?:[T ][0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{13}|\d{10})(?!\d)""",
    re.IGNORECASE,
)
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/)"),
    re.compile(r"[/_tTcC]((?:19|20)\d\d)(\d\d)(\d\d)_\d"),
    re.compile(r"/((?:19|20)\d\d)-(\d\d)/(\d\d)(?=[/_.])"),
    re.compile(r"[^\d]((?:19|20)\d\d)(\d\d)(\d\d)[^/]*\.s?html?$"),
)


@dataclass(frozen=True, slots=True)
class Around:
    """The lines of a page in which its day may stand."""

    near: Sequence[str]
    """Around the title, the title itself left out."""
    below: Sequence[str] = ()
    """Under the article."""
    ending: Sequence[str] = ()
    """The last lines of the article itself."""


def published(head: Head, around: Around) -> dt.date | None:
    """The day of publication, None where the page does not state it."""
    event = any(_EVENT.search(line) for line in around.near)
    near = [found for line in around.near for found in _labelled(line) if not (event and found[0] == "plain")]
    below = [found for line in around.below for found in _labelled(line)]
    return (
        _first(near, "published")
        or _first(near, "plain")
        or _first(below, "published")
        or _first(near, "info")
        or _from_head(head)
        or _first(near, "bare")
        or _from_scripts(head.scripts)
        or (from_address(head.url) if head.url else None)
        or _first(near, "edition")
        or _first(
            [found for line in around.ending[-3:] if len(line) <= _CLOSING for found in _labelled(line)], "published"
        )
        or _first(near, "span")
        or _first(below, "plain", "info")
        or _first(near, "weekday")
        or _first(near, "updated")
        or _first([found for line in around.ending for found in _labelled(line)], "edition")
        or signature(around.ending)
        or _first(near, "issued")
    )


def first(text: str) -> dt.date | None:
    """The first whole date that a text writes (2023年4月18日, 2023-04-18 10:22), None where there is none."""
    return next((found.day for found in days.find(text) if not found.short), None)


def labelled(text: str) -> dt.date | None:
    """The first day in a text whose label says that it was published on it; None without one."""
    return _first(_labelled(text), "published", "plain")


def elsewhere(text: str) -> set[dt.date]:
    """The days in a text whose label says that something else happens on them: a deadline, a meeting, the visit."""
    return {day for kind, day in _labelled(text) if kind in ("other", "span", "today")}


def from_address(url: str) -> dt.date | None:
    """The day that a page's address names (/2023-04-18/, /t20230418_1.html), None where it names none."""
    found = (days.made(*map(int, match.groups())) for form in _IN_ADDRESS for match in form.finditer(url))
    return next((day for day in found if day), None)


def moment(value: str) -> dt.date | None:
    """The day, in China, of a machine's time: ISO 8601, or seconds or milliseconds since 1970; None for others."""
    value = value.strip()
    if re.fullmatch(r"\d{10}|\d{13}", value):
        return in_china(dt.datetime.fromtimestamp(int(value[:10]), _CHINA))
    try:
        when = dt.datetime.fromisoformat(value)
    except ValueError:
        compact = _COMPACT.match(value)
        return first(value) or (days.made(*map(int, compact.groups())) if compact else None)
    return in_china(when)


def in_china(when: dt.datetime) -> dt.date | None:
    """The day of a moment in China, whose one without a zone is; None where the web could not have published it."""
    try:
        return days.plausible((when.astimezone(_CHINA) if when.tzinfo else when).date())
    except OverflowError:  # in the last hours of the year 9999
        return None


def signature(ending: Sequence[str]) -> dt.date | None:
    """The date that stands alone under a notice, below the name of the office; None without one."""
    for line in reversed(ending):
        for found in days.find(line):
            if not found.short and not line[: found.start].strip("（( ") and len(line) - found.end <= 4:
                return found.day
    return None


def _first(found: Sequence[tuple[str, dt.date]], *kinds: str) -> dt.date | None:
    return next((day for kind, day in found if kind in kinds), None)


def _labelled(line: str) -> list[tuple[str, dt.date]]:
    """The days of a line, each with what it is: a kind of data/date_labels.tsv, "info" beside a source or a time,
    "edition" before the page of a newspaper, "bare" alone."""
    kinds, end, line = [], 0, line[:_LONGEST]
    for found in days.find(line):
        before = line[end : found.start]
        kind = _kind(before)
        if kind is None and re.fullmatch(r"\s*(?:至|到|-|—|–|~|～)+\s*", before):
            kind = "other"
        if kind is None and not found.short:
            kind = _unlabelled(line, found)
        if kind is not None:
            kinds.append((kind, found.day))
        end = found.end
    return kinds


def _unlabelled(line: str, found: days.Written) -> str | None:
    """What a day without a label is; None where it is a day that a sentence or a title speaks of."""
    if _WEEKDAY.match(line, found.end) or _VISIT.search(line):
        return "weekday"
    if _EDITION.match(line, found.end):
        return "edition"
    if _BESIDE.search(line):
        return "info"
    spoken = _HANZI.search(line[max(0, found.start - 1) : found.start] + line[found.end : found.end + 1])
    told = sum(day.end - day.start for day in days.find(line))
    return "bare" if not spoken and len(line) - told <= _LABELS else None


def _kind(before: str) -> str | None:
    """What the label at the end of `before` makes of the day behind it; None without a label."""
    words = _BETWEEN.sub("", before)[-24:]
    for kind, form in _forms():
        if form.search(words):
            return kind
    return "other" if _UNKNOWN.search(words) else None


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = tables.read(__package__, "date_labels.tsv")
    return tuple((kind, re.compile(rf"(?:{form})$", re.IGNORECASE)) for kind, form in rows)


def _from_head(head: Head) -> dt.date | None:
    said = (head.say(name) for name in _META)
    return next((day for content in said if content and (day := moment(content))), None)


def _from_scripts(scripts: Iterable[str]) -> dt.date | None:
    for script in scripts:
        for found in _SCRIPT.finditer(script):
            day = moment(found[2])
            if day:
                return day
    return None
