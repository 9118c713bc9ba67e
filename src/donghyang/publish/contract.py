"""The issue's contract as JSON: what `read --json` answers for a report, for other programs to take."""

from __future__ import annotations

from dataclasses import replace

from donghyang import wire
from donghyang.publish.written import finished
from donghyang.records import Edition, Issue, Remark
from donghyang.report.grammar import remark_of


def render(issue: Issue, *, draft: bool, edition: Edition | None) -> bytes:
    """The issue's JSON, with `draft` and `edition` before it; remarks are never in it, open lines in a draft alone."""
    told = _unremarked(issue if draft else finished(issue))
    shaped = wire.to_json(told)
    assert isinstance(shaped, dict)
    head: dict[str, wire.Json] = {"kind": "report", "draft": draft}
    if edition is not None:
        head["edition"] = wire.to_json(edition)
    text = wire.dumps(head | shaped, indent=1) + "\n"
    return text.encode(errors="replace")  # a lone surrogate is no letter of any file


def _unremarked(issue: Issue) -> Issue:
    return replace(
        issue,
        front=_lines(issue.front),
        summary=_lines(issue.summary),
        back=_lines(issue.back),
        sections=tuple(
            replace(
                section,
                articles=tuple(
                    replace(
                        article,
                        blocks=tuple(block for block in article.blocks if not isinstance(block, Remark)),
                        above=(),
                        below=(),
                    )
                    for article in section.articles
                ),
            )
            for section in issue.sections
        ),
    )


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if remark_of(line) is None)
