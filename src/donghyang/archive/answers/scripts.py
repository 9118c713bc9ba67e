"""Names as the reader of a question writes them: characters or Latin letters before the Hangul of the report."""

from __future__ import annotations

from donghyang.archive.answers.asking.places import latin_of
from donghyang.archive.answers.asking.question import Language
from donghyang.language import gazetteer
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify

_IN_TWO = lazily(r"(?P<korean>[가-힣A-Za-z0-9·\-]+)\((?P<hanzi>[一-鿿·]+)\)")
"""A name with its characters: 웨이하이(威海)시."""
_RANK = lazily("(?<=[가-힣]{2})(?:특별행정구|자치구|신구|[성시구현])$")
_LATIN = lazily("[A-Za-z]{3}")
_LONGEST = 60
"""Characters of a list that is told in both scripts; the places that are quoted have the Hangul of a longer one."""


def in_script_of(said: str, language: Language) -> str:
    """A name, or names with commas between, as printed, behind the form that a reader of the language knows; no more
    than printed in Korean, and where no such form is known."""
    if language == "ko" or _LATIN.match(said):
        return said
    known = [(_known(one, language), one) for one in said.split(", ")]
    both = ", ".join(f"{form} ({one})" if form else one for form, one in known)
    return both if len(both) <= _LONGEST else ", ".join(form or one for form, one in known)


def _known(said: str, language: Language) -> str | None:
    """A name in the script of a language; None where no form of it is known."""
    found = _IN_TWO.search(said)
    places = gazetteer.called(_RANK.sub("", found["korean"] if found else said.split(" ")[-1]))
    hanzi = simplify(found["hanzi"]) if found else places[0].hanzi if len(places) == 1 else None
    if hanzi is None or language == "zh":
        return hanzi
    return latin_of(hanzi) if places else None
