"""The only room that asks a language model: any endpoint that speaks as OpenAI's does, within limits, once a question.

A model is never needed: without settings nobody is asked, and whatever goes wrong here ends in one sentence.
"""

from __future__ import annotations

from donghyang.model.client import Client
from donghyang.model.probe import Tried, tried
from donghyang.model.second_reader import SecondReader
from donghyang.model.use import Use

__all__ = ["Client", "SecondReader", "Tried", "Use", "tried"]
