"""Clauses: who does what, and what figure something reached, in the short noun-ending style of a weekly.

Every rule needs all words of the clause; what no rule covers has no Korean and is left to the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.draft.figures import quantity_ko
from donghyang.draft.lexicon import ACTOR_KINDS, relational_measures
from donghyang.draft.nouns import is_deed, members, noun_phrase
from donghyang.draft.prose import about, aimed, deed, happening, reached
from donghyang.language.hangul import with_particle
from donghyang.records import Period, Quantity, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.tokens import Reader, Token

_PREDICATES: tuple[Role, ...] = ("publish", "act", "cause")
_SAYING = frozenset({"提出", "明确", "明确提出", "要求", "指出", "规定"})
_EVERYWHERE = frozenset({"全国", "全省", "全市", "全区", "国内", "全球"})
_INNER: tuple[Role, ...] = ("act", "cause")
_LINKS: tuple[Role, ...] = ("level", "sum", "move", "moveto", "compare", "adv", "modal")
_TIMES = frozenset({"매년", "현재", "최근", "최근 몇 년간", "이 중", "이번"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in Korean and what is known of it."""

    korean: str
    """Without its subject."""
    stem: str
    """The same as a sentence without its ending (계획을 발표하), subject and all."""
    shape: str
    """figure, publish, act, event or setting (a date or circumstance without a statement)."""
    who: str = ""
    """What it speaks of; without it the clause can only follow another one."""
    joint: str = " "
    """What stands between subject and predicate: a comma behind an actor."""
    date: str = ""
    """Korean date that stands in front of it, "" when it has none."""
    deadline: bool = False
    """Is that date a term to be met?"""
    goal: bool = False
    """Does it state an aim, not a result?"""

    def note(self, *, among_others: bool = False) -> str:
        """Subject and predicate; with other subjects in the sentence a particle keeps them apart."""
        if not self.who:
            return self.korean
        if among_others and self.joint == ", ":
            return f"{with_particle(self.who, '은')} {self.korean}"
        return f"{self.who}{self.joint}{self.korean}"


@dataclass(frozen=True, slots=True)
class _Core:
    """Subject and predicate, before date, circumstances and aim."""

    korean: str
    stem: str
    shape: str
    who: str = ""
    joint: str = " "


@dataclass(slots=True)
class _Setting:
    """What stands in front of a clause's subject and predicate."""

    date: str = ""
    deadline: bool = False
    modal: str = ""
    front: str = ""
    manner: str = ""
    ahead: bool = False


def clause(page: Reader, words: Sequence[Token]) -> Clause | None:
    """The clause in Korean, or None where a word or the order of words is not understood."""
    words = [word for word in words if not (word.has("drop") and not word.has("noun", "act"))]
    setting = _Setting()
    at = 0
    while at < len(words):
        step = _lead(page, words, at, setting)
        if step == at:
            break
        at = step
    rest = words[at:]
    if not rest:
        return _circumstance(setting) if setting.date or setting.front else None
    return _stated(page, rest, setting)


def _circumstance(setting: _Setting) -> Clause:
    front, date = setting.front, setting.date
    goal = bool(setting.modal) or (setting.deadline and setting.ahead)
    return Clause(front, front, "setting", date=date, deadline=setting.deadline, goal=goal)


def _stated(page: Reader, words: Sequence[Token], setting: _Setting) -> Clause | None:
    core = _figure(page, words, setting) or _action(page, words, setting)
    if core is None:
        return None
    goal = bool(setting.modal) or (setting.deadline and setting.ahead)
    aim = _aim(core.korean, setting)
    stem = aimed(core.stem, aim) if aim else core.stem
    front = f"{setting.front} " if setting.front else ""
    korean, who = f"{core.korean} {aim}".strip(), core.who
    if who:
        who = front + who
    else:
        korean = front + korean
    date, deadline = setting.date, setting.deadline
    return Clause(korean, front + about(core.who, stem), core.shape, who, core.joint, date, deadline, goal)


def _aim(korean: str, setting: _Setting) -> str:
    """목표, 예정, 전망 behind what is still to come; "" behind what is done or says so itself."""
    if korean.endswith(("목표", "예정", "전망", "계획")):
        return ""
    return setting.modal or ("목표" if setting.deadline and setting.ahead else "")


# ---------------------------------------------------------------------------------------------- in front


def _lead(page: Reader, words: Sequence[Token], at: int, setting: _Setting) -> int:
    """Past the date, adverb, modal word or circumstance at `at`; `at` itself where there is none."""
    word = words[at]
    if word.has("date"):
        if setting.date and setting.date != word.ko("date"):
            return at
        setting.date = word.ko("date")
        setting.deadline = word.deadline
        setting.ahead = _ahead(page, word)
        return at + 1
    if word.has("modal") and not word.has("noun"):
        setting.modal = word.ko("modal")
        return at + 1
    if _opens(words, at):
        return at + 1
    span = _duration(page, words, at)
    if span:
        setting.front = f"{setting.front} {span}".strip()
        return at + 1
    if word.has("sum") and at + 1 < len(words) and words[at + 1].has(*_PREDICATES):
        setting.manner = word.ko("sum")
        return at + 1
    if word.has("adv") and not word.has("act", "cause", "noun", "event"):
        korean = word.ko("adv")
        if korean in _TIMES:
            setting.front = f"{setting.front} {korean}".strip()
        elif korean and not setting.manner:
            setting.manner = korean
        return at + 1
    if word.has("prep"):
        return _circumstances(page, words, at, setting)
    return at


def _opens(words: Sequence[Token], at: int) -> bool:
    """《方案》提出到2025年…: what says that something is said, in front of a date."""
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].zh in _SAYING:
        return following is not None and following.has("date")
    if not words[at].has("plan") and words[at].kind != "document":
        return False
    return following is not None and following.zh in _SAYING and at + 2 < len(words) and words[at + 2].has("date")


def _duration(page: Reader, words: Sequence[Token], at: int) -> str | None:
    """三年 in front of a deed: 3년간."""
    fact = words[at].fact
    if at or len(words) < 2 or not isinstance(fact, Quantity) or fact.unit not in ("年", "个月", "天"):
        return None
    if words[1].has("noun") and not words[1].has("act", "sum", "adv", "level"):
        return None
    written = quantity_ko(fact, page.terms)
    return f"{written.removesuffix('간')}간" if written else None


def _ahead(page: Reader, word: Token) -> bool:
    fact = word.fact
    if not isinstance(fact, Period) or page.date is None:
        return True
    last = fact.high or fact.value or ""
    return last[:4] >= str(page.date.year)


def _circumstances(page: Reader, words: Sequence[Token], at: int, setting: _Setting) -> int:
    """围绕 X, 通过 X, 在 X 方面: the longest noun phrase behind the word that leaves a clause or nothing."""
    pattern = words[at].ko("prep")
    for end in range(len(words), at + 1, -1):
        inner = words[at + 1 : end]
        tail = ""
        if inner and inner[-1].has("tail"):
            tail, inner = inner[-1].ko("tail"), inner[:-1]
        if (words[at].zh == "在") != bool(tail):
            continue
        korean = noun_phrase(page, inner) if inner else None
        if korean is None or (end < len(words) and not _goes_on(page, words[end:])):
            continue
        written = f"{korean} {tail}" if tail else _with_pattern(korean, pattern)
        setting.front = f"{setting.front} {written}".strip()
        return end
    return at


def _goes_on(page: Reader, words: Sequence[Token]) -> bool:
    return _figure(page, words, _Setting()) is not None or _action(page, words, _Setting()) is not None


def _with_pattern(korean: str, pattern: str) -> str:
    particle, _, rest = pattern.partition(" ")
    if particle in ("을", "은", "이", "과"):
        joined = with_particle(korean, particle)
        return f"{joined} {rest}".strip()
    return korean + pattern


# ---------------------------------------------------------------------------------------------- figures


def _figure(page: Reader, words: Sequence[Token], setting: _Setting) -> _Core | None:
    """[what] [against what] [moved] figure; figures for several things in turn."""
    end = len(words)
    values: list[Token] = []
    while end and (words[end - 1].has("quantity") or (values and _is_comma(words[end - 1]))):
        if words[end - 1].has("quantity"):
            values.insert(0, words[end - 1])
        end -= 1
    if not values:
        return None
    start = end
    while start and words[start - 1].has(*_LINKS):
        start -= 1
    what, link = words[:start], words[start:end]
    _note_modal(link, setting)
    risen = _from_to(page, what, link, values)
    if risen:
        return risen
    return _share(page, what, link, values) or _measured(page, what, link, values, setting)


def _is_comma(word: Token) -> bool:
    return word.zh in ("、", "和", "，", "及")


def _from_to(page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token]) -> _Core | None:
    """甲由2022年的5提高到8: 갑 2022년 5에서 8로 상승."""
    at = next((at for at, word in enumerate(what) if word.zh in ("由", "从") and at), None)
    moved = [word for word in link if word.has("moveto")]
    if at is None or not moved or len(values) != 1:
        return None
    old = [word for word in what[at + 1 :] if not word.has("de")]
    dated = old[0].ko("date") if old and old[0].has("date") else ""
    old = old[1:] if dated else old
    subject = noun_phrase(page, what[:at])
    first = old[0].fact if len(old) == 1 else None
    last = values[0].fact
    if not subject or not isinstance(first, Quantity) or not isinstance(last, Quantity):
        return None
    start, stop = quantity_ko(first, page.terms), quantity_ko(last, page.terms)
    if start is None or stop is None:
        return None
    told = f"{dated} {start}에서 {with_particle(stop, '으로')} {moved[-1].ko('moveto')}".strip()
    return _Core(told, f"{told}하", "figure", subject)


def _note_modal(words: Sequence[Token], setting: _Setting) -> None:
    for word in words:
        if word.has("modal"):
            setting.modal = setting.modal or word.ko("modal")


def _measured(
    page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token], setting: _Setting
) -> _Core | None:
    subject = noun_phrase(page, what) if what else ""
    if subject is None or (what and what[-1].has("quantity")):
        return None
    kinds = {fact.kind for word in values if isinstance(fact := word.fact, Quantity)}
    if not link and not _speaks_alone(what, kinds):
        return None
    verb = _moved(page, link, values)
    if verb is None or (any(word.has("move", "moveto") for word in link) and kinds & {"rank", "number"}):
        return None
    amounts = _amounts(page, values)
    if amounts is None or (len(values) > 1 and members(what) != len(values)):
        return None
    before = " ".join([*(word.ko("sum") for word in link if word.has("sum")), _against(link)]).strip()
    moved = any(word.has("move", "moveto") for word in link)
    told = " ".join(part for part in (before, setting.manner, amounts) if part) + verb
    stem = f"{told}하" if moved else reached(" ".join(part for part in (before, amounts) if part), verb.strip())
    if _relational(what):
        return _Core(f"{subject} {told}", about(subject, stem), "figure")
    return _Core(told, stem, "figure", subject)


def _relational(what: Sequence[Token]) -> bool:
    """年均增速, 占比: a measure of something that another clause names."""
    return bool(what) and all(word.zh in relational_measures() or word.has("compare", "adv") for word in what)


_YEAR_ON_YEAR = "전년 동기 대비"


def _against(link: Sequence[Token]) -> str:
    """What a change is measured against, said once."""
    said = [word.ko("compare") for word in link if word.has("compare")]
    if any(word.ko("move").startswith(_YEAR_ON_YEAR) for word in link) and _YEAR_ON_YEAR not in said:
        said.insert(0, _YEAR_ON_YEAR)
    return " ".join(said)


def _amounts(page: Reader, values: Sequence[Token]) -> str | None:
    """The figures in order; 각각 before several. None where one of them cannot be written."""
    written: list[str] = []
    for word in values:
        fact = word.fact
        noun = page.text[max(0, word.start - 16) : word.start]
        amount = quantity_ko(fact, page.terms, noun=noun) if isinstance(fact, Quantity) else None
        if amount is None:
            return None
        written.append(amount)
    return ", ".join(written) if len(written) == 1 else f"각각 {', '.join(written)}"


def _speaks_alone(what: Sequence[Token], kinds: set[QuantityKind]) -> bool:
    """总投资12亿元, 销量超过680万辆: a measure's name and its figure need no verb between them."""
    return bool(what) and what[-1].kind == "metric" and bool(kinds - {"number", "rank"})


def _moved(page: Reader, link: Sequence[Token], values: Sequence[Token]) -> str | None:
    """What stands behind the figure: 증가, 로 증가, 돌파; None where the figure cannot be written."""
    fact = values[-1].fact
    if not isinstance(fact, Quantity):
        return None
    reached = [word for word in link if word.has("moveto")]
    if reached:
        last = quantity_ko(fact, page.terms)
        return None if last is None else f"{with_particle(last, '으로')[len(last) :]} {reached[-1].ko('moveto')}"
    moves = [word for word in link if word.has("move")]
    if moves:
        return f" {moves[-1].ko('move').removeprefix(_YEAR_ON_YEAR).strip()}"
    levels = [word.ko("level") for word in link if word.has("level") and word.ko("level")]
    if levels and fact.bound in (">", ">=") and levels[-1] in ("초과", "돌파", "기록"):
        return ""
    return f" {levels[-1]}" if levels else ""


def _share(page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token]) -> _Core | None:
    """甲占乙的30%: 갑, 을의 30% 차지."""
    at = next((at for at, word in enumerate(what) if word.zh in ("占", "占到", "约占", "占据")), None)
    if at is None or len(values) != 1:
        return None
    whole = [word for word in what[at + 1 :] if word.zh not in ("比重", "比例")]
    if whole and whole[-1].has("de"):
        whole = whole[:-1]
    subject = noun_phrase(page, what[:at]) if at else ""
    total = noun_phrase(page, whole)
    fact = values[0].fact
    if subject is None or total is None or not isinstance(fact, Quantity) or fact.kind != "percent":
        return None
    if any(word.has("move", "moveto") for word in link):
        return None
    amount = quantity_ko(fact, page.terms)
    if amount is None:
        return None
    return _Core(f"{total}의 {amount} 차지", f"{total}의 {deed(amount, '차지')}", "figure", subject, ", ")


# ---------------------------------------------------------------------------------------------- actions


def _action(page: Reader, words: Sequence[Token], setting: _Setting) -> _Core | None:
    for at, word in enumerate(words):
        role = next((role for role in _PREDICATES if word.has(role)), None)
        if role is None or at + 1 == len(words):
            continue
        if at and _nominal_here(words, at):
            continue
        found = _done(page, words, at, role, setting)
        if found:
            return found
    return _happened(page, words, setting)


def _nominal_here(words: Sequence[Token], at: int) -> bool:
    """Between two nouns a word such as 发展 or 建设 is a noun itself, unless an actor stands in front of it."""
    word, before = words[at], words[at - 1]
    return (
        word.has("noun")
        and before.has("noun", "de", "conj")
        and before.kind not in ACTOR_KINDS
        and not before.has("adv")
    )


def _done(page: Reader, words: Sequence[Token], at: int, role: Role, setting: _Setting) -> _Core | None:
    """[who] does [what]."""
    front = list(words[:at])
    manner = setting.manner
    while front and front[-1].has("adv", "modal"):
        last = front.pop()
        setting.modal = setting.modal or last.ko("modal")
        manner = manner or last.ko("adv")
    who = noun_phrase(page, front) if front else ""
    if who is None or (front and front[-1].has("quantity")):
        return None
    behind = words[at + 1 :]
    korean = words[at].ko(role)
    if len(behind) > 1 and behind[0].has(role) and is_deed(behind[0]):
        korean, behind = f"{korean}·{behind[0].ko(role)}", behind[1:]
    thing = noun_phrase(page, behind)
    if thing is None and role == "cause":
        thing = predicate(page, behind)
    if thing is None or not _fits(behind, role):
        return None
    if manner in _TIMES:
        thing, manner = f"{manner} {thing}", ""
    verb = korean if manner in korean else f"{manner} {korean}".strip()
    joint = ", "
    if who and all(word.zh in _EVERYWHERE for word in front):
        who, joint = f"{who}에", " "
    return _Core(f"{thing} {verb}", deed(thing, verb), "publish" if role == "publish" else "act", who, joint)


def _fits(behind: Sequence[Token], role: Role) -> bool:
    """A document is published, not a noun of any kind; a verb needs a thing, not a bare number."""
    solid = [word for word in behind if not word.has("drop")]
    if role == "publish":
        return any(
            word.has("plan") or word.kind in ("document", "policy", "metric", "noun", "technology") for word in solid
        )
    return any(word.has("noun", "plan") or isinstance(word.fact, Quantity) for word in solid)


def _where(page: Reader, words: Sequence[Token]) -> str:
    """北京 -> 베이징에서; 材料研究中, 材料领域 -> 소재 연구에서, 소재 분야에서; "" for anything else."""
    if words and all(word.kind == "place" for word in words):
        return f"{noun_phrase(page, words)}에서"
    if len(words) > 1 and words[-1].has("tail"):
        inner = noun_phrase(page, words[:-1])
        tail = words[-1].ko("tail")
        return "" if inner is None else f"{inner}에서" if tail == "중" else f"{inner} {tail}"
    return ""


def predicate(page: Reader, words: Sequence[Token]) -> str | None:
    """[who] [does] [what] inside another clause (支持企业建设研发中心): 기업의 연구개발센터 구축."""
    for at, word in enumerate(words):
        role = next((role for role in _INNER if word.has(role)), None)
        if role is None or at + 1 == len(words):
            continue
        who = noun_phrase(page, words[:at]) if at else ""
        thing = noun_phrase(page, words[at + 1 :]) or (predicate(page, words[at + 1 :]) if role == "cause" else None)
        if who is not None and thing:
            return f"{who}의 {thing} {word.ko(role)}" if who else f"{thing} {word.ko(role)}"
    if words and words[-1].has("event"):
        what = noun_phrase(page, words[:-1])
        return f"{what} {words[-1].ko('event')}" if what else None
    return None


def _happened(page: Reader, words: Sequence[Token], setting: _Setting) -> _Core | None:
    """[what] happened: 开工, 发射成功, 不断完善."""
    last = words[-1]
    if not last.has("event") or len(words) < 2:
        return None
    front = list(words[:-1])
    manner = setting.manner
    while front and front[-1].has("adv", "modal"):
        before = front.pop()
        setting.modal = setting.modal or before.ko("modal")
        manner = manner or before.ko("adv")
    place = ""
    at = next((at for at, word in enumerate(front) if word.zh == "在" and at), None)
    if at is not None:
        place = _where(page, front[at + 1 :])
        front = front[:at] if place else front
    what = noun_phrase(page, front) if front else None
    if what is None or front[-1].has("quantity"):
        return None
    verb = f"{manner} {last.ko('event')}" if manner and manner not in last.ko("event") else last.ko("event")
    verb = f"{place} {verb}".strip()
    shape = "publish" if any(word.has("plan") for word in front) else "event"
    joint = ", " if place and front[-1].kind in ACTOR_KINDS else " "
    return _Core(verb, happening(verb), shape, what, joint)
