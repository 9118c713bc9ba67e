"""`watch.toml`: what stands in it, and what is told of a file that cannot be used."""

import os
from pathlib import Path

import pytest

from donghyang.records import CannotProceed, WatchList
from donghyang.workspace.watch import watch_lists


def saved(root: Path, text: str) -> Path:
    (root / "watch.toml").write_text(text, "utf-8")
    return root


def test_lists_stand_in_their_order(tmp_path: Path) -> None:
    text = '[[watch]]\nname = "수소"\nwords = ["氢能"]\n\n[[watch]]\nname = "큰돈"\nyuan = 100_000_000\n'
    assert watch_lists(saved(tmp_path, text)) == (
        WatchList("수소", words=("氢能",)),
        WatchList("큰돈", yuan=100_000_000),
    )


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert watch_lists(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\n[[watch]]\nname = "수소\n', "TOML 형식(3번째 줄)"),
        ('[[watch]]\nname = "수소"\nyuan = 1e3\n', "위안 단위의 양의 정수"),
        (f'[[watch]]\nname = "수소"\nyuan = {"9" * 60}\n', "40자리까지의 수(3번째 줄)"),
    ],
)
def test_the_place_of_a_slip_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CannotProceed) as caught:
        watch_lists(saved(tmp_path, text))
    assert said in caught.value.message.ko


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_not_called_no_text(tmp_path: Path) -> None:
    (saved(tmp_path, "") / "watch.toml").chmod(0)
    with pytest.raises(CannotProceed, match="permissions"):
        watch_lists(tmp_path)


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
