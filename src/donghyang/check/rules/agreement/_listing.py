"""Enumerations before a number: 'A, B와 C 등 3개 분야'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.language.gazetteer import called
from donghyang.language.patterns import lazily
from donghyang.records import Message

_VERBAL = lazily(
    r"(?:[크작높낮많적길짧늘줄없]고|하고|하며|하여|해서|되고|되며|있고|으며|이며|지만|는데|함|됨|임|음|고자|위해|통해|따라|바탕으로|대비|기준|으로써|으로서|로써|로서)$"
)
_HEAD_END = lazily(r"(?:[은는을를]|에서|으로|[가-힣]{2}[이가에의로]|[)）:])\s")
_JOINT = lazily(r"\s및\s|\s?및\s|(?<=[가-힣)）])[와과]\s|·")
_BRACKET = lazily(r"[()（）]")
_SIGN = lazily(r"[()（）,、，]")
SIGNED = {"①": lazily("[①-⑮]"), "△": lazily("△"), "▲": lazily("▲"), "▶": lazily("▶")}
"""The signs that open the items of a list inside a line: the first of them, and what finds them all."""
_PARTED = lazily("[,、，△▲▶·–—-]")
"""What parts items; without any there is no list."""
_LONGEST_ITEM = 36
"""Characters of an item; what is longer is the sentence before the enumeration."""
_FULL_STOP = lazily(r"[가-힣)”’]\. ")
_COUNTED = lazily(r"[0-9]\s?(?:개|곳|명|건|종|회|대|km|m|%|위|년)")
"""What is counted by itself is no member of a list: 고등학교 5곳, 중학교 4곳."""
_OPEN = lazily(r" 등(?:[을를의에과이은도]|으로)? ")
_LEAD_IN = lazily(
    r"(?:보면|결과|따르면|으로|하나로|에서|에는|에도|까지|부터|위해|통해|따라|대해|경우|가운데|이어|결국|특히|우선|또한|한편|아울러|먼저|"
    r"[는은도]|하[고며여]|되[고며어]|지만|는데|면서|다가|도록|[어아여해]서|등)$"
)
"""What opens the sentence before the first item."""
_WITH = lazily(r"[가-힣)）](?:[을를] (?:비롯|포함)|에 (?:이어|더)|[와과] 함께)")
"""Before the first item, that one more was named: 가온을 비롯해 나루, 다솜 등 3개사."""
_HEAD = lazily(r"^(?:[^ ]+ )*?[^ ]*(?:[은는을를]|에서|으로|[가-힣]{2}[이가에의로]|[)）:]) (?=[^ ]+$)")
"""The words before the first item, where the last of them has its particle."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An enumeration; how many items it has cannot always be told."""

    least: int
    most: int
    start: int
    """Offset of its first item in the text."""
    open: bool
    """Whether 등 leaves it open."""
    plain: bool = False
    """Whether every item is one word, so that their number is certain."""


def miscount(announced: int, listed: int) -> Message:
    """What is said where a number and the items listed for it disagree."""
    return Message(f"{announced}(이)라고 했으나 {listed}을(를) 적었습니다.", f"{announced} announced, {listed} listed.")


def listing_before(text: str, end: int) -> Listing | None:
    """The enumeration that ends right before `end` of a line; None when no comma, sign or dash parts two items."""
    if not _PARTED.search(text, 0, end):
        return None
    body = _sentence(_inside(text[:end])).rstrip()
    is_open = body.endswith((" 등", ")등", "등의"))
    if is_open:
        body = body[: body.rindex("등")].rstrip()
    signs = _signs(body)
    if signs is not None:
        item = body[max(map(body.rfind, "△▲▶")) + 1 :].strip()
        return Listing(signs[0], signs[0], signs[1], is_open) if is_open or " " not in item else None
    chunks = _chunks(body)
    if chunks and _LEAD_IN.search(body[slice(*chunks[0])].strip()):
        chunks = chunks[1:]
    if len(chunks) < 2:
        return _dashed(body, is_open) or _dotted(body, is_open)
    items = [body[a:b].strip() for a, b in chunks]
    if any(_COUNTED.search(item) for item in items) or _OPEN.search(items[-1]):
        return None
    last = len(_JOINT.split(items[-1])) - 1
    inside = sum(len(_JOINT.split(item)) - 1 for item in items[:-1])
    words = [word for item in items for word in re.split(r" 및 ", _HEAD.sub("", item))]
    led = _WITH.search(body, 0, chunks[0][1]) is not None
    last += led
    plain = not any(" " in word for word in words) and not led
    sure = 1 if plain and not inside and last == 1 and " 및 " in items[-1] else 0
    plain = plain and not last + inside
    return Listing(len(items) + sure, len(items) + last + inside, chunks[0][0], is_open, plain)


def _sentence(text: str) -> str:
    """The text with all sentences but the last blanked."""
    end = max((found.end() for found in _FULL_STOP.finditer(text)), default=0)
    return " " * end + text[end:]


def _inside(text: str) -> str:
    """The text with everything up to an unclosed bracket blanked: an enumeration does not reach out of it."""
    depth = 0
    for bracket in reversed(list(_BRACKET.finditer(text))):
        if bracket[0] in ")）":
            depth += 1
        elif not depth:
            return " " * bracket.end() + text[bracket.end() :]
        else:
            depth -= 1
    return text


def _signs(body: str) -> tuple[int, int] | None:
    """Items that each open with △ or a circled number, up to the end: how many, and where the first stands."""
    for sign in ("△", "▲", "▶"):
        if body.count(sign) > 1:
            return body.count(sign), body.index(sign)
    return None


def _chunks(body: str) -> list[tuple[int, int]]:
    """The items, backwards from the end to where the enumeration must have begun."""
    found: list[tuple[int, int]] = []
    end = len(body)
    for comma in _commas(body):
        item = body[comma + 1 : end].strip()
        if not item or (found and _VERBAL.search(item)):
            break
        first = _head_end(item) if found or comma < 0 else None
        if len(item) > _LONGEST_ITEM and first is None:
            break
        found.append((comma + 1, end))
        if first is not None and len(found) > 1:
            break
        end = comma
    return found[::-1]


_ORIGINAL = lazily(r"[(（][^()（）]*[A-Za-z㐀-鿿][^()（）]*[)）]")


def _head_end(item: str) -> re.Match[str] | None:
    """Where the words before a first item end; a part of it are an original in brackets (난카이대학(南开大学) 화학원)
    and a place that ends like a particle (상하이 푸둥)."""
    ends = (end for end in _HEAD_END.finditer(item) if not _closes_original(item, end))
    return next((end for end in ends if not called(item[: end.end()].split()[-1])), None)


def _closes_original(item: str, end: re.Match[str]) -> bool:
    if end[0][0] not in ")）":
        return False
    return any(found.end() == end.start() + 1 for found in _ORIGINAL.finditer(item))


def _commas(body: str) -> Iterator[int]:
    """The commas outside brackets that are none of a figure, from the last to the first; then -1 for the beginning."""
    depth = 0
    for sign in reversed(list(_SIGN.finditer(body))):
        at = sign.start()
        if sign[0] in ")）":
            depth += 1
        elif sign[0] in "(（":
            depth = max(0, depth - 1)
        elif not depth and not (body[at + 1 : at + 2].isdigit() and body[at - 1 : at].isdigit()):
            yield at
    if body:
        yield -1


_LONGEST_CHAIN = 90
"""Characters of eight items of ten letters with the signs between them."""
_DASHED = lazily(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]{2,10}(?:[-–—][가-힣A-Za-z]{2,10}){1,5}$")
_DOTTED = lazily(r"(?<![가-힣A-Za-z·])[가-힣A-Za-z]{1,10}(?:·[가-힣A-Za-z]{1,10}){2,7}$")


def _dashed(body: str, is_open: bool) -> Listing | None:
    found = _DASHED.search(body, max(0, len(body) - _LONGEST_CHAIN))
    if not found:
        return None
    count = len(re.split("[-–—]", found[0]))
    return Listing(count, count, found.start(), is_open)


def _dotted(body: str, is_open: bool) -> Listing | None:
    """Names with dots between; some may have one letter (금, 납), but not most: 산·학·연 is one word."""
    found = _DOTTED.search(body, max(0, len(body) - _LONGEST_CHAIN))
    names = found[0].split("·") if found else []
    if found is None or sum(len(name) > 1 for name in names) <= len(names) // 2:
        return None
    return Listing(len(names), len(names), found.start(), is_open)
