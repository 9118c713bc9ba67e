"""Score and place in words that an editor reads: "국무원 문건", "목표 3개", "5개 매체"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.language import gazetteer, tables
from donghyang.language.terms import Termbase
from donghyang.records import IssuerLevel, Message, PageKind
from donghyang.stories.issuers import Issuer
from donghyang.stories.ranking import Rank
from donghyang.stories.signals import MUCH_MONEY

# So many of a page's subjects are named.
SUBJECTS = 3


def kind_name(kind: PageKind) -> Message:
    """What a kind of page is called."""
    return _names()["kind", kind]


def level_name(level: IssuerLevel) -> Message:
    """What a level of issuers is called."""
    return _names()["level", level]


def reasons(rank: Rank) -> Iterator[Message]:
    """Why a page stands where it stands, the weightiest first."""
    seen = rank.signals
    yield headed(seen.issuer, seen.kind.kind)
    told: list[tuple[float, Message]] = []
    if seen.targets:
        told.append((rank.shares.get("targets", 0.0), Message(f"목표 {seen.targets}개", f"{seen.targets} targets")))
    if seen.money >= MUCH_MONEY:
        amount = round(seen.money / MUCH_MONEY)
        told.append(
            (rank.shares.get("money", 0.0), Message(f"금액 {amount:,}억 위안까지", f"up to CNY {amount / 10:,.1f} bn"))
        )
    if "first" in seen.values:
        told.append((rank.shares["first"], Message("처음 있는 일", "a first")))
    if seen.words:
        words = "·".join(seen.words[:SUBJECTS])
        weight = sum(share for name, share in rank.shares.items() if name.startswith("subject"))
        told.append((weight, Message(f"주제 {words}", f"on {words}")))
    if seen.kind.column:
        told.append((0.0, Message(f"연재 {seen.kind.column}", f"series {seen.kind.column}")))
    yield from (message for _, message in sorted(told, key=lambda one: -one[0]))


def headed(issuer: Issuer | None, kind: PageKind) -> Message:
    """Who speaks, and in what kind of page ("국무원 문건")."""
    name = kind_name(kind)
    if issuer is None:
        return name
    if issuer.level in ("institute", "firm"):
        level = level_name(issuer.level)
        return Message(f"{level.ko} {name.ko}", f"{name.en} ({level.en})")
    who = _korean(issuer) or level_name(issuer.level).ko
    return Message(f"{who} {name.ko}", f"{name.en} ({level_name(issuer.level).en}: {issuer.name})")


def left_out(rank: Rank) -> Message:
    """Why a page that the report does not take is not taken: the signal that speaks most against it."""
    seen, kind = rank.signals, rank.signals.kind
    against = min(rank.shares, key=lambda name: rank.shares[name], default="")
    if against and rank.shares[against] <= -1.0:
        if against == "abroad":
            return Message("다른 나라 소식", "news of another country")
        if against.startswith("kind"):
            return Message(f"{kind_name(kind.kind).ko} 기사", f"only {kind_name(kind.kind).en}")
        if against.startswith("outside"):
            return Message("과학기술 밖의 주제", "a subject outside of science and technology")
    if not seen.words:
        return Message("과학기술을 말하지 않음", "says nothing of science or technology")
    return Message(f"과학기술은 스쳐 감({seen.words[0]})", f"science only in passing ({seen.words[0]})")


def _korean(issuer: Issuer) -> str:
    """The issuer in Korean: a body of the termbase, else its place; "" where neither is known."""
    if term := Termbase.load().get(issuer.name, "agency", "institution"):
        return term.korean
    places = (gazetteer.written(issuer.name[:n]) for n in range(4, 1, -1))
    return next((found[0].hangul for found in places if found), "")


@cache
def _names() -> dict[tuple[str, str], Message]:
    return {(what, name): Message(ko, en) for what, name, ko, en in tables.read(__package__, "names.tsv")}
