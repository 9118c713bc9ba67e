"""Patterns compiled with remembered sets are the patterns that `re` makes, and `re` stays as it was."""

from __future__ import annotations

import importlib
import re

import pytest

from donghyang.language import charsets

TEXT = "선전시(深圳) 3.5억 위안, Cas9 단백질·ＡＢ – 𠮷林省 12％ Ⅲ단계"

PATTERNS = (
    r"[가-힣]+",
    r"[^가-힣]+",
    r"[가-힣A-Za-z]+|[가-힣]",
    r"[가-힣]{1,3}(?=[^가-힣])",
    r"[一-鿿㐀-䶿]+",
    r"[^一-鿿\s]+",
    r"[가가나\d.]+",
    r"[\U00020000-\U0002ffff一-鿿]+",
    r"(?i)[a-zａ-ｚ가-힣]+",
    r"(?i:[A-C])[a-z]|[·,.–]",
    r"[％%‰]|[Ⅰ-Ⅻ]",
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.MULTILINE])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_finds_what_re_finds_at_every_turn(pattern: str, flags: int) -> None:
    right = [found.span() for found in re.finditer(pattern, TEXT, flags)]
    for _ in range(2):
        re.purge()
        assert [found.span() for found in charsets.compiled(pattern, flags).finditer(TEXT)] == right


def test_leaves_re_as_it_was() -> None:
    compiler = importlib.import_module("re._compiler")
    before = vars(compiler)["_optimize_charset"]
    charsets.compiled(r"[가-힣]", 0)
    with pytest.raises(re.error):
        charsets.compiled(r"[가-힣", 0)
    assert vars(compiler)["_optimize_charset"] is before


def test_works_where_re_is_built_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charsets, "_WORKED_OUT", None)
    assert charsets.compiled(r"[가-힣]+", 0).findall("3월 초") == ["월", "초"]
