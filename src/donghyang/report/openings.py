"""Where the sections and articles of an issue begin, in either dialect."""

from __future__ import annotations

from dataclasses import dataclass

from donghyang.report.grammar import (
    NUMBER,
    NUMERAL,
    NUMERAL_TITLE,
    Dialect,
    is_bare_section,
    is_fixed_line,
    remark_of,
    split_marker,
    without_enumerator,
)
from donghyang.report.stream import Line

_TITLE_LENGTH = 25
_HIGHEST_NUMBER = 40
"""No weekly has more articles in a section; larger two-digit lines are figures."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a section or an article begins; `size` lines of the stream belong to the opening."""

    size: int
    section: str | None = None
    number: int | None = None
    headline: str = ""


def find_openings(lines: list[Line]) -> dict[int, Opening]:
    """The openings of a stream by their place in it."""
    found: dict[int, Opening] = {}
    web, previous, last, at = dialect_of(lines) == "B", None, 0, 0
    while at < len(lines):
        opening = _section_opening(lines, at)
        if opening is None:
            opening = _web_article(lines, at, previous) if web else _numbered_article(lines, at, previous, last)
        if opening is not None:
            previous, last = opening.number, opening.number or last
            found[at] = opening
        at += opening.size if opening else 1
    return found


def dialect_of(lines: list[Line]) -> Dialect:
    """The dialect of a stream: the web issue has □ leads and no article numbers."""
    if has_numbered_article(lines):
        return "A"
    web = (at for at in range(len(lines)) if _web_article(lines, at, None) and not _is_title(lines, at))
    return "B" if any(lines[at + 1].marker == "□" for at in web) else "A"


def _is_title(lines: list[Line], at: int) -> bool:
    """Whether the line at `at` is a section's title below its numeral, and so no headline."""
    above = _section_opening(lines, at - 1) if at else None
    return above is not None and above.size > 1


def has_numbered_article(lines: list[Line]) -> bool:
    """Whether an article of the printed issue begins anywhere in a stream."""
    return any(_numbered_article(lines, at, None) for at in range(len(lines)))


def _section_opening(lines: list[Line], at: int) -> Opening | None:
    line = lines[at]
    if not line.plain:
        return None
    if NUMERAL.match(line.text):
        title = lines[at + 1] if at + 1 < len(lines) else None
        if title and title.plain and can_be_title(title.text):
            return Opening(2, section=title.text)
    follower = lines[at + 1] if at + 1 < len(lines) else None
    numbered = follower is not None and follower.plain and NUMBER.match(follower.text) is not None
    if numbered and (found := NUMERAL_TITLE.match(line.text)) and can_be_title(found["title"]):
        return Opening(1, section=found["title"])
    if is_bare_section(line.text) and (numbered or _web_article(lines, at + 1, None)):
        return Opening(1, section=line.text)
    return None


def can_be_title(text: str) -> bool:
    """Whether a line can be the title of a section."""
    if remark_of(text) is not None:
        return False
    return is_bare_section(text) or (len(text) <= _TITLE_LENGTH and not is_fixed_line(text))


def _numbered_article(lines: list[Line], at: int, previous: int | None, last: int = 0) -> Opening | None:
    """An article of the printed issue: the next number in turn, or any number with a lead behind it.

    A section may go on with the numbers of the one before it, whose last one is `last`.
    """
    line = lines[at]
    found = NUMBER.match(line.text) if line.plain else None
    if found is None or int(found["number"]) > _HIGHEST_NUMBER:
        return None
    number = int(found["number"])
    turns = (previous + 1,) if previous is not None else (1, last + 1)
    if number not in turns and not _led(lines[at + 1 : at + 4]):
        return None
    return Opening(1, number=number, headline=found["headline"] or "")


def _led(lines: list[Line]) -> bool:
    """Whether a lead comes below, with nothing but a headline between."""
    for line in lines:
        if line.role == "lead":
            return True
        if not line.plain or is_fixed_line(line.text):
            return False
    return False


def _web_article(lines: list[Line], at: int, previous: int | None) -> Opening | None:
    """An article of the web issue: words, and a lead right below."""
    if at + 1 >= len(lines) or not lines[at].plain or lines[at + 1].role != "lead" or is_fixed_line(lines[at].text):
        return None
    headline = without_enumerator(lines[at].text)
    if headline != lines[at].text and (is_fixed_line(headline) or split_marker(headline)[0]):
        return None
    return Opening(1, number=(previous or 0) + 1, headline=headline)
