"""Is what could be said of a sentence a statement of its own, which its rest only adds to?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import manners
from donghyang.draft.moods import OPEN
from donghyang.draft.prose import names_its_thing, says_something
from donghyang.draft.shapes import Clause
from donghyang.draft.telling import Telling
from donghyang.draft.unsure import asks_in_a_matter
from donghyang.language import tables
from donghyang.language.script import in_folded

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.records import Span


_NARROWS = in_folded(
    r"^(?:但|却|然而|不过|否则|除|若|如|只(?!要)|仅|才|未(?!经)|前提|而|虽|尽管|因|由于|以便|以免|相比|较|比|占|其余|应当?|必须|须|不得|可以?(?![\u4e00-\u9fff]{0,2}[研发])|方|均)|"
    r"^(?:对于?.*(?:重要|意义)|让|(?:增长|增加|提高|提升|上升|扩大|下降|减少|攀升)(?:到|至))|"
    r"^[^。；]{0,80}的[,，][^。；]{0,24}?(?:应|须|由|不得|依法|按照|给予|处以)|"
    rf"除外|为前提|方可|才[能可会是]|等[\u4e00-\u9fff]{{0,6}}(?:{tables.either(__package__, 'gathering')})|"
    rf"的(?:{tables.either(__package__, 'described')})$|不变$|左右$"
)
"""What begins or ends so takes back, narrows or gathers up what stands in front of it."""

_IS_SAID_OF = in_folded(
    "(?:也|正|更|既|都|就|乃|不仅)?是|最(?!近|终|后|新)|(?:关键|根本|重点|难点|核心|首要)(?:任务)?(?:在|就|还|仍)"
    "|(?:龙头|关键|核心|基础|重点|根本|前提|目的|难点|重中之重|出路|首要|必须|落脚点)(?:是|在于?)"
    "|(?:有利于|有助于|意义|事关|关系到|关乎|对于?[^，。]*(?:意义|作用))"
)

_TAKES = re.compile(tables.either(__package__, "takes"))

_MATTERS = in_folded("(?:意义[^,，。]{0,4}(?:重大|深远)|具有[^,，。]{0,16}意义|至关重要)[。]?$")

_ALL_ARE = in_folded("[,，](?:也|正|更|都|就|乃|不仅)?是[^,，。]{2,40}$")

_COMES_TO_BE = in_folded(
    r"(?:日前|近日|今[天日]|昨[天日]|\d{1,2}月\d{1,2}日|正式|已|于|在|将|全面)[^,，。]{0,20}(?:动工|开工|投产|竣工|启用|建成|落成|开通|上线|揭牌|投运|通车|奠基)"
)

_DOES = re.compile(tables.either(__package__, "brings_about"))

_TOOL = (" 사용", " 이용", " 활용")

_WITH_IT = re.compile("成功|发射|升空")

_BESIDE = in_folded("(?:但|却|不过|然而)(?![^，。；]{0,8}(?:未|不|没|无|仅|尚|只|如|若|须|应|需|要|可|能))")


def _holds_beside(telling: Telling) -> bool:
    """总量居世界首位，但…: are figures and events told that have come about, whatever is held against them?"""
    told = telling.said
    return bool(told) and bool(told[0].who) and not telling.speech and all(map(_has_come_about, told))


def _has_come_about(part: Clause) -> bool:
    return part.mood == "done" and bool(re.search(r"\d", part.korean)) and not part.deadline


def stands_alone(page: Reader, telling: Telling, rest: Span) -> bool:
    """Is what has been said a statement of its own, which the rest of the sentence only adds to?"""
    said = telling.said
    if len(said) == 1 and not says_something(said[0].korean):
        # What was published stands in the rest.
        return False
    if said and all(map(is_of_anything, said)):
        # 会议指出，要补齐制度短板，…: of what, the rest says.
        return False
    nobody = telling.speech or not said or not said[-1].who
    behind = page.folded[slice(*rest)]
    if telling.speech and said and said[-1].mood in OPEN and (said[-1].shape == "act" or _TAKES.match(behind)):
        # 李强指出，建设甲，归根结底要靠乙: what it takes, and not that it is done.
        return False
    if telling.speech and asks_in_a_matter(page, rest[0]):
        return False
    if nobody and (_IS_SAID_OF.match(behind) or _ALL_ARE.search(behind) or _MATTERS.search(behind)):
        # 会议指出，发展甲，(发展乙，)是…: what the deed is, not that it is done.
        return False
    if said and said[-1].korean.endswith(_TOOL) and _WITH_IT.search(page.folded, *rest):
        # 使用火箭，以…方式成功将卫星发射升空: what it was used for is the news.
        return False
    if len(said) == 1 and said[0].shape == "event" and " " not in said[0].korean and _DOES.match(page.folded, *rest):
        # 技术创新和产业链完善，推动企业…: what does it, and nothing that happened.
        return False
    if said and said[-1].shape == "act" and said[-1].mood in OPEN and _COMES_TO_BE.match(page.folded, *rest):
        # 甲投资最大的项目，日前动工: the project is what the sentence speaks of.
        return False
    if _holds_beside(telling) and _BESIDE.match(page.folded, *rest):
        return True
    return bool(said) and bool(said[0].who or telling.speech) and not _NARROWS.search(behind)


def is_of_anything(part: Clause) -> bool:
    """统筹资源, 补齐制度短板: does a deed not say of what it tells?"""
    if part.shape == "publish":
        return not says_something(part.korean)
    counted = re.search(r"\d", part.korean)
    return part.shape == "act" and not counted and not names_its_thing(part.korean, manners())
