"""What forbids an answer however well its words fit: another place, another row, the opposite, what is to come."""

from __future__ import annotations

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import measured
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.places import lies_together, places_in
from donghyang.archive.answers.asking.question import words
from donghyang.archive.answers.fitting import Candidate
from donghyang.archive.answers.folding import Folded, folded, letters
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers.standings import names_holder
from donghyang.archive.answers.passages import Row, is_topic
from donghyang.archive.answers.times import in_time, names_year
from donghyang.facts.places import region_of
from donghyang.language import gazetteer, tables
from donghyang.language.patterns import lazily
from donghyang.language.poles import poles

_BRACKET = lazily(r"[(（][^()（）]*[)）]")
_PLANS = lazily("[할될갈올질낼릴출킬울칠] 계획|계획(?:임|이[며다]|$|[,.])|[년월말]까지")
_LABEL = lazily(r"^\s*[(（][^()（）]{1,14}[)）]")
"""What opens a line of a plan: (주요목표)."""
_UP, _DOWN = lazily(tables.said(__package__, "goes_up")), lazily(tables.said(__package__, "goes_down"))
_OF_ONE = lazily(r"(?:[가-힣]당|평균|차이?[는가]|격차[는가])\s?(?:[가-힣]+(?:은|는|이|가)\s)?(?:약\s?)?$")
"""Right before a figure that is that of one, or an average."""
_SHARE_OF = lazily(r"(?<![가-힣])([가-힣]+)의\s(?:약\s?)?$")
_DAILY = tables.either(__package__, "daily")
_ASKS_PLACE = lazily(tables.said(__package__, "asks_place"))
_OF_A_DAY = lazily(rf"{_DAILY}|(?<![0-9])일\s?평균")
_ASKS_OF_A_DAY = lazily(rf"{_DAILY}|일\s?평균|{tables.said(__package__, 'daily_abroad')}")
_ASKS_OF_ONE = lazily(
    r"당|평균|차이|격차|하나|한\s|마다|씩|1[가-힣]|每|平均|一[个名家台项件人]|\b(?:per|each|average|mean|every|one|a)\b"
)
_DONE = lazily(r"\s?(?:\([^()]*\))?(?:에|까지|부터)?\s(?P<deed>[가-힣]{2,4}?)(?:된|한|해|하여|하고)\s")
_BEFORE = tables.either(__package__, "before")
_COLUMN_BEFORE, _ASKS_OF_BEFORE = lazily(_BEFORE), lazily(rf"{_BEFORE}|[가-힣]기\s전|원래")
_WHOLE_COUNTRY = r"전국|全国|전\s?세계|중국 전체"
_COUNTRY = lazily(_WHOLE_COUNTRY)
_MORE_PLACES = lazily(
    rf"{_WHOLE_COUNTRY}"
    r"|(?<![0-9])(?:[2-9]|[1-3][0-9])개\s?(?:성|시|지역|도시|자치구)(?:[·,]\s?(?:성|시|구|자치구))*(?=[의은는이에 ])"
)
"""What a figure of more than one place is told of: 전국, 3개 성·시의."""
_COMPARED = lazily(r"(?<![가-힣])[가-힣]+(?:\([^()]*\))?의\s[^,]{0,24}(?:보다|대비)")
"""What a figure is only held against: 란저우의 기존 가속기보다."""


def is_open(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether nothing forbids the place."""
    return (
        in_time(question, candidate, holdings)
        and _in_place(question, candidate, holdings)
        and _in_row(question, candidate, holdings)
        and not _is_the_day_of_another(question, candidate)
        and not _is_of_more_places(question, candidate)
        and not _is_of_one(question, candidate)
        and not _is_of_another_holder(question, candidate, holdings)
        and _goes_the_way(question, candidate)
        and not _is_only_planned(question, candidate, holdings)
    )


def _is_of_another_holder(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether a figure is told of one that holds a place in a line (닝보시가 24기로 가장 많고), and the question names
    neither it nor a place."""
    if question.asked is None or question.asked.sort != "figure" or candidate.passage.row is not None:
        return False
    if _ASKS_PLACE.search(question.text.lower()):
        return False
    rows = (row for one in holdings.rankings(candidate.passage) for row in one.rows)
    own = next((row for row in rows if row.entity and row.start <= candidate.start and candidate.end <= row.end), None)
    return own is not None and own.entity not in words("everywhere") and not names_holder(question, own)


def _is_the_day_of_another(question: Question, candidate: Candidate) -> bool:
    """Whether another deed than the one asked for stands right behind a date: 지난해 말 완공한 역에서 발사한."""
    if question.asked is None or question.asked.sort != "date":
        return False
    done = _DONE.match(candidate.passage.text, candidate.end)
    deeds = [need for need in question.needs if need.kind == "deed"][-1:]
    return done is not None and bool(deeds) and not any(need.said_in(folded(done["deed"])) for need in deeds)


def _is_of_more_places(question: Question, candidate: Candidate) -> bool:
    """Whether a line tells a figure of the whole country or of several places together, and not the place asked for."""
    text = candidate.passage.text[slice(*candidate.own)]
    if question.asked is None or question.asked.sort != "figure" or candidate.passage.row is not None:
        return False
    if not _MORE_PLACES.search(text) or _COUNTRY.search(question.text) is not None:
        return False
    named = (need for need in question.needs if need.kind == "name" and any(map(_is_of_place, need.forms[: need.own])))
    return any(need.said_in(folded(text)) < 1.0 for need in named)


def _is_of_place(form: str) -> bool:
    return bool(region_of(form) or gazetteer.called(form))


def _in_place(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Not where the stretch, or a line whose place only the head of the article says, names another place than the
    question does, of which neither lies in the other."""
    asked = {need.forms[0] for need in question.needs if need.kind == "name" and gazetteer.called(need.forms[0])}
    if not asked or (question.asked is not None and question.asked.kind == "place"):
        return True
    passage = candidate.passage
    looked_for = question.asked is not None and question.asked.sort == "extreme" and passage.row is not None
    if looked_for and asked & places_in(holdings.articles[passage.at].head):
        return True
    own = passage.text if passage.row is not None else passage.text[slice(*candidate.own)]
    others = places_in(f"{own} {candidate.head}")
    if others and not asked & others and not any(lies_together(one, other) for one in asked for other in others):
        return False
    near = places_in("\n".join((passage.text, candidate.head, *passage.over)))
    here = places_in(_COMPARED.sub("", passage.text))
    return bool(asked & near) or all(any(lies_together(one, other) for one in asked) for other in here)


def _is_of_one(question: Question, candidate: Candidate) -> bool:
    """Whether the figure is an average, a share, or that of a day or one piece (하루, 1인당), and none is asked for."""
    own = candidate.passage.text[candidate.own[0] : candidate.start]
    asked = question.text.lower()
    if _OF_A_DAY.search(own) and not _ASKS_OF_A_DAY.search(asked):
        return True
    if _is_a_share_of_it(question, candidate, own):
        return True
    return _OF_ONE.search(own) is not None and _ASKS_OF_ONE.search(asked) is None


def _is_a_share_of_it(question: Question, candidate: Candidate, own: str) -> bool:
    """Whether the figure is a share of what is measured, where its size is asked for: 생산량의 90% is no output."""
    share = _SHARE_OF.search(own)
    if question.asked is None or question.asked.unit == "%" or share is None:
        return False
    if not candidate.passage.text.endswith("%", candidate.start, candidate.end):
        return False
    of = folded(share[1])
    return any(need.said_in(of) == 1.0 for need in question.core if measured(need.forms[0]))


def _in_row(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Not in a row that the question does not name, where it names another or the table has several."""
    passage = candidate.passage
    row = passage.row
    if row is None:
        return True
    own = folded(passage.text)
    head = folded("\n".join((row.caption, *row.header)))
    if _COLUMN_BEFORE.match(candidate.head) and not _ASKS_OF_BEFORE.search(question.text):
        return False
    if row.is_total and _is_narrower(question, candidate, holdings):
        return False
    if _is_of_the_line_above(question, candidate, holdings) or _has_a_namesake(question, row):
        return False
    unsaid = [need for need in question.needs if need.said_in(own) < 1.0 and need.said_in(head) < 1.0]
    if any(_is_all_named(cell, question) for cell in row.cells if is_topic(cell)):
        over = holdings.head(holdings.articles[passage.at])
        unsaid = [need for need in unsaid if need.said_in(over) < 1.0]
    if any(_is_about(cell, need) for need in unsaid for cell in row.beside):
        return False
    if _measures_it(row.cells[0], question):
        return True
    topics = [cell for cell in row.cells if is_topic(cell)]
    if not row.beside or not topics or row.is_total:
        return True
    if question.periods and names_year(passage.text, holdings, holdings.articles[passage.at].day):
        return True
    looked_for = question.asked is not None and question.asked.sort in ("ranked", "extreme")
    return looked_for or any(_is_named(cell, question) for cell in topics)


def _is_narrower(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether a question names more than the heads of a table and the headline, whose total is of all of it."""
    row, article = candidate.passage.row, holdings.articles[candidate.passage.at]
    over = folded("\n".join((row.caption, *row.header, article.headline))) if row else folded("")
    return any(need.kind == "word" and not need.said_in(over) for need in question.needs)


def _has_a_namesake(question: Question, row: Row) -> bool:
    """Whether another row of the table has the same name but for its characters, which the question does not say:
    산시(山西), 산시(陝西)."""
    own = {_BRACKET.sub("", cell): cell for cell in row.cells if _BRACKET.search(cell)}
    twins = [own[name] for cell in row.beside if (name := _BRACKET.sub("", cell)) in own and own[name] != cell]
    said = folded(question.text).letters
    return any(letters(folded(found[0]).plain) not in said for cell in twins for found in _BRACKET.finditer(cell))


def _is_of_the_line_above(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether only a bullet above the table, which tells something of its own, says what sort of thing is measured."""
    row = candidate.passage.row
    if row is None or not question.core:
        return False
    article = holdings.articles[candidate.passage.at]
    near = folded("\n".join((candidate.passage.text, row.caption, *row.header, article.head)))
    above = folded("\n".join(candidate.passage.over))
    return any(need.said_in(above) and not need.said_in(near) for need in question.core)


def _measures_it(cell: str, question: Question) -> bool:
    """Whether the first cell is what is measured, with the unit asked for: 인증 모델(종)."""
    unit = question.asked.unit if question.asked else None
    bracket = _BRACKET.search(cell)
    if unit is None or bracket is None or not bracket[0].strip("()（） ").endswith(unit):
        return False
    said = folded(_BRACKET.sub("", cell))
    return any(need.said_in(said) == 1.0 for need in question.needs if need.kind in ("word", "name"))


def _is_named(cell: str, question: Question) -> bool:
    """Whether words of the question say most of a cell, or of what stands in brackets in it: its characters."""
    return any(
        2 * _said_of(part, question) > len(part.letters)
        for part in map(folded, (_BRACKET.sub("", cell), *(found[0] for found in _BRACKET.finditer(cell))))
    )


def _said_of(part: Folded, question: Question) -> int:
    """How many letters of a text words of the question say."""
    return sum(max((len(form) for form in need.forms if part.holds(form) == 1.0), default=0) for need in question.needs)


def _is_all_named(cell: str, question: Question) -> bool:
    """Whether words of the question, one behind the other, say the whole of a cell: 심해 장비."""
    return folded(_BRACKET.sub("", cell)).letters in folded(question.text).letters


def _is_about(cell: str, need: Need) -> bool:
    """Whether a cell is about a word: says it, and little else."""
    said = folded(_BRACKET.sub("", cell))
    return need.said_in(said) == 1.0 and (need.kind == "name" or 2 * len(need.forms[0]) >= len(said.letters))


def _goes_the_way(question: Question, candidate: Candidate) -> bool:
    """Not where the question says that a thing went up and the place that it went down."""
    if question.asked is not None and not _turns_as_asked(question, candidate):
        return False
    asked = {sign.pair: sign.pole for sign in poles(question.text, "ko")}
    said = poles(candidate.passage.text, "ko", *candidate.own)
    held = {pair: {sign.pole for sign in said if sign.pair == pair} for pair in asked}
    return all(not held[pair] or pole in held[pair] for pair, pole in asked.items())


def turns(text: str) -> tuple[bool, bool]:
    """Whether a text tells that something went up, and that something went down."""
    return _UP.search(text.lower()) is not None, _DOWN.search(text.lower()) is not None


def _turns_as_asked(question: Question, candidate: Candidate) -> bool:
    """Whether what is asked for as a rise is told as no fall, nor a fall as a rise: 깎았나 against 12% 증가."""
    text = candidate.passage.text[slice(*candidate.own)] + candidate.head
    asked = question.text.lower()
    for way, other, turned in ((_UP, _DOWN, "-"), (_DOWN, _UP, "")):
        if way.search(asked) and not other.search(asked):
            if turned and candidate.passage.text.startswith(turned, candidate.start):
                return False
            return way.search(text) is not None or other.search(text) is None
    return True


def is_planned(candidate: Candidate) -> bool:
    """Whether the stretch tells what is still to come; a row of a table never says."""
    if candidate.passage.row is not None:
        return False
    text = _LABEL.sub("", candidate.passage.text[slice(*candidate.own)])
    return any(word in text for word in tables.words(__package__, "planned")) or _PLANS.search(text) is not None


def _is_only_planned(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether the place tells what is still to come, and the question asks for what is."""
    named = question.asked is not None and question.asked.sort not in ("figure", "date")
    if named or question.ahead or not is_planned(candidate):
        return False
    day = holdings.articles[candidate.passage.at].day
    return not any(day and period.value and period.value[:4] > str(day.year) for period in question.periods)
