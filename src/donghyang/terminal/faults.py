"""A fault of the program: kept in a file for those who mend it, told to the person in one line."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from donghyang import __version__
from donghyang.records import Message


def recorded(problem: BaseException) -> Message:
    """What to tell of a fault, once its details are kept: in the workspace around, else in the temporary folder."""
    name, path = type(problem).__name__, _kept(_details(problem))
    if path is None:
        return Message(f"프로그램의 오류입니다({name}: {problem}).", f"a fault of the program ({name}: {problem}).")
    return Message(
        f"프로그램의 오류입니다({name}). 자세한 내용은 {path}에 있습니다. 그 파일을 붙여 알려 주십시오.",
        f"a fault of the program ({name}). The details are in {path}. Please report it with that file.",
    )


def _details(problem: BaseException) -> bytes:
    head = (
        f"donghyang {__version__}, Python {platform.python_version()}, {platform.platform()}",
        " ".join(map(repr, sys.argv)),
        "",
    )
    text = "\n".join(head) + "\n" + "".join(traceback.format_exception(problem))
    return text.encode("utf-8", "backslashreplace")


def _kept(details: bytes) -> Path | None:
    """Where the details are now, None where no place takes them."""
    for place in (_in_workspace, _temporary):
        with suppress(Exception):  # whatever is wrong with the place, the person is to be told of the fault
            return place(details)
    return None


def _in_workspace(details: bytes) -> Path:
    from donghyang.files import write
    from donghyang.workspace import ISSUES, SETTINGS

    here = Path.cwd()
    root = next(folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file())
    moment = dt.datetime.now().strftime("%Y%m%d-%H%M%S")
    return write(root / ISSUES / "work" / f"fault-{moment}-{os.getpid()}.txt", details)


def _temporary(details: bytes) -> Path:
    opened, name = tempfile.mkstemp(".txt", "donghyang-fault-")
    with os.fdopen(opened, "wb") as out:
        out.write(details)
    return Path(name)
