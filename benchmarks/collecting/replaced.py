"""Whether edits of articles are told as changes, and what servers put in their place is not.

usage: python -m benchmarks.collecting.replaced FOLDER

The folder holds NAME.good.html, and beside it NAME.error-….html and NAME.edit-….html. Where a redirect led to what
stands in place of the article, the first line of the file says so: <!-- led to: https://… -->.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path

from tests.collect.kept import Desk

_LED = re.compile(rb"\s*<!-- led to: (\S+) -->\s*")


def states(folder: Path) -> dict[str, str]:
    """What each file but the good ones came to, by its name."""
    found = {}
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        for good in sorted(folder.glob("*.good.html")):
            name = good.name.removesuffix(".good.html")
            for other in sorted(folder.glob(f"{name}.e*-*.html")):
                url = f"https://www.example.cn/tz/{other.name}"
                if desk.sent(url, good.read_bytes()).state != "new":
                    found[good.name] = "refused"
                    break
                body = other.read_bytes()
                led = _LED.match(body)
                told = desk.led(url, led[1].decode(), body[led.end() :]) if led else desk.sent(url, body)
                found[other.name] = told.state
        desk.close()
    return found


def main() -> None:
    """Print what is wrong, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    found = states(parser.parse_args().folder)
    errors = {name: state for name, state in found.items() if ".error-" in name}
    edits = {name: state for name, state in found.items() if ".edit-" in name}
    for name, state in found.items():
        if (name in errors and state == "changed") or (name in edits and state != "changed") or state == "refused":
            print(f"{name}: {state}")
    print(f"errors told as changes {sum(state == 'changed' for state in errors.values())} of {len(errors)}; "
          f"edits told {sum(state == 'changed' for state in edits.values())} of {len(edits)}")  # fmt: skip


if __name__ == "__main__":
    main()
