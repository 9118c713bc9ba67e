"""Reading a question of any of the three languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from donghyang.archive.answers.asking.question import Language, Question, words
from donghyang.language.patterns import lazily
from donghyang.language.script import fold_width, has_han, has_hangul

_PAST = lazily(r"了|已|曾|\b(?:did|was|were|had|has|have|is|are)\b")
_QUOTES = str.maketrans("‘’“”「」『』《》〈〉", "''\"\"" + " " * 8)
_NOT_PAST = lazily(r"[가-힣](?<![았었였했됐렸났겼졌봤갔왔섰냈렀혔켰쳤쌌웠뒀줬이])나(?:요)?\s*[?？]\s*$")
"""A verb in the present at the end: 몇 개 늘어나나 may ask for what is planned."""


def language_of(text: str) -> Language:
    """Korean where Hangul stands in it, else Chinese where Chinese characters do, else English."""
    return "ko" if has_hangul(text) else "zh" if has_han(text) else "en"


def read(text: str, day: dt.date | None = None) -> Question:
    """A question understood; `day` is the day on which '25년 hangs."""
    from donghyang.archive.answers.asking import chinese, english, korean

    plain = fold_width(" ".join(text.split())).translate(_QUOTES)
    reader = {"ko": korean.question, "zh": chinese.question, "en": english.question}[language_of(plain)]
    return _ahead(reader(plain, day))


def _ahead(question: Question) -> Question:
    said = f" {question.text.lower()} "
    ahead = any((f" {word} " if word.isascii() else word) in said for word in words("ahead"))
    return replace(question, ahead=ahead or not _tells_past(question))


def _tells_past(question: Question) -> bool:
    """Whether a question can only ask for what is or was: its verb is in the past, or it has none (얼마인가)."""
    if question.language == "ko":
        return _NOT_PAST.search(question.text) is None
    return _PAST.search(question.text) is not None
