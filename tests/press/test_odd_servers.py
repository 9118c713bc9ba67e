"""Mail servers that say odd things: nothing is taken for a yes that is none, and nothing is waited for without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.servers import Odd, talking

from donghyang.press.post import Answer, Post
from donghyang.records import CannotProceed
from donghyang.workspace import Mail

LETTER = b"Subject: a\r\n\r\n" + b".line of a report\r\n" * 400


def told(odd: Odd, letter: bytes = LETTER) -> Answer:
    with talking(odd) as port:
        post = Post(Mail("127.0.0.1", port, "none", sender="news@example.kr", seconds=1))
        try:
            return post.send("news@example.kr", "a@example.kr", letter, lambda: None)
        finally:
            odd.dropped.set()
            post.close()


@pytest.mark.parametrize(
    ("verb", "said", "outcome"),
    [
        (".", b"250 taken", "sent"),
        (".", b"250-taken\r\n250-and\r\n250 kept", "sent"),
        (".", b"250", "sent"),
        (".", b"hello there", "unsure"),
        (".", b"", "unsure"),
        (".", b"\xff\xfe\x00", "unsure"),
        (".", b"250-taken\r\nor not", "unsure"),
        (".", b"354 more", "unsure"),
        (".", b"199 hm", "unsure"),
        (".", b"999 hm", "unsure"),
        (".", b"-25 hm", "unsure"),
        (".", b"drop", "unsure"),
        (".", b"250-" + b"y" * 9_000, "unsure"),
        (".", b"lines", "unsure"),
        (".", b"drip", "unsure"),
        (".", b"still", "unsure"),
        (".", b"452 full", "later"),
        (".", b"554 spam", "refused"),
        ("mail", b"what?", "lost"),
        ("mail", b"354 go on", "lost"),
        ("mail", b"450 later", "lost"),
        ("mail", b"drop", "lost"),
        ("rcpt", b"what?", "lost"),
        ("rcpt", b"334 AAAA", "lost"),
        ("rcpt", b"lines", "lost"),
        ("rcpt", b"550 nobody", "refused"),
        ("rcpt", b"450 later", "later"),
        ("data", b"250 no need", "lost"),
        ("data", b"554 no", "lost"),
    ],
)
def test_only_a_yes_is_one(verb: str, said: bytes, outcome: str) -> None:
    odd = Odd({verb: said})
    answer = told(odd)
    assert answer.outcome == outcome
    assert len(answer.said) <= 200
    assert odd.taken == (verb == ".")


def test_a_server_that_hangs_up_inside_a_message_has_not_taken_it() -> None:
    assert told(Odd({".": b"cut"}), LETTER * 1_000).outcome == "lost"


def test_a_server_that_hangs_up_behind_its_no_has_said_no() -> None:
    assert told(Odd({"rcpt": b"550 nobody", "rset": b"drop"})).outcome == "refused"


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        *(("hello", said) for said in (b"lines", b"drip", b"still", b"drop", b"554 go away", b"\xff")),
        *(("ehlo", said) for said in (b"lines", b"drop", b"554 go away", b"\xff", b"220-" + b"x" * 9_000)),
    ],
)
def test_a_server_that_greets_nobody_is_told_in_one_line(verb: str, said: bytes) -> None:
    with pytest.raises(CannotProceed, match=r"no way to 127\.0\.0\.1") as refused:
        told(Odd({verb: said, "helo": said}))
    assert "\n" not in refused.value.message.en


def test_a_password_that_smtp_cannot_carry_is_told_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_SMTP_PASSWORD", "비밀번호")
    post = Post(Mail("127.0.0.1", 1, "starttls", user="news", sender="news@example.kr"))
    with pytest.raises(CannotProceed, match="ASCII") as refused:
        post.send("news@example.kr", "a@example.kr", LETTER, lambda: None)
    assert "비밀번호" not in refused.value.message.ko
