"""Achievements: results, contracts, technologies on offer and things brought out, as the verb of a clause tells them.

What is planned, foretold or asked for is none, nor is what stands in a list of tasks; a plan, a meeting or a report
that is published is none either.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import bare, noun_before, own_subject, who, without_fragment
from donghyang.facts.wording import cuts, either, topics
from donghyang.language import tables
from donghyang.language.nearness import pair_ratio
from donghyang.language.patterns import lazily
from donghyang.records import Achievement

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import AchievementForm, Span

_END = (
    r"(?P<tie>을|를|에)?\s?(?P<way>성공(?:적으로)?|완료|마[쳤침]|이뤄[냈냄])?"
    r"(?P<verb>하고|하며|하여|해|함|했\S{0,4}|하였\S{0,4}|한\s바\s있\S{0,3}|됨|되어|되었\S{0,4}|됐\S{0,4}|되며|되고"
    r"|시켰\S{0,3}|냈\S{0,3}|쳤\S{0,3})?[.)’'\"”]*\s*$"
)
"""Behind a deed, to the end of its clause."""
_FORMS: tuple[tuple[AchievementForm, str], ...] = (
    ("contract", "체결|서명|조인"),
    ("launch", either("launched")),
    ("result", either("reached")),
)
_AT_END = tuple((form, lazily(rf"(?P<deed>{words}){_END}")) for form, words in _FORMS)
_TRIALS = frozenset(tables.words(__package__, "trials"))
_TRIED = lazily(
    rf"(?P<deed>{either('trials')})(?P<tie>을|를)?\s?(?:성공적으로\s|모두\s)?(?P<way>완료|마(?:[쳤침쳐]|치[고며])|끝(?:[냈냄]|내[고며]))"
    r"(?P<verb>[하했함다]\S{0,3})?[.)’'\"”]*\s*$"
)
"""What is tried, and an achievement once it is finished: 비행 시험을 마쳤다."""
_PAST = ("했", "하였", "됐", "되었", "냈", "쳤", "한")
_RELATIVE = lazily(
    r"(?P<deed>개발|출시|제작|발사|상용화)(?:에\s성공)?한\s"
    r"(?P<what>(?:동\s|본\s)?[^\s,，.]+(?:\s[^\s,，.]+){0,3}?)(?:은|는|이|가|을|를|의|와|과)(?=\s)"
)
_OFFER = lazily(
    r"(?P<what>[^,，.;]{2,60}?(?:기술|특허|성과|지식재산권|노하우)[^,，.;]{0,24}?"
    r"(?:이전|양도|라이선스|라이센스|실시권|매각|기술거래))(?:을|를|이|가|에|도)?\s?"
    r"(?:가능|공고|희망|제안|개방|무상\s제공|제공(?=[\s.,]|$|하)|매물|대상\s?기술\s?공개|수요자\s?모집"
    r"|할 기업을|받을 기업)"
)
_HANDED_OVER = lazily("이전|양도|라이선스|라이센스|실시권|매각|기술거래")
"""What stands in every offer, and in few statements."""
_AGREED = lazily(r"계약|협약|협정|MOU|양해각서|각서|협력|합의|프로젝트|합작|제휴|의향서")
_COUNTED_DEEDS = frozenset(("투입", "보급", "연결"))
_COUNTED = lazily(r"[0-9]\s?(?:만\s|억\s)?(?:대|기|척|편|호|kW|MW|GW)(?:\s?설비)?$")
"""Things that work, counted: what is put to use as money or people are, too."""
_SHOWN = frozenset(tables.words(__package__, "shown"))
"""Deeds that papers and offices take too: only things that work count."""
_RESEARCH = frozenset(tables.words(__package__, "found_out"))
"""Deeds of research, and of inspectors and courts too: 확인, 발견."""
_WEAK = frozenset(tables.words(__package__, "to_be_done"))
"""Deeds that lists of tasks are full of: without a subject or a verb of the past they are still to be done."""
_RESULT = lazily(rf"(?:{either('trials', 'runs')})\S*\s(?:\S+\s)?(?:결과|성과)$")
"""What a trial or a long run has brought, and no report: 임상시험의 중간 결과."""
_RESEARCHERS = lazily(r"연구팀|연구진|교수|연구원|연구소|대학|실험실|과학원|연구실|과학자|연구센터")
_PAPER = lazily(rf"(?:{either('papers')})(?:\([^()]*\))?[’'”」』》]*\s?$")
_THING = lazily(
    rf"(?:{either('things')})(?:\([^()]*\))?[’'”」』》〉]*(?:\([^()]*\))?\s?(?:등\s?)?(?:[0-9]+(?:개|종|대|건)\s?)?$"
)
_CALLED = lazily(r"\s?[‘'“\"「『][^‘’'“”\"「」『』]{1,24}[’'”\"」』](?:\([^()]*\))?$")
"""The name of a thing behind what it is: 양자컴퓨터 ‘쭈충즈’."""
_TASKS = lazily(either("tasks"))
_AHEAD = lazily(
    r"목표|예정|계획(?!에 따라)|방침|까지\s|향후|앞으로|전망|추진할|하려|위해\s?$|할 수(?!\s있는)|필요|해야"
    r"|가능(?:성|하)|제고를|[할될]\s것|박차|주력|가속화$|촉진$|강화$"
)
_ASKED = lazily(r"장려|지원하|권장|촉구|요구|독려|유도|의무")
_DONE = lazily(r"했|하였|됐|되었|성공|완료|최근|지난|이미|[0-9]월\s?[0-9]{1,2}일|냈|쳤")
_TELLS = lazily(
    r"(?<=[가-힣])다고\s(?:[^\s,，]{1,14}\s){0,4}(?:발표|공식\s?발표|밝[혔힘힌]|전[했함]|보도|설명|소개)\S{0,6}[\s.]*$"
)
"""The end of a clause that tells what somebody said was done: 개시했다고 발표."""
_BEGUN = lazily(r"운영|서비스|가동|수집|생산|운행|상용|시험|관측|비행|납품|공급|양산|판매|운용")
_LABEL = lazily(r"^\(([^()]{1,18})\)")
_ADVERBS = lazily(rf"\s?(?:{either('how')})$")
_NO_OBJECT = lazily(r"(?:으로|[가-힣]로|에서|에게|에|게|다고|달아|째로?|까지|부터|지|[하음함]을|동안)$")
_THAT = lazily(r"(?:^|\s)(?:것|사실|점)(?:을|이)?$|^(?:현상|원리|원인|과정)$")
"""What only stands for the words before it: 속도가 빨라지는 것을 입증."""
_ALIKE = 0.3
"""How much of their letters two tellings of one thing share at least."""
_LAST_WORDS = 24
_NEAR = 16
"""Characters at the end of a bullet that say what the bullets below it are."""
_LONGEST = 70
"""Characters of what is shown to be so."""


def achievements(found: Iterable[Statement]) -> list[Achievement]:
    """The achievements that statements tell, in order: of a lead what the body does not tell again, of a headline only
    where both tell none.
    """
    told: list[Achievement] = []
    for _, group in groupby(found, key=lambda statement: id(statement.article)):
        statements = list(group)
        body = [one for s in statements if s.part not in ("headline", "lead", "heading") for one in _of(s)]
        lead = [one for s in statements if s.part == "lead" for one in _of(s) if not _is_told(one, body)]
        told += [*lead, *body] or [one for s in statements if s.part == "headline" for one in _of(s)]
    return told


def _is_told(one: Achievement, others: list[Achievement]) -> bool:
    """Whether others tell the same in other words."""
    return any(pair_ratio(one.what or "", other.what or "") > _ALIKE for other in others)


def _of(statement: Statement) -> Iterator[Achievement]:
    text = statement.text
    if statement.is_chinese or _in_tasks(statement):
        return
    offer = _OFFER.search(text) if _HANDED_OVER.search(text) else None
    if offer is not None and not _AHEAD.search(text, offer.end()):
        yield _record(statement, "offer", offer.span(), offer["what"].strip())
        return
    parts = cuts(text)
    ends = text[slice(*parts[-1])] if parts else ""
    planned = core_of(text)[1] or is_foretold(ends) or _AHEAD.search(ends[-_LAST_WORDS:]) is not None
    for part in parts:
        if statement.is_to_come(part[1]):
            return
        told = _TELLS.search(text, *part)
        body = text[part[0] : told.start() if told else part[1]]
        one = _of_clause(statement, part[0], body, planned=planned) or _described(statement, part[0], body)
        if one is not None:
            yield one


def _in_tasks(statement: Statement) -> bool:
    """Whether a statement stands in a list of what is to be done, and does not say itself that it was done."""
    if _DONE.search(statement.text):
        return False
    if statement.section == "technology":
        return _TASKS.search(statement.label or "") is not None
    above = [] if statement.part == "cell" else [words[-_NEAR:] for words in statement.above[:1]]
    above += [label[1] for words in statement.above[:1] if (label := _LABEL.match(words))]
    around = (statement.label or "", statement.head, statement.caption, *above)
    return any(_TASKS.search(words) for words in around)


def _of_clause(statement: Statement, begin: int, body: str, *, planned: bool) -> Achievement | None:
    """What a clause tells as done by its last verb; `planned` says that the sentence ends in a plan."""
    found = _deed(body)
    if found is None:
        return None
    form, match = found
    if (planned and not _is_past(match)) or _AHEAD.search(body[: match.start()]) or _ASKED.search(body, match.start()):
        return None
    tried = _is_finished(match)
    before = body[: match.end("deed") if tried else match.start("deed")].rstrip()
    before = before.removesuffix("에") if match["deed"] == "성공" else before
    what = None if is_foretold(body) else _object(before)
    if what is None:
        return None
    start = begin + max(0, body.rfind(what, 0, match.end()))
    if not _counts(statement, found, what, start):
        return None
    end = begin + (match.end("way") if match["way"] else match.end("deed"))
    if match["deed"] in _SHOWN and _RESULT.search(what):
        form = "result"
    if not match["deed"].endswith("데"):
        what = f"{what} {'완료' if tried else match['deed']}"
    return _record(statement, form, (min(start, end), end), what)


def _described(statement: Statement, begin: int, body: str) -> Achievement | None:
    """What a clause names as made before it says something else of it: 공동으로 개발한 챗봇은 …."""
    for match in _RELATIVE.finditer(body):
        what = match["what"].strip()
        if not _AHEAD.search(body[: match.start()][-12:]) and not _PAPER.search(what):
            form: AchievementForm = "launch" if match["deed"] == "출시" else "result"
            return _record(statement, form, (begin + match.start(), begin + match.end("what")), what)
    return None


def _deed(body: str) -> tuple[AchievementForm, re.Match[str]] | None:
    tried = _TRIED.search(body)
    if tried is not None:
        return "result", tried
    return next(((form, match) for form, pattern in _AT_END if (match := pattern.search(body))), None)


def _is_past(match: re.Match[str]) -> bool:
    return bool(match["way"]) or (match["verb"] or "").startswith(_PAST)


def _is_finished(match: re.Match[str]) -> bool:
    """Whether a deed is a trial that was brought to its end."""
    return match["deed"] in _TRIALS and bool(match["way"]) and not match["way"].startswith("성공")


def _object(before: str) -> str | None:
    """What was done, as the words before the deed name it; None where they name nothing."""
    before = before.rstrip()
    while found := _ADVERBS.search(before):
        before = before[: found.start()]
    if _NO_OBJECT.search(before):
        return None
    plain = bare(without_fragment(noun_before(before, len(before))))
    if _THAT.search(plain):
        named = [found.end() for found in topics(before) if found[0].strip() in ("은", "는")]
        plain = bare(before[named[-1] if named else 0 :][-_LONGEST:])
    return plain if len(plain) > 2 else None


def _counts(statement: Statement, found: tuple[AchievementForm, re.Match[str]], what: str, at: int) -> bool:
    """Whether a deed on a thing is an achievement: a contract of that name, a thing that works, no paper."""
    form, match = found
    deed = match["deed"]
    if form == "contract":
        return _AGREED.search(what) is not None
    if deed in _COUNTED_DEEDS and not _COUNTED.search(what):
        return False
    if statement.section == "policy" and statement.part == "bullet" and not _is_past(match) and match["verb"]:
        return False  # 과정을 개설하여 매년 120명을 선발: a step on the way to what is planned
    subject = own_subject(statement, at)
    technical = statement.section == "technology" or _RESEARCHERS.search(subject or "") is not None
    if deed in _SHOWN and technical and _RESULT.search(what):
        return True
    if _PAPER.search(what) or (deed == "개시" and not _BEGUN.search(what)):
        return False
    thing = any(_THING.search(name) for name in (what, _CALLED.sub("", what)))
    if deed in _SHOWN and not thing:
        return technical and deed in ("해결", "실현")
    if deed in _RESEARCH and not (technical or thing):
        return False
    return deed not in _WEAK or _is_past(match) or statement.part == "headline" or subject is not None


def _record(statement: Statement, form: AchievementForm, span: Span, what: str) -> Achievement:
    text = statement.text
    money = next((q for q in statement.quantities if q.kind == "money" and q.value is not None), None)
    if money is not None and not span[0] - 60 <= money.start <= span[1] + 30:
        money = None
    day = next((p.value for p in statement.periods if p.value and p.high is None and p.end <= span[1]), None)
    dated = statement.article.date.isoformat() if statement.article and statement.article.date else None
    actor = who(statement, span[0], body=True) or who(statement, span[0])
    what = what.removeprefix(f"{actor}, ")
    return Achievement(
        text[slice(*span)], *statement.span(*span), form, actor, what, day or dated,
        money.value if money else None, money.unit if money else None, statement.headline,
    )  # fmt: skip
