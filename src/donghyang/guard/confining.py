"""Limits that the system keeps for a process: memory and time at work, where it keeps any (Linux)."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def confine(memory: int, seconds: int | None = None) -> None:
    """Let the system stop this process at so many bytes more than it has, and after so many seconds more of work."""
    try:
        import resource
    except ImportError:
        return
    wanted = {resource.RLIMIT_CORE: 0}
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        wanted[resource.RLIMIT_CPU] = int(used.ru_utime + used.ru_stime) + 1 + seconds
    if held := _held():
        wanted[resource.RLIMIT_AS] = held + memory
    for kind, most in wanted.items():
        _, hard = resource.getrlimit(kind)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _held() -> int:
    """Bytes of address space that this process has; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
