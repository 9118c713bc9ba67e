"""Collected pages in the archive: each as it was last had, tied to the articles that cite it."""

from __future__ import annotations

from pathlib import Path

from tests.archive.reports import report, silent
from tests.collect.kept import Desk
from tests.collect.zoo import article

from donghyang.archive import models
from donghyang.archive.importing import imported, rebuilt
from donghyang.archive.opening import opened
from donghyang.workspace import Workspace

CITED, OTHER = "https://kjt.example.cn/art/0.html", "https://kjt.example.cn/art/99.html"
EDITED = "补充说明：申报截止日期延长到年底。"


def texts(home: Workspace) -> dict[str, str]:
    with opened(home) as archive:
        return dict(models.Page.objects.using(archive.alias).values_list("address", "text"))


def test_collected_pages_are_in_the_archive_as_they_were_last_had(home: Workspace, tmp_path: Path) -> None:
    desk = Desk(home.pages)
    desk.sent(CITED, article(1))
    desk.sent(OTHER, article(2))
    desk.lost("https://kjt.example.cn/art/gone.html", "gone", "404")
    file = tmp_path / "report.txt"
    file.write_text(report(0), "utf-8")
    assert imported(home, [file], silent).pages.total == 2
    assert EDITED not in texts(home)["kjt.example.cn/art/0.html"]
    with opened(home) as archive:
        cited = models.Citation.objects.using(archive.alias).filter(address="kjt.example.cn/art/0.html")
        assert [one.article.section for one in cited] == ["policy"]
    desk.sent(CITED, article(1, EDITED))
    desk.close()
    found = imported(home, (), silent)
    assert (found.pages.total, found.pages.read) == (2, 1)
    assert EDITED in texts(home)["kjt.example.cn/art/0.html"]
    assert rebuilt(home, silent).same
