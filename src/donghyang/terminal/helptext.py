"""What the commands say of themselves under --help, in both languages; the reference page is made from it."""

from __future__ import annotations

from dataclasses import dataclass

from donghyang.records import Message
from donghyang.terminal.console import language


@dataclass(frozen=True, slots=True)
class Help:
    """The help of one command."""

    what: Message
    example: str
    """A command line that works."""


HELP: dict[str, Help] = {
    "read": Help(
        Message(
            "파일을 보고서나 페이지로 읽는다.",
            "Read a file as a report or a page.",
        ),
        "donghyang read report.txt",
    ),
    "facts": Help(
        Message(
            "글이 말하는 사실(금액, 비율, 수량, 날짜, 이름, 목표)을 찾는다.",
            "Find what a text states: money, shares, counts, dates, names, targets.",
        ),
        "donghyang facts --json report.txt",
    ),
    "name": Help(
        Message(
            "중국 이름을 외래어 표기법에 따라 한글로 옮긴다.",
            "Write Chinese names in Hangul by the national rules.",
        ),
        "donghyang name 北京 曾毅",
    ),
    "check": Help(
        Message(
            "파일을 교정한다. 살펴볼 곳이 있으면 1로 끝난다.",
            "Proofread files; exits with 1 when there are findings.",
        ),
        "donghyang check report.txt",
    ),
    "diff": Help(
        Message(
            "보고서 두 판의 차이를 기사와 줄로 보인다. 차이가 있으면 1로 끝난다.",
            "Show what changed between two versions of a report; exits with 1 when something did.",
        ),
        "donghyang diff draft.txt report.txt",
    ),
    "verify": Help(
        Message(
            "한국어 글의 수, 날짜, 이름, 방향을 원문과 대조한다. 원문에 없거나 원문과 다른 곳이 있으면 1로 끝난다. "
            "작업 폴더의 보고서는 원문을 적지 않으면 기사마다 그 기사가 든 페이지와 대조한다.",
            "Hold figures, dates, names and directions of a Korean text against its sources; exits with 1 when"
            " something differs or is not there. Without sources a report of a workspace is held, article by"
            " article, against the pages it names.",
        ),
        "donghyang verify draft.txt page.html --to html",
    ),
    "collect": Help(
        Message(
            "작업 폴더의 출처(피드, 목록, 사이트맵, 페이지)를 돌며 새 글과 고쳐진 글을 받아 증거(WARC)로 pages에 둔다. "
            "멈추었다가 다시 실행하면 이어서 한다.",
            "Go over the workspace's sources (feeds, lists, site maps, pages), fetch what is new or was edited, and"
            " keep it as evidence (WARC) in pages/. Run again it goes on.",
        ),
        "donghyang collect",
    ),
    "pages": Help(
        Message(
            "diff는 수집한 페이지의 판과 판마다 달라진 문장을 보인다. check는 보고서가 인용한 페이지를 다시 받아, "
            "인용한 뒤 바뀐 문장을 기사마다 보인다. 바뀐 것이 있으면 1로 끝난다.",
            "diff shows the versions of a collected page and the sentences that each says otherwise. check asks again"
            " for the pages that a report cites and shows, by article, what they say otherwise since; it exits with 1"
            " when something does.",
        ),
        "donghyang pages diff https://www.example.gov.cn/tz/t20231129_1.html",
    ),
    "stories": Help(
        Message(
            "페이지를 사건으로 묶어 중요한 순서로 보이고, 뺀 사건을 까닭과 파일 이름과 함께 보인다.",
            "Group pages into stories, best first; those left out with the reason and their files.",
        ),
        "donghyang stories --from pages/",
    ),
    "sources": Help(
        Message(
            "살펴보는 출처와 그 상태를 보인다. add는 주소에서 피드, 목록, 사이트맵을 스스로 찾아 더하거나 카탈로그의 "
            "것을 더하고, check는 하나하나 시험해 안 되는 까닭을 말하며, 안 되는 것이 있으면 1로 끝난다.",
            "Show the sources that are watched, and their health. add finds feed, list or site map at an address, or"
            " takes a source of the catalogue; check tries them, says why one fails, and exits with 1 when one does.",
        ),
        "donghyang sources add https://www.example.gov.cn/tzgg/",
    ),
    "schedule": Help(
        Message(
            "사람 없이 수집하게 하는 것을 보인다: cron의 줄, systemd의 타이머, 작업 스케줄러의 파일. 실패하거나 손볼 "
            "출처가 있으면 작업 폴더에 notice.txt가 남는다.",
            "Show what collects unattended: a line for cron, a systemd timer, a file for the Task Scheduler. A run that"
            " fails, and sources to be looked after, leave notice.txt in the workspace.",
        ),
        "donghyang schedule --at 06:30 --for cron",
    ),
    "weekly": Help(
        Message(
            "한 주의 보고서를 만든다: 수집(출처가 있으면), 읽기, 묶기, 사실, 초안, 편집, 근거, 교정, 발간. "
            "멈추었다가 다시 실행하면 이어서 한다.",
            "Make a week's report: collect (where there are sources), read, stories, facts, draft, compose, evidence,"
            " check, publish. Run again it goes on.",
        ),
        "donghyang weekly --from pages/ --date 2023-04-21",
    ),
    "terms": Help(
        Message(
            "용어집을 키운다. mine은 나온 보고서에서 원신이언(文心一言) 같은 짝을 모아 세고, 용어집과 견주어 쓸 표기를 "
            "내놓는다. check는 작업 폴더 terms.csv의 미심쩍은 줄을 찾아, 있으면 1로 끝난다. add는 한 줄을 더한다.",
            "Grow the termbase. mine counts pairs such as 원신이언(文心一言) in published reports, holds them against"
            " the termbase and proposes a form; check finds doubtful rows of the workspace's terms.csv and exits with 1"
            " when there are any; add puts in a row.",
        ),
        'donghyang terms add 挑大梁 "중심 역할 수행" --kind verb',
    ),
    "import": Help(
        Message(
            "나온 보고서를 read가 읽는 어떤 형식으로든 작업 폴더의 아카이브에 넣는다. 같은 파일은 두 번 넣지 않고, "
            "같은 호의 다른 파일은 앞의 것을 대신한다. 멈추었다가 다시 실행하면 이어서 한다.",
            "Put published reports, in any format that `read` reads, into the workspace's archive. The same file is"
            " never put in twice; another file of the same issue takes the place of the former. Run again it goes on.",
        ),
        "donghyang import back/*.hwp issues/2023-02-17/report.txt",
    ),
    "search": Help(
        Message(
            "아카이브에서 기사를 찾는다. 선전, 심천, 深圳, Shenzhen은 한 말이고, 간체와 번체, 병음, 초성(ㅅㅈ), "
            "조금 틀린 표기, 21.28억과 2,128,000,000도 서로 찾는다. 부문, 지역, 기관, 날짜, 금액, 목표 연도로 좁힌다.",
            "Find articles in the archive. 선전, 심천, 深圳 and Shenzhen are one word; simplified and traditional"
            " characters, pinyin, initials (ㅅㅈ), near misspellings, 21.28억 and 2,128,000,000 find one another."
            " Narrow it by section, region, body, day, sum or year of a target.",
        ),
        'donghyang search 심천 "반도체" --from 2022-01-01',
    ),
    "ask": Help(
        Message(
            "한국어, 중국어, 영어로 물은 것을 아카이브의 기사에서 답하고 그 자리를 댄다. 연도, 지역, 주체, 재는 것이 "
            "모두 맞는 줄이 없으면 답하지 않고, 두 호가 다르게 말하면 둘 다 보인다.",
            "Answer a question in Korean, Chinese or English from the archive's articles, with the places that say so."
            " Nothing is answered unless a line says it of that year, place, actor and measure; where two issues differ"
            " both are shown.",
        ),
        'donghyang ask "상하이는 2025년까지 몇 개 분야에 중점 실험실을 갖출 계획인가?"',
    ),
    "publish": Help(
        Message(
            "report.txt를 다른 형식으로 낸다. 파일 곁에, 또는 --out 폴더에 둔다. --final이 없으면 초안으로 찍는다.",
            "Print a report in other formats, beside the file or into --out; without --final as a draft.",
        ),
        "donghyang publish report.txt --to pdf,html --final",
    ),
    "draft": Help(
        Message(
            "설정한 언어 모델로 보고서의 기사 하나를 새로 쓰거나(--article), 아직 쓸 줄(??)만 쓴다(--open). 원문으로 "
            "확인된 것만 넣고, 편집자가 쓴 줄은 그대로 둔다. 쓰지 못한 줄이 있으면 1로 끝난다.",
            "Have the language model of the settings write one article of a report anew (--article), or only lines"
            " that are still to be written (--open). Only what the page proves goes in, what an editor has written"
            " stays; exits with 1 when something could not be written.",
        ),
        "donghyang draft report.txt --article 3",
    ),
    "model": Help(
        Message(
            "설정한 언어 모델이 쓸 수 있는지 시험한다. 답하지 않으면 1로 끝난다.",
            "Try whether the language model of the settings can write; exits with 1 when it does not answer.",
        ),
        "donghyang model check",
    ),
    "new": Help(
        Message(
            "새 작업 폴더를 만든다. --sample은 견본 한 주를 담는다.",
            "Make a new workspace; --sample puts the sample week into it.",
        ),
        "donghyang new newsroom --sample",
    ),
}


def help_of(command: str) -> str:
    """The help of `command` in the reader's language."""
    entry = HELP[command]
    label = "예" if language() == "ko" else "Example"
    return f"{entry.what.text(language())}\n\n{label}: `{entry.example}`"
