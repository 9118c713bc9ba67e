"""The typefaces of the print: those of Debian's fonts-noto-cjk, else of a wheel, else what Windows or macOS brings.

The wheel manimgx-fonts-cjk (the extra `fonts`) holds Noto Sans CJK with all its weights. A machine that has it and no
Noto prints with it alone, so that every such machine prints the same.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.publish.theme import Look
from donghyang.records import CannotProceed, Message, Typefaces

if TYPE_CHECKING:
    import typst

PACKAGE = "fonts-noto-cjk"
WHEEL = "manimgx-fonts-cjk"
_MODULE = "manimgx_fonts_cjk"
_NOTO = ("Noto Sans CJK KR", "Noto Sans CJK SC")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Malgun Gothic", "Apple SD Gothic Neo")
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Heiti SC")
_KOREAN_SERIF = ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif KR", "Batang", "AppleMyungjo")
_CHINESE_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun", "Songti SC")
# Inside the typst package itself: subscripts, ☑, Greek, Cyrillic and Hebrew that the Korean faces lack.
_SYMBOLS = ("DejaVu Sans Mono", "New Computer Modern", "Libertinus Serif")
_USUAL = Typefaces()


@dataclass(frozen=True, slots=True)
class Faces:
    """The families for each use, best first."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]
    chinese: tuple[str, ...]
    chinese_serif: tuple[str, ...]


def faces(families: Collection[str], wanted: Typefaces = _USUAL) -> Faces:
    """The faces to print with out of the installed `families`; those that a theme wants come first.

    Raises CannotProceed, naming the package to install, when there is no Korean or no Chinese face, and naming the
    family where the theme wants one that is not there.
    """
    for family in (wanted.korean, wanted.serif, wanted.chinese):
        if family and family not in families:
            raise _absent(family)
    korean, chinese = _first(_KOREAN, families), _first(_CHINESE, families)
    if not korean or not chinese:
        raise no_fonts(Message("한글·중국어 글꼴이 없습니다", "no Korean or no Chinese typeface is installed"))
    symbols = tuple(family for family in _SYMBOLS if family in families)
    korean, chinese = _before(wanted.korean, korean), _before(wanted.chinese, chinese)
    # A house with a text face of its own and no title face sets its titles in the former.
    serif = _before(wanted.serif or wanted.korean, _first(_KOREAN_SERIF, families))
    chinese_serif = _before(wanted.chinese, _first(_CHINESE_SERIF, families))
    common = (*korean, *chinese, *symbols)
    return Faces(
        sans=common,
        serif=_once(*serif, *common),
        chinese=(*chinese, *korean, *symbols),
        chinese_serif=_once(*chinese_serif, *chinese, *korean, *symbols),
    )


def no_fonts(why: Message) -> CannotProceed:
    """The error that ends every trouble with typefaces: `why`, and what to install."""
    return CannotProceed(
        Message(
            f"PDF를 만들 수 없습니다: {why.ko}. {PACKAGE} 패키지를 설치하십시오 (apt-get install {PACKAGE}; "
            f"Windows와 macOS에서는 pip install {WHEEL})",
            f"cannot make the PDF: {why.en}. Install the package {PACKAGE} (apt-get install {PACKAGE}; "
            f"on Windows and macOS pip install {WHEEL})",
        )
    )


def _absent(family: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"PDF를 만들 수 없습니다: 테마의 글꼴 '{family}'이(가) 없습니다. 설치하거나 글꼴 파일을 테마의 "
            "typefaces.folder에 두거나 그 줄을 지우십시오.",
            f"cannot make the PDF: the theme's typeface '{family}' is not there. Install it, put its file into the "
            "theme's typefaces.folder, or take the line out.",
        )
    )


@cache
def installed(folder: Path | None = None, *, named: bool = False) -> typst.Fonts:
    """The typefaces to choose from, with those of `folder` and those inside typst; looked up once, about 0.1 s.

    `named` says that a theme asks for one by name: then all of the machine are among them, whatever else there is.
    """
    import typst

    own = [folder] if folder else []
    system = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=own)
    wheel = wheel_folder()
    if wheel is None or set(_NOTO) <= set(system.families()):
        return system
    return typst.Fonts(include_system_fonts=named, include_embedded_fonts=True, font_paths=[*own, wheel])


def chosen(look: Look) -> typst.Fonts:
    """The typefaces that a look chooses from."""
    wanted = look.theme.typefaces
    return installed(look.typefaces, named=any((wanted.korean, wanted.serif, wanted.chinese)))


def wheel_folder() -> Path | None:
    """Where the typefaces of the extra lie, None where it is not installed."""
    spec = find_spec(_MODULE)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _first(wanted: tuple[str, ...], families: Collection[str]) -> tuple[str, ...]:
    return next(((family,) for family in wanted if family in families), ())


def _before(own: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    return _once(*([own] if own else []), *usual)


def _once(*families: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(families))
