"""What went wrong, in one line for the person at the shell: what, and what to do next.

Lower rooms say what is wrong in plain words and a code; only here is it known how a command or an option is called.
"""

from __future__ import annotations

import errno
import os
from typing import Any

from donghyang.records import CannotProceed, Message, did_you_mean
from donghyang.terminal.console import tell
from donghyang.terminal.faults import recorded

CANNOT = 2
"""What a command exits with when it cannot do what was asked."""
UNREAD = 141
"""What it exits with when whoever reads the answer reads no further (`donghyang targets | head`), in silence: what a
shell says of every program that a closed pipe ends (128 and the number of SIGPIPE). What was to be done is done."""

NEXT_STEP: dict[str, Message] = {
    "no-workspace": Message("`donghyang new DIR`로 만드십시오.", "Make one with `donghyang new DIR`."),
    "workspace-exists": Message(
        "다른 폴더를 고르거나 `donghyang weekly -w DIR`를 실행하십시오.",
        "Choose another folder, or run `donghyang weekly -w DIR`.",
    ),
    "print-in-the-way": Message("--out으로 다른 폴더를 정해도 됩니다.", "Or choose another folder with --out."),
    "held-back": Message(
        "`--allow LINE,… --by NAME --reason WHY`. --final 없이는 초안으로 찍습니다.",
        "`--allow LINE,… --by NAME --reason WHY`. Without --final a draft is printed.",
    ),
    "correction": Message(
        "`publish --final --correct 알림 --by NAME`. 무엇이 바뀌었는지는 알림 아래에 실립니다.",
        "`publish --final --correct NOTICE --by NAME`. What changed is printed below the notice.",
    ),
    "folder-of-others": Message("빈 폴더를 --out으로 주십시오.", "Give an empty folder with --out."),
    "nothing-published": Message(
        "`donghyang publish FILE --final`로 발간하거나 `donghyang import FILE…`로 지난 호를 넣으십시오. "
        "초안까지 미리 보려면 --drafts를 주십시오.",
        "Publish one with `donghyang publish FILE --final`, put back issues in with `donghyang import FILE…`, or give "
        "--drafts to look at drafts, too.",
    ),
    "unpublished": Message(
        "`donghyang publish FILE --final`로 발간하십시오.", "Publish it: `donghyang publish FILE --final`."
    ),
    "no-kind": Message("--kind KIND로 정하십시오.", "Say it with --kind KIND."),
    "no-story": Message("`donghyang stories`가 ID를 보입니다.", "`donghyang stories` shows the ids."),
    "not-collected": Message("`donghyang collect`가 페이지를 모읍니다.", "`donghyang collect` collects pages."),
    "no-fetched-source": Message(
        "`donghyang sources add URL`로 더하십시오.", "Add one with `donghyang sources add URL`."
    ),
    "not-in-catalogue": Message(
        "`donghyang sources --catalogue`가 카탈로그를 보입니다.", "`donghyang sources --catalogue` shows the catalogue."
    ),
    "no-list": Message("이 쪽만 볼 때는 --kind page를 주십시오.", "To watch this page alone give --kind page."),
    "no-source": Message("`donghyang sources`가 이름을 보입니다.", "`donghyang sources` shows their names."),
    "no-archive": Message("`donghyang import FILE…`로 만드십시오.", "Make it with `donghyang import FILE…`."),
    "archive-damaged": Message(
        "`donghyang import --rebuild`가 pages, issues, terms.csv에서 다시 만듭니다.",
        "`donghyang import --rebuild` makes it again from pages, issues and terms.csv.",
    ),
    "issue-gone": Message(
        "`donghyang import`로 아카이브를 작업 폴더에 맞추십시오.",
        "Bring the archive up to date with `donghyang import`.",
    ),
    "no-due": Message(
        "--due 2025, 2025-06, 2025Q2, quarter(이번 분기), overdue(기한이 지남)처럼 적으십시오.",
        "Write it like --due 2025, 2025-06, 2025Q2, quarter (this one) or overdue.",
    ),
    "not-unsure": Message("`donghyang mail`이 그 주소를 보입니다.", "`donghyang mail` shows those."),
    "protected": Message("고치려면 권한을 바꾸거나 사본을 만드십시오.", "Change its permissions, or work on a copy."),
    "not-text": Message("--to docx로 표시한 사본을 만드십시오.", "Make a marked copy with --to docx."),
}
"""What to do next, by the code of the error."""


EXTRAS = {
    "scrapy": "collect",
    "warcio": "collect",
    "feedparser": "collect",
    "django": "archive",
    "psycopg": "postgresql",
    "daft": "daft",
}
"""The extra that brings a library; `newsroom` brings all others too."""


def told(problem: BaseException) -> int:
    """Say in one line what went wrong, or where the details of a fault lie; the exit code."""
    if _reads_no_further(problem):
        return UNREAD
    tell(message_of(problem) or recorded(problem))
    return CANNOT


def _reads_no_further(problem: BaseException) -> bool:
    """Whether the other end of the answer's pipe is closed; Windows calls that an invalid argument."""
    if isinstance(problem, BaseExceptionGroup):  # of those who answer side by side (`mcp`)
        return all(map(_reads_no_further, problem.exceptions))
    if os.name == "nt" and isinstance(problem, OSError) and problem.errno == errno.EINVAL:
        return problem.filename is None
    return isinstance(problem, BrokenPipeError)


def message_of(problem: BaseException) -> Message | None:
    """What went wrong and what to do next; None for a fault of the program."""
    if isinstance(problem, CannotProceed):
        step = NEXT_STEP.get(problem.code, Message("", ""))
        return Message(f"{problem.message.ko} {step.ko}".rstrip(), f"{problem.message.en} {step.en}".rstrip())
    if isinstance(problem, KeyboardInterrupt) or type(problem).__name__ == "Abort":
        return Message("멈추었습니다.", "stopped.")
    if isinstance(problem, ModuleNotFoundError) and not (problem.name or "").startswith("donghyang"):
        what = f'"donghyang[{EXTRAS.get(problem.name or "", "newsroom")}]" ({problem.name})'
        return Message(f"설치되지 않은 부분입니다. 설치: pip install {what}", f"not installed. Run: pip install {what}")
    if isinstance(problem, MemoryError):
        return Message(
            "메모리가 모자랍니다. 다른 프로그램을 닫거나 파일을 나누십시오.",
            "out of memory. Close other programs, or split the file.",
        )
    if isinstance(problem, OSError):
        return _of_the_system(problem)
    return _usage(problem) if hasattr(problem, "format_message") else None


def _of_the_system(problem: OSError) -> Message:
    """What the system refused: at a place, or to take the answer."""
    why = problem.strerror or type(problem).__name__
    if problem.filename is None:
        return Message(f"답을 다 쓰지 못했습니다({why}).", f"the answer could not be written ({why}).")
    place = os.fsdecode(problem.filename) if isinstance(problem.filename, bytes) else problem.filename
    return Message(
        f"{place}: 시스템이 거절했습니다({why}). 경로와 권한, 디스크를 확인하십시오.",
        f"{place}: refused by the system ({why}). Check path, permissions and disk.",
    )


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
    if kind == "BadParameter":
        param = problem.param.opts[-1] if problem.param is not None else ""
        return Message(f"{param}: 쓸 수 없는 값입니다.", f"{param}: no value that it takes.")
    if kind == "UsageError" and problem.message.endswith(")"):
        more = problem.message.rpartition("(")[2].rstrip(")")
        return Message(f"{more}: 받지 않는 인자입니다.", f"{more}: more than is taken.")
    return None
