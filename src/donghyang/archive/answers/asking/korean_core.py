"""Which words of a Korean question name what is measured or looked for."""

from __future__ import annotations

from donghyang.archive.answers.asking.question import words
from donghyang.language.patterns import lazily
from donghyang.records import Span

_SUBJECT = lazily(
    r"(?P<noun>[가-힣A-Za-z0-9]+)['\"]?(?:\([^()]*\))?(?:은|는|이|가|을|를)\s*(?:(?:최대|최소|모두|각각|총|약|초당|연간|매년)\s*)*$"
)
_WORD_BEFORE = lazily(r"(?P<noun>[가-힣A-Za-z0-9]+)(?:\([^()]*\))?(?:의|은|는|이|가|을|를)?\s+$")
_ADVERBIAL = lazily("(?<=[가-힣]{2})(?:으로|로|에서|에게|에|까지|부터|보다)$")
_COUNTED = lazily(r"(?:의)?\s+(?P<noun>[가-힣A-Za-z]+?)(?:을|를|이|가|에서|에|의)\s")


def core_before(text: str, at: int) -> tuple[Span, ...]:
    """The word right before what asks, where it carries a particle: 면적은 얼마인가; behind a word that says nothing
    by itself the one before it too: 국산화율 목표는."""
    found = _SUBJECT.search(text, 0, at)
    if found is None or _is_adverbial(found["noun"]):
        return ()
    return with_word_before(text, found.span("noun"))


def _is_adverbial(noun: str) -> bool:
    """Whether a topic only tells where, whither or for whom: 농업 분야로는, 학교에는."""
    found = _ADVERBIAL.search(noun)
    return found is not None and not (found[0] == "로" and noun.endswith(words("ways")))


def with_word_before(text: str, span: Span) -> tuple[Span, ...]:
    """A word, and the one before it where the word says what is measured only with that."""
    if text[slice(*span)] not in words("weak"):
        return (span,)
    before = _WORD_BEFORE.search(text, 0, span[0])
    return (*with_word_before(text, before.span("noun")), span) if before else (span,)


def counted_noun(text: str, at: int) -> tuple[Span, ...]:
    """What is counted behind its unit: 몇 개 분야에."""
    found = _COUNTED.match(text, at)
    return (found.span("noun"),) if found else ()
