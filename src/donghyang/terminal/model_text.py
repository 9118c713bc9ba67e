"""What `model` says for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.records import Language, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.filling import Filled
    from donghyang.model import Tried


def tried_as_text(tried: Tried, language: Language) -> str:
    """Whether the endpoint can write for us."""
    lines = [Message(f"모델 {tried.name}  {tried.url}", f"model {tried.name}  {tried.url}")]
    if tried.problem is not None:
        lines.append(Message(f"  답하지 않습니다: {tried.problem.ko}", f"  it does not answer: {tried.problem.en}"))
    else:
        lines.append(
            Message(
                f"  정해진 꼴로 답합니다({tried.seconds}초, 토큰 {tried.tokens or '모름'}).",
                f"  it answers in the shape asked for ({tried.seconds} s, tokens {tried.tokens or 'unknown'}).",
            )
        )
        if not tried.korean:
            lines.append(Message("  답이 한국어가 아닙니다.", "  the answer is not Korean."))
    if tried.is_open_way:
        lines.append(
            Message(
                "  http://로 다른 컴퓨터에 보냅니다. 열쇠와 원문이 암호화되지 않습니다.",
                "  http:// to another machine: key and pages are not encrypted.",
            )
        )
    return "\n".join(line.text(language) for line in lines)


def filled_as_text(told: Sequence[Filled], language: Language) -> str:
    """Which lines were written, and why others were not."""
    written = sum(one.after is not None for one in told)
    lines = [Message(f"물은 줄 {len(told)}, 쓴 줄 {written}", f"lines {len(told)}, written {written}")]
    for one in told:
        if one.after is not None:
            lines.append(Message(f"  {one.line}: {one.after}", f"  {one.line}: {one.after}"))
        elif one.reason is not None:
            place = Message(f"{one.line}: 그대로.", f"{one.line}: left.") if one.line else Message("  -", "  -")
            lines.append(Message(f"  {place.ko} {one.reason.ko}", f"  {place.en} {one.reason.en}"))
    return "\n".join(line.text(language) for line in lines)
