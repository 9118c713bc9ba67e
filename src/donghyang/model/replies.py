"""Replies kept under a digest of their request: a question asked once is not asked again, and a test replays it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from donghyang.files import write

if TYPE_CHECKING:
    from pathlib import Path


class Replies:
    """A folder of replies, each in a file of its own with the request it answers; no header, so no key, is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, address: str, request: bytes) -> bytes | None:
        """What the endpoint at `address` answered to this request, None where it was never asked."""
        try:
            kept = json.loads(self._path(address, request).read_bytes())
            return json.dumps(kept["reply"]).encode()
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, address: str, request: bytes, reply: bytes) -> None:
        """Keep a reply. Raises CannotProceed when the file cannot be written."""
        told = {"request": json.loads(request), "reply": json.loads(reply)}
        data = json.dumps(told, ensure_ascii=False, indent=1)
        # Models that are cut off within a character answer with half of it.
        write(self._path(address, request), data.encode("utf-8", "surrogatepass"))

    def _path(self, address: str, request: bytes) -> Path:
        seen = hashlib.sha256(address.encode() + b"\0" + request)
        return self._folder / f"{seen.hexdigest()}.json"
