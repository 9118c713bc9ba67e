"""Killed in the midst of a crawl and run again: no page twice, none missing, and files that others read."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.collect.kept import records
from tests.collect.zoo import HOST, Answer, Visit, article, listing, page, zoo

from donghyang.collect.evidence import Evidence
from donghyang.collect.fetching import process as fetching
from donghyang.collect.fetching.job import Job
from donghyang.collect.gathered import Gathered
from donghyang.collect.gathering import gather
from donghyang.records import Collecting, Source

PAGES = 24
AT = 9
"""The page at which the run is killed."""
MANNERS = Collecting(delay=Decimal(0), allow=(HOST,))
SCRIPT = """
import sys
from pathlib import Path
from tests.collect.fetching.test_killed import run
run(Path(sys.argv[1]), sys.argv[2])
"""


def run(folder: Path, url: str, manners: Collecting = MANNERS) -> Gathered:
    with Evidence(folder) as evidence:
        return gather([Source("园区", url, "list")], folder, evidence, manners)


def web() -> dict[str, Answer]:
    """Two lists, the first of which leads to the second."""
    lists: dict[str, Answer] = {
        "/list": lambda visit: visit.send(listing(range(PAGES // 2), "/list/2")),
        "/list/2": lambda visit: visit.send(listing(range(PAGES // 2, PAGES))),
    }
    return lists | {f"/page/{number}": page(number) for number in range(PAGES)}


def captured(folder: Path) -> Counter[str]:
    with Evidence(folder) as evidence:
        evidence.catch_up()
        rows = evidence.between(dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(3000, 1, 1, tzinfo=dt.UTC))
        return Counter(one.url.partition("/page/")[2] for one in rows if one.kind == "page" and one.state == "new")


def test_killed_with_all_it_started_and_run_again(tmp_path: Path) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def held(visit: Visit) -> None:
        reached.set()
        go_on.wait(60)
        visit.send(article(AT))

    with zoo(web()) as running:
        running.routes[f"/page/{AT}"] = held
        command = [sys.executable, "-c", SCRIPT, str(tmp_path), running.url("/list")]
        started = subprocess.Popen(command, cwd=Path(__file__).parents[3])
        assert reached.wait(100)
        started.kill()  # SIGKILL where there are signals; its own process ends when its questions do
        started.wait()
        go_on.set()
        assert running.counts()[f"/page/{AT + 1}"] == 0

        run(tmp_path, running.url("/list"))
        counts = running.counts()
        assert {path for path in counts if "/page" in path} == {f"/page/{number}" for number in range(PAGES)}
        twice = {path for path, many in counts.items() if many > 1}
        assert twice <= {"/list", "/list/2", f"/page/{AT}"}, "what was on its way may have been kept still, or not"
        assert max(counts.values()) == 2
    assert captured(tmp_path) == Counter({str(number): 1 for number in range(PAGES)})
    for path in tmp_path.glob("*.gz"):
        urls = Counter(url for kind, url in records(path) if kind == "response" and "/page/" in url)
        assert set(urls.values()) == {1}
        assert len(urls) == PAGES


def test_the_process_that_fetches_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    begin = fetching._started

    def begun(job: Job) -> subprocess.Popen[bytes]:
        started.append(begin(job))
        return started[-1]

    monkeypatch.setattr(fetching, "_started", begun)

    def deadly(visit: Visit) -> None:
        if visit.number == 1:
            started[-1].kill()
            return
        visit.send(article(AT))

    with zoo(web()) as running:
        running.routes[f"/page/{AT}"] = deadly
        broken = run(tmp_path, running.url("/list"))
        assert broken.broken is not None
        assert "broke off" in broken.broken.en
        assert (broken.pages, broken.left) == (AT, PAGES - AT)
        first = captured(tmp_path)
        assert len(first) == AT
        run(tmp_path, running.url("/list"))
    assert captured(tmp_path) == Counter({str(number): 1 for number in range(PAGES)})
    for path in tmp_path.glob("*.gz"):
        records(path)


def test_pages_that_a_run_did_not_come_to_are_fetched_by_the_next(tmp_path: Path) -> None:
    few = Collecting(delay=Decimal(0), allow=(HOST,), pages=14)
    with zoo(web()) as running:
        for had, left in ((14, 10), (24, 0)):
            assert run(tmp_path, running.url("/list"), few).left == left
            assert len(captured(tmp_path)) == had
        assert {many for path, many in running.counts().items() if "/page/" in path} == {1}
