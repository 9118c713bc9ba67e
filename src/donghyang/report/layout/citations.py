"""References and sources as offices write them -> the one form of the house."""

from __future__ import annotations

import datetime as dt
import re

from donghyang.language.patterns import lazily
from donghyang.report.grammar import ANY_DAY, URL, day_alone, day_at_end, reference_head
from donghyang.report.layout.english import ENGLISH, english_day, without_english_day

_BEHIND = lazily(r"(?<!\s)\s*+[(（](?P<what>[^()（）]{1,60})[)）]$")
_BRACKETED = lazily(r"(?<!\s)\s*+[\[［](?P<what>[^\[\]［］]*https?://[^\[\]［］\s]+)\s*[\]］]$")
_QUOTED = lazily(
    r"(?:^|(?<=[,)）])\s*)(?:「(?P<a>[^「」]+)」|『(?P<b>[^『』]+)』|[“\"](?P<c>[^“”\"]+)[”\"])(?=,|\s*$|\s*[(（])"
)
_QUOTED_ANYWHERE = lazily(r"[「『“《][^「『“《》」』”]{2,}[」』”》]")
_WHOLLY_QUOTED = lazily(r"^[「『“](?P<in>[^「」『』“”]+)[」』”]$")
_KOREAN = lazily(r"[가-힣]")
_OUTLET = lazily(
    r"^(?P<outlet>[^()（）]*?[^\s,(（])\s*[,·]?\s*(?P<day>\d{1,4}[./-]\s?\d{1,2}(?:[./-]\s?\d{1,2})?\.?|\d{1,2}월\s*\d{1,2}일)$"
)
_ENCLOSED = lazily(r"(?<!\s)\s*+[(<\[](?P<url>https?://[^\s()<>\[\]]+)[)>\]]$")
"""An address in brackets at the end."""
_OUTLET_LENGTH = 40
_LABEL = lazily(
    r"^(?:※\s*)?(?:[<〈\[【(]\s*)?(?:참\s*고(?:\s*(?:자\s*료|문\s*헌))?|관련\s*(?:자료|기사)|원\s*문|원\s*자료|출\s*처|자\s*료(?:\s*출처)?"
    r"|references?|sources?|links?)\s*(?:[>〉\]】)]\s*[:：]?|[:：])\s*(?=\S)",
    re.IGNORECASE,
)
_CLOSED_BY = {"(": ")", "（": "）", "[": "]", "【": "】", "<": ">", "〈": "〉"}
_NEXT = lazily(r"(?:(?<!\s)\s+)?[;；]\s*|(?<!\s)\s+/\s+(?=[^/「『“]{1,60}[「『“])")
_NAME_AND_DAY = lazily(r"^(?P<name>[^()（）]*[^()（）\s])\s?[(（](?P<day>[^()（）]{3,14})[)）]$")
_PUBLISHER_AND_TITLE = 2
_SHORTER = 2
"""How many times shorter a name is than the title behind it, at the least, where nothing else tells the two."""
_MONTH = lazily(r"^(?:19|20)\d\d\s?(?:[./-]|년)?\s?(?:\d{1,2}\s?(?:[./-]|월)?)?$")
"""A year, or a month of one, where a day would stand."""
_PUBLISHER = lazily(
    r"(?:(?<![公通年月简快])[报報]|网|網|社|部|局|厅|廳|院|委|委员会|委員會|政府|所|大学|大學|中心|新闻|新聞|杂志|公司|集团|办公厅|协会|学会|기금|電|电视台)$"
)
"""How bodies and papers end that print Chinese or Japanese."""
_LISTED = lazily(r",\s+https?://")


def bracketed(text: str) -> tuple[str, str] | None:
    """(words, reference) of a line that ends with a reference in square brackets; None for any other line."""
    found = _BRACKETED.search(text)
    return (text[: found.start()].rstrip(), found["what"]) if found and text[: found.start()].strip() else None


def cited(text: str, near: dt.date | None) -> str:
    """A reference in the house's form "(yy.mm.dd, publisher) title address", whatever its order is."""
    text = _ENCLOSED.sub(r" \g<url>", text)
    if text.endswith(")") and text.count("(") < text.count(")"):
        text = text[:-1]
    if reference_head(text):
        return text
    addresses = URL.findall(text)
    url = addresses[-1] if addresses else ""
    words = text.replace(url, "").strip(" ,;/<>()[]").strip() if url else text.strip()
    if url and text.rstrip(" >)]").endswith(url) and "(" in words and ")" not in words[words.rindex("(") :]:
        words += ")"
    day, publisher, title = _in_brackets_behind(words, near)
    if title is not None and publisher is None and _QUOTED.search(title):
        _, publisher, title = _by_commas(title, near, listed=False)
    if title is not None and publisher is None and day is not None:
        publisher, title = _behind_publisher(title)
    if title is None:
        day, publisher, title = _by_commas(words, near, listed=_LISTED.search(text) is not None)
    return " ".join(part for part in (_head(day, publisher), title, url) if part)


def _behind_publisher(words: str) -> tuple[str | None, str]:
    """(publisher, title) of "publisher, title"; no publisher where the first words name no body."""
    head, _, rest = (part.strip() for part in re.sub("，", ", ", words).partition(", "))
    title = _WHOLLY_QUOTED.sub(r"\g<in>", rest)
    named = _PUBLISHER.search(head) is not None or (_KOREAN.search(head) and not _KOREAN.search(rest))
    return (head, title) if rest and named and len(head) <= _OUTLET_LENGTH else (None, words)


def labelled(text: str) -> list[str]:
    """The references behind "출처:", "참고:" or "[원문]" in one line; none where the line has no such label."""
    found = _LABEL.match(text)
    if found is None:
        return []
    enclosed = text[0] in _CLOSED_BY and not any(sign in found[0] for sign in _CLOSED_BY.values())
    words = text[found.end() :].removesuffix(_CLOSED_BY[text[0]]) if enclosed else text[found.end() :]
    return [part.strip() for part in _NEXT.split(words) if part.strip()]


def names_title(text: str, near: dt.date | None) -> bool:
    """Whether a reference names more than an outlet and its day: a title in quotation marks, or one with an address."""
    if _QUOTED_ANYWHERE.search(text):
        return True
    words = URL.sub("", text).strip()
    named = outlet(words, near)
    told = named is None or ", " in named[0] or "，" in named[0]
    return words != text.strip() and told and any(sign in words for sign in ",(（")


def _head(day: dt.date | None, publisher: str | None) -> str:
    if day is None and publisher is None:
        return ""
    return f"({f'{day.year:04}.{day:%m.%d}' if day else ''}{f', {publisher}' if publisher else ''})"


def _in_brackets_behind(words: str, near: dt.date | None) -> tuple[dt.date | None, str | None, str | None]:
    """Title (publisher, day): the title is None where nothing stands behind it in brackets."""
    found = _BEHIND.search(words)
    if found is None or not words[: found.start()].strip():
        return None, None, None
    parts = [part.strip() for part in re.split(r",\s+|;\s*", found["what"])]
    days = [day for part in parts if (day := _day(part, near))]
    names = [part for part in parts if _day(part, near) is None]
    if len(names) > 1 or (not days and not _KOREAN.search(found["what"])):
        return None, None, None
    return (days[0] if days else None), (names[0] if names else None), words[: found.start()].strip()


def _by_commas(words: str, near: dt.date | None, *, listed: bool) -> tuple[dt.date | None, str | None, str]:
    """Publisher, title, day in any order: the title stands in quotation marks, or behind a Korean publisher.

    `listed`: a comma parts the address too, so that commas part whatever stands before it.
    """
    quoted = _QUOTED.search(words)
    around = f"{words[: quoted.start()]}, {words[quoted.end() :]}" if quoted else words
    parts = [part for piece in re.split(r",\s+", around) if piece.strip(" ,") for part in _apart(piece.strip(" ,"))]
    days = [day for part in parts if (day := _day(part, near))]
    names = [part for part in parts if _day(part, near) is None and not _MONTH.match(part.rstrip(" ."))]
    day = days[0] if days else None
    dated = len(names) < len(parts)
    if quoted and all(len(name) <= _OUTLET_LENGTH for name in names) and len(names) < 2:
        title = quoted["a"] or quoted["b"] or quoted["c"]
        return day, (names[0] if names else None), title
    if quoted or len(names) < 2 or sum(map(len, names)) < 2:
        return None, None, words
    if len(names[0]) <= _OUTLET_LENGTH and (listed or _KOREAN.search(names[0])):
        return day, names[0], ", ".join(names[1:])
    named = _PUBLISHER.search(names[0]) is not None or _SHORTER * len(names[0]) <= len(names[-1])
    if dated and len(names[0]) <= _OUTLET_LENGTH and named and not _PUBLISHER.search(names[-1]):
        return day, names[0], ", ".join(names[1:])
    if day and len(names[-1]) <= _OUTLET_LENGTH:
        return day, names[-1], ", ".join(names[:-1])
    if day and len(names[0]) <= _OUTLET_LENGTH and len(names) == _PUBLISHER_AND_TITLE:
        return day, names[0], names[1]
    return None, None, words


def _apart(piece: str) -> tuple[str, ...]:
    """A publisher and the day that stands behind it in brackets; the piece itself where there is none."""
    found = _NAME_AND_DAY.match(piece)
    return (found["name"], found["day"]) if found and _day(found["day"], ANY_DAY) else (piece,)


def _day(text: str, near: dt.date | None) -> dt.date | None:
    english = english_day(text, near) if ENGLISH.fullmatch(text) else None
    return english or day_alone(text) or day_at_end(f"({text})", near)[1]


def outlet(text: str, near: dt.date | None) -> tuple[str, dt.date | None] | None:
    """(outlet, day) of the words "매체, 날짜" or "매체 (날짜)"; None where they name no day."""
    if len(text) > 2 * _OUTLET_LENGTH:
        return None
    rest, day = without_english_day(text.strip(), near)
    if day is None:
        rest, day = day_at_end(rest, near)
    if day and rest.strip():
        return rest.strip(" ,"), day
    head, _, tail = text.strip().rpartition(",")
    if head and (day := _day(tail.strip(), near)):
        return head.strip(" ,"), day
    found = _OUTLET.match(text.strip())
    day = _day(found["day"], near) if found else None
    return (found["outlet"].strip(" ,"), day) if found and day and len(found["outlet"]) <= _OUTLET_LENGTH else None


def headline_with_outlet(text: str, near: dt.date | None) -> tuple[str, tuple[str, dt.date | None], str | None] | None:
    """(headline, (outlet, day), address) of a brief in one line: "headline (outlet, day) address"."""
    addresses = URL.findall(text)
    words = text.replace(addresses[-1], "").strip() if addresses else text
    found = _BEHIND.search(words)
    source = outlet(found["what"], near) if found else None
    if found is None or source is None or not words[: found.start()].strip():
        return None
    return words[: found.start()].strip(), source, addresses[-1] if addresses else None
