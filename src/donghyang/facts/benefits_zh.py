"""Benefits of Chinese pages: 对……企业，给予最高500万元奖励."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.wording import begin_zh, either, last
from donghyang.language.patterns import lazily
from donghyang.records import Benefit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import BenefitForm, Quantity

_GIVEN = lazily(r"[^，,。；;]{0,24}?(?:奖励|奖补|补助|补贴|资助|支持|扶持|贴息|奖金|补偿|减免|返还|经费|贷款|资金|奖)")
_GIVING_BEFORE = lazily(r"(?:奖励|奖补|补助|补贴|资助|支持|扶持|贴息|给予|予以|减免)[^，,。；;]{0,14}$")
_CAP = lazily(r"(?:最高|不超过|上限|最多|封顶)[^，,。；;]{0,6}$")
_PER = lazily(r"(每[年月家户人个项件台次套]|单[个家项户]|(?<=[，,。])每)[^，,。；;0-9]{0,10}$")
_TO = lazily(
    r"(?:^|[，,。；;：:\s（(、])对于?((?!外)[^。；;：:]{2,70}?)(?:[，,]|按照?|给予|予以|一次性|分别|最高|每年|奖励|补贴|资助)"
)
_PAID = lazily(
    r"累计|共(?:计|发放)|已(?:发放|给予|兑现|拨付)|发放了|拨付|总投资|投入|融资|罚款|罚金|获得|获|总额|兑现|规模|预算|产值|营收|销售|收入(?:达|超)"
)
_CONDITION = lazily(r"(?:^|[，,；;。])((?:首次|年度?|经|当年|达到|通过|成功|新)[^，,。；;]{2,36}(?:的|后))[，,]")
_FORMS: tuple[BenefitForm, ...] = ("loan", "tax", "fee", "housing", "grant")
_FORM_WORDS = tuple((form, lazily(either(f"form_{form}_zh"))) for form in _FORMS)
_ISSUER = lazily(
    r"^([一-龥]{2,12}(?:省|市|区|县|委|局|部|厅|政府|管委会|开发区|新区|院))(?:印发|发布|出台|制定|对|将|拟)"
)


def benefits_zh(statement: Statement) -> Iterator[Benefit]:
    """The benefits of a Chinese sentence: one for each sum that is given as a rule."""
    text = statement.text
    for figure in statement.quantities:
        if figure.kind != "money" or not _is_given(text, figure):
            continue
        to = last(_TO, text, 0, figure.start)
        given = _GIVEN.match(text, figure.end)
        end = given.end() if given else figure.end
        receiver = to[1].strip() if to else None
        start = to.start(1) if to else begin_zh(text, figure.start)
        per = _PER.search(text[: figure.start])
        condition = _CONDITION.search(text, to.end() - 1 if to else 0, figure.start)
        issuer = _ISSUER.match(text)
        said = text[figure.start : end]
        form: BenefitForm = next((f for f, words in _FORM_WORDS if words.search(text[start:end])), "support")
        yield Benefit(
            text[start:end], *statement.span(start, end), issuer[1] if issuer else None, receiver, figure.value,
            figure.high, figure.unit, figure.bound or ("<=" if _CAP.search(text[: figure.start]) else None),
            per[1] if per else None, _purpose(said, figure), condition[1] if condition else None, form=form,
            problem=figure.problem,
        )  # fmt: skip


def _is_given(text: str, figure: Quantity) -> bool:
    before = text[begin_zh(text, figure.start) : figure.start]
    given = _GIVEN.match(text, figure.end) or _GIVING_BEFORE.search(before)
    if given is None or _PAID.search(before) or _PAID.match(text[figure.end : figure.end + 10]):
        return False
    capped = figure.bound == "<=" or _CAP.search(before) is not None or _PER.search(before) is not None
    ruled = _TO.search(text, 0, figure.start) is not None and (
        "给予" in before or "予以" in before or "一次性" in before
    )
    return (capped or ruled) and not _PAID.search(text[: figure.start][-60:])


def _purpose(said: str, figure: Quantity) -> str | None:
    """The noun of what is given: 一次性资金奖励."""
    plain = said[len(figure.text) :].lstrip("的 ")
    return plain if len(plain) >= 2 else None
