"""What earlier issues have told: a story whose page or title stands among their references is no news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from donghyang.stories.wording import normal

# A Chinese title shorter than this may stand in any text.
LEAST = 10

_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s<>\"'()，。]{6,300})")
_HAN = re.compile(rf"[\u4e00-\u9fff\d“”《》、,\-—]{{{LEAST},}}")


@dataclass(frozen=True, slots=True)
class Told:
    """The addresses and Chinese titles that earlier issues name."""

    addresses: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    def knows(self, title: str, url: str | None) -> bool:
        """Whether the page of that title (in normal form) and address stands in an earlier issue."""
        if url and (found := _ADDRESS.match(url)) and _bare(found.group(1)) in self.addresses:
            return True
        return _plain(title) in self.titles


def told(reports: Iterable[str]) -> Told:
    """What the texts of earlier reports name as their sources; nothing for none."""
    addresses: set[str] = set()
    titles: set[str] = set()
    for report in reports:
        addresses.update(_bare(found) for found in _ADDRESS.findall(report))
        titles.update(_plain(found) for found in _HAN.findall(normal(report)))
    return Told(frozenset(addresses), frozenset(title for title in titles if len(title) >= LEAST))


def _bare(address: str) -> str:
    return address.split("#", 1)[0].rstrip("/>")


def _plain(title: str) -> str:
    return "".join(char for char in title if "\u4e00" <= char <= "\u9fff" or char.isdigit())
