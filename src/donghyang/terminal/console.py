"""How the commands speak: the reader's language, errors in one line, progress on standard error."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from donghyang import wire
from donghyang.language.visible import on_one_line, visible
from donghyang.records import CannotProceed, Language, Message, Progress

if TYPE_CHECKING:
    from donghyang.proofread import LeftRow


@cache
def language() -> Language:
    """Korean, unless the locale asks for English. DONGHYANG_LANG goes before the locale."""
    asked = (os.environ.get(name, "") for name in ("DONGHYANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((value for value in asked if value), None) or locale.getlocale()[0] or ""
    return "en" if chosen.lower().startswith("en") else "ko"


def say(ko: str, en: str) -> str:
    """The sentence in the reader's language."""
    return ko if language() == "ko" else en


_LINE = 2000
"""Characters of a line on standard error; a name in it may be as long as a file."""


def tell(message: Message) -> None:
    """One line on standard error, where there is one; what cannot be told there is told nowhere."""
    with suppress(OSError, ValueError):
        said = on_one_line(message.text(language()))
        if len(said) > _LINE:
            said = f"{said[: _LINE // 2]} … {said[-_LINE // 2 :]}"
        print(f"donghyang: {said}", file=sys.stderr)  # noqa: T201


def tell_rows(rows: Iterable[LeftRow]) -> None:
    """The rows that are not used, each in a line with its place."""
    for row in rows:
        tell(Message(f"{row.file}:{row.line}: {row.reason.ko}", f"{row.file}:{row.line}: {row.reason.en}"))


def put(text: str) -> None:
    """What a command answers to a person, on standard output; nothing in it steers the terminal."""
    print(visible(text))  # noqa: T201


def put_json(value: object) -> None:
    """What a command answers to a program: one JSON value, its messages in the reader's language."""
    put(wire.dumps(value, language=language()))


@contextmanager
def resumable() -> Iterator[None]:
    """Work that goes on where it stopped when it is run again, and says so when a person stops it."""
    try:
        yield
    except KeyboardInterrupt:
        raise CannotProceed(
            Message(
                "멈추었습니다. 같은 명령을 다시 실행하면 이어서 합니다.",
                "stopped. Run the same command again to go on.",
            )
        ) from None


Write = Callable[[str], object]


@contextmanager
def piecewise() -> Iterator[Write]:
    """Writes an answer to standard output piece by piece, as it comes."""
    yield _out


@contextmanager
def whole() -> Iterator[Write]:
    """Writes an answer to standard output when all of it is there, and nothing of it when the work breaks off.

    A long answer waits in a temporary file, not in memory.
    """
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(_SPOOLED, "w+", encoding="utf-8", errors="surrogatepass", newline="") as held:
        yield held.write
        held.seek(0)
        while part := held.read(_SPOOLED):
            _out(part)


def _out(text: str) -> None:
    sys.stdout.write(visible(text))


_SPOOLED = 1 << 20
"""Characters that are held in memory."""


def ready() -> None:
    """Make the streams fit to speak on: there, and in UTF-8 whatever the console's code page is.

    Korean Windows consoles begin with CP949; a program without a console (pythonw), or with closed streams, has none.
    A closed one is opened on nothing, so that no file that is written later takes its number.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def finish() -> None:
    """Send off what is still to be written. Raises OSError when it finds no room, or nobody reads it."""
    sys.stdout.flush()


def give_up() -> None:
    """Let nothing of an answer that found no room be tried again when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on a terminal; elsewhere silence, so that logs stay short."""
    if not sys.stderr.isatty():
        yield lambda label, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1)
        yield lambda label, done, total: bar.update(
            task, description=label.text(language()), completed=done, total=max(total, 1)
        )
