"""A conversation with a mail server: one message at a time, and what became of it."""

from __future__ import annotations

import binascii
import os
import re
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from donghyang.press.replies import Heard, HeardOverTls
from donghyang.records import CannotProceed, Message
from donghyang.workspace import Mail

Outcome = Literal["sent", "refused", "later", "lost", "unsure"]
"""`lost`: the way broke before the last sign, so the server keeps nothing; `unsure`: it broke behind it."""
_DONE = range(200, 300)
_TRY_LATER = range(400, 500)
_NEVER = range(500, 600)
_GO_ON = 354
_DOT = re.compile(rb"(?m)^\.")
_LONGEST = 200
"""Letters of what a server says that are kept."""
_BROKEN = (smtplib.SMTPServerDisconnected, OSError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message, in the server's words."""

    outcome: Outcome
    said: str = ""


class Post:
    """The way to the mail server of the settings, opened when it is needed and once more when it breaks."""

    def __init__(self, mail: Mail) -> None:
        self.mail = mail
        self._smtp: smtplib.SMTP | None = None

    def close(self) -> None:
        """Say goodbye, where anybody still listens."""
        if self._smtp is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._smtp.quit()
            self._smtp = None

    def send(self, sender: str, to: str, data: bytes, before: Callable[[], None]) -> Answer:
        """Send one message; `before` is called when all of it but the last sign is on its way.

        Raises CannotProceed where the server lets nobody in, or refuses the sender.
        """
        smtp = self._smtp or self._open()
        has_left = False
        try:
            code, said = smtp.mail(sender)
            if code in _NEVER:
                raise _refused_sender(sender, said)
            if code not in _DONE:
                return self._over("lost", said)
            code, said = smtp.rcpt(to)
            if code in _NEVER or code in _TRY_LATER:
                self._forget(smtp)
                return Answer("later" if code in _TRY_LATER else "refused", _words(said))
            if code not in _DONE:
                return self._over("lost", said)
            smtp.putcmd("data")
            code, said = smtp.getreply()
            if code != _GO_ON:
                return self._over("lost", said)
            smtp.send(_DOT.sub(b"..", data) + (b"" if data.endswith(b"\r\n") else b"\r\n"))
            before()
            has_left = True
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
        except _BROKEN as problem:
            return self._over("unsure" if has_left else "lost", str(problem).encode())
        except BaseException:
            self._over("lost", b"")  # a message broken off takes its way along: nothing else may be said on it
            raise
        if code in _DONE:
            return Answer("sent", _words(said))
        if code in _TRY_LATER or code in _NEVER:
            return Answer("later" if code in _TRY_LATER else "refused", _words(said))
        return self._over("unsure", said)  # no word of SMTP at this place: it may have been taken, and may not

    def _forget(self, smtp: smtplib.SMTP) -> None:
        """Take back a message that will not be sent; a server that has hung up meanwhile has done so itself."""
        try:
            code, _ = smtp.rset()
        except _BROKEN:
            code = _GO_ON
        if code not in _DONE:
            self._over("lost", b"")

    def _over(self, outcome: Outcome, said: bytes) -> Answer:
        """What is said where the way has broken, or the server wants to hear no more on it."""
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None
        return Answer(outcome, _words(said))

    def _open(self) -> smtplib.SMTP:
        mail = self.mail
        password = os.environ.get(mail.key, "") if mail.user else ""
        if mail.user and not password:
            raise _no_password(mail)
        if mail.user and mail.security == "none":
            raise _open_way(mail)
        if not f"{mail.user}{password}".isascii():
            raise _not_ascii(mail)
        smtp: smtplib.SMTP | None = None
        try:
            smtp = _reached(mail)
            smtp.ehlo_or_helo_if_needed()
            if mail.user:
                _let_in(smtp, mail.user, password)
        except BaseException as problem:
            if smtp is not None:
                smtp.close()
            if isinstance(problem, smtplib.SMTPAuthenticationError):
                raise _not_let_in(mail, _words(problem.smtp_error)) from None
            if isinstance(problem, (OSError, binascii.Error)):  # SMTPException is an OSError; a challenge is in base64
                raise _no_way(mail, str(problem)) from None
            raise
        self._smtp = smtp
        return smtp


def _reached(mail: Mail) -> smtplib.SMTP:
    """The server, on a way that is closed as the settings want it. Raises OSError or SMTPException."""
    context = ssl.create_default_context() if mail.security != "none" else None
    if mail.security == "tls":
        return HeardOverTls(mail.host, mail.port, timeout=mail.seconds, context=context)
    smtp = Heard(mail.host, mail.port, timeout=mail.seconds)
    if mail.security == "starttls":
        try:
            smtp.starttls(context=context)
        except BaseException:
            smtp.close()
            raise
    return smtp


def _let_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    """Give name and password, in one way: to try all of them would count as so many wrong passwords.

    Raises SMTPException where the server takes none.
    """
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    smtp.user, smtp.password = user, password
    for name, way in (("PLAIN", smtp.auth_plain), ("LOGIN", smtp.auth_login), ("CRAM-MD5", smtp.auth_cram_md5)):
        if name in offered:
            smtp.auth(name, way)
            return
    raise smtplib.SMTPNotSupportedError("no AUTH")


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:_LONGEST]


def _no_password(mail: Mail) -> CannotProceed:
    return CannotProceed(
        Message(
            f"메일 서버의 암호가 없습니다. 환경 변수 {mail.key}에 넣으십시오.",
            f"the mail server's password is missing. Put it into the variable {mail.key} of the environment.",
        )
    )


def _open_way(mail: Mail) -> CannotProceed:
    return CannotProceed(
        Message(
            'security = "none"으로는 암호를 보내지 않습니다. [mail]에 starttls나 tls를 적으십시오.',
            'no password is sent over security = "none". Write starttls or tls under [mail].',
        )
    )


def _not_ascii(mail: Mail) -> CannotProceed:
    return CannotProceed(
        Message(
            f"메일 서버에는 로마자, 숫자, 기호만 보낼 수 있습니다. [mail]의 user와 {mail.key}를 확인하십시오.",
            f"a mail server takes letters, digits and signs of ASCII alone. See user under [mail], and {mail.key}.",
        )
    )


def _not_let_in(mail: Mail, said: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{mail.host}: 이름이나 암호를 받지 않았습니다({said}). [mail]의 user와 {mail.key}를 확인하십시오.",
            f"{mail.host} takes neither name nor password ({said}). See user under [mail], and {mail.key}.",
        )
    )


def _no_way(mail: Mail, why: str) -> CannotProceed:
    told = " ".join(why.split())[:_LONGEST]
    return CannotProceed(
        Message(
            f"{mail.host}:{mail.port}에 연결하지 못했습니다({told}). [mail]의 host, port, security를 확인하십시오.",
            f"no way to {mail.host}:{mail.port} ({told}). See host, port and security under [mail].",
        )
    )


def _refused_sender(sender: str, said: bytes) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{sender}: 메일 서버가 보내는 이를 거절했습니다({_words(said)}). [mail]의 sender를 확인하십시오.",
            f"{sender}: the mail server refuses the sender ({_words(said)}). See sender under [mail].",
        )
    )
