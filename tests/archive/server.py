"""A PostgreSQL server of the tests' own, in a temporary folder, reached through a socket alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "donghyang"
_OWNER = "postgres"
"""Whom root starts the server as: PostgreSQL does not run as root."""


def programs() -> Path | None:
    """The folder of the newest server's programs; None where none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    plain = shutil.which("initdb")
    return found[-1].parent if found else Path(plain).parent if plain else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A server that runs while the `with` lasts; the address of its database. Its files lie in `folder`."""
    data, log = folder / "data", folder / "log"
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c max_connections=20"
    if _is_root():
        shutil.chown(folder, _OWNER)
    _run(folder, "initdb", "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    _run(folder, "pg_ctl", "-D", str(data), "-w", "-s", "-l", str(log), "-o", settings, "start")
    try:
        yield f"postgresql://{USER}@/postgres?host={folder}"
    finally:
        _run(folder, "pg_ctl", "-D", str(data), "-w", "-s", "-m", "immediate", "stop")


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket (107 bytes on Linux), which pytest's is not."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        yield Path(folder)


def _run(folder: Path, program: str, *arguments: str) -> None:
    place = programs()
    assert place is not None
    subprocess.run(
        [str(place / program), *arguments], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        cwd=folder, env={**os.environ, "LC_ALL": "C"}, user=_OWNER if _is_root() else None,
    )  # fmt: skip


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
