"""Collecting at the shell: a source of the workspace, its pages in the week, an edited page, and no network."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.collect.zoo import HOST, Visit, Zoo, zoo
from tests.shell import run

TODAY = dt.date.today()
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>浙江省发布《深海装备产业发展行动计划》</title></head>
<body><div class="article"><h1>浙江省发布《深海装备产业发展行动计划》</h1><p>{day} 来源：浙江省科技厅</p>
<p>近日，浙江省发布《深海装备产业发展行动计划》。</p>
<p>到2027年，全省深海装备产业营业收入达到{sum}亿元，培育龙头企业8家。</p>
<p>建设深海试验场3个，支持企业牵头组建创新联合体，对入选项目给予最高500万元补助。</p></div></body></html>"""
LIST = """<!doctype html><html><head><meta charset="utf-8"><title>通知公告</title></head><body><ul>
<li><a href="/a/1.html">浙江省发布《深海装备产业发展行动计划》</a><span>{day}</span></li>
<li><a href="/a/2.html">浙江省召开深海装备产业发展座谈会的通知</a><span>{day}</span></li>
<li><a href="/a/3.html">浙江省公布深海装备试验场建设项目名单</a><span>{day}</span></li>
<li><a href="/a/0.html">浙江省启动深海装备产业专项调查的通知</a><span>2020-05-06</span></li></ul></body></html>"""
SOURCES = """
[collect]
delay = 0
allow = ["{host}"]
retries = 0
[[sources]]
name = "저장성 통지"
kind = "list"
address = "{url}"
[[sources]]
name = "없는 곳"
kind = "feed"
address = "{url}gone.xml"
"""


@dataclass
class Desk:
    """A workspace, and the web that it watches."""

    root: Path
    web: Zoo

    def run(self, *words: str, language: str = "ko") -> CompletedProcess[str]:
        return run(*words, "-w", self.root, language=language)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = tmp_path_factory.mktemp("newsroom")
    run("new", root)

    def article(visit: Visit) -> None:
        visit.send(PAGE.format(day=TODAY, sum=1200 if visit.number == 1 else 1300))

    routes = {
        "/list/": lambda visit: visit.send(LIST.format(day=TODAY)),
        "/a/1.html": article,
        "/a/2.html": lambda visit: visit.send("<html><title>安全验证</title><body>请完成验证</body></html>"),
    }
    with zoo(routes) as web:
        settings = root / "donghyang.toml"
        told = SOURCES.format(host=HOST, url=web.url("/list/"))
        settings.write_text(settings.read_text("utf-8") + told, encoding="utf-8")
        yield Desk(root, web)


def test_a_week_from_a_source_to_the_report(desk: Desk) -> None:
    made = desk.run("collect", language="en")
    assert made.returncode == 0, made.stderr
    lines = made.stdout.splitlines()
    assert lines[0] == "lists 2, pages 3, changed 0, failed 3"
    rows = {line.split()[-1]: line.split()[:5] for line in lines if line.split()[0].isdigit()}
    assert rows == {"통지": ["1", "0", "0", "1", "2"], "곳": ["0", "0", "0", "0", "1"]}
    assert "too old to be fetched: 1; to have them raise reach (days) under [collect]." in lines
    assert any("no such page (HTTP 404); correct the address." in line for line in lines)

    asked = len(desk.web.visits)
    week = desk.run("weekly", "--offline", "--json")
    assert week.returncode == 0, week.stderr
    summary = json.loads(week.stdout)
    assert len(desk.web.visits) == asked
    assert (summary["pages"], summary["articles"], summary["collected"]) == (1, 1, None)
    report = Path(summary["folder"], "report.txt").read_text("utf-8")
    assert desk.web.url("/a/1.html") in report
    assert "1200억" in report.replace(",", "")

    again = json.loads(desk.run("weekly", "--json").stdout)
    assert [stage["name"] for stage in again["stages"]][:2] == ["collect", "read"]
    assert again["collected"]["sources"][0]["source"] == "저장성 통지"
    assert desk.web.counts()["/a/1.html"] == 1, "had a moment ago"

    held = json.loads(desk.run("verify", str(Path(summary["folder"], "report.txt")), "--json").stdout)
    assert held["sentences"]
    assert not [one for one in held["sentences"] if one["status"] == "contradicted"]

    settings = desk.root / "donghyang.toml"
    settings.write_text(settings.read_text("utf-8").replace("delay = 0\n", "delay = 0\nagain = 0\n"), encoding="utf-8")
    edited = json.loads(desk.run("collect", "--json").stdout)
    assert [one["url"] for one in edited["changed"]] == [desk.web.url("/a/1.html")]
    assert {stage["name"]: stage["count"] for stage in edited["stages"]} == {"lists": 2, "pages": 3}
    told = desk.run("pages", "diff", desk.web.url("/a/1.html"))
    assert "- 到2027年，全省深海装备产业营业收入达到1200亿元" in told.stdout
    assert "+ 到2027年，全省深海装备产业营业收入达到1300亿元" in told.stdout
    report_file = str(Path(summary["folder"], "report.txt"))
    (recheck,) = json.loads(desk.run("pages", "check", report_file, "--offline", "--json").stdout)
    assert recheck["url"] == desk.web.url("/a/1.html")
    assert "1300亿元" in recheck["changes"][0]["after"], "edited on the very day, after the draft was made"

    earlier = desk.root / "issues" / str(TODAY - dt.timedelta(1)) / "report.txt"
    earlier.parent.mkdir()
    earlier.write_text(report, encoding="utf-8")
    asked = desk.web.counts()["/a/1.html"]
    checked = desk.run("pages", "check", str(earlier), language="en")
    assert checked.returncode == 1, checked.stderr
    assert desk.web.counts()["/a/1.html"] == asked + 1
    assert "cited pages 1, changed since they were cited 1" in checked.stdout
    assert "  + 到2027年，全省深海装备产业营业收入达到1300亿元，培育龙头企业8家。" in checked.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("collect", "nobody"), "no source to fetch is called so"),
        (("pages", "diff", "http://nowhere.example/"), "`donghyang collect` collects pages"),
        (("pages", "show", "http://nowhere.example/"), "no such value"),
    ],
)
def test_what_cannot_be_done_is_one_line(desk: Desk, words: tuple[str, ...], told: str) -> None:
    made = desk.run(*words, language="en")
    assert made.returncode == 2
    assert made.stdout == ""
    assert told in made.stderr
    assert made.stderr.count("\n") == 1


def test_without_sources_collect_says_what_to_do(tmp_path: Path) -> None:
    run("new", tmp_path / "a")
    made = run("collect", "-w", tmp_path / "a", language="en")
    assert made.returncode == 2
    assert "donghyang sources add URL" in made.stderr


def test_a_week_goes_on_where_collecting_is_not_installed(tmp_path: Path) -> None:
    root = tmp_path / "newsroom"
    run("new", root)
    (root / "pages" / "inbox" / "1.html").write_text(PAGE.format(day=TODAY, sum=1200), encoding="utf-8")
    settings = root / "donghyang.toml"
    told = SOURCES.format(host=HOST, url=f"http://{HOST}:1/")
    settings.write_text(settings.read_text("utf-8") + told, encoding="utf-8")
    code = (
        "import sys, importlib.util as u; real = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'scrapy' else real(name, *a)\n"
        "sys.argv[:1] = ['donghyang']\n"
        "from donghyang.__main__ import main; main()"
    )
    env = {**os.environ, "DONGHYANG_LANG": "en"}
    for words, returned in ((["collect"], 2), (["weekly"], 0)):
        made = subprocess.run(
            [sys.executable, "-c", code, *words, "-w", str(root)],
            capture_output=True, text=True, encoding="utf-8", env=env, check=False,
        )  # fmt: skip
        assert made.returncode == returned, made.stderr
        assert 'pip install "donghyang[collect]"' in made.stderr
