"""What readers get: `site`, `mail`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Where, needed_workspace, one_of, words
from donghyang.terminal.console import language, progress, put, put_json, resumable, say


def site(
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            readable=False,
            help=say("둘 폴더; 없으면 작업 폴더의 site", "where to; the workspace's site/ if not given"),
            show_default=False,
        ),
    ] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help=say("발간하지 않은 호도 초안으로", "unpublished issues, too, as drafts"))
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.press.site import SITE, build
    from donghyang.terminal.show import built_as_text

    home = needed_workspace(workspace)
    folder = out or home.root / (f"{SITE}-drafts" if drafts else SITE)
    with resumable(), progress() as told:
        built = build(home, folder, told, drafts=drafts)
    put_json(built) if json else put(built_as_text(built, language()))


def mail(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            readable=False,
            help=say(
                "발간한 호의 보고서; 없으면 마지막 호", "the report of a published issue; the newest if not given"
            ),
            show_default=False,
        ),
    ] = None,
    send: Annotated[
        bool,
        typer.Option(
            "--send/--dry-run", help=say("보냄; 없으면 무엇을 할지만 보임", "send; else only show what it would do")
        ),
    ] = False,
    attempt: Annotated[
        str,
        typer.Option(
            "--try", metavar="ADDRESS", help=say("이 주소로 한 통만 시험", "one mail to this address, as a trial")
        ),
    ] = "",
    attach: Annotated[
        str,
        typer.Option(
            "--attach", metavar="FORMAT,…", help=say("붙일 인쇄물: pdf, hwpx …", "prints to attach: pdf, hwpx …")
        ),
    ] = "",
    unsure: Annotated[
        str,
        typer.Option(
            "--unsure",
            metavar="sent|again",
            help=say(
                "받았는지 모르는 이: 받은 것으로, 또는 다시", "those nothing is known of: they have it, or send again"
            ),
        ),
    ] = "",
    only: Annotated[
        str,
        typer.Option(
            "--only",
            metavar="ADDRESS,…",
            help=say("--unsure: 이 주소만; 없으면 모두", "--unsure: of these alone; of all if not given"),
        ),
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help=say("그렇게 정한 사람", "who says so"))] = "",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.press.mailing import Mailing, published_of
    from donghyang.terminal.mail_text import mailed_as_text, plan_as_text

    home = needed_workspace(workspace)
    mailing = Mailing(home, published_of(home, file), words(attach))
    if attempt:
        mailing.try_out(attempt)
        put_json({"sent": [attempt]}) if json else put(say(f"보냄: {attempt}", f"sent: {attempt}"))
        return
    if unsure:
        one_of("--unsure", unsure, ("sent", "again"))
        if not by.strip():
            raise CannotProceed(
                Message("--unsure에는 --by NAME을 함께 적으십시오.", "give --by NAME together with --unsure.")
            )
        mailing.settle("sent" if unsure == "sent" else "again", by.strip(), words(only))
    elif words(only):
        raise CannotProceed(Message("--only는 --unsure와 함께 적으십시오.", "give --only together with --unsure."))
    if not send:
        plan = mailing.plan()
        put_json(plan) if json else put(plan_as_text(plan, language()))
        return
    with resumable(), progress() as told:
        made = mailing.run(told)
    put_json(made) if json else put(mailed_as_text(made, language()))
    raise typer.Exit(DIFFERS if made.refused or made.later or made.unsure else DONE)
