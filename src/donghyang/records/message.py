"""What is said to a person, and the errors that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Language = Literal["ko", "en"]
Progress = Callable[["Message", int, int], None]
"""Called with (what is being done, how much of it is done, how much there is)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell a person, in both languages of the program."""

    ko: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.ko if language == "ko" else self.en


_LONGEST = 100
"""Characters of a word that is looked at for what was meant."""


def did_you_mean(word: str, known: Iterable[str], most: int = 1) -> Message:
    """A question for what may have been meant (" '--date'입니까?"), to stand behind a sentence; "" without a guess.

    `most` guesses at the most, the likeliest first.
    """
    from difflib import get_close_matches

    guesses = ", ".join(f"'{guess}'" for guess in get_close_matches(word[:_LONGEST], list(known), n=most))
    return Message(f" {guesses}입니까?", f" Did you mean {guesses}?") if guesses else Message("", "")


class CannotProceed(Exception):  # noqa: N818 - named after what the reader is told, not after its mechanism
    """The work asked for cannot be done; `message` says why and what to do next. Commands exit with 2.

    `code` names the trouble ("no-workspace") where the next step depends on who asks: a face that knows the code adds
    the step in its own words, a command line the name of its option.
    """

    def __init__(self, message: Message, code: str = "") -> None:
        super().__init__(message.en)
        self.message = message
        self.code = code

    def __reduce__(self) -> tuple[type[CannotProceed], tuple[object, ...]]:
        return type(self), (self.message, self.code)


class Unreadable(CannotProceed):
    """One input cannot be read (empty, binary, truncated, too large); the other inputs go on without it.

    `why` says what is wrong with the input called `name` without naming it, the same for all that share the trouble.
    """

    def __init__(self, name: str, why: Message) -> None:
        super().__init__(Message(f"{name}: {why.ko}", f"{name}: {why.en}"))
        self.name = name
        self.why = why

    def __reduce__(self) -> tuple[type[Unreadable], tuple[object, ...]]:
        return type(self), (self.name, self.why)
