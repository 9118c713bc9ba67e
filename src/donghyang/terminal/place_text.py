"""Where in the archive an article stands, as a person reads it: issue, section, number, headline."""

from __future__ import annotations

from typing import Protocol

from donghyang.records import Message
from donghyang.report.grammar import DEFAULT_TITLE


class _Placed(Protocol):
    @property
    def issue(self) -> object: ...
    @property
    def section(self) -> str: ...
    @property
    def number(self) -> int | None: ...
    @property
    def headline(self) -> str: ...


def place(one: _Placed) -> Message:
    """2024-04-05 정책동향 3  산시성, 풍력 단지 착공; sections are called by their kind in English."""
    tail = f"{one.number or '-'}  {one.headline}"
    return Message(f"{one.issue} {section_title(one.section)} {tail}", f"{one.issue} {one.section} {tail}")


def section_title(kind: str) -> str:
    """What the house calls a section of a kind."""
    return next((title for known, title in DEFAULT_TITLE.items() if known == kind), kind)


def section_kind(word: str) -> str:
    """The kind of a section that a word names: policy, 정책, 정책동향; the word itself where it names none."""
    return next((kind for kind, title in DEFAULT_TITLE.items() if word in (title, title[:2])), word)
