"""An article that a model writes anew: what an editor has written stays, letter for letter."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from tests.draft.test_model_writer import DAY, GOAL, HEADLINE, LEAD, LIES, NO, PAGE, PAST, SITES, TERMS, Scripted

from donghyang.draft import ModelWriter, RuleWriter, draft
from donghyang.draft.anew import House, places, rewritten
from donghyang.draft.asking import Line, NoReply, Reply
from donghyang.draft.carried import Desk
from donghyang.draft.filling import Filled
from donghyang.records import Publisher, Story
from donghyang.report import write

OTHER = "other.html"
STORY = Story("s", PAGE.title or "", PAGE.date, (PAGE.name,), "policy", "지역", 1.0)
PAGES = {PAGE.name: PAGE}
ISSUE = draft([STORY], PAGES, {}, series="주간동향", date=DAY, publisher=Publisher(name="동향실"), termbase=TERMS).issue
DRAFT = write(ISSUE)
HOUSE = House(Desk(TERMS, DAY), "A", {"policy": 8})
SUMMARY = Line("저장성은 6월 11일 심해장비산업 발전 행동계획을 발표하였다.", ["s1"])
REPLY = Reply(HEADLINE, LEAD, [GOAL, SITES, PAST], SUMMARY)


def anew(text: str, *replies: Reply | NoReply, own: str = DRAFT) -> tuple[str, tuple[Filled, ...], Scripted]:
    model = Scripted(*replies)
    writer = ModelWriter(model, RuleWriter(PAGES, {}, TERMS, DAY), PAGES, {}, TERMS, DAY)
    (place,) = places(text, 1)
    lines = {line.strip() for line in own.splitlines()} - {""}
    return *rewritten(text, place, lines, PAGES, writer, HOUSE), model


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def kept_of(model: Scripted) -> list[str]:
    kept: list[str] = json.loads(model.turns[0][0]).get("kept", [])
    return kept


def test_an_article_that_nobody_edited_is_the_models() -> None:
    text, rows, model = anew(DRAFT, REPLY)
    lines = lines_of(text)
    assert lines.count(HEADLINE.text) == 1
    assert f"- {HEADLINE.text}" in lines  # its line of the contents page
    assert f"- {SUMMARY.text}" in lines
    for line in (GOAL, SITES, PAST):
        at = lines.index(f"● {line.text}")
        assert lines[at + 1].startswith(f"// {PAGE.name}: ")
    assert [row.after for row in rows if row.line] == [lines[row.line - 1] for row in rows if row.line]
    assert kept_of(model) == []
    old = {line for line in lines_of(DRAFT) if line.startswith(("●", "■"))}
    assert not old & set(lines)


def test_the_same_report_gives_the_same_request_and_a_second_run_changes_nothing() -> None:
    text, _, first = anew(DRAFT, REPLY)
    again, _, second = anew(text, REPLY, own=f"{DRAFT}\n{text}")
    assert again == text
    assert first.turns == second.turns


EDITS = {
    "a bullet": ("● 편집자가 고쳐 쓴 줄: 시험장은 내년에 착공", "bullet"),
    "a bullet with one letter more": ("● 심해 장비 매출 1,200억 위안을 목표로 함!", "bullet"),
    "a detail": (" - 편집자가 붙인 세부", "bullet"),
    "an open line": ("● ?? 편집자가 절반 옮긴 建设 시험장", "bullet"),
}


@pytest.mark.parametrize(("line", "kind"), EDITS.values(), ids=EDITS)
def test_what_an_editor_wrote_stays(line: str, kind: str) -> None:
    rows = DRAFT.splitlines()
    at = next(at for at, row in enumerate(rows) if row.startswith("● "))
    edited = "\n".join([*rows[: at + 1], line, *rows[at + 1 :]]) + "\n"
    text, _, model = anew(edited, REPLY)
    assert line in text.splitlines()
    assert len(kept_of(model)) >= 1
    assert any(told in line for told in kept_of(model))


def test_a_bullet_with_an_editors_detail_stays_above_it() -> None:
    rows = DRAFT.splitlines()
    at = next(at for at, row in enumerate(rows) if row.startswith("● "))
    edited = "\n".join([*rows[: at + 1], " - 편집자가 붙인 세부", *rows[at + 1 :]]) + "\n"
    text, _, _ = anew(edited, REPLY)
    lines = text.splitlines()
    below = lines.index(" - 편집자가 붙인 세부")
    assert lines[below - 1] == rows[at]


def test_new_lines_do_not_part_an_editors_detail_from_its_bullet() -> None:
    rows = DRAFT.splitlines()
    at = next(at for at, row in enumerate(rows) if row.startswith("● "))
    mine = ["● 편집자의 불릿", " - 규칙이 쓴 세부", " - 편집자가 붙인 세부"]
    text, _, _ = anew("\n".join([*rows[:at], *mine, *rows[at:]]) + "\n", REPLY, own=f"{DRAFT}\n{mine[1]}")
    lines = text.splitlines()
    assert lines[lines.index(mine[0]) + 1] == mine[2]
    assert mine[1] not in lines


@pytest.mark.parametrize("old", [ISSUE.sections[0].articles[0].headline, ISSUE.sections[0].articles[0].lead or ""])
def test_an_edited_headline_or_lead_stays(old: str) -> None:
    edited = DRAFT.replace(old, f"{old} 등")
    text, _, model = anew(edited, REPLY)
    assert f"{old} 등" in text
    assert any(line.startswith(f"{old} 등") for line in kept_of(model))
    assert f"● {SITES.text}" in text


def test_remarks_tables_and_other_articles_stay() -> None:
    more = "\n// 편집자의 메모\n〈표 1〉\n가\t나\n1\t2\n"
    edited = DRAFT.replace("\n참고자료", f"{more}\n참고자료")
    text, _, _ = anew(edited, REPLY)
    gone = [line for line in lines_of(edited) if line not in lines_of(text)]
    assert all(line in lines_of(DRAFT) for line in gone)
    assert "// 편집자의 메모" in text
    assert "1\t2" in text


def test_a_line_that_says_what_an_editor_said_is_left_out() -> None:
    rows = DRAFT.splitlines()
    at = next(at for at, row in enumerate(rows) if row.startswith("● "))
    line = "● 심해시험장 3개를 건설"
    edited = "\n".join([*rows[:at], line, *rows[at:]]) + "\n"
    text, told, _ = anew(edited, REPLY)
    assert line in text.splitlines()
    assert f"● {SITES.text}" not in text.splitlines()
    assert any(row.reason and "편집자의 줄" in row.reason.ko for row in told)


def test_a_lie_is_not_printed_here_either() -> None:
    text, told, _ = anew(DRAFT, Reply(HEADLINE, LEAD, [GOAL, LIES["figure of another thing"]]))
    assert LIES["figure of another thing"].text not in text
    assert "?? " in text
    assert any(row.after is None for row in told)


def test_without_a_reply_nothing_changes() -> None:
    text, told, _ = anew(DRAFT, NO)
    assert text == DRAFT
    assert [row.after for row in told] == [None]


def test_an_article_without_pages_stays() -> None:
    (place,) = places(DRAFT, 1)
    writer = ModelWriter(Scripted(REPLY), RuleWriter({}, {}, TERMS, DAY), {}, {}, TERMS, DAY)
    text, told = rewritten(DRAFT, place, set(), {}, writer, HOUSE)
    assert (text, [row.after for row in told]) == (DRAFT, [None])


def test_line_ends_stay_as_they_are() -> None:
    windows = DRAFT.replace("\n", "\r\n")
    text, _, _ = anew(windows, REPLY)
    assert "\n" not in text.replace("\r\n", "")
    assert f"● {SITES.text}\r\n" in text


def test_nothing_known_of_the_program_keeps_every_line() -> None:
    text, _, model = anew(DRAFT, REPLY, own="")
    assert [line for line in DRAFT.splitlines() if line not in text.splitlines()] == []
    assert len(kept_of(model)) >= 2


def test_the_day_of_the_article_is_in_brackets_behind_the_lead() -> None:
    text, _, _ = anew(DRAFT, REPLY)
    assert dt.date(2024, 6, 11).strftime("(6.11)") in next(
        line for line in text.splitlines() if line.startswith(f"■ {LEAD.text}")
    )
