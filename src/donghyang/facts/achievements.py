"""Achievements: results, contracts, technologies on offer and things brought out, as the verb of a clause tells them.

What is planned, foretold or asked for is none, nor is what stands in a list of tasks; a plan, a meeting or a report that
is published is none either.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.facts.clauses import clauses
from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import bare, noun_before, own_subject, who
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Achievement

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import AchievementForm, Span


def _words(name: str) -> str:
    return tables.either(__package__, name).replace("_", r"\s?")


_END = r"(?P<tie>을|를|에)?\s?(?P<way>성공(?:적으로)?|완료|마[쳤침]|이뤄[냈냄])?(?P<verb>하고|하며|하여|해|함|했\S{0,4}|하였\S{0,4}|한\s바\s있\S{0,3}|됨|되어|되었\S{0,4}|됐\S{0,4}|되며|되고|시켰\S{0,3}|냈\S{0,3}|쳤\S{0,3})?[.)’'\"”]*\s*$"
_FORMS: tuple[tuple[AchievementForm, str], ...] = (
    ("contract", "체결|서명|조인"),
    ("launch", _words("launched")),
    ("result", _words("reached")),
)
_AT_END = tuple((form, lazily(rf"(?P<deed>{words}){_END}")) for form, words in _FORMS)
_RELATIVE = lazily(
    r"(?P<deed>개발|출시|제작|발사|상용화)(?:에\s성공)?한\s(?P<what>(?:동\s|본\s)?[^\s,，.]+(?:\s[^\s,，.]+){0,3}?)(?:은|는|이|가|을|를|의|와|과)(?=\s)"
)
_OFFER = lazily(
    r"(?P<what>[^,，.;]{2,60}?(?:기술|특허|성과|지식재산권|노하우)[^,，.;]{0,24}?(?:이전|양도|라이선스|라이센스|실시권|매각|기술거래))(?:을|를|이|가|에|도)?\s?"
    r"(?P<way>가능|공고|희망|제안|개방|무상\s제공|제공(?=[\s.,]|$|하)|매물|대상\s?기술\s?공개|수요자\s?모집|할 기업을|받을 기업)"
)
_DEED_NOUNS = lazily(r"계약|협약|협정|MOU|양해각서|각서|협력|합의|프로젝트|합작|제휴|의향서")
_SHOWN = frozenset(
    ("공개", "발표", "구축", "실현", "완성", "해결", "신설", "설립", "발족", "출범", "결성", "개설", "공동설립")
)
_RESEARCH = frozenset(tables.words(__package__, "found_out"))
"""Deeds of research, and of inspectors and courts too: 확인, 발견."""
_RESEARCHERS = lazily(r"연구팀|연구진|교수|연구원|연구소|대학|실험실|과학원|연구실|과학자|연구센터")
_WEAK = frozenset(("구축", "개발", "검증", "실현", "해결", "도입", "구현", "완성", "국산화", "상용화", "실증", "도입"))
"""Deeds that lists of tasks are full of: without a subject or a verb of the past they are still to be done."""
_PAPER = lazily(
    r"(?:계획|방안|정책|백서|보고서|목록|명단|지수|통계|지침|의견|조례|규정|법안|요강|전략|조치|로드맵|결과|성과|목표|연구보고|논문|비전|가이드라인|표준안|초안|통지|공고|일정|순위|명칭|현황|정보)(?:\([^()]*\))?[’'”」』》]*\s?$"
)
_THING = lazily(
    rf"(?:{_words('things')})(?:\([^()]*\))?[’'”」』》〉]*(?:\([^()]*\))?\s?(?:등\s?)?(?:[0-9]+(?:개|종|대|건)\s?)?(?:공식\s?|최초\s?|공동\s?|정식\s?|성공적으로\s?)?$"
)
_TASKS = lazily(
    r"과제|목표|계획|방안|추진|중점|조치|임무|전략|향후|예정|정책|요구|지원|방향|수요|역할|배경|전망|제안|업무"
)
_AHEAD = lazily(
    r"목표|예정|계획(?!에 따라)|방침|까지\s|향후|앞으로|전망|추진할|하려|위해\s?$|할 수|필요|해야|가능(?:성|하)|제고를|[할될]\s것|박차|주력|가속화$|촉진$|강화$"
)
_ASKED = lazily(r"장려|지원하|권장|촉구|요구|독려|유도|의무")
_PAST = lazily(r"했|하였|됐|되었|성공|완료|최근|지난|이미|[0-9]월\s?[0-9]{1,2}일|냈|쳤")
_WHAT_LAST = 90


def achievements(found: Iterable[Statement]) -> list[Achievement]:
    """The achievements that statements tell, in order; of an article's headline and lead only where its body tells none."""
    told: list[Achievement] = []
    for article, group in groupby(found, key=lambda statement: id(statement.article)):
        del article
        statements = list(group)
        body = [one for s in statements if s.part not in ("headline", "lead", "heading") for one in _of(s)]
        for part in ("lead", "headline"):
            body = body or [one for s in statements if s.part == part for one in _of(s)]
        told += body
    return told


def _of(statement: Statement) -> Iterator[Achievement]:
    text = statement.text
    if statement.is_chinese or _in_tasks(statement):
        return
    if (offer := _OFFER.search(text)) is not None and not _AHEAD.search(text[offer.end() :]):
        yield _record(statement, "offer", (offer.start(), offer.end()), offer["what"].strip(), offer.start())
        return
    parts = clauses(text, 0, len(text))
    last = text[slice(*parts[-1])] if parts else ""
    if statement.date and any(int(p.value[:4]) > statement.date.year for p in statement.periods if p.value):
        return
    planned = core_of(text)[1] or is_foretold(last) or _AHEAD.search(last[-24:]) is not None
    for at, part in enumerate(parts):
        told = _TELLS.search(text, *part)
        body = text[part[0] : told.start() if told else part[1]]
        found = _deed(body)
        if found is not None and not (planned and not _is_past(found[1])) and not _ahead(body, found[1].start()):
            form, match = found
            what = _object(text, part, match)
            start = part[0] + max(0, body.rfind(what, 0, match.start())) if what else part[0]
            if what is not None and _counts(statement, form, match, what, start, final=at == len(parts) - 1):
                end = part[0] + (match.end("way") if match["way"] else match.end("deed"))
                yield _record(statement, form, (min(start, end), end), f"{what} {match['deed']}", start)
                continue
        for match in _RELATIVE.finditer(body):
            what = match["what"].strip()
            if not _AHEAD.search(body[: match.start()][-12:]) and not _PAPER.search(what):
                span = part[0] + match.start(), part[0] + match.end("what")
                yield _record(statement, "launch" if match["deed"] == "출시" else "result", span, what, span[0])
                break


def _in_tasks(statement: Statement) -> bool:
    """Whether a statement stands in a list of what is to be done, and does not say itself that it was done."""
    if statement.section == "technology":
        return _TASKS.search(statement.label or "") is not None and _PAST.search(statement.text) is None
    above = [] if statement.part == "cell" else [words[-_NEAR:] for words in statement.above[:1]]
    above += [label[1] for words in statement.above[:1] if (label := _LABEL.match(words))]
    around = (statement.label or "", statement.head, statement.caption, *above)
    listed = any(_TASKS.search(words) for words in around)
    return listed and _PAST.search(statement.text) is None


_TELLS = lazily(
    r"(?<=[가-힣])다고\s(?:[가-힣]{2,8}\s)?(?:발표|공식\s?발표|밝[혔힘힌]|전[했함]|보도|설명|소개)\S{0,6}[\s.]*$"
)
"""The end of a clause that tells what somebody said was done: 개시했다고 발표."""
_BEGUN = lazily(r"운영|서비스|가동|수집|생산|운행|상용|시험|관측|비행|납품|공급|양산|판매|운용")
_NEAR = 16
"""Characters at the end of a bullet that say what the bullets below it are."""
_LABEL = lazily(r"^\(([^()]{1,18})\)")


def _deed(body: str) -> tuple[AchievementForm, re.Match[str]] | None:
    for form, pattern in _AT_END:
        match = pattern.search(body[-_WHAT_LAST:]) if len(body) > _WHAT_LAST else pattern.search(body)
        if match is not None:
            if len(body) > _WHAT_LAST:
                match = pattern.search(body)
            return (form, match) if match else None
    return None


def _is_past(match: re.Match[str]) -> bool:
    verb = match["verb"] or ""
    return bool(match["way"]) or verb.startswith(("했", "하였", "됐", "되었", "냈", "쳤", "한"))


def _ahead(body: str, at: int) -> bool:
    """Whether the words of a clause say that it is still to come, or asked of others."""
    return _AHEAD.search(body[:at]) is not None or _ASKED.search(body[at:]) is not None or is_foretold(body)


def _object(text: str, part: Span, match: re.Match[str]) -> str | None:
    """What was done, as the words before the deed name it; None where they name nothing."""
    before = text[part[0] : part[0] + match.start("deed")].rstrip()
    while found := _ADVERBS.search(before):
        before = before[: found.start()]
    if _NO_OBJECT.search(before):
        return None
    plain = bare(noun_before(before, len(before)))
    if plain in _THAT or plain.endswith(_THAT_TOLD):
        topics = list(_TOPIC.finditer(before))
        plain = bare(before[topics[-1].end() if topics else 0 :][-_LONGEST:])
    return plain if len(plain) > 2 else None


_TOPIC = lazily(r"(?<=[가-힣)A-Za-z0-9’'」])(?<![하되있없받맺갖치르지다])(?:은|는)\s")
_NO_OBJECT = lazily(r"(?:으로|[가-힣]로|에서|에게|에|게|다고|달아|째로?|까지|부터|지|[하음함]을)$")
_THAT = ("것", "사실", "점", "현상", "원리", "원인", "과정")
_THAT_TOLD = (" 것", " 사실", " 점")
_LONGEST = 70
"""Characters of what is shown to be so: 속도가 빨라지는 것을 입증."""
_ADVERBS = lazily(
    r"\s?(?:성공적으로|공식적으로|공식적|공식으로|최초로|공동으로|정식으로|새로|신규|직접|함께|처음으로|최초|세계\s최초로|국내\s최초로|공동|정식|공식)$"
)


def _counts(
    statement: Statement, form: AchievementForm, match: re.Match[str], what: str, at: int, *, final: bool
) -> bool:
    """Whether a deed on that thing is an achievement: a contract of that name, a thing that works, no paper."""
    deed = match["deed"]
    if form == "contract":
        return _DEED_NOUNS.search(what) is not None
    if _PAPER.search(what):
        return False
    technical = (
        statement.section == "technology" or _RESEARCHERS.search(f"{own_subject(statement, at) or ''}") is not None
    )
    if deed in _SHOWN and not _THING.search(what):
        return technical and deed in ("해결", "실현")
    if deed in _RESEARCH and not (technical or _THING.search(what)):
        return False
    if deed == "개시" and not _BEGUN.search(what):
        return False
    if deed in _WEAK and not _is_past(match) and statement.part != "headline":
        return own_subject(statement, at) is not None
    return match["verb"] is not None or match["way"] is not None or final or statement.part in ("headline", "lead")


def _record(statement: Statement, form: AchievementForm, span: Span, what: str, at: int) -> Achievement:
    text = statement.text
    money = next((q for q in statement.quantities if q.kind == "money" and q.value is not None), None)
    near = money is not None and span[0] - 60 <= money.start <= span[1] + 30
    day = next((p.value for p in statement.periods if p.value and p.high is None and p.end <= span[1]), None)
    dated = statement.article.date.isoformat() if statement.article and statement.article.date else None
    return Achievement(
        text[slice(*span)], *statement.span(*span), form, who(statement, at), what, day or dated,
        money.value if money and near else None, money.unit if money and near else None, statement.headline,
    )  # fmt: skip
