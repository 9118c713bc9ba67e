# mypy: ignore-errors
"""Reads pages with trafilatura and GNE; runs in their own environment, which has nothing of ours.

usage: peer.py FILE... -> one line of JSON: by reader, [text, title, day] of each file and the seconds of them all
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from pathlib import Path


def measured(read, pages):
    """What a reader makes of each page, and how long it took over all, the best of three."""
    best, answers = float("inf"), []
    for _ in range(3):
        answers, start = [], time.perf_counter()
        for page in pages:
            answer = None
            with contextlib.suppress(Exception):  # a peer that stumbles over a page goes on with the next
                answer = read(page)
            answers.append(answer or ["", "", ""])
        best = min(best, time.perf_counter() - start)
    return {"answers": answers, "seconds": best}


def main():
    """Read with every peer and print what each made of the pages."""
    pages = [Path(name).read_bytes() for name in sys.argv[1:]]
    with contextlib.redirect_stdout(io.StringIO()):
        import trafilatura
        from gne import GeneralNewsExtractor

        def by_trafilatura(page):
            found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False).as_dict()
            return [found.get("text") or "", found.get("title") or "", (found.get("date") or "")[:10]]

        def by_gne(page):
            found = GeneralNewsExtractor().extract(page.decode("utf-8", "replace"))
            return [found["content"], found["title"], found["publish_time"][:10]]

        results = {"trafilatura": measured(by_trafilatura, pages), "gne": measured(by_gne, pages)}
    print(json.dumps(results, ensure_ascii=False))


if __name__ == "__main__":
    main()
