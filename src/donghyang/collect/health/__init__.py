"""Whether sources are well: looks at them in, what they are and who has to do something out."""

from __future__ import annotations

from donghyang.collect.health.looks import Look, looked
from donghyang.collect.health.silence import silence
from donghyang.collect.health.standing import Standing, standing

__all__ = ["Look", "Standing", "looked", "silence", "standing"]
