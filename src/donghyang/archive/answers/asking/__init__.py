"""A question understood: its language, what it asks for, and the words that a text must say to answer it."""

from __future__ import annotations

from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.asking.reading import read

__all__ = ["Question", "read"]
