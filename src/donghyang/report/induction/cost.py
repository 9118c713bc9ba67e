"""How much of a report a reading leaves unexplained: what it lost, what it put where such things do not stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Annotation, Article, Bullet, Figure, Heading, Issue, Note, Section, Table, Unplaced
from donghyang.report.grammar import remark_of, split_marker
from donghyang.report.induction.citation import cites
from donghyang.report.induction.shapes import ADDRESS, shape_of
from donghyang.report.layout.titles import section_title
from donghyang.report.statements import states
from donghyang.report.tables import names_unit

_DRAWN = lazily(r"[┌┏└┗├│┃]|[─━═]{3}")
_COUNTED = lazily(r"^(?:\d{1,2}(?:[.)]|\s?[:|｜])\s|\(\d{1,2}\)|[①-⑳]|[#◈◆◇▶▷■□]\s?)")
_DATED = lazily(r"^[(（\[][’'\d][\d./월일년\s]{2,14}[)）\]]")
"""A day that opens a lead."""
_NAMED = lazily(
    r"^(?:(?:관련\s?)?링크|URL|주소|출처|원문(?:\s?보기)?|(?:기사\s?)?보기|바로가기|발행|전화)\s*(?:[:：|]|$)"
    r"|^[-–]\s?\d+\s?[-–]$|^\d{1,3}$",
    re.IGNORECASE,
)
_CARD = lazily(r"^[\[【<(]?\s*(?:제\s*목|요\s*약|내\s*용|일\s*자)\s*[:：\]】>)]")
"""The label of a headline or lead."""
_CAPTION = lazily(r"^[\[<〈【(]?\s*(?:표|그림|사진)\s?\d{0,2}\s?[\]>〉】).:]")
_LOOSE = lazily(r"^[가-힣]{2,6} {2,}\S")
"""A label that only room parts from what it opens."""
_PAIR = lazily(r"^[가-힣]{2,6}\s?[:：]\s*\d")
"""A label and a figure, which name no picture."""
_PARTED = lazily(
    r"\s[|│]\s|(?:19|20)\d\d[.\-/년]\s?\d{1,2}[.\-/월]\s?\d{1,2}|[(\[][’'‘]?\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?[)\]]"
)
"""Parts of a reference in its title."""
_CLOSES = (")", "]", ">", ",")
"""What ends no address."""
_LONGEST = 110
_LABEL = 24
"""Letters of a line that says day and category of an article, at the most."""
_LEAST_ALIKE = 9
"""Letters at the beginning of an entry and a headline that may say the same."""
_HELD = 2.0
"""How much of what an empty article costs is not due where the briefs of a section are headlines alone."""
_FEW = 3
"""Lines of cover or back that need no explanation."""
_MANY = 10
"""References or lines of a summary beyond which more are none."""


def cost(issue: Issue, lines: int) -> float:
    """The cost of a reading of so many lines: about one for each line that has found no place that is its own."""
    articles = [article for section in issue.sections for article in section.articles]
    if not articles:
        return float(lines)
    found = sum(_of_article(article) for article in articles)
    found += sum(_of_section(section) for section in issue.sections)
    found += _of_frame(issue, articles) + _uneven(articles)
    return found + sum(1.0 for text in _texts(issue) if _DRAWN.search(text))


def _of_article(article: Article) -> float:
    found = 0.0
    held = (article.lead, article.source, *article.blocks, *article.references)
    found += 3.0 * (not any(held)) + 3.0 * (not article.headline)
    found += 2.0 * (article.lead is not None and cites(article.lead))
    labelled = [article.lead, *(reference.publisher for reference in article.references)]
    found += sum(0.5 for words in labelled if words and _LOOSE.match(words))
    found += 2.0 * (section_title(article.headline) is not None or cites(article.headline))
    found += sum(1.0 for words in (article.headline, article.lead) if words and _CARD.match(words))
    found += 2.0 * _odd_headline(article.headline) + 1.0 * (_DATED.match(article.lead or "") is not None)
    found += sum(1.0 for reference in article.references if reference.title and _NAMED.match(reference.title))
    found += sum(1.0 for reference in article.references if reference.url and reference.url.endswith(_CLOSES))
    found += sum(0.5 for reference in article.references if reference.title and _PARTED.search(reference.title))
    found += sum(2.0 for reference in article.references if reference.title and _titles_part(reference.title))
    found += 0.3 * sum(reference.title is None and reference.publisher is None for reference in article.references)
    found += max(0, len(article.references) - _MANY)
    return found + sum(map(_of_block, article.blocks))


def _of_block(block: object) -> float:
    if isinstance(block, Unplaced):
        return 1.0 * (not names_unit(block.text))
    if isinstance(block, (Bullet, Annotation)):
        odd = ADDRESS.search(block.text) is not None or _CAPTION.match(block.text) is not None or cites(block.text)
        return 2.0 * odd + 1.0 * (
            _NAMED.match(block.text) is not None or (len(block.text) < 9 and isinstance(block, Bullet))
        )
    if isinstance(block, Heading):
        return 1.0 * (len(block.text) > 40) + 1.0 * (ADDRESS.search(block.text) is not None)
    if isinstance(block, Table):
        signs = sum(not re.search(r"[^\W_]", row[0]) for row in (block.header, *block.rows) if row and row[0])
        return 1.0 * (not block.rows) + 2.0 * (len(block.header) < 2) + 2.0 * signs
    if isinstance(block, Figure):
        paired = block.source is None and _PAIR.match(block.caption or "") and not _CAPTION.match(block.caption or "")
        return 2.0 * (not block.caption) + 1.0 * (bool(paired) or (block.caption is not None and states(block.caption)))
    return 1.0 * (isinstance(block, Note) and not block.items)


def _titles_part(title: str) -> bool:
    """Whether the title of a reference is that of a section."""
    return shape_of(title) in ("[", "【", "〔", "<", "《", "〈") or section_title(title) is not None


def _uneven(articles: list[Article]) -> float:
    """What is missing where most others of its kind have it: captions of tables, addresses of references."""
    tables = [block.caption is None for article in articles for block in article.blocks if isinstance(block, Table)]
    urls = [reference.url is None for article in articles for reference in article.references]
    return sum(float(sum(bare)) for bare in (tables, urls) if 2 * sum(bare) <= len(bare))


def _odd_headline(headline: str) -> bool:
    marked = bool(split_marker(headline)[0]) or _COUNTED.match(headline) is not None or "│" in headline
    if len(headline) <= _LABEL and _PARTED.search(headline):
        return True  # day and category, which stand above a headline
    return (
        marked or shape_of(headline) != "" or len(headline) > _LONGEST or headline.endswith("다.") or "http" in headline
    )


def _of_section(section: Section) -> float:
    articles = section.articles
    if not articles:
        return 3.0
    led = sum(article.lead is not None for article in articles)
    cited = sum(bool(article.references or article.source) for article in articles)
    bare = [not (a.lead or a.source or a.blocks or a.references) for a in articles]
    found = -_HELD * sum(bare) if section.kind == "brief" and 4 * sum(bare) >= 3 * len(bare) > 3 else 0.0
    found += float(min(led, len(articles) - led) if led * 2 > len(articles) else 0)
    found += min(cited, len(articles) - cited) if cited * 2 > len(articles) else 0
    if section.kind != "brief":
        sourced = sum(article.source is not None for article in articles)
        found += min(sourced, len(articles) - sourced)
    else:
        found += 0.5 * sum(article.source is None and bool(article.references) for article in articles)
    numbers = [article.number or 0 for article in articles]
    return found + sum(1.0 for a, b in itertools.pairwise(numbers) if b != a + 1)


def _of_frame(issue: Issue, articles: list[Article]) -> float:
    heads: dict[str, set[str]] = {}
    for head in (_without_figures(article.headline) for article in articles):
        heads.setdefault(head[:_LEAST_ALIKE], set()).add(head)
    lost = sum(not _is_among(_without_figures(entry.headline), heads) for entry in issue.contents)
    front, back, summary = map(_said, (issue.front, issue.back, issue.summary))
    found = 1.0 * lost + 1.0 * (issue.series is None) + 2.0 * (issue.date is None)
    found += sum(0.2 for row in front + back if len(split_marker(row)[0]) == 1 or ADDRESS.search(row))
    found += 0.5 * max(0, len(front) - _FEW) + 0.2 * max(0, len(back) - _FEW) + max(0, len(summary) - 2 * _MANY)
    found += sum(0.5 for row in summary if len(row) < 9) + sum(1.0 for row in summary if shape_of(row))
    return found


def _without_figures(headline: str) -> str:
    """The letters of a headline, whatever its figures: contents page or body may have a slip in one."""
    return re.sub(r"[0-9]", "0", letters(headline))


def _is_among(entry: str, heads: dict[str, set[str]]) -> bool:
    """Whether an entry says one of the headlines, of which either may go on; `heads` by their first letters."""
    alike = heads.get(entry[:_LEAST_ALIKE], set())
    if entry in alike:
        return True
    return len(entry) >= _LEAST_ALIKE and any(
        len(head) >= _LEAST_ALIKE and (entry.startswith(head) or head.startswith(entry)) for head in alike
    )


def _said(rows: Sequence[str]) -> list[str]:
    """The lines without the remarks of a worksheet, which explain themselves: no other reading is given them at all."""
    return [row for row in rows if remark_of(row) is None]


def _texts(issue: Issue) -> Iterator[str]:
    yield from (issue.series or "", *issue.summary, *(entry.headline for entry in issue.contents))
    for section in issue.sections:
        for article in section.articles:
            yield from (article.headline, article.lead or "")
            yield from (
                block.text for block in article.blocks if isinstance(block, (Bullet, Annotation, Heading, Unplaced))
            )
