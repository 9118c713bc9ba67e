"""Make the pages of docs/ that are made: the commands, the JSON schemas. With --check, only say which are stale."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from donghyang.records import Language
from tools import facts_page, sources_page, templates_page

if TYPE_CHECKING:
    from donghyang.check import Rule

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
RULE_WORDS = {
    "en": ("What the proofreader looks for", "Bad", "Good", "needs", "style, off unless asked for"),
    "ko": ("교정 규칙", "나쁜 예", "좋은 예", "필요한 것", "style, 켤 때만"),
}
FAMILY_WORDS: dict[str, dict[Language, str]] = {
    "numbers": {"ko": "셈", "en": "Arithmetic"},
    "agreement": {"ko": "앞뒤의 일치", "en": "Parts that must say the same"},
    "names": {"ko": "이름과 지명", "en": "Names and places"},
    "words": {"ko": "낱말", "en": "Words"},
    "form": {"ko": "꼴과 날짜", "en": "Form and dates"},
    "style": {"ko": "집의 표기", "en": "Style of the house"},
}
RULES_INTRO = {
    "en": "`check --select` and `--ignore` take the names of rules, classes (the first word below a name), `default` "
    "and `style`. `style` is the style of the house, off unless asked for: with `--select default,style`, or with "
    '`also = ["style"]` under `[check]` in the workspace\'s `donghyang.toml`, where `ignore` leaves single rules out. '
    "The name of a rule that has become several still means all of them. See also [what is not caught](limits.md).",
    "ko": "`check --select`와 `--ignore`는 규칙의 이름, 부류(이름 아래의 첫 낱말), `default`, `style`을 받는다. "
    "`style`은 집의 표기 규칙으로, 켤 때만 살핀다. `--select default,style`로 켜거나 작업 폴더 `donghyang.toml`의 "
    '`[check]`에 `also = ["style"]`을 적으며, 거기의 `ignore`로 하나씩 뺀다. 여럿으로 나뉜 규칙의 '
    "옛 이름은 그 모두를 뜻한다. [잡지 않는 것](limits.ko.md)도 보라.",
}
TITLES = {"en": ("Commands", "option", "meaning"), "ko": ("명령", "선택지", "뜻")}


EXITS = {
    "en": "Every command exits with 0 when it is done; with 1 when it is done and has found something to see to, where "
    "its entry says so; with 2 when it could not be done: one line on standard error says why, and what to do next. "
    "Where whoever reads the answer reads no further (`donghyang targets | head`) it ends without a word and with 141, "
    "as shells say it of programs that a closed pipe ends (128 and the number of SIGPIPE); what is written by then "
    "stands, and files that `check --fix` had not come to are not mended. Stopped with Ctrl+C it exits with 2.",
    "ko": "모든 명령은 다 하면 0으로, 다 했으나 살펴볼 것이 있으면 1로(설명에 그렇게 적힌 명령), 하지 못했으면 2로 "
    "끝난다. 2이면 까닭과 다음에 할 일을 표준 오류에 한 줄로 보인다. 답을 받는 쪽이 더 읽지 않으면(`donghyang targets "
    "| head`) 말없이 141로 끝난다. 닫힌 파이프 때문에 끝난 프로그램을 셸이 그렇게 말한다(128에 SIGPIPE의 번호를 더한 "
    "수). 그때까지 쓴 것은 남고, `check --fix`가 아직 이르지 못한 파일은 고치지 않는다. Ctrl+C로 멈추면 2로 끝난다.",
}


def pages() -> Iterator[tuple[Path, str]]:
    """Every made page and its text."""
    yield from schemas()
    yield DOCS / "format.md", with_table((DOCS / "format.md").read_text("utf-8"), markers())
    yield DOCS / "terms.md", with_table((DOCS / "terms.md").read_text("utf-8"), kinds_of_terms())
    yield DOCS / "facts.md", facts_page.page()
    yield sources_page.PAGE, sources_page.page()
    yield templates_page.PAGE_OF_DOCS, templates_page.page()
    yield DOCS / "rules.md", rules("en")
    yield DOCS / "rules.ko.md", rules("ko")
    languages: dict[Language, str] = {"en": "commands.md", "ko": "commands.ko.md"}
    for language, name in languages.items():
        yield DOCS / name, in_language(language)


def schemas() -> Iterator[tuple[Path, str]]:
    """One JSON schema for each record that the commands print."""
    from donghyang import wire
    from donghyang.records import Draft, Fact, Finding, Issue, PageText, Story, VerifiedSentence
    from donghyang.weekly import Summary

    kinds: dict[str, Any] = {
        "issue": Issue,
        "page": PageText,
        "story": Story,
        "fact": Fact,
        "finding": Finding,
        "draft": Draft,
        "verified": VerifiedSentence,
        "summary": Summary,
    }
    for name, kind in kinds.items():
        text = json.dumps(wire.schema(kind), ensure_ascii=False, indent=2, sort_keys=True)
        yield DOCS / "schema" / f"{name}.json", text + "\n"


def markers() -> str:
    """The table of the markers of the house format, as the program has it."""
    from donghyang.report.grammar import MARKERS

    rows = []
    for row in MARKERS:
        signs = row.read if len(row.a) == 1 else (row.a,)  # a remark is read by its whole sign
        rows.append(f"| {row.role} | `{row.a}` | `{row.b}` | {' '.join(f'`{sign}`' for sign in signs)} |")
    return "\n".join(["| role | A | B | read |", "|---|---|---|---|", *rows])


def kinds_of_terms() -> str:
    """The table of the kinds of terms, as the program has it."""
    from donghyang.language.terms import kinds

    rows = [f"| `{kind}` | {what.ko} | {what.en} | {zh} = {korean} |" for kind, what, zh, korean in kinds()]
    return "\n".join(["| kind | 뜻 | meaning | 예 |", "|---|---|---|---|", *rows])


def with_table(page: str, table: str) -> str:
    """The page with its table as the program has it."""
    head, _, rest = page.partition("tools/docs.py -->\n")
    return f"{head}tools/docs.py -->\n{table}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"


def rules(language: Language) -> str:
    """The rules of the proofreader by family, each with its reason and its examples."""
    from donghyang.check import RULES

    lines = [f"# {RULE_WORDS[language][0]}", "", RULES_INTRO[language], ""]
    for family, group in groupby(RULES, key=lambda rule: rule.family):
        lines += [f"## {FAMILY_WORDS[family][language]}", ""]
        for rule in group:
            lines += _rule(rule, language)
    return "\n".join(lines)


def _rule(rule: Rule, language: Language) -> list[str]:
    _, bad, good, needs, off = RULE_WORDS[language]
    marks = [rule.class_, rule.severity, *(f"{needs}: {need}" for need in rule.needs)]
    marks += [] if rule.default else [off]
    return [
        *(
            f"### {rule.id}",
            "",
            f"*{', '.join(marks)}*",
            "",
            rule.summary.text(language),
            "",
            rule.why.text(language),
            "",
        ),
        *(f"{bad}:", "", "```", rule.bad, "```", "", f"{good}:", "", "```", rule.good, "```", ""),
    ]


def in_language(language: Language) -> str:
    """The reference of the commands; their help is bound to the language when the program starts."""
    environment = {**os.environ, "DONGHYANG_LANG": language, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "tools.docs", "--commands", language],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def commands(language: Language) -> str:
    """The reference of the commands in the language the program was started with."""
    import typer

    from donghyang.terminal.commands import app
    from donghyang.terminal.helptext import HELP

    title, option, meaning = TITLES[language]
    lines = [f"# {title}", "", EXITS[language], ""]
    group: Any = typer.main.get_command(app)
    missing = set(group.commands) ^ set(HELP)
    if missing:
        raise SystemExit(f"commands and their help differ: {sorted(missing)}")
    for name, command in group.commands.items():
        lines += [f"## donghyang {name}", "", HELP[name].what.text(language), "", "```", HELP[name].example, "```", ""]
        lines += [f"| {option} | {meaning} |", "|---|---|"]
        for part in command.params:
            word = ", ".join(part.opts) if part.param_type_name == "option" else part.metavar or part.name
            lines.append(f"| `{word}` | {part.help or ''} |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write the pages, or say which are stale."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    options.add_argument("--commands", choices=TITLES)
    given = options.parse_args()
    if given.commands:
        sys.stdout.buffer.write(commands(given.commands).encode())
        return
    stale = [(path, text) for path, text in pages() if not path.is_file() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(("stale: " if given.check else "made ") + str(path.relative_to(ROOT)))
        if not given.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    if given.check and stale:
        raise SystemExit("run `make docs` and commit what it makes")


if __name__ == "__main__":
    main()
