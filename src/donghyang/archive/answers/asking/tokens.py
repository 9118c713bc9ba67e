"""The words of a Korean question, each as what a text needs to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from donghyang.archive.answers.asking.alike import deeds, done_otherwise, in_reports, said_otherwise
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.places import opens_with_place, place_forms
from donghyang.archive.answers.asking.question import words
from donghyang.archive.answers.asking.verbs import is_verb
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.words import words as termbase
from donghyang.records import Span

_TOKEN = lazily(
    r"(?<![A-Za-z0-9])[A-Za-z](?=[가-힣])[가-힣]+"  # C류
    r"|[A-Za-z][A-Za-z0-9]*(?:[-.&+/][A-Za-z0-9]+)*"  # ChatGLM-6B
    r"|[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?[A-Za-zμµ%/]+|[가-힣]+)?"  # 60nm, 16호는
    r"|[가-힣]+|[一-鿿]+"
)
_DONE_TO = lazily(
    r"(?P<stem>[가-힣]{2,}?)(?:하(?=$|[는여고며면게기나니려던지자였겠도])|한(?=$|다)|했|할(?=$|지|까|수록)|함(?=$|[은을이])"
    r"|해(?=$|서|야|요)|되(?=$|[는어고며면게기나니려던지자었겠도])|된(?=$|다)|됐|될(?=$|지|까|수록)|됨(?=$|[은을이])|돼(?=$|서|야|요)"
    r"|시키|시킨|시킬|시켰|받은|받는|당한)[가-힣]*"
)
"""A noun made a verb: 설립했나, 구성된; no 비닐하우스, 요금할인."""
_VERBAL = lazily(
    r"하|한|했|할|함|해|되|된|됐|될|됨|돼|시키|시킨|받|당|려|기(?=$|[는에로를가도])|나|고|며|면|어|아|여|었|았|였|렸|는|은|을|를|이|가|에|의|로|으로"
    r"|던|게|겠|린|릴|릿|지|진|질|졌|인|들|력"
)
"""How a word goes on behind the stem of a verb; 완성차 is none of 완성."""
_NUMBERED = lazily(r"(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?P<unit>\S*)")
_ENDING = lazily(
    r"(?:대로라면|이라면|대로면|이었나|였나|이었는가|였는가|인가요|인가|입니까|이라고|라고|이란|란|이나|이며|이고|들)$"
)
_LOOSE = lazily(r"(?:에서의|에서|까지|부터|으로|은|는|이|가|을|를|의|에|와|과|로|도)$")
_CERTAIN = "은는을를"
"""Particles that end no noun of two syllables (랙은)."""
_MUST = lazily("(?:[어아여해]야)$")
"""A verb of what has to be: 얻어야 하나."""
_DOUBTFUL = "의에와과로도이가"
"""Those that may be a noun's last syllable as well (칩의, 회의)."""
_TO = "로"
"""A particle, or the end of a noun: 기술로, 원자로."""
_MORE = lazily(
    r"(?:에게서|한테서|에게|한테|마다|짜리|쯤|씩|들|이라는|라는|이라|이라고|이라도|에다|에다가|에선|에서|에|까지|부터|상으로|상에서"
    r"|대로|은요|는요|이요|뿐|밖에|이랑|이든|별로|으로|으로서|으로써|로서|로써)$"
)
"""Particles of speech, and what counts or gathers, behind a noun."""
_DEGREES = "도"
"""A unit that is a particle too: 30도."""
_ANY_THING = ("개", "곳", "건", "가지")
"""Counters of which a text may have the other one."""
_TIMES = ("번", "회", "차례")
"""Counters of what is done over again."""
_PHASES = ("단계", "기")
"""What the phases of a project are called."""
_PAIR = 2
_NAMED = 2
"""Syllables before the word for a body that name one (칭화대학)."""
_SHORT = 3
"""Letters of a form of a verb whose stem has one syllable (낸다)."""


def tokens(text: str, taken: Iterable[Span] = ()) -> Iterator[tuple[str, Span]]:
    """The words of a question with their places; those in `taken` are left out."""
    closed = list(taken)
    for found in _TOKEN.finditer(text):
        if not any(found.start() < end and start < found.end() for start, end in closed):
            yield found[0], found.span()


def need_of(token: str, span: Span) -> Need | None:
    """What a Korean word, a Latin name or a number of a question needs; None for a word that says nothing."""
    if token[0].isdigit():
        return figure_of(token, span)
    if token[0].isascii():
        name = token if token.isascii() else without_particle(token)
        return Need(token, (name.lower(), *said_otherwise((name,))), 1, "name", span)
    return _korean(token, span)


def figure_of(token: str, span: Span) -> Need:
    """A number with what it counts; the text may group its digits."""
    found = _NUMBERED.match(token)
    figure, unit = (found["figure"].replace(",", ""), found["unit"].lower()) if found else (token, "")
    unit = unit if unit == _DEGREES else _LOOSE.sub("", unit)
    grouped = f"{int(figure):,}" if figure.isdigit() else figure
    alike = next((group for group in (_ANY_THING, _TIMES, _PHASES) if unit in group), (unit,))
    bare_unit = unit.removesuffix("간") if len(unit) > 1 else unit
    units = dict.fromkeys((unit, bare_unit, *alike))
    forms = tuple(f"{one} {counted}" for counted in units for one in dict.fromkeys((figure, grouped)))
    return Need(token, forms, len(forms), "figure", span)


def _korean(token: str, span: Span) -> Need | None:
    stem = bare(token)
    if _is_plain(token, stem):
        return None
    if turned := next((word for word in words("turned") if stem.startswith(word)), None):
        return Need(token, (turned,), 1, "turned", span)
    if stem in words("relative"):
        return Need(token, (stem, *said_otherwise((stem,))), 1, "relative", span)
    if stem in words("halves"):
        return Need(token, tuple(f"{form} " for form in (*words("halves"), "50%")), 1, "figure", span)
    if place := place_forms(stem):
        return Need(token, place, len(place), "name", span)
    if not is_body(stem) and (deed := deed_of(token, span)):
        return deed
    if token.startswith(words("hollow")):
        return None
    if stem in words("loose") or _MUST.search(token):
        return Need(token, (stem, *said_otherwise((stem,))), 1, "deed", span)
    own = _own_forms(token, stem)
    forms = tuple(dict.fromkeys((*own, *said_otherwise(own), *in_reports(own))))
    return Need(token, forms, len(own), "name" if is_body(stem) else "word", span)


def _own_forms(token: str, stem: str) -> tuple[str, ...]:
    """A noun as it may be meant: with its last syllable, or without one that may be a particle (칩의, 기술로)."""
    own = tuple(dict.fromkeys((stem, without_particle(token) if len(stem) > 1 else stem)))
    if stem.endswith(words("ways")):
        return own
    if len(stem) == _PAIR and stem[1] in _DOUBTFUL:
        return (*own, stem[0])
    return (*own, stem.removesuffix(_TO)) if stem.endswith(_TO) else own


def _is_plain(token: str, stem: str) -> bool:
    plain = words("plain")
    alone = len(token) == _PAIR and token[0] in plain and _LOOSE.fullmatch(token[1]) is not None
    return token in plain or stem in plain or alone


def bare(token: str) -> str:
    """A word of a question without its particle and what ends the sentence."""
    stem = _without_more(_ENDING.sub("", token) or token)
    return stem[0] if len(stem) == _PAIR and stem[1] in _CERTAIN else stem


def _without_more(word: str) -> str:
    """A word without its particles, of which speech heaps two: 기업들마다, 논문에서만."""
    stem = without_particle(word)
    for _ in range(2):
        found = _MORE.search(stem)
        if found is None or found.start() < _PAIR:
            break
        stem = without_particle(stem[: found.start()])
    return stem


def deed_of(token: str, span: Span = (0, 0)) -> Need | None:
    """What is done, as a need; None for a word that tells no deed. One of which no table knows another word for is a
    word like any other: 폐쇄한."""
    if bare(token) in words("seas"):
        return None
    found = _DONE_TO.fullmatch(token)
    made = [found["stem"]] if found else []
    stems = [stem for at in range(len(token), 0, -1) if (stem := token[:at]) in deeds() and _is_stem(stem, token)]
    if stems:
        stem, forms = stems[0], tuple(form for each in stems for form in deeds()[each])
        if token in words("before_nouns"):
            return Need(token, (stem, *said_otherwise((stem,))), 1, "word", span)
        noun = len(stem) > 1 and token[:-1] == stem and token[-1] in "은는이가" and stem in forms
        done = done_otherwise(made)
        return Need(token, tuple(dict.fromkeys((stem, *made, *forms, *done))), 1, "word" if noun else "deed", span)
    if made and len(made[0]) > 1 and made[0] not in words("hollow"):
        done = (*done_otherwise(made), *said_otherwise(made))
        return Need(token, tuple(dict.fromkeys((made[0], *done))), 1, "deed", span)
    return Need(token, (bare(token),), 1, "deed", span) if is_verb(token) else None


def _is_stem(stem: str, token: str) -> bool:
    if not token.startswith(stem) or (len(stem) == 1 and (len(token) > _SHORT or not is_verb(token))):
        return False
    return token == stem or _VERBAL.match(token, len(stem)) is not None


def is_body(stem: str) -> bool:
    """Whether a word is the name of one university, institute, firm or office, not the word for such a body."""
    if stem in _known_bodies() or opens_with_place(stem):
        return True
    return any(stem.endswith(end) and len(stem) - len(end) >= _NAMED for end in words("bodies"))


@cache
def _known_bodies() -> frozenset[str]:
    """Korean names, of one word, of the authorities, bodies and firms of the tables."""
    found = {word.korean for word in termbase() if word.kind in ("agency", "institution", "company")}
    for table in (established_names(), firms_abroad()):
        found.update(form for entry in table.values() for form in entry.forms)
    return frozenset(form for form in found if " " not in form and len(form) > 1)
