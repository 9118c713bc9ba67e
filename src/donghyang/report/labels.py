"""What a layout prints before captions, subheads and remarks to say what they are: [표 1], 그림 2., 가., 주:

The house says that by its brackets 〈 〉, its ■ and its *, which are no words of an issue either. Its own `1)` before a
subhead is kept, as the keys of its reports keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from donghyang.language.patterns import lazily
from donghyang.records import Annotation, Article, Block, Bullet, Figure, Heading, Issue, Note, Table, Unplaced
from donghyang.report.grammar import HANGUL_ORDER

_LABEL = lazily(
    r"""
      ^(?:[^\w\s(（\[<〈《【〔「]\s*)?                          # a sign that points at what stands above or below
      (?P<open>[(（\[<〈《【〔])?\s*
      (?P<kind>표|그림|사진|도표|도|table|fig(?:ure)?\.?|photo|chart)\s*
      (?P<number>\d{1,2}(?:[-.]\d{1,2})?)?\s*
      (?:(?P<close>[)）\]>〉》】〕])\s*[.:：]?|[.:：|│]|(?(number)\s|(?!)))\s*(?=\S)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PICTURED = lazily(r"^[🖼📷📸📊📈📉🗺]\ufe0f?\s*(?=\S)")
_LONGEST = 120
"""Letters of a caption, at the most."""
_COUNTER = lazily(
    rf"^(?:[①-⑳⑴-⒇]\)?|[{HANGUL_ORDER}][.)]|\([{HANGUL_ORDER}]\)|\(\d{{1,2}}\)|[ⅰ-ⅹ][.)]|\d{{1,2}}\.)\s*(?=[^\d\s])"
)
_REMARK = lazily(r"^(?:(?:주\s?\d{0,2}|notes?)\s?[):：]\s*|[(\[]주\s?\d{0,2}[)\]]\s+)(?=\S)", re.IGNORECASE)
_COUNTED = r"(?!\s?[.\d]?\d|\s?[가-힣]?[개명건점장])"
"""What goes on behind a number that counts things, and names none."""


def opens_remark(text: str) -> bool:
    """Whether a line says that it is a remark: 주: …, 주1) …"""
    return _REMARK.match(text) is not None


def is_labelled(text: str) -> bool:
    """Whether a caption says that it is one: [표 1] …, (사진) …, ▲ 그림. …"""
    return len(text) < _LONGEST and (_LABEL.match(text) is not None or _PICTURED.match(text) is not None)


def unlabelled(caption: str) -> str:
    """A caption without its label."""
    found = _LABEL.match(caption) or _PICTURED.match(caption)
    return caption[found.end() :] if found else caption


def without_labels(issue: Issue) -> Issue:
    """The issue of a layout of its own without the labels of its captions and remarks and the counters of its subheads.

    They stay where they are needed: labels where the text calls a table by its number, counters in reports where a
    subhead stands in an article without a lead, which nothing else tells from a lead when it is written.
    """
    articles = [article for section in issue.sections for article in section.articles]
    called = _calls(articles)
    led = all(article.lead is not None for article in articles if _headed(article))
    sections = (
        replace(section, articles=tuple(_bare(article, called=called, led=led) for article in section.articles))
        for section in issue.sections
    )
    return replace(issue, sections=tuple(sections))


def _headed(article: Article) -> bool:
    return any(isinstance(block, Heading) for block in article.blocks)


def _calls(articles: list[Article]) -> bool:
    """Whether a text of articles names one of their numbered captions by its label."""
    captions = [block.caption for article in articles for block in article.blocks if isinstance(block, (Table, Figure))]
    found = (_LABEL.match(caption) for caption in captions if caption)
    names = {
        rf"{re.escape(label['kind'])}\s?{re.escape(label['number'])}" for label in found if label and label["number"]
    }
    if not names:
        return False
    called = re.compile(rf"(?<![가-힣A-Za-z])(?:{'|'.join(sorted(names))}){_COUNTED}")
    return any(called.search(text) for article in articles for text in _texts(article))


def _texts(article: Article) -> Iterator[str]:
    yield article.lead or ""
    for block in article.blocks:
        if isinstance(block, (Bullet, Annotation, Unplaced)):
            yield block.text
        elif isinstance(block, Note):
            yield from block.items


def _bare(article: Article, *, called: bool, led: bool) -> Article:
    return replace(article, blocks=tuple(_bare_block(block, called=called, led=led) for block in article.blocks))


def _bare_block(block: Block, *, called: bool, led: bool) -> Block:
    if isinstance(block, (Table, Figure)) and block.caption and not called:
        return replace(block, caption=unlabelled(block.caption))
    if isinstance(block, Heading) and led:
        return replace(block, text=_COUNTER.sub("", block.text))
    if isinstance(block, Annotation):
        return replace(block, text=_REMARK.sub("", block.text))
    return block
