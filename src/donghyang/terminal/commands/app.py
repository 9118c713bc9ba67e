"""The program before any command is named: its help, its version, and what it says to a command it does not know."""

from __future__ import annotations

from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from donghyang import __version__
from donghyang.records import CannotProceed, Message, did_you_mean
from donghyang.terminal.console import put, say


class Command(TyperCommand):
    """A command whose help speaks the reader's language throughout."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; an error knows of which command it is.

        Raises CannotProceed for an option that takes one value and is given several times: only the last would count.
        """
        try:
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))
            _given_once(order)
            return super().parse_args(ctx, args)
        except Exception as problem:
            if hasattr(problem, "format_message") and getattr(problem, "ctx", None) is None:
                problem.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        _translate_panels()
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _translated(super().get_help_option(ctx))


def _given_once(order: list[Any]) -> None:
    """`order`: the parameters as often as they were given."""
    for param in dict.fromkeys(order):
        takes_one = param.param_type_name == "option" and not param.multiple
        if takes_one and order.count(param) > 1 and (param.secondary_opts or not param.is_flag):
            name = "/".join(param.opts[:1] + param.secondary_opts)
            several = Message(" 여러 값은 쉼표로 이으십시오.", " Join its values with commas.")
            more = several if _ENUMERATES in (param.metavar or "") else Message("", "")
            raise CannotProceed(
                Message(
                    f"{name}: 여러 번 적었습니다. 한 번만 적으십시오.{more.ko}",
                    f"{name} is given several times. Give it once.{more.en}",
                )
            )


_ENUMERATES = ",…"
"""What stands behind the name of the values of an option that takes several."""


class Commands(TyperGroup):
    """All commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        _translate_panels()
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _translated(super().get_help_option(ctx))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name. Raises CannotProceed for a name that no command has."""
        known = super().get_command(ctx, cmd_name)
        if known is None and not cmd_name.startswith("-") and not ctx.resilient_parsing:
            _unknown(cmd_name, list(self.commands))
        return known


def _unknown(name: str, commands: list[str]) -> NoReturn:
    guess = did_you_mean(name, commands)
    raise CannotProceed(
        Message(
            f"{name}: 그런 명령이 없습니다.{guess.ko} 명령의 목록: donghyang --help",
            f"{name}: no such command.{guess.en} For the list: donghyang --help",
        )
    )


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = say("도움말을 보이고 끝냄", "show this message and exit")
    return option


def _translate_panels() -> None:
    """Typer keeps the headings of its help in its module; they are set when a help is about to be printed."""
    from typer import rich_utils

    for name, heading in (
        ("ARGUMENTS_PANEL_TITLE", say("인자", "Arguments")),
        ("OPTIONS_PANEL_TITLE", say("선택지", "Options")),
        ("COMMANDS_PANEL_TITLE", say("명령", "Commands")),
        ("DEFAULT_STRING", say("[기본값: {}]", "[default: {}]")),
        ("REQUIRED_LONG_STRING", say("[꼭 필요]", "[required]")),
    ):
        setattr(rich_utils, name, heading)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "동향: 중국 과학기술 정책 주간동향 편집국",
        "donghyang: a newsroom for science-and-technology policy intelligence",
    ),
)


@app.callback(invoke_without_command=True)
def _alone(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=say("판 번호", "print the version"))] = False,
) -> None:
    if version:
        put(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        shown = context.get_help()
        if shown:
            put(shown)
        raise typer.Exit
