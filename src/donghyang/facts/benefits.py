"""Benefits: support that somebody may ask for, with who gives it, who may receive it, how much, for what and when.

A sum is a benefit where the statement gives it as a rule: a most (최대 500만 위안 지원), a sum for each (기업당), or a
sum for a named receiver (… 기업을 대상으로). What was paid, put in, asked for or fined is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.benefits_zh import benefits_zh
from donghyang.facts.clauses import clauses
from donghyang.facts.intent import is_done, is_foretold
from donghyang.facts.phrases import bare, is_body, noun_before, who
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Benefit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import BenefitForm, Bound, Quantity, Span


def _words(name: str) -> str:
    return tables.either(__package__, name).replace("_", r"\s?")


_GIVING = lazily(_words("giving"))
_STRONG = lazily(_words("giving_strong"))
_GIVEN_SO = lazily(rf"(?:{_words('given_so')})(?=$|[\s.,)]|하|되|키|함|됨|될|할|한)")
_NO_BENEFIT = lazily(_words("no_benefit"))
_BEHIND_SUM = lazily(rf"[^.;；]{{0,44}}?(?:{_words('giving')})")
_BEFORE_SUM = lazily(
    rf"(?:{_words('giving')})(?:금|액|비|한도|규모)?(?:은|는|을|를|으로|의)?\s?(?:[가-힣]{{1,8}}당\s)?(?:최대|최고|상한|한도)?\s?(?:약\s)?$"
)
_WHOLE_SUM = lazily(
    r"(?:총|모두|전체|누적|합계|연인원|규모의|예산|기금|재원|사업비|투자)\s?(?:[가-힣]{1,4}\s)?(?:약\s)?$"
)
_FUND = lazily(r"(?:을|를)?\s?(?:규모의|규모|급|상당)\s?[^,，]{0,14}?(?:기금|펀드|프로젝트|사업|예산|투자|단지)")
_MOVES = lazily(r"[^,，]{0,12}?(?:투자|감소|증가|절감|늘어|줄어|매입|인수|출자)")
"""Behind a sum that is put in, or that something grows or falls by."""
_ADVISED = lazily(r"(?:고려|검토)할 수|필요(?:함|하다|가 있)|바람직|해야 (?:함|한다)|방안을 (?:고려|제시|모색)|려면")
"""The end of a statement that only advises."""
_PAID = lazily(
    r"(?:지원|지급|제공|장려|보조|대출|융자|감면|환급)(?:을|금을)?\s?(?:완료|했|하였|해\s?왔|해왔|한\s?바|된\s?바|됐|되었|됨|실적|받)"
)
_TO = lazily(
    r"(?:(?:을|를)\s대상으로|(?<=[가-힣)])\s대상(?=[\s,]|으로)|(?<=[가-힣)])에게(?=[\s는])|에\s?대(?:해서?|하여)|에\s?한(?:해|하여)|(?:을|를)\s우선(?:적으로)?\s(?=지원|선정|보조))"
)
_TOPIC_END = lazily(
    r"(?<=[가-힣)])(?:은|는|에는|엔|에|의\s경우|이|가)\s?(?:연간|매년|매월|각각|각|1회|1인당)?\s?(?:최대|최고)?\s?(?:약\s)?$"
)
_BARE_END = lazily(r"\s?(?:연간|매년|매월|각각|각)?\s?(?:최대|최고|한도)?\s?(?:약\s)?$")
_RECEIVER = lazily(rf"(?:{_words('receivers')})(?:들)?(?:\([^()]{{1,20}}\))?$")
_PER = lazily(r"((?:[^\s,，()]{1,12}당|매년|매월|매달|연간|월|해마다|건별|1회))\s?(?:평균\s)?(?:최대|최고|약)?\s?$")
_CONDITION = lazily(
    r"((?:[^\s,，.]+\s){0,6}?[^\s,，.]+?(?:(?<=[가-힣])\s?시(?=\s|,)(?:에)?|[할될한된하되는] 경우|하면|되면|받으면|않으면|넘으면|이면|조건으로))"
)
_NOT_TIME = lazily(
    r"(?:^|\s)(?:동시|일시|즉시|수시|상시|필요|도시|다시|반드시|역시|표시|제시|실시|전시|지시|명시|게시|감시|무시|개시|응시|고시|공시)$"
)
_PURPOSE = lazily(
    r"^(?:의|까지의|까지|을|를|상당의|이내의|씩)?\s?((?:[^\s,，]+\s){0,5}?[^\s,，]*?)(?:을|를|이|가)?\s?(?:"
    + _words("giving")
    + r")"
)
_AIM = lazily(r"((?:[^\s,，.]+\s){0,5}[^\s,，.]+?)(?:을|를)?\s?(?:위해|위하여|위한)\s")
_SINCE = lazily(r"^\s?(?:부터|이후)")
_SINCE_SAID = lazily("부터|이후")
_UNTIL = lazily(r"^\s?(?:말|중)?\s?까지")
_RECEIVER_HEAD = lazily("대상|수혜|자격|지원 ?기업|신청 ?자격")
_AMOUNT_HEAD = lazily("금액|한도|지원 ?내용|혜택|보조금|장려금|지원금|지원액|지원 ?규모|기준")
_CONDITION_HEAD = lazily("조건|요건|기준 ?요건")
_FORMS: tuple[tuple[BenefitForm, str], ...] = (
    ("loan", "대출|융자|이자|저리|보증"),
    ("tax", "세금|세제|소득세|관세|법인세|부가세|세액|감세|증치세"),
    ("fee", "임대료|수수료|사용료|요금|전기료|할인|통행료|등록금"),
    ("housing", "주택|주거|거주|아파트|숙소"),
    ("talent", "자녀|정착|배우자|호적|호구"),
    ("priority", "우선 ?심사|우선권|우선 ?지원|신속 ?심사|우대"),
    ("grant", "장려|보조|지원금|포상|격려금|상금|수당|바우처|보상금|경비|자금|연구비"),
)
_FORM_WORDS = tuple((form, lazily(words)) for form, words in _FORMS)


def benefits(found: Iterable[Statement]) -> list[Benefit]:
    """The benefits that statements give, in order; an empty list when there are none."""
    return [benefit for statement in found for benefit in _of(statement)]


def _of(statement: Statement) -> Iterator[Benefit]:
    if statement.part in ("headline", "heading"):
        return
    if statement.is_chinese:
        yield from benefits_zh(statement)
        return
    text = statement.text
    in_amounts = _AMOUNT_HEAD.search(statement.head) is not None and any(
        _RECEIVER_HEAD.search(head) for head, _ in statement.row
    )
    if not in_amounts and _GIVING.search(text) is None and _STRONG.search(text) is None:
        return
    sums = [q for q in statement.quantities if q.kind in ("money", "percent")]
    given = [q for q in sums if in_amounts or _is_given(statement, q, sums)]
    found = [_of_sum(statement, quantity, given[at - 1].end if at else 0) for at, quantity in enumerate(given)]
    found = [replace(benefit, giver=found[0].giver) for benefit in found]
    for at, benefit in enumerate(found):  # 인재는 최대 1,000만, 팀은 최대 1억 위안의 연구비를 지원
        shares = at + 1 < len(found) and _LISTED.match(text, given[at].end)
        yield replace(benefit, purpose=found[at + 1].purpose) if shares and benefit.purpose is None else benefit
    if not given and not any(q.kind == "money" for q in sums) and (spot := _named(statement)) is not None:
        yield _without_sum(statement, spot)


def _is_given(statement: Statement, figure: Quantity, sums: list[Quantity]) -> bool:
    """Whether a sum is what is given, as a rule, to somebody."""
    text = statement.text
    clause = _clause(text, figure.start)
    before, behind = text[clause[0] : figure.start], text[figure.end : clause[1]]
    giving = _BEHIND_SUM.match(behind) or _BEFORE_SUM.search(before)
    told_so = any(q.end <= figure.start and _CONVERTED.fullmatch(text, q.end, figure.start) for q in sums)
    if giving is None or told_so or _NO_BENEFIT.search(text, max(clause[0], figure.start - _AHEAD), clause[1]):
        return False
    if _WHOLE_SUM.search(before) or _FUND.match(behind) or _MOVES.match(behind) or _ADVISED.search(text[-40:]):
        return False
    if figure.bound in (">=", ">") or (figure.kind == "percent" and not _share_given(before, behind)):
        return False
    capped = figure.bound == "<=" or _PER.search(before) is not None or _LIMIT.match(behind) is not None
    told = _PAID.search(behind) is not None or is_done(text[slice(*clause)]) or is_foretold(text)
    if told and (not capped or _PAID.search(behind)):
        return False
    if capped:
        return True
    return _receiver(text, clause[0], figure.start) is not None and "위안" not in behind[: behind.find("지원") + 1]


_LISTED = lazily(r"\s?(?:\([^()]{1,24}\))?\s?[,，·]")


def _share_given(before: str, behind: str) -> bool:
    """Whether a share is one of what is given: 비용의 30%를 보조, 임대료 50% 감면."""
    return _GIVES_SHARE.match(behind) is not None and _GROWS.search(before[-24:]) is None


_GIVES_SHARE = lazily(
    r"(?:를|을|의|까지|까지를|범위\s?(?:내에서)?|이내로?)?\s?(?:[가-힣]{1,6}\s)?(?:보조|지원|감면|할인|공제|환급|보전|융자|보상|면제|장려)"
)
_GROWS = lazily("증가|상승|성장|비중|점유|대비|기업의")


def _clause(text: str, at: int) -> Span:
    """The clause around a place, with the one before that only says to whom or for what: …기업에 대해 | 최대 …."""
    cuts = clauses(text, 0, len(text))
    place = next((index for index, cut in enumerate(cuts) if cut[0] <= at < cut[1]), None)
    if place is None:
        return 0, len(text)
    first = last = place
    while first and _LEADS.search(text, *cuts[first - 1]):
        first -= 1
    while last + 1 < len(cuts) and _LEADS.search(text, *cuts[last]):
        last += 1
    return cuts[first][0], cuts[last][1]


_AHEAD = 16
"""Characters before a sum that say what it is of."""
_LEADS = lazily(r"(?:대해|대하여|위해|위하여|한해|한하여)$")
_LIMIT = lazily(r"^(?:\([^()]{1,24}\))?\s?(?:의\s)?(?:한도|이내|상한|범위)")
"""Behind a sum that is the most that is given: 5,000만 위안 한도에서."""
_LIMIT_TO = lazily(r"^(?:\([^()]{1,24}\))?\s?(?:(?:의\s)?(?:한도|범위)?\s?(?:내)?(?:에서|이내에서|이내로|로))?")
_CONVERTED = lazily(r"\s?[(（]\s?(?:약|한화|원화|미화)?\s?")
"""Before a sum that only tells the one before in other money."""


def _receiver(text: str, since: int, until: int) -> tuple[str, int] | None:
    """Who may receive what stands at `until`, and where the words for it end; None where nobody is named."""
    before = text[since:until]
    marks = list(_TO.finditer(before))
    if marks:
        phrase = noun_before(before, marks[-1].start())
        if len(phrase) >= 2:
            return phrase, since + marks[-1].end()
    ends = _TOPIC_END.search(before)
    if ends:
        phrase = bare(noun_before(before, ends.start()))
        if _RECEIVER.search(phrase) and not _gives(phrase):
            return phrase, since + ends.end()
    end = _BARE_END.search(before)
    if end:
        phrase = noun_before(before, end.start())
        condition = _condition_in(phrase)
        if condition:
            phrase = phrase[: phrase.find(condition)].strip()
        found = _last_receiver(phrase)
        if found and not _gives(found):
            return found, since + before.rfind(found) + len(found)
    return None


def _last_receiver(phrase: str) -> str | None:
    """The phrase up to its last word that names a receiver; None without one: … 선도 기업 사업화 성공."""
    words = phrase.split()
    for last in range(len(words), 0, -1):
        if _RECEIVER.search(words[last - 1].rstrip("은는이가에,")):
            return bare(" ".join(words[:last])) if len(words) - last <= 2 else None
    return None


def _gives(phrase: str) -> bool:
    last = phrase.split()[-1] if phrase.split() else ""
    return is_body(phrase) and not _RECEIVER.search(last)


def _condition_in(words: str) -> str | None:
    for found in _CONDITION.finditer(words):
        plain = found[1].strip()
        if not _NOT_TIME.search(plain):
            return plain
    return None


def _of_sum(statement: Statement, figure: Quantity, since: int) -> Benefit:
    text = statement.text
    clause = _clause(text, figure.start)
    begin = max(clause[0], since)
    receiver = _receiver(text, begin, figure.start)
    named = receiver[0] if receiver else None
    row = _from_row(statement, _RECEIVER_HEAD)
    before = text[begin : figure.start]
    per = _PER.search(before)
    if named is None and per and per[1].endswith("당") and _RECEIVER.search(per[1][:-1]):
        named = per[1][:-1]
    condition = _condition_in(text[receiver[1] if receiver else begin : figure.start]) or _from_row(
        statement, _CONDITION_HEAD
    )
    purpose = _purpose(statement, figure, text[begin : figure.start], receiver)
    end = _end(text, figure.end, clause[1])
    start = _start(text, begin, figure.start)
    giver = who(statement, _before_receiver(text, named or row, figure.start), body=True)
    return _benefit(
        statement, (start, end), figure, row or named, purpose, condition,
        giver if giver != named else None, per[1] if per else None,
    )  # fmt: skip


def _before_receiver(text: str, receiver: str | None, at: int) -> int:
    """Where the words end in which the giver may be named: before the receiver."""
    place = text.find(receiver, 0, at) if receiver else -1
    return place if place >= 0 else at


def _from_row(statement: Statement, heads: object) -> str | None:
    """What the cell under such a head says in the row of the statement."""
    return next(
        (cell for head, cell in statement.row if cell and head != statement.head and heads.search(head)),  # type: ignore[attr-defined]
        None,
    )


def _purpose(statement: Statement, figure: Quantity, before: str, receiver: tuple[str, int] | None) -> str | None:
    """What a sum is given for: the noun behind it (연구 경비), what it shall serve (…을 위해), else the name of its row."""
    text = statement.text
    limit = _LIMIT_TO.match(text[figure.end :])
    behind = _PURPOSE.match(text[figure.end + (limit.end() if limit else 0) :])
    said = _plain(behind[1]) if behind else ""
    if len(said) >= 2 and not _RECEIVER.search(said) and "위안" not in said:
        return said
    aim = _AIM.search(before)
    if aim:
        return noun_before(aim[1], len(aim[1])) or None
    between = text[receiver[1] : figure.start] if receiver else before
    last = _BARE_END.search(between)
    left = noun_before(between, last.start()) if last else ""
    left = _plain(left)
    return left if len(left) > 1 and not _condition_in(f"{left} ") and not _GIVING.search(left) else None


def _plain(words: str) -> str:
    """What a sum is for, without the particle and the length of time before it; "" where nothing else is said."""
    plain = bare(_LEADS_IN.sub("", words.strip()))
    return "" if _NO_PURPOSE.fullmatch(plain) else plain


_LEADS_IN = lazily(r"^(?:[는은을를의)]\s?|[)과와]{1,2}\s|(?:앞으로|향후)\s|[0-9]+(?:년|개월)간\s|매[년월달]\s)+")
_NO_PURPOSE = lazily(
    r"(?:[^\s]{1,12}당|최대 월|매[년월달]|월|연|특별|각각|대상|동안|[0-9]+(?:년|개월)간(?:\s월)?|.{0,8}동안|현금|자금|총|등)"
)


def _end(text: str, at: int, until: int) -> int:
    """Where the words of a sum's benefit end: behind what says that it is given."""
    given = _BEHIND_SUM.match(text, at, until)
    return given.end() if given else at


def _start(text: str, since: int, until: int) -> int:
    while since < until and text[since] in " ,，·":
        since += 1
    return since


def _named(statement: Statement) -> tuple[str, Span] | None:
    """Who may receive what is told without a sum, and where it stands; None where the statement gives nothing."""
    text = statement.text
    for mark in _TO.finditer(text):
        end = _clause(text, mark.start())[1]
        body = text[mark.end() : end]
        strong, given = _STRONG.search(body), None
        for given in _GIVEN_SO.finditer(body):
            pass
        phrase = noun_before(text, mark.start())
        aid = _AID.search(body) if _RECEIVER.search(phrase) else None
        strong = strong or aid or (_FIRST.search(mark[0]) if _RECEIVER.search(phrase) else None)
        if strong is None or given is None or (strong.string is body and given.end() < strong.start()):
            continue
        if _NO_BENEFIT.search(body) or _ADVISED.search(text) or _VAGUE.search(body) or given.end() > _NEAR:
            continue
        if len(phrase) >= 2:
            start = text.rfind(phrase, 0, mark.end())
            return phrase, (max(0, start), mark.end() + given.end())
    return None


_AID = lazily(
    r"(?:구입비|연구비|정착금|경비|비용|자금|연구\s?공간|사무\s?공간|주택|숙소|임대료|등록금|장학금|컴퓨팅\s?자원|사용권)(?:과|와|을|를|등|\s)"
)
"""What is given without a sum."""
_FIRST = lazily("우선")
_NEAR = 60
_VAGUE = lazily("더욱? 많은|각종 문제|분석|조사|연구는|현황")


def _without_sum(statement: Statement, spot: tuple[str, Span]) -> Benefit:
    receiver, (start, end) = spot
    text = statement.text
    mark = _TO.search(text, start + len(receiver) - 1, end)
    body = text[mark.end() if mark else start : end]
    given = None
    for given in _GIVEN_SO.finditer(body):
        pass
    purpose = _plain(body[: given.start()] if given else body)
    giver = who(statement, start, body=True)
    return _benefit(statement, (start, end), None, receiver, purpose or None, None, giver, None)


def _benefit(
    statement: Statement, span: Span, figure: Quantity | None, receiver: str | None, purpose: str | None,
    condition: str | None, giver: str | None, per: str | None,
) -> Benefit:  # fmt: skip
    text = statement.text
    near = [p for p in statement.periods if p.end <= span[1]]
    since = next((p.value for p in near if p.high or _SINCE.match(text[p.end :]) or _SINCE_SAID.search(p.text)), None)
    until = next((p.high or p.value for p in near if p.high or _UNTIL.match(text[p.end :]) or "까지" in p.text), None)
    said = f"{text[slice(*span)]} {purpose or ''}"
    form = next((form for form, words in _FORM_WORDS if words.search(said)), None)
    place = statement.span(*span)
    return Benefit(
        text[slice(*span)], *place, giver, receiver, figure.value if figure else None, figure.high if figure else None,
        figure.unit if figure else None, _bound(text, figure), per, purpose, condition, since, until,
        form or ("grant" if figure and figure.kind == "money" else "support"), figure.problem if figure else None,
    )  # fmt: skip


def _bound(text: str, figure: Quantity | None) -> Bound | None:
    if figure is None:
        return None
    return figure.bound or ("<=" if _LIMIT.match(text[figure.end :]) else None)
