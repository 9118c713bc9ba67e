"""`watch.toml` read whole: the watch lists of a newsroom.

    [[watch]]
    name = "양자"                        # shown beside the stories that match
    words = ["量子", "양자컴퓨팅", "QKD"]   # one is enough; Chinese, Korean (by the termbase) or Latin letters
    regions = ["安徽", "저장"]             # who acts or is meant; one is enough
    organisations = ["中国科学院"]          # one is enough
    yuan = 100_000_000                  # at least so much money stated

Every line but the name may be left out; of the lines that stand there each has to match.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from donghyang.records import Message, WatchList
from donghyang.workspace.reading import bad, is_there, one_of, table_of, text_of

WATCH = "watch.toml"

_KEYS = tuple(part.name for part in fields(WatchList))
_LISTS = ("words", "regions", "organisations")
_TEXTS = Message('따옴표 안의 글의 목록(["量子", "양자"])', 'a list of texts in quotes, ["量子", "양자"]')


def watch_lists(root: Path) -> tuple[WatchList, ...]:
    """The watch lists of the workspace in `root`, in order; () where it has none.

    Raises CannotProceed, naming file and key, for what is none.
    """
    path = root / WATCH
    if not is_there(path):
        return ()
    table = table_of(path, text_of(path))
    rows = table.get("watch", [])
    if set(table) - {"watch"} or not isinstance(rows, list):
        raise bad(path, "", Message("[[watch]]만", "nothing but [[watch]]"))
    lists = tuple(_list(path, number, row) for number, row in enumerate(rows, 1))
    if len({one.name for one in lists}) < len(lists):
        raise bad(path, "watch", Message("서로 다른 name", "names that differ"))
    return lists


def _list(path: Path, number: int, row: Any) -> WatchList:
    where = f"watch.{number}"
    if not isinstance(row, dict):
        raise bad(path, where, Message("표", "a table"))
    for key in row:
        if key not in _KEYS:
            raise bad(path, f"{where}.{key}", one_of(key, _KEYS))
    name, yuan = row.get("name"), row.get("yuan")
    if not isinstance(name, str) or not name.strip():
        raise bad(path, f"{where}.name", Message("목록의 이름", "the list's name"))
    if yuan is not None and (type(yuan) is not int or yuan <= 0):
        raise bad(path, f"{where}.yuan", Message("위안 단위의 양의 정수", "a positive whole number of yuan"))
    said = {key: _texts(path, f"{where}.{key}", row.get(key, [])) for key in _LISTS}
    if yuan is None and not any(said.values()):
        raise bad(path, where, Message("words, regions, organisations, yuan 가운데 하나", "something to look for"))
    return WatchList(name.strip(), yuan=yuan, **said)


def _texts(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise bad(path, key, _TEXTS)
    return tuple(word.strip() for word in value)
