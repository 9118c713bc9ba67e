"""Run the scorers and hold their figures against the floors of .ci/floors.toml.

usage: score.py FOLDER_OF_SCORERS [NAME...]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).resolve().parents[1] / ".ci" / "floors.toml"


def values(output: str) -> list[Any]:
    """The JSON values that a scorer printed, its other lines left out."""
    decoder, found, at = json.JSONDecoder(), [], 0
    while (at := output.find("{", at)) >= 0:
        try:
            value, end = decoder.raw_decode(output, at)
        except json.JSONDecodeError:
            at += 1
            continue
        found.append(value)
        at = end
    return found


def figure(value: Any, path: str) -> float:
    """The number under a dotted path; "17/20" counts as a share."""
    for key in path.split("/"):
        value = value[key]
    if isinstance(value, str):
        part, _, whole = value.partition("/")
        return float(part) / max(1.0, float(whole))
    return float(value)


def run(folder: Path, row: dict[str, Any]) -> list[str]:
    """What fell below its floor in one run of one scorer."""
    arguments = [
        str((folder / argument).resolve()) if argument.startswith("..") else argument for argument in row["run"][1:]
    ]
    done = subprocess.run(
        [sys.executable, str(folder / row["run"][0]), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    printed = values(done.stdout)
    label = " ".join(row["run"])
    if done.returncode or not printed:
        return [f"{label}: failed: {done.stderr.strip()[-300:]}"]
    fallen = []
    for path, floor in row["floors"].items():
        most = path.startswith("<")
        for value in printed:
            got = figure(value, path.lstrip("<"))
            held = got <= floor if most else got >= floor
            print(
                f"  {'ok ' if held else 'LOW'} {label}: {path} {got:g} ({'at most' if most else 'at least'} {floor:g})"
            )
            if not held:
                fallen.append(f"{label}: {path} is {got:g}, floor {floor:g}")
    return fallen


def main() -> None:
    """Run all scorers that have floors, or those named."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    rows = tomllib.loads(FLOORS.read_text("utf-8"))["scorer"]
    chosen = [row for row in rows if not names or any(name in row["run"][0] for name in names)]
    fallen = [line for row in chosen for line in run(folder, row)]
    if fallen:
        raise SystemExit("below the floor:\n" + "\n".join(fallen))


if __name__ == "__main__":
    main()
