"""What `ask` says: the answer, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from donghyang.language.visible import on_one_line
from donghyang.records import Answer, Language, Message
from donghyang.terminal.place_text import place

_QUOTE = 160
"""Characters of a quotation that a person is shown."""


def answers_as_text(questions: Sequence[str], answers: Sequence[Answer], language: Language) -> str:
    """The answers in order, each with the lines it rests on; of several each under its question, a line between two."""
    told = ["\n".join(on_one_line(line.text(language)) for line in _lines(answer)) for answer in answers]
    if len(told) == 1:
        return told[0]
    return "\n\n".join(f"> {on_one_line(asked)}\n{said}" for asked, said in zip(questions, told, strict=True))


def _lines(answer: Answer) -> Iterator[Message]:
    if answer.status == "contradiction":
        yield Message(
            f"아카이브의 두 호가 다르게 말합니다: {answer.answer}", f"two issues say different things: {answer.answer}"
        )
    elif answer.status == "not_found":
        yield Message("아카이브에 답이 없습니다.", "the archive does not say.")
        if answer.sources:
            yield Message("가까운 기사:", "articles that lie near:")
    else:
        yield Message(*[answer.answer or ""] * 2)
    for cited in answer.sources:
        where = place(cited)
        yield Message(f"    {where.ko}", f"    {where.en}")
        quote = cited.quote if len(cited.quote) <= _QUOTE else f"{cited.quote[: _QUOTE - 1]}…"
        if quote != cited.headline:
            yield Message(*[f"        {quote}"] * 2)
