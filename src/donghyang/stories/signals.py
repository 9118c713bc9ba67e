"""What an editor sees on a page before reading it, as numbers: subject, kind, issuer, money, targets, firsts."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.records import PageKind
from donghyang.stories.issuers import Issuer, issuer_of, led
from donghyang.stories.kinds import LEAD, Kind, kind_of
from donghyang.stories.tables import Lexicon, weighed
from donghyang.stories.wording import bare_title, words_cut

# The head of a news text says what it is about; words further down are company.
HEAD = 250
# A document says what it is for in its first articles.
DOCUMENT_HEAD = 600
# Each further word of a part adds less than the one before.
FADING = 0.7
# A text of this many characters counts its words whole; longer ones say more words by chance.
USUAL_LENGTH = 300
# A plan, a launch or an opening counts whole once the subjects beside it weigh this much.
SUBJECT_ENOUGH = 4.0
# So much of a text is read for money and targets.
STATED = 3000
MOST_TARGETS = 5
MOST_FIRSTS = 3
# Yuan; less money says nothing. Ten thousand times as much counts whole.
MUCH_MONEY = 1e8
# A shorter line is a heading or a signature.
PARAGRAPH = 20
# So many sentences on science or technology are as many as a page needs.
DEEP = 6
# A meeting of the centre has many matters; so many sentences on science make it one of science.
AGENDA = 4
# A shorter part of a text is no sentence.
SENTENCE = 8
# So much weighs a word that no other trade uses.
TELLING = 2.5
# So long a word is one wherever the cutter cuts (中小学科技教育).
WHOLE = 4
# A title that weighs so much of the subject halves what speaks of other things.
SOFTENED = 4.0
# So much of the subject in a title names it.
NAMED = 3.0

_OFFICIAL: frozenset[PageKind] = frozenset({"document", "interpretation", "document news"})
# What the party's centre and the State Council issue together stands above all else.
_JOINT = re.compile(r"中共中央[、 ]?国务院(?!办公厅)")
_MEETING = re.compile(tables.either(__package__, "central_meetings"))
_UNITS = {"万": 1e4, "亿": 1e8, "万亿": 1e12, "百万": 1e6, "千万": 1e7}
_MONEY = re.compile(r"(\d[\d,.]{0,14})(万亿|百万|千万|亿|万)?(?:元|人民币)")
_TARGET = re.compile(
    r"(?:到|至|力争|争取)?20[2-4]\d年(?:底|末|前)?[^。;\n]{0,60}?(?:达到?|超过?|突破|建成|形成|实现|培育)[^。;\n]{0,40}"
)
_FIRST = re.compile(
    r"首[个台套颗艘条口座次批款家部届]|全球首|世界首|我国首|国内首|第一[个台套颗艘条]|填补|世界最|全球最|里程碑"
)
_FIGURE = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[。;!?\n]")


@dataclass(frozen=True, slots=True)
class Signals:
    """What a page shows; `values` are what the weights of the ranking are multiplied with."""

    kind: Kind
    issuer: Issuer | None
    targets: int
    money: float
    """The largest sum of money that the page states, in yuan; 0 for none."""
    words: tuple[str, ...]
    """The subject's words, the strongest first."""
    values: Mapping[str, float]


def signals(title: str, text: str, number: str = "", issued: str = "") -> Signals:
    """The signals of a page, all given in normal form.

    `text` is the body; `number` and `issued` are what the page's own table says of its document, "" for nothing.
    """
    kind = kind_of(title, text, number)
    official = kind.kind in _OFFICIAL
    headline = kind.headline if kind.kind == "document" else bare_title(kind.headline)
    issuer = (issuer_of(issued, "") if official else None) or issuer_of(headline, text[:HEAD])
    head = DOCUMENT_HEAD if kind.kind == "document" else HEAD
    spots = {"title": _spots(headline), "lead": _spots(text[:head]), "body": _spots(text[head:], cut=False)}
    stretch = max(1.0, len(text) / USUAL_LENGTH) ** 0.5
    parts = {part: _found(found, stretch if part == "body" else 1.0) for part, found in spots.items()}
    subject, stated = _strength(parts, "subject"), text[:STATED]
    targets = min(len(_TARGET.findall(stated)), MOST_TARGETS)
    money = max((_yuan(*found) for found in _MONEY.findall(stated)), default=0.0)
    backed = min(1.0, sum(subject.values()) / SUBJECT_ENOUGH)
    act = {part: worth * backed for part, worth in _strength(parts, "act").items()}
    outside = _strength({**parts, "title": {**parts["title"], **_found(_spots(kind.column))}}, "outside")
    values = {f"subject {part}": worth for part, worth in subject.items()}
    values |= {f"act {part}": worth for part, worth in act.items()}
    softened = 1 / (1 + max(0.0, subject["title"]) / SOFTENED)
    values |= {f"outside {part}": -worth * softened for part, worth in outside.items()}
    values[f"kind {kind.kind}"] = 1.0
    if issuer is not None:
        values[f"{'issuer' if official else 'actor'} {issuer.level}"] = 1.0
    if kind.kind == "document":
        # The language of law (执法, 法院) is no other subject where the title names one of science and technology.
        elsewhere = {"outside lead", "outside body"} | ({"outside title"} if subject["title"] >= NAMED else set())
        values = {name: value for name, value in values.items() if name not in elsewhere}
        values["document subject"], values["document outside"] = _about(text)
        values["work report"] = float(headline.endswith("工作报告"))
    else:
        telling, sentences = _telling(text, [*spots["lead"], *((head + at, word) for at, word in spots["body"])])
        values["subject share"] = telling / max(1, sentences)
        values["subject depth"] = min(telling, DEEP) / DEEP
        values["agenda"] = min(telling, AGENDA) / AGENDA * bool(_MEETING.search(headline))
    values["issuer joint"] = float(official and bool(_JOINT.search(headline + "\n" + text[:LEAD])))
    values["leader"] = backed * (led(headline) and not official)
    values["abroad"] = float(kind.abroad)
    values["column"] = float(bool(kind.column))
    values["targets"] = targets / MOST_TARGETS
    values["money"] = math.log10(money / MUCH_MONEY) / 4 if money > MUCH_MONEY else 0.0
    values["first"] = backed * min(len(_FIRST.findall(headline + text[:HEAD])), MOST_FIRSTS) / MOST_FIRSTS
    values["figures"] = float(len(_FIGURE.findall(headline)) >= 2)
    words = sorted((w for part in ("title", "lead") for w in parts[part].items()), key=lambda w: -w[1][1])
    named = dict.fromkeys(word for word, (role, _) in words if role == "subject")
    return Signals(kind, issuer, targets, money, tuple(named), {n: v for n, v in values.items() if v})


def _about(text: str) -> tuple[float, float]:
    """The shares of a document's paragraphs that speak of science or technology, and of something else alone."""
    lines = [line for line in text.split("\n") if len(line) >= PARAGRAPH]
    telling = elsewhere = 0
    for line in lines:
        said = relevance().values(line)
        if any(role == "subject" and weight >= TELLING for role, weight in said):
            telling += 1
        elif any(role == "outside" for role, _ in said):
            elsewhere += 1
    return telling / max(1, len(lines)), elsewhere / max(1, len(lines))


def _telling(text: str, spots: Sequence[tuple[int, str]]) -> tuple[int, int]:
    """How many sentences of a text have a spot that speaks of science or technology, and how many there are."""
    tells = [at for at, word in spots if relevance().entries[word] in _strong()]
    telling = sentences = begin = 0
    for end in (*(found.start() for found in _SENTENCE_END.finditer(text)), len(text)):
        if end - begin >= SENTENCE:
            sentences += 1
            telling += bisect_left(tells, begin) < bisect_left(tells, end)
        begin = end
    return telling, sentences


@cache
def _strong() -> frozenset[tuple[str, float]]:
    """The roles and weights of words that no other trade uses."""
    return frozenset(said for said in relevance().entries.values() if said[0] == "subject" and said[1] >= TELLING)


def _spots(text: str, cut: bool = True) -> list[tuple[int, str]]:
    """Where the words of the table stand in a text; of a long one it is not asked how it is cut into words."""
    ends = words_cut(text) if cut else {}
    return list(relevance().find(text, lambda at, end: end - at >= WHOLE or ends.get(at, end) == end))


def _found(spots: Sequence[tuple[int, str]], stretch: float = 1.0) -> dict[str, tuple[str, float]]:
    """The words of the spots with role and weight; of a long text all words weigh less, by `stretch`."""
    # In their order in the text: of words with one weight the first is named first, in every run.
    return {word: (role, weight / stretch) for _, word in spots for role, weight in (relevance().entries[word],)}


def _strength(parts: Mapping[str, Mapping[str, tuple[str, float]]], role: str) -> dict[str, float]:
    """What the words of a role add up to in each part, the strongest whole, each further one less."""
    return {
        part: sum(w * FADING**n for n, w in enumerate(sorted(_weights(words, role), key=abs, reverse=True)))
        for part, words in parts.items()
    }


def _weights(words: Mapping[str, tuple[str, float]], role: str) -> Iterator[float]:
    return (weight for mine, weight in words.values() if mine == role)


def _yuan(number: str, unit: str) -> float:
    try:
        return float(number.replace(",", "")) * _UNITS.get(unit, 1.0)
    except ValueError:
        return 0.0


@cache
def relevance() -> Lexicon[tuple[str, float]]:
    """Words with their role and the weight that the weekly gives them."""
    return weighed(tables.read(__package__, "relevance.tsv"))
