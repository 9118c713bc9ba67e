"""Pages that were good, what servers put in their place, and how their authors edited them: all of it written for this.

`articles.txt` holds the pages, `in_place_*.txt` what stood in their place, `edits.txt` what was edited. In what stands
in place {title}, {day}, {first} and {cut:60} are the page's own title, day, text up to its first paragraph, and its
first 60 per cent; behind | stands where a redirect led.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

_PAGES = Path(__file__).parent / "pages"
_HOST = "https://www.kjj.example.cn"
ERRORS = ("in_place_a.txt", "in_place_b.txt", "in_place_c.txt")


@dataclass(frozen=True)
class Sent:
    """What a server sends."""

    name: str
    body: str
    url: str
    """Where a redirect led; "": nowhere."""


def _parts(name: str) -> list[tuple[str, str, str]]:
    """(name, what stands behind |, text) of each part of a file."""
    found = re.split(r"^=== (.+)\n", (_PAGES / name).read_text("utf-8"), flags=re.MULTILINE)[1:]
    pairs = zip(found[::2], found[1::2], strict=True)
    return [(*map(str.strip, f"{head}|".split("|")[:2]), text.removesuffix("\n")) for head, text in pairs]  # type: ignore[misc]


ARTICLES = {name: text for name, _, text in _parts("articles.txt")}


def address(article: str) -> str:
    return f"{_HOST}/tz/{article}.html"


def in_place(article: str) -> list[Sent]:
    """Everything that may stand in place of an article."""
    good = ARTICLES[article]
    title = re.search(r"<title>([^<|_]*)", good)
    day = re.search(r"(?:<p|<div|<span)[^<>]*>[^<]*20\d\d[-年][^<]*<", good)
    first = good[: good.index("</p>", good.index({"english": " by 2033, ", "figures": "<p>"}.get(article, "。"))) + 4]
    told = {"title": title[1] if title else "", "day": day[0].split(">")[1][:-1] if day else "", "first": first}
    made = []
    for name, to, text in (part for file in ERRORS for part in _parts(file)):
        body = re.sub(r"\{(title|day|first)\}", lambda found: told[found[1]], text)
        body = re.sub(r"\{cut:(\d+)\}", lambda found: good[: len(good) * int(found[1]) // 100], body)
        made.append(Sent(name, body, urljoin(_HOST, to) if to else ""))
    return made


def edits() -> list[tuple[str, str, str]]:
    """(name, article, edited page) of each edit."""
    made = []
    for name, article, text in _parts("edits.txt"):
        page = ARTICLES[article]
        for one in text.split("\n+++\n"):
            old, new = one.split("\n->", 1)
            assert old in page, name
            page = page.replace(old, new.strip())
        made.append((name, article, page))
    return made
