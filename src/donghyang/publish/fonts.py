"""The typefaces of the print: those of Debian's fonts-noto-cjk, else what Windows or macOS brings along."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    import typst

PACKAGE = "fonts-noto-cjk"
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Malgun Gothic", "Apple SD Gothic Neo")
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Heiti SC")
_KOREAN_SERIF = ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif KR", "Batang", "AppleMyungjo")
_CHINESE_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun", "Songti SC")
# Inside the typst package itself: subscripts, ☑, Greek, Cyrillic and Hebrew that the Korean faces lack.
_SYMBOLS = ("DejaVu Sans Mono", "New Computer Modern", "Libertinus Serif")


@dataclass(frozen=True, slots=True)
class Faces:
    """The families for each use, best first."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]
    chinese: tuple[str, ...]
    chinese_serif: tuple[str, ...]


def faces(families: Collection[str]) -> Faces:
    """The faces to print with out of the installed `families`.

    Raises CannotProceed, naming the package to install, when there is no Korean or no Chinese face.
    """
    korean, chinese = _first(_KOREAN, families), _first(_CHINESE, families)
    if not korean or not chinese:
        raise no_fonts(Message("한글·중국어 글꼴이 없습니다", "no Korean or no Chinese typeface is installed"))
    symbols = tuple(family for family in _SYMBOLS if family in families)
    common = (*korean, *chinese, *symbols)
    return Faces(
        sans=common,
        serif=(*_first(_KOREAN_SERIF, families), *common),
        chinese=(*chinese, *korean, *symbols),
        chinese_serif=(*_first(_CHINESE_SERIF, families), *chinese, *korean, *symbols),
    )


def no_fonts(why: Message) -> CannotProceed:
    """The error that ends every trouble with typefaces: `why`, and what to install."""
    return CannotProceed(
        Message(
            f"PDF를 만들 수 없습니다: {why.ko}. {PACKAGE} 패키지를 설치하십시오 (apt-get install {PACKAGE})",
            f"cannot make the PDF: {why.en}. Install the package {PACKAGE} (apt-get install {PACKAGE})",
        )
    )


@cache
def installed() -> typst.Fonts:
    """The machine's typefaces and those inside typst; looked up once, about 0.1 s."""
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def _first(wanted: tuple[str, ...], families: Collection[str]) -> tuple[str, ...]:
    return next(((family,) for family in wanted if family in families), ())
