"""The proofreader: a Document in, findings out.

`check` runs the rules of `rules/` over a document; `RULES` is what each of them says of itself. Pure: no clock, no
network, no settings. What a rule needs beyond the text comes in as `Resources`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghyang.check.engine import check, examine, skipped
    from donghyang.check.resources import Resources
    from donghyang.check.rule import Rule

    RULES: tuple[Rule, ...]

__all__ = ["RULES", "Resources", "Rule", "check", "examine", "skipped"]


def __getattr__(name: str) -> object:
    if name == "RULES":
        from donghyang.check.engine import all_rules

        return all_rules()
    if name in ("check", "examine", "skipped"):
        from donghyang.check import engine

        return getattr(engine, name)
    if name == "Resources":
        from donghyang.check.resources import Resources

        return Resources
    if name == "Rule":
        from donghyang.check.rule import Rule

        return Rule
    raise AttributeError(name)
