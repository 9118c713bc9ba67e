"""Particles at the end of Korean words."""

from __future__ import annotations

from donghyang.language.patterns import lazily

JOSA = (
    "으로부터|로부터|에서의|에서는|으로서|으로써|로서|로써|에게|에서|까지|부터|으로|보다|처럼|이나|에는|에도|만의|과의|와의|"
    "이며|이고|이다|임|은|는|이|가|을|를|의|에|와|과|도|로|만|나|며"
)
_JOSA_END = lazily(f"(?:{JOSA})$")


def without_particle(word: str) -> str:
    """A word without the particle at its end, where at least two characters remain."""
    found = _JOSA_END.search(word)
    return word[: found.start()] if found and found.start() >= 2 else word
