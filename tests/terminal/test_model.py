"""A week with a language model at the shell: what it writes is held, its cost is told, and without it all works."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from tests.endpoint import completion, endpoint, says, sent
from tests.modelled import DAY, LIE, SECRET, TRUE, article, furnish, report
from tests.shell import run


def wanted(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """One line, of the sentence that is wanted."""
    request = json.loads(asked["messages"][1]["content"])
    text = next((one["text"] for one in request["sentences"] if one["id"] == request.get("wanted")), "")
    said = TRUE if "试验场" in text else "모르는 줄"
    sent(handler, completion(json.dumps({"text": said, "rests_on": [request["wanted"]]}, ensure_ascii=False)))


def newsroom(tmp_path: Path, url: str, **more: Any) -> Path:
    home = tmp_path / "newsroom"
    assert run("new", home).returncode == 0
    furnish(home, url, **more)
    return home


def weekly(home: Path, *more: str) -> Any:
    done = run("weekly", "-w", home, "--date", DAY, "--json", *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_week_is_written_by_the_model_and_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_MODEL_KEY", SECRET)
    with endpoint(says(article(TRUE, LIE))) as server:
        home = newsroom(tmp_path, server.url, price_in=2, price_out=10, reread=False)
        summary = weekly(home)
        sends = len(server.requests)
        again = weekly(home)
        assert len(server.requests) == sends == 2  # the reply, and one round of repair
    assert TRUE in report(home)
    assert LIE not in report(home)
    assert "?? " in report(home)  # the sentence of the lie, still to be written
    use = summary["model"]
    assert (use["requests"], use["refused"], use["cost"], use["by_rules"]) == (2, 1, 0.008, [])
    assert again["model"] == use
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert SECRET.encode() not in kept


def test_without_a_model_the_rules_write(tmp_path: Path) -> None:
    with endpoint(says(article(TRUE))) as server:
        home = newsroom(tmp_path, server.url)
        assert weekly(home, "--no-model")["model"] is None
        assert server.requests == []


def test_an_endpoint_that_is_gone_leaves_a_worksheet_and_one_line(tmp_path: Path) -> None:
    with endpoint(says("")) as server:
        home = newsroom(tmp_path, server.url)
    done = run("weekly", "-w", home, "--date", DAY)
    assert done.returncode == 0
    assert done.stdout.count("기사 1건은 규칙으로 썼습니다") == 1
    assert "저장성" in report(home)


def test_open_lines_are_asked_for_one_by_one(tmp_path: Path) -> None:
    with endpoint(wanted) as server:
        home = newsroom(tmp_path, server.url)
        weekly(home, "--no-model")
        file = home / "issues" / DAY / "report.txt"
        before = file.read_text("utf-8") + "\n// 편집자의 말\n"
        before = before.replace(TRUE, "?? 建设深海试验场 3개") if TRUE in before else before
        file.write_text(before, "utf-8")
        done = run("draft", file, "--open", "--json")
        told = json.loads(done.stdout)
    assert TRUE in [one["after"] for one in told]
    kept = file.read_text("utf-8").splitlines()
    changed = {one["line"] for one in told if one["after"]}
    assert [line for number, line in enumerate(kept, 1) if number not in changed] == [
        line for number, line in enumerate(before.splitlines(), 1) if number not in changed
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft", "report.txt", "--open"), "[model]"),
        (("draft", "report.txt"), "--article N"),
        (("model", "check"), "[model]"),
        (("draft", "report.txt", "--article", "0"), "--article: 쓸 수 없는 값"),
        (("model", "chekc"), "'check'입니까?"),
    ],
)
def test_a_mistake_names_the_next_step(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "report.txt").write_text("글", "utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ('url = "ftp://x"', "model.url"),
        ('url = "http://127.0.0.1/v1"', "model.name"),
        ("seconds = 0", "model.seconds"),
        ("retries = -1", "model.retries"),
        (f'key = "{SECRET}"', "model.key"),
        ('currency = "dollar"', "model.currency"),
        ("temperature = 1", "model.temperature"),
    ],
)
def test_settings_are_checked(tmp_path: Path, row: str, key: str) -> None:
    run("new", tmp_path / "newsroom")
    with (tmp_path / "newsroom" / "donghyang.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n[model]\n{row}\n")
    done = run("model", "check", "-w", tmp_path / "newsroom")
    assert (done.returncode, key in done.stderr, SECRET in done.stderr) == (2, True, False)


def test_a_trial_is_told(tmp_path: Path) -> None:
    with endpoint(says('{"text": "행동계획을 발표"}')) as server:
        home = newsroom(tmp_path, server.url)
        done = run("model", "check", "-w", home)
    assert (done.returncode, "정해진 꼴로 답합니다" in done.stdout) == (0, True)
    assert run("model", "check", "-w", home).returncode == 1


CLAIMS = "저장성은 심해시험장 3개를 건설한다.\n심해시험장은 저장성 3곳을 건설한다.\n"


def judged(home: Path, *more: str) -> tuple[list[str], str]:
    claims = home / "claims.txt"
    claims.write_text(CLAIMS, "utf-8")
    done = run("verify", claims, home / "pages" / "inbox" / "seabed.txt", "-w", home, "--json", *more)
    assert done.returncode in (0, 1), done.stderr
    return [sentence["status"] for sentence in json.loads(done.stdout)["sentences"]], done.stderr


TURNED = "3개 심해시험장이 저장성을 건설"


def writing_and_reading(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """Writes a line that is turned round, and knows it when it reads it again."""
    items = json.loads(asked["messages"][1]["content"])
    if isinstance(items, dict):
        return sent(handler, completion(article(TRUE, TURNED)))
    said = [{"id": one["id"], "says": "absent" if one["claim"] == TURNED else "yes"} for one in items]
    return sent(handler, completion(json.dumps({"readings": said})))


def test_a_week_is_read_again_by_the_model(tmp_path: Path) -> None:
    with endpoint(writing_and_reading) as server:
        home = newsroom(tmp_path, server.url)
        summary = weekly(home)
        assert len(server.requests) == 3  # the reply, its reading, and the repair, whose reading is kept
    assert TRUE in report(home)
    assert TURNED not in report(home)
    assert (summary["model"]["refused"], summary["model"]["not_reread"]) == (1, [])


def test_a_week_whose_model_does_not_read_again_says_so(tmp_path: Path) -> None:
    with endpoint(says(article(TRUE))) as server:
        summary = weekly(newsroom(tmp_path, server.url))
    ((why, requests),) = summary["model"]["not_reread"]
    assert why
    assert requests == 1


def doubting(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    items = json.loads(asked["messages"][1]["content"])
    said = [{"id": one["id"], "says": "absent" if one["claim"].startswith("심해") else "yes"} for one in items]
    sent(handler, completion(json.dumps({"readings": said})))


def test_verify_asks_the_model_what_rules_cannot_judge(tmp_path: Path) -> None:
    with endpoint(doubting) as server:
        home = newsroom(tmp_path, server.url)
        assert judged(home)[0] == ["supported", "supported"]
        assert server.requests == []
        assert judged(home, "--model")[0] == ["supported", "unsupported"]
        judged(home, "--model")
        assert len(server.requests) == 1


def test_verify_says_why_the_model_does_not_answer_and_goes_on(tmp_path: Path) -> None:
    with endpoint(lambda handler, asked: sent(handler, b"", status=500)) as server:
        home = newsroom(tmp_path, server.url)
        told, line = judged(home, "--model")
    assert told == ["supported", "supported"]
    assert line.count("\n") == 1
    assert "500" in line


def test_verify_without_a_model_says_what_to_set(tmp_path: Path) -> None:
    home = tmp_path / "newsroom"
    assert run("new", home).returncode == 0
    (home / "claims.txt").write_text(CLAIMS, "utf-8")
    done = run("verify", home / "claims.txt", home / "claims.txt", "-w", home, "--model")
    assert done.returncode == 2
    assert "[model]" in done.stderr
