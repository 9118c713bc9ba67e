"""How the words of an element look, and what hides them: it is not displayed, invisible, transparent, without size, off
the screen, in the colour of the ground."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.read.colours import LEAST, WHITE, Colour, are_alike, colour, is_clear
from donghyang.read.css import IMPORTANT, UNKNOWN, Style, Told, declarations, with_last_words
from donghyang.read.lengths import length, pixels
from donghyang.read.offstage import is_indented, is_masked, is_off
from donghyang.read.own import followed
from donghyang.records import Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from donghyang.read.sheet import Sheet

    Hiders = tuple[tuple[Why, _Element], ...]

_MOST_WORDS = 12
"""Of a background that are looked at."""
_NO_PAINT = re.compile(
    r"transparent|none|inherit|initial|unset|revert(?:-layer)?|(?:no-)?repeat(?:-[xy])?|round|space|left|right|top|bottom"
    r"|center|scroll|fixed|local|cover|contain|auto|(?:border|padding|content)-box|-?[\d.]+(?:[a-z]{1,4}|%)?|/"
)
"""A word of a background that gives no colour (CSS Backgrounds and Borders 3, 2.10)."""
_ATTRIBUTES = frozenset(("hidden", "popover", "color", "bgcolor", "background"))
"""Attributes of HTML 4 and 5 that say how words look."""
_FILTER = re.compile(r"(?<![\w-])opacity\(\s*([\d.]{1,12}%?)\s*\)")
_SMALLEST = 1.5
"""Points or pixels of letters below which nobody reads them."""
_SMALLEST_SHARE = 0.04
"""The same in sizes of the letters around."""
_MOVES = ("animation", "animation-name")
_FADES = frozenset(("opacity", "all", "transform", "scale", "translate", "filter"))
"""What a transition changes step by step, after a script has begun it."""
_INKS = ("text-shadow", "background-clip", "-webkit-text-stroke")
"""What shows letters that have no colour, or that of the ground."""
_NO_INK = frozenset(("none", "0", "initial", "border-box", "padding-box", "content-box"))
_ROOMY = frozenset(("html", "body", "table", "tbody", "thead", "tr", "td", "th"))
"""What is as high as what stands in it, whatever is told (CSS 2.2, 17.5.3), and what is clipped to the window alone."""
_PICTURES = frozenset(("img", "picture", "video", "canvas", "svg"))
_NEAR = 3
"""Brothers before an element that may lie under it."""
_CHAIN = 8
"""How many hiding elements around a word are told apart."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the words of an element look; most of it comes down from the elements around."""

    hiders: Hiders = ()
    letters: Colour | None = None
    """None for the browser's own, which is black."""
    ground: Colour | None = WHITE
    """None where a picture lies behind the words."""
    size: _Element | None = None
    """What made the letters too small."""
    indented: _Element | None = None
    """What moved the first line off."""
    invisible: _Element | None = None
    painted: _Element | None = None
    """What gave the letters, or the ground behind them, their colour."""
    clear: bool = False
    """Whether the letters have no colour at all."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The page's own properties (`--x`)."""

    def around(self) -> Hiders:
        """All that hides the words."""
        found = self.hiders
        if self.size is not None:
            found = (*found, ("size", self.size))
        if self.indented is not None:
            found = (*found, ("place", self.indented))
        if self.invisible is not None:
            found = (*found, ("visibility", self.invisible))
        unseen = self.clear or (self.letters and self.ground and are_alike(self.letters, self.ground))
        if unseen and self.painted is not None:
            found = (*found, ("colour", self.painted))
        return found


def _style(element: _Element, sheet: Sheet) -> tuple[Told, Told]:
    """What is told of an element: altogether, and by itself."""
    said = sheet.of(element)
    written = element.get("style")
    own = declarations(written) if written else {}
    whole = {**({} if "all" in own else said), **own}
    if said and own and any(name[0] == IMPORTANT for name in said):
        whole = with_last_words(with_last_words(whole, said), own)
    return whole, own


def appearance_of(element: _Element, above: Appearance, sheet: Sheet) -> Appearance:
    """How the words of an element look; `above` itself where it changes nothing."""
    style, own = _style(element, sheet)
    if not style and not _ATTRIBUTES.intersection(element.attrib) and element.tag != "rp":
        return above
    state = above
    if sheet.own:
        named, style = followed(style, above.own, sheet.own)
        own = followed(own, named, sheet.own)[1]
        state = state if named is above.own else replace(state, own=named)
    if _is_moving(style) and (last := _last_frame(style, sheet.last_frames)):
        style = {**style, **last, "animation": "none", "animation-name": "none"}
    why = _why_gone(element, style, own)
    if why is not None and len(above.hiders) < _CHAIN:
        state = replace(state, hiders=(*above.hiders, (why, element)))
    if (visibility := style.get("visibility")) is not None:
        is_unseen = visibility in ("hidden", "collapse") and not _is_moving(style)
        state = replace(state, invisible=element if is_unseen else None)
    if (size := style.get("font-size")) is not None:
        state = replace(state, size=element if _is_tiny(size, above.size is not None) else None)
    if (indent := style.get("text-indent")) is not None and indent != "inherit":
        state = replace(state, indented=element if is_indented(style) and not _is_moving(style) else None)
    told = style if sheet.knows_grounds else own
    letters = style.get("-webkit-text-fill-color") or told.get("color") or element.get("color")
    state = _painted(element, style, letters, state)
    is_inked = any(style.get(name, "none") not in _NO_INK for name in _INKS)
    return replace(state, letters=None, clear=False) if is_inked else state


def _why_gone(element: _Element, style: Style, own: Style) -> Why | None:
    """What hides an element with all that stands in it, None where nothing does."""
    put_away = element.get("hidden") is not None or element.get("popover") is not None
    is_hidden = put_away and style.get("display", "none") in ("none", UNKNOWN)
    if is_hidden or (_is_not_drawn(own) and _is_not_drawn(style)) or _is_no_bracket(element):
        return "display"
    if _is_not_drawn(style):
        return "sheet"
    if _is_moving(style):
        return None
    if not _is_fading(style):
        if (opacity := style.get("opacity")) is not None and _share(opacity) <= LEAST:
            return "opacity"
        if (found := _FILTER.search(style.get("filter", ""))) is not None and _share(found[1]) <= LEAST:
            return "opacity"
        if is_masked(style):
            return "opacity"
    return "place" if is_off(style, has_room=element.tag in _ROOMY, moves=_is_fading(style)) else None


def _is_moving(style: Style) -> bool:
    """Whether an element is drawn by an animation, which may bring in what is not there when it begins."""
    return any(style.get(name, "none") != "none" for name in _MOVES)


def _last_frame(style: Style, frames: Mapping[str, Told]) -> Told | None:
    """What an element looks like once its animation has run; None where it goes back, or nobody knows."""
    said = " ".join(style.get(name, "") for name in (*_MOVES, "animation-fill-mode")).split()
    if "reverse" in said or not {"forwards", "both"}.intersection(said):
        return None
    return next((frames[word] for word in said if word in frames), None)


def _is_fading(style: Style) -> bool:
    """Whether an element comes in step by step once a script asks for it (CSS Transitions 1)."""
    told = f"{style.get('transition', '')} {style.get('transition-property', '')}".replace(",", " ").split()
    named = _FADES.intersection(told)
    return bool(named) or (bool(told) and all(word[0] in "0123456789." for word in told))


def _is_not_drawn(style: Style) -> bool:
    return style.get("display") == "none" or style.get("content-visibility") == "hidden"


def _is_no_bracket(element: _Element) -> bool:
    """Whether words stand where only browsers that know no ruby draw something: the brackets around it."""
    return element.tag == "rp" and (len(element) > 0 or any(sign.isalnum() for sign in element.text or ""))


def _is_tiny(value: str, was_tiny: bool) -> bool:
    """Whether letters of that size are no letters; what is told in shares of a size that is nothing stays nothing."""
    found = length(value)
    if found is None:
        return was_tiny and value in ("inherit", "smaller", "larger")
    number, unit = found
    if unit in ("em", "%", "ex", "ch"):
        return was_tiny or number < _SMALLEST_SHARE * (100 if unit == "%" else 1)
    return pixels(found) < _SMALLEST


def _share(text: str) -> float:
    """A share of opacity; 1 for what is none."""
    found = length(text)
    if found is None or found[1] not in ("", "%"):
        return 1.0
    return found[0] / (100 if found[1] == "%" else 1)


def _painted(element: _Element, style: Style, letters: str | None, state: Appearance) -> Appearance:
    """The state with the colours that an element gives its words and what lies behind them."""
    grounds = [style.get("background-color"), style.get("background"), element.get("bgcolor")]
    ground = next(filter(None, grounds), None)
    pictured = any(sign in paint for paint in filter(None, grounds) for sign in ("url(", "gradient", "var("))
    pictured = (
        pictured or ground == UNKNOWN or "inset" in style.get("box-shadow", "") or _lies_on_a_picture(element, style)
    )
    if pictured or style.get("background-image", "none") != "none" or element.get("background"):
        state = replace(state, ground=None, painted=element)
    elif ground and not _paints_nothing(ground):
        state = replace(state, ground=_ground(ground), painted=element)
    if letters and letters != "inherit":
        state = replace(state, letters=colour(letters), clear=is_clear(letters), painted=element)
    return state


def _lies_on_a_picture(element: _Element, style: Style) -> bool:
    """Whether an element is put over a picture, or over something painted, that stands before it."""
    if style.get("position") not in ("absolute", "relative"):
        return False
    before = element.getprevious()
    for _ in range(_NEAR):
        if before is None:
            break
        painted = declarations(before.get("style") or "")
        is_placed = painted.get("position") == "absolute" and any(name.startswith("background") for name in painted)
        if before.tag in _PICTURES or is_placed:
            return True
        before = before.getprevious()
    return False


def _paints_nothing(text: str) -> bool:
    """Whether a background leaves what lies behind it as it is."""
    return is_clear(text) or (
        colour(text) is None and all(_NO_PAINT.fullmatch(word) for word in text.lower().split()[:_MOST_WORDS])
    )


def _ground(text: str) -> Colour | None:
    """The colour in a background; None for one that is not known, on which any letters may be seen."""
    whole = colour(text)
    return whole or next((found for word in text.split()[:6] if (found := colour(word)) is not None), None)
