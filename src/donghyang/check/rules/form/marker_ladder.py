"""글머리표의 단계가 섞였습니다. | The markers of two ladders are mixed, or a level is skipped.

왜: ■ ● - 와 □ ○ - 는 모두 옳지만 한 부에서는 하나만 쓴다. 섞이거나 건너뛴 단계는 붙여 넣다 생긴 것이다.
Why: ■ ● - and □ ○ - are both right, but one section keeps to one; a mix, or a level skipped, was pasted in.
Bad:
  I
  정책동향
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  ● 노선은 4개
  ● 요금은 2위안
  02
  수소 충전소 준공
  ■ 충전소 2곳을 준공(3.3)
  ● 하루 300kg을 공급
  03
  수소 열차 시험
  ■ 수소 열차가 시험 운행(3.4)
  ○ 최고 시속은 120km
Good:
  I
  정책동향
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  ● 노선은 4개
  02
  수소 충전소 준공
  ■ 충전소 2곳을 준공(3.3)
  ● 하루 300kg을 공급
  II
  단신동향
  01
  수소 열차 시험
  ■ 수소 열차가 시험 운행(3.4)
  - 최고 시속은 120km
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message
from donghyang.report.grammar import LADDER, Role, role_of

ID = "marker-ladder"
CLASS = "form"
SEVERITY = "note"

_LEAST = 3
"""Lines, or articles, that show what is usual."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Signs of one role that differ between the articles of a section or within one, and levels skipped."""
    ladders = [_Ladder(article) for article in sheet.articles]
    for role in ("lead", *LADDER):
        seen = Counter(sign for ladder in ladders for sign in ladder.signs(role))
        for _, section in groupby(ladders, key=lambda ladder: ladder.article.section):
            yield from _between(role, [ladder for ladder in section if ladder.signs(role)], seen)
        for ladder in ladders:
            yield from _within(role, ladder, seen)
    dotted = sum(ladder.dots_below_dashes for ladder in ladders)
    for _, section in groupby(ladders, key=lambda ladder: ladder.article.section):
        yield from _skipped(list(section), dotted)


class _Ladder:
    """The marked lines of one article."""

    def __init__(self, article: ArticleLines) -> None:
        self.article = article
        lines = [(line, role_of(line.marker)) for line in article.of("lead", "heading", "bullet") if line.marker]
        self.lines: list[tuple[Passage, Role]] = [(line, role) for line, role in lines if role in ("lead", *LADDER)]
        roles = [role for _, role in self.lines]
        self.bullets = [(line, role) for line, role in self.lines if role != "lead"]
        self.dots_below_dashes = sum(pair == ("dash", "dot") for pair in pairwise(roles))

    def of(self, role: Role) -> list[Passage]:
        return [line for line, own in self.lines if own == role]

    def signs(self, role: Role) -> list[str]:
        """The signs that open the lines of a role; letters that stand for ○ count as that."""
        return ["○" if line.marker in "oㅇ" else line.marker for line in self.of(role)]

    def sign(self, role: Role) -> str:
        """The sign that opens most of them."""
        return Counter(self.signs(role)).most_common(1)[0][0]


def _between(role: Role, section: list[_Ladder], seen: Counter[str]) -> Iterator[Hit]:
    """Articles that use another sign than all the others of their section, which are more."""
    if role not in ("lead", "round"):
        return  # a dash or dot of another length is no other ladder
    signs = Counter(ladder.sign(role) for ladder in section)
    usual, count = signs.most_common(1)[0] if signs else ("", 0)
    others = sum(signs.values()) - count
    enough = count >= _LEAST - 1 and seen[usual] >= _LEAST and count >= 2 * others
    if not others or not enough:
        return
    example = next(ladder.of(role)[0] for ladder in section if ladder.sign(role) == usual)
    for ladder in section:
        own = ladder.sign(role)
        if own != usual:
            yield _hit(ladder.of(role)[0], own, usual, example)


def _within(role: Role, ladder: _Ladder, seen: Counter[str]) -> Iterator[Hit]:
    """One sign that stands alone, in the article and in the report, among others at its indent."""
    signs = Counter(ladder.signs(role))
    if len(signs) != 2:
        return
    (usual, count), (odd, once) = signs.most_common()
    if once > 1 or count < _LEAST or seen[odd] > 1:
        return
    lines = list(zip(ladder.of(role), ladder.signs(role), strict=True))
    at = next(at for at, (_, sign) in enumerate(lines) if sign == odd)
    example = next(line for line, sign in lines if sign == usual)
    if at and lines[at][0].indent == lines[at - 1][0].indent:
        yield _hit(lines[at][0], odd, usual, example)


def _hit(line: Passage, own: str, usual: str, example: Passage) -> Hit:
    message = Message(
        f"다른 곳의 글머리표는 '{usual}'인데 여기는 '{own}'입니다.", f"the marker is '{usual}' elsewhere, '{own}' here."
    )
    return Hit(*line.span, message, related=(example.span,))


# ---------------------------------------------------------------- levels


Bullets = Sequence[tuple[Passage, Role]]


def _skipped(section: list[_Ladder], dotted: int) -> Iterator[Hit]:
    """Articles that open with the second level, and third-level bullets right below a first-level one."""
    lists = [bullets for ladder in section if (bullets := ladder.bullets)]
    rounds = sum(bullets[0][1] == "round" for bullets in lists)
    usual = rounds >= _LEAST - 1 and rounds == len(lists) - 1
    for bullets in lists:
        if usual:
            yield from _opens_low(bullets)
        if dotted >= _LEAST:
            yield from _jumps(bullets)


def _opens_low(bullets: Bullets) -> Iterator[Hit]:
    first = next((line for line, role in bullets if role == "round"), None)
    if bullets[0][1] == "dash" and first is not None and _tells(bullets):
        message = Message("첫 글머리표가 둘째 단계입니다.", "the first bullet of this article is of the second level.")
        yield Hit(*bullets[0][0].span, message, related=(first.span,))


def _jumps(bullets: Bullets) -> Iterator[Hit]:
    """The one bullet of the third level that stands right below one of the first."""
    pairs = pairwise(bullets)
    jumps = [(above, line) for (above, outer), (line, inner) in pairs if (outer, inner) == ("round", "dot")]
    if len(jumps) == 1:
        above, line = jumps[0]
        yield Hit(*line.span, Message("가운데 단계를 건너뛰었습니다.", "the level between is skipped."), (above.span,))


def _tells(bullets: Bullets) -> bool:
    """Do the indents tell the levels? Not where a converter has put all at one depth."""
    rounds = {line.indent for line, role in bullets if role == "round"}
    dashes = {line.indent for line, role in bullets if role == "dash"}
    return not rounds & dashes
