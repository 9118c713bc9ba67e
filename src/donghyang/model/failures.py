"""What can go wrong between us and an endpoint, each in one sentence that names the next step and no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.workspace import Model

_KEY, _LOST, _SLOW_DOWN = (401, 403), 404, 429
_BROKEN = 500


def is_of_the_endpoint(problem: Exception) -> bool:
    """Did the endpoint fail, and will so for any question, rather than this one reply?"""
    from pydantic_ai.exceptions import ModelAPIError, ModelHTTPError

    if isinstance(problem, ModelHTTPError):
        return problem.status_code in (*_KEY, _LOST, _SLOW_DOWN) or problem.status_code >= _BROKEN
    return isinstance(problem, (ModelAPIError, OSError))


def told_of(problem: Exception, settings: Model) -> Message:
    """Why no reply came."""
    from pydantic_ai.exceptions import (
        ContentFilterError,
        ModelAPIError,
        ModelHTTPError,
        ModelTimeoutError,
        UnexpectedModelBehavior,
    )

    if isinstance(problem, ModelHTTPError):
        return _by_status(problem.status_code, settings)
    if isinstance(problem, ModelTimeoutError):
        return Message(
            f"{settings.seconds}초 안에 답이 다 오지 않았습니다(model.seconds).",
            f"no whole reply within {settings.seconds} seconds (model.seconds).",
        )
    if isinstance(problem, (ModelAPIError, OSError)):
        return Message(
            f"모델에 닿지 못했습니다({settings.url}).",
            f"the model cannot be reached ({settings.url}).",
        )
    if isinstance(problem, ContentFilterError):
        return Message("모델이 답하기를 거절했습니다.", "the model refused to answer.")
    if isinstance(problem, UnexpectedModelBehavior):
        return Message("모델의 답이 정해진 꼴이 아닙니다.", "the reply has not the shape that was asked for.")
    return Message(
        f"모델의 답을 읽지 못했습니다({type(problem).__name__}).",
        f"the reply cannot be read ({type(problem).__name__}).",
    )


def _by_status(status: int, settings: Model) -> Message:
    if status in _KEY:
        return Message(
            f"모델이 열쇠를 받지 않았습니다({status}). 환경 변수 {settings.key}를 확인하십시오.",
            f"the model does not take the key ({status}). Check the variable {settings.key}.",
        )
    if status == _LOST:
        return Message(
            f"그런 모델이나 주소가 없습니다(404): {settings.name}, {settings.url}",
            f"no such model or address (404): {settings.name}, {settings.url}",
        )
    if status == _SLOW_DOWN:
        return Message("모델이 요청이 너무 많다고 합니다(429).", "the model says there are too many requests (429).")
    if status >= _BROKEN:
        return Message(f"모델 서버에 탈이 났습니다({status}).", f"the model's server has a fault ({status}).")
    return Message(f"모델이 요청을 받지 않았습니다({status}).", f"the model did not take the request ({status}).")
