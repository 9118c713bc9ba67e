"""'1+2'로 적은 것의 합과 전체의 수가 다릅니다. | The kinds of a '1+2' do not add up to the number of all.

왜: '1+2' 정책은 3대 정책이다. 한 기사에서 둘이 어긋나면 어느 한쪽이 틀렸다.
Why: A '1+2' policy is one of three; where one article has both and they differ, one of them is wrong.
Bad:
  01
  온실 보급
  ■ '1+2' 정책을 발표(3.2)
  - 4대 정책은 종자, 물, 농기계를 다룸
Good:
  01
  온실 보급
  ■ '1+2' 정책을 발표(3.2)
  - 3대 정책은 종자, 물, 농기계를 다룸
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily

ID = "plus-count"
CLASS = "count-list"
SEVERITY = "error"

_KINDS = lazily(r"['‘](?P<a>[1-9])\+(?P<b>[1-9])(?:\+(?P<c>[1-9]))?['’]\s?(?P<noun>[가-힣]{2,8})")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'1+2' 정책 beside 4대 정책."""
    for article in sheet.articles:
        yield from _kinds(article)


def _kinds(article: ArticleLines) -> Iterator[Hit]:
    for passage in article.passages:
        for found in _KINDS.finditer(passage.text):
            total = sum(int(part) for part in found.group("a", "b", "c") if part)
            like = lazily(rf"(?P<number>[2-9])대 {without_particle(found['noun'])}")
            for other in article.passages:
                stated = like.search(other.text)
                if stated and int(stated["number"]) != total:
                    span = (other.start + stated.start(), other.start + stated.end())
                    message = miscount(int(stated["number"]), total)
                    yield Hit(passage.start + found.start(), passage.start + found.end(), message, (span,))
                    return
