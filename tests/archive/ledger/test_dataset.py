"""The archive as a data set: whole, the same each time, told by its data sheet, and imported back without loss."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from donghyang import newsroom
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.dataset import Exported, exported, parquet
from donghyang.archive.importing import imported
from donghyang.archive.opening import opened
from donghyang.records import CannotProceed
from donghyang.workspace import Workspace, open_workspace


def quiet(*_: object) -> None:
    """Progress that nobody sees."""


@pytest.fixture(scope="module")
def dataset(ledger_home: Workspace, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Exported]:
    folder = tmp_path_factory.mktemp("dataset")
    return folder, exported(ledger_home, folder, quiet)


def test_every_table_has_its_rows(dataset: tuple[Path, Exported]) -> None:
    folder, found = dataset
    for name, count in found.rows.items():
        lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert [len(lines), all(map(json.loads, lines))] == [count, True]
    assert (found.rows["issues"], found.rows["articles"]) == (3, 6)
    assert found.version.startswith("2026.3.6+")


def test_facts_stand_where_they_say(dataset: tuple[Path, Exported]) -> None:
    folder, _ = dataset
    rows = {
        name: [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
        for name in ("articles", "facts")
    }
    texts = {(row["issue"], row["place"]): row["text"] for row in rows["articles"]}
    said = [texts[fact["issue"], fact["place"]][fact["start"] : fact["end"]] for fact in rows["facts"]]
    assert "500억 위안" in said
    assert all(said)


def test_the_data_sheet_tells_every_file(dataset: tuple[Path, Exported]) -> None:
    folder, found = dataset
    sheet = json.loads((folder / "croissant.json").read_text("utf-8"))
    told = {one["contentUrl"]: one["sha256"] for one in sheet["distribution"]}
    assert set(told) == set(found.files) - {"croissant.json"}
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in told.items())
    fields = {field["@id"] for records in sheet["recordSet"] for field in records["field"]}
    sources = {field["source"]["fileObject"]["@id"] for records in sheet["recordSet"] for field in records["field"]}
    assert {"facts/kind", "articles/text", "pages/address"} <= fields
    assert sources <= set(told)


@pytest.mark.skipif(not parquet.can_write(), reason="the extra dataset is not installed")
def test_parquet_says_what_the_lines_say(dataset: tuple[Path, Exported]) -> None:
    from pyarrow import parquet as reader

    folder, found = dataset
    for name in found.rows:
        rows = reader.read_table(folder / f"{name}.parquet").to_pylist()
        lines = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
        assert json.loads(json.dumps(rows, default=str)) == lines


def test_the_same_archive_gives_the_same_files(
    dataset: tuple[Path, Exported], ledger_home: Workspace, tmp_path: Path
) -> None:
    folder, found = dataset
    again = exported(ledger_home, tmp_path, quiet)
    assert (again.version, again.files) == (found.version, found.files)
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in found.files)


def test_imported_back_nothing_is_lost(dataset: tuple[Path, Exported], ledger_home: Workspace, tmp_path: Path) -> None:
    """All but where the files lie: another workspace names them otherwise."""
    folder, found = dataset
    root = tmp_path / "newsroom"
    newsroom.create(root)
    home = open_workspace(root)
    back = imported(home, sorted((folder / "reports").iterdir()), quiet)
    assert (back.issues, back.left_out) == (3, ())
    again = exported(home, tmp_path / "again", quiet)
    assert again.rows == found.rows
    names = [name for name in found.files if name.endswith(".jsonl")]
    assert all((tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes() for name in names)
    with opened(home) as archive:
        assert digest_of_contents(archive)


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    root = tmp_path / "newsroom"
    newsroom.create(root)
    with opened(open_workspace(root), create=True):
        pass
    with pytest.raises(CannotProceed):
        exported(open_workspace(root), tmp_path / "out", quiet)


def test_a_folder_of_other_files_is_left_alone(ledger_home: Workspace, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("somebody's", "utf-8")
    with pytest.raises(CannotProceed, match=r"terms\.csv"):
        exported(ledger_home, tmp_path, quiet)
    with pytest.raises(CannotProceed):
        exported(ledger_home, ledger_home.root, quiet)
    assert [one.name for one in tmp_path.iterdir()] == ["terms.csv"]
    assert (tmp_path / "terms.csv").read_text("utf-8") == "somebody's"


def test_a_data_set_that_was_cut_short_can_be_written_again(ledger_home: Workspace, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text("{", "utf-8")
    assert "articles.jsonl" in exported(ledger_home, tmp_path, quiet).files
    exported(ledger_home, tmp_path, quiet)
