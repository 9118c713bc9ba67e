"""How fast claims are held against a page: 1,000 claims, 5,000 characters; and whether time grows with either alone.

usage: python -m benchmarks.verify.run
"""

from __future__ import annotations

import json
import time

from benchmarks.verify.text import claims, page

from donghyang.verify import Source, verify

CLAIMS, CHARACTERS = 1000, 5000
MOST_SECONDS = 2.0
MOST_GROWTH = 1.7
"""Four times the work may take so many times four as long."""


def seconds(count: int, characters: int) -> float:
    """The best of two runs, in seconds of one processor: the machine may have other work."""
    text, source = claims(count), Source("page.txt", page(characters))
    return min(_once(text, source) for _ in range(2))


def _once(text: str, source: Source) -> float:
    start = time.process_time()
    verify(text, [source])
    return time.process_time() - start


def main() -> None:
    """Print the figures; stop with an error when they lie beyond what is promised."""
    seconds(10, 500)
    base, few = seconds(CLAIMS, CHARACTERS), seconds(CLAIMS // 4, CHARACTERS)
    found = {
        "seconds": round(base, 2),
        "growth with four times the claims": round(base / few / 4, 2),
        "growth with four times the page": round(seconds(CLAIMS // 4, 4 * CHARACTERS) / few / 4, 2),
    }
    print(json.dumps(found))
    growths = [value for name, value in found.items() if name.startswith("growth")]
    if base > MOST_SECONDS or max(growths) > MOST_GROWTH:
        raise SystemExit("slower than promised")


if __name__ == "__main__":
    main()
