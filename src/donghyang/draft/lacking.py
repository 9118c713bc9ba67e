"""The words that keep lines of a draft open: what the termbase would have to say, the most frequent first."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line
from donghyang.draft.reading import reader
from donghyang.draft.tokens import tokens
from donghyang.records import Bullet, Heading, Open, Table, Unplaced
from donghyang.report.grammar import is_open, remark
from donghyang.report.unwritten import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.language.terms import Termbase
    from donghyang.records import Article, Block, Issue

_SHOWN = 40
"""Words that the remark at a draft's end names."""
_WORD = range(2, 13)
"""Characters of a word that a row of the termbase may hold: one alone is no word, more are a clause."""
_HAN = re.compile(r"[\u3400-\u9fff]+")


def lacking(text: str, terms: Termbase) -> tuple[str, ...]:
    """The words of an open line that neither the grammar nor the termbase knows, in order, each once."""
    found: list[str] = []
    for stretch in missing(text):
        page = reader(stretch, (), terms, None)
        unknown = (token.zh for token in tokens(page, 0, len(stretch)) if not token.roles)
        found += [word for words in unknown for word in _HAN.findall(words) if len(word) in _WORD]
    return tuple(dict.fromkeys(found))


def lacked(issue: Issue, terms: Termbase) -> list[tuple[str, int]]:
    """The words that open lines and cells of an issue lack, with how many of them lack each; most frequent first."""
    counts: Counter[str] = Counter()
    for section in issue.sections:
        for article in section.articles:
            for text in _open_texts(article):
                counts.update(lacking(text, terms))
    return sorted(counts.items(), key=lambda pair: -pair[1])


def listed(words: list[tuple[str, int]]) -> tuple[str, ...]:
    """The list as lines of remarks; () for no words."""
    if not words:
        return ()
    shown = ", ".join(f"{word} {count}" for word, count in words[:_SHOWN])
    rest = f" 외 {len(words) - _SHOWN}개" if len(words) > _SHOWN else ""
    head = f"쓸 줄에 모자란 말 {len(words)}개(많이 나오는 차례). terms.csv에 넣으면 다음 실행에서 채웁니다."
    return remark(head), remark(one_line(shown + rest))


def _open_texts(article: Article) -> Iterator[str]:
    """The words of every open line, cell and item of a cell of an article."""
    yield from (text for text in (article.headline, article.lead or "") if is_open(text))
    for block in article.blocks:
        yield from (item for text in _texts(block) for item in text.split("\n") if is_open(item))
        if isinstance(block, Open):
            yield block.text


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (block.caption or "", *block.header, *(cell for row in block.rows for cell in row))
    elif isinstance(block, (Bullet, Heading, Unplaced)):
        yield block.text
