"""Opens tab-separated tables that ship with a room: UTF-8, one row a line, `#` lines tell source and date."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def read(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME` in `package`, in order, each cut at its tabs; comments and empty lines left out."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(package: str, name: str) -> tuple[str, ...]:
    """The words of the list `name` in `data/lists.tsv` of `package`, in order; a list that is not there is an error."""
    found = [words for listed, words in read(package, "lists.tsv") if listed == name]
    if len(found) != 1:
        raise KeyError(f"{package}: {len(found)} lists are called {name}")
    return tuple(found[0].split())


def either(package: str, name: str) -> str:
    """The words of a list as alternatives of a regular expression, the first one first."""
    return "|".join(map(re.escape, words(package, name)))


def said(package: str, name: str) -> str:
    """A regular expression for the words of a list: one of Latin letters stands alone, or begins a word where `*` ends
    it (`increas*`); any other stands anywhere."""
    latin = [re.escape(word).replace(r"\*", r"\w*") for word in words(package, name) if word[0].isascii()]
    other = [re.escape(word) for word in words(package, name) if not word[0].isascii()]
    return "|".join([*other, *([rf"\b(?:{'|'.join(latin)})\b"] if latin else [])])
