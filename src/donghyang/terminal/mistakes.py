"""What went wrong, in one line for the person at the shell: what, and what to do next.

Lower rooms say what is wrong in plain words and a code; only here is it known how a command or an option is called.
"""

from __future__ import annotations

from typing import Any

from donghyang.records import CannotProceed, Message, did_you_mean
from donghyang.terminal.console import tell

CANNOT = 2
"""What a command exits with when it cannot do what was asked."""

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
    return _usage(problem) if hasattr(problem, "format_message") else None


def _usage(problem: Any) -> Message:
    """A command line that cannot be read, in our words: Typer's errors are English, and told apart by their names."""
    context = getattr(problem, "ctx", None)
    command = context.command_path if context is not None else "donghyang"
    what = _usage_of(problem, context) or Message("명령을 읽을 수 없습니다.", str(problem.format_message()))
    return Message(f"{what.ko} 쓰는 법: {command} --help", f"{what.en} How to: {command} --help")


def _usage_of(problem: Any, context: Any) -> Message | None:
    """What is wrong; None for an error that is none of the known ones."""
    kind, name = type(problem).__name__, getattr(problem, "option_name", None)
    params = context.command.params if context is not None else []
    if kind == "NoSuchOption":
        options = [option for param in params for option in param.opts if option.startswith("--")]
        guess = did_you_mean(str(name), [*options, "--help"])
        return Message(f"{name}: 그런 선택지가 없습니다.{guess.ko}", f"{name}: no such option.{guess.en}")
    if kind == "BadOptionUsage":
        if "not take" in problem.message:
            return Message(f"{name}: 값을 받지 않는 선택지입니다.", f"{name} takes no value.")
        return Message(f"{name}: 값이 빠졌습니다.", f"{name}: its value is missing.")
    if kind == "MissingParameter":
        param = problem.param
        lost = param.metavar or param.name.upper() if param.param_type_name == "argument" else param.opts[0]
        return Message(f"{lost}: 빠졌습니다.", f"{lost} is missing.")
    if kind == "UsageError" and problem.message.endswith(")"):
        more = problem.message.rpartition("(")[2].rstrip(")")
        return Message(f"{more}: 받지 않는 인자입니다.", f"{more}: more than is taken.")
    return None
