"""The pages of a workspace that a report cites, found by the address they were fetched from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import guard
from donghyang.records import CannotProceed
from donghyang.report.cites import plain_address

if TYPE_CHECKING:
    from donghyang.read.limits import Limits
    from donghyang.verify import Source

_ADDRESS = re.compile(rb"https?://[^\s\"'<>]+")
_HEAD = 65_536
"""Bytes of a file in which its own address stands: a header line, or the head of a web page."""


class Cited:
    """Pages by address; the folders are looked through when the first address is asked for."""

    def __init__(self, folders: Sequence[Path], limits: Limits | None = None) -> None:
        """`limits`: what reading a page may cost."""
        self._folders = tuple(folders)
        self._limits = limits
        self._index: dict[str, list[Path]] | None = None
        self._read: dict[Path, tuple[str, Source] | None] = {}

    def __call__(self, addresses: frozenset[str]) -> list[Source]:
        """The pages fetched from one of the addresses; [] where none of them is at hand."""
        if not addresses:
            return []
        if self._index is None:
            self._index = self._look()
        asked = dict.fromkeys(map(plain_address, sorted(addresses)))
        paths = dict.fromkeys(path for address in asked for path in self._index.get(address, ()))
        found = (self._page(path) for path in paths)
        return [page[1] for page in found if page is not None and page[0] in asked]

    def _look(self) -> dict[str, list[Path]]:
        from donghyang.collect import page_files

        index: dict[str, list[Path]] = defaultdict(list)
        for folder in self._folders:
            try:
                files = page_files(folder)
            except CannotProceed:
                continue  # the command that reads the folder says so
            for path in files.values():
                for address in _addresses(path):
                    index[address].append(path)
        return index

    def _page(self, path: Path) -> tuple[str, Source] | None:
        """The page in a file under the address it was fetched from, None where it is none or does not say."""
        from donghyang.verify import Source

        if path not in self._read:
            try:
                page = guard.page(path, self._limits)
            except CannotProceed:
                self._read[path] = None
            else:
                source = Source(page.name, page.text, page.date)
                self._read[path] = None if page.url is None else (plain_address(page.url), source)
        return self._read[path]


def _addresses(path: Path) -> set[str]:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return set()
    return {plain_address(found[0].decode("utf-8", "replace")) for found in _ADDRESS.finditer(head)}
