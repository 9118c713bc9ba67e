"""What the commands print for a person: plain lines, no colours, the same on every terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.language.visible import on_one_line
from donghyang.records import (
    Corrected,
    Dropped,
    Fact,
    Finding,
    Issue,
    Language,
    PageText,
    Quantity,
    VerifiedSentence,
)

if TYPE_CHECKING:
    from donghyang.check.rule import Rule
    from donghyang.language.transliterate import Transliteration
    from donghyang.press import Held, Published
    from donghyang.press.site import Built
    from donghyang.proofread import Checked
    from donghyang.report import Change

_CONTEXT = 30
"""Characters shown on either side of a finding."""


def report_as_text(issue: Issue, language: Language) -> str:
    """An issue at a glance: title, date, and its articles."""
    lines = [f"{issue.series or '-'}  {issue.date or '-'}  {issue.publisher.name or ''}".rstrip()]
    for section in issue.sections:
        lines += ["", section.title]
        for article in section.articles:
            category = f"[{article.category}] " if article.category else ""
            lines.append(f"  {article.number or '-':>2} {category}{article.headline}")
    loose = sum(block.type == "unplaced" for part in issue.sections for a in part.articles for block in a.blocks)
    if loose:
        lines += [
            "",
            f"자리를 찾지 못한 글 {loose}곳" if language == "ko" else f"{loose} places without a place in the format",
        ]
    return "\n".join(lines)


def held_as_text(held: Iterable[Held], language: Language) -> str:
    """The lines that hold a report back, each with its number, why, and its words."""
    return "\n".join(f"{one.line}: [{one.rule}] {one.message.text(language)}\n    {one.text}" for one in held)


def page_as_text(page: PageText, language: Language) -> str:
    """A page's article, and whether it hides much."""
    head = [page.title or "-", "  ".join(str(part) for part in (page.date, page.outlet, page.byline, page.url) if part)]
    ko, en = "보이지 않는 글을 뺐습니다", "words that are not seen were left out"
    foot = ["", f"({ko if language == 'ko' else en}: {len(page.unseen)})"] if page.hides_much else []
    return "\n".join([*head, "", page.text, *foot])


def dropped_as_text(left: Iterable[Dropped]) -> str:
    """What was left out of a page, one line each: why, and the words."""
    return "\n".join(f"{line.why:<9} {line.text}" for line in left)


def facts_as_text(facts: Iterable[Fact]) -> str:
    """One fact a line: place, kind, words, value."""
    lines = (f"{fact.start:>6} {fact.kind:<9} {' '.join(fact.text.split())}  {_value(fact)}" for fact in facts)
    return "\n".join(line.rstrip() for line in lines)


def _value(fact: Fact) -> str:
    if isinstance(fact, Quantity):
        number = "?" if fact.value is None else f"{fact.value:f}"
        high = f"~{fact.high:f}" if fact.high is not None else ""
        return " ".join(part for part in ("=", fact.bound or "", number + high, fact.unit or "") if part)
    if fact.kind == "date":
        return f"= {fact.value or '?'}" + (f"/{fact.high}" if fact.high else "")
    if fact.kind == "name":
        return f"= {fact.hanja} ({fact.type})"
    parts = (f"= {fact.metric or '-'}:", fact.value, fact.unit, fact.deadline)
    return " ".join(str(part) for part in parts if part is not None)


def name_as_text(found: Transliteration) -> str:
    """A name in Hangul, and how it was come by."""
    return "\n".join(
        [f"{found.hanzi}  {found.hangul}  ({' '.join(found.pinyin)})", *(f"  {step}" for step in found.steps)]
    )


def checked_as_text(checked: Checked, language: Language) -> str:
    """The findings of one file in the order of their places, and what could not be looked at."""
    ko, file, text = language == "ko", on_one_line(str(checked.file)), checked.document.text
    lines: list[str] = []
    line, counted = 1, 0
    for finding in checked.findings:
        line += text.count("\n", counted, finding.start)
        counted = finding.start
        lines.append(f"{file}:{line}: {finding.severity} [{finding.rule}] {finding.message.text(language)}")
        lines.append(f"    {_excerpt(text, finding)}")
        lines += [f"    ↔ {related.text}" for related in finding.related]
        if finding.fix:
            lines.append(f"    → {finding.fix.text}")
    if not lines:
        lines.append(f"{file}: " + ("살펴볼 곳이 없습니다." if ko else "nothing to look at."))
    if checked.doubt:
        lines.append(f"  {checked.doubt.text(language)}")
    for name, needs in checked.skipped:
        lines.append(f"  {'건너뛴 규칙' if ko else 'skipped'}: {name} ({', '.join(needs)})")
    for old in checked.stale:
        lines.append(
            f"  accepted.toml: {'더는 나오지 않는 지적' if ko else 'no longer found'}: {old.rule} '{old.text}'"
        )
    return "\n".join(lines)


def changes_as_text(changes: Sequence[Change], language: Language) -> str:
    """What changed between two versions of a report."""
    from donghyang.report.diff import text

    return text(changes, language) or ("차이가 없습니다." if language == "ko" else "no difference.")


def rule_as_text(rule: Rule, language: Language) -> str:
    """What a rule says of itself."""
    bad, good = ("나쁜 예", "좋은 예") if language == "ko" else ("bad", "good")
    parts = [f"{rule.id} ({rule.class_}, {rule.severity})", rule.summary.text(language), "", rule.why.text(language)]
    return "\n".join([*parts, "", f"{bad}:", rule.bad, "", f"{good}:", rule.good])


def _excerpt(text: str, finding: Finding) -> str:
    start = max(text.rfind("\n", 0, finding.start) + 1, finding.start - _CONTEXT)
    end = text.find("\n", finding.end)
    end = min(len(text) if end < 0 else end - text.endswith("\r", finding.end, end), finding.end + _CONTEXT)
    return f"{text[start : finding.start]}【{text[finding.start : finding.end]}】{text[finding.end : end]}".replace(
        "\t", " | "
    )


_SAID = {
    "ko": {"supported": "원문에 있음", "contradicted": "원문과 다름", "unsupported": "원문에 없음"},
    "en": {"supported": "supported", "contradicted": "contradicted", "unsupported": "unsupported"},
}


def verified_as_text(found: Sequence[VerifiedSentence], language: Language) -> str:
    """Each sentence with its verdict; below it the claims that are not supported, else those that are, with what the
    source says. A line of counts ends it."""
    said = _SAID[language]
    lines: list[str] = []
    for sentence in found:
        lines.append(f"[{said[sentence.status]}] {' '.join(sentence.text.split())}")
        for claim in sentence.claims:
            if sentence.status != "supported" and claim.status == "supported":
                continue
            why = f": {claim.reason.text(language)}" if claim.reason else ""
            lines.append(f"    {' '.join(claim.text.split())} ({said[claim.status]}{why})")
            if claim.evidence:
                lines.append(f"      ↔ {claim.evidence.source}: {' '.join(claim.evidence.text.split())}")
    counts = (f"{word} {sum(one.status == status for one in found)}" for status, word in said.items())
    return "\n".join([*lines, ", ".join(counts)])


def paths_as_text(paths: Iterable[Path]) -> str:
    """One path a line."""
    return "\n".join(on_one_line(str(path)) for path in paths)


def corrected_as_text(changes: Iterable[Corrected]) -> str:
    """What has changed since an issue was published, a line each, as a correction tells it."""
    from donghyang.publish.edition import change

    return "\n".join(map(change, changes))


def publications_as_text(found: Sequence[Published], language: Language) -> str:
    """Every sending of every issue: number, day, who decided it, its prints; below it what it puts right."""
    from donghyang.publish.edition import change

    lines = []
    for one in found:
        for sent in one.sendings:
            number = f"제{sent.number}호" if sent.number is not None else "-"
            by = sent.by or (f"({sent.account})" if sent.account else "-")
            kinds = " ".join(sorted(name.rpartition(".")[2] for name in sent.prints))
            nth = f"{sent.sending}차" if language == "ko" else f"sending {sent.sending}"
            lines.append(f"{one.folder.name}  {number}  {nth}  {sent.date}  {by}  {kinds}")
            lines += [f"    {sent.notice}"] if sent.notice else []
            lines += [f"    · {change(each)}" for each in sent.changes]
            passed = "통과시킨 줄" if language == "ko" else "let pass"
            lines += [f"    {passed}: {it.line} ({it.signed.by}: {it.signed.reason})" for it in sent.allowed]
    return "\n".join(lines) or ("발간한 호가 없습니다." if language == "ko" else "nothing has been published.")


def built_as_text(built: Built, language: Language) -> str:
    """What became of the site: counts, what was left out, and which watch lists it shows."""
    korean = language == "ko"
    lines = [str(Path(built.folder) / "index.html")]
    if korean:
        lines.append(f"호 {built.issues}, 기사 {built.articles}, 파일 {built.files} (쓴 것 {built.written})")
    else:
        lines.append(f"issues {built.issues}, articles {built.articles}, files {built.files} ({built.written} written)")
    if built.left_out:
        days = ", ".join(built.left_out[:10]) + (" …" if len(built.left_out) > 10 else "")
        lines.append(f"발간하지 않아 뺀 호: {days}" if korean else f"left out, not published: {days}")
    if built.watches:
        names = ", ".join(built.watches)
        lines.append(
            f"관심 목록의 이름이 보입니다: {names} (원하지 않으면 [site] watch = false)"
            if korean
            else f"the names of watch lists are shown: {names} (else [site] watch = false)"
        )
    return "\n".join(lines)
