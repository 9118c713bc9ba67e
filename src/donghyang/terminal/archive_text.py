"""What the archive's commands say for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message

if TYPE_CHECKING:
    from donghyang.archive.importing import Imported
    from donghyang.archive.issues_in import ImportedFile


SAME = Message("앞의 아카이브와 내용이 같습니다.", "It says what the former archive said.")
OTHER = Message("앞의 아카이브와 내용이 다릅니다.", "It says something else than the former archive.")


def imported_as_text(found: Imported, language: Language) -> str:
    """A line for each file that is new, was replaced or is doubtful, one for each left out, and the sums."""
    return "\n".join(on_one_line(line.text(language)) for line in _lines(found))


def _lines(found: Imported) -> Iterator[Message]:
    for one in found.files:
        if one.state != "same":
            yield _file(one)
        yield from (Message(f"  ! {doubt.ko}", f"  ! {doubt.en}") for doubt in one.doubts)
    for left in found.left_out:
        yield Message(f"- {left.file}: {left.reason.ko}", f"- {left.file}: {left.reason.en}")
    yield from (Message(f"- {file}: 작업 폴더에 없어 뺌", f"- {file}: taken out, it is gone") for file in found.removed)
    count = Counter(one.state for one in found.files)
    yield Message(
        f"새 호 {count['new']}, 바뀐 호 {count['replaced']}, 그대로 {count['same']}, 뺀 파일 {len(found.left_out)}. "
        f"아카이브: {found.issues}호, 기사 {found.articles}건, 페이지 {found.pages.total}쪽({found.archive})",
        f"{count['new']} new, {count['replaced']} replaced, {count['same']} as before, {len(found.left_out)} left out. "
        f"The archive: {found.issues} issues, {found.articles} articles, {found.pages.total} pages ({found.archive})",
    )
    if found.same is not None:
        yield SAME if found.same else OTHER


def _file(one: ImportedFile) -> Message:
    sums = Message(f"기사 {one.articles}, 사실 {one.facts}", f"{one.articles} articles, {one.facts} facts")
    if one.state == "passed over":
        return Message(
            f"= {one.issue} {one.series or '?'}: 같은 호의 다른 파일을 씀 ({one.file})",
            f"= {one.issue} {one.series or '?'}: another file of the issue is taken ({one.file})",
        )
    former = Message(f", {one.former} 대신", f", in place of {one.former}") if one.former else Message("", "")
    return Message(
        f"+ {one.issue} {one.series or '?'}: {sums.ko}{former.ko} ({one.file})",
        f"+ {one.issue} {one.series or '?'}: {sums.en}{former.en} ({one.file})",
    )
