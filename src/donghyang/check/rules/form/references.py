"""참고자료가 온전하지 않습니다. | A reference is not whole.

왜: 주소가 없거나 깨진 참고자료는 독자가 확인할 수 없다. 같은 주소가 두 번이면 하나는 다른 자료의 자리다.
Why: A reference without an address, or with a broken one, cannot be looked up; a repeated one stands for another page.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  참고자료
  ☑ 氢能公交上线
  https://mp.weixin.qq.com/s/short-code
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  참고자료
  ☑ 氢能公交上线
  https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "references"
CLASS = "reference"
SEVERITY = "note"

_URL = lazily(r"https?(?::/{0,2}|//)[^\s<>()\[\]|]+")
_WHOLE = lazily(r"https?://(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::\d+)?(?P<path>/[^\s]*)?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Titles without an address, broken addresses, addresses that stand twice in one list."""
    for article in sheet.articles:
        yield from _missing(article)
        seen: dict[str, tuple[int, int]] = {}
        for passage in article.of("reference", "source"):
            for found in _URL.finditer(passage.text):
                span = (passage.start + found.start(), passage.start + found.end())
                url = found[0].rstrip(".,>)")
                if _broken(url):
                    yield Hit(*span, Message("주소가 온전하지 않습니다.", "this address is not whole."))
                if url in seen and passage.part == "reference" and seen[url][1] < passage.start:
                    yield Hit(
                        *span,
                        Message("같은 주소가 두 번 나옵니다.", "this address stands twice."),
                        related=(seen[url],),
                    )
                if passage.part == "reference":
                    seen.setdefault(url, span)


def _missing(article: ArticleLines) -> Iterator[Hit]:
    """A title with no address before the next title, in a list whose other titles have one."""
    lines = article.of("reference")
    titles = [at for at, line in enumerate(lines) if not _URL.search(line.text)]
    if not any(_URL.search(line.text) for line in lines):
        return
    for at in titles:
        follows: Passage | None = lines[at + 1] if at + 1 < len(lines) else None
        if follows is not None and lines[at].marker and not follows.marker and not _URL.search(follows.text):
            continue  # the title goes on
        if not lines[at].marker and lines[at - 1].marker == "" and at and _URL.search(lines[at - 1].text):
            continue  # an address that goes on
        if follows is None or not _URL.search(follows.text):
            yield Hit(*lines[at].span, Message("주소가 없습니다.", "there is no address."))


def _broken(url: str) -> bool:
    whole = _WHOLE.match(url)
    if whole is None:
        return True
    shape = _shapes().get(whole["host"])
    return shape is not None and shape.fullmatch(whole["path"] or "") is None


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    return {host: lazily(pattern) for host, pattern in tables.read(__package__, "url_shapes.tsv")}
