"""docs/security.md names its tests, and they are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_test_that_the_page_names_is_there() -> None:
    file, missing, named = Path(), [], 0
    for name in re.findall(r"`([^`\n]*)`", (ROOT / "docs" / "security.md").read_text("utf-8")):
        path, _, function = name.partition("::")
        if not name.startswith(("tests/", "::")):
            continue
        file, named = (ROOT / path if path else file), named + 1
        if not file.is_file() or (function and f"def {function}(" not in file.read_text("utf-8")):
            missing.append(name)
    assert missing == []
    assert named > 30
