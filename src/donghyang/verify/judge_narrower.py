"""What holds of one firm told of its trade (在这家钢铁企业), and the first of a kind as that of all (县域中首个)."""

from __future__ import annotations

import re

from donghyang.records import Quantity, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.key import korean_forms
from donghyang.verify.reasons import says_only

_FIELD = re.compile(
    "(?:全国|我国|中国|国内|全球|世界|亚洲)(?P<limit>[一-龥]{2,8}?)(?:之?中|里|内)的?(?:首[个家座批条台]|唯一|第一|最)"
)
_ONE = re.compile("(?:在|是|由)?(?:这家|一家|某家|该)[一-龥]{0,10}?(?:企业|公司|工厂|车间|厂)")
_MANY = re.compile(
    "업계|업종|기업들|산업계|공장들|전국|(?:중국|국내)(?:의)? [가-힣]{1,8}(?:기업|업체|공장|산업)(?:은|는|의|이|가)"
)
_SINGLE = re.compile("한 |어느|일부|이 (?:기업|회사|공장)|해당|개사|1곳")


def judge_narrower(case: Case, support: dict[int, Found]) -> None:
    """Contradict a trade or a land for the figure of one firm, and a rank of a wider field than the source's."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None:
            _judge_one(case, figure, found)
    _judge_field(case)


def _accounted(case: Case, limit: Span) -> bool:
    """Whether a word of the text stands in a stretch of the source, in part at least."""
    if any(start < limit[1] and limit[0] < end for word in case.sentence.words for match in word.matches
           for start, end in match.places):  # fmt: skip
        return True
    said = case.corpus.key.plain[slice(*limit)]
    bare = re.sub("[^가-힣A-Za-z0-9]", "", case.sentence.printed).lower()
    return any(form in bare for form in korean_forms().get(said, ()))


def _judge_one(case: Case, figure: Quantity, found: Found) -> None:
    """A figure of one firm (在这家企业) told of a trade or a land."""
    segment = case.sentence.segment_at(figure.start)
    many = _MANY.search(case.sentence.text, segment[0], figure.start)
    number = case.corpus.clauses[found.clause].sentence
    start = case.corpus.place_of(number)[0]
    for before in case.corpus.before(number, 1):
        if case.corpus.words_of(before).endswith(("；", ";")):
            start = case.corpus.place_of(before)[0]
    one = _ONE.search(case.corpus.key.plain, start, found.quantity.start)
    if many and one and not _SINGLE.search(case.sentence.printed):
        case.hold(Judged("scope", many.span(), "contradicted", one.span(), says_only(one[0]), found.clause, sure=True))


def _judge_field(case: Case) -> None:
    """A rank in a land (전국 최초) that the source gives among a kind of its parts (全国县域中首个)."""
    for rank in [one for one in case.judged if one.kind == "rank" and one.status == "supported" and one.evidence]:
        assert rank.evidence is not None
        start = case.span_of(case.corpus.clause_at(rank.evidence[0]))[0]
        field = _FIELD.search(case.corpus.key.plain, start, rank.evidence[1] + 1)
        if field and field.end() >= rank.evidence[0] and not _accounted(case, field.span("limit")):
            case.hold(Judged("scope", rank.span, "contradicted", field.span(), says_only(field[0]), None, sure=True))
