"""What more than one judge says of a claim that is not supported."""

from __future__ import annotations

from donghyang.records import Message

NOT_SAID = Message("원문이 말하지 않는 내용입니다.", "no source speaks of this")
DENIED = Message("모델이 보기에 원문은 이렇게 말하지 않습니다.", "a model reads the source otherwise")
NO_NAME = Message("원문에 없는 이름입니다.", "no source has this name")
NO_FIGURE = Message("원문에 없는 수입니다.", "no source has this figure")
NO_NUMBER = Message("원문에 없는 번호입니다.", "no source has this number")
BACKWARDS = Message("원문과 방향이 반대입니다.", "the source has it backwards.")
DONE_TO = Message("원문에서는 하는 쪽과 받는 쪽이 반대입니다.", "in the source the other one does it.")
PLANNED = Message("원문은 계획이나 전망으로 말합니다.", "the source speaks of a plan or a forecast.")


def says(said: str) -> Message:
    """The source has something else in the place of the claim's."""
    return Message(f"원문은 '{said}'입니다.", f"the source says '{said}'.")


def says_only(said: str) -> Message:
    """The source speaks of a part, or of a whole of another extent."""
    return Message(f"원문은 '{said}'만 말합니다.", f"the source speaks of '{said}' only.")


def gives(said: str) -> Message:
    """The source has another value for the thing, and the claim's for another thing."""
    return Message(f"원문에서 이것의 값은 {said}입니다.", f"the source gives {said} for this")
