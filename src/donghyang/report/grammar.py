"""The house format's one table of markers, and the shapes of its lines. `parse` and `write` both stand on it.

Dialect A is the printed issue of 2023, dialect B the web issue of today; see the format's page in docs.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from donghyang.language.patterns import lazily
from donghyang.records import SectionKind

Dialect = Literal["A", "B"]
Role = Literal["lead", "round", "dash", "dot", "annotation", "arrow", "tick", "literal", "remark"]


@dataclass(frozen=True, slots=True)
class Marker:
    """One row of the table: what opens a line, and how each dialect prints it."""

    role: Role
    a: str
    b: str
    read: str
    """Every character that is read as this marker, the printed ones included."""
    needs_space: bool = False
    """True where the character also opens ordinary text, so that a space (or a Hangul word) must follow."""


MARKERS = (
    Marker("lead", "■", "□", "■□▣◼◻"),
    Marker("round", "●", "○", "●○◯⚫⚪◎❍"),
    Marker("dash", "-", "-", "-–—－‐−", needs_space=True),
    Marker("dot", "·", "·", "·•‧∙⋅・ㆍ▪◦", needs_space=True),
    Marker("annotation", "*", "*", "*＊∗"),
    Marker("arrow", "▶", "▶", "▶▷►➤✓✔"),
    Marker("tick", "☑", "☑", "☑☞☛"),
    Marker("literal", "¶", "¶", "¶"),
    Marker("remark", "//", "//", "/", needs_space=True),
)
ROLE: dict[str, Role] = {char: marker.role for marker in MARKERS for char in marker.read}
"""What opens a line, by its first character. A literal line (¶) is words without a place, whatever they look like."""
LADDER: tuple[Role, ...] = ("round", "dash", "dot")
"""The roles that open bullets, from the outermost in."""

_STARS = next(marker.read for marker in MARKERS if marker.role == "annotation")
_LETTERS = "oㅇ"
"""Letters that office texts write for ○; only a space tells them from words."""
_LOOSE = "".join(m.read for m in MARKERS if not m.needs_space and m.role != "annotation")
_TIGHT = "".join(m.read for m in MARKERS if m.needs_space and m.role != "remark")
_MARKER = lazily(
    rf"""
      (?P<annotation> [{_STARS}]{{1,3}} (?=\s|[^\s{_STARS}]) )  # a star or two, with or without a space
    | (?P<loose>      [{_LOOSE}] )(?!(?P=loose)+[^\W\d_])     # signs that never open ordinary text; ○○대 is a name
    | (?P<tight>      [{re.escape(_TIGHT)}] (?=\s|[가-힣(‘“「『〈'"]) )   # -3 and ·s are no bullets
    | (?P<letter>     [{_LETTERS}] (?=\s) )                    # letters that stand for ○
    """,
    re.VERBOSE,
)


def split_marker(text: str) -> tuple[str, str]:
    """The marker that opens `text` ("" where none does) and the words behind it.

    Converters stack list signs ("- ☑ title", "- * remark"); the innermost one says what the line is. A sign behind a
    marker that is all there is (☑ ■) is its words. A remark is all that stands behind its sign.
    """
    marker, rest = "", text.strip()
    if (words := remark_of(rest)) is not None:
        return printed("remark", "A"), words
    while (found := _MARKER.match(rest)) and not (marker and found.end() == len(rest)):
        marker, rest = found.group(), rest[found.end() :].lstrip()
        if found.lastgroup == "annotation" or marker == "¶":
            break
    return marker, rest


_REMARK = lazily(r"//(?=\s|[가-힣])")
"""What opens a remark; without a space only before Hangul, because addresses begin so too (//a.example)."""
_OPEN = lazily(r"\?\?(?:\s|$)")


def remark_of(line: str) -> str | None:
    """The words of a line that is a remark, as they stand; None for any other line, and for a sign without words."""
    found = _REMARK.match(line := line.strip())
    return line[found.end() :].strip().replace("\t", " ") if found else None


def remark(words: str) -> str:
    """A remark as its line is written."""
    return f"{printed('remark', 'A')} {words}"


def unremarked(text: str) -> str:
    """Printed words as a line of their own can hold them: without the sign that would make a remark of them."""
    while (words := remark_of(text)) is not None:
        text = words
    return text


def is_open(text: str) -> bool:
    """Whether words, taken from behind their marker, are still to be written; a subhead's enumerator and the bracket
    of a caption are markers."""
    if "??" not in text:
        return False
    counted = SUBHEAD.match(text)
    behind = counted.end() - 1 if counted else 1 if text[0] in "〈《<" else 0
    return _OPEN.match(text, behind) is not None


def open_of(text: str) -> str | None:
    """What stands behind the sign of an open line; None for any other line, and for a sign without words."""
    return text[2:].strip() or None if _OPEN.match(text) else None


def opened(words: str) -> str:
    """Words with the sign that they are still to be written."""
    return f"?? {words}"


def words_of(text: str) -> str:
    """The words behind all markers of a line, remarks and literal signs too; a marker without words is the words."""
    while (parts := split_marker(text)) and parts[0] and parts[1]:
        text = parts[1]
    return text.strip()


def role_of(marker: str) -> Role | None:
    """What a marker makes of its line, None for an unknown or absent one."""
    if marker and marker in _LETTERS:
        return "round"
    return ROLE.get(marker[:1])


def printed(role: Role, dialect: Dialect) -> str:
    """The marker as `dialect` prints it."""
    row = next(m for m in MARKERS if m.role == role)
    return row.a if dialect == "A" else row.b


# ---------------------------------------------------------------- fixed lines

HANGUL_ORDER = "가나다라마바사아자차카타파하"
"""The syllables that count subheads and items, in their order."""
CONTENTS = lazily(r"^(?:CONTENTS?|목\s*차|차\s*례)$", re.IGNORECASE)
SUMMARY = lazily(r"^(?:(?:이번\s?호|금주|핵심)\s?)?(?:요\s*약|주요\s*내용\s*요약|SUMMARY)$", re.IGNORECASE)
REFERENCES = lazily(r"^[<〈\[【]?\s*참고\s*(?:자료|문헌)\s*[>〉\]】]?$")
AUTHOR = lazily(r"^작성자\s*[:：]\s*(?P<name>.+)$")
SUBHEAD = lazily(rf"^(?:\d{{1,2}}\)|[①-⑳]\)?\s?(?=\S)|[{HANGUL_ORDER}]\.)\s*\S")
CAPTION = lazily(r"^(?:〈(?P<a>.+)〉|《(?P<b>.+)》|<(?P<c>[^<>]*[가-힣][^<>]*)>)$")
NOTE_TITLE = lazily(r"^※\s*참\s*고")
NOTE_CAPTION = lazily(
    r"^(?:※\s*)?(?:[\[(《【]?\s*참\s*고(?!\s*(?:자료|문헌))(?![가-힣])|[\[(]\s*용\s*어(?:\s*(?:설명|해설|풀이))?\s*[\])]"
    r"|(?:용\s*어|낱\s*말)(?:\s*(?:설명|해설|풀이))?\s*[:：|│]|(?:용\s*어|낱\s*말)\s*(?:설명|해설|풀이)$)"
)
SOURCE = lazily(r"^출처\s*[:：]\s*(?P<what>.+)$")
URL = lazily(r"https?(?:://?|//)[^\s<>|\]）」]+", re.IGNORECASE)
_PICTURE = lazily(r"^!\[[^\[\]]*\]\((?P<file>(?:(?!\]\()[^\t\r\n])+)\)$")
_SCHEME = lazily(r"[A-Za-z][A-Za-z0-9+.-]+:")
ONLY_URL = lazily(r"^[<\[(]?\s*(?P<url>https?(?:://?|//)[^\s<>\]]+)\s*[>\])]?$", re.IGNORECASE)
NUMBER = lazily(r"^(?P<number>0[1-9]|[1-9]\d)\.?(?:(?:\s+|(?=[「『“‘《]))(?P<headline>\S.*))?$")
ENUMERATED = lazily(r"^(?:[<\[(【]?\d{1,2}[\].)>】]|\d{1,2}-\d{1,2}|[#◇◆▣▷▶]|\d{1,2}\s)\s*\D")
"""A headline that still carries its enumerator."""
NUMERAL = lazily(r"^(?:[IVX]{1,8}|[ⅠⅡⅢⅣⅤⅥ])\.?$")
NUMERAL_TITLE = lazily(r"^(?:[IVX]{1,8}|[ⅠⅡⅢⅣⅤⅥ])[.\s]\s*(?P<title>\S.{0,24})$")
CONTENTS_SECTION = lazily(r"^(?:\d|[IVX]{1,8}|[ⅠⅡⅢⅣⅤⅥ])[.\s]\s*(?P<title>\S.{0,24})$")
SERIES = lazily(r"동향|브리프|브리핑|리포트|포커스|인사이트|다이제스트|뉴스레터|주보|weekly|brief", re.IGNORECASE)

IMPRINT_LABELS = {
    "date": r"발\s*행\s*일(?:\s*자)?",
    "head": r"발\s*행\s*인",
    "name": r"발\s*행\s*기\s*관",
    "address": r"발\s*행\s*처|주\s*소",
    "phone": r"TEL|전\s*화",
    "url": r"URL|홈\s*페\s*이\s*지",
}
ADDRESS_LABEL = lazily(r"^주\s*소\s*[:：]\s*")
"""What stands before the address in the field that names publisher or place."""
IMPRINT_FIELD = lazily(
    r"^\|?\s*(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in IMPRINT_LABELS.items())
    + r")\s*[|:：.]\s*(?P<value>.*)$",
    re.IGNORECASE,
)

DEFAULT_TITLE: dict[SectionKind, str] = {
    "feature": "특집기사",
    "policy": "정책동향",
    "technology": "기술동향",
    "brief": "단신동향",
}
_KIND_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"단신|브리프|토막|짧은|간추린|\bbriefs?\b", "brief"),
    (r"특집|기획|심층|\b(?:features?|special)\b", "feature"),
    (r"정책|제도|\bpolicy\b", "policy"),
    (r"기술|연구|과학|\b(?:technology|tech|research|science)\b", "technology"),
    (r"포커스|\bfocus\b", "feature"),
)
_LOOSE_KIND_WORDS: tuple[tuple[str, SectionKind], ...] = (
    (r"일정|행사|숫자|소식|뉴스|한\s?(?:줄|장|눈)", "brief"),
    (r"분석|진단|깊이", "feature"),
    (r"산업", "technology"),
    (r"이슈|지역|동향|전략|법령|예산|통계", "policy"),
)
"""What titles speak of that name no kind; too common for lines that are no titles."""

_FIXED = (
    *(CONTENTS, SUMMARY, REFERENCES, AUTHOR, SOURCE, NUMERAL, NUMERAL_TITLE, CONTENTS_SECTION),
    *(NUMBER, IMPRINT_FIELD, ONLY_URL, SUBHEAD, CAPTION, NOTE_TITLE),
)
_SERIES_LENGTH = 40
"""Longer lines on a cover are sentences, not a title."""


def without_enumerator(headline: str) -> str:
    """A headline without what counts it ("[1]", "2.", "◇")."""
    while found := ENUMERATED.match(headline):
        headline = headline[found.end() - 1 :].lstrip()
    return headline


def roman(number: int) -> str:
    """The numeral of a section, counted from 1 (up to 39, more than any issue has)."""
    tens, ones = divmod(min(number, 39), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def section_kind(title: str, otherwise: SectionKind = "feature") -> SectionKind:
    """The kind a section's title speaks of; `otherwise` for a title that names none."""
    told = (*_KIND_WORDS, *_LOOSE_KIND_WORDS)
    return next((kind for words, kind in told if re.search(words, title, re.IGNORECASE)), otherwise)


def names_kind(title: str) -> bool:
    """Whether a title speaks of a kind of section at all."""
    return any(re.search(words, title, re.IGNORECASE) for words, _ in _KIND_WORDS)


def looks_structural(text: str) -> bool:
    """Whether a loose line, on the cover or behind the imprint, would be read as something else."""
    return is_fixed_line(text) or names_series(text) or split_marker(text)[0] in ("□", "■", "¶")


def names_series(text: str) -> bool:
    """Whether a line is the title of a series: short, and made of the words such titles have."""
    title = joined_slashes(text)
    return len(title) <= _SERIES_LENGTH and SERIES.search(title) is not None and not is_fixed_line(title)


def is_fixed_line(text: str) -> bool:
    """Whether a line without a marker is one that the format gives a meaning of its own."""
    return any(shape.match(text) for shape in _FIXED) or day_alone(text) is not None or is_bare_section(text)


def picture_file(text: str) -> str | None:
    """The file that a line names as the picture of the caption above it (`![](map.png)`), None for any other line.

    What lies in the web is no file: converters leave such lines.
    """
    found = _PICTURE.match(text.strip())
    name = found["file"].strip() if found else ""
    if name[:1] == "<" and name[-1:] == ">":  # as Markdown writes a name with spaces in it
        name = name[1:-1]
    return None if not name or _SCHEME.match(name) else name


def is_bare_section(text: str) -> bool:
    """Whether a line without a numeral is a section's title (the web issue has no numerals)."""
    return re.fullmatch(r"(?:정책|기술|단신|주요|과학)\s?(?:동향|단신)|특집(?:\s?기사)?|단신", text) is not None


def joined_slashes(text: str) -> str:
    """A series title without the slashes of its type face: 주/간/동/향 is 주간동향."""
    return re.sub(r"(?:[가-힣]/){2,}[가-힣]", lambda m: m.group().replace("/", ""), text)


# ---------------------------------------------------------------- dates in brackets and in the imprint

_DAY = (
    r"(?:(?P<year>[‘’']?\d{2}|\d{4})\s?(?:[./-]|년)\s?)?"
    r"(?P<month>\d{1,2})\s?(?:[./-]|월)\s?(?P<day>\d{1,2})\s?(?:\.|일)?"
)
_DAY_AT_END = lazily(rf"(?<!\s)\s*+[(（]\s*{_DAY}\s*(?:,?\s*[월화수목금토일](?:요일)?\s*)?[)）]$")
_DAY_ONLY = lazily(rf"^{_DAY}(?:\s*\([월화수목금토일]\)|\s*[월화수목금토일]요일)?$")
_REFERENCE_HEAD = lazily(
    rf"^[(（]\s*(?:{_DAY}\s*(?:,\s*(?P<publisher>[^()（）]+?))?|,\s*(?P<alone>[^()（）]+?))\s*[)）]\s*"
)


ANY_DAY = dt.date(2000, 7, 1)
"""A day of a leap year, so that every day without a year can be read near it."""


def _date(found: re.Match[str], near: dt.date | None) -> dt.date | None:
    year_text = found["year"]
    try:
        if year_text:
            year = int(year_text.lstrip("‘’'"))
            return dt.date(year + 2000 if year < 100 else year, int(found["month"]), int(found["day"]))
        if near is None:
            return None
        day = dt.date(near.year, int(found["month"]), int(found["day"]))
        return day.replace(year=near.year - 1) if day - near > dt.timedelta(days=60) else day
    except ValueError:
        return None


def day_at_end(text: str, near: dt.date | None) -> tuple[str, dt.date | None]:
    """The text without the date in brackets that ends it, and the date; unchanged and None where none can be read.

    A date without a year is in the year of `near`, or in the year before when that would lie two months ahead.
    """
    found = _DAY_AT_END.search(text)
    day = _date(found, near) if found else None
    return (text[: found.start()], day) if found and day else (text, None)


def ends_with_day(text: str) -> bool:
    """Whether a text ends with a day in brackets, as leads do, whatever its year is."""
    return day_at_end(text, ANY_DAY)[1] is not None


def day_alone(text: str) -> dt.date | None:
    """The date of a line that is nothing but a full date ("2023. 2. 17", "2025. 8. 29.(금)")."""
    found = _DAY_ONLY.match(text.strip())
    return _date(found, None) if found else None


def reference_head(text: str) -> tuple[dt.date | None, str | None, str] | None:
    """(date, publisher, rest) of a reference in the web issue's form, None for any other text.

    "(, 기관)" is a reference whose date is not known.
    """
    found = _REFERENCE_HEAD.match(text)
    if found and found["alone"]:
        return None, found["alone"], text[found.end() :]
    day = _date(found, None) if found else None
    return (day, found["publisher"], text[found.end() :]) if found and day else None


def day_in_brackets(day: dt.date, near: dt.date | None, dialect: Dialect) -> str:
    """A date as it ends a lead: without its year where the reader will supply the same one."""
    if dialect == "B":
        return f"({day:%y.%m.%d})" if 2000 <= day.year < 2100 else f"({day.year:04}.{day:%m.%d})"
    short = f"({day.month}.{day.day})"
    return short if day_at_end(short, near)[1] == day else f"({day.year:04}.{day.month}.{day.day})"
