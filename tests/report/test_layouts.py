"""Reports in layouts of their own, each with the issue that it holds.

`index.json` says which were built on and which are only judged on.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from donghyang import report, wire
from donghyang.records import CannotProceed
from donghyang.report.stream import stream

FOLDER = Path(__file__).parent / "layouts"
INDEX = json.loads((FOLDER / "index.json").read_text("utf-8"))
BUILT = [row["name"] for row in INDEX if row["bin"] == "built" and "floor" not in row]
JUDGED = [row["name"] for row in INDEX if row["bin"] == "judged"]
ALL = [row["name"] for row in INDEX]
HELD = [row["name"] for row in INDEX if row.get("held", True)]
"""What the house format can hold; it has no place for a category that no contents page says, for one."""
UNSCORED = {"front", "back", "author", "written", "above", "below", "anchor", "image"}
"""What the keys leave open."""


def text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def key(name: str) -> Any:
    return _bare(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))


def _bare(value: Any) -> Any:
    """A key or an issue without what is absent and what the keys leave open."""
    if isinstance(value, dict):
        return {name: _bare(inner) for name, inner in value.items() if name not in UNSCORED and inner is not None}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", BUILT)
def test_a_layout_that_was_built_on_reads_as_its_key_says(name: str) -> None:
    assert _bare(json.loads(wire.dumps(report.parse(report.document(text(name)))))) == key(name)


@pytest.mark.parametrize("name", [name for name in ALL if name not in HELD])
def test_what_the_house_format_cannot_hold_is_refused(name: str) -> None:
    document = report.document(text(name))
    with pytest.raises(CannotProceed):
        report.write(report.parse(document), report.dialect(document))


@pytest.mark.parametrize("name", HELD)
def test_a_layout_is_written_in_the_house_format_and_reads_back_the_same(name: str) -> None:
    document = report.document(text(name))
    once = report.write(report.parse(document), report.dialect(document))
    again = report.document(once)
    assert report.parse(again) == report.parse(document)
    assert report.write(report.parse(again), report.dialect(again)) == once


@pytest.mark.parametrize("name", ALL)
def test_every_line_of_a_layout_is_read_once(name: str) -> None:
    document = report.document(text(name))
    assert [reading.line for reading in report.interpret(document).readings] == stream(document)


@pytest.mark.parametrize(
    "foot",
    ["\n- {n} -\n\f{head} | 제12호\n\n", "\n{head} | {n}\n\f\n", "\n            {n} / 9\n\n{head}\n\n"],
    ids=["dashes", "bar", "of"],
)
def test_page_numbers_and_running_heads_are_furniture(foot: str) -> None:
    lines = text("square_embassy").splitlines()
    for n, mark in enumerate(("지침을 어긴 연구팀은", "로봇 팔 두 개가"), 1):
        at = next(at for at, line in enumerate(lines) if mark in line)
        begin, end = lines[at].split(mark)
        lines[at] = begin + mark + "\n" + foot.format(n=n, head=lines[0]) + end.strip()
    read = report.parse(report.document("\n".join(lines)))
    assert _bare(json.loads(wire.dumps(read))) == key("square_embassy")


def test_several_layouts_are_only_judged_on() -> None:
    assert len(JUDGED) >= 6


def test_a_telephone_behind_a_name_that_opens_no_imprint_stands_as_text() -> None:
    text = "가람군 양식장에서 해파리 확인\n\n- 조업 자제를 당부하였음.\n\n<참고> 통합 신고전화 ☎ 1599-1234 / 4321\n"
    assert report.interpret(report.document(text)) is not None
