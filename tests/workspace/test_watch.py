"""`watch.toml`: what is none is told with its file, its line or its key."""

from pathlib import Path

import pytest

from donghyang.records import CannotProceed, WatchList
from donghyang.workspace.watch import watch_lists


def test_lists_are_read_in_order_and_none_where_there_is_no_file(tmp_path: Path) -> None:
    assert watch_lists(tmp_path) == ()
    rows = "[[watch]]\nname = ' 수소 '\nwords = ['氢能']\n[[watch]]\nname = '자금'\nyuan = 5\n"
    (tmp_path / "watch.toml").write_text(rows, "utf-8")
    assert watch_lists(tmp_path) == (WatchList("수소", words=("氢能",)), WatchList("자금", yuan=5))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\n\n[[watch", "TOML 형식(3번째 줄)"),
        ("[[watch]]\nname = '수소'".encode("cp949"), "UTF-8 텍스트"),
        (b"#" * (1 << 20) + b"#", "1024KB까지"),
        (b"[[watch]]\nname = 'a'\nword = ['b']\n", "watch.1.word: 있어야 할 것은 다음 중 하나: "),
        (b"[[watch]]\nname = 'a'\nword = ['b']\n", "'words'입니까?"),
    ],
)
def test_what_is_no_watch_list_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "watch.toml").write_bytes(data)
    with pytest.raises(CannotProceed) as refused:
        watch_lists(tmp_path)
    assert said in refused.value.message.ko
    assert "watch.toml" in refused.value.message.ko
