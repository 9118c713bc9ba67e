"""What only one system has stands nowhere unguarded: editors work on Windows and macOS, where no test runs."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

SOURCES = sorted(Path(str(files("donghyang"))).rglob("*.py"))
POSIX_MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = {
    "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getpgid",
    "getuid", "killpg", "mkfifo", "nice", "sched_getaffinity", "set_blocking", "setsid", "statvfs", "wait3", "wait4",
}  # fmt: skip
SIGNALS = {"SIGINT", "SIGTERM", "SIG_IGN", "SIG_DFL", "signal", "Signals"}
"""What the module `signal` has everywhere."""
GUARDS = {"ImportError", "AttributeError", "ModuleNotFoundError"}
TEXT_MODES = {"r", "w", "a", "x", "r+", "w+", "a+", "rt", "wt", "at"}


def calls(source: str) -> list[str]:
    """What a source does that only some systems can, each as line and reason."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    return [f"{getattr(node, 'lineno', 0)}: {why}" for node in ast.walk(tree) for why in _faults(node, parents)]


def _faults(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        if POSIX_MODULES.intersection(names) and not node_is_guarded(node, parents):
            yield "a module of POSIX alone"
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        if node.value.id == "os" and node.attr in POSIX_NAMES and not node_is_guarded(node, parents):
            yield f"os.{node.attr}"
        if node.value.id == "signal" and node.attr not in SIGNALS:
            yield f"signal.{node.attr}"
        if node.value.id == "os" and node.attr == "sep":
            yield "a separator that is another one elsewhere"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.startswith(("/dev/", "/tmp", "/proc/")) and not node_is_guarded(node, parents, {"OSError"}):
            yield "a place of one system"
    elif isinstance(node, ast.Call):
        yield from _call(node)


def _call(node: ast.Call) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    told = {keyword.arg for keyword in node.keywords}
    words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
    if name == "read_text" and not node.args and "encoding" not in told:
        yield "text without its encoding"
    if name == "write_text" and len(node.args) < 2 and "encoding" not in told:
        yield "text without its encoding"
    if name in ("open", "fdopen") and TEXT_MODES.intersection(map(str, words)) and "encoding" not in told:
        yield "text without its encoding"
    if name == "rename":
        yield "a rename that fails on Windows where a file stands: replace"
    if name in ("get_context", "set_start_method") and words != ["spawn"]:
        yield "a way to start processes that Windows has not"
    if name == "Pool":
        yield "a pool that is not spawned"


def node_is_guarded(node: ast.AST, parents: dict[ast.AST, ast.AST], guards: Collection[str] = GUARDS) -> bool:
    """Whether what stands there is asked for first, or may fail."""
    at = parents.get(node)
    while at is not None:
        if isinstance(at, ast.Try) and any(_names(handler.type).intersection(guards) for handler in at.handlers):
            return True
        if isinstance(at, ast.If | ast.IfExp) and _names(at.test) & {"hasattr", "platform", "name"}:
            return True
        at = parents.get(at)
    return False


def _names(node: ast.AST | None) -> set[str]:
    found = ast.walk(node) if node is not None else ()
    return {getattr(one, "id", getattr(one, "attr", "")) for one in found}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_of_one_system_stands_unguarded(path: Path) -> None:
    assert calls(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl",
        "from resource import getrlimit",
        "import os\nos.fork()",
        "import os\nopened = os.open(name, os.O_NOFOLLOW)",
        "import signal\nsignal.signal(signal.SIGKILL, f)",
        "path.read_text()",
        "path.write_text(words)",
        "open(name, 'w')",
        "path.rename(other)",
        "place = '/tmp/x'",
        "get_context('fork')",
        "print(os.sep)",
    ],
)
def test_what_is_found(source: str) -> None:
    assert calls(source)


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    import resource\nexcept ImportError:\n    pass",
        "if hasattr(os, 'fork'):\n    os.fork()",
        "open(name, 'rb')",
        "path.open('w', encoding='utf-8')",
        "path.read_text('utf-8')",
        "path.replace(other)",
        "get_context('spawn')",
        "signal.signal(signal.SIGINT, signal.SIG_IGN)",
    ],
)
def test_what_is_no_fault(source: str) -> None:
    assert calls(source) == []


BARE = f"""
import os, signal, subprocess, sys, tempfile
for name in {sorted(POSIX_NAMES - {"fork"})!r}:
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGXCPU", "SIGHUP", "SIGALRM", "setitimer", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in {sorted(POSIX_MODULES)!r}:
    sys.modules[name] = None
"""
"""Takes away, before the program starts, what Windows has not; by `os.fork` and SIGKILL Python itself starts and ends
processes."""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("read", "plan.pdf", "--json"), 0, '"kind"'),
        (("check", "report.txt", "--json"), 0, '"findings"'),
        (("check", *(f"{number}.txt" for number in range(9)), "--fix"), 0, ""),
        (("publish", "report.txt", "--to", "html", "--out", "prints"), 0, "report.html"),
        (("weekly", "--from", "pages", "--days", "all", "--json"), 0, "draft.pdf"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_the_program_runs_without_what_only_posix_has(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    sample = Path(str(files("donghyang"))) / "sample"
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "sitecustomize.py").write_text(BARE, "utf-8")
    (tmp_path / "pages").mkdir()
    for name in ("bj_compute_plan_20230415.pdf", "miit_20230418_robot_plan.html", "most_facility_measures.docx"):
        shutil.copy(sample / "pages" / name, tmp_path / "pages")
    shutil.copy(sample / "pages" / "bj_compute_plan_20230415.pdf", tmp_path / "plan.pdf")
    shutil.copy(sample / "report.txt", tmp_path)
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("저장성은 해상풍력 단지를 건설할 계획\n", "utf-8")
    path = os.pathsep.join([str(tmp_path / "bare"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "donghyang", *arguments],
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": path, "DONGHYANG_LANG": "ko"},
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (code, "")
    assert said in done.stdout.decode()
