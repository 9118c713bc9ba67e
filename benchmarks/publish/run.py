"""How long an issue of 32 pages takes in every format, and the PDF beside WeasyPrint's of the same issue.

usage: python -m benchmarks.publish.run
Seconds of one processor: of the first print of the process, and of the best of five after it. The peer stands in
peers.txt; without it no ratio is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from importlib import resources

from donghyang import publish, report
from donghyang.records import Issue, Section

PAGES = 32
MOST_PDF, MOST_ALL = 1.0, 5.0
"""Seconds that a print of so many pages may take, warm."""
_TIMES = 5


def issue() -> Issue:
    """The sample report with its articles said again until they fill the pages."""
    text = resources.files("donghyang").joinpath("sample", "report.txt").read_text("utf-8")
    once = report.parse(report.document(text))
    made, times = once, 1
    while pages(publish.render(made, "pdf")) < PAGES:
        times += 1
        made = replace(once, sections=tuple(_again(section, times) for section in once.sections))
    return made


def _again(section: Section, times: int) -> Section:
    articles = [article for _ in range(times) for article in section.articles]
    return replace(section, articles=tuple(replace(one, number=at) for at, one in enumerate(articles, 1)))


def pages(made: bytes) -> int:
    """The pages of a PDF."""
    import pypdfium2  # type: ignore[import-untyped]

    return len(pypdfium2.PdfDocument(made))


def timed(make: Callable[[], bytes]) -> tuple[float, float]:
    """Seconds of the first time, and of the best of those after it."""
    seconds = []
    for _ in range(_TIMES + 1):
        begun = time.process_time()
        make()
        seconds.append(time.process_time() - begun)
    return seconds[0], min(seconds[1:])


def main() -> None:
    """Prints a line a format; stops with an error when they take longer than promised."""
    printed = issue()
    print(f"pages {pages(publish.render(printed, 'pdf'))}")
    total, best = 0.0, {}
    for to in publish.FORMATS:
        first, best[to] = timed(lambda to=to: publish.render(printed, to))  # type: ignore[misc]
        total += best[to]
        print(f"{to:5} {first:6.3f} first  {best[to]:6.3f} warm")
    print(f"all   {total:6.3f} warm")
    _beside_weasyprint(printed, best["pdf"])
    if best["pdf"] > MOST_PDF or total > MOST_ALL:
        raise SystemExit("slower than promised")


def _beside_weasyprint(printed: Issue, ours: float) -> None:
    try:
        import weasyprint  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        print("WeasyPrint is not installed: no ratio")
        return
    html = publish.render(printed, "html").decode()
    begun = time.process_time()
    made = weasyprint.HTML(string=html).write_pdf()
    seconds = time.process_time() - begun
    print(f"WeasyPrint {seconds:6.3f} for {pages(made)} pages: {seconds / ours:.1f} times the PDF's time")


if __name__ == "__main__":
    main()
