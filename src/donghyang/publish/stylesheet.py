"""The named styles of DOCX and HWPX: office.toml in the theme's colours, with what a newsroom changes in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Literal, get_args, get_type_hints

from donghyang.publish.columns import Align
from donghyang.publish.templating import OFFICE, refused, resource
from donghyang.publish.theme import HOUSE, Look
from donghyang.records import Message, did_you_mean


@dataclass(frozen=True, slots=True)
class Style:
    """One named style; lengths in points."""

    name: str
    word: str | None = None
    """The style that Word itself knows by this name; its headings and captions feed Word's navigation and lists."""
    outline: int = 0
    """The level in the document's outline; 0: none."""
    size: float = 10
    """Of the letters."""
    bold: bool = False
    face: Literal["", "serif"] = ""
    """Of the letters: "" the family of the text, "serif" that of titles."""
    color: str = "ink"
    """Of the theme, or white; likewise `fill`. In the style sheet as it is read they are digits, RRGGBB."""
    mark: str | None = None
    """Of the theme: the colour of the marker before the words; None: that of the words."""
    align: Align = "left"
    left: float = 0
    """The indent of the words."""
    right: float = 0
    hang: float = 0
    """How far the marker stands out to the left of the words."""
    before: float = 0
    """Space above; likewise `after`."""
    after: float = 0
    keep: bool = False
    """It stays on the page of what comes next."""
    page: bool = False
    """It begins a page."""
    line: Literal["", "box", "top", "bottom"] = ""
    """A line around, above or below."""
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The style sheet, read."""

    page: Mapping[str, float]
    """Paper and margins, in points."""
    fonts: Mapping[str, str]
    """By use: korean, serif and chinese of DOCX, hangul, hangul_serif and hangul_chinese of HWPX; "" for none."""
    styles: Mapping[str, Style]
    colours: Mapping[str, str]
    """The theme's, by name, as digits: RRGGBB."""


def style_sheet(look: Look = HOUSE) -> StyleSheet:
    """The style sheet of a look: the house's, with what the newsroom's own office.toml changes.

    Raises CannotProceed, naming the key, for what no style sheet says.
    """
    data, own = tomllib.loads(resource(OFFICE)), look.templates.get(OFFICE)
    if own is not None:
        data = _changed(data, _told(own))
    wanted = look.theme.typefaces
    colours = {name: value[1:].upper() for name, value in asdict(look.theme.colours).items()} | {"white": "FFFFFF"}
    families = dict.fromkeys(("korean", "hangul"), wanted.korean)
    families |= dict.fromkeys(("serif", "hangul_serif"), wanted.serif or wanted.korean)
    families |= dict.fromkeys(("chinese", "hangul_chinese"), wanted.chinese)
    styles = {}
    for name, values in data["styles"].items():
        style = Style(name, **values)
        given = {"color": style.color, "fill": style.fill, "mark": style.mark}
        told = {key: colour for key, colour in given.items() if colour is not None}
        for key, colour in told.items():
            if colour not in colours:
                raise refused(OFFICE, f"styles.{name}.{key}", _one_of(colour, colours))
        styles[name] = replace(style, **{key: colours[colour] for key, colour in told.items()})
    return StyleSheet(
        data["page"], data["fonts"] | {use: name for use, name in families.items() if name}, styles, colours
    )


Told = dict[str, dict[str, dict[str, object]]]


def _told(text: str) -> Told:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise refused(OFFICE, "", Message(f"TOML 형식({problem})", f"TOML ({problem})")) from problem


def _changed(data: Told, own: Told) -> Told:
    """The house's style sheet with what another says in its place, value by value."""
    for key, expected in _odd(data, own):
        raise refused(OFFICE, key, expected)
    made: Told = {part: dict(values) for part, values in data.items()}
    for part, values in own.items():
        made[part] |= {name: made[part][name] | given for name, given in values.items()} if part == "styles" else values
    return made


def _odd(data: Told, own: Told) -> Iterator[tuple[str, Message]]:
    kinds = get_type_hints(Style)
    known = [part.name for part in fields(Style) if part.name != "name"]
    for part, values in own.items():
        if part not in data or not isinstance(values, dict):
            yield part, _one_of(part, data)
            continue
        for name, given in values.items():
            if name not in data[part]:
                yield f"{part}.{name}", _one_of(name, data[part])
            elif part != "styles":
                if not _is(given, float if part == "page" else str):
                    yield f"{part}.{name}", _KIND
            elif not isinstance(given, dict):
                yield f"{part}.{name}", Message("표", "a table")
            else:
                yield from ((f"{part}.{name}.{key}", _one_of(key, known)) for key in given if key not in known)
                odd = (key for key in given if key in known and not _is(given[key], kinds[key]))
                yield from ((f"{part}.{name}.{key}", _KIND) for key in odd)


_KIND = Message("제 종류의 값", "a value of its kind")


def _is(value: object, kind: object) -> bool:
    """Whether a value of TOML is of a field's kind."""
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    choices = get_args(kind)
    if choices:
        return any(_is(value, one) if isinstance(one, type) else value == one for one in choices)
    return isinstance(kind, type) and type(value) is kind


def _one_of(word: str, known: Mapping[str, object] | list[str]) -> Message:
    names = ", ".join(known)
    guess = did_you_mean(word, list(known))
    return Message(f"다음 중 하나: {names}.{guess.ko}", f"one of: {names}.{guess.en}")
