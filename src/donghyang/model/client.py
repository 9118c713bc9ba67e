"""A language model as a writer is handed it: a question, a shape, and the reply in that shape."""

from __future__ import annotations

import asyncio
import json
import os
from typing import TYPE_CHECKING, TypeVar

from donghyang.draft.asking import NoReply
from donghyang.model.failures import is_of_the_endpoint, told_of
from donghyang.model.replies import Replies
from donghyang.model.use import Use
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from pydantic_ai.messages import ModelMessage
    from pydantic_ai.models.openai import OpenAIChatModel

    from donghyang.workspace import Model

Shape = TypeVar("Shape")

_ENOUGH = 2
"""Questions in a row that the endpoint itself failed, after which it is asked no more in this run."""
_SAME_EACH_TIME = 0.0
"""Temperature."""
_NO_KEY = "none"
"""What an endpoint without keys is given; some libraries refuse an empty one."""


class Client:
    """The model of the settings. To be used in a `with` block."""

    def __init__(self, settings: Model, kept: Path | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`kept` is the folder of replies, None keeps none. Raises CannotProceed where the library is not installed."""
        from donghyang.model.transport import Transport

        self.use = Use()
        self._settings = settings
        key = (os.environ if environment is None else environment).get(settings.key, "")
        self._transport = Transport(settings, Replies(kept) if kept else None, self.use, key)
        self._runner = asyncio.Runner()
        self._model = _model(settings, self._transport, key)
        self._failed = 0
        self._down: Message | None = None

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.run(self._transport.aclose())
        self._runner.close()

    def ask(self, instructions: str, turns: Sequence[str], shape: type[Shape]) -> Shape:
        """The reply to the last of `turns`. Raises NoReply: no reply, none of this shape, or no more may be asked."""
        from pydantic_ai import Agent, PromptedOutput
        from pydantic_ai.settings import ModelSettings

        if self._down is not None:
            raise NoReply(self._down)
        # The shape stands in the one message of instructions: templates of some models refuse a second.
        output = PromptedOutput(shape, template=False)
        agent = Agent(self._model, output_type=output, instructions=_shaped(instructions, shape), retries=1)
        settings = ModelSettings(temperature=_SAME_EACH_TIME, timeout=self._settings.seconds)
        try:
            done = self._runner.run(agent.run(turns[-1], message_history=_history(turns[:-1]), model_settings=settings))
        except CannotProceed:  # a reply that the disk does not take
            raise
        except Exception as problem:
            raise self._failure(problem) from None
        self._failed = 0
        return done.output

    def _failure(self, problem: Exception) -> NoReply:
        """What went wrong in one sentence; an endpoint that fails again and again is asked no more."""
        refusal = self._transport.refusal
        why = refusal.message if refusal else told_of(problem, self._settings)
        of_the_endpoint = refusal.of_the_endpoint if refusal else is_of_the_endpoint(problem)
        self._failed = self._failed + 1 if of_the_endpoint else 0
        if self._failed >= _ENOUGH:
            self._down = why
        return NoReply(why)


def _model(settings: Model, transport: object, key: str) -> OpenAIChatModel:
    import httpx2
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    # A redirect would carry the key to another host, and proxies of the environment would see it.
    way = httpx2.AsyncClient(transport=transport, follow_redirects=False, trust_env=False)  # type: ignore[arg-type]
    client = AsyncOpenAI(
        base_url=settings.url,
        api_key=key or _NO_KEY,
        http_client=way,
        max_retries=settings.retries,
        timeout=settings.seconds,
    )
    return OpenAIChatModel(settings.name, provider=OpenAICompatibleProvider("donghyang", openai_client=client))


def _shaped(instructions: str, shape: type[object]) -> str:
    """The instructions with the shape of the reply as a JSON schema."""
    from pydantic import TypeAdapter

    schema = json.dumps(TypeAdapter(shape).json_schema(), ensure_ascii=False)
    return f"{instructions}\n\nJSON schema\n{schema}\n"


def _history(turns: Sequence[str]) -> list[ModelMessage]:
    """What was said before, as the library keeps it."""
    from pydantic_ai.messages import ModelRequest, ModelResponse, TextPart, UserPromptPart

    return [
        ModelResponse(parts=[TextPart(said)]) if number % 2 else ModelRequest(parts=[UserPromptPart(said)])
        for number, said in enumerate(turns)
    ]
