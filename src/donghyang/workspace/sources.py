"""The sources of a workspace: those of its settings, and one file each below `sources/`.

name = "科技部 通知"                       # sources/most.toml
kind = "list"
address = "https://www.example.gov.cn/tztg/"
tier = "ministry"
region = "中国"
cadence = 3                              # days between two entries; learned where it is left out
include = ["人工智能", "/2024/"]            # words of titles, parts of addresses
[selectors]                              # only where the reader of lists fails
entry = "ul.news li"
[[versions]]                             # how it was before its site changed
until = 2024-06-30
address = "https://old.example.gov.cn/tz.htm"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message, Source
from donghyang.workspace.reading import addressed, bad, table_of, taken, text_of
from donghyang.workspace.source_ranges import odd_source

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.workspace.folder import Workspace

SOURCES = "sources"
"""The folder of the sources that stand each in a file."""
MAILED = "pages/mailed"
"""Where pages are put that were attached to mails, in the folder of the workspace."""
_MOST = 2_000
"""Files of sources; the largest desks watch some hundreds of places."""


def sources_of(workspace: Workspace) -> tuple[Source, ...]:
    """All sources of the workspace: those of the settings, then those of the files by name; () where it has none.

    Raises CannotProceed, naming file and key, for what is none, and for two of one name.
    """
    found = [(source, workspace.root / "donghyang.toml") for source in workspace.settings.sources]
    found += [(source_in(path), path) for path in _files(workspace.root / SOURCES)]
    named: dict[str, Path] = {}
    for source, path in found:
        if source.name in named:
            raise bad(
                path,
                "name",
                Message(f"{named[source.name]}의 것과 다른 이름", f"a name other than in {named[source.name]}"),
            )
        named[source.name] = path
    return tuple(source for source, _ in found)


def page_folders(workspace: Workspace) -> tuple[str, ...]:
    """The folders of saved pages that the workspace watches, each once, relative to it; () where it has none.

    Behind them comes the folder of pages that were attached to mails, once there is one.
    """
    watched = dict.fromkeys(source.address for source in sources_of(workspace) if source.kind in _PAGES)
    return (*watched, MAILED) if (workspace.root / MAILED).is_dir() else tuple(watched)


_PAGES = ("folder", "wechat")
"""The kinds of sources whose pages lie there as files."""


def source_in(path: Path) -> Source:
    """The source that a file tells. Raises CannotProceed, naming file and key, for what is none."""
    row = addressed(table_of(path, text_of(path)))
    assert isinstance(row, dict)
    source = taken(path, row, Source)
    for key, expected in odd_source(source):
        raise bad(path, key, expected)
    return source


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{folder}: 폴더를 읽을 수 없습니다({problem.strerror}). 권한을 확인하십시오.",
                f"{folder}: the folder cannot be read ({problem.strerror}). Check its permissions.",
            )
        ) from problem
    if len(files) > _MOST:
        raise bad(folder, "", Message(f"파일 {_MOST:,}개까지", f"up to {_MOST:,} files"))
    return files
