"""The parts of a benefit as the words around it name them: who may receive it, for what, on what condition, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.phrases import bare, is_body, noun_before
from donghyang.facts.wording import clause_at, cuts, either, last
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    import re

    from donghyang.facts.statements import Statement
    from donghyang.records import BenefitForm, Quantity, Span

_AT_WORD = r"(?<![^\s,，.])"
"""Where a word begins: what is looked for by whole words is looked for there alone, once for each."""
_OFTEN = "연간|매년|매월|각각|각|1회|1인당"
TO = lazily(
    r"(?:(?:을|를)\s대상으로|(?<=[가-힣)])\s대상(?=[\s,]|으로)|(?<=[가-힣)])에게(?=[\s는])|의\s경우(?=[\s,에])"
    r"|에\s?대(?:해서?|하여)|에\s?한(?:해|하여)|(?:을|를)\s우선(?:적으로)?\s(?=지원|선정|보조))"
)
"""What stands behind a receiver: … 기업을 대상으로, … 연구자에게."""
_TOPIC_END = lazily(
    rf"(?<=[가-힣)])(?:은|는|에는|엔|에|의\s경우|이|가)\s?(?:(?:{_OFTEN}|월|연|[^\s,，()]{{1,8}}당)\s?){{0,2}}(?:최대|최고)?\s?(?:약\s)?$"
)
_BARE_END = lazily(rf"\s?(?:{_OFTEN})?\s?(?:최대|최고|한도)?\s?(?:약\s)?$")
_FOR_EACH = lazily(r"\s(?:[0-9]+\S{1,4}(?:당|마다)|(?:한|1)\s?(?:명|곳|팀|가구)(?=(?:에게?|당|마다)\s))\s?")
"""How many each receives it for: 농가에 1무당 40위안, 신입생 한 명에."""
RECEIVER = lazily(rf"(?:{either('receivers')})(?:들)?(?:\([^()]{{1,20}}\))?$")
GIVING = lazily(either("giving"))
PER = lazily(
    r"((?:(?:[가-힣]{1,8}(?<![에게는은을를])\s(?:한|1)\s?)?[^\s,，()]{1,12}(?:당|마다)(?:\s(?:연간|매년|매월|월))?|매년|매월|매달|연간|월|해마다|건별|1회))\s?(?:(?:한도|상한)액?[은는]\s)?(?:평균\s)?(?:최대|최고|약)?\s?$"
)
_CONDITION = lazily(
    rf"{_AT_WORD}((?:[^\s,，.]+\s){{0,6}}?[^\s,，.]+?(?:(?<=[가-힣])\s?시(?=[\s,])|[할될한된하되는] 경우"
    r"|하면|되면|받으면|않으면|넘으면|이면|조건으로))"
)
_NOT_TIME = lazily(rf"(?:^|\s)(?:{either('not_when')})$")
"""Words that end as a condition does (사업화 시): 동시, 도시."""
_PURPOSE = lazily(
    r"^(?:의|까지의|까지|을|를|상당의|이내의|씩)?\s?((?:[^\s,，]+\s){0,5}?[^\s,，]*?)(?:을|를|이|가)?\s?"
    rf"(?P<given>{either('giving')})"
)
_AIM = lazily(rf"{_AT_WORD}((?:[^\s,，.]+\s){{0,5}}[^\s,，.]+?)(?:을|를)?\s?(?:위해|위하여|위한)\s")
_LEADS = lazily(r"(?:대해|대하여|위해|위하여|한해|한하여)$")
"""The end of a clause that only says to whom or for what."""
LIMIT = lazily(
    r"^(?:\([^()]{1,24}\))?(?:\s?(?:의\s)?(?:한도|이내|상한|범위)|[을를]\s(?:넘지|넘길\s수\s없|초과하지|초과할\s수\s없))"
)
"""Behind a sum that is the most that is given: 5,000만 위안 한도에서, 200만 위안을 넘지 않는다."""
LIMIT_BEFORE = lazily(r"(?:한도|상한)액?(?:은|는)\s(?:약\s)?$")
"""Before it: 기업당 한도는 300만 위안."""
_SHARE = lazily(
    r"의\s(?:(?:최대\s)?[0-9][0-9.]*\s?%|절반|전액|[0-9]분의\s?[0-9])(?=[,，을를까\s])(?:\s?이내|까지)?[을를]?"
)
_SHARE_REACH = 60
"""Characters between a share and the most that it may come to."""
_PAYS = lazily(
    rf"(?P<who>(?:{either('receivers')}))(?:들)?[이가]\s(?:내는|부담하는|납부하는|지불하는|쓰는|부담한|지출한)\s"
)
"""Who bears the costs of which a share is given: 기업이 내는 시험 비용의 50%."""
_LIMIT_TO = lazily(r"^(?:\([^()]{1,24}\))?\s?(?:(?:의\s)?(?:한도|범위)?\s?(?:내)?(?:에서|이내에서|이내로|로))?")
_LEADS_IN = lazily(r"^(?:[는은을를의)]\s?|[)과와]{1,2}\s|(?:앞으로|향후)\s|[0-9]+(?:년|개월)간\s|매[년월달]\s)+")
_HOW = lazily(r"(?:을|를)\s(?:묶어|함께|우선|무상으로|직접|별도로|추가로|차등|일괄)$")
_NO_PURPOSE = lazily(
    r"(?:(?:[^\s]+\s한\s)?[^\s]{1,12}(?:당|마다)|[명곳팀]에게?"
    r"|최대 월|매[년월달]|월|연|특별|각각|대상|동안|[0-9]+(?:년|개월)간(?:\s월)?"
    r"|.{0,8}동안|현금|자금|총|등|.{0,8}[0-9]%?)"
)
_SINCE = lazily(r"^\s?(?:부터|이후)")
_SINCE_SAID = lazily("부터|이후")
_UNTIL = lazily(r"^\s?(?:말|중)?\s?까지")
RECEIVER_HEAD = lazily("대상|수혜|자격|지원 ?기업|신청 ?자격")
AMOUNT_HEAD = lazily("금액|한도|지원 ?내용|혜택|보조금|장려금|지원금|지원액|지원 ?규모|기준")
CONDITION_HEAD = lazily("조건|요건|기준 ?요건")
_FORMS: tuple[BenefitForm, ...] = ("loan", "tax", "fee", "housing", "talent", "priority", "grant")
_FORM_WORDS = tuple((form, lazily(either(f"form_{form}"))) for form in _FORMS)


def giving_clause(text: str, at: int) -> Span:
    """The clause around a place, with the one before that only says to whom or for what: …기업에 대해 | 최대 …."""
    found = cuts(text)
    place = next((index for index, cut in enumerate(found) if cut[0] <= at < cut[1]), None)
    if place is None:
        return 0, len(text)
    first = last = place
    while first and _LEADS.search(text, *found[first - 1]):
        first -= 1
    while last + 1 < len(found) and _LEADS.search(text, *found[last]):
        last += 1
    return found[first][0], found[last][1]


def receiver_of(text: str, since: int, until: int) -> tuple[str, int] | None:
    """Who may receive what stands at `until`, and where the words for it end; None where nobody is named."""
    sum_before = _SUM_BEFORE.match(text, since, until)
    since = sum_before.end() if sum_before else since
    before = _FOR_EACH.sub(" ", text[since:until])
    for mark in reversed(list(TO.finditer(before))):
        phrase = noun_before(before, mark.start())
        if len(phrase) >= 2:
            return phrase, since + mark.end()
        break
    ends = _TOPIC_END.search(before)
    if ends:
        phrase = bare(noun_before(before, ends.start()))
        if RECEIVER.search(phrase) and not _gives(phrase):
            return phrase, since + ends.end()
    end = _BARE_END.search(before)
    if end:
        phrase = noun_before(before, end.start())
        condition = condition_in(phrase)
        found = _last_receiver(phrase[: phrase.find(condition)].strip() if condition else phrase)
        if found and not _gives(found):
            return found, since + before.rfind(found) + len(found)
    return None


def share_before(text: str, since: int, at: int) -> tuple[str, int] | None:
    """What a share is given of, whose most stands at `at`, and where the words for it begin; None without a share.

    구입비의 20%, 기업당 최대 800만 위안 is of 구입비.
    """
    found = last(_SHARE, text, max(since, at - _SHARE_REACH), at)
    if found is None:
        return None
    phrase = noun_before(text[since : found.start()], found.start() - since)
    return (phrase, text.rfind(phrase, since, found.start())) if len(phrase) > 1 else None


def payer(words: str) -> tuple[str, int] | None:
    """Who bears what words speak of, where he may receive a share of it, and where the words for him end."""
    found = last(_PAYS, words)
    return (found["who"], found.end()) if found else None


def _last_receiver(phrase: str) -> str | None:
    """The phrase up to its last word that names a receiver; None without one: … 선도 기업 사업화 성공."""
    words = phrase.split()
    for end in range(len(words), 0, -1):
        if RECEIVER.search(words[end - 1].rstrip("은는이가에,")):
            return bare(" ".join(words[:end])) if len(words) - end <= _BEHIND + (words[-1] == "시") else None
    return None


_SUM_BEFORE = lazily(r"\([^()]{1,24}\)[,，]?\s")
"""The end of the sum before, in other money: (약 2,000만 원), 우수청년은."""
_BEHIND = 2
"""Words that may stand between a receiver and the sum, at most, beside a 시: … 기업 양산 성공 시 400만 위안."""


def _gives(phrase: str) -> bool:
    last = phrase.split()[-1] if phrase.split() else ""
    return is_body(phrase) and not RECEIVER.search(last)


def condition_in(words: str) -> str | None:
    """The condition that words set: 사업화 성공시, 취업을 유지하면; None where they set none."""
    return next((said for found in _CONDITION.finditer(words) if not _NOT_TIME.search(said := found[1].strip())), None)


def from_row(statement: Statement, heads: re.Pattern[str]) -> str | None:
    """What the cell under such a head says in the row of the statement."""
    return next((cell for head, cell in statement.row if cell and head != statement.head and heads.search(head)), None)


def purpose_of(text: str, figure: Quantity, begin: int, receiver: tuple[str, int] | None) -> str | None:
    """What a sum is given for: the noun behind it (연구 경비), what it shall serve (…을 위해), else what stands between
    it and its receiver.
    """
    limit = _LIMIT_TO.match(text[figure.end :])
    behind = _PURPOSE.match(text[figure.end + (limit.end() if limit else 0) :])
    said = _said(behind) if behind else ""
    if len(said) >= 2 and not RECEIVER.search(said) and "위안" not in said:
        return said
    aim = _AIM.search(text[begin : figure.start])
    if aim:
        return noun_before(aim[1], len(aim[1])) or None
    between = text[receiver[1] if receiver else begin : figure.start]
    end = _BARE_END.search(between)
    left = plain_purpose(noun_before(between, end.start())) if end else ""
    return left if len(left) > 1 and not condition_in(f"{left} ") and not GIVING.search(left) else None


def _said(behind: re.Match[str]) -> str:
    """The noun behind a sum, else the name of what is given itself: 보상금을 지급."""
    return plain_purpose(behind[1]) or (behind["given"] if behind["given"].endswith(_NAMED) else "")


_NAMED = ("금", "수당", "바우처")


def plain_purpose(words: str) -> str:
    """What a sum is for, without the particle and the length of time before it; "" where nothing else is said."""
    plain = bare(_HOW.sub("", _LEADS_IN.sub("", words.strip())))
    return "" if _NO_PURPOSE.fullmatch(plain) else plain


def times(statement: Statement, until: int) -> tuple[str | None, str | None]:
    """From when and until when, as the periods before a place say."""
    text = statement.text
    begin = clause_at(text, until - 1)[0]
    near = [period for period in statement.periods if begin <= period.start and period.end <= until]
    since = next((p.value for p in near if p.high or _SINCE.match(text[p.end :]) or _SINCE_SAID.search(p.text)), None)
    end = next((p.high or p.value for p in near if p.high or _UNTIL.match(text[p.end :]) or "까지" in p.text), None)
    return since, None if end == _OPEN else end


_OPEN = ".."
"""The end of a stretch of time that the text leaves open."""


def form_of(words: str, figure: Quantity | None) -> BenefitForm:
    """What is given, by the first form whose words stand there; money that says no more is a grant."""
    found = next((form for form, pattern in _FORM_WORDS if pattern.search(words)), None)
    return found or ("grant" if figure is not None and figure.kind == "money" else "support")
