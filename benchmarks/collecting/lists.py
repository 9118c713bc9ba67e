"""How well lists, feeds, site maps and mails are read: every file of a folder against the folder's key.

usage: python -m benchmarks.collecting.lists FOLDER

`key.json` in the folder says for each file by its name: `kind` (list, feed, sitemap, maildir, urls), `url` (its own
address), `day` (on which it was fetched), `entries` (a list of `url` and `date`, null where the file tells none, in any
order), and `next` (the address on which a list or a feed goes on; null for none).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from donghyang.collect.sources import discover, further
from donghyang.records import Source, Unreadable


@dataclass(frozen=True)
class Score:
    """What came of one file."""

    name: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    days: tuple[str, ...]
    """Addresses whose day is wrong."""
    goes_on: bool
    """Whether its next page is the right one."""
    wanted: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong with it."""
        return not (self.missing or self.extra or self.days) and self.goes_on


def scored(folder: Path) -> Iterator[Score]:
    """Each file of the key."""
    key: dict[str, Any] = json.loads((folder / "key.json").read_text("utf-8"))
    for name, told in key.items():
        source = Source(name, told["url"], told["kind"])
        body = (folder / name).read_bytes()
        try:
            found = {one.url: one.date for one in discover(source, body, told["url"], _day(told["day"]))}
            on = further(source, body, told["url"])
        except Unreadable as problem:
            print(f"{name}: {problem.why.en}")
            found, on = {}, ()
        wanted = {entry["url"]: _day(entry["date"]) for entry in told["entries"]}
        yield Score(
            name,
            missing=tuple(url for url in wanted if url not in found),
            extra=tuple(url for url in found if url not in wanted),
            days=tuple(f"{url} {found[url]}" for url in wanted if url in found and found[url] != wanted[url]),
            goes_on=(on[0] if on else None) == told.get("next") or told["kind"] == "sitemap",
            wanted=len(wanted),
        )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def main() -> None:
    """Print what is missing, too many, or dated wrongly in each file, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    scores = list(scored(parser.parse_args().folder))
    for one in scores:
        if not one.is_whole:
            print(f"{one.name}: {one.wanted - len(one.missing)} of {one.wanted}, {len(one.extra)} too many, next "
                  f"{'right' if one.goes_on else 'WRONG'}")  # fmt: skip
            for sign, rows in (("-", one.missing), ("+", one.extra), ("day", one.days)):
                print("".join(f"  {sign} {row}\n" for row in rows[:5]), end="")
    wanted, missing = sum(one.wanted for one in scores), sum(len(one.missing) for one in scores)
    print(f"whole {sum(one.is_whole for one in scores)} of {len(scores)}; addresses {wanted - missing} of {wanted}, "
          f"{sum(len(one.extra) for one in scores)} too many; days wrong {sum(len(one.days) for one in scores)}; "
          f"next pages right {sum(one.goes_on for one in scores)}")  # fmt: skip


if __name__ == "__main__":
    main()
