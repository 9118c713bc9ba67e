"""What a newsroom brings to the choice of its stories: decisions, watch lists, weights, and what it has told before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from donghyang import wire
from donghyang.files import alone, write
from donghyang.records import CannotProceed, Decision
from donghyang.workspace import ISSUES, Workspace
from donghyang.workspace.reading import is_there, text_of
from donghyang.workspace.watch import WATCH, watch_lists

if TYPE_CHECKING:
    from donghyang.records import Decided, Story
    from donghyang.stories import Wanted

DECISIONS = "stories.json"
"""The editor's decisions on stories, in the workspace's folder."""
MOST_BYTES = 8 << 20
"""Of a file read here."""
ISSUES_BACK = 26
"""So many of the last issues are asked whether they told a story: half a year of a weekly."""


def wanted(home: Workspace | None, date: dt.date | None) -> Wanted:
    """What the newsroom brings to the report of `date`; outside of a workspace nothing but the day.

    What an earlier issue only remarks, such as the stories it left out, it has not told.
    Raises CannotProceed when a file of the workspace cannot be read.
    """
    from donghyang.report.unwritten import blanked
    from donghyang.stories import Wanted, told

    if home is None:
        return Wanted(date=date)
    return Wanted(
        date=date,
        weights={name: float(weight) for name, weight in home.settings.weights.items()},
        told=told(blanked(text) for _, text in _earlier(home, date)),
        lists=watch_lists(home.root),
        decisions=decisions(home),
    )


def decisions(home: Workspace) -> tuple[Decision, ...]:
    """What the editor has decided so far, in order; () before the first decision.

    Raises CannotProceed when the file cannot be read.
    """
    path = home.root / DECISIONS
    if not is_there(path):
        return ()
    return wire.from_json(tuple[Decision, ...], text_of(path, MOST_BYTES), where=str(path))


def decided(home: Workspace, action: Decided, ids: Sequence[str], stories: Sequence[Story]) -> tuple[Decision, ...]:
    """Write down a decision on the stories of `ids`; the decisions as they now stand.

    Raises CannotProceed for an id that no story has, and when the file cannot be read or written.
    """
    from donghyang.stories import decide

    with alone(home.root):
        return _keep(home, decide(action, ids, stories, decisions(home)))


def undone(home: Workspace, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Take back what was decided on `ids`; the decisions as they now stand.

    Raises CannotProceed for an id that nothing was decided on, and when the file cannot be read or written.
    """
    from donghyang.stories import undo

    with alone(home.root):
        return _keep(home, undo(ids, decisions(home)))


def _keep(home: Workspace, made: tuple[Decision, ...]) -> tuple[Decision, ...]:
    write(home.root / DECISIONS, (wire.dumps(made, indent=1, language=None) + "\n").encode())
    return made


def sources(home: Workspace | None, date: dt.date | None) -> Iterator[bytes]:
    """All bytes that `wanted` reads beside the settings: a run made from the same bytes stands."""
    if home is not None:
        for name in (DECISIONS, WATCH):
            path = home.root / name
            yield path.read_bytes() if is_there(path) else b""
        yield from (f"{name}\0{text}".encode() for name, text in _earlier(home, date))


def _earlier(home: Workspace, date: dt.date | None) -> Iterator[tuple[str, str]]:
    """The reports of the last issues before `date`, by the folder's name; every issue's where no day is given."""
    folders = sorted(path.parent for path in (home.root / ISSUES).glob("????-??-??/report.txt"))
    before = [folder for folder in folders if date is None or folder.name < date.isoformat()]
    for folder in before[-ISSUES_BACK:]:
        try:
            yield folder.name, text_of(folder / "report.txt", MOST_BYTES)
        except CannotProceed:  # a report that cannot be read tells nothing
            continue
