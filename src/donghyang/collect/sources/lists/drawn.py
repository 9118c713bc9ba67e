"""Lists that stand in a page as records for its script: markup, as many sites of provinces and cities keep them, or
JSON, as pages do that a script draws as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.collect.sources import feeds
from donghyang.read.limits import budget
from donghyang.read.tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.collect.sources.opened import Opened
    from donghyang.records import Entry

_RECORDS = re.compile(r"<(?:datastore|recordset)\b", re.IGNORECASE)
_LEAST = 2
"""Records that make a list."""
_MOST = 2_000


def drawn(page: Opened) -> Iterator[Opened]:
    """The page that a script would draw of the records that stand in it, or of the markup in an answer of JSON.

    So sites of one maker (JPAGE) write them: <script type="text/xml"><datastore><record><![CDATA[<li>…]]></record>.
    """
    if data := feeds.data_of(page.text):
        yield from (made for markup in feeds.markup_of(data)[:_PARTS] if (made := _made(page, markup)) is not None)
    if not _RECORDS.search(page.text):
        return
    parts = (part.rpartition("<record>") for part in page.text.split("</record>", _MOST)[:-1])
    records = [record.strip().removeprefix("<![CDATA[").removesuffix("]]>") for _, opens, record in parts if opens]
    if len(records) >= _LEAST and (made := _made(page, "".join(records))) is not None:
        yield made


_PARTS = 3
"""Texts of an answer in JSON that are read as markup."""


def _made(page: Opened, markup: str) -> Opened | None:
    text = f"<html><body><div>{markup}</div></body></html>"
    with budget(page.base):
        root = parse(text, page.base)
    return replace(page, root=root, text=text) if root is not None else None


_JSON = re.compile(r"^\s*(?:(?:window\s*\.\s*|var\s+|const\s+|let\s+)[\w.$]{1,60}\s*=\s*)?(?=[\[{])")
"""How a script begins that is nothing but data, or sets one name to it."""


def scripted(page: Opened) -> list[Entry]:
    """The articles in the data of a page's scripts; [] where none names any."""
    for script in page.root.iter("script"):
        text = script.text or ""
        opens = _JSON.match(text)
        if opens is not None and (found := feeds.of_json(feeds.opening(text[opens.end() :]), page.base)):
            return found
    return []
