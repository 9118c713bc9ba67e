"""Markup that breaks tree builders is read like any other."""

from pathlib import Path

from donghyang import read
from donghyang.read.tree import parse, strip


def test_a_hidden_element_before_control_characters_is_taken_out(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "<p>浙江省启动机器人条例，安排三亿元资金支持企业。</p><p style='display:none'>隐藏</p>\x01尾巴&#x1;在此。"
    page.write_bytes(f"<html><body><div>{body}</div></body></html>".encode())
    text = read.document(page).text
    assert "隐藏" not in text
    assert "尾巴" in text


def test_many_struck_layers_with_many_words_inside() -> None:
    depth, words = 1900, 20_000
    root = parse(f"<html><body>{'<del>' * depth}{'<b>1</b>' * words}{'</del>2' * depth}</body></html>", "page.html")
    assert root is not None
    strip(root)
    assert "".join(root.itertext()) == "1" * words + " 2" * depth
