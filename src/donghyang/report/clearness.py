"""How clear a reading of a report is, by itself and next to another one of the same text."""

from __future__ import annotations

from donghyang.language.nearness import letters
from donghyang.records import Issue, Note, Table
from donghyang.report.grammar import ENUMERATED, NUMBER, URL, reference_head
from donghyang.report.parts import Interpretation

_SEVERAL = 3
"""Full articles that a report has at the least."""
_LONG = 60
"""Lines of a report; fewer prove nothing about its layout."""
_HARDLY = 10
"""Where no more than one line in so many is in doubt, hardly one is."""
_LOOSE = 5
"""Where more than one line in so many is unexplained, a text is not worth another reading than the house's."""
_SURE = 2
"""How much clearer than the house's reading another one has to be."""


def explains_more(own: float, spent: float, lines: int, house: bool) -> bool:
    """Whether a reading at the cost `own` is better than the one at `spent`, which is the `house`'s or by openers.

    Where much of the text is unexplained either way, it has to be much better.
    """
    if house:
        return own + _SURE < spent and _LOOSE * own <= lines
    return own + 1 < spent and (_HARDLY * own <= lines or 2 * own < spent)


def tells_more(other: Issue, issue: Issue) -> bool:
    """Whether a reading fills more of what a report has a place for than another one that leaves as much open."""
    return _told(other) > _told(issue)


def leads_more(other: Issue, issue: Issue) -> bool:
    """Whether more articles have their lead in a reading than in another one, which tells no more of the rest."""
    led = [sum(a.lead is not None for section in one.sections for a in section.articles) for one in (other, issue)]
    return led[0] > led[1] and tells_more(other, issue)


def _told(issue: Issue) -> int:
    publisher = issue.publisher
    found = sum(
        map(bool, (issue.series, issue.date, publisher.name, publisher.phone, publisher.address, publisher.url))
    )
    found += sum(1 + bool(entry.category) for entry in issue.contents) + len(issue.summary)
    for section in issue.sections:
        for article in section.articles:
            found += bool(article.category) + bool(article.author)
            if section.kind == "brief" and (source := article.source):
                found += sum(map(bool, (source.outlet, source.date, source.url)))
            held = [block for block in article.blocks if isinstance(block, (Table, Note))]
            found += len(held) + sum(block.source is not None for block in held)
            for reference in article.references:
                found += sum(map(bool, (reference.title, reference.url, reference.date, reference.publisher)))
    return found


def has_several(issue: Issue, least: int) -> bool:
    """Whether an issue has several articles, `least` of them, nearly all with something below the headline; briefs may
    be headlines alone."""
    every = [article for section in issue.sections for article in section.articles]
    longer = [article for section in issue.sections if section.kind != "brief" for article in section.articles]
    held = [bool(a.lead or a.blocks or a.source or a.references) for a in longer or every]
    return len(every) >= least and 5 * sum(held) >= 4 * len(held)


def lists_articles(issue: Issue) -> bool:
    """Whether the contents page says the headlines of the articles, nearly all of them."""
    headlines = {letters(article.headline) for section in issue.sections for article in section.articles}
    found = sum(letters(entry.headline) in headlines for entry in issue.contents)
    return found >= _SEVERAL and 5 * found >= 4 * len(issue.contents)


def is_certain(read: Interpretation) -> bool:
    """Whether a reading is a report beyond doubt: several articles hold much, and hardly a line has no place."""
    if len(read.readings) < _LONG:
        return False
    return is_full(read.issue) and _HARDLY * doubts(read, drawn=True) <= len(read.readings)


def is_full(issue: Issue) -> bool:
    """Whether several articles, and half of all, hold more than a headline and a lead."""
    articles = [article for section in issue.sections for article in section.articles]
    full = [article for article in articles if len(article.blocks) > (article.lead is None)]
    return len(full) >= _SEVERAL and 2 * len(full) >= len(articles)


def is_filled(issue: Issue) -> bool:
    """Whether there are articles beside the briefs, more than one, and all of them hold more than a lead."""
    articles = [article for section in issue.sections if section.kind != "brief" for article in section.articles]
    return len(articles) > 1 and all(len(article.blocks) > (article.lead is None) for article in articles)


def doubts(read: Interpretation, *, drawn: bool = False) -> int:
    """How many lines have no place where the house's format gives every line one; a place not theirs counts twice."""
    count = 0
    followers = [*(reading.line for reading in read.readings[1:]), None]
    numbered = [False, *(reading.part == "number" for reading in read.readings[:-1])]
    for reading, below_number, follower in zip(read.readings, numbered, followers, strict=False):
        line = reading.line
        if not line.plain or (reading.article is None and reading.part != "text"):
            continue
        if reading.part == "text":
            count += reading.article is not None
        elif reading.part == "reference" and not drawn:
            count += 2 * (not (URL.search(line.text) or reference_head(line.text) or (follower and follower.url)))
        elif reading.part == "headline":
            counted = ENUMERATED.match(line.text) is not None and not NUMBER.match(line.text)
            count += 2 * (not drawn and counted and not below_number)
    return count


def is_clearer(other: Interpretation, house: Interpretation) -> bool:
    """Whether another reading leaves less open than the house's, by its lines and by what it makes of them."""
    ours, theirs = doubts(other, drawn=True), doubts(house)
    return ours <= theirs and ours + _gaps(other) + _SURE <= theirs + _gaps(house)


def _gaps(read: Interpretation) -> int:
    """How much of an issue does not fit: entries and articles without the other, empty articles, homeless tables."""
    articles = [article for section in read.issue.sections for article in section.articles]
    held = [(article.lead, article.source, *article.blocks, *article.references) for article in articles]
    empty = sum(not any(parts) for parts in held)
    untold = sum(not article.headline for article in articles)
    unmatched = max(0, len(read.issue.contents) - len(articles))
    homeless = sum(reading.part == "cell" and reading.article is None for reading in read.readings)
    return 2 * (empty + untold + homeless) + unmatched
