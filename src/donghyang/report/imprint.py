"""The imprint: who published the issue, and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from donghyang.language.patterns import lazily
from donghyang.records import Publisher
from donghyang.report.grammar import ADDRESS_LABEL, IMPRINT_FIELD, IMPRINT_LABELS, day_alone, reference_head
from donghyang.report.stream import Line, imprint_parts

_OPENS = lazily(r"^\|?\s*발\s*행\s*(?:일(?:\s*자)?|인|기\s*관|처)\s*[|:：]")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the imprint says, and which lines of the stream it takes: [first, end)."""

    publisher: Publisher
    date: dt.date | None
    first: int
    end: int


def find_imprint(lines: list[Line]) -> Imprint | None:
    """The imprint of a stream, None where it has none."""
    first = _first(lines)
    if first is None:
        return None
    fields: dict[str, str] = {}
    at = first
    while at < len(lines) and (found := _field(lines[at], fields)):
        name, value = found
        fields[name] = f"{fields[name]} {value}" if name in fields else value
        at += 1
        if name == "address" and _continues(lines, at, fields):
            fields[name] += f" {lines[at].raw}"
            at += 1
    day = day_alone(fields.pop("date", ""))
    return Imprint(Publisher(**{name: value or None for name, value in fields.items()}), day, first, at)


def _first(lines: list[Line]) -> int | None:
    """Where the last imprint of the stream begins."""
    opens = (at for at in range(len(lines) - 1, -1, -1) if lines[at].plain and _OPENS.match(lines[at].text))
    first = next((at for at in opens if _field(lines[at], {})), None)
    known: dict[str, str] = {}
    while first is not None and (found := _field(lines[first], known)):
        known[found[0]] = found[1]
        if first == 0 or lines[first - 1].url or not _field(lines[first - 1], known):
            break
        first -= 1
    return first


def _field(line: Line, known: dict[str, str]) -> tuple[str, str] | None:
    """(name, value) of an imprint line; None for another line and for a field already known."""
    if not line.plain:
        return None
    if line.url:
        return None if "url" in known else ("url", line.url)
    found = IMPRINT_FIELD.match(line.text)
    if found is None:
        return None
    name = next(field for field in IMPRINT_LABELS if found[field])
    value = ADDRESS_LABEL.sub("", found["value"].strip())
    if not value or name in known or (name == "date" and day_alone(value) is None):
        return None
    return name, value


def _continues(lines: list[Line], at: int, known: dict[str, str]) -> bool:
    """Whether the line at `at` is the second line of the address: the telephone or home page must still follow.

    A reference, or a line that holds an address of the web or a telephone number, is none.
    """
    if at + 1 >= len(lines) or not lines[at].plain or _field(lines[at], known):
        return False
    if reference_head(lines[at].raw) or len(imprint_parts(lines[at].raw)) > 1:
        return False
    after = _field(lines[at + 1], known)
    return after is not None and after[0] in ("phone", "url")
