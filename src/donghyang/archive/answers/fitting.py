"""How well a place of an article fits a question: which of its words it says, what is above it, the article's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.folding import Folded, folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import CELL, Passage, Row
from donghyang.language.patterns import lazily
from donghyang.records import Span

_CLAUSE = lazily(
    r"(?<![위통대관의])(?:하여|되어|해|돼),? (?=[^ ])"  # 도달하여, not 위하여
    r"|[가-힣](?:하고|하며|되며|되고|이며|으며|지만|으나|는데|반면|면서|[가-힣]고|[가-힣]며),? "
    r"|[0-9%](?:이며|이고),? |(?:넘어|달해|이르러),? |[;:] |… ?|[.] |,(?![0-9]{3}) ?"
)
"""Where a clause ends."""
_AND = lazily(r"(?:[과와]|\s?및|,|·)\s")
"""Behind a figure, what leads to the next thing."""
_OWNER = lazily(
    r"(?P<owner>(?<![^\s,(])(?:[가-힣A-Za-z0-9][가-힣A-Za-z0-9·\-]{0,11}(?<![은는이가을를의에로과와고며])\s){0,2}"
    r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9·\-]{0,30})\s?$"
)
"""Before a bracket, whose figure it holds: 비접종 집단(25%)."""
_LONGEST_OWNER = 58
"""Characters of the longest that it finds."""
LEVELS = {"own": 1.0, "line": 0.86, "caption": 0.95, "over": 0.8, "head": 0.74, "before": 0.5}
"""What a word counts by where it is said."""
_WHOLE = 0.9
"""How much of a word is said where all of it is, if with another word."""
_OTHER_HEAD = 0.3
"""What it counts in the head of another column."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be the answer, at its place."""

    passage: Passage
    start: int
    end: int
    own: Span
    """The stretch of the line that speaks of it."""
    head: str = ""
    """The head of its column, in a table."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a place fits the words of a question."""

    share: float
    """How much of their weight is said, 0 to 1."""
    score: float
    """The same, less for what is said further away."""
    missing: tuple[Need, ...]
    """Words that neither the line nor what governs it says."""
    far: tuple[Need, ...]
    """Words that only the lines before it say."""
    own: frozenset[Need]
    """Words that its own stretch says."""
    weak: tuple[Need, ...]
    """Words of which only parts are said."""


def fit(needs: Sequence[Need], candidate: Candidate, holdings: Holdings) -> Fit:
    """How well a place fits; a question without words fits nothing."""
    total = share = score = 0.0
    missing, far, own, weak = [], [], [], []
    texts = _texts(candidate, holdings)
    for need in needs:
        weight = holdings.weight(need)
        total += weight
        best, held, where = 0.0, 0.0, ""
        for level, factor, text in texts:
            said = need.said_in(text)
            if said * factor > best:
                best, held, where = said * factor, said, level
        share += weight * held
        score += weight * best
        if held < _WHOLE:
            weak.append(need)
        if not held:
            missing.append(need)
        elif where == "before":
            far.append(need)
        elif where == "own" and held >= _WHOLE:
            own.append(need)
    if not total:
        return Fit(0.0, 0.0, (), (), frozenset(), ())
    return Fit(share / total, score / total, tuple(missing), tuple(far), frozenset(own), tuple(weak))


def _texts(candidate: Candidate, holdings: Holdings) -> list[tuple[str, float, Folded]]:
    passage = candidate.passage
    article = holdings.articles[passage.at]
    found = [("own", LEVELS["own"], folded(passage.text[slice(*candidate.own)] + " " + candidate.head))]
    if passage.row is not None:
        found[0] = ("own", LEVELS["own"], folded(f"{passage.text} {_rank(passage.row)} {candidate.head}"))
        found.append(("other", _OTHER_HEAD, folded(" ".join(passage.row.header))))
    else:
        found.append(("line", LEVELS["line"], folded(passage.text)))
    above = LEVELS["caption"] if passage.row is not None and passage.row.caption else LEVELS["over"]
    found.extend(("over", above - 0.02 * depth, folded(text)) for depth, text in enumerate(passage.over))
    if article.category:
        found.append(("head", LEVELS["before"], folded(article.category)))
    found.append(("head", LEVELS["head"], holdings.head(article)))
    found.extend(("before", LEVELS["before"], folded(text)) for text in passage.before)
    return found


def _rank(row: Row) -> str:
    """The rank of a row as a question says it."""
    return " ".join(f"{cell}위" for cell, head in zip(row.cells, row.header, strict=False) if "순위" in head)


def own_stretch(text: str, start: int, end: int, others: Sequence[Span], *, counts: bool = True) -> Span:
    """The stretch of a line that speaks of what stands from `start` to `end`: up to the ends of its clause, and to the
    other answers of it; in a bracket, the bracket and the word before it. What only `counts` has its noun behind it;
    of anything else the words before another answer are that one's."""
    opened = text.rfind("(", 0, start)
    if opened >= 0 and ")" not in text[opened:start]:
        closed = text.find(")", end)
        owner = _owner(text, 0, opened)
        return (owner.start() if owner else opened), (closed if closed >= 0 else len(text))
    left = max([0, *(stop for _, stop in others if stop <= start)])
    left = max([left, *(cut.end() for cut in _CLAUSE.finditer(text, left, start))])
    right = min([len(text), *(begin for begin, _ in others if begin >= end)])
    cut = _CLAUSE.search(text, end, right)
    if cut is not None:
        return left, cut.start() + 1
    if right < len(text) and _AND.match(text, end):
        return left, end
    if right < len(text):
        right = _before_owner(text, end, right) if counts else end
    return left, right


def _owner(text: str, start: int, opened: int) -> re.Match[str] | None:
    """Whose a bracket is that opens at a place: the name right before it, behind a start; None where none stands."""
    return _OWNER.search(text, max(start, opened - _LONGEST_OWNER), opened)


def _before_owner(text: str, end: int, right: int) -> int:
    """Where the stretch before a bracket ends that holds another answer: before the name of whose it is."""
    if not text[:right].rstrip().endswith("("):
        return right
    owner = _owner(text, end, text.rindex("(", 0, right))
    return owner.start() if owner else right


def of_cell(passage: Passage, column: int) -> Candidate:
    """A cell of a row as a candidate."""
    row = passage.row
    if row is None:
        raise ValueError("no row")
    start = row.start_of(column)
    head = row.header[column] if column < len(row.header) else ""
    return Candidate(passage, start, start + len(row.cells[column]), (0, len(passage.text)), head)


def quote(passage: Passage) -> str:
    """A line as it is quoted."""
    return passage.text.replace(CELL, " | ")
