"""Reading a question of any of the three languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from donghyang.archive.answers.asking.alike import phrases
from donghyang.archive.answers.asking.question import Language, Question, words
from donghyang.archive.answers.asking.verbs import has_double_coda
from donghyang.language.patterns import lazily
from donghyang.language.script import fold_width, has_han, has_hangul

_PAST = lazily(r"了|已|曾|\b(?:did|was|were|had|has|have|is|are)\b")
_ORDINALS = {"첫": 1, "두": 2, "세": 3, "네": 4, "다섯": 5}
_NTH = lazily(rf"(?<![가-힣])(?P<nth>{'|'.join(_ORDINALS)})\s?번째\s?단계")
_TELL_ME = lazily(
    r"(?P<mark>[을를])?\s(?:(?:모두|전부|다|좀)\s)?(?:알려|말해|가르쳐|대)\s?(?:줘|주세요|줄래|주시겠어요|달라|봐)(?:요)?\s*[.?!]*$"
)
_QUOTES = str.maketrans("‘’“”「」『』《》〈〉", "''\"\"" + " " * 8)
_ENDS_IN = lazily(r"(?P<verb>[가-힣])나(?:요)?\s*[?？]\s*$")
_ALSO_PRESENT = "있겠"
"""The verb at the end; one in the present (몇 개 늘어나나) may ask for what is planned."""


def language_of(text: str) -> Language:
    """Korean where Hangul stands in it, else Chinese where Chinese characters do, else English."""
    return "ko" if has_hangul(text) else "zh" if has_han(text) else "en"


def read(text: str, day: dt.date | None = None) -> Question:
    """A question understood; `day` is the day on which '25년 hangs."""
    from donghyang.archive.answers.asking import chinese, english, korean

    plain = _plainly(fold_width(" ".join(text.split())).translate(_QUOTES))
    reader = {"ko": korean.question, "zh": chinese.question, "en": english.question}[language_of(plain)]
    return _ahead(reader(plain, day))


def _plainly(text: str) -> str:
    """A text with phases counted in digits (두 번째 단계, 2단계), set phrases as reports have them, and what begs to be
    told (대학을 모두 알려 줘) as a question that closes with it."""
    text = _TELL_ME.sub(lambda found: "은?" if found["mark"] else "?", text)
    text = _NTH.sub(lambda found: f"{_ORDINALS[found['nth']]}단계", text)
    for phrase, plain in phrases():
        text = text.replace(phrase, plain)
    return text


def _ahead(question: Question) -> Question:
    said = f" {question.text.lower()} "
    ahead = any((f" {word} " if word.isascii() else word) in said for word in words("ahead"))
    return replace(question, ahead=ahead or not _tells_past(question))


def _tells_past(question: Question) -> bool:
    """Whether a question can only ask for what is or was: its verb is in the past, or it has none (얼마인가)."""
    if question.language == "ko":
        last = _ENDS_IN.search(question.text)
        return last is None or (has_double_coda(last["verb"]) and last["verb"] not in _ALSO_PRESENT)
    return _PAST.search(question.text) is not None
