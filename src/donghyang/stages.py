"""The engine of a run: stages in order, each leaving what it made in a file under a digest of what it was made from.

A stage whose digest stands is not done again. So a run that was killed goes on where it stopped, and a second run
over the same pages changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from donghyang import __version__, wire
from donghyang.files import write
from donghyang.records import CannotProceed, Message

Job = TypeVar("Job")


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

    def before(self, stage: Stage[Any]) -> Any | None:
        """What the stage made in the run before, whatever it was made from; None when nothing readable is there.

        What another version of the program made is not trusted.
        """
        return self._load(stage)[1]

    def take(self, stage: Stage[Job], job: Job, stamp: str) -> bool:
        """Make the stage's result available; False when it stood from an earlier run."""
        old_stamp, old = self._load(stage)
        if old is not None and old_stamp == stamp and stage.stands(job, old):
            self._results[stage.name] = old
            return False
        made = stage.work(job, self)
        self._results[stage.name] = made
        said = wire.dumps(made, spans=True, language=None)
        state = json.dumps({"version": __version__, "stamp": stamp, "made": said}, ensure_ascii=False)
        write(self._path(stage), state.encode())
        return True

    def _path(self, stage: Stage[Any]) -> Path:
        return self._folder / f"{stage.name}.json"

    def _load(self, stage: Stage[Any]) -> tuple[str, Any | None]:
        try:
            state = json.loads(self._path(stage).read_text("utf-8"))
            if state["version"] != __version__:
                return "", None
            return state["stamp"], wire.from_json(stage.makes, state["made"], where=str(self._path(stage)))
        except (OSError, ValueError, KeyError, TypeError, CannotProceed):
            return "", None


def run(
    stages: Sequence[Stage[Job]], job: Job, folder: Path, stamp: str, on_stage: Callable[[Stage[Job]], None]
) -> tuple[Made, list[Done]]:
    """Go through the stages; `folder` keeps their results, `stamp` is a digest of the job itself."""
    made, done = Made(folder), []
    for stage in stages:
        on_stage(stage)
        stamp = digest(stamp, stage.name, stage.inputs(job))
        fresh = made.take(stage, job, stamp)
        done.append(Done(stage.name, stage.label, stage.count(made[stage.name]), fresh))
    return made, done


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
