"""The engine of a run: stages in order, each leaving what it made in a file under a digest of what it was made from.

A stage whose digest stands is not done again. So a run that was killed goes on where it stopped, and a second run
over the same pages changes nothing. What is made of many inputs one by one is kept in `Lines`, one JSON a line.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from donghyang import __version__, wire
from donghyang.files import append, write
from donghyang.records import CannotProceed, Message

Job = TypeVar("Job")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class State(Generic[Kept]):
    """What is kept of one result."""

    version: str
    """Of the program that made it; what another made is not trusted."""
    stamp: str
    """A digest of what it was made from."""
    made: Kept


class Lines(Generic[Kept]):
    """A store of records in one file, each a line of JSON under a digest of what it was made from.

    A record is added as soon as it is made, so a run that is killed makes none of them twice. Of lines under one
    digest the last counts; a line that was cut short counts for nothing, like one of another version of the program.
    """

    def __init__(self, path: Path, kind: type[Kept]) -> None:
        self._path = path
        self._line: Any = State[kind]  # type: ignore[valid-type]

    def load(self) -> dict[str, Kept]:
        """The records by their digests; {} where there is no store."""
        kept: dict[str, Kept] = {}
        text = self._path.read_text("utf-8", errors="replace") if self._path.is_file() else ""
        for line in text.split("\n"):
            try:
                state = wire.from_json(self._line, line, where=str(self._path))
            except CannotProceed:
                continue
            if state.version == __version__:
                kept[state.stamp] = state.made
        return kept

    def add(self, key: str, record: Kept) -> None:
        """Keep one record. Raises CannotProceed when the file cannot be written."""
        append(self._path, _said(key, record))

    def keep(self, records: Mapping[str, Kept]) -> None:
        """Keep these records in this order and no others; a file that says so already is left alone."""
        data = "".join(f"{_said(key, record)}\n" for key, record in records.items()).encode()
        if not self._path.is_file() or self._path.read_bytes() != data:
            write(self._path, data)


def _said(stamp: str, made: object) -> str:
    return wire.dumps(State(__version__, stamp, made), spans=True, language=None)


@dataclass(frozen=True, slots=True)
class Stage(Generic[Job]):
    """One step of a run."""

    name: str
    label: Message
    makes: Any
    """The type of its result, to read it back."""
    work: Callable[[Job, Made], Any]
    count: Callable[[Any], int]
    """How many things the result holds, for the summary."""
    inputs: Callable[[Job], str] = lambda job: ""
    """A digest of what the stage reads besides the results before it."""
    stands: Callable[[Job, Any], bool] = lambda job, made: True
    """Whether what an earlier run made is still there."""
    watched: Callable[[Job], Iterable[Path]] = lambda job: ()
    """The files that it reads; where one is saved meanwhile, what was made is not kept as made from what was there."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one stage."""

    name: str
    label: Message
    count: int
    fresh: bool
    """False when an earlier run had done it already."""


class Made:
    """The results of the stages so far, and of the run before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._results: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        return self._results[name]

    def get(self, name: str, default: Any) -> Any:
        """The result of a stage, `default` where the run has not come to it."""
        return self._results.get(name, default)

    def before(self, stage: Stage[Any]) -> Any | None:
        """What the stage made in the run before, whatever it was made from; None when nothing readable is there.

        What another version of the program made is not trusted.
        """
        return self._load(stage)[1]

    def take(self, stage: Stage[Job], job: Job, stamp: str) -> bool:
        """Make the stage's result available; False when it stood from an earlier run. `keep` is to follow."""
        old_stamp, old = self._load(stage)
        if old is not None and old_stamp == stamp and stage.stands(job, old):
            self._results[stage.name] = old
            return False
        self._results[stage.name] = stage.work(job, self)
        return True

    def keep(self, stage: Stage[Job], stamp: str) -> None:
        """Keep the stage's result under a digest of what it was made from."""
        write(self._path(stage), _said(stamp, self._results[stage.name]).encode())

    def _path(self, stage: Stage[Any]) -> Path:
        return self._folder / f"{stage.name}.json"

    def _load(self, stage: Stage[Any]) -> tuple[str, Any | None]:
        kind: Any = State
        path = self._path(stage)
        try:
            state = wire.from_json(kind[stage.makes], path.read_text("utf-8"), where=str(path))
        except (OSError, ValueError, CannotProceed):
            return "", None
        return (state.stamp, state.made) if state.version == __version__ else ("", None)


def run(
    stages: Sequence[Stage[Job]], job: Job, folder: Path, stamp: str, on_stage: Callable[[Stage[Job], Made], bool]
) -> tuple[Made, list[Done]]:
    """Go through the stages; `folder` keeps their results, `stamp` is a digest of the job itself.

    `on_stage` is told of each before it is done; where it answers False the run ends there.
    """
    made, done = Made(folder), []
    for stage in stages:
        if not on_stage(stage, made):
            break
        before = _looks(stage.watched(job))
        stamp = digest(stamp, stage.name, stage.inputs(job))
        fresh = made.take(stage, job, stamp)
        if fresh and _looks(stage.watched(job)) != before:
            # Nobody can say which of the two was read: this result, and those made of it, are made again next time.
            stamp = digest(stamp, os.urandom(16))
        if fresh:
            made.keep(stage, stamp)
        done.append(Done(stage.name, stage.label, stage.count(made[stage.name]), fresh))
    return made, done


def _looks(files: Iterable[Path]) -> list[tuple[str, int, int, int] | None]:
    """What tells that a file was saved, even with the same bytes; None where there is none.

    Times alone do not tell it on every disk: those of FAT count every second second.
    """
    looks: list[tuple[str, int, int, int] | None] = []
    for path in files:
        try:
            told = path.stat()
            looks.append((digest(path.read_bytes()), told.st_ino, told.st_mtime_ns, told.st_ctime_ns))
        except OSError:
            looks.append(None)
    return looks


def digest(*parts: str | bytes) -> str:
    """SHA-256 over the parts and their borders."""
    seen = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        seen.update(len(data).to_bytes(8, "big") + data)
    return seen.hexdigest()


def digests(files: Mapping[str, Path]) -> dict[str, str]:
    """The digest of each file, by name; a file that is not there is left out."""
    return {name: digest(path.read_bytes()) for name, path in files.items() if path.is_file()}
