"""An archive written out as a data set, and with it what it can be imported from again without loss."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import wire
from donghyang.archive import models
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.dataset import parquet
from donghyang.archive.dataset.croissant import data_sheet
from donghyang.archive.dataset.tables import TABLES, Table, Value, rows_of
from donghyang.archive.opening import Archive, opened
from donghyang.files import make_folder, write
from donghyang.records import CannotProceed, Message, Progress
from donghyang.workspace import TERMS

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

SHEET = "croissant.json"
REPORTS = "reports"
_LABEL = Message("내보내기", "export")


@dataclass(frozen=True, slots=True)
class Exported:
    """What a data set came to."""

    folder: str
    version: str
    """The day of the newest issue and the first eight signs of the digest of all contents: 2026.3.6+1f0a22b9."""
    rows: dict[str, int]
    """How many rows each table has."""
    files: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Formats that could not be written, for want of an extra."""


def exported(home: Workspace, folder: Path, progress: Progress) -> Exported:
    """Write the archive of a workspace into a folder: tables, data sheet, and the reports as they were read.

    `donghyang import FOLDER/reports/*` makes the issues again; the same archive gives the same files. Raises
    CannotProceed where there is no archive, where it is empty, where other things lie in the folder, and where it
    cannot be written.
    """
    _is_ours(folder)
    with opened(home) as archive:
        newest = models.Issue.objects.using(archive.alias).order_by("-date").first()
        if newest is None:
            raise CannotProceed(Message("아카이브가 비어 있습니다.", "the archive is empty."), "no-archive")
        version = f"{newest.date.year}.{newest.date.month}.{newest.date.day}+{digest_of_contents(archive)[:8]}"
        writer = _Writer(folder)
        counts = {}
        for done, table in enumerate(TABLES):
            progress(_LABEL, done, len(TABLES))
            counts[table.name] = writer.table(table, list(rows_of(archive, table)))
        _copy_reports(archive, writer)
        if home.termbase is not None:
            writer.file(TERMS, home.termbase.read_bytes())
        sheet = data_sheet(home.root.name, version, newest.date.isoformat(), writer.files, TABLES)
        writer.file(SHEET, f"{wire.dumps(sheet, language=None, indent=1)}\n".encode())
        progress(_LABEL, len(TABLES), len(TABLES))
    without = () if parquet.can_write() else ("parquet",)
    return Exported(str(folder), version, counts, tuple(sorted(writer.files)), without)


def _is_ours(folder: Path) -> None:
    """Raises CannotProceed for a folder that holds anything and is no data set: its files may be somebody's."""
    known = {f"{table.name}.{end}" for table in TABLES for end in ("jsonl", "parquet")} | {REPORTS}
    try:
        if not folder.is_dir() or (folder / SHEET).is_file():
            return
        other = next((one.name for one in sorted(folder.iterdir()) if one.name not in known and one.name[0] != "."), "")
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{folder}: 읽을 수 없습니다({problem.strerror}).", f"{folder} cannot be read ({problem.strerror})."
            )
        ) from problem
    if other:
        raise CannotProceed(
            Message(
                f"{folder}: 다른 파일이 있습니다({other}). 새 폴더를 주십시오.",
                f"{folder} holds other files ({other}). Give a new folder.",
            )
        )


def _copy_reports(archive: Archive, writer: _Writer) -> None:
    """The file of every issue, as it was read."""
    seen: set[str] = set()
    for issue in models.Issue.objects.using(archive.alias).order_by("date", "series"):
        source = archive.home.root / issue.file
        name = f"{REPORTS}/{issue.date}{source.suffix}"
        if name in seen:
            name = f"{REPORTS}/{issue.date}-{issue.digest[:8]}{source.suffix}"
        seen.add(name)
        try:
            writer.file(name, source.read_bytes())
        except OSError as problem:
            raise CannotProceed(
                Message(f"{source}: 읽을 수 없습니다.", f"{source} cannot be read."), "issue-gone"
            ) from problem


class _Writer:
    """Files below a folder, each with its digest and size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, tuple[str, int]] = {}

    def file(self, name: str, data: bytes) -> None:
        path = self.folder / name
        make_folder(path.parent)
        write(path, data)
        self.files[name] = (hashlib.sha256(data).hexdigest(), len(data))

    def table(self, table: Table, rows: list[tuple[Value, ...]]) -> int:
        names = [column.name for column in table.columns]
        lines = (wire.dumps(dict(zip(names, row, strict=True)), language=None) for row in rows)
        self.file(f"{table.name}.jsonl", "".join(f"{line}\n" for line in lines).encode())
        if parquet.can_write():
            self.file(f"{table.name}.parquet", parquet.as_parquet(table, rows))
        return len(rows)
