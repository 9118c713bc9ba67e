"""Between what bounds a setting lies; what lies outside is a slip, not a wish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal

from donghyang.read import MAX_BYTES
from donghyang.records import Collecting, Message
from donghyang.workspace.settings import MOST, Archiving, Mail, Model, Settings
from donghyang.workspace.source_ranges import LETTERS, LINE, is_line, odd_source

_ROWS = 10_000
"""Of rates, sources, and names of rules."""
_WON = (Decimal("0.0001"), Decimal(1_000_000_000))
"""Won for one unit of any currency: the dearest in use buys some thousands, the cheapest a few hundredths."""
_HIGHEST = 100_000_000
"""Of a limit on reading: what stands there is sooner a slip than a machine that can."""
_CURRENCY = re.compile(r"[A-Z]{3}")


def out_of_range(settings: Settings) -> Iterator[tuple[str, Message]]:
    """The settings that no newsroom means: key and what was expected."""
    size = settings.size
    amounts = {"days": settings.days, "size.policy": size.policy, "size.technology": size.technology}
    for key, amount in (amounts | {"size.brief": size.brief}).items():
        if not 0 <= amount <= MOST:
            yield key, Message(f"0에서 {MOST}까지의 정수", f"a whole number from 0 to {MOST}")
    for part in fields(settings.limits):
        if not 1 <= getattr(settings.limits, part.name) <= _HIGHEST:
            yield (
                f"limits.{part.name}",
                Message(f"1에서 {_HIGHEST:,}까지의 정수", f"a whole number from 1 to {_HIGHEST:,}"),
            )
    if settings.version < 1:
        yield "version", Message("1 이상의 정수", "a whole number from 1 on")
    if not settings.series.strip() or not is_line(settings.series):
        yield "series", Message(f"{LETTERS}자까지 한 줄의 제목", f"a title of one line, up to {LETTERS} characters")
    for part in fields(settings.publisher):
        if not is_line(getattr(settings.publisher, part.name) or ""):
            yield f"publisher.{part.name}", LINE
    yield from _rows(settings)
    yield from _model(settings.model)
    yield from _collecting(settings.collect)
    yield from _archiving(settings.archive)
    yield from _sending(settings.mail)
    if settings.site.url and not _SITE.fullmatch(settings.site.url):
        yield (
            "site.url",
            Message("https://…로 시작하고 /로 끝나는 주소", "an address that begins with https:// and ends with /"),
        )


def _rows(settings: Settings) -> Iterator[tuple[str, Message]]:
    check = settings.check
    lists = {"sources": settings.sources, "rates": settings.rates, "check.also": check.also}
    for key, rows in (lists | {"check.ignore": check.ignore}).items():
        if len(rows) > _ROWS:
            yield key, Message(f"{_ROWS:,}줄까지의 목록", f"a list of up to {_ROWS:,} rows")
    for number, source in enumerate(settings.sources, 1):
        yield from ((f"sources.{number}.{key}", expected) for key, expected in odd_source(source))
    for number, rate in enumerate(settings.rates, 1):
        if not _CURRENCY.fullmatch(rate.currency):
            yield f"rates.{number}.currency", Message("CNY처럼 세 글자의 통화", "a currency of three letters, like CNY")
        if not _WON[0] <= rate.won <= _WON[1]:
            yield (
                f"rates.{number}.won",
                Message(f"{_WON[0]}에서 {_WON[1]:,}까지의 수", f"a number from {_WON[0]} to {_WON[1]:,}"),
            )


def _model(model: Model) -> Iterator[tuple[str, Message]]:
    for name, most in _MOST_OF_MODEL.items():
        least = int(name != "retries")
        if not least <= getattr(model, name) <= most:
            yield (
                f"model.{name}",
                Message(f"{least}에서 {most:,}까지의 정수", f"a whole number from {least} to {most:,}"),
            )
    if model.url and not _ENDPOINT.fullmatch(model.url):
        yield (
            "model.url",
            Message(
                "http://나 https://로 시작하는 주소(열쇠, @, ?, # 없이)",
                "an address that begins with http:// or https://, without a key, @, ? or #",
            ),
        )
    if model.url and not model.name.strip():
        yield "model.name", Message("모델의 이름", "the name of the model")
    if not is_line(model.name):
        yield "model.name", LINE
    if not _VARIABLE.fullmatch(model.key):
        yield "model.key", _NAME_OF_VARIABLE
    for name in ("price_in", "price_out"):
        if not 0 <= getattr(model, name) <= MOST:
            yield f"model.{name}", Message(f"0에서 {MOST}까지의 수", f"a number from 0 to {MOST}")
    if not _CURRENCY.fullmatch(model.currency):
        yield "model.currency", Message("USD처럼 세 글자의 통화", "a currency of three letters, like USD")


def _sending(mail: Mail) -> Iterator[tuple[str, Message]]:
    for name, (least, most) in {"port": (1, 65_535), "per_minute": (1, 6_000), "seconds": (1, 3_600)}.items():
        if not least <= getattr(mail, name) <= most:
            yield (
                f"mail.{name}",
                Message(f"{least}에서 {most:,}까지의 정수", f"a whole number from {least} to {most:,}"),
            )
    if mail.host and not _SMTP.fullmatch(mail.host):
        yield "mail.host", Message("메일 서버의 이름 하나", "the name of one mail server")
    for name in ("sender", "reply_to"):
        if getattr(mail, name) and not _MAILBOX.fullmatch(getattr(mail, name)):
            yield f"mail.{name}", Message("news@example.kr 같은 주소 하나", "one address, like news@example.kr")
    if mail.unsubscribe and not (_MAILBOX.fullmatch(mail.unsubscribe) or _WEB.fullmatch(mail.unsubscribe)):
        yield (
            "mail.unsubscribe",
            Message("메일 주소 하나나 https:// 주소", "one address of mail, or one that begins with https://"),
        )
    if not _VARIABLE.fullmatch(mail.key):
        yield "mail.key", _NAME_OF_VARIABLE
    for name in ("user", "readers"):
        if not is_line(getattr(mail, name)):
            yield f"mail.{name}", LINE


_SITE = re.compile(r"https?://[^\s<>\"?#@]{1,300}/")
_SMTP = re.compile(r"[A-Za-z0-9.-]{1,253}|[0-9a-fA-F:]{2,45}")
"""A name or an address; the port has a key of its own."""
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}")
_WEB = re.compile(r"https://[!-;=?-~]{1,500}")


def _collecting(collect: Collecting) -> Iterator[tuple[str, Message]]:
    for name, (least, most) in _OF_COLLECTING.items():
        if not least <= getattr(collect, name) <= most:
            yield f"collect.{name}", Message(f"{least}에서 {most:,}까지의 수", f"a number from {least} to {most:,}")
    if not _AGENT.fullmatch(collect.agent):
        yield "collect.agent", Message("ASCII 한 줄의 이름", "a name of one line of ASCII")
    for number, host in enumerate(collect.allow, 1):
        if not _HOST.fullmatch(host):
            yield f"collect.allow.{number}", Message("주소에 적는 호스트 하나", "one host, as addresses write it")
    if collect.proxy and not _PROXY.fullmatch(collect.proxy):
        yield (
            "collect.proxy",
            Message("http://로 시작하고 암호가 없는 주소", "an address that begins with http://, without password"),
        )
    if not _VARIABLE.fullmatch(collect.proxy_key):
        yield "collect.proxy_key", _NAME_OF_VARIABLE


def _archiving(archive: Archiving) -> Iterator[tuple[str, Message]]:
    if archive.url and not _DATABASE.fullmatch(archive.url):
        yield (
            "archive.url",
            Message(
                "postgresql://사용자@호스트/이름 꼴의 주소(암호 없이)",
                "an address like postgresql://user@host/name, without a password",
            ),
        )
    if not _VARIABLE.fullmatch(archive.key):
        yield "archive.key", _NAME_OF_VARIABLE
    if not _SCHEMA.fullmatch(archive.schema):
        yield "archive.schema", Message("소문자와 밑줄로 된 이름", "a name of small letters, digits and underscores")


_OF_COLLECTING = {
    "delay": (0, 3600),
    "seconds": (1, 3600),
    "bytes": (1_000, MAX_BYTES),
    "pages": (1, 100_000),
    "minutes": (1, 1440),
    "redirects": (0, 20),
    "retries": (0, 10),
    "wait": (0, 3600),
    "again": (0, 8760),
    "reach": (0, MOST),
    "recheck": (0, MOST),
}
"""Of the numbers under `[collect]`: least and most."""
_AGENT = re.compile(r"[ -~]{0,200}")
_HOST = re.compile(r"[^\s/@?#\\]{1,253}")
_PROXY = re.compile(r"http://[^\s/@?#]{1,253}/?")
_NAME_OF_VARIABLE = Message("환경 변수의 이름(열쇠 자체가 아님)", "the name of a variable, not the key itself")
_MOST_OF_MODEL = {
    "seconds": 3600,
    "characters": 10_000_000,
    "requests": 100_000,
    "tokens": 1_000_000_000,
    "retries": 10,
}
_ENDPOINT = re.compile(r"https?://[^@?#\x00-\x20\x7f-\U0010ffff]{1,290}")
"""Nothing in it may be a key, since it is shown: no name and password, no query."""
_DATABASE = re.compile(r"postgres(?:ql)?://(?:[^\s:/@?#]*@)?[^\s@?#/]*/[^\s/?#]+(?:\?(?!.*password)[^\s#]*)?")
"""Its password is not in it, since it is shown."""
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,40}")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,63}")
