"""Claims to be the first, the best or the only one among the things that work: 세계 최초, 중국 유일."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import noun_before, who
from donghyang.facts.wording import clause_at, either, topics
from donghyang.language.patterns import lazily
from donghyang.records import PerformanceRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Distinction

_FIRST = lazily(
    r"(?P<scope>전\s?세계|세계|글로벌|중국\s?내|중국|국내|자국|아시아|업계|인류|전국|북반구|남반구)(?:에서|적으로|내에서)?\s(?:상용\s)?"
    r"(?P<what>최초|첫\s?번째|첫|유일|최고|최대|최장|최단|최소|최경량|최고속|최고효율|처음"
    r"|(?:[가-힣]{1,8}\s){0,3}가장\s[가-힣]{0,6}[은는운한른큰먼긴])"
)
_BROKEN = lazily(
    r"(?P<of>(?:(?<![가-힣])[가-힣]{1,8}\s){0,2}[가-힣]{1,8}의\s|(?:(?<![가-힣])[가-힣]{2,8}\s){0,2}[가-힣]{2,8}\s)?"
    r"(?:(?P<scope>전\s?세계|세계|글로벌|중국\s?내|중국|국내|아시아|업계)\s?)?"
    r"(?:최고|최장|최대|최단|최저|신|종전)?\s?기록을\s(?:다시\s|또\s)?"
    r"(?:경신|갱신|수립|세[우웠움]|깨|깬|깼|달성)"
)
"""A record that is broken: 극지 열수 시추의 세계 기록을 경신."""
THINGS = lazily(either("artefacts"))
_ENDS_IN_THING = lazily(rf"(?:{either('artefacts')}|기|체|선|함|관|로|망)(?:\([^()]*\))?$")
_MADE = lazily(either("made"))
_NO_THING = lazily(either("no_thing"))
_RESEARCHERS = lazily(r"연구팀|연구진|과학자|연구원|연구소|과학원|대학|교수")
_NOT_MADE = lazily(r"하겠|지향|위한\s|조사|설문|구속력|협약|조약|경쟁력|인재|클러스터|^[,，\s]*최고|할\s(?:계획|방침)")
"""What is wished for, or is no thing that works."""
PLANNED = r"목표|예정|계획(?!대로)|년(?:도)?(?:\s?말)?까지|전망|예측|예상|기대|향후|추진"
_PLANNED = lazily(PLANNED)
_GRADE = lazily(r"^\s?(?:수준|급|권|의\s수준)")
_WORD = lazily(r"[^\s,，.;]+")
_TIE = lazily(r"(?<=[가-힣)A-Za-z0-9’'])(?:을|를|은|는|에|으로|이며|이고|인)$|(?<=[더터체기어버])로$")
_MOST = 6
"""Words of the name of a thing, at most."""
_NEAR = 40
_AT_ONCE = 24
"""Characters behind a claim that say what it is of."""
_NOBODY = lazily(r"^(?:올해|지난해|작년|최근|이번|이|이들|그|것)$|(?:^|\s)\S$|[은는을를]\s")


def firsts(statement: Statement) -> Iterator[PerformanceRecord]:
    """The claims of a technical statement, in order."""
    text = statement.text
    for broken in _BROKEN.finditer(text):
        of = (broken["of"] or "").strip().removesuffix("의")
        if not (core_of(text)[1] or is_foretold(text) or _PLANNED.search(text, broken.end())):
            yield PerformanceRecord(
                text[slice(*broken.span())], *statement.span(*broken.span()), of or None, None, None, None, None,
                _claimant(statement, broken.start()), distinction="best", scope=broken["scope"],
            )  # fmt: skip
    for found in _FIRST.finditer(text):
        end = clause_at(text, found.start())[1]
        behind = text[found.end() : end]
        by_researchers = _RESEARCHERS.search(text, 0, found.start()) is not None
        if is_foretold(text[:end]) or core_of(text)[1] or not _is_claim(found["what"], behind, by_researchers):
            continue
        what, name = found["what"], _named(behind[:_NEAR])
        kind: Distinction = "only" if what == "유일" else "first" if what[0] in "첫처" or what == "최초" else "best"
        span = found.start(), found.end() + len(name)
        yield PerformanceRecord(
            text[slice(*span)], *statement.span(*span), what if what.startswith("가장") else None,
            None, None, None, None, _claimant(statement, found.start()) or name.strip() or None, distinction=kind,
            scope=found["scope"],
        )  # fmt: skip


def _is_claim(what: str, behind: str, by_researchers: bool) -> bool:
    """Whether the words behind a claim are of a thing that works, or that researchers made, and that is there."""
    near = behind[:_NEAR]
    if _GRADE.match(behind) or _PLANNED.search(behind) or _NOT_MADE.search(behind[:_AT_ONCE]) or _NO_THING.search(near):
        return False
    if what.startswith(("최고", "최대")) and not _ENDS_IN_THING.search(_named(near)):
        return False
    return bool(THINGS.search(near) or (_MADE.search(behind) and (by_researchers or THINGS.search(behind))))


def _claimant(statement: Statement, at: int) -> str | None:
    """Who or what is the first, as the statement says before the claim or the ones above it do."""
    for topic in sorted(
        topics(statement.text, 0, at), key=lambda found: (found[0].strip() in ("은", "는"), found.start()), reverse=True
    ):
        phrase = noun_before(statement.text, topic.start())
        if len(phrase) > 1 and not _NOBODY.search(phrase):
            return phrase
    return who(statement, at)


def _named(behind: str) -> str:
    """The thing that a claim is told of, up to its particle."""
    end = 0
    for count, found in enumerate(_WORD.finditer(behind)):
        if count == _MOST or behind[end : found.start()].strip() or (count and _MADE.match(found[0])):
            break
        tie = _TIE.search(found[0]) if count or found.start() else None
        end = found.start() + tie.start() if tie else found.end()
        if tie:
            break
    return behind[:end]
