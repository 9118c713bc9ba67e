"""Whether the endpoint of the settings can write for us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from donghyang.draft.asking import NoReply
from donghyang.model.client import Client

if TYPE_CHECKING:
    from donghyang.records import Message
    from donghyang.workspace import Model


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial."""

    url: str
    name: str
    answers: bool
    """It gave a reply in the shape that was asked for."""
    korean: bool
    """The reply is Korean."""
    seconds: float
    tokens: int
    """0 where the endpoint does not say."""
    problem: Message | None
    """Why it does not answer; None where it does."""

    @property
    def is_open_way(self) -> bool:
        """Whether what is sent goes to another machine unencrypted."""
        address = urlsplit(self.url)
        return address.scheme == "http" and address.hostname not in _HERE


@dataclass(frozen=True, slots=True)
class Trial:
    """The shape of the trial's reply."""

    text: str


_HERE = ("localhost", "127.0.0.1", "::1")
_INSTRUCTIONS = "중국어 문장을 한국어 한 문장으로 옮겨 JSON으로만 답한다."
_SENTENCE = "工业和信息化部发布了行动计划。"


def tried(settings: Model) -> Tried:
    """Ask the endpoint one small question; nothing is kept. Raises CannotProceed where the library is missing."""
    with Client(settings) as client:
        try:
            text = client.ask(_INSTRUCTIONS, [_SENTENCE], Trial).text
            problem = None
        except NoReply as refused:
            text, problem = "", refused.message
        use = client.use
    korean = any("가" <= sign <= "힣" for sign in text)
    tokens = use.tokens_in + use.tokens_out
    return Tried(settings.url, settings.name, problem is None, korean, round(use.seconds, 1), tokens, problem)
