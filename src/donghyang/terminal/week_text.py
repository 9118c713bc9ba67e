"""What `weekly` says for a person: what the run has done, what it left out, or why there is nothing to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from donghyang.records import Language, Message
from donghyang.terminal.collect_text import collected_in_week
from donghyang.terminal.stories_text import SECTIONS

if TYPE_CHECKING:
    from donghyang.weekly import Addition, Summary

_SHOWN = 5
"""So many names of a group are shown; where all of them stand is said."""

_LINES = 12
"""So many numbers of lines are shown."""

_DATED_BY = {
    "asked": Message("", ""),
    "newest page": Message(" (가장 새로운 페이지의 날짜)", " (of the newest page)"),
    "today": Message(" (오늘)", " (today)"),
}


def summary_as_text(summary: Summary, language: Language) -> str:
    """What a week's run has done."""
    return "\n".join(line.text(language) for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[Message]:
    by = _DATED_BY[summary.dated_by]
    yield Message(f"발행일 {summary.date}{by.ko}  {summary.folder}", f"date {summary.date}{by.en}  {summary.folder}")
    for day in summary.unfinished:
        yield Message(
            f"  {day}의 보고서가 아직 작업 중입니다. 이어서 하려면 `donghyang weekly --date {day}`",
            f"  the report of {day} is still being edited: `donghyang weekly --date {day}` goes on with it",
        )
    for stage in summary.stages:
        ko, en = ("", "") if stage.fresh else ("  (그대로)", "  (stood)")
        yield Message(f"  {stage.label.ko:<8} {stage.count}{ko}", f"  {stage.label.en:<8} {stage.count}{en}")
    if summary.collected is not None:
        yield from collected_in_week(summary.collected)
    pages, stories, articles, doubts = summary.pages, summary.stories, summary.articles, summary.doubts
    yield Message(
        f"페이지 {pages}, 사건 {stories}, 기사 {articles}, 편집자가 볼 곳 {doubts}, 아직 쓸 줄 {summary.open}",
        f"pages {pages}, stories {stories}, articles {articles}, places for the editor {doubts}, "
        f"lines to write {summary.open}",
    )
    yield from _model(summary)
    yield from left_out(summary)
    yield from _left_stories(summary)
    yield from _additions(summary)
    yield from _loose(summary)
    for file, found in summary.findings.items():
        yield Message(f"  교정 {file}: {len(found)}", f"  findings {file}: {len(found)}")
    yield Message("만든 파일:", "files:")
    yield from (Message(f"  {path}", f"  {path}") for path in summary.files)
    if not summary.edited:
        yield Message(
            "report.txt를 고친 뒤 다시 실행하면 초안으로 찍고, `donghyang publish --final`로 냅니다.",
            "Edit report.txt and run again to print it as a draft; `donghyang publish --final` publishes it.",
        )


def _model(summary: Summary) -> Iterator[Message]:
    """What the model was asked, what it cost, and what of it was not taken."""
    use = summary.model
    if use is None:
        return
    ko, en = (
        (f", 비용 {use.cost} {use.currency}", f", cost {use.cost} {use.currency}") if use.cost is not None else ("", "")
    )
    yield Message(
        f"  모델 {use.name}: 요청 {use.requests}(다시 쓴 답 {use.replayed}), 토큰 {use.tokens_in + use.tokens_out:,}, "
        f"{use.seconds:.0f}초{ko}, 싣지 않은 줄 {use.refused}",
        f"  model {use.name}: requests {use.requests} (replayed {use.replayed}), "
        f"tokens {use.tokens_in + use.tokens_out:,}, {use.seconds:.0f} s{en}, lines refused {use.refused}",
    )
    for why, count in use.by_rules:
        yield Message(f"      기사 {count}건은 규칙으로 썼습니다: {why.ko}", f"      {count} by the rules: {why.en}")
    for why, count in use.not_reread:
        yield Message(f"      다시 읽지 못한 답 {count}건: {why.ko}", f"      {count} not read again: {why.en}")
    if use.by_rules:
        yield Message(
            "      `donghyang model check`가 모델을 시험하고, `donghyang draft report.txt --article N`이 새로 씁니다.",
            "      `donghyang model check` tries the model; `donghyang draft report.txt --article N` writes anew.",
        )


def left_out(summary: Summary) -> Iterator[Message]:
    """The files left out, by reason: how many, the first few by name, and where the rest is named."""
    groups: dict[Message, list[str]] = {}
    for left in summary.left_out:
        groups.setdefault(left.reason, []).append(left.file)
    for reason, files in groups.items():
        shown, rest = ", ".join(files[:_SHOWN]), len(files) - _SHOWN
        ko, en = (f" 외 {rest}개", f" and {rest} more") if rest > 0 else ("", "")
        yield Message(f"  뺀 파일 {len(files)}: {reason.ko}", f"  left out {len(files)}: {reason.en}")
        yield Message(f"      {shown}{ko}", f"      {shown}{en}")
    if any(len(files) > _SHOWN for files in groups.values()):
        yield Message(
            "      뺀 파일의 이름은 `donghyang weekly --json`의 left_out에 모두 있습니다.",
            "      Every file left out is named in left_out of `donghyang weekly --json`.",
        )


def _additions(summary: Summary) -> Iterator[Message]:
    """The stories that came since the editor began, and the new pages of others, each with its place in the draft."""
    fresh = [one for one in summary.additions if one.is_new]
    grown = [one for one in summary.additions if not one.is_new]
    stories = "story" if len(fresh) == 1 else "stories"
    for group, ko, en in (
        (fresh, "작업을 시작한 뒤 새로 온 사건", f"new {stories} since you began"),
        (grown, "작업을 시작한 뒤 새 페이지가 온 사건", "with new pages since you began"),
    ):
        if group:
            yield Message(f"  {ko} {len(group)}:", f"  {len(group)} {en}:")
            yield from map(_addition, group)
    if summary.additions:
        yield Message(
            "      report.txt는 그대로입니다. 실을 기사를 draft.txt에서 옮기십시오.",
            "      report.txt is left as it is: take over from draft.txt what you want.",
        )


def _addition(one: Addition) -> Message:
    ko, en = "draft.txt에는 자리가 없음", "no room in draft.txt"
    if one.section is not None and one.article is not None:
        name = SECTIONS[one.section]
        ko, en = f"draft.txt {name.ko} {one.article:02}", f"draft.txt, {name.en} {one.article:02}"
    pages = ", ".join(one.pages[:_SHOWN])
    return Message(f"      {one.title} ({pages}; {ko})", f"      {one.title} ({pages}; {en})")


def _loose(summary: Summary) -> Iterator[Message]:
    """The lines of the report that rest on no page, by reason, with their numbers."""
    groups: dict[Message, list[int]] = {}
    for one in summary.loose:
        groups.setdefault(one.reason, []).append(one.line)
    for reason, lines in groups.items():
        shown, rest = ", ".join(map(str, lines[:_LINES])), len(lines) - _LINES
        ko, en = (f" 외 {rest}줄", f" and {rest} more") if rest > 0 else ("", "")
        yield Message(
            f"  근거 없는 줄 {len(lines)}: {reason.ko}", f"  lines without evidence {len(lines)}: {reason.en}"
        )
        yield Message(f"      report.txt {shown}{ko}", f"      report.txt {shown}{en}")
    if groups:
        yield Message(
            "      `donghyang verify report.txt`가 페이지와 하나씩 대조합니다.",
            "      `donghyang verify report.txt` holds each against its pages.",
        )


def _left_stories(summary: Summary) -> Iterator[Message]:
    """The stories left out, by reason, and where each is named with its files."""
    many = len(summary.left_stories)
    if many:
        ko, en = _by_reason(summary)
        yield Message(f"  뺀 사건 {many}: {ko}", f"  stories left out {many}: {en}")
        yield Message(
            "      하나씩 draft.txt의 끝과 `donghyang stories`에 있습니다.",
            "      Each is named at the end of draft.txt and by `donghyang stories`.",
        )


def no_pages(others: int) -> Message:
    """That a folder holds no file that is read, beside `others` that are not; and what to do."""
    ko = f" 다른 종류의 파일 {others}개는 읽지 않습니다." if others else ""
    en = f" {others} files of other kinds are not read." if others else ""
    return Message(
        f"읽을 페이지가 없습니다. .html, .txt, .md, .pdf, .docx 파일을 폴더에 넣으십시오.{ko}",
        f"there are no pages to read. Put .html, .txt, .md, .pdf or .docx files into the folder.{en}",
    )


def nothing_to_print(summary: Summary) -> Message:
    """Why a week has nothing to print, and what to do."""
    if summary.nothing == "no files":
        return no_pages(len(summary.left_out))
    if summary.nothing == "no articles":
        what = Message(
            f"발행일 {summary.date}의 보고서에 실을 기사가 없습니다(페이지 {summary.pages}개에서).",
            f"no article for the report of {summary.date} (in {summary.pages} pages).",
        )
        if summary.left_stories:
            return _all_left_out(summary, what)
        look = Message("`donghyang stories`로 살펴보거나", "Look with `donghyang stories`, or")
    elif summary.dates is None:
        return Message(
            f"읽을 수 있는 페이지가 없습니다(파일 {len(summary.left_out)}개). `donghyang stories`가 까닭을 보입니다.",
            f"no page could be read ({len(summary.left_out)} files). `donghyang stories` says why.",
        )
    else:
        what = Message(
            f"발행일 {summary.date}의 {summary.days}일 안에 드는 페이지가 없습니다.",
            f"no page within {summary.days} days of the report's date, {summary.date}.",
        )
        look = Message("", "")
    return _with_dates(summary, what, look)


def _all_left_out(summary: Summary, what: Message) -> Message:
    """What is missing, why every story was left out, and how to take one all the same."""
    ko, en = _by_reason(summary)
    return Message(
        f"{what.ko} 뺀 사건 {len(summary.left_stories)}: {ko}. `donghyang stories`가 하나씩 보이고, "
        "`donghyang stories pin ID`로 실을 수 있습니다.",
        f"{what.en} Stories left out {len(summary.left_stories)}: {en}. `donghyang stories` names each; "
        "`donghyang stories pin ID` takes one in.",
    )


def _by_reason(summary: Summary) -> tuple[str, str]:
    """The reasons of the stories left out with their counts, most frequent first, in Korean and English."""
    groups = Counter(one.reason for one in summary.left_stories).most_common()
    return ", ".join(f"{one.ko} {count}" for one, count in groups), ", ".join(
        f"{one.en} {count}" for one, count in groups
    )


def _with_dates(summary: Summary, what: Message, look: Message) -> Message:
    """What is missing, where the pages' dates lie, and how to take them."""
    if summary.dates is None:
        return Message(f"{what.ko} 페이지를 더 모으십시오.", f"{what.en} Collect more pages.")
    first, last = summary.dates
    ko = (f"페이지의 날짜는 {first}~{last}입니다.", look.ko, f"--date {last}처럼 발행일을 정하거나")
    step = f"{'s' if look.en else 'S'}et the date like --date {last}, or lift the days"
    en = (f"The pages are dated {first} to {last}.", look.en, step)
    return Message(
        " ".join(part for part in (what.ko, *ko, "--days all로 기간을 푸십시오.") if part),
        " ".join(part for part in (what.en, *en, "with --days all.") if part),
    )
