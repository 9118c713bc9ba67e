"""The words by which offices name the parts of a report, whatever signs and brackets stand around them."""

from __future__ import annotations

import datetime as dt
import re

from donghyang.language.patterns import lazily
from donghyang.report.grammar import day_alone
from donghyang.report.induction.citation import cites
from donghyang.report.induction.shapes import bare_of
from donghyang.report.labels import is_labelled

_EDGES = lazily(r"^[^\w가-힣一-鿿]+|[^\w가-힣一-鿿]+$")
_CONTENTS = lazily(
    r"^(?:(?:이번|금|지난)?[호주]?(?:의)?(?:목차|차례|순서|목록|주요기사)|오늘의(?:목차|순서)|contents?|tableofcontents|inthisissue)$",
    re.IGNORECASE,
)
_SUMMARY = lazily(
    r"^(?:(?:이번?|금|지난)?[호주]?간?(?:의)?(?:핵심|주요|정책|기술|주간)?(?:동향|내용|이슈|소식)?(?:의)?"
    r"(?:요약문?|요지|요점|주요내용|핵심내용|하이라이트|포인트|한눈에)|(?:이번|금|지난)?[호주]?(?:의)?(?:주요|핵심)(?:내용|동향|이슈|소식)"
    r"|한눈에(?:보는|보기|읽는).{0,6}|.{0,12}(?:한|두|세|\d)줄요약|(?:executive)?summary|highlights?|ataglance|keypoints)$",
    re.IGNORECASE,
)
_REFERENCES = lazily(
    r"^(?:참고(?:자료|문헌)|관련(?:자료|기사|링크|문헌)|원문(?:자료|출처|링크|보기)?|원자료|출처|자료출처|자료|인용(?:자료|문헌|출처)|근거자료|참조|(?:더|함께|이어)읽기|(?:더)?읽을거리|references?|sources?|links?)(?:모음|목록|일람)?$",
    re.IGNORECASE,
)
_SOURCE = lazily(
    r"^[*※→▷▸►☞\-\s]*(?:[\[(<【〈]\s*(?:자료\s*)?(?:출\s*처|자\s*료|source|data)\s*[\])>】〉]\s*[:：]?|(?:자료\s*)?(?:출\s*처|자\s*료|sources?|data)\s*[:：)]|출\s*처\s)\s*(?P<what>\S.*)$",
    re.IGNORECASE,
)
_AUTHOR = lazily(
    r"^[^\w가-힣(]*(?:(?:작성자?|담당자?|집필(?:자)?|글쓴이|글|정리|필자|기고|번역|by)\s*[:：]\s*"
    r"|(?:작성|담당|글|정리|집필)\s+(?=[가-힣]{2,4}(?:\s[가-힣]{2,7})?$))"
    r"(?P<name>[가-힣A-Za-z][가-힣A-Za-z .·,()]{1,30})$",
    re.IGNORECASE,
)
_TITLED = lazily(
    r"^(?P<open>[(（\[])?\s*(?P<name>[가-힣]{2,4}\s(?:[가-힣]{0,6}(?:연구원|연구위원|위원|박사|교수|기자|주무관|사무관|서기관|전문관|협력관|팀장|실장|과장|센터장|소장|대표|전문위원)))\s*[)）\]]?$"
)
_PENNED = lazily(r"^(?:[✎✏✍🖊🖋]\ufe0f?)\s*(?P<name>\S.{1,30})$")
_CATEGORY = lazily(
    r"^[^\w가-힣]*(?:분\s*야|분\s*류|구\s*분|부\s*문|영\s*역|주\s*제|주제어|카테고리)\s*[:：|]\s*(?P<what>\S.{0,14})$"
)
_DAY = lazily(
    r"^[(（\[〔<]?\s*(?:[가-힣]{0,4}\s*(?:일자|일시|날짜|일|시기)\s*[:：|]?\s*)?(?P<day>(?:19|20)\d\d\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}\s?[.일]?(?:\s?\(?[월화수목금토일]\)?)?)\s*[)）\]〕>]?$"
)
_NOTE = lazily(
    r"^(?:※\s*)?[\[(<〈《【]?\s*(?:※\s*)?(?:참\s*고|용\s*어|낱\s*말|해\s*설|더\s*알아보기|알아\s*두기|배경\s*지식)(?!\s*(?:자\s*료|문\s*헌))(?:\s*(?:설명|해설|풀이|사항|정보))?(?:\s*\d{1,2})?\s*(?:[\])>〉》】]|[:：.|│]|\s[-–—]\s|$)|^용\s?어\s\S.{0,7}$"
)
_END = lazily(r"^(?:끝|이상|end|fin)$", re.IGNORECASE)


def squashed(text: str) -> str:
    """The letters of a title, without room, signs and brackets around."""
    return re.sub(r"\s+", "", _EDGES.sub("", bare_of(text)))


def opens_contents(text: str) -> bool:
    """Whether a line is the title of a contents page."""
    return len(text) < 30 and _CONTENTS.match(squashed(text)) is not None


def opens_summary(text: str) -> bool:
    """Whether a line is the title of a summary."""
    return len(text) < 40 and _SUMMARY.match(squashed(text)) is not None


def opens_references(text: str) -> bool:
    """Whether a line is the title of a list of references."""
    return len(text) < 40 and _REFERENCES.match(squashed(_ASIDE.sub("", text))) is not None


_ASIDE = lazily(r"(?<=\S)\s*[(（][^()（）]*[)）]$")
"""What the title of a list says of it in brackets."""


def ends(text: str) -> bool:
    """Whether a line says that the report ends."""
    return len(text) < 14 and _END.match(squashed(text)) is not None


_SERVICE = lazily(
    r"수신\s?거부|구독\s?(?:해지|취소)|무단\s?(?:전재|복제)|웹에서\s?보기|좋아요|unsubscribe|copyright|[ⓒ©]\s?\d",
    re.IGNORECASE,
)


def is_service(text: str) -> bool:
    """Whether a line speaks to the readers of a letter of the letter itself, as behind its last article."""
    return len(text) < 80 and _SERVICE.search(text) is not None


_PICTURED = lazily(r"^[(（\[]\s*(?:사진|그림|이미지|제공)\s*(?:제공|출처)?\s*[:：=]\s*(?P<who>[^()（）\[\]]+)[)）\]]$")
_IN_BRACKETS = lazily(
    r"^(?:[(（](?P<round>\s*(?:자료|출처)\s*[:：][^()（）]+)[)）]|[\[［](?P<square>\s*(?:자료|출처)\s*[:：][^\[\]［］]+)[\]］]"
    r"|[<〈](?P<angled>\s*(?:자료|출처)\s*[:：][^<>〈〉]+)[>〉])$"
)


def source_of(text: str) -> str | None:
    """What a line names as the source of something."""
    if len(text) >= 300:
        return None
    inside = _IN_BRACKETS.match(text)
    found = _SOURCE.match(next(filter(None, inside.groups())) if inside else text)
    return found["what"].strip() if found else None


def pictured_by(text: str) -> str | None:
    """Whom a line in brackets below a picture names as its source: (사진: …)."""
    found = _PICTURED.match(text) if len(text) < 80 else None
    return found["who"].strip() if found else None


def author_of(text: str) -> str | None:
    """Whom a line names as its author."""
    if len(text) > 50 or "http" in text:
        return None
    found = _PENNED.match(text) or _TITLED.match(text) or _AUTHOR.match(text)
    return found["name"].strip() if found else None


def category_of(text: str) -> str | None:
    """The category that a line of its own names."""
    found = _CATEGORY.match(text) if len(text) < 30 else None
    return found["what"].strip() if found else None


_PAIR = lazily(r"^[^\w가-힣]*(?P<label>[가-힣A-Za-z]{1,4}(?:\s[가-힣]{1,4})?)\s*[:：]\s*(?P<value>[^:：]{1,40})$")
_PAIRED = lazily(r"\s*[|│┃/]\s+|\s{2,}|\t|,\s+(?=[가-힣]{1,4}\s?[:：])|·\s+(?=[가-힣]{1,4}\s?[:：])")
_FEWEST_PAIRS = 2


def about_fields(text: str) -> dict[str, str]:
    """What a line says of an article in several labelled fields (국가: … | 분야: …); none where it does not."""
    if len(text) > 160 or ":" not in text.replace("：", ":"):
        return {}
    parts = [part for part in _PAIRED.split(text.strip(" ()[]<>〈〉【】")) if part]
    found = [_PAIR.match(part) for part in parts]
    if len(parts) < _FEWEST_PAIRS:
        return {}
    return {pair["label"].replace(" ", ""): pair["value"].strip() for pair in found if pair} if all(found) else {}


def day_line(text: str) -> dt.date | None:
    """The day that a line of its own names, whatever its label is."""
    found = _DAY.match(text.strip()) if len(text) < 40 else None
    return day_alone(re.sub(r"[-/]", ".", found["day"]).rstrip(". ")) or day_alone(found["day"]) if found else None


def opens_note(text: str) -> bool:
    """Whether a line is the title of a note."""
    return len(text) < 80 and _NOTE.match(text) is not None


def is_bare_note(text: str) -> bool:
    """Whether a line is the title of a note or of references, and says not of which: [참고]."""
    return squashed(text) == "참고"


def says_what_it_is(text: str) -> bool:
    """Whether a line says what it is: the title of references or of a note, a labelled caption, source, author, day or
    category."""
    if opens_references(text) or opens_note(text) or is_labelled(text):
        return True
    return bool(source_of(text)) or is_about(text) or cites(text)


def is_about(text: str) -> bool:
    """Whether a line names author, day or category of an article."""
    return bool(author_of(text) or day_line(text) or category_of(text) or about_fields(text))
