"""The theme as a style sheet of the web reads it: variables for its colours and typefaces."""

from __future__ import annotations

import re
from dataclasses import asdict

from donghyang.publish.theme import Look

_FAMILIES = {
    "korean": '"Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif',
    "serif": '"Noto Serif KR", "Noto Serif CJK KR", "Batang", "AppleMyungjo", serif',
    "chinese": '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif',
}
"""The typefaces of systems, behind those of the theme."""


def variables(look: Look) -> str:
    """The rule that gives the theme's variables to the whole page."""
    wanted = look.theme.typefaces
    own = {"korean": wanted.korean, "serif": wanted.serif or wanted.korean, "chinese": wanted.chinese}
    families = {use: ", ".join(filter(None, (_quoted(own[use]), usual))) for use, usual in _FAMILIES.items()}
    told = asdict(look.theme.colours) | families
    return f":root {{ {' '.join(f'--{name}: {value};' for name, value in told.items())} color-scheme: light; }}"


def faces(look: Look) -> dict[str, str]:
    """The theme's typefaces as declarations for text, titles and Chinese; "" where it names none."""
    wanted = look.theme.typefaces
    own = {
        "text": (wanted.korean, "sans-serif"),
        "titles": (wanted.serif, "serif"),
        "foreign": (wanted.chinese, "sans-serif"),
    }
    return {use: f"font-family: {_quoted(name)}, {kind};" if name else "" for use, (name, kind) in own.items()}


def _quoted(family: str) -> str:
    """A family's name as a style sheet writes it; "" for none."""
    return '"' + re.sub(r"[^\w .()+-]", "", family) + '"' if family else ""
