"""What is said of a sentence, clause by clause: its mood, its date, who says it, and where nothing sure follows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans
from donghyang.draft.denial import without_denial
from donghyang.draft.doing import can_act, is_deed
from donghyang.draft.figures import period_ko
from donghyang.draft.halves import is_per_unit
from donghyang.draft.heard import AIMED, GOES_ON, Heard
from donghyang.draft.lexicon import free_deeds
from donghyang.draft.moods import AHEAD, AS_IS, DENIED, LASTING, OPEN, TO_COME, mood_of, settled
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.orders import fronting
from donghyang.draft.plans import words_of
from donghyang.draft.prose import about
from donghyang.draft.reviewed import looks_back, planned_at
from donghyang.draft.shapes import Clause
from donghyang.draft.speech import Speech, speech_of
from donghyang.draft.subjects import TALKED_OF
from donghyang.draft.timed import gone_on, in_its_time
from donghyang.draft.unnamed import aim_standing
from donghyang.draft.unsure import is_unsure, overtakes
from donghyang.language.hangul import with_particle
from donghyang.language.script import fold, in_folded
from donghyang.records import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token


_LONGEST_CLAUSE = 240
"""Characters of the longest clause that is read: a longer stretch without a comma is a list or a broken text."""
# What follows these depends on them: without them it would say something else.
_GOVERNING = in_folded(
    r"^(?:除|如果|若|假如|虽|尽管|剔除|扣除|不含|只有|当|例如|比如|倘|与(?!.{1,6}不同$)|和|相比|按.{0,8}(?:计算|口径)|因|由于|无论|不仅|不但)"
)
# Openers that change nothing in what follows.
_OPENER = in_folded(
    r"(?:数据|统计|报告|规划|方案|意见|纲要|通知|计划|结果|研究|公报|》)?(?:显示|表明|提出|指出|明确|要求|强调|透露)$|"
    r"^(?:据|央视网消息|新华社|本报|中新网|(?:会上|其中|此外|同时|目前)$)|(?:主要|发展|预期)目标(?:是|为)$|消息$|获悉$|了解到?$|介绍$|统计$|^与[^，]{1,6}不同$"
)


_SHOWS = re.compile("(?:显示|表明)$")
_STATISTICS = re.compile("数据|统计|公报|消息|信息")


_OWN_WORDS = in_folded(
    "^[^，。]{0,2}(?:明确)?提出$|》[^，。]{0,6}提出$|(?:规划|方案|意见|纲要|通知|计划)(?:中|还)?(?:明确)?提出$"
)


_GREW = ("증가", "성장")
_RATES = ("율", "률", "수준", "평균", "증가폭", "속도")
_ABOVE = re.compile(r"(?P<what>[^,]+)[을를] (?P<by>[\d.,]+%p (?:상회|하회))$")
_QUICKER = re.compile(r"^(?!증가|상승|감소|하락|성장)(?:[^,]*대비 )?[\d.,]+%p (?:상승|하락|확대|축소)$")


_AIMS = re.compile(r"^[^\d年]*目标(?:是|为)?$")
_AIMS_OF_YEAR = re.compile(r"^今年[^\d年]*目标(?:是|为)$")


class Telling(Heard):
    """A sentence while its clauses are put into Korean one by one, up to the first that has none."""

    def hear(self, first: int, last: int) -> bool:
        """Take one clause in; False where it has no Korean, so that nothing behind it is told."""
        page = self.page
        piece = fold(page.text[first:last]).strip(' “”"。！？；')
        if piece.endswith("除外"):
            self.said.clear()
            return False
        if _IN_A_ROW.search(page.folded, first, last) and _quotes_deeds(page, first, last):
            return False
        if piece.endswith("相比"):
            return self._compare(first, last)
        if self._opens_aims(piece, last):
            return True
        speech = speech_of(page, first, last) if page.folded[last : last + 1] in GOES_ON else None
        if speech and self.said:
            return False
        if speech and not speech.who and _OWN_WORDS.search(piece):
            # A plan's own words need no name; whatever it puts forward is told as it puts it.
            self.aim = "plan" if self.place == "news" and not self.aim else self.aim
            self.puts_forward = True
            speech = None
        if speech:
            self.speech = self._held_at(speech)
            self.aim = speech.mood
            return bool(speech.who)
        words = words_of(page, first, last) if last - first <= _LONGEST_CLAUSE else ()
        if _SHOWS.search(piece):
            return not self.said and self._shown(piece, words)
        mark = fronting(words)
        mood = mood_of(page, first, last, None if mark is None else words[mark].start)
        if mood == "done" and self._aims_on(piece):
            mood = ""
        if mood == "expected" and self.puts_forward and not _FORESEES.search(piece):
            # 《方案》提出，到2027年，我国将突破甲: what a plan will reach is its aim.
            mood = "goal"
        if mood == "conditional" or (mood in AS_IS and _promises(words, mark)):
            return False
        if mood == "goal" and _OBTAINS.search(piece) and looks_back(page, first):
            return False
        self._govern(mood)
        found = self._clause(words, mood)
        if found and found.who and mood in OPEN and self.aim and self.aim == self.handed != "goal":
            # 甲将建厂；乙完成签约: what is said of another may have come about.
            return False
        if words and all(word.has("adv", "drop") and not word.ko("adv") and not word.has("act") for word in words):
            if mood == "done":
                # 近日，某人在某地调研: it has come about.
                self.context = replace(self.context, mood=mood)
            return True
        if found is None and not self.said and not self.topic:
            self.topic = self._topic_of(words)
            if self.topic:
                return True
        if found is None and self.place == "news" and not self.aim and _PUTS.search(piece):
            self.aim, self.puts_forward = "plan", True
        if found is None or (self.topic and found.who and not self.said):
            told_by = any(word.kind == "person" for word in words) and bool(_TOLD_BY.search(piece))
            return bool(_OPENER.search(piece)) and not (told_by or _GOVERNING.match(piece))
        return self._take(found, mood, words, piece, first)

    def _take(self, found: Clause, mood: Mood, words: Sequence[Token], piece: str, first: int) -> bool:
        """Take in what was found in a clause that begins at `first`; False where it is not sure."""
        if self.context.korean.endswith(_AT_IT) and _STRETCH.match(found.date):
            # 在…发布会上，“十四五”时期…: no meeting lasts for years.
            return False
        if found.shape == "setting":
            self._set(found, mood)
            return True
        if not found.who and self.topic and not self.said:
            found = replace(found, who=self.topic, joint=", ", stem=about(self.topic, found.stem))
        if self._is_known(found):
            return True
        if is_unsure(self, found, mood, words, piece):
            return False
        found = self._of_growth(found)
        if found.shape == "figure" and mood in AHEAD and not (found.date or self.context.date) and _YEARS.search(piece):
            # 全年产量有望突破10万台
            found = replace(found, date=f"{self.page.date.year}년" if self.page.date else "")
        if found.who and found.shape in ("event", "act") and overtakes(self, found, mood):
            return False
        dated = in_its_time(self, found, mood, words)
        if dated:
            self._say(dated, mood, first)
        return dated is not None

    def _is_known(self, found: Clause) -> bool:
        """将卫星发射成功，发射任务获得成功: does what happened say no more than what a clause before has said?"""
        words = set(found.korean.split(" "))
        return (
            found.shape == "event"
            and not (found.who or found.date)
            and any(words <= set(part.korean.split(" ")) for part in self.said)
        )

    def _opens_aims(self, piece: str, last: int) -> bool:
        """主要目标是, 今年预期目标是: is everything behind the clause aimed at, that year?"""
        if _AIMS.search(piece) and (piece[-1] in "是为" or self.page.folded[last : last + 1] in ("：", ":")):
            self.aim = "goal"
            return True
        if _AIMS_OF_YEAR.match(piece) and self.page.date is not None:
            self.aim = "goal"
            self.context = Clause("", "", "setting", date=f"{self.page.date.year}년")
            return True
        return False

    def _aims_on(self, piece: str) -> bool:
        """力争销量实现甲，同比增长3%: is what is aimed at only held against the year before?"""
        return self.aim in AHEAD and bool(_COMPARED.search(piece)) and not _COME_ABOUT.search(piece)

    def _held_at(self, speech: Speech) -> Speech:
        """在…会上，甲介绍，“十四五”时期…: its day is where he speaks, not what he speaks of."""
        held = self.context
        if not held.korean.endswith(_AT_IT):
            return speech
        self.context = Clause("", "", "setting")
        return replace(speech, where=f"{held.date} {held.korean}".strip())

    def _set(self, found: Clause, mood: Mood) -> None:
        """Take in what stands in front of what is told: a date, a circumstance."""
        before = self.context.korean
        said = "" if found.korean.startswith(_THESE) else found.korean
        front = f"{before} {said}".strip() if before not in said else said
        state: Mood = found.mood or ("done" if mood == "done" and found.date else "")
        date, due = (found.date, found.deadline) if found.date else (self.context.date, self.context.deadline)
        self.context = replace(found, korean=front, stem=front, mood=state, date=date, deadline=due)

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

    def _compare(self, first: int, last: int) -> bool:
        """与2018年相比: what follows is held against that year; False where it is held against something else."""
        dates = [fact for place in range(first, last) if isinstance(fact := self.page.facts.get(place), Period)]
        written = period_ko(dates[0], self.page.date) if len(dates) == 1 else None
        if not written or last - first > len(dates[0].text) + 3:
            return False
        self.context = Clause(f"{written} 대비", f"{written} 대비", "setting")
        return True

    def _govern(self, mood: Mood) -> None:
        self.aim = _governed(self.aim, mood, self.speech.mood if self.speech else "")

    def _clause(self, heard: Sequence[Token], mood: Mood) -> Clause | None:
        if _names_a_deed(heard):
            return None
        words = without_denial(heard) if heard and mood in DENIED else heard
        found = clause(self.page, words) if words and not any(is_per_unit(self.page, word) for word in words) else None
        if found and found.stem.endswith("이") and mood not in AS_IS:
            return None
        return None if found and mood in DENIED and found.shape not in ("act", "event") else found

    def _shown(self, piece: str, words: Sequence[Token]) -> bool:
        """全球创新指数报告显示: what is told is that report's; figures of offices are the page's own.

        False where the report cannot be named.
        """
        if _STATISTICS.search(piece):
            if self.context.korean.endswith(_AT_IT):
                # 在今天举行的发布会上，某部数据显示，前三季度…: what grew did not grow there.
                self.context = Clause("", "", "setting")
            return True
        at = next((at for at, word in enumerate(words) if word.zh in ("显示", "表明")), None)
        source = noun_phrase(self.page, words[:at]) if at else None
        if not source:
            return False
        front = f"{source}에 따르면"
        self.context = Clause(front, front, "setting", date=self.context.date, mood=self.context.mood)
        return True

    def _topic_of(self, words: Sequence[Token]) -> str:
        """开展活动的单位，必须…: a doer in front of the comma, in Korean; "" for anything else."""
        plain = words and not any(word.has("quantity", "date") for word in words)
        return (noun_phrase(self.page, words) or "") if plain and can_act(words[-1]) and len(words) > 1 else ""

    def _say(self, found: Clause, mood: Mood, first: int) -> None:
        context = replace(self.context, deadline=False, mood="done") if mood == "done" else self.context
        if not (context.date or found.date or context.goal or mood == "done") and found.shape in (
            "figure",
            "act",
            "event",
        ):
            context = aim_standing(self.page, first) or self._planned(found, mood, first) or context
        side = context.korean.removesuffix(_IN_THAT)
        if side != context.korean and side in f"{found.who} {found.korean}":
            # 在出口方面，汽车出口…: said once.
            context = replace(context, korean="")
        made = self._at_meeting(_in_context(found, context, first=not self.said))
        told = replace(made, mood=self._mood(made, mood))
        if told.mood == "expected" and made.mood == "planned" and mood in OPEN and planned_at(self.page, first):
            # 三、2026年重点工作: a figure behind what is planned is aimed at, and not foreseen.
            told = replace(told, mood="goal")
        if self.place == "news" and not self.speech:
            told = gone_on(told, self.page.date)
        if self.said and self.said[-1].mood == "done" and told.mood == "neutral" and self._talks(first):
            told = replace(told, mood="done")
        names = told.static and not _REACHES.match(self.page.folded, first)
        if names and mood in OPEN and told.mood in TO_COME:
            # 将于10月起实施，过渡期12个月: what something is, is not foreseen.
            told = replace(told, mood="done")
        self.said.append(told.standing() if told.mood == "done" else told.reaching())
        self.context = Clause("", "", "setting", date=made.date, deadline=made.deadline, mood=context.mood)

    def _talks(self, at: int) -> bool:
        """召开会议，研究有关措施: is a matter talked of where a meeting has been told?"""
        return self.page.folded.startswith(tuple(TALKED_OF), at)

    def _planned(self, found: Clause, mood: Mood, at: int) -> Clause | None:
        """三、2026年重点工作: what stands below such a head is of that year, and still to come."""
        governed = self.speech or self.said or self.aim not in ("", "goal")
        years = planned_at(self.page, at) if (mood in OPEN or mood == "goal") and not governed else ""
        aimed: Mood = "goal" if found.shape in ("figure", "event") else "planned"
        return Clause("", "", "setting", date=years, mood=aimed) if years else None

    def _mood(self, made: Clause, own: Mood) -> Mood:
        """The clause's own mood, else what governs it: an aim before it, its date's term, a plan's section."""
        if self.aim == "expected" and own in _FORESEEN:
            own = "expected"
        if own in OPEN:
            own = self.aim or made.mood or own
        if own in OPEN and self.place != "news" and not made.date:
            # A figure without a bound may be a result that a plan's section looks back on.
            before = self.said[-1].mood if self.said else ""
            aimed = made.shape == "figure" and (before == "goal" or bool(AIMED.search(made.korean)))
            return "goal" if aimed or (self.place == "plan" and made.shape == "figure") else "neutral"
        return settled(own, made.shape)


_OBTAINS = re.compile("争取(?![在到]|20)")
"""争取资金900亿元 in a review: obtained, and no goal."""
_YEARS = re.compile("全年")
_COMPARED = re.compile("同比|环比|[较比][上去]年")
_COME_ABOUT = re.compile("已|了|截[至止]|日前|近日|今[天日]|昨[天日]|以来|首次|创[历新]")
_AT_IT = ("회의에서", "회견에서", "발표회에서", "포럼에서", "대회에서", "좌담회에서", "행사에서", "설명회에서")
_STRETCH = re.compile(r"\d{4}~\d{4}년|지난 \d+년간")
_THERE = frozenset({"", "회의에서"})
_SHOWN_THERE = re.compile("(?P<what>회의에서 .+)[을를] (?P<deed>발표|공개|배포|체결)하$")
_THESE = ("이러한 ", "이 ")
_IN_THAT = " 측면에서"
_TOLD_BY = re.compile("(?:指出|要求|强调|透露)$")
"""习近平在…时强调: what somebody says whose name is not understood is not the page's own."""
_PUTS = re.compile("提出$")
"""What stands behind it is put forward, whoever does it."""
_REACHES = in_folded("[^，。；]*(?:达|超|突破|增至|升至|降至|接近)")
"""预计到2027年，规模达到乙以上: a figure that is come to, and not what something is."""


_IN_A_ROW = re.compile("”[、和与及]?“")


def _quotes_deeds(page: Reader, first: int, last: int) -> bool:
    """提出“推进甲”“建设乙”等: are the quotes of a row what is to be done, and no names?"""
    words = words_of(page, first, last)
    quoted = [words[at + 1] for at, word in enumerate(words[:-1]) if page.text[word.end - 1] == "“"]
    return any(is_deed(word) or word.zh in free_deeds() for word in quoted)


def _names_a_deed(words: Sequence[Token]) -> bool:
    """《规定》的颁布实施: a deed with whose it is in front of 的 is what the next clause speaks of, and not done."""
    last = max((at for at, word in enumerate(words) if word.has("de")), default=0)
    behind = words[last + 1 :]
    return last > 0 and bool(behind) and all(map(is_deed, behind)) and not any(map(is_deed, words[:last]))


def _promises(words: Sequence[Token], mark: int | None) -> bool:
    """计划实施…: does a word promise or foresee what the mood of the clause does not show?"""
    return any(
        word.has("modal") and not word.has("noun") and word.zh != "目标" and at != mark for at, word in enumerate(words)
    )


_FORESEES = re.compile("预计|预期|预测|有望")
_FORESEEN = AHEAD | {"possible"}
"""What is foreseen is foreseen to the end: 预计到2027年，规模可达甲。"""


def _governed(aim: Mood, mood: Mood, otherwise: Mood = "") -> Mood:
    """What a promise, a demand or a possibility says holds until another clause says otherwise."""
    if mood in LASTING and not (aim == "expected" and mood in _FORESEEN):
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
_OWN_SPAN = re.compile(r"\d{4}년 \d[^ ]*(?: [^ ]+){0,3}에서 \d{4}년 ")


def _in_context(found: Clause, context: Clause, *, first: bool) -> Clause:
    """The clause with the date and the aim that a clause before it set."""
    front = f"{context.korean} " if context.korean and first else ""
    if _OWN_SPAN.search(found.korean):
        # 2012年至2023年，…；由2012年的甲提高到2022年的乙: the years are its own.
        found, context = replace(found, date="", deadline=False), replace(context, date="", deadline=False)
    return replace(
        found,
        korean=found.korean if found.who else front + found.korean,
        who=front + found.who if found.who else "",
        stem=front + found.stem,
        date=found.date or context.date,
        deadline=found.deadline if found.date else context.deadline,
        mood=found.mood or context.mood,
    )
