"""What is said of a sentence, clause by clause: its mood, its date, who says it, and where nothing sure follows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans
from donghyang.draft.denial import without_denial
from donghyang.draft.doing import can_act, is_deed
from donghyang.draft.figures import period_ko
from donghyang.draft.halves import is_per_unit
from donghyang.draft.lexicon import fold, free_deeds
from donghyang.draft.moods import AHEAD, DENIED, LASTING, OPEN, mood_of, settled
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.orders import fronting
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.plans import words_of
from donghyang.draft.prose import about
from donghyang.draft.reviewed import (
    compared_time,
    compared_year,
    has_own_span,
    holds_for,
    is_compared,
    is_counted,
    is_stock,
    time_of,
)
from donghyang.draft.scope import is_regions
from donghyang.draft.shapes import Clause
from donghyang.draft.speech import Speech, speech_of
from donghyang.draft.unnamed import aim_standing, in_a_speech, names_nothing
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token

Place = Literal["news", "section", "plan"]
"""Where a sentence stands: in a report, in a plan's numbered sections, on a page that is the plan by its title."""


_LONGEST_CLAUSE = 240
"""Characters of the longest clause that is read: a longer stretch without a comma is a list or a broken text."""
_GOES_ON = frozenset("，,：:")
"""Behind these stands what somebody says: 严格信息安全要求。 says nothing of anybody."""
# What follows these depends on them: without them it would say something else.
_GOVERNING = re.compile(
    r"^(?:除|如果|若|假如|虽|尽管|剔除|扣除|不含|只有|当|例如|比如|倘|与(?!.{1,6}不同$)|和|相比|按.{0,8}(?:计算|口径)|因|由于|无论|不仅|不但)"
)
# Openers that change nothing in what follows.
_OPENER = re.compile(
    r"(?:数据|统计|报告|规划|方案|意见|纲要|通知|计划|结果|研究|公报|》)?(?:显示|表明|提出|指出|明确|要求|强调|透露)$|"
    r"^(?:据|央视网消息|新华社|本报|中新网|(?:会上|其中|此外|同时|目前)$)|(?:主要|发展|预期)目标(?:是|为)$|消息$|获悉$|了解到?$|介绍$|统计$|^与[^，]{1,6}不同$"
)


_SHOWS = re.compile("(?:显示|表明)$")
_STATISTICS = re.compile("数据|统计|公报|消息|信息")


_OWN_WORDS = re.compile(
    "^[^，。]{0,2}(?:明确)?提出$|》[^，。]{0,6}提出$|(?:规划|方案|意见|纲要|通知|计划)(?:中|还)?(?:明确)?提出$"
)


_GREW = ("증가", "성장")
_RATES = ("율", "률", "수준", "평균", "증가폭", "속도")
_ABOVE = re.compile(r"(?P<what>[^,]+)[을를] (?P<by>[\d.,]+%p (?:상회|하회))$")
_QUICKER = re.compile(r"^(?!증가|상승|감소|하락|성장)[^,]*대비 [\d.,]+%p (?:상승|하락|확대|축소)$")


_AIMS = re.compile(r"^[^\d年]*目标(?:是|为)?$")
_AIMS_OF_YEAR = re.compile(r"^今年[^\d年]*目标(?:是|为)$")
_AIMED = re.compile("이상|이하|약 [\\d.]+")
_COME_TO = re.compile("(?:기록|초과|돌파|차지)$")
_ROUND_MOVE = re.compile(r"(?:增长|下降|提高|降低|上涨)约?[\d.]+[%％](?:左右|上下)$")


class Telling:
    """A sentence while its clauses are put into Korean one by one, up to the first that has none."""

    def __init__(self, page: Reader, place: Place, aim: Mood = "") -> None:
        """`aim`: what the sentence in front of a semicolon promises or demands, which holds for this one too."""
        self.said: list[Clause] = []
        self.speech: Speech | None = None
        self.year: int | None = None
        """The year of what is said, where another sentence has named it."""
        self._page = page
        self._place = place
        self._aim: Mood = aim
        self._handed: Mood = aim
        self._topic = ""
        """Who or what the sentence speaks of, where a comma parts it from what he does."""
        self._context = Clause("", "", "setting")

    def hear(self, first: int, last: int) -> bool:
        """Take one clause in; False where it has no Korean, so that nothing behind it is told."""
        page = self._page
        piece = fold(page.text[first:last]).strip(' “”"。！？；')
        if piece.endswith("除外"):
            self.said.clear()
            return False
        if _IN_A_ROW.search(page.folded, first, last) and _quotes_deeds(page, first, last):
            return False
        if piece.endswith("相比"):
            return self._compare(first, last)
        if _AIMS.search(piece) and (piece[-1] in "是为" or page.folded[last : last + 1] in ("：", ":")):
            self._aim = "goal"
            return True
        if _AIMS_OF_YEAR.match(piece) and page.date is not None:
            self._aim = "goal"
            self._context = Clause("", "", "setting", date=f"{page.date.year}년")
            return True
        speech = speech_of(page, first, last) if page.folded[last : last + 1] in _GOES_ON else None
        if speech and self.said:
            return False
        if speech and not speech.who and _OWN_WORDS.search(piece):
            # A plan's own words need no name; whatever it puts forward is told as it puts it.
            self._aim = "plan" if self._place == "news" and not self._aim else self._aim
            speech = None
        if speech:
            self.speech = self._held_at(speech)
            self._aim = speech.mood
            return bool(speech.who)
        words = words_of(page, first, last) if last - first <= _LONGEST_CLAUSE else ()
        if _SHOWS.search(piece):
            return not self.said and self._shown(piece, words)
        mark = fronting(words)
        mood = mood_of(page, first, last, None if mark is None else words[mark].start)
        if mood == "conditional" or (mood in _TOLD_AS_IS and _promises(words, mark)):
            return False
        self._govern(mood)
        found = self._clause(words, mood)
        if found and found.who and mood in OPEN and self._aim and self._aim == self._handed != "goal":
            # 甲将建厂；乙完成签约: what is said of another may have come about.
            return False
        if words and all(word.has("adv", "drop") and not word.ko("adv") and not word.has("act") for word in words):
            return True
        if found is None and not self.said and not self._topic:
            self._topic = self._topic_of(words)
            if self._topic:
                return True
        if found is None and self._place == "news" and not self._aim and _PUTS.search(piece):
            self._aim = "plan"
        if found is None or (self._topic and found.who and not self.said):
            told_by = any(word.kind == "person" for word in words) and bool(_TOLD_BY.search(piece))
            return bool(_OPENER.search(piece)) and not (told_by or _GOVERNING.match(piece))
        if self._context.korean.endswith(_AT_IT) and _STRETCH.match(found.date):
            # 在…发布会上，“十四五”时期…: no meeting lasts for years.
            return False
        if found.shape == "setting":
            self._set(found, mood)
            return True
        if not found.who and self._topic and not self.said:
            found = replace(found, who=self._topic, joint=", ", stem=about(self._topic, found.stem))
        if self._is_unsure(found, mood, words, piece):
            return False
        found = self._of_growth(found)
        if found.who and found.shape in ("event", "act") and self._overtakes(found, mood):
            return False
        dated = self._in_its_time(found, mood, words)
        if dated:
            self._say(dated, mood, first)
        return dated is not None

    def _held_at(self, speech: Speech) -> Speech:
        """在…会上，甲介绍，“十四五”时期…: its day is where he speaks, not what he speaks of."""
        held = self._context
        if not held.korean.endswith(_AT_IT):
            return speech
        self._context = Clause("", "", "setting")
        return replace(speech, where=f"{held.date} {held.korean}".strip())

    def _set(self, found: Clause, mood: Mood) -> None:
        """Take in what stands in front of what is told: a date, a circumstance."""
        before = self._context.korean
        said = "" if found.korean.startswith(_THESE) else found.korean
        front = f"{before} {said}".strip() if before not in said else said
        state: Mood = found.mood or ("done" if mood == "done" and found.date else "")
        date, due = (found.date, found.deadline) if found.date else (self._context.date, self._context.deadline)
        self._context = replace(found, korean=front, stem=front, mood=state, date=date, deadline=due)

    def _is_unsure(self, found: Clause, mood: Mood, words: Sequence[Token], piece: str) -> bool:
        """Does another sentence say whose a clause is, or whether it has come about?"""
        nobody = not (found.who or self.said)
        nobodys = not self.said and words[0].zh in _TOWARD  # 对增长的贡献率为30%
        if (nobody or nobodys) and (found.shape in ("figure", "event") or self._context.korean.endswith(_ONCE)):
            # 投产后，每年可输送…: what is put to use stands in another sentence.
            return True
        told = nobody and not (found.goal or self._handed) and mood in _TOLD
        goes_on = "。" in self._page.text[: words[0].start] and mood == "done" and not self._context.deadline
        if told and (_of_money(words) or (self._place == "news" and goes_on and is_counted(words))):
            # 实现利润100亿元, 已汇聚科技企业400家: whose and where, another sentence says.
            return True
        timeless = self._place == "news" and mood in OPEN and not (self._aim or found.date or self._context.date)
        if timeless and _ROUND_MOVE.search(piece) and not self.said:
            # 增长5%左右: of what is aimed at as well as of what has come about.
            return True
        if names_nothing(self._page, words) and self._place == "news" and not self.said:
            # 广西已完成建设146万亩: of what, another sentence says.
            return True
        if (
            mood in _TO_COME
            and not (self.said or self.speech or self._handed)
            and in_a_speech(self._page, words[0].start)
        ):
            return True
        if self._is_for_another(found, mood) or self._is_of_one_before(found, mood, words):
            return True
        if self._place == "news" and self._lacks_its_measure(found, words):
            return True
        return self._is_record_of_plan(found, mood)

    def _is_record_of_plan(self, found: Clause, mood: Mood) -> bool:
        """能力达2亿吨 among what a plan sets itself: aimed at, or what it looks back on?"""
        if self._place != "section" or mood not in OPEN or self._aim or found.shape != "figure" or found.mood:
            return False
        dated = found.date or self._context.date or _AIMED.search(found.korean)
        goes_on = bool(self.said) and self.said[-1].mood == "goal"
        return bool(_COME_TO.search(found.korean)) and not dated and not goes_on

    def _in_its_time(self, found: Clause, mood: Mood, words: Sequence[Token]) -> Clause | None:
        """A figure without a date in the time that the text has named before; None where it cannot be told of it."""
        counted = self._place == "news" and is_counted(words)
        if counted and mood in OPEN and not self._aim and self._is_year_begun(found.date or self._context.date):
            return None
        if not counted and self._place == "news":
            found = self._of_last_year(found, mood, words[0].start)
        if not counted or mood in LASTING or self._aim or found.mood or found.date:
            return found
        if self._context.date:
            stock = self.said and found.shape == "figure" and is_stock(self._context.date, self._page, words)
            return None if stock else found
        time = time_of(self._page, words[0].start)
        if time is None:
            return self._compared(found, words[0].start)
        if self.said and has_own_span(self._page, words[0].start):
            return found
        if not holds_for(time, self._page, words):
            return None
        self.year = time.year
        return replace(found, date=time.korean)

    def _of_last_year(self, found: Clause, mood: Mood, at: int) -> Clause:
        """加快财政支出进度 in a report's review: of the year that it looks back on, and no task of its own year."""
        if found.date or found.mood or self._aim or self.speech or (self._context.date and not self.said):
            return found
        time = time_of(self._page, at) if mood in _UNTIMED and reviews_at(self._page, at) else None
        if time is None or time.year is None:
            return found
        if self.said:
            return replace(found, mood="done") if self._context.date == time.korean else found
        self.year = time.year
        return replace(found, date=time.korean, mood="done")

    def _is_year_begun(self, date: str) -> bool:
        """今年新增30个 on a page of January: what is meant to come about as well as what has."""
        day = self._page.date
        return day is not None and day.month <= _EARLY and date == f"{day.year}년"

    def _compared(self, found: Clause, at: int) -> Clause | None:
        """A figure that is held against the year before, with the months or the year that it is of."""
        against = "" if self.said else is_compared(self._page, at)
        if not against:
            return found
        when = compared_time(self._page, at) or (compared_year(self._page, at) if against == "year" else "")
        if against == "year" and not when:
            # 总量达甲，比上年增长6%: of which year?
            return None
        return replace(found, date=when)

    def _is_for_another(self, found: Clause, mood: Mood) -> bool:
        """Does one of the two clauses only say what the other is for?

        发展甲，必须乙: what is to be, and what it takes. 发布文件，提升丙: what the paper is to bring about.
        """
        if not self.said or self.speech or found.who or found.shape != "act":
            return False
        if mood == "demanded" and all(map(_is_bare_deed, self.said)):
            self.said.clear()
            return True
        return self._place == "news" and self.said[-1].shape == "publish" and mood in _UNTIMED

    def _is_of_one_before(self, found: Clause, mood: Mood, words: Sequence[Token]) -> bool:
        """眼下，企业正在建设工厂: is it told of a firm, or of a region, that a sentence before has named?"""
        if self.said or self.speech or not found.who or self._place != "news" or mood == "demanded":
            return False
        if found.shape == "figure" and not self._topic and is_regions(self._page, words):
            return True
        first = next((word for word in words if word.has("noun") and not word.has("date", "adv", "drop")), None)
        if first is None or not self._page.text[: first.start].count("。"):
            return False
        return first.zh in _ONE_OF_MANY or (first.zh in _OF_SOMETHING and found.who == first.ko("noun"))

    def _lacks_its_measure(self, found: Clause, words: Sequence[Token]) -> bool:
        """其中，汽车制造业增长9.8%: what of the industry grew, another sentence says."""
        moved = max((at for at, word in enumerate(words) if word.has("move", "moveto")), default=0)
        front = [word for word in words[:moved] if word.has("noun")]
        if self.said or found.shape != "figure" or not front or not is_counted(words):
            return False
        return front[-1].kind != "metric" and front[-1].zh.endswith(_INDUSTRIES)

    def _of_growth(self, found: Clause) -> Clause:
        """增长6%，比上月加快2个百分点；高于全国1个百分点: what is quicker, and held against another, is the growth."""
        before = self.said[-1] if self.said else None
        if found.who or found.shape != "figure" or before is None or not before.korean.endswith(_GREW):
            return found
        other = _ABOVE.match(found.korean)
        if other and not other["what"].endswith(_RATES):
            told = f"{other['what']} 증가율을 {other['by']}"
            return replace(found, korean=told, stem=f"{told}하")
        if _QUICKER.search(found.korean):
            return replace(found, who="증가율", stem=about("증가율", found.stem))
        return found

    def _at_meeting(self, found: Clause) -> Clause:
        """大会开幕，会上发布了报告: it is not what stands in front that publishes it."""
        shown = _SHOWN_THERE.match(found.stem) if self.said and self.said[-1].who and found.who in _THERE else None
        return replace(found, stem=f"{with_particle(shown['what'], '이')} {shown['deed']}되") if shown else found

    def _overtakes(self, found: Clause, mood: Mood) -> bool:
        """计划于明天发射，三名航天员亮相: what another does behind a plan may have come about."""
        before = self.said[-1] if self.said else None
        return (
            before is not None and before.mood in ("plan", "planned") and mood in OPEN and found.who not in before.who
        )

    def _compare(self, first: int, last: int) -> bool:
        """与2018年相比: what follows is held against that year; False where it is held against something else."""
        dates = [fact for place in range(first, last) if isinstance(fact := self._page.facts.get(place), Period)]
        written = period_ko(dates[0], self._page.date) if len(dates) == 1 else None
        if not written or last - first > len(dates[0].text) + 3:
            return False
        self._context = Clause(f"{written} 대비", f"{written} 대비", "setting")
        return True

    def _govern(self, mood: Mood) -> None:
        self._aim = _governed(self._aim, mood, self.speech.mood if self.speech else "")

    def _clause(self, heard: Sequence[Token], mood: Mood) -> Clause | None:
        words = without_denial(heard) if heard and mood in DENIED else heard
        found = (
            clause(self._page, words) if words and not any(is_per_unit(self._page, word) for word in words) else None
        )
        if found and found.stem.endswith("이") and mood not in (*OPEN, "done"):
            return None
        return None if found and mood in DENIED and found.shape not in ("act", "event") else found

    def _shown(self, piece: str, words: Sequence[Token]) -> bool:
        """全球创新指数报告显示: what is told is that report's; figures of offices are the page's own.

        False where the report cannot be named.
        """
        if _STATISTICS.search(piece):
            return True
        at = next((at for at, word in enumerate(words) if word.zh in ("显示", "表明")), None)
        source = noun_phrase(self._page, words[:at]) if at else None
        if not source:
            return False
        front = f"{source}에 따르면"
        self._context = Clause(front, front, "setting", date=self._context.date, mood=self._context.mood)
        return True

    def _topic_of(self, words: Sequence[Token]) -> str:
        """开展活动的单位，必须…: a doer in front of the comma, in Korean; "" for anything else."""
        plain = words and not any(word.has("quantity", "date") for word in words)
        return (noun_phrase(self._page, words) or "") if plain and can_act(words[-1]) and len(words) > 1 else ""

    def _say(self, found: Clause, mood: Mood, first: int) -> None:
        context = replace(self._context, deadline=False, mood="done") if mood == "done" else self._context
        if not (context.date or found.date or context.goal or mood == "done") and found.shape in (
            "figure",
            "act",
            "event",
        ):
            context = aim_standing(self._page, first) or context
        side = context.korean.removesuffix(_IN_THAT)
        if side != context.korean and side in f"{found.who} {found.korean}":
            # 在出口方面，汽车出口…: said once.
            context = replace(context, korean="")
        made = self._at_meeting(_in_context(found, context, first=not self.said))
        told = replace(made, mood=self._mood(made, mood))
        names = told.static and not _REACHES.match(self._page.folded, first)
        if names and mood in OPEN and told.mood in ("plan", "planned", "expected"):
            # 将于10月起实施，过渡期12个月: what something is, is not foreseen.
            told = replace(told, mood="done")
        self.said.append(told.standing() if told.mood == "done" else told.reaching())
        self._context = Clause("", "", "setting", date=made.date, deadline=made.deadline, mood=context.mood)

    def _mood(self, made: Clause, own: Mood) -> Mood:
        """The clause's own mood, else what governs it: an aim before it, its date's term, a plan's section."""
        if self._aim == "expected" and own in AHEAD:
            own = "expected"
        if own in OPEN:
            own = self._aim or made.mood or own
        if own in OPEN and self._place != "news" and not made.date:
            # A figure without a bound may be a result that a plan's section looks back on.
            before = self.said[-1].mood if self.said else ""
            aimed = made.shape == "figure" and (before == "goal" or bool(_AIMED.search(made.korean)))
            return "goal" if aimed or (self._place == "plan" and made.shape == "figure") else "neutral"
        return settled(own, made.shape)


_AT_IT = ("회의에서", "회견에서", "발표회에서", "포럼에서", "대회에서", "좌담회에서", "행사에서", "설명회에서")
_STRETCH = re.compile(r"\d{4}~\d{4}년|지난 \d+년간")
_THERE = frozenset({"", "회의에서"})
_SHOWN_THERE = re.compile("(?P<what>회의에서 .+)[을를] (?P<deed>발표|공개|배포|체결)하$")
_EARLY = 3
_ONCE = " 후"
_THESE = ("이러한 ", "이 ")
_INDUSTRIES = ("业", "服务", "板块", "领域", "制造")
_OF_SOMETHING = frozenset(tables.words(__package__, "of_something"))
_ONE_OF_MANY = frozenset(tables.words(__package__, "one_of_many"))
_IN_THAT = " 측면에서"
_TOLD_BY = re.compile("(?:指出|要求|强调|透露)$")
"""习近平在…时强调: what somebody says whose name is not understood is not the page's own."""
_PUTS = re.compile("提出$")
"""What stands behind it is put forward, whoever does it."""
_REACHES = re.compile("[^，。；]*(?:达|超|突破|增至|升至|降至|接近)")
"""预计到2027年，规模达到乙以上: a figure that is come to, and not what something is."""
_UNTIMED: frozenset[Mood] = frozenset({"", "neutral", "steady"})


def _is_bare_deed(part: Clause) -> bool:
    return part.shape == "act" and not (part.who or part.date) and part.mood in _UNTIMED


_IN_A_ROW = re.compile("”[、和与及]?“")


def _quotes_deeds(page: Reader, first: int, last: int) -> bool:
    """提出“推进甲”“建设乙”等: are the quotes of a row what is to be done, and no names?"""
    words = words_of(page, first, last)
    quoted = [words[at + 1] for at, word in enumerate(words[:-1]) if page.text[word.end - 1] == "“"]
    return any(is_deed(word) or word.zh in free_deeds() for word in quoted)


_TOLD_AS_IS: frozenset[Mood] = OPEN | {"done"}


def _promises(words: Sequence[Token], mark: int | None) -> bool:
    """计划实施…: does a word promise or foresee what the mood of the clause does not show?"""
    return any(
        word.has("modal") and not word.has("noun") and word.zh != "目标" and at != mark for at, word in enumerate(words)
    )


_TO_COME: frozenset[Mood] = frozenset({"plan", "planned", "expected"})
_TOWARD = frozenset({"对", "对于"})
_TOLD: frozenset[Mood] = frozenset({"", "done", "deed"})


def _of_money(words: Sequence[Token]) -> bool:
    return any(isinstance(word.fact, Quantity) and word.fact.kind == "money" for word in words)


def _governed(aim: Mood, mood: Mood, otherwise: Mood = "") -> Mood:
    """What a promise, a demand or a possibility says holds until another clause says otherwise."""
    if mood in LASTING and not (aim == "expected" and mood in AHEAD):
        return mood
    return otherwise if mood not in OPEN and mood not in LASTING else aim


def handed_on(page: Reader, start: int, end: int, aim: Mood = "") -> Mood:
    """What a sentence up to a semicolon promises or demands for the next one: 今年将甲；乙. "" where nothing is.

    `aim` was handed to the sentence itself.
    """
    if page.text[start:end].rstrip()[-1:] not in _SEMICOLONS:
        return ""
    for span in clause_spans(page, start, end):
        aim = _governed(aim, mood_of(page, *span))
    return aim


_SEMICOLONS = ("；", ";")


def _in_context(found: Clause, context: Clause, *, first: bool) -> Clause:
    """The clause with the date and the aim that a clause before it set."""
    front = f"{context.korean} " if context.korean and first else ""
    return replace(
        found,
        korean=found.korean if found.who else front + found.korean,
        who=front + found.who if found.who else "",
        stem=front + found.stem,
        date=found.date or context.date,
        deadline=found.deadline if found.date else context.deadline,
        mood=found.mood or context.mood,
    )
