"""A mail server's replies, held to what a reply may be: whole in the time of the settings, and of few lines.

smtplib waits anew for every piece of a reply and joins lines without end: a server that sends a letter now and then,
or one more line for ever, would hold the program, and fill its memory.
"""

from __future__ import annotations

import smtplib
import time

_LONGEST_LINE = 8_192
_MOST_LINES = 200
"""Of one reply; what a server greets with has a line for each of its extensions."""
_NO_CODE = -1


class Heard(smtplib.SMTP):
    """A mail server that is listened to with patience for one whole reply."""

    def getreply(self) -> tuple[int, bytes]:
        """The next reply: its code, -1 where it has none, and its words.

        Raises SMTPServerDisconnected where it does not come whole in time, SMTPResponseException where it is too long.
        """
        until = time.monotonic() + self.timeout
        told: list[bytes] = []
        try:
            while len(told) < _MOST_LINES:
                line = self._line(until)
                told.append(line[4:].strip())
                if not line[:3].isdigit():
                    return _NO_CODE, line.strip()
                if line[3:4] != b"-":
                    return int(line[:3]), b"\n".join(told)
        except smtplib.SMTPException:
            self.close()
            raise
        except OSError as problem:
            self.close()
            raise smtplib.SMTPServerDisconnected(f"Connection unexpectedly closed: {problem}") from problem
        self.close()
        raise smtplib.SMTPResponseException(500, "Too many lines.")

    def _line(self, until: float) -> bytes:
        sock, line = self.sock, b""
        if sock is None:
            raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
        if self.file is None:
            self.file = sock.makefile("rb")
        while not line.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            sock.settimeout(left)
            ahead = self.file.peek(1)
            if not ahead:
                raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
            line += self.file.readline(len(ahead))
            if len(line) > _LONGEST_LINE:
                raise smtplib.SMTPResponseException(500, "Line too long.")
        sock.settimeout(self.timeout)
        return line


class HeardOverTls(Heard, smtplib.SMTP_SSL):
    """The same on a way that is closed from its first letter on."""
