"""A rule that was split keeps its old name: in the choice of rules, in settings, explained, in accepted findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang import check, workspace
from donghyang.check.accepted import Accepted
from donghyang.check.engine import chosen
from donghyang.check.rules import SPLIT
from donghyang.proofread import Asked, accept, proofread, rules

IDS = {rule.id for rule in check.RULES}
TEXT = "- 대전 녹색거래소를 열고 대전 녹색거래센터가 중개\n- 長江科學院(長江科學院) 산하의 연구소\n"
FOUND = {"body-kind", "hanja-twice"}


@pytest.mark.parametrize("old", SPLIT)
def test_an_old_name_means_all_that_came_of_it(old: str) -> None:
    assert old not in IDS
    assert [rule.id for rule in chosen([old], [])] == list(SPLIT[old])
    assert {rule.id for rule in chosen([], [old])} == {rule.id for rule in chosen([], [])} - set(SPLIT[old])
    assert [rule.id for rule in rules(old)] == list(SPLIT[old])


def test_no_rule_came_of_two() -> None:
    new = [rule for group in SPLIT.values() for rule in group]
    assert sorted(new) == sorted(set(new) & IDS)


def test_single_parts_go_out() -> None:
    assert [rule.id for rule in chosen(["hanja-mismatch"], ["hanja-script"])] == ["hanja-twice", "hanja-reading"]


def test_settings_may_say_the_old_name(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_text('[check]\nignore = ["compound-variant"]\n', "utf-8")
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    asked = Asked(workspace=workspace.open_workspace(tmp_path))
    assert {finding.rule for finding in proofread(tmp_path / "report.txt", asked).findings} == FOUND - {"body-kind"}


def test_accepted_findings_may_say_the_old_name(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    accept(file, "compound-variant", "녹색거래센터", "다른 기관")
    accept(file, "hanja-mismatch", "없는 말", "옛 판")
    checked = proofread(file, Asked())
    assert [finding.rule for finding in checked.findings] == ["hanja-twice"]
    assert checked.stale == (Accepted("hanja-mismatch", "없는 말", "옛 판"),)
