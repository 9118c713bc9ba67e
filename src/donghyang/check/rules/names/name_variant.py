"""한 이름이 여러 가지로 적혔습니다. | One name is spelled in several ways.

왜: 같은 대상인지 독자가 알 수 없고, 찾기와 색인이 끊긴다. 어느 쪽이 맞는지는 편집자가 정한다.
Why: The reader cannot tell whether one thing is meant, and search breaks. Which form is right is the editor's call.
Bad: 윈링(雲嶺) 시스템을 공개. 윈랑 시스템은 6월에 가동
Good: 윈링(雲嶺) 시스템을 공개. 윈링 시스템은 6월에 가동
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import SOUNDS_WRONG, elsewhere, follows, judged_pairs, names_in
from donghyang.check.rule import Hit
from donghyang.check.rules.names._hangul import hangul_words
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.established import established
from donghyang.language.gazetteer import by_hangul, called
from donghyang.language.misnamed import misnamed
from donghyang.language.nearness import distance, letters, one_apart, one_open, one_out, one_sound_apart
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import without_particle
from donghyang.records import Message

ID = "name-variant"
CLASS = "name-variant"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """One Chinese name in two Hangul forms, one Hangul form for two names, and forms one sound away from a name."""
    pairs = [pair for pair, verdict in judged_pairs(sheet) if verdict != "translation"]
    fine = [pair for pair, verdict in judged_pairs(sheet) if verdict not in SOUNDS_WRONG | {"translation"}]
    loose = [pair for pair, verdict in judged_pairs(sheet) if verdict == "translation" and pair.steps]
    yield from _by_hanja(fine)
    yield from _by_hangul(pairs, loose)
    yield from _near(sheet, pairs)
    yield from _zones(sheet, pairs)


def _by_hanja(pairs: list[Pair]) -> Iterator[Hit]:
    """The forms of one Chinese name that are not its most frequent one."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.plain, []).append(pair)
    for group in groups.values():
        forms = Counter(letters(pair.hangul) for pair in group)
        if len(forms) < 2:
            continue
        usual = forms.most_common(1)[0][0]
        model = next(pair for pair in group if letters(pair.hangul) == usual)
        for pair in group:
            if letters(pair.hangul) != usual and not _translated(pair, model):
                yield Hit(*pair.whole, _two(pair.hangul, model.hangul), related=(model.whole,))


def _translated(pair: Pair, model: Pair) -> bool:
    """Is one form the name that a known firm or body uses abroad, the other its Chinese name: SMIC and 중신궈지?"""
    known = established(pair.plain)
    return known is not None and not known.abroad and distance(pair.hangul, model.hangul) > _SPELLINGS


_SPELLINGS = 0.5
"""Forms of one name that are farther apart than this are no two spellings."""


def _by_hangul(pairs: list[Pair], loose: list[Pair]) -> Iterator[Hit]:
    """One Hangul form for two Chinese names."""
    known: dict[str, Pair] = {}
    for pair in (*pairs, *loose):
        word = pair.hangul
        first = known.setdefault(word, pair)
        if len(word) > 1 and " " not in word and _mixed_up(first, pair):
            yield Hit(
                *pair.whole,
                Message(
                    f"'{word}' 하나가 '{first.hanja}'와 '{pair.hanja}' 둘을 가리킵니다.",
                    f"'{word}' stands for '{first.hanja}' and for '{pair.hanja}'.",
                ),
                related=(first.whole,),
            )


def _mixed_up(one: Pair, other: Pair) -> bool:
    """Is one of two Chinese names likely meant for the other? Two that share no character may sound alike."""
    a, b = one.plain, other.plain
    if a in b or b in a or (_is_place(a, one.hangul) and _is_place(b, other.hangul)):
        return False
    right = one.count("sound", "both") == len(a) and other.count("sound", "both") == len(b)
    return bool(set(a) & set(b)) or not right


def _is_place(plain: str, hangul: str) -> bool:
    """Is this a place, or a river, that is written so, as 산시성 is for 山西省 and for 陕西省?"""
    if any(river == plain and hangul in forms for river, *forms in tables.read(__package__, "rivers.tsv")):
        return True
    return any(place.hanzi == plain.rstrip("省市县区") for place in called(names_in(hangul)))


def _near(sheet: Sheet, pairs: list[Pair]) -> Iterator[Hit]:
    """Words that differ from a name by one sound, or from a long name by one syllable."""
    names: dict[str, Pair] = {}
    for pair in pairs:
        if len(name := names_in(pair.hangul)) > 1:
            names.setdefault(name, pair)
    words = ordinary()
    inside = {pair.start for pair in pairs}
    gaps = _with_gaps(names)
    lengths = sorted({len(form) for form in gaps})
    whole = {len(name) for name in names}
    near: list[_Near] = []
    for start, word in hangul_words(sheet) if names else ():
        if start in inside or any(word[:length] in names for length in whole):
            continue
        meant = _misspelled(word, gaps, lengths)
        if (
            meant is None
            or _is_compound(sheet, word)
            or word[: len(meant)] in words
            or word[: len(meant)] in by_hangul()
        ):
            continue
        mistake = misnamed(word)
        if mistake is None or not mistake.alone:
            near.append(_Near(word, start, meant))
    kinds = {name: pair.hangul.removeprefix(name) for name, pair in names.items()}
    for one in _likely(sheet, near, kinds):
        form = one.form if len(one.name) < 4 else without_particle(one.word)
        yield Hit(one.start, one.start + len(form), _two(form, one.name), related=(names[one.name].whole,))


def _is_compound(sheet: Sheet, word: str) -> bool:
    """Is it a word that the text has alone, with a syllable before it: 중희토류 beside 희토류?"""
    bare = without_particle(word)
    return len(bare) > _LONG and bare[1:] in _bare_words(sheet)


_LONG = 3
"""Shorter words are what is left of many."""


@once_a_sheet
def _bare_words(sheet: Sheet) -> frozenset[str]:
    return frozenset(without_particle(word) for _, word in hangul_words(sheet))


def _zones(sheet: Sheet, pairs: list[Pair]) -> Iterator[Hit]:
    """Places without a new area, one syllable off one that the text has: 구이양신구 for 구이안신구(贵安新区)."""
    zones = {pair.hangul.partition(_ZONE)[0]: pair for pair in pairs if pair.hangul.endswith(_ZONE)}
    beside = {pair.start for pair in pairs}
    for start, word in hangul_words(sheet) if zones else ():
        form, zone, _ = word.partition(_ZONE)
        places = by_hangul().get(form, ())
        if not zone or form in zones or start in beside or not places or any(one.level == "zone" for one in places):
            continue
        for name, pair in zones.items():
            if one_apart(form, name):
                yield Hit(start, start + len(form + zone), _two(form + zone, pair.hangul), related=(pair.whole,))


_ZONE = "신구"


@dataclass(frozen=True, slots=True)
class _Near:
    """A word that begins almost like a name."""

    word: str
    start: int
    name: str

    @property
    def form(self) -> str:
        """As much of the word as the name is long."""
        return self.word[: len(self.name)]


def _likely(sheet: Sheet, near: list[_Near], kinds: Mapping[str, str]) -> Iterator[_Near]:
    """Those that are meant for the name. Short ones must go on alike, or be of the name's kind (훠쥐센터, 훠주센터); a
    form much more frequent is another word.
    """
    short = elsewhere(sheet, {one.name for one in near if len(one.name) == 2})
    behind = {name: frozenset().union(*(follows(sheet, end) for _, end in places)) for name, places in short.items()}
    often = _counted(sheet.text, {form for one in near if len(one.name) == 3 for form in (one.name, one.form)}, 3)
    times = Counter(one.form for one in near)
    repeated = {one.name for one in near if len(one.name) > 2 and times[one.form] > 1}
    named = {length: _counted(sheet.text, repeated, length) for length in {*map(len, repeated)}}
    for one in near:
        if one.name in repeated and times[one.form] > 1 and times[one.form] >= named[len(one.name)][one.name]:
            continue  # a word of its own: 수리비 beside 수리부
        if len(one.name) == 2:
            kind = kinds[one.name]
            is_kind = len(kind) > 1 and without_particle(one.word)[2:] == kind
            likely = is_kind or bool(follows(sheet, one.start + 2) & behind[one.name])
        else:
            likely = len(one.name) > 3 or often[one.form] <= 2 * often[one.name]
        if likely:
            yield one


def _counted(text: str, forms: set[str], length: int) -> Counter[str]:
    """How often each of these forms, all of one length, stands in the text, inside words too."""
    last = len(text) - length + 1 if forms else 0
    return Counter(form for at in range(last) if (form := text[at : at + length]) in forms)


def _with_gaps(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by every form with one syllable left open; long ones also by the forms with one syllable too few."""
    gaps: dict[str, list[str]] = {}
    for name in names:
        shorter = islice(one_out(name), 1, len(name) - 1) if len(name) > 3 else ()
        for form in chain(one_open(name), shorter):
            gaps.setdefault(form, []).append(name)
    return gaps


def _misspelled(word: str, gaps: dict[str, list[str]], lengths: list[int]) -> str | None:
    """The name that `word` begins with, misspelled; None when it begins with none."""
    for length in reversed(lengths):
        head = word[:length]
        if len(head) < length:
            continue
        if length > 2 and head in gaps:
            return gaps[head][0]
        for opened, short in zip(one_open(head), one_out(head), strict=True):
            for changed in gaps.get(opened, ()):
                if one_sound_apart(changed, head):
                    return changed
            for longer in gaps.get(short, ()) if length > 4 else ():
                if len(longer) == length - 1:
                    return longer
    return None


def _two(one: str, other: str) -> Message:
    return Message(f"'{one}'과(와) '{other}', 같은 이름이 두 가지로 적혔습니다.", f"one name is '{one}' and '{other}'.")
