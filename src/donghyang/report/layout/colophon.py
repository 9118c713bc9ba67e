"""Cover line and imprint in whatever form: title, date, publisher, with or without labels and bars."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Publisher
from donghyang.report.grammar import ADDRESS_LABEL, URL, day_alone, day_at_end, joined_slashes, names_series
from donghyang.report.layout.citations import labelled
from donghyang.report.layout.english import ENGLISH, english_day
from donghyang.report.statements import states

_LABELS = {
    "date": r"발\s*행\s*일(?:\s*자)?|펴\s*낸\s*날|보\s*고\s*일(?:\s*자)?|작\s*성\s*일(?:\s*자)?|Date",
    "head": r"발\s*행\s*인|펴\s*낸\s*이|편\s*집\s*인|대\s*표(?:\s*자)?|책\s*임(?:\s*자)?|Editor|Head",
    "name": r"발\s*행\s*기\s*관|발\s*행\s*처|펴\s*낸\s*곳|발\s*행|발\s*간(?:\s*기\s*관)?|Published\s+by|Publisher",
    "address": r"주\s*소|우편|소\s*재\s*지|Address",
    "phone": r"(?:대\s*표\s*)?전\s*화(?:\s*번\s*호)?|TEL|T(?=[.:])|☎|연\s*락\s*처|Phone",
    "url": r"홈\s*페\s*이\s*지|누\s*리\s*집|웹\s*사\s*이\s*트|URL|Web(?:site)?|Homepage|지난\s*호\s*보기",
    "ask": r"문\s*의(?:\s*처)?|Contact",
}
_ANY = "|".join(_LABELS.values())
_FIELD = lazily(
    r"^\|?\s*[(\[]?(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in _LABELS.items())
    + r")(?:[)\]]?\s*[|:：.]\s*|[)\]]?\s+)(?P<value>\S.*)$",
    re.IGNORECASE,
)
_BARE_LABEL = lazily(_ANY, re.IGNORECASE)
_PARTS = lazily(
    rf"""
      (?<!\s) (?: \s*+ [/|·•] \s++ | \s++ )                 # before a label, or an address
      (?= (?:{_ANY}) \s* [:：] | T(?:EL)?\. | ☎\s?[\d+(] | [(\[] (?:{_ANY}) [)\]] | https?:// )
    | (?<!\s) (?: \s*+ [/|·•] \s++ | \s{{2,}}+ ) (?= (?:{_ANY}) \s )   # before a label set off by room or a bar
    | (?<=[소관회터단처부청실원])(?<!연락처)(?<!문의처) \s
      (?= \d{{2,4}} [)\-] [\d)\-\s]{{6,16}} $ )   # before a telephone behind a name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_APART = lazily(r"\s{2,}+|(?<!\s)\s?[|│]\s")
_PHONE = lazily(r"^[+(]?\d[\d)\-.\s/~]{6,}$")
_ORGANISATION = lazily(rf"(?:{tables.either(__package__, 'publishers')})$")
_STREET = lazily(
    r"\d.*(?:로|길|동|구|시|층|호|가|번지)|(?:로|길|동|구|시)\s.*\d|\d.*(?:Street|Avenue|Road|Av\.|St\.)|,\s*\d{4,6}\b",
    re.IGNORECASE,
)
_ROAD = lazily(r"(?:성|시|구|현|로|길|루)\s\S*(?:로|길|루|대로)\s?\d+호")
_POST = lazily(r"^(?:우편?\s*)?[(\[]?(?:우편?\s*)?\d{5,6}[)\]]?\s+(?=\S)")
"""The number of a post office before an address."""
_HEAD_IN_BRACKETS = lazily(rf"(?<!\s)\s*+[(（](?:{tables.either(__package__, 'heads')})\s+(?P<head>[^()（）]+)[)）]\s*")
_HEAD = lazily(rf"^(?:{tables.either(__package__, 'heads')})\s+[가-힣]{{2,4}}$")
_BRACKET = lazily(r"(?<!\s)\s*+[(（](?P<in>[^()（）]+)[)）]\s*$")
_DATE = lazily(
    r"[(（]?(?P<day>(?:19|20)\d\d\s?(?:[./-]|년)\s?\d{1,2}\s?(?:[./-]|월)\s?\d{1,2}(?!\d|\s?(?:주|호))\s?(?:일|\.)?)(?:\s*[(（][월화수목금토일][)）]|\s*[월화수목금토일]요일)?[)）]?"
)
_WEEK_AND_DAY = lazily(
    r"(?P<year>(?:19|20)\d\d)년[^()（）]{0,16}[(（](?:\d{1,2}\.\s?\d{1,2}\.?\s?[~∼〜]\s?)?(?P<day>\d{1,2}\.\s?\d{1,2})\.?\s?"
    r"(?:[(（]?[월화수목금토일][)）]?)?\s?(?:발행|발간)?[)）]"
)
"""A cover that names a week, and its day in brackets: 2026년 4월 2주 (4.10. 발행)."""
_ISSUE_NUMBER = lazily(
    r"[(（]?(?:19|20)\d\d년\s?\d{1,2}월\s?(?:\d|첫째|둘째|셋째|넷째|다섯째)\s?주차?[)）]?|(?:통\s?권\s?)?제?\s{0,3}(?<!\d)\d{1,6}(?:\s?[-–]\s?\d{1,6})?\s{0,3}호|(?:Vol|No)\.\s*\d+",
    re.IGNORECASE,
)
_TITLE = lazily(
    r"(?:리뷰|레터|소식지?|저널|매거진|모니터|월보|회보|워치|노트|트렌드|Review|Letter|Journal|Monitor|Digest|Watch)$",
    re.IGNORECASE,
)
_LONGEST = 300
"""Letters; longer lines are no part of an imprint."""
_SEPARATORS = lazily(r"\s{2,}+|(?<!\s)\s?[|│/·]\s++|\s[|│/·]\s*+|,\s++")


@dataclass
class Colophon:
    """What covers and imprints said so far; a later imprint speaks over an earlier one."""

    date: dt.date | None = None
    fields: dict[str, str] = field(default_factory=dict)

    def publisher(self) -> Publisher:
        """The publisher."""
        return Publisher(**{name: self.fields.get(name) for name in ("name", "head", "address", "phone", "url")})


def is_labelled(text: str) -> bool:
    """Whether a line holds a field of an imprint, with its label."""
    return len(text) <= _LONGEST and any(_field(part) for part in _parts(text))


def looks_like_imprint(text: str) -> bool:
    """Whether a line may stand in an imprint, with or without a label."""
    if len(text) > _LONGEST or labelled(text):
        return False
    return is_labelled(text) or _unlabelled(text, {}, None) is not None


def names_publisher(lines: list[str]) -> bool:
    """Whether lines without labels hold a publisher's name or telephone."""
    told = [_unlabelled(line, {}, None) for line in lines if len(line) <= _LONGEST]
    return any(field is not None and field[0] in ("name", "phone") for field in told)


def names_itself(text: str) -> bool:
    """Whether a line holds a publisher's name and where to reach it, told by their form alone."""
    parts = _parts(text) if len(text) <= _LONGEST and not labelled(text) else []
    told = [_unlabelled(part, {}, None) for part in parts]
    names = {field[0] for field in told if field}
    return "name" in names and len(names) > 1 and None not in told


def read_imprint(lines: list[str], into: Colophon) -> list[str]:
    """Read the lines of an imprint; what says nothing of date or publisher comes back."""
    rest: list[str] = []
    found: dict[str, str] = {}
    last = None
    for line in lines:
        for part in _parts(line):
            name, value = _field(part) or _unlabelled(part, found, last) or (None, part)
            if name == "more":
                found["address"] += f" {value}"
            elif name == "ask":
                last = _take_ask(part, value, found, rest)
            elif name is None or name in found or not _take(name, value, found, into):
                rest.append(part)
            else:
                last = name
    into.fields |= found
    return rest


def _parts(line: str) -> list[str]:
    parts = [part.strip(" |/·ⓒ©") for part in _PARTS.split(line) if part and part.strip(" |/·ⓒ©")]
    return [piece for part in _with_labels(parts) for piece in _set_apart(part)]


def _with_labels(parts: list[str]) -> list[str]:
    """The parts, each label that stands alone with the value behind it."""
    found: list[str] = []
    for part in parts:
        if found and _BARE_LABEL.fullmatch(found[-1].rstrip(" :：")):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def _set_apart(part: str) -> list[str]:
    """A field and what a bar or much room sets apart behind it, where both speak for themselves."""
    pieces = [piece for piece in _APART.split(part) if piece]
    if len(pieces) < 2 or _BARE_LABEL.fullmatch(pieces[0]):
        return [part]
    return pieces if all(_field(piece) or _unlabelled(piece, {}, None) for piece in pieces) else [part]


def _field(part: str) -> tuple[str, str] | None:
    found = _FIELD.match(part)
    if found is None:
        return None
    name = next(name for name in _LABELS if found[name])
    value = found["value"].strip()
    name = "date" if name == "name" and day_alone(value.rstrip(". ")) else name  # 발행: 2026. 5. 12.
    fits = {
        "date": day_in(value) is not None,
        "phone": any(map(str.isdigit, value)),
        "url": URL.search(value) is not None,
    }
    return (name, value) if fits.get(name, True) else None


def _unlabelled(part: str, found: dict[str, str], last: str | None) -> tuple[str, str] | None:
    """A line of an imprint without a label, told by its form and by the one above."""
    if (address := URL.search(part)) and address[0] == part.strip("<>()[] "):
        return "url", address[0]
    if day_alone(part):
        return "date", part
    if _PHONE.match(part):
        return "phone", part
    if last == "address" and _field(part) is None:
        return "more", part
    if _ORGANISATION.search(part) and "name" not in found and not any(map(str.isdigit, part)):
        return "name", part
    if "head" not in found and _HEAD.match(part):
        return "head", part.split(maxsplit=1)[1]
    if states(part) or part.endswith("니다") or (_ISSUE_NUMBER.search(part) and not _ROAD.search(part)):
        return None
    if last in ("name", "ask") and "address" not in found and re.search(r"\d", part):
        return "address", part
    return ("address", part) if _STREET.search(part) and "address" not in found else None


def _take(name: str, value: str, found: dict[str, str], into: Colophon) -> bool:
    if name == "date":
        into.date = day_in(value) or into.date
        return True
    if name == "url":
        address = URL.search(value)
        value = address[0] if address else value
    if name == "name":
        value = _without_brackets(value, found)
        value = ADDRESS_LABEL.sub("", value)
        if _STREET.search(value) and not _ORGANISATION.search(value):
            name = "address"
    found[name] = _POST.sub("", value) if name == "address" else value
    return True


def _without_brackets(value: str, found: dict[str, str]) -> str:
    """A publisher's name; who heads it and where it lies, if told in brackets, are taken out."""
    if head := _HEAD_IN_BRACKETS.search(value):
        found.setdefault("head", head["head"].strip())
        value = (value[: head.start()] + " " + value[head.end() :]).strip()
    bracket = _BRACKET.search(value)
    if bracket and (told := _field(bracket["in"])) and told[0] == "phone":
        found.setdefault("phone", told[1])
        return value[: bracket.start()].strip()
    if bracket and _PHONE.match(bracket["in"].strip()):
        found.setdefault("phone", bracket["in"].strip())
        return value[: bracket.start()].strip()
    if bracket and _STREET.search(bracket["in"]):
        found.setdefault("address", bracket["in"].strip())
        value = value[: bracket.start()].strip()
    return value


def _take_ask(part: str, value: str, found: dict[str, str], rest: list[str]) -> str | None:
    """Where to ask: the publisher where it is a name, else a telephone; other words stay as they stand."""
    if _PHONE.match(value):
        found.setdefault("phone", value)
        return "phone"
    bracket = _BRACKET.search(value)
    if bracket and _PHONE.match(bracket["in"].strip()):
        found.setdefault("phone", bracket["in"].strip())
        value = value[: bracket.start()].strip()
    name = _without_brackets(value, found)
    if _ORGANISATION.search(name) and "name" not in found:
        found["name"] = name
        return "name"
    rest.append(part)
    return None


# ---------------------------------------------------------------- cover lines


def day_in(text: str) -> dt.date | None:
    """The first full date that stands in a line, None where none does."""
    for full in _DATE.finditer(text):
        if day := day_alone(full["day"]):
            return day
    if found := _WEEK_AND_DAY.search(text):
        return day_alone(f"{found['year']}.{found['day']}")
    return english_day(text, None)


def _words_of(line: str) -> list[str]:
    """What a cover line says, without its dates and without the brackets and bars around."""
    parts = _SEPARATORS.split(_ISSUE_NUMBER.sub(lambda m: f"  {m[0]}  ", line))
    return [words for part in parts if (words := part.strip(" ()[]<>【】〈〉《》·|│┃║,-–/"))]


def _title_of(lines: list[str]) -> str | None:
    """The words of a cover that are its title: those of the kind titles are made of, else the first that may be it."""
    told = (words for line in lines if not is_labelled(line) for words in _words_of(_DATE.sub("  ", line)))
    likely = [words for words in told if not _ISSUE_NUMBER.fullmatch(words) and not words.startswith("※")]
    named = [*filter(names_series, likely), *filter(_TITLE.search, likely)]
    return next(
        iter(named), next((words for words in likely if not _ORGANISATION.search(words)), next(iter(likely), None))
    )


_PERIOD = lazily(
    r"\d\s?[.일]?\s*(?:[(（]?[월화수목금토일])?[)）]?\s*[~∼〜]\s*[(（]?(?P<end>[’'‘]?\d[\d.\s/년월-]*\d(?:\s?[.일])?)"
)
"""From one day to another: what an issue covers. It is published on the last of them where no other day is told."""


def last_day(text: str, first: dt.date) -> dt.date:
    """The last day of the period that begins in a line with the `first`; that day where the line names no period."""
    found = _PERIOD.search(text)
    return (found and (day_at_end(f"({found['end']})", first)[1] or day_in(found["end"]))) or first


def read_cover(lines: list[str], into: Colophon) -> tuple[str | None, list[str]]:
    """(series, other lines) of a cover; its date and publisher go into the colophon."""
    series: str | None = None
    rest: list[str] = []
    ends: dt.date | None = None
    title = _title_of(lines)
    for at, line in enumerate(lines):
        if is_labelled(line):
            rest += read_imprint([line], into)
            continue
        below = any(names_series(part) for part in _SEPARATORS.split("  ".join(lines[at : at + 2])))
        day = day_in(line)
        left = ENGLISH.sub(" ", _DATE.sub("  ", line)) if day else line
        if day and _PERIOD.search(line):
            ends = ends or last_day(line, day)
        else:
            into.date = into.date or day
        for words in _words_of(left):
            if _ORGANISATION.search(words) and len(words) > 4 and (series or below) and "name" not in into.fields:
                into.fields["name"] = words
            elif series is None and words == title:
                series = joined_slashes(words)
            elif words != series:
                rest.append(words)
    into.date = into.date or ends
    return series, rest
