"""Benefits: support that somebody may ask for, with who gives it, who may receive it, how much, for what and when.

A sum is a benefit where the statement gives it as a rule: a most (최대 500만 위안 지원), a sum for each (기업당), or a
sum for a named receiver (… 기업을 대상으로). What was paid, put in, asked for or fined is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts import benefit_parts as parts
from donghyang.facts.benefits_zh import benefits_zh
from donghyang.facts.intent import is_done, is_foretold
from donghyang.facts.phrases import bare, is_body, noun_before, who
from donghyang.facts.wording import either, last
from donghyang.language.patterns import lazily
from donghyang.records import Benefit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_STRONG = lazily(either("giving_strong"))
_GIVEN_SO = lazily(rf"(?:{either('given_so')})(?=$|[\s.,)]|하|해|되|키|함|됨|될|할|한)")
_NO_BENEFIT = lazily(either("no_benefit"))
_BEHIND_SUM = lazily(rf"(?:[^.;；]|\.(?=[0-9])){{0,64}}?(?:{either('giving')})")
_BEFORE_SUM = lazily(
    rf"(?:{either('giving')})(?:금|액|비|한도|규모)?(?:은|는|을|를|으로|의)?\s?(?:[가-힣]{{1,8}}당\s)?"
    r"(?:최대|최고|상한|한도)?\s?(?:약\s)?$"
)
_WHOLE_SUM = lazily(rf"(?:{either('whole_sum')})\s?(?:[가-힣]{{1,4}}\s)?(?:약\s)?$")
_FUND = lazily(r"(?:을|를)?\s?(?:규모의|규모|급|상당)\s?[^,，]{0,14}?(?:기금|펀드|프로젝트|사업|예산|투자|단지)")
_MOVES = lazily(r"[^,，]{0,12}?(?:투자|감소|증가|절감|늘어|줄어|매입|인수|출자)")
"""Behind a sum that is put in, or that something grows or falls by."""
_ADVISED = lazily(r"(?:고려|검토)할 수|필요(?:함|하다|가 있)|바람직|해야 (?:함|한다)|방안을 (?:고려|제시|모색)|려면")
"""The end of a statement that only advises."""
_PAID = lazily(
    r"(?:지원|지급|제공|장려|보조|대출|융자|감면|환급)(?:을|금을)?\s?"
    r"(?:완료|했|하였|해\s?왔|해왔|한\s?바|된\s?바|됐|되었|됨|실적|받(?!을 수|게 (?:되|된|됨)))"
)
_LISTED = lazily(r"\s?(?:\([^()]{1,24}\))?\s?[,，·]")
_GIVES = r"[을를]\s(?P<giver>(?:[가-힣]{1,8}\s)?[가-힣]{1,8})[이가]\s"
_GIVER_BEHIND = lazily(_GIVES)
"""Who gives, behind what is given: 비용의 50%를 시 정부가 지원."""
_GIVES_SHARE = lazily(
    rf"(?:{_GIVES}|를|을|의|까지|까지를|범위\s?(?:내에서)?|이내로?|에\s(?:달하는|이르는|해당하는))?\s?[‘'“\"]?(?:[가-힣]{{1,6}}\s)?"
    r"(?:보조|지원|감면|할인|공제|환급|보전|융자|보상|면제|장려)"
)
_ANYBODY = lazily(rf"(?:^|\s)(?:{either('receivers')})(?:들)?$")
"""Those who receive, who are named before a sum as the subject of another clause: 기업과 대학이 참여하면."""
_RELIEVED = lazily(rf"(?:{_GIVES}|를|을)?\s?(?:보조|감면|할인|공제|환급|보전|면제)")
"""Behind a share that is given as a rule: 이용료의 40%를 보조."""
_FOR_EACH = lazily(r"(?:\s한\s\S+)?(?:당|마다)(?:\s(?:연간|매년|매월|월))?$")
_EACH = lazily(r"씩\s")
_RELIEF = lazily(
    rf"(?<![^\s,，])(?P<receiver>(?:[^\s,，]+(?<![고며해여은는])\s)?[^\s,，]*(?:{either('receivers')}))의\s(?P<what>[가-힣\s]{{2,14}}?(?:료|세|금|비|이자))[을를]\s"
    r"(?P<how>(?:[0-9]+(?:년|개월)간|전액|전부|일부)\s)?(?P<given>면제|감면|할인|환급|보조|지원)"
)
"""What somebody need not pay: 입주기업의 임대료를 3년간 면제."""
_COUNTED = lazily(rf"(?:{either('receivers')})\s[0-9,]+\s?(?:개|명|곳|팀|건|가구)에\s(?:총|모두)\s$")
"""Before a sum that is shared among so many: 과제 142개에 총 18.6억 위안."""
_GROWS = lazily("증가|상승|성장|비중|점유|대비|기업의")
_AHEAD = 16
"""Characters before a sum that say what it is of."""
_SHARE_OF = lazily(r"\S*액의\s[0-9.]*%?")
"""What a share that is given is a share of: 투자액의 30%."""
_BRACKET = lazily(r"^\s?\([^()]{1,24}\)")
_CONVERTED = lazily(r"\s?[(（]\s?(?:한화|원화|미화)?로?\s?약?\s?")
"""Before a sum that only tells the one before in other money."""
_AID = lazily(rf"(?:{either('aid')})(?:과|와|을|를|등|\s)")
"""What is given without a sum."""
_TO_THEM = lazily(rf"(?:{either('receivers')})(?:들)?(?P<tie>에는?)\s(?!대|한)")
"""Who may receive, with the particle of a place: 창업팀에 임대료를 감면."""
_FIRST = lazily("우선")
_VAGUE = lazily("더욱? 많은|각종 문제|분석|조사|연구는|현황")
_NEAR = 60


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
    in_amounts = parts.AMOUNT_HEAD.search(statement.head) is not None and any(
        parts.RECEIVER_HEAD.search(head) for head, _ in statement.row
    )
    labelled = parts.GIVING.search(statement.label or "") is not None
    if not (in_amounts or labelled) and parts.GIVING.search(text) is None and _STRONG.search(text) is None:
        return
    sums = [q for q in statement.quantities if q.kind in ("money", "percent")]
    given: list[Quantity] = []
    for figure in sums:
        listed = in_amounts and not _is_converted(text, figure, sums)
        if listed or _is_given(text, figure, sums, given, labelled=labelled):
            given.append(figure)
    found = [_of_sum(statement, quantity, given[at - 1].end if at else 0) for at, quantity in enumerate(given)]
    for at, benefit in enumerate(found):  # 인재는 최대 1,000만, 팀은 최대 1억 위안의 연구비를 지원
        shares = at + 1 < len(found) and benefit.purpose is None and _LISTED.match(text, given[at].end)
        purpose = found[at + 1].purpose if shares else benefit.purpose
        goes_on = at and benefit.receiver is None and _goes_on(text, given[at - 1], given[at])
        receiver = found[at - 1].receiver if goes_on else benefit.receiver
        found[at] = replace(benefit, giver=found[0].giver, receiver=receiver, purpose=purpose)
    yield from found
    yield from _without_sum(statement, given[-1].end if given else 0)


def _is_given(text: str, figure: Quantity, sums: list[Quantity], given: list[Quantity], *, labelled: bool) -> bool:
    """Whether a sum is what is given, as a rule, to somebody; `given` are those before it that are.

    `labelled` says that the label of the statement names what is given: (입주 보조금) 기업당 최대 500만 위안.
    """
    clause = parts.giving_clause(text, figure.start)
    before, behind = text[clause[0] : figure.start], text[figure.end : clause[1]]
    most = parts.LIMIT.match(behind) or parts.LIMIT_BEFORE.search(before)
    limited = most or figure.bound == "<=" or parts.PER.search(before)
    giving = _BEHIND_SUM.match(behind) or _BEFORE_SUM.search(before)
    giving = giving or (most and parts.GIVING.search(text, 0, figure.start))
    by_label = labelled and limited and not before.rstrip().endswith("평균")
    behind = _BRACKET.sub("", behind)
    around = text[max(clause[0], figure.start - _AHEAD) : clause[1]]
    if not (giving or by_label) or _NO_BENEFIT.search(_SHARE_OF.sub("", around)) or _is_converted(text, figure, sums):
        return False
    shared = _COUNTED.search(before) is not None
    whole = figure.kind == "money" and _WHOLE_SUM.search(before) and not shared
    if whole or _FUND.match(behind) or _MOVES.match(behind) or _ADVISED.search(text[-40:]):
        return False
    if figure.bound in (">=", ">") or (figure.kind == "percent" and not _share_given(before, behind)):
        return False
    relieved = figure.kind == "percent" and _RELIEVED.match(behind)
    capped = limited or relieved or _EACH.match(behind)
    if _PAID.search(behind) or (not capped and (is_done(text[slice(*clause)]) or is_foretold(text))):
        return False
    if capped or shared or parts.condition_in(before) or (given and _goes_on(text, given[-1], figure)):
        return True
    return parts.receiver_of(text, clause[0], figure.start) is not None or parts.payer(before) is not None


def _is_converted(text: str, figure: Quantity, sums: list[Quantity]) -> bool:
    """Whether a sum only tells the one before it in other money."""
    return figure.kind == "money" and any(
        q.kind == "money" and q.end <= figure.start and _CONVERTED.fullmatch(text, q.end, figure.start) for q in sums
    )


def _goes_on(text: str, before: Quantity, figure: Quantity) -> bool:
    """Whether a sum goes on the list of one before it: 최대 1천만 위안의 보조금, 90만 위안의 임대료 보조금."""
    return _ON.fullmatch(text, before.end, figure.start) is not None


_ON = lazily(r"(?:\([^()]{1,24}\))?(?:의\s[^,，.;]{1,24}?)?(?:,|과|와|및|또는)?\s(?:또는\s|및\s)?(?:최대\s|각각\s)?|\(")


def _share_given(before: str, behind: str) -> bool:
    """Whether a share is one of what is given: 비용의 30%를 보조, 임대료 50% 감면."""
    return _GIVES_SHARE.match(behind) is not None and _GROWS.search(before[-24:]) is None


def _of_sum(statement: Statement, figure: Quantity, since: int) -> Benefit:
    text = statement.text
    clause = parts.giving_clause(text, figure.start)
    begin = clause[0] if text[since : figure.start].strip() == "(" else max(clause[0], since)
    receiver = parts.receiver_of(text, begin, figure.start)
    shared = parts.share_before(text, 0, figure.start) if figure.bound == "<=" or _is_most(text, figure) else None
    if receiver is None and shared is not None and shared[1] > begin:
        receiver = parts.receiver_of(text, begin, shared[1])
    receiver = receiver or parts.payer(text[: figure.start])
    named = receiver[0] if receiver else None
    per = parts.PER.search(text[begin : figure.start])
    if named is None and per and (each := _FOR_EACH.sub("", per[1])) != per[1] and parts.RECEIVER.search(each):
        named = each
    named = parts.from_row(statement, parts.RECEIVER_HEAD) or named
    behind = _BEHIND_SUM.match(text, figure.end, clause[1])
    start = begin + len(text[begin : figure.start]) - len(text[begin : figure.start].lstrip(" ,，·"))
    found = _benefit(statement, (start, behind.end() if behind else figure.end), figure)
    condition = parts.condition_in(text[receiver[1] if receiver else begin : figure.start])
    purpose = shared[0] if shared else parts.purpose_of(text, figure, begin, receiver)
    if _giver_behind(text, figure):
        purpose = bare(noun_before(text[receiver[1] if receiver else 0 : figure.start], figure.start)) or purpose
    return replace(
        found,
        giver=_giver(statement, figure, named),
        receiver=named,
        per=per[1] if per else None,
        purpose=purpose,
        condition=condition or parts.from_row(statement, parts.CONDITION_HEAD),
        form=parts.form_of(f"{found.text} {purpose or ''}", figure),
    )


def _is_most(text: str, figure: Quantity) -> bool:
    """Whether the words around a sum say that it is the most that is given."""
    return (
        parts.LIMIT.match(text[figure.end :]) is not None
        or parts.LIMIT_BEFORE.search(text, 0, figure.start) is not None
    )


def _giver_behind(text: str, figure: Quantity) -> str | None:
    found = _GIVER_BEHIND.match(text, figure.end)
    return found["giver"] if found and is_body(found["giver"]) else None


def _giver(statement: Statement, figure: Quantity, receiver: str | None) -> str | None:
    """Who gives a sum: named behind it, else before it or above; nobody who only may receive."""
    text = statement.text
    if behind := _giver_behind(text, figure):
        return behind
    for before in (_before(text, receiver, figure.start), 0):
        giver = who(statement, before, body=True)
        if giver is not None and giver != receiver and not _ANYBODY.search(giver):
            return giver
    return None


def _before(text: str, receiver: str | None, at: int) -> int:
    """Where the words end in which the giver may be named: before the receiver."""
    place = text.find(receiver, 0, at) if receiver else -1
    return place if place >= 0 else at


def _without_sum(statement: Statement, since: int) -> Iterator[Benefit]:
    """What is given to a named receiver without a sum, behind the last one with a sum: … 을 대상으로 우대정책 마련."""
    text = statement.text
    relief = _RELIEF.search(text[since:])
    if relief is not None and not is_done(text) and not is_foretold(text):
        start = since + relief.start()
        found = _benefit(statement, (start, since + relief.end()), None)
        purpose = f"{relief['what']} {relief['how'] or ''}{relief['given']}"
        yield replace(
            found, giver=who(statement, start, body=True), receiver=relief["receiver"].strip(),
            purpose=purpose, form=parts.form_of(purpose, None),
        )  # fmt: skip
        return
    for mark in sorted((*parts.TO.finditer(text), *_TO_THEM.finditer(text)), key=lambda found: found.start()):
        body = text[mark.end() : parts.giving_clause(text, mark.start())[1]]
        phrase = noun_before(text, mark.start("tie") if mark.re.groups else mark.start())
        given = last(_GIVEN_SO, body)
        if given is None or len(phrase) < 2 or not _promises(mark, body, phrase, given.end()):
            continue
        if mark.start() < since or any(q.kind == "money" and mark.end() <= q.start for q in statement.quantities):
            continue
        start = max(0, text.rfind(phrase, 0, mark.end()))
        found = _benefit(statement, (start, mark.end() + given.end()), None)
        purpose = parts.plain_purpose(body[: given.start()])
        yield replace(
            found,
            giver=who(statement, start, body=True),
            receiver=phrase,
            purpose=purpose or None,
            form=parts.form_of(f"{found.text} {purpose}", None),
        )
        return


def _promises(mark: re.Match[str], body: str, receiver: str, end: int) -> bool:
    """Whether the words behind a receiver give something that may be asked for, up to the verb that ends at `end`."""
    if (
        mark[0].startswith("의")
        or end > _NEAR
        or _NO_BENEFIT.search(body)
        or _VAGUE.search(body)
        or _ADVISED.search(mark.string)
    ):
        return False
    strong = _STRONG.search(body, 0, end)
    if strong is not None:
        return True
    return parts.RECEIVER.search(receiver) is not None and bool(_AID.search(body, 0, end) or _FIRST.search(mark[0]))


def _benefit(statement: Statement, span: Span, figure: Quantity | None) -> Benefit:
    """A benefit at its place, with its sum and its times; its other parts are still to be told."""
    text = statement.text
    since, until = parts.times(statement, span[1])
    found = Benefit(text[slice(*span)], *statement.span(*span), None, None, None, since=since, until=until)
    if figure is None:
        return found
    bound = figure.bound or ("<=" if _is_most(text, figure) else None)
    return replace(found, amount=figure.value, high=figure.high, unit=figure.unit, bound=bound, problem=figure.problem)
