"""A week with a language model at the shell: what it writes is held, its cost is told, and without it all works."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from tests.endpoint import completion, endpoint, says, sent
from tests.shell import run

PAGE = """DATE: 2024-06-12
TITLE: 浙江省发布《深海装备产业发展行动计划》

6月11日，浙江省发布《深海装备产业发展行动计划》。
到2027年，全省深海装备产业营业收入达到1200亿元，培育龙头企业8家。
建设深海试验场3个，支持企业牵头组建创新联合体。
"""
GOOD = "심해시험장 3개 건설"
LIE = "심해시험장 7개 건설"
SECRET = "sk-never-to-be-seen"


def article(*bullets: str) -> str:
    lines = [{"text": text, "rests_on": ["s3"]} for text in bullets]
    head = {"text": "저장성, 「심해장비산업 발전 행동계획」 발표", "rests_on": ["s1"]}
    lead = {"text": "저장성이 6월 11일 심해장비산업 발전 행동계획을 발표", "rests_on": ["s1"]}
    return json.dumps({"headline": head, "lead": lead, "bullets": lines}, ensure_ascii=False)


def wanted(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """One line, of the sentence that is wanted."""
    request = json.loads(asked["messages"][1]["content"])
    text = next((one["text"] for one in request["sentences"] if one["id"] == request.get("wanted")), "")
    said = GOOD if "试验场" in text else "모르는 줄"
    sent(handler, completion(json.dumps({"text": said, "rests_on": [request["wanted"]]}, ensure_ascii=False)))


def newsroom(tmp_path: Path, url: str, **more: object) -> Path:
    home = tmp_path / "newsroom"
    assert run("new", home).returncode == 0
    (home / "pages" / "inbox" / "seabed.txt").write_text(PAGE, "utf-8")
    told = {"url": url, "name": "m", "seconds": 5, "retries": 0} | more
    rows = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    with (home / "donghyang.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n".join(["", "[model]", *rows, ""]))
    return home


def weekly(home: Path, *more: str) -> Any:
    done = run("weekly", "-w", home, "--date", "2024-06-14", "--json", *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def report(home: Path) -> str:
    return (home / "issues" / "2024-06-14" / "report.txt").read_text("utf-8")


def test_a_week_is_written_by_the_model_and_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_MODEL_KEY", SECRET)
    with endpoint(says(article(GOOD, LIE))) as server:
        home = newsroom(tmp_path, server.url, price_in=2, price_out=10)
        summary = weekly(home)
        sends = len(server.requests)
        again = weekly(home)
        assert len(server.requests) == sends == 2  # the reply, and one round of repair
    assert GOOD in report(home)
    assert LIE not in report(home)
    assert "?? " in report(home)  # the sentence of the lie, still to be written
    use = summary["model"]
    assert (use["requests"], use["refused"], use["cost"], use["by_rules"]) == (2, 1, 0.008, [])
    assert again["model"] == use
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert SECRET.encode() not in kept


def test_without_a_model_the_rules_write(tmp_path: Path) -> None:
    with endpoint(says(article(GOOD))) as server:
        home = newsroom(tmp_path, server.url)
        assert weekly(home, "--no-model")["model"] is None
        assert server.requests == []


def test_an_endpoint_that_is_gone_leaves_a_worksheet_and_one_line(tmp_path: Path) -> None:
    with endpoint(says("")) as server:
        home = newsroom(tmp_path, server.url)
    done = run("weekly", "-w", home, "--date", "2024-06-14")
    assert done.returncode == 0
    assert done.stdout.count("기사 1건은 규칙으로 썼습니다") == 1
    assert "저장성" in report(home)


def test_open_lines_are_asked_for_one_by_one(tmp_path: Path) -> None:
    with endpoint(wanted) as server:
        home = newsroom(tmp_path, server.url)
        weekly(home, "--no-model")
        file = home / "issues" / "2024-06-14" / "report.txt"
        before = file.read_text("utf-8") + "\n// 편집자의 말\n"
        before = before.replace(GOOD, "?? 建设深海试验场 3개") if GOOD in before else before
        file.write_text(before, "utf-8")
        done = run("draft", file, "--open", "--json")
        told = json.loads(done.stdout)
    assert GOOD in [one["after"] for one in told]
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


def doubting(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    items = json.loads(asked["messages"][1]["content"])
    said = [{"id": one["id"], "says": "no" if one["claim"].startswith("심해") else "yes"} for one in items]
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
