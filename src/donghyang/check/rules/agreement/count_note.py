"""예고한 수와 주석이나 참고에 적은 것의 수가 다릅니다. | A remark or note lists another number than was announced.

왜: '8개 대학*'이라 하고 주석에 일곱을 적거나, '4대 유형'이라는 참고에 다섯을 적으면 하나가 빠졌거나 남은 것이다.
Why: 'Eight universities*' with seven in the remark, or a note on 'four types' with five, has one too few or too many.
Bad:
  01
  대학 지원 확대
  ■ 대학 4곳을 지원(3.2)
  - 인공지능 4개 대학*을 지원
  * 한울대학, 새벽대학, 가람대학
Good:
  01
  대학 지원 확대
  ■ 대학 4곳을 지원(3.2)
  - 인공지능 4개 대학*을 지원
  * 한울대학, 새벽대학, 가람대학, 미르대학
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import SIGNED, listing_before, miscount
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "count-note"
CLASS = "count-list"
SEVERITY = "error"

_STARRED = lazily(
    r"(?<![0-9A-Za-z'‘’.,~+-])(?P<number>[2-9]|[1-4][0-9])\s?(?:대|개국|개사|개|가지|종|곳)"
    r"\s?[가-힣·]{0,10}(?: [가-힣]{2,8})?\*"
)
_CAPTION = lazily(
    r"(?<![0-9A-Za-z'‘’.,~+-])(?P<number>[2-9]|1[0-9])\s?(?:대|개|가지|종)(?: ?[가-힣]{2,10}){1,2}(?=[〉>】\])』」]|$)"
)
_SENTENCE = lazily(r"(?:[함됨임음]|다\.?)$|[0-9]{2,}")
_ET_CETERA = 3
"""Letters of ' 등' with a stop, at the end of a list that is left open."""
_SURPLUS = 2
"""So many times more than listed are counted of something else."""
_LABEL = lazily(r"^[(（][^()（）]{1,12}[)）]\s?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Remarks that list what their word counts, and notes whose caption counts their items."""
    for article in sheet.articles:
        yield from _remarks(article)
        yield from _notes(article)


def _remarks(article: ArticleLines) -> Iterator[Hit]:
    for line, remark in pairwise(article.passages):
        counts = list(_STARRED.finditer(line.text))
        text = _LABEL.sub("", remark.text).rstrip(" .")
        if remark.part != "annotation" or line.part not in ("lead", "bullet") or len(counts) != 1:
            continue
        signed = len(SIGNED["①"].findall(text)) if text.startswith("①") else 0
        if signed > 1:
            if signed != int(counts[0]["number"]) and " 등" not in text[-_ET_CETERA:]:
                yield _hit(line, counts[0], signed, remark)
            continue
        listing = listing_before(text, len(text))
        if listing is None or text[: listing.start].strip() or listing.open or _SENTENCE.search(text):
            continue
        number = int(counts[0]["number"])
        if not listing.least <= number <= listing.most and number <= _SURPLUS * listing.most:
            yield _hit(line, counts[0], listing.least, remark)


def _notes(article: ArticleLines) -> Iterator[Hit]:
    """Captions over items that all stand on lines of their own with one marker."""
    lines = article.passages
    for at, line in enumerate(lines):
        found = _CAPTION.search(line.text) if line.part == "caption" else None
        if found is None:
            continue
        below = list(takewhile(lambda one: one.part in ("note", "annotation"), lines[at + 1 :]))
        items = [one for one in below if one.part == "note" and _sign(one) and one.indent == below[0].indent]
        is_list = items and below[0].part == "note" and {_sign(one) for one in items} == {_sign(below[0])}
        if is_list and len(items) > 1 and _sign(items[0]) not in "※*" and len(items) != int(found["number"]):
            yield _hit(line, found, len(items), items[-1])


def _sign(item: Passage) -> str:
    """What opens an item: its marker, or a sign that is none elsewhere (▸); "" for neither."""
    return item.marker or (item.text[:1] if item.text[:1] in _BULLETS else "")


_BULLETS = frozenset("▸▹▷►‣➤➢✓✔")


def _hit(line: Passage, found: re.Match[str], listed: int, other: Passage) -> Hit:
    message = miscount(int(found["number"]), listed)
    return Hit(line.start + found.start(), line.start + found.end(), message, related=(other.span,))
