"""The list of references at the end of an article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from donghyang.records import Reference, Span
from donghyang.report.grammar import URL, reference_head, words_of
from donghyang.report.stream import Line


@dataclass
class References:
    """The list being read; `found` holds what was read so far."""

    found: list[Reference] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Add one line: a title, an address below its title, or both in one."""
        if line.url:
            self._take_url(line.url, line)
            return
        text = line.text if line.grid is None else words_of(" ".join(line.rows))
        if not text:
            return  # a table without words
        head = reference_head(text)
        day, publisher, title = head if head else (None, None, text)
        addresses = URL.findall(title)
        url = None
        if addresses and title.rstrip(" >)]").endswith(addresses[-1].rstrip(" >)]")):
            url = addresses[-1]
            title = title[: title.rindex(url)].rstrip(" <([")
        self.found.append(Reference(title or None, url, day, publisher, span=line.span))

    def _take_url(self, url: str, line: Line) -> None:
        last = self.found[-1] if self.found else None
        if last is not None and last.url is None:
            self.found[-1] = replace(last, url=url, span=joined(last.span, line.span))
        else:
            self.found.append(Reference(None, url, span=line.span))


def joined(a: Span | None, b: Span) -> Span:
    """The stretch from the one to the other."""
    return (min(a[0], b[0]), max(a[1], b[1])) if a else b
