"""The newsroom's theme: `[theme]` of the settings or theme.toml, read whole, with the files it names.

logo = "logo.png"                  # on the cover; PNG or JPEG
emblem = "emblem.png"              # beside the imprint
numbered = [{date = 2023-01-06, number = 1}]   # 제1호; later issues are counted from it, one a week
every = 1                          # weeks between two issues
imprint = [{label = "ISSN", value = "0000-0000"}]

[colours]
main = "#17375e"

[typefaces]
korean = "KoPubWorld돋움체"
folder = "fonts"
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message, Theme
from donghyang.workspace.folder import SETTINGS, Workspace
from donghyang.workspace.reading import bad, is_there, one_of, table_of, taken, text_of
from donghyang.workspace.source_ranges import LETTERS, LINE, is_line

if TYPE_CHECKING:
    from donghyang.publish.images import Image
    from donghyang.publish.theme import Look

THEME = "theme.toml"
TEMPLATES = "templates"
"""The folder of the newsroom's own templates (docs/templates.md)."""
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_ROWS = 1000
"""Of issues whose numbers are known, and of lines of the imprint."""
_HIGHEST = 100_000
_WEEKS = 520


def theme_files(workspace: Workspace | None) -> list[Path]:
    """The files that the look of a workspace is read from, whether they are there or not; [] outside of any.

    Raises CannotProceed, naming file and key, for a theme that cannot be read.
    """
    if workspace is None:
        return []
    theme, root = _theme(workspace)[0], workspace.root
    said = root / SETTINGS if workspace.settings.theme else root / THEME
    pictures = [root / name for name in (theme.logo, theme.emblem) if name]
    folders = [folder for folder in (_folder(root, theme), root / TEMPLATES) if folder is not None]
    return [said, *pictures, *(path for folder in folders for path in sorted(folder.glob("*")))]


def look_of(workspace: Workspace | None) -> Look:
    """What the prints of a workspace look like; the house's own look outside of any.

    Raises CannotProceed, naming file and key, for a theme that cannot be read, a colour on which nothing can be read,
    and a picture or folder that is not there.
    """
    from donghyang.publish.theme import HOUSE, Look

    if workspace is None:
        return HOUSE
    theme, path, above = _theme(workspace)
    for key, expected in _odd(theme):
        raise bad(path, above + key, expected)
    pictures = {key: _picture(workspace.root, path, above + key, getattr(theme, key)) for key in ("logo", "emblem")}
    folder = _folder(workspace.root, theme)
    if folder is None and theme.typefaces.folder:
        expected = Message("글꼴 파일이 든, 작업 폴더 안의 폴더", "a folder of typefaces inside the workspace")
        raise bad(path, f"{above}typefaces.folder", expected)
    return Look(theme, pictures["logo"], pictures["emblem"], folder, _templates(workspace.root))


def _theme(workspace: Workspace) -> tuple[Theme, Path, str]:
    """The theme, the file that it stands in, and what stands before its keys there."""
    path, told = workspace.root / THEME, workspace.settings.theme
    if not is_there(path):
        return told or Theme(), workspace.root / SETTINGS, "theme."
    if told is not None:
        raise bad(path, "", Message(f"{SETTINGS}의 [theme]과 둘 중 하나", f"either it or [theme] of {SETTINGS}"))
    return taken(path, table_of(path, text_of(path)), Theme), path, ""


def _templates(root: Path) -> dict[str, str]:
    """The newsroom's own templates. Raises CannotProceed for a file of the folder that is none."""
    from donghyang.publish.templating import TEMPLATES as NAMES

    folder, found = root / TEMPLATES, {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name not in NAMES:
            raise bad(path, "", one_of(path.name, NAMES))
        found[path.name] = text_of(path)
    return found


def _folder(root: Path, theme: Theme) -> Path | None:
    """The folder of the theme's typefaces, None where it has none, or one that is not there, inside the workspace."""
    name = theme.typefaces.folder
    if not name or not is_line(name) or PureWindowsPath(name).anchor:
        return None
    folder = Path(os.path.realpath(root / name))
    try:
        return folder if folder.is_relative_to(root.resolve()) and folder.is_dir() else None
    except OSError:  # a name that is longer than any the disk takes
        return None


def _odd(theme: Theme) -> Iterator[tuple[str, Message]]:
    """What no newsroom means by a theme: the key, and what was expected."""
    from donghyang.publish.theme import faint

    names = [part.name for part in fields(theme.colours)]
    odd = [name for name in names if not _COLOUR.fullmatch(getattr(theme.colours, name))]
    yield from ((f"colours.{name}", Message("#17375e 같은 색", "a colour like #17375e")) for name in odd)
    if not odd:
        yield from ((f"colours.{name}", expected) for name, expected in faint(theme.colours))
    yield from ((key, LINE) for key in ("logo", "emblem") if not is_line(getattr(theme, key)))
    for part in fields(theme.typefaces):
        if not is_line(getattr(theme.typefaces, part.name)):
            yield f"typefaces.{part.name}", LINE
    yield from _odd_rows(theme)


def _odd_rows(theme: Theme) -> Iterator[tuple[str, Message]]:
    if not 0 <= theme.every <= _WEEKS:
        yield "every", Message(f"0에서 {_WEEKS}까지의 주 수", f"a number of weeks from 0 to {_WEEKS}")
    for key, rows in (("numbered", theme.numbered), ("imprint", theme.imprint)):
        if len(rows) > _ROWS:
            yield key, Message(f"{_ROWS}줄까지의 목록", f"a list of up to {_ROWS} rows")
    for at, one in enumerate(theme.numbered, 1):
        if not 1 <= one.number <= _HIGHEST:
            yield f"numbered.{at}.number", Message(f"1에서 {_HIGHEST:,}까지의 정수", f"a number from 1 to {_HIGHEST:,}")
    if len({one.date for one in theme.numbered}) < len(theme.numbered):
        yield "numbered", Message("서로 다른 날짜", "dates that differ")
    for at, row in enumerate(theme.imprint, 1):
        if not row.value.strip() or not is_line(row.value):
            yield (
                f"imprint.{at}.value",
                Message(f"{LETTERS}자까지 한 줄의 글", f"one line of up to {LETTERS} characters"),
            )
        if not is_line(row.label):
            yield f"imprint.{at}.label", LINE


def _picture(root: Path, path: Path, key: str, name: str) -> Image | None:
    """A picture file of the workspace, None where none is named."""
    if not name:
        return None
    from donghyang.publish.images import picture

    try:
        return picture(name, root)
    except CannotProceed as problem:
        expected = Message(
            f"작업 폴더 안의 PNG나 JPEG 파일({name})", f"a PNG or JPEG file inside the workspace ({name})"
        )
        raise bad(path, key, expected) from problem
