"""What a line that cites is made of: label, publisher, title, day and address, in any order and between any signs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from donghyang.language.patterns import lazily
from donghyang.records import Span
from donghyang.report.grammar import ANY_DAY
from donghyang.report.induction.days import DAY, day_of
from donghyang.report.induction.shapes import address_in, without_address
from donghyang.report.statements import states

_LABEL = lazily(
    r"""
      ^[^\w가-힣(\[<〈【《「『]*                                    # a sign that opens the line
      (?P<open>[(\[<〈【《「])?\s*
      (?:자료\s*(?:출처|원)|출\s*처|기사\s*원문|원\s*문(?:\s*(?:보기|링크|자료|출처))?|원\s*자\s*료|자\s*료|참\s*조|참\s*고(?:\s*(?:자\s*료|문\s*헌))?
       |(?:관련|참고)\s*(?:링크|자료|기사|문헌)|링크|바로가기|기사\s*보기|sources?|ref(?:erence)?s?\.?|links?)
      \s*(?P<end>[:：|│┃)\]>〉】》」▶▷►▸☞→]|\s[-–]\s|\s{2}|\t)\s*[:：|│]?\s*(?=\S)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE_LABEL = lazily(r"^[^\w가-힣(\[<〈【《「『]*(?P<open>)(?P<end>)(?:출처|원문|링크)\s+(?=\S)")
"""A label with nothing behind it, which only counts where what follows is cited beyond doubt."""
_CLOSED_BY = {"(": ")", "[": "]", "<": ">", "〈": "〉", "【": "】", "《": "》", "「": "」"}
_SIGN = lazily(r"^[^\w가-힣(\[<〈【《「『“‘\"'’]+")
_COUNT = lazily(r"^(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}[.)]|[①-⑳])\s*(?=\D)")
_QUOTED = lazily(
    r"“(?P<a>[^“”]{4,})”|「(?P<b>[^「」]{4,})」|『(?P<c>[^『』]{4,})』|\"(?P<d>[^\"]{4,})\"|《(?P<e>[^《》]{4,})》"
)
_SINGLE = lazily(r"(?:(?<=[\s,|/(])|^)[‘'](?P<f>[^‘’']{4,400}(?:[’'](?=\w)[^‘’']{0,400}){0,4})[’'](?=$|[\s,|/()])")
_APART = lazily(
    r"\s*[|│┃/]\s+|\s+[-–—]\s+|,\s+|(?<=[가-힣A-Za-zÀ-ɏ一-鿿])\.\s+(?=\S)|，\s*|;\s*|\s*[()（）\[\]]\s*|\s{2,}|\t"
)
_DAY_BEHIND = lazily(rf"(?<=[^\d.‘’'/-])\s*(?P<all>{DAY}\.?)$")
_DAY_AHEAD = lazily(rf"^(?P<all>{DAY}\.?)\s+(?=\S)")
_PLACED = lazily(r"\d\s?[./년월-]\s?\d|/\S")
"""A day or an address, without which nothing is cited where no label says so."""
_BRACKET_BEHIND = lazily(r"\s*[(（\[][^()（）\[\]]*[)）\]]$")
_HANGUL = lazily(r"[가-힣]")
_FOREIGN = lazily(r"[A-Za-zÀ-ɏΑ-ώА-яぁ-ヿ一-鿿]")
_UNITS = lazily(r"\d\s?[A-Za-z]{1,5}(?![A-Za-z])")
"""Figures with their units, of which no title is made."""
_HANZI = lazily(r"[ぁ-ヿ一-鿿]")
_BODY = lazily(
    r"(?:부|처|청|원|회|국|위|시|도|주|대|대학|대학교|연구소|공사|공단|기구|센터|협회|재단|은행|신문|일보|통신|방송|뉴스|[部局厅廳院委所社报報网網省市会會])$"
)
"""How the names of bodies and papers end."""
_RELEASE = lazily(r"\s*(?:보도\s?(?:자료|참고자료)|공고|누리집|홈페이지|공식\s?발표)$")
"""What a body put out, where nothing says its title."""
_LONGEST = 400
"""Letters of a line that cites, at the most."""
_LEAST_TITLE = 8
_LEAST_HANZI = 4
"""Letters of a title that is not in Hangul, at the least: of any script, and Chinese ones."""
_LONGEST_NAME = 40
"""Letters of the name of a publisher, at the most."""
_LONGEST_BODY = 24
"""The same of one that stands where a title would."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a line cites; absent parts are None."""

    labelled: bool
    publisher: str | None
    title: str | None
    day: dt.date | None
    url: str | None

    @property
    def parts(self) -> int:
        """How many parts it says."""
        return sum(part is not None for part in (self.publisher, self.title, self.day, self.url))


def citation(text: str, near: dt.date | None) -> Citation:
    """What the words of a line cite, whatever stands between them; a part that is not told is None."""
    bare, labelled = unlabelled(text)
    found = address_in(bare)
    bare = (without_address(bare) if found else bare).strip(" ,|│/·-")
    quoted = _QUOTED.search(bare) or _SINGLE.search(bare)
    title = next(filter(None, quoted.groupdict().values())).strip() if quoted else None
    around = f"{bare[: quoted.start()]}, {bare[quoted.end() :]}" if quoted else bare
    day, names = _sorted(around, near)
    publisher, title = _told(around, names, title, labelled=labelled, dated=day is not None)
    return Citation(labelled, publisher, title, day, found[0] if found else None)


def body_of(title: str) -> str | None:
    """The body that stands where a title would: 교통통신부 보도자료; None for a title."""
    name = _RELEASE.sub("", title.strip(" ,"))
    told = len(name) <= _LONGEST_BODY and not _is_foreign(name)
    return name if told and (_BODY.search(name) or name != title.strip(" ,")) else None


def unlabelled(text: str) -> tuple[str, bool]:
    """The words behind the label that says that they cite, without its bracket and number; whether there is one."""
    text = text.strip()
    found = _LABEL.match(text) or _LOOSE_LABEL.match(text)
    if found is None:
        return _COUNT.sub("", _SIGN.sub("", text)), False
    bare = text[found.end() :].strip()
    close = _CLOSED_BY.get(found["open"] or "")
    if close and found["end"] != close:
        bare = bare.rstrip(" .").removesuffix(close).rstrip()
    return _SIGN.sub("", bare), True


def cites(text: str) -> bool:
    """Whether a line has the parts of a citation, and is no statement: several of label, title, day and address."""
    if len(text) > _LONGEST:
        return False
    labelled = _LABEL.match(text) is not None
    if not labelled and not (_PLACED.search(text) and (_FOREIGN.search(text) or _QUOTED.search(text))):
        return False
    if states(text) or states(_BRACKET_BEHIND.sub("", text.rstrip())):
        return False
    told = citation(text, ANY_DAY)
    titled = told.title is not None and (_is_foreign(told.title) or _quoted(text, told.title))
    if told.labelled:
        return bool(titled or told.url or (told.day and told.publisher))
    return titled and (told.day is not None or told.url is not None) and told.publisher is not None


def _quoted(text: str, title: str) -> bool:
    at = text.find(title)
    behind = text[at + len(title) + 1 :].lstrip()
    return at > 0 and text[at - 1] in "“「『\"《‘'" and not _HANGUL.match(behind)


def _is_foreign(text: str) -> bool:
    """Whether hardly any of a title is in Hangul."""
    enough = len(_FOREIGN.findall(_UNITS.sub("", text))) >= _LEAST_TITLE or len(_HANZI.findall(text)) >= _LEAST_HANZI
    return enough and 3 * len(_HANGUL.findall(text)) <= len(text)


def _sorted(text: str, near: dt.date | None) -> tuple[dt.date | None, list[Span]]:
    """The day that stands in the words, and the places of the names between the signs."""
    day: dt.date | None = None
    names: list[Span] = []
    start = 0
    for end, after in [*(found.span() for found in _APART.finditer(text)), (len(text), len(text))]:
        piece = _trimmed(text, (start, end), " ,")
        start = after
        told = day_of(text[slice(*piece)], near)
        if told is None:
            piece = _trimmed(text, piece, " .,:·'‘’\"")
            for shape in (_DAY_BEHIND, _DAY_AHEAD):
                found = shape.search(text[slice(*piece)])
                if found and (told := day_of(found["all"], near)):
                    rest = (piece[0], piece[0] + found.start()) if found.start() else (piece[0] + found.end(), piece[1])
                    names.append(_trimmed(text, rest, " .,:·"))
                    break
            else:
                names.append(piece)
        day = day or told
    return day, [name for name in names if re.search(r"\w", text[slice(*name)])]


def _trimmed(text: str, span: Span, signs: str) -> Span:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(signs))
    return start, max(start, span[1] - len(words) + len(words.rstrip(signs)))


def _told(
    text: str, places: list[Span], title: str | None, *, labelled: bool, dated: bool
) -> tuple[str | None, str | None]:
    """(publisher, title) of the names that stand around a title, or of which one is it."""
    names = [text[slice(*place)] for place in places]
    if title is not None or not names:
        return (names[0] if names else None), title
    if len(names) == 1:
        alone = names[0]
        body = labelled and dated and len(alone) <= _LONGEST_NAME and not _is_foreign(alone)
        return (alone, None) if body else (None, alone)
    first, last = names[0], names[-1]
    if _publishes(last, first) and not _publishes(first, last):
        return last, text[places[0][0] : places[-2][1]]
    if len(first) <= _LONGEST_NAME:
        return first, text[places[1][0] : places[-1][1]]
    return None, text[places[0][0] : places[-1][1]]


def _publishes(name: str, title: str) -> bool:
    """Whether one of two names is that of the body rather than the other."""
    if len(name) > _LONGEST_NAME:
        return False
    hangul = bool(_HANGUL.search(name)), bool(_HANGUL.search(title))
    if hangul[0] != hangul[1]:
        return hangul[0]
    ends = bool(_BODY.search(name)), bool(_BODY.search(title))
    return ends[0] if ends[0] != ends[1] else 2 * len(name) <= len(title)
