"""Minutes of an editor's work for an article of a draft: counted from its lines by what is to be done with each.

    python -m tools.minutes draft.txt … [--fluent 0.51 --stiff 0.44]

A closed line is fluent (read against its source and kept), stiff (said anew) or wrong (found and written from the
source); an open one is written from its source. How many of the closed ones are which, a reader's verdicts on a sample
of the same writer say: `--fluent` and `--stiff` are their shares, the rest is wrong. Two drafts of the same pages are
so measured in the same way, whoever wrote them.

The seconds are for one line of some twelve Korean words that rests on one or two Chinese sentences: a reading of both
at an editor's pace; the same and a sentence typed; the same, the error found and the sentence written from Chinese;
the same from Chinese whose figures and names stand in Korean already. They are estimates, not measured on a clock:
change them with `--seconds`, and compare drafts rather than believe a figure.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from donghyang.draft.worksheet import words_of
from donghyang.records import Article, Bullet, Issue, Open
from donghyang.report import document, parse
from donghyang.report.grammar import is_open

SECONDS = (20, 60, 150, 120)
"""A fluent line, a stiff one, a wrong one, an open one."""
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Lines:
    """What an editor finds in a draft."""

    articles: int
    closed: int
    """Headlines, leads, bullets and paragraphs of the summary."""
    open: int

    def minutes(self, fluent: float, stiff: float, seconds: tuple[int, ...] = SECONDS) -> float:
        """An editor's minutes for one article; 0 where there is none."""
        kept, reworded, rewritten, written = seconds
        each = fluent * kept + stiff * reworded + (1 - fluent - stiff) * rewritten
        return (self.closed * each + self.open * written) / _MINUTE / self.articles if self.articles else 0.0


def lines_in(issue: Issue) -> Lines:
    """The lines of a report; tables, references and remarks are not counted."""
    articles = [article for section in issue.sections for article in section.articles]
    lines = [line for article in articles for line in _lines(article)]
    summary = [line for line in issue.summary if not line.startswith("//")]
    still = sum(map(is_open, lines))
    return Lines(len(articles), len(lines) - still + len(summary), still)


def _lines(article: Article) -> list[str]:
    blocks = [words_of(block) for block in article.blocks if isinstance(block, (Bullet, Open))]
    return [line for line in (article.headline, article.lead, *blocks) if line]


def main() -> None:
    """Print lines and minutes of each draft, and of all of them."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("drafts", nargs="+", type=Path)
    asked.add_argument("--fluent", type=float, default=1.0, help="share of closed lines that are kept")
    asked.add_argument("--stiff", type=float, default=0.0, help="share of closed lines that are said anew")
    asked.add_argument("--seconds", type=int, nargs=4, default=SECONDS, metavar=("KEPT", "STIFF", "WRONG", "OPEN"))
    told = asked.parse_args()
    found = [lines_in(parse(document(path.read_text("utf-8")))) for path in told.drafts]
    whole = Lines(*(sum(getattr(one, name) for one in found) for name in ("articles", "closed", "open")))
    for name, one in [*zip(map(str, told.drafts), found, strict=True), ("all", whole)]:
        minutes = one.minutes(told.fluent, told.stiff, tuple(told.seconds))
        print(f"{minutes:5.1f} min an article  articles {one.articles}, closed {one.closed}, open {one.open}  {name}")


if __name__ == "__main__":
    main()
