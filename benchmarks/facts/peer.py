# mypy: ignore-errors
"""Measures jionlp and recognizers-text; runs in their own environment, which has nothing of ours.

usage: peer.py FILE -> one line of JSON, the reader's name and its bytes a second
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import time
from pathlib import Path


def rate(read, sentences, size):
    """Bytes a second over all sentences, the best of three."""
    read(sentences[0])
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for sentence in sentences:
            with contextlib.suppress(Exception):  # a peer that stumbles over a sentence goes on with the next
                read(sentence)
        best = min(best, time.perf_counter() - start)
    return size / best


def main():
    """Read with every peer and print what each managed."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    sentences = [part for part in re.split(r"(?<=[。；\n])", text) if part.strip()]
    size = len(text.encode())
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
        from recognizers_date_time import recognize_datetime
        from recognizers_number import recognize_number
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
        from recognizers_text import Culture

        def jio(sentence):
            jionlp.ner.extract_money(sentence)
            jionlp.ner.extract_time(sentence)

        def recognizers(sentence):
            recognize_number(sentence, Culture.Chinese)
            recognize_currency(sentence, Culture.Chinese)
            recognize_dimension(sentence, Culture.Chinese)
            recognize_datetime(sentence, Culture.Chinese)

        rates = {
            "jionlp, money and time": rate(jio, sentences, size),
            "recognizers-text, number, unit and date": rate(recognizers, sentences, size),
        }
    print(json.dumps(rates))


if __name__ == "__main__":
    main()
