"""Pages attached to mails: written by what they hold, read with the saved pages."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from donghyang import workspace
from donghyang.watching import unpack
from donghyang.workspace import MAILED, page_folders

PAGE = "<html><body><h1>存档</h1></body></html>".encode()


def box(root: Path, *names: str) -> workspace.Workspace:
    (root / "donghyang.toml").write_text("[[sources]]\nname = '信'\nkind = 'maildir'\naddress = 'box'\n", "utf-8")
    (root / "box").mkdir()
    message = EmailMessage()
    message["Subject"], message["From"] = "存档", "a@b.example.org"
    message.set_content("见附件")
    for number, name in enumerate(names):
        page = PAGE + b" " + str(number).encode()
        message.add_attachment(page, maintype="text", subtype="html", filename=name)
    (root / "box/1.eml").write_bytes(message.as_bytes())
    return workspace.open_workspace(root)


def test_attached_pages_are_put_where_pages_are_read(tmp_path: Path) -> None:
    home = box(tmp_path, "存档.html", "二.mht")
    assert page_folders(home) == ()
    made = unpack(home)
    assert [path.suffix for path in made] == [".html", ".mht"]
    assert made[0].read_bytes().startswith(PAGE)
    assert page_folders(home) == (MAILED,)
    assert unpack(home) == []


def test_a_mail_never_names_a_file(tmp_path: Path) -> None:
    made = unpack(box(tmp_path, "../../x.html", "/etc/y.html", "a\x00b.html", "é" * 300 + ".html"))
    assert len(made) == 4
    assert {path.parent for path in made} == {tmp_path / MAILED}
    assert all(path.name.isascii() for path in made)


def test_a_box_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    home = box(tmp_path)
    (tmp_path / "box/1.eml").unlink()
    (tmp_path / "box").rmdir()
    assert unpack(home) == []
