"""A workspace's archive searched, on both databases: filled by an import, and again where the index is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.archive.reports import lay, silent

from donghyang.archive import search
from donghyang.archive.importing import imported
from donghyang.archive.opening import opened
from donghyang.archive.search import Asked
from donghyang.archive.searching import found
from donghyang.records import CannotProceed, Filters, Hit
from donghyang.workspace import Workspace

ASKED = ("文心一言", "양자기업 육성", "3,000만 위안", "원신이언")


def hits(home: Workspace, *texts: str, asked: Asked | None = None) -> list[tuple[Hit, ...]]:
    return [one.hits for one in found(home, texts, asked or Asked(), silent)]


def places(found: list[tuple[Hit, ...]]) -> list[list[tuple[str, str, int, str]]]:
    return [[(str(hit.issue), hit.section, hit.number, hit.snippet) for hit in some] for some in found]


def test_what_was_imported_is_found_and_found_again(home: Workspace, tmp_path: Path) -> None:
    files = lay(tmp_path / "back", 2)
    imported(home, files, silent)
    first = hits(home, *ASKED)
    assert all(len(some) == 2 for some in first)
    imported(home, files, silent)
    assert hits(home, *ASKED) == first
    with opened(home) as archive, archive.writing(), archive.connection.cursor() as cursor:
        cursor.execute("UPDATE search_meta SET value = '0' WHERE name = 'version'")
    assert hits(home, *ASKED) == first


def test_an_issue_read_anew_takes_the_place_of_the_former(home: Workspace, tmp_path: Path) -> None:
    (file,) = lay(tmp_path / "back", 1)
    imported(home, [file], silent)
    file.write_text(file.read_text("utf-8").replace("文心一言", "通义千问").replace("원신이옌", "퉁이첸원"), "utf-8")
    imported(home, [file], silent)
    assert [len(some) for some in hits(home, "文心一言", "通义千问")] == [0, 1]


def test_a_filter_that_nothing_has_is_told(home: Workspace, tmp_path: Path) -> None:
    imported(home, lay(tmp_path / "back", 1), silent)
    with pytest.raises(CannotProceed, match="nothing in the archive"):
        hits(home, "양자", asked=Asked(filters=Filters(regions=("아틀란티스",))))


def test_without_an_archive(home: Workspace) -> None:
    with pytest.raises(CannotProceed, match="no archive yet"):
        hits(home, "양자")


def test_the_newsrooms_own_terms_are_known(home: Workspace, tmp_path: Path) -> None:
    imported(home, lay(tmp_path / "back", 1), silent)
    with (home.root / "terms.csv").open("a", encoding="utf-8") as rows:
        rows.write("甲骨港,양자기업,noun,,\n")
    assert len(hits(home, "甲骨港")[0]) == 1
    with opened(home) as archive:
        assert not search.search(search.index_of(archive.connection), "甲骨港").hits
