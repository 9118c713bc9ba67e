"""Places of China that Korean or Chinese words name, with or without their rank and a particle behind them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import gazetteer
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered
from donghyang.language.script import has_han, simplify

if TYPE_CHECKING:
    from donghyang.language.gazetteer import Place

_WORD = lazily(r"[가-힣]{2,}|[一-龥]{2,}")
_RANK = lazily("(?:특별행정구|(?:회족|좡족|위구르)?자치구|자치주|신구|성|시|구|현|市|省|区|县)$")
_PARTICLE = lazily("(?:에서|으로|에|의|은|는|이|가|와|과|로|도)$")
COUNTRIES = frozenset(
    ("중국", "미국", "한국", "일본", "독일", "영국", "프랑스", "인도", "유럽", "대만", "러시아", "캐나다", "이스라엘",
     "싱가포르", "네덜란드", "호주", "이탈리아", "스페인", "스위스", "스웨덴", "베트남", "말레이시아", "인도네시아")
)  # fmt: skip


@cache
def named(word: str) -> tuple[Place, ...]:
    """The places that a word may name, () for none; a name that is a Korean word too counts with its rank only."""
    plain = word if gazetteer.called(word) else _PARTICLE.sub("", word)
    bare = _RANK.sub("", plain)
    ranked = bare != plain and len(bare) > 1
    known = [form for form in dict.fromkeys((word, plain)) if form not in gazetteer.homographs()]
    sure = tuple(
        place for form in known for place in gazetteer.by_hangul().get(form, ()) + gazetteer.by_hanzi().get(form, ())
    )
    return sure or (gazetteer.called(bare) + gazetteer.written(bare) if ranked else ())


def region_of(words: str | None) -> str | None:
    """The city or province of the first place of China that words name, in Hangul; None where they name none.

    선전시 정부 is 선전, 베이징 경제기술개발구 is 베이징, and so is 중관춘; of several of one name the
    highest counts, and none where they lie apart.
    """
    return _first_region(words) if words else None


@remembered
def _first_region(words: str) -> str | None:
    for found in _WORD.finditer(words):
        places = named(found[0])
        highest = [place for place in places if not place.parent] or places
        regions = {_region(place) for place in highest}
        if len(regions) == 1:
            return regions.pop()
    return None


def _region(place: Place) -> str:
    above: Place | None = place
    while above is not None and above.level not in _REGIONS:
        place, above = above, gazetteer.home(above)
    return (above or place).hangul


_REGIONS = frozenset(("province", "municipality", "city", "prefecture", "region"))


def is_region(word: str) -> bool:
    """Whether a word names a place of China, or a country that rankings list."""
    return word in COUNTRIES or bool(named(word))


@cache
def holders(region: str) -> tuple[Place, ...]:
    """The places that somebody means who names one alone, with its rank or without, by sound, in Hanja or by its Korean
    reading: 저장, 저장성, 浙江, 陝西省, 절강; () for a word that names none.
    """
    for word in dict.fromkeys((region, _RANK.sub("", region))):
        found = gazetteer.called(word) or gazetteer.written(word) or gazetteer.written(simplify(word))
        if found or (found := gazetteer.by_reading().get(word, ())):
            return found
    return ()


def lies_in(region: str, text: str, beside: str = "") -> bool:
    """Whether a text names a region of China, or a place that lies in it.

    A name that several places have is the one that the text, or what stands beside it, also writes in Hanja:
    산시성(陝西省).
    """
    around = f"{text} {beside}"
    written = {
        place.hanzi for found in _WORD.finditer(around) if has_han(found[0]) for place in named(simplify(found[0]))
    }
    for found in _WORD.finditer(text):
        places = named(found[0]) or named(simplify(found[0]))
        told = [place for place in places if place.hanzi in written] or places
        if any(
            place.hanzi == holder.hanzi or gazetteer.within(place, holder)
            for place in told
            for holder in holders(region)
        ):
            return True
    return False
