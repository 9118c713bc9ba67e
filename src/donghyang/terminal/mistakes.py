"""What went wrong, in one line for the person at the shell: what, and what to do next.

Lower rooms say what is wrong in plain words and a code; only here is it known how a command or an option is called.
"""

from __future__ import annotations

from donghyang.records import CannotProceed, Message
from donghyang.terminal.console import tell

CANNOT = 2

NEXT_STEP: dict[str, Message] = {
    "no-workspace": Message("`donghyang new DIR`로 만드십시오.", "Make one with `donghyang new DIR`."),
    "workspace-exists": Message(
        "다른 폴더를 고르거나 `donghyang weekly -w DIR`를 실행하십시오.",
        "Choose another folder, or run `donghyang weekly -w DIR`.",
    ),
    "not-text": Message("--to docx로 표시한 사본을 만드십시오.", "Make a marked copy with --to docx."),
}
"""What to do next, by the code of the error."""


def told(problem: BaseException) -> int | None:
    """Say in one line what went wrong; the exit code, None when it is a fault of the program."""
    message = _message(problem)
    if message is None:
        return None
    tell(message)
    return CANNOT


def _message(problem: BaseException) -> Message | None:
    if isinstance(problem, CannotProceed):
        step = NEXT_STEP.get(problem.code, Message("", ""))
        return Message(f"{problem.message.ko} {step.ko}".rstrip(), f"{problem.message.en} {step.en}".rstrip())
    if isinstance(problem, KeyboardInterrupt) or type(problem).__name__ == "Abort":
        return Message("멈추었습니다.", "stopped.")
    if isinstance(problem, ModuleNotFoundError) and not (problem.name or "").startswith("donghyang"):
        what = f'"donghyang[newsroom]" ({problem.name})'
        return Message(f"설치되지 않은 부분입니다. 설치: pip install {what}", f"not installed. Run: pip install {what}")
    said = getattr(problem, "format_message", None)
    if said is None:
        return None
    return Message(f"{said()} `donghyang --help`를 보십시오.", f"{said()} See `donghyang --help`.")
