"""Issues of one article, for what hangs on the frame around a line."""

from __future__ import annotations

from typing import Literal

_TITLES = {"policy": ("I", "정책동향"), "technology": ("II", "기술동향")}


def issue(section: Literal["policy", "technology"], headline: str, lead: str, body: str) -> str:
    """The text of an issue of 2024-04-05 with an article in a section."""
    number, title = _TITLES[section]
    return (
        f"중국 과학기술 정책 주간동향\n\n{number}\n\n{title}\n\n01\n\n{headline}\n\n■ {lead}(4.2)\n\n{body}\n"
        "\n중국 과학기술 정책 주간동향\n\n| 발 행 일 | 2024. 4. 5\n"
    )
