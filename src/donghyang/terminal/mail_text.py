"""What `mail` says: what it would do, and what it has done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from donghyang.records import Language, Message

if TYPE_CHECKING:
    from donghyang.press.mailing import Mailed, Plan

_UNSURE = Message(
    "받았는지 알 수 없는 이(보내는 순간에 멈춤). 확인한 뒤 --unsure sent나 --unsure again과 --by NAME을, 일부만이면"
    " --only ADDRESS,…도 주십시오",
    "of these it is not known whether they have it (stopped while sending). Find out, then give --unsure sent or"
    " --unsure again, with --by NAME, and with --only ADDRESS,… where it holds for some of them",
)


def plan_as_text(plan: Plan, language: Language) -> str:
    """What a run would do."""
    korean = language == "ko"
    lines = [f"{plan.issue}  {plan.subject}"]
    if korean:
        lines.append(f"받는 이 {plan.readers}, 보낸 이 {plan.sent}, 보낼 이 {plan.left} (본문 {plan.html // 1024}KB)")
    else:
        lines.append(f"readers {plan.readers}, sent {plan.sent}, to be sent {plan.left} (page {plan.html // 1024} KB)")
    lines += [one.text(language) for one in plan.problems]
    lines += _named("거절됨" if korean else "refused", plan.refused)
    lines += _named(_UNSURE.text(language), plan.unsure)
    lines.append(
        "보내지 않았습니다. 보내려면 --send를 주십시오." if korean else "nothing was sent. Give --send to send it."
    )
    return "\n".join(lines)


def mailed_as_text(made: Mailed, language: Language) -> str:
    """What became of the readers of one run."""
    korean = language == "ko"
    lines = [f"보냄 {len(made.sent)}" if korean else f"sent {len(made.sent)}"]
    lines += _named("거절됨" if korean else "refused", (f"{to}: {said}" for to, said in made.refused))
    later = "서버가 나중에 하라고 함. 다시 실행하십시오" if korean else "the server says later. Run again"
    lines += _named(later, (f"{to}: {said}" for to, said in made.later))
    lines += _named(_UNSURE.text(language), made.unsure)
    return "\n".join(lines)


def _named(what: str, names: Iterable[str]) -> list[str]:
    told = [f"    {name}" for name in names]
    return [f"{what}: {len(told)}", *told] if told else []
