"""Noun phrases around a place in a Korean statement, and who is spoken of in it and above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.facts.actors import actor_of
from donghyang.facts.places import named
from donghyang.facts.wording import either, is_noun
from donghyang.language import gazetteer
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered

if TYPE_CHECKING:
    from donghyang.facts.statements import Statement

_MOST_WORDS = 12
_CONNECTS = lazily(
    rf"(?:{either('joining')}|[하되시키이우추히기어아여해리치]고|(?<!고)(?<!배)(?<!우)(?<!장)(?<!격)(?<!독)려|[켜쳐겨춰펴]|[꾸누추]어|[가-힣]며|면서|[가-힣]보다|하여|되어|시켜|[^\s]{{2}}해|통해|위해|따라|[가-힣A-Za-z0-9%)]으?로|에서|까지|부터|[가-힣]면|[가-힣]도록|[했됐였]고|따르면|받아|나서|이어|하고자|[가-힣]{{2}}(?<!포)(?<!군)(?<!수)(?<!투)(?:함|됨))$"
)
"""The end of a word that parts what follows from the clause before."""
_ROADS = lazily(r"(?:회로|도로|경로|통로|철로|선로|원자로|항로|활주로|용광로)$")
"""Nouns that end as a particle does: 집적회로."""
_QUALITIES = "같높많넓깊작좋낮얕짧젊늦밝굵얇붉"
"""Stems of adjectives that stand before their noun with 은."""
_ADNOMINAL = lazily(
    rf"(?:[하되있없받맺갖내르넘막쓰오]는|(?<![장위수가조설배유정전])치는|[가-힣]다는|[보쓰높줄]이는|[가-힣](?:한|된|할|될|친|룬|춘|진|온|낸|둔|힌|낀|른|린|긴|킨|든|운)|[{_QUALITIES}받얻맡갖넘굳입]은|위한|대한|관한)$"
)
"""The end of a verb that stands before its noun: 수행하는 (기업), 보유한 (기관)."""
_TOPIC = lazily(r"[가-힣)\]A-Za-z0-9’'」』》][은는]$")
_SUBJECT = lazily(r"[가-힣)\]A-Za-z0-9’'](?<!높)(?<!많)[이가]$")
_OBJECT = lazily(r"[가-힣)\]A-Za-z0-9’'][을를]$")
_PLACE = lazily(r"[가-힣)](?:에|에게|께)$")
_BARE_COMMA = lazily(r"^[가-힣A-Za-z0-9·()一-龥-]{1,14}[,，]$")
_HEADLINE = lazily(r"^(?:中 ?)?([^,，'‘“\"『「]{2,36})[,，]\s")
_TIES = lazily(r"[을를은는이가의에도와과]$|(?:으로|로|에서|에게|까지|부터)$")
_FRAGMENT = lazily(r"^(?:하는|한|된|되는|있는|위한|둔|낸|세운|거둔|이끄는)\s")
"""A verb whose own words stand before the phrase: (대표로) 하는 인프라."""
_BODY = lazily(rf"(?:{either('bodies')})(?:\([^()]{{1,30}}\))?$")
_ANY = lazily(
    r"(?:연구|수당|요구|도구|기구|친구|인구|과정|방안|계획|인원|재원|자원|지원|동원|복원|정원|차원)$|[을를]\s"
    rf"|^(?:{either('receivers')})(?:들)?$"
)
"""What names nobody in particular: 기업, 대학."""
_TIME_FIRST = lazily(
    r"^(?:(?:['’‘]?[0-9]{2,4}년|[0-9]{1,2}월|[0-9]{1,2}일|최근|지난해|작년|올해|현재|향후|특히|또한|한편|이에|따라서)(?:\s?말|\s?초|부터|까지|에)?[,\s]\s?)+"
)


def noun_before(text: str, end: int) -> str:
    """The noun phrase that ends at a place, with the relative clause before it; "" where there is none."""
    words = text[max(0, end - 160) : end].split()
    taken: list[str] = []
    for word in reversed(words[-_MOST_WORDS:]):
        if taken and _ends_phrase(word, taken[:_VERB_WITHIN]):
            break
        taken.insert(0, word)
    phrase = " ".join(taken)
    opened = phrase.rfind("(")
    if opened > phrase.rfind(")"):
        phrase = phrase[opened + 1 :]
    return _FRAGMENT.sub("", _TIME_FIRST.sub("", phrase)).strip(" ,，·-")


_VERB_WITHIN = 3
"""Words behind an object in which its verb stands: 신품종을 처음 등록한 (기업)."""


_ALONE = lazily(r"^[가-힣]{1,4}(?:한|된|던|는|친|낸|린|든)\s(?=\S+)")


def without_fragment(phrase: str) -> str:
    """A noun phrase without the verb at its head whose own words were cut off: (공장에서) 생산한 태양전지."""
    return _ALONE.sub("", phrase) if " " in phrase else phrase


def connects(word: str) -> bool:
    """Whether a word ties what stands before it to what follows, and ends no noun phrase: 늘리고, 도시에서, 으로."""
    tied = _CONNECTS.search(word) or _PLACE.search(word)
    return tied is not None and not _ROADS.search(word)


def _ends_phrase(word: str, behind: list[str]) -> bool:
    """Whether a word belongs to what stands before the noun phrase; `behind` are its next words."""
    ends = _ends(word)
    return not any(map(_is_adnominal, behind)) if ends is None else ends


@remembered
def _is_adnominal(word: str) -> bool:
    return _ADNOMINAL.search(word) is not None


@remembered
def _ends(word: str) -> bool | None:
    """Whether a word belongs to what stands before a noun phrase; None where it does unless a verb for it follows."""
    if word.endswith((",", "，")):
        bare = word[:-1]
        if _VALUE.search(bare):
            return True
        return _BARE_COMMA.match(word) is None or bool(
            _CONNECTS.search(bare) or _DEED.search(bare) or _ASIDE.search(bare) or _is_past(bare)
        )
    if _is_past(word):
        return True
    if word[-1:] in ";；:.。":
        return True
    if _is_adnominal(word):
        return False
    if (
        (_CONNECTS.search(word) and not _ROADS.search(word))
        or _TOPIC.search(word)
        or (_SUBJECT.search(word) and not is_noun(word))
    ):
        return True
    return None if _OBJECT.search(word) or _PLACE.search(word) else False


_VALUE = lazily(r"^[0-9][0-9.,]*[A-Za-z가-힣%℃㎚/]*$")
"""A figure before a comma, of which another statement goes on: 출력 100kW, 용량 400kWh."""
_DEED = lazily(rf"(?:{either('achieve', 'complete', 'event', 'act')})$")
"""The end of a word that is a deed: 센터 건설, …"""
_PAST = lazily("(?:고|으며|지만|으나|는데)$")
_ASIDE = lazily("(?:결과|기준|이후|당시|경우|가운데|중|만에|반면|한편)$")
_SIOS = 20
"""The number of ㅆ among the finals of a syllable (Unicode, 3.12)."""


def _is_past(word: str) -> bool:
    """Whether a word is a verb of the past that a clause ends in: 이르렀고, 되었으며."""
    found = _PAST.search(word)
    return found is not None and found.start() > 0 and (ord(word[found.start() - 1]) - 0xAC00) % 28 == _SIOS


_NOBODY = lazily(rf"[{_QUALITIES}받얻맡갖있없하되]$|에서\s")
_LONG = 24


def _known(name: str | None) -> str | None:
    """The name, with the 이 that belongs to it (허페이); None for words that name nobody."""
    if name is None or _NOBODY.search(name) or (len(name) > _LONG and "," in name and not is_body(name)):
        return None
    last = name.split()[-1]
    return f"{name}이" if gazetteer.called(f"{last}이") and not gazetteer.called(last) else name


_OPENS = lazily(r"^((?:[^,，()]|\([^()]{1,30}\)){2,80}?)[,，]\s")


@remembered
def opening_body(words: str) -> str | None:
    """The body that words open with, before their first comma: 안후이성 과기청, …; None where they open otherwise."""
    found = _OPENS.match(words)
    return found[1].strip() if found and is_body(found[1].strip()) else None


@remembered
def _actor(words: str) -> str | None:
    return _known(actor_of(_TIME_FIRST.sub("", words)))


def own_subject(statement: Statement, before: int) -> str | None:
    """Who the statement itself or the bullet right above it names as its subject; None where nobody is."""
    for words in (statement.text[:before], *statement.above[:1]):
        found = opening_body(words) or _actor(words)
        if found is not None:
            return found
    return row_actor(statement)


def bare(phrase: str) -> str:
    """A phrase without the particle at its end and the marks around it."""
    phrase = phrase.strip(" ,，·.*")
    found = _TIES.search(phrase)
    return phrase[: found.start()].strip() if found and len(phrase) > len(found[0]) + 1 else phrase


_FIGURE = lazily(
    r"[0-9]\s?(?:[년월일%만억개]|명)(?!\s?(?:부처|기관|부문|성·시|성|시|기업|기업사|회사|대학|곳|지역|국))"
)
"""What no body has in its name: 2026년까지 기업 2만 개 육성; 7개 부처 are bodies."""


def is_body(phrase: str) -> bool:
    """Whether a phrase names one or more bodies that act: a ministry, a city, a firm, an institute."""
    parts = [part.strip() for part in re.split(r"[,，]\s", phrase)]
    return (
        not _FIGURE.search(phrase)
        and all(len(part) > 1 and (_BODY.search(part) or _is_place(part)) for part in parts)
        and not _ANY.search(phrase)
    )


def _is_place(phrase: str) -> bool:
    last = phrase.split()[-1] if phrase.split() else ""
    return bool(named(last))


def headline_actor(headline: str) -> str | None:
    """Who a headline opens with, before its comma (거울을 가볍게…창춘광기소, …); None where it opens otherwise."""
    found = _HEADLINE.match(headline)
    return found[1].rpartition("…")[2].strip() if found else None


def row_actor(statement: Statement) -> str | None:
    """Who the row of a cell is of, where the head of the column of names says that they are such."""
    return next((cell for head, cell in statement.row if _ACTORS_HEAD.search(head) and cell), None)


_ACTORS_HEAD = lazily("기업|기관|회사|업체|대학|연구소|연구팀|단체|부처|기업명|기관명|企业|机构|单位")


def who(statement: Statement, before: int, *, body: bool = False) -> str | None:
    """Who is spoken of before a place, else in the bullets above, else in the headline; None where nobody is.

    With `body` only the name of one that acts counts.
    """
    for words in (statement.text[:before], *statement.above):
        found = opening_body(words) or _actor(words)
        if found is not None and (not body or is_body(found)):
            return found
    lead = statement.article.lead if statement.article else None
    found = row_actor(statement) or opening_body(lead or "") or headline_actor(statement.headline)
    return found if found is not None and (not body or is_body(found)) else None
