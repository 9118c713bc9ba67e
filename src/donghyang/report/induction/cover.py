"""Cover and imprint of a report in any layout: title, day, publisher."""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import day_alone, joined_slashes
from donghyang.report.induction.fields import count, name_apart
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.layout.colophon import Colophon, is_labelled, last_day, read_cover
from donghyang.report.statements import is_written

_SITE = lazily(
    r"^[^\w가-힣]*(?:누\s*리\s*집|홈\s*페\s*이\s*지|web(?:site)?|homepage|url)\s*[:：|]?\s*(?=https?://)", re.IGNORECASE
)
_ISSUE = lazily(
    r"(?:발\s*행\s*일|발간일|date)\s*[:：]?|(?:통\s?권\s?)?제?\s{0,3}(?<!\d)\d{1,6}\s?[호보]|#\d+|(?:vol|no)\.?\s*\d+|(?:19|20)\d\d\s?(?:[./-]|년)(?:\s?\d{1,2}\s?(?:[./-]|월)?(?:\s?\d{1,2}\s?(?:일|\.)?)?)?"
    r"|[‘’']\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?|\d{1,2}월\s?\d주차?|\(?[월화수목금토일]\)|[월화수목금토일]요일",
    re.IGNORECASE,
)
"""Number and day of an issue."""
_OFFICE = lazily(rf"(?:{tables.either('donghyang.report.layout', 'publishers')}|회|과|팀|관)$")
_LEAST_NAME, _LONGEST_NAME = 4, 30
"""Letters of the name of an office."""
_ENGLISH = lazily(r"(?<=[가-힣)])\s*[(/|]?\s*[A-Za-z][A-Za-z&,.' -]{6,}[)]?$")
"""A name in English behind one in Korean."""
_BARRED = lazily(r"(?<!\s)\s+[|│]\s+")
_BARRED_OFF = lazily(r"\s+[|│/·]\s+|,\s+")
_SHORT = lazily(r"[‘’']\d\d\.\s?\d{1,2}\.\s?\d{1,2}")
_ABOUT = lazily(r"^(?:제\s*목|subject)\s*(?:[:：]|\s{2})\s*", re.IGNORECASE)
_HEADER = lazily(
    r"^\(?(?:보\s*낸\s*(?:사람|이|날|곳)|받\s*는\s*(?:사람|이|곳)|수\s*신|발\s*신|참\s*조|경\s*유|날\s*짜|일\s*시|from|to|cc|date|sent)"
    r"(?:\s*[:：)]|\s{2})",
    re.IGNORECASE,
)
"""Who writes to whom, at the top of a letter."""
_FIELD = lazily(
    r"^(?:발\s?간|편\s?집|작\s?성|발\s?행|제\s?공|문\s?의|담\s?당)(?:\s?[가-힣]{1,3})?(?:\s*[:：]|\s)\s*(?P<value>.*)$"
)
"""A field of the imprint, which is no title."""
_IN_BRACKETS = lazily(r"^[\[【]\s*(?P<in>[^\[\]【】]{2,30})\s*[\]】]\s*(?P<rest>.*)$")
_TITLE = lazily(
    r"동향|브리프|브리핑|리포트|포커스|인사이트|다이제스트|레터|위클리|주보|월보|리뷰|모니터|매거진|저널|워치|트렌드|정보지?|소식"
    r"|weekly|brief|review|letter|digest|monitor|report|watch|focus|insight|trends?",
    re.IGNORECASE,
)
"""What titles of such reports are made of."""
_DAY_AND_OFFICE = lazily(
    r"^[(（\[]\s*[’'‘]?\d[\d.\s년월일()-]*[월화수목금토일]?[).\s]*[,|/]\s*(?P<name>[가-힣][^,|()（）\d]{2,30})[)）\]]$"
)
_OFFICE_AND_DAY = lazily(
    r"^[(（\[]\s*(?P<name>[가-힣][^,|()（）\d]{2,30})\s*[,|/]\s*"
    r"[’']?\d[\d.\s년월일()-]*[월화수목금토일]?[).\s]*[)）\]]?$"
)
"""Who publishes and when, in brackets below the title."""
_LONGEST = 40
_PERSON = lazily(r"^Publisher\s*[:：]\s*(?=[가-힣]{2,4}$)", re.IGNORECASE)
_APART = lazily(r"\s[|/│·]\s")


def read_top(top: list[Leaf], into: Colophon, imprint: Colophon) -> tuple[str | None, list[str]]:
    """(series, other lines) of a cover: the first line that is neither day, number nor the publisher's name, or a later
    one that is made of the words of such titles."""
    rows = [leaf.text for leaf in top]
    read_cover(rows, into)
    if imprint.fields.get("name"):
        into.fields.pop("name", None)
    short = next((found for row in rows if (found := _SHORT.search(row))), None)
    day = day_alone(short[0].rstrip(". ")) if short else None
    into.date = into.date or (last_day(short.string, day) if short and day else None)
    publisher = letters(imprint.fields.get("name") or "")
    rest: list[str] = []
    titles: list[tuple[str, str]] = []
    for at, row in enumerate(rows):
        alone = _ISSUE.sub("", row).strip(" ()[]<>【】〈〉《》·|│┃║,./-–:")
        if not re.search(r"[가-힣A-Za-z]", alone):
            continue
        titled = at + 1 < len(rows) and top[at + 1].gap == 0 and _names_office(row) and not _ISSUE.search(rows[at + 1])
        if (office := _OFFICE_AND_DAY.match(row) or _DAY_AND_OFFICE.match(row)) and titles:
            into.fields.setdefault("name", office["name"].strip())
        elif letters(row) == publisher or (titled and not titles):
            into.fields.setdefault("name", row)
        elif is_labelled(row) and into.fields.get("name", "\n") in row:
            continue
        elif _HEADER.match(row) or _FIELD.match(row) or is_written(row):
            rest.append(row)
        else:
            titles.append((row, joined_slashes(unspaced(bare_of(_first(row))))))
    title = _most_likely(titles)
    if not (imprint.fields.get("name") or into.fields.get("name")):
        named = _office([row for row in rows if title is None or row != title[0] or _IN_BRACKETS.match(row)])
        into.fields |= {"name": named} if named else {}
        titles = [row for row in titles if row[0] != named]
        rest = [row for row in rest if named is None or _value(row) != named]
    rest += [row for row, _ in titles if title is None or row != title[0]]
    return (title[1] if title else None), sorted(rest, key=rows.index)


def _most_likely(titles: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The line that is the report's title: the first in Hangul, or a later one made of the words of such titles."""
    korean = [row for row in titles if re.search(r"[가-힣]", row[1])] or titles
    named = [row for row in korean if _TITLE.search(row[1]) and len(row[1]) <= _LONGEST]
    return next(iter([*named, *korean]), None)


def _first(row: str) -> str:
    """What stands first in a row, before number and day of the issue, past the office in brackets before it."""
    row = _ABOUT.sub("", row)
    inside = _IN_BRACKETS.match(row)
    if inside and (_TITLE.search(inside["in"]) or _ISSUE.search(inside["in"])):
        row = inside["in"]
    elif inside and inside["rest"]:
        row = inside["rest"] if re.search(r"[가-힣A-Za-z]", _ISSUE.sub("", inside["rest"])) else inside["in"]
    found = _ISSUE.search(row)
    words = _BARRED.split(row[: found.start()] if found and found.start() else row)[0]
    return words.strip(" (|│·-#")


def _names_office(row: str) -> bool:
    korean = _ENGLISH.sub("", row)
    return _OFFICE.search(korean) is not None and _LEAST_NAME <= len(korean) <= _LONGEST_NAME


def _value(row: str) -> str:
    found = _FIELD.match(row)
    return found["value"].strip() if found else row


def _office(rows: list[str]) -> str | None:
    """The office that a row of a cover names, behind the label of a field or alone."""
    parts = [part.strip(" /|·,") for row in rows for part in _BARRED_OFF.split(row)]
    labelled = [found["value"].strip() for part in parts if (found := _FIELD.match(part))]
    bracketed = [found["in"] for row in rows if (found := _IN_BRACKETS.match(row)) and found["rest"]]
    named = [
        row.strip() for row in (*labelled, *rows, *bracketed) if _names_office(row) and not re.search(r"[\d:：]", row)
    ]
    return next(iter(named), None)


def unspaced(row: str) -> str:
    """A title without the room between its letters: 주 간  동 향 is 주간 동향."""
    parts = row.split(" ")
    if len(parts) > 3 and sum(len(part) <= 1 for part in parts) * 3 >= len(parts) * 2:
        return re.sub(r" {2,}", " ", re.sub(r"(?<=\S) (?=\S)", "", row))
    return row


def _named(row: str) -> list[str]:
    found = name_apart(row)
    return [f"발행기관: {found[0]}", found[1]] if found else [row]


def imprint_rows(leaves: list[Leaf]) -> list[str]:
    """The fields of an imprint, one a row, without the labels that stand before addresses."""
    rows: list[str] = []
    for leaf in leaves:
        grid = leaf.line.grid
        rows += (
            [leaf.words or leaf.text]
            if grid is None
            else [" : ".join(cell.text for cell in row if cell.text) for row in grid.rows]
        )
    rows = [part for row in rows for part in _named(row)]
    rows = [part for row in rows for part in (_APART.split(row) if count(row) > 1 else [row])]
    rows = [_SITE.sub("", row) for row in rows]
    rows = [row.replace("☎", "전화 :") for row in rows if row.strip() != "☎"]
    rows = [_PERSON.sub("발행인: ", row) for row in rows]
    return [re.sub(r"^([가-힣])\s+([가-힣])\s+([가-힣])(?=\s*[:：|])", r"\1\2\3", row) for row in rows]
