"""The pages of a workspace that a report cites, found by the address they were fetched from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import collecting
from donghyang.read.files import called
from donghyang.records import CannotProceed
from donghyang.report.cites import plain_address
from donghyang.workspace import Workspace, page_folders

if TYPE_CHECKING:
    from donghyang.collect.evidence import Stored
    from donghyang.read.limits import Limits
    from donghyang.verify import Source

_ADDRESS = re.compile(rb"https?://[^\s\"'<>]+")
_HEAD = 65_536
"""Bytes of a file in which its own address stands: a header line, or the head of a web page."""


def cited_in(home: Workspace) -> Cited:
    """The pages of a workspace, saved in its folders or collected."""
    folders = [home.root / name for name in page_folders(home)]
    return Cited(folders, home.settings.limits, partial(collecting.pages, home) if collecting.has_pages(home) else None)


class Cited:
    """Pages by address; the folders are looked through when the first address is asked for."""

    def __init__(
        self,
        folders: Sequence[Path],
        limits: Limits | None = None,
        collected: Callable[[], Mapping[str, Stored]] | None = None,
    ) -> None:
        """`limits`: what reading a page may cost; `collected`: the pages of the evidence."""
        self._folders = tuple(folders)
        self._limits = limits
        self._collected = collected
        self._index: dict[str, list[Path | Stored]] | None = None
        self._read: dict[Path | Stored, tuple[str, Source] | None] = {}

    @property
    def has_pages(self) -> bool:
        """Whether there is any place to look for pages in."""
        return bool(self._folders) or self._collected is not None

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

    def _look(self) -> dict[str, list[Path | Stored]]:
        from donghyang.collect import page_files

        index: dict[str, list[Path | Stored]] = defaultdict(list)
        for page in self._collected().values() if self._collected is not None else ():
            for address in {plain_address(page.capture.url), plain_address(page.capture.final_url)}:
                index[address].append(page)
        for folder in self._folders:
            try:
                files = page_files(folder)
            except CannotProceed:
                continue  # the command that reads the folder says so
            for path in files.values():
                for address in _addresses(path):
                    index[address].append(path)
        return index

    def _page(self, path: Path | Stored) -> tuple[str, Source] | None:
        """The page in a file under the address it was fetched from, None where it is none or does not say."""
        from donghyang.collect import read_page
        from donghyang.verify import Source

        if path not in self._read:
            try:
                page = read_page(called(path) if isinstance(path, Path) else path.name, path, self._limits)
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
