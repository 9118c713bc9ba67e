"""The pages that an article names: in its references, its source, and the remarks of its worksheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.language.nearness import letters
from donghyang.records import Article, Remark

if TYPE_CHECKING:
    from donghyang.records import PageText

_SHORTEST = 6
"""Letters of a title that tells one page from another."""


@dataclass(frozen=True, slots=True)
class Cites:
    """What an article names pages by."""

    addresses: frozenset[str]
    """In plain form: see `plain_address`."""
    titles: frozenset[str]
    """Their letters alone."""
    names: frozenset[str]
    """What stands in front of the colon of its remarks, whole and word by word: file names among others."""

    def is_of(self, page: PageText) -> bool:
        """Whether the article names the page."""
        return (
            page.name in self.names
            or (page.url is not None and plain_address(page.url) in self.addresses)
            or letters(page.title or "") in self.titles
        )


def cites(article: Article) -> Cites:
    """The pages that an article names; nothing where it names none."""
    source = article.source.url if article.source else None
    addresses = [*(one.url for one in article.references), source]
    titles = (letters(one.title) for one in article.references if one.title)
    return Cites(
        frozenset(plain_address(address) for address in addresses if address),
        frozenset(title for title in titles if len(title) >= _SHORTEST),
        frozenset(name for words in _remarks(article) for name in names_in(words)),
    )


def names_in(remark: str) -> tuple[str, ...]:
    """What may be a file's name in a remark (`a.html: 投资`, `원문 a.html, 표 1: 指标`), () where it has no colon."""
    front, colon, _ = remark.partition(": ")
    return (front, *re.split(r"[\s,]+", front)) if colon else ()


def plain_address(address: str) -> str:
    """An address without what does not tell pages apart: its scheme, www, a stop at its end."""
    return re.sub(r"^https?://(?:www\.)?", "", address).split("#")[0].rstrip("/.,;)")


def _remarks(article: Article) -> Iterator[str]:
    yield from article.above
    yield from (block.text for block in article.blocks if isinstance(block, Remark))
    yield from article.below
