"""Run the scorers and hold their figures against the floors of .ci/floors.toml.

usage: score.py [--accept-material] FOLDER_OF_SCORERS [NAME...]
A floor means something only on the material it was set on, so the file pins a digest of each folder that a scorer
reads. Where one has changed nothing is scored; --accept-material writes the new pins, which a commit then shows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
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


def run(folder: Path, row: dict[str, Any]) -> tuple[list[str], list[str]]:
    """One run of one scorer: a line for each of its figures, and what fell below its floor."""
    arguments = [
        str((folder / argument).resolve()) if argument.startswith("..") else argument for argument in row["run"][1:]
    ]
    done = subprocess.run(
        [sys.executable, str(folder / row["run"][0]), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    printed = values(done.stdout)
    label = " ".join(row["run"])
    if done.returncode or not printed:
        return [], [f"{label}: failed: {done.stderr.strip()[-300:]}"]
    told, fallen = [], []
    for path, floor in row["floors"].items():
        most = path.startswith("<")
        for value in printed:
            got = figure(value, path.lstrip("<"))
            held = got <= floor if most else got >= floor
            told.append(
                f"  {'ok ' if held else 'LOW'} {label}: {path} {got:g} ({'at most' if most else 'at least'} {floor:g})"
            )
            if not held:
                fallen.append(f"{label}: {path} is {got:g}, floor {floor:g}")
    return told, fallen


def run_all(folder: Path, rows: list[dict[str, Any]]) -> list[str]:
    """What fell below its floor; as many scorers at a time as there are cores, told in the order of the file."""
    fallen = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for told, low in pool.map(lambda row: run(folder, row), rows):
            print("\n".join(told), flush=True)
            fallen += low
    return fallen


def digest(folder: Path) -> str:
    """What stands for a folder's files, their names and bytes, hidden ones left out; "" for a folder without any."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    found = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return found.hexdigest()[:16] if files else ""


def changed(folder: Path, rows: list[dict[str, Any]], pins: dict[str, str]) -> dict[str, str]:
    """The digests, by folder, of the material of `rows` that is not as pinned."""
    digests = {name: digest(folder / name) for name in sorted({name for row in rows for name in row["reads"]})}
    return {name: found for name, found in digests.items() if found != pins.get(name)}


def accept(pins: dict[str, str]) -> None:
    """Write new pins into the floors file; everything else in it stays as it is."""
    text = FLOORS.read_text("utf-8")
    for name, pin in pins.items():
        text, count = re.subn(rf'(?m)^"{re.escape(name)}" = ".*"$', f'"{name}" = "{pin}"', text)
        if not count:
            text = text.replace("[material]\n", f'[material]\n"{name}" = "{pin}"\n', 1)
    FLOORS.write_text(text, "utf-8")


def main() -> None:
    """Run all scorers that have floors, or those named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--accept-material", action="store_true")
    options.add_argument("folder", type=Path)
    options.add_argument("names", nargs="*")
    given = options.parse_args()
    folder, names = given.folder, given.names
    known = tomllib.loads(FLOORS.read_text("utf-8"))
    chosen = [row for row in known["scorer"] if not names or any(name in row["run"][0] for name in names)]
    new = changed(folder, chosen, known["material"])
    if new and given.accept_material:
        accept(new)
    elif new:
        lines = (f"{name} (pinned {known['material'].get(name, 'never')}, now {new[name] or 'empty'})" for name in new)
        raise SystemExit(
            "the material has changed: " + ", ".join(lines) + ". If that is meant, run again with --accept-material."
        )
    fallen = run_all(folder, chosen)
    if fallen:
        raise SystemExit("below the floor:\n" + "\n".join(fallen))


if __name__ == "__main__":
    main()
