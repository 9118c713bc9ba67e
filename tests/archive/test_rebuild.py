"""The archive made again from pages/, issues/ and terms.csv: the same contents, on both databases."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.archive.conftest import Make
from tests.archive.reports import lay, report, silent

from donghyang import wire
from donghyang.archive import models, rows
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.importing import imported, rebuilt
from donghyang.archive.opening import opened
from donghyang.records import Allowed, Decision, Decisions, Message, PageText, Signature, Story
from donghyang.workspace import Workspace

STORY = Story(
    "p1.html", "浙江发布量子产业计划", dt.date(2024, 1, 3), ("p1.html", "p2.html"), "policy", "지역", 3.5,
    (Message("성의 계획", "a plan of a province"),),
)  # fmt: skip
_PAGE = (
    "<html><head><title>{title}</title></head><body><h1>{title}</h1><p>2024年1月3日 来源：科技日报</p>"
    "<p>浙江省科技厅日前发布量子信息产业培育计划，提出到2027年培育量子企业{count}家，产业规模超过500亿元。</p>"
    "<p>计划明确，将对量子计算、量子通信、量子测量等领域的重点实验室给予最高3000万元支持，并设立产业基金。</p></body></html>"
)


def fill(home: Workspace, tmp_path: Path) -> None:
    """A workspace with something of everything."""
    for number in range(3):
        text = _PAGE.format(title=f"浙江发布量子产业计划（{number}）", count=20 + number)
        (home.root / f"pages/inbox/p{number}.html").write_text(text, "utf-8")
    (home.root / "pages/inbox/empty.html").write_text("<html></html>", "utf-8")
    with (home.root / "terms.csv").open("a", encoding="utf-8") as terms:
        terms.write("挑大梁,중심 역할 수행,verb,,\n")
    folder = home.root / "issues/2024-02-02"
    (folder / "work").mkdir(parents=True)
    (folder / "report.txt").write_text(report(1, day=dt.date(2024, 2, 2)), "utf-8")
    (folder / ".donghyang-prints.json").write_text('{"report.pdf": ["cc"], "final report.pdf": ["cc"]}', "utf-8")
    state = {"version": "1", "stamp": "x", "made": [STORY]}
    (folder / "work/stories.json").write_text(wire.dumps(state, spans=True, language=None), "utf-8")
    allowed = Decisions((Allowed("● 줄", "open-line", Signature("김하늘", "원문 확인", dt.date(2024, 2, 1))),))
    (folder / "decisions.json").write_text(wire.dumps(allowed), "utf-8")
    decided = (Decision("pin", "p1.html", "浙江发布量子产业计划", (("p1.html",),)),)
    (home.root / "stories.json").write_text(wire.dumps(decided, language=None), "utf-8")
    imported(home, lay(tmp_path / "back", 2), silent)


def contents(home: Workspace) -> str:
    with opened(home) as archive:
        return digest_of_contents(archive)


def test_everything_of_the_workspace_is_in_the_archive(home: Workspace, tmp_path: Path) -> None:
    fill(home, tmp_path)
    with opened(home) as archive:
        alias = archive.alias
        pages = [rows.page_of(row) for row in models.Page.objects.using(alias).order_by("name")]
        assert [page and page.date for page in pages] == [None, *[dt.date(2024, 1, 3)] * 3]
        assert all(isinstance(page, PageText) and "量子" in page.text for page in pages[1:])
        assert models.Page.objects.using(alias).get(name="empty.html").reason
        assert [row.korean for row in models.Term.objects.using(alias).all()][-1:] == ["중심 역할 수행"]
        assert [row.day for row in models.Publication.objects.using(alias).all()] == [dt.date(2024, 2, 2)]
        told = models.Decision.objects.using(alias).order_by("action")
        assert [row.action for row in told] == ["allow", "pin"]
        (story,) = models.Story.objects.using(alias).all()
        assert wire.from_json(Story, story.record, where="") == STORY
        assert {row.page for row in models.StoryPage.objects.using(alias).all()} == {"p1.html", "p2.html"}
        assert models.Issue.objects.using(alias).count() == 3


def test_made_again_it_is_the_same(home: Workspace, tmp_path: Path) -> None:
    fill(home, tmp_path)
    before = contents(home)
    found = rebuilt(home, silent)
    assert (found.same, found.issues, found.pages.total) == (True, 3, 4)
    assert contents(home) == before
    assert imported(home, (), silent).files == ()
    assert contents(home) == before


def test_both_databases_are_filled_alike(make: Make, tmp_path: Path) -> None:
    homes = [make("sqlite"), make("postgresql")]
    for number, home in enumerate(homes):
        fill(home, tmp_path / str(number))
    assert contents(homes[0]) == contents(homes[1])


def test_what_changes_in_the_workspace_changes_in_the_archive(home: Workspace, tmp_path: Path) -> None:
    fill(home, tmp_path)
    (home.root / "pages/inbox/p0.html").unlink()
    (home.root / "pages/inbox/p1.html").write_text(_PAGE.format(title="四川发布计划", count=7), "utf-8")
    (home.root / "issues/2024-02-02/decisions.json").unlink()
    (home.root / "stories.json").write_text("[]", "utf-8")
    found = imported(home, (), silent)
    assert (found.pages.total, found.pages.read) == (3, 1)
    with opened(home) as archive:
        assert not models.Decision.objects.using(archive.alias).exists()
    before = contents(home)
    assert rebuilt(home, silent).same
    assert contents(home) == before


def test_a_broken_side_file_is_told_and_its_rows_stay(home: Workspace, tmp_path: Path) -> None:
    fill(home, tmp_path)
    (home.root / "terms.csv").write_text("no columns of ours\n", "utf-8")
    found = imported(home, (), silent)
    assert [Path(left.file).name for left in found.left_out] == ["terms.csv"]
    with opened(home) as archive:
        assert models.Term.objects.using(archive.alias).exists()


def test_an_archive_that_is_gone_is_made_by_any_import(home: Workspace, tmp_path: Path) -> None:
    fill(home, tmp_path)
    before = contents(home)
    if home.settings.archive.url:
        with opened(home) as archive, archive.connection.cursor() as cursor:
            cursor.execute(f'DROP SCHEMA "{archive.schema}" CASCADE')
    else:
        (home.root / "archive.db").unlink()
    imported(home, (), silent)
    assert contents(home) == before
