"""The style of the house: off by default, turned on as a group or rule by rule, by hand or by the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang import check, report, workspace
from donghyang.check.engine import DEFAULT, STYLE, chosen
from donghyang.proofread import Asked, proofread
from donghyang.records import CannotProceed

OFF = {rule.id for rule in check.RULES if not rule.default}
CLEAN = sorted((Path(__file__).parent / "clean").glob("*.txt"))
MIXED = "- 기업 1,048개와 연구소 2350개를 ‘수소 벨트’와 ‘수소 축’에 유치\n- '수소 도시'를 조성\n"


def ids(select: list[str], ignore: list[str]) -> set[str]:
    return {rule.id for rule in chosen(select, ignore)}


def test_the_group_is_all_that_is_off() -> None:
    assert len(OFF) >= 10
    assert ids([STYLE], []) == OFF
    assert not ids([], []) & OFF
    assert ids([], []) == ids([DEFAULT], [])
    assert ids([DEFAULT, STYLE], []) == {rule.id for rule in check.RULES}


def test_single_rules_go_in_and_out() -> None:
    assert ids([DEFAULT, "endings"], []) & OFF == {"endings"}
    assert ids([STYLE], ["endings"]) == OFF - {"endings"}
    assert not ids([DEFAULT, STYLE], [STYLE]) & OFF


def test_a_class_brings_no_style_with_it() -> None:
    assert not ids(["form"], []) & OFF
    assert "brackets" in ids(["form"], [])


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_text_of_one_hand_keeps_to_one_style(path: Path) -> None:
    document = report.document(path.read_text(encoding="utf-8"))
    assert [(found.rule, found.text) for found in check.check(document, select=[STYLE])] == []


def found_in(folder: Path, settings: str, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    (folder / "donghyang.toml").write_text(settings, "utf-8")
    (folder / "report.txt").write_text(MIXED, "utf-8")
    home = workspace.open_workspace(folder)
    asked = Asked(select=select, ignore=ignore, workspace=home)
    return {finding.rule for finding in proofread(folder / "report.txt", asked).findings}


def test_the_workspace_turns_it_on(tmp_path: Path) -> None:
    assert found_in(tmp_path, "") == set()
    assert found_in(tmp_path, '[check]\nalso = ["style"]\n') == {"thousands", "quotation-marks"}
    assert found_in(tmp_path, '[check]\nalso = ["style"]\nignore = ["thousands"]\n') == {"quotation-marks"}
    assert found_in(tmp_path, '[check]\nalso = ["thousands"]\n') == {"thousands"}


def test_what_is_selected_by_hand_comes_first(tmp_path: Path) -> None:
    settings = '[check]\nalso = ["quotation-marks"]\nignore = ["thousands"]\n'
    assert found_in(tmp_path, settings, select=("thousands",)) == {"thousands"}
    assert found_in(tmp_path, settings, ignore=("quotation-marks",)) == set()


@pytest.mark.parametrize("key", ["also", "ignore"])
def test_an_unknown_rule_of_the_settings_is_named(tmp_path: Path, key: str) -> None:
    with pytest.raises(CannotProceed, match=rf"donghyang\.toml: check\.{key}: .*'endigns'"):
        found_in(tmp_path, f'[check]\n{key} = ["endigns"]\n')
