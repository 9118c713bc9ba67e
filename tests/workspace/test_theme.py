"""theme.toml, or [theme] of the settings: read whole, each slip told with its file and key."""

from pathlib import Path

import pytest

from donghyang.publish import HOUSE
from donghyang.records import CannotProceed
from donghyang.workspace import look_of, open_workspace, theme_files

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360"
    "00000002000148afa4710000000049454e44ae426082"
)
TAKEN = """\
logo = "그림/logo.png"
numbered = [{date = 2024-01-05, number = 1}]
every = 2
imprint = [{label = "ISSN", value = "0000-0000"}]
[colours]
main = "#123456"
[typefaces]
folder = "fonts"
"""


def home(root: Path, settings: str = "", theme: str | None = None) -> Path:
    (root / "donghyang.toml").write_text(settings, "utf-8")
    (root / "그림").mkdir()
    (root / "그림/logo.png").write_bytes(DOT)
    (root / "fonts").mkdir()
    if theme is not None:
        (root / "theme.toml").write_text(theme, "utf-8")
    return root


@pytest.mark.parametrize("place", ["theme.toml", "donghyang.toml"])
def test_a_theme_is_read_from_either_file(place: str, tmp_path: Path) -> None:
    inside = "[theme]\n" + TAKEN.replace("[colours]", "[theme.colours]").replace("[typefaces]", "[theme.typefaces]")
    root = home(tmp_path, theme=TAKEN) if place == "theme.toml" else home(tmp_path, inside)
    look = look_of(open_workspace(root))
    assert (look.theme.colours.main, look.theme.every, look.theme.imprint[0].label) == ("#123456", 2, "ISSN")
    assert look.logo is not None
    assert (look.logo.data, look.emblem) == (DOT, None)
    assert look.typefaces == (root / "fonts").resolve()
    assert theme_files(open_workspace(root)) == [root / place, root / "그림/logo.png"]


def test_without_a_theme_the_house_s_own_look_holds(tmp_path: Path) -> None:
    assert look_of(open_workspace(home(tmp_path))) == HOUSE
    assert look_of(None) == HOUSE
    assert theme_files(None) == []


SLIPS = {
    "colour = 1": "colour",
    "[colours]\nmian = '#000000'": "colours.mian",
    "[colours]\nmain = 'blue'": "colours.main",
    "[colours]\nmain = '#ffee88'": "colours.main",
    "[colours]\nink = '#bbbbbb'": "colours.ink",
    "logo = 'none.png'": "logo",
    "logo = '../logo.png'": "logo",
    "emblem = 'theme.toml'": "emblem",
    "every = -1": "every",
    "numbered = [{date = 2024-01-05}]": "numbered",
    "numbered = [{date = 2024-01-05, number = 0}]": "numbered.1.number",
    "numbered = [{date = 2024-01-05, number = 1}, {date = 2024-01-05, number = 2}]": "numbered",
    "imprint = [{label = 'ISSN', value = ' '}]": "imprint.1.value",
    "[typefaces]\nfolder = '..'": "typefaces.folder",
    "[typefaces]\nfolder = 'none'": "typefaces.folder",
    "[typefaces]\nfolder = '//machine/share'": "typefaces.folder",
    '[typefaces]\nkorean = "가\\n나"': "typefaces.korean",
    '[typefaces]\nfolder = "fonts\\u0000"': "typefaces.folder",
    f"[typefaces]\nfolder = '{'글' * 90}'": "typefaces.folder",
    f"logo = '{'글' * 301}'": "logo: expected one line",
    'emblem = "가\\u001b"': "emblem: expected one line",
}


@pytest.mark.parametrize(("text", "key"), SLIPS.items())
def test_a_slip_is_told_with_file_and_key(text: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(CannotProceed) as refused:
        look_of(open_workspace(home(tmp_path, theme=text)))
    assert f"theme.toml: {key}" in refused.value.message.en


def test_a_theme_stands_in_one_place(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match=r"theme\.toml"):
        look_of(open_workspace(home(tmp_path, "[theme]\nevery = 1", "every = 1")))


def test_the_newsroom_s_own_templates_are_taken(tmp_path: Path) -> None:
    root = home(tmp_path)
    (root / "templates").mkdir()
    (root / "templates/report.css").write_text("p { color: red }", "utf-8")
    workspace = open_workspace(root)
    assert look_of(workspace).templates == {"report.css": "p { color: red }"}
    assert root / "templates/report.css" in theme_files(workspace)


def test_a_file_that_is_no_template_is_told(tmp_path: Path) -> None:
    root = home(tmp_path)
    (root / "templates").mkdir()
    (root / "templates/reprot.css").write_text("", "utf-8")
    with pytest.raises(CannotProceed, match=r"report\.css"):
        look_of(open_workspace(root))
