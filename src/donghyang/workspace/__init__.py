"""The folder a newsroom works in: its settings and its paths."""

from __future__ import annotations

from donghyang.workspace.folder import ISSUES, SETTINGS, TERMS, Workspace, find, issue_date, open_workspace
from donghyang.workspace.settings import MOST, VERSION, Model, Rate, Settings, Size, Source

__all__ = [
    "ISSUES",
    "MOST",
    "SETTINGS",
    "TERMS",
    "VERSION",
    "Model",
    "Rate",
    "Settings",
    "Size",
    "Source",
    "Workspace",
    "find",
    "issue_date",
    "open_workspace",
]
