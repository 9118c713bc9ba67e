"""From the note style of bullets to the sentences of the summary: 발표 -> 발표하였다."""

from __future__ import annotations

import re

from donghyang.language.hangul import final_of, is_syllable, with_particle

_AIM = re.compile(r"^(?P<what>.+?)\s*목표$")
_PLANNED = re.compile(r"^(?P<what>.+?)\s*(?P<word>예정|전망|계획)$")
_FIGURE_END = re.compile(
    r"(?:\d[\d,.]*|[조억만])\s?(?:[%℃㎡㎢㎥]|%p|[A-Za-z/·]{1,8}|[가-힣]{1,5})(?:\s(?:이상|이하|미만))?$"
)
_EXCEEDED = re.compile(r"\s(초과|돌파)$")
# Nouns that are not done but held, held up or reached.
_ENDINGS = {
    "현판식": "을 개최하였다",
    "1위": "를 차지하였다",
    "선두권": "에 올랐다",
    "성과": "를 거두었다",
    "수준": "에 이르렀다",
    "유지": "하고 있다",
}


def sentence_form(note: str) -> str:
    """A note-style phrase as a sentence that ends in 다."""
    text = note.strip().rstrip(".")
    aim = _AIM.match(text)
    if aim:
        return f"{with_particle(aim['what'], '을')} 목표로 제시하였다."
    planned = _PLANNED.match(text)
    if planned:
        return f"{_doing(planned['what'])} {planned['word']}이다."
    for ending, verb in _ENDINGS.items():
        if text.endswith(ending):
            return f"{text}{verb}."
    if _EXCEEDED.search(text):
        return f"{text}하였다."
    if _FIGURE_END.search(text) and not re.search(r"[가-힣]{2}(?:증가|감소|상승)$", text):
        return f"{with_particle(text, '을')} 기록하였다."
    return f"{text}하였다."


def _doing(text: str) -> str:
    """증가 -> 증가할; a figure -> …을 기록할."""
    if _FIGURE_END.search(text) and not _EXCEEDED.search(text):
        return f"{with_particle(text, '을')} 기록할"
    return f"{text}할"


def opening(note: str) -> str:
    """The first comma behind an actor as a particle: 국무원, ‘…’ 발표 -> 국무원은 ‘…’ 발표."""
    actor, comma, rest = note.partition(", ")
    if not comma or len(actor) > 40 or re.search(r"\d", actor) or final_of(actor) is None:
        return note
    return f"{with_particle(actor, '은')} {rest}" if is_syllable(actor[-1]) or actor.endswith(")") else note
