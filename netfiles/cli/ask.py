"""`netfiles ask`: write down what was asked, or how an ask ended."""

from typing import TYPE_CHECKING, get_args

import click

from netfiles.cli.changing import How, by_option, carry, changing, on_option
from netfiles.cli.choosing import chosen, narrowed
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.model.fields import AskKind, AskStatus, Channel

if TYPE_CHECKING:
    from datetime import date

    from netfiles.cli.desk import Desk
    from netfiles.insights.directory import Listed
    from netfiles.records.plan import Plan


@click.command()
@click.argument("name", type=PERSON)
@click.argument("sentence", nargs=-1)
@click.option(
    "--for", "kind", type=click.Choice(get_args(AskKind)), help="What is asked for; else guessed from the words."
)
@by_option("message where nothing is said")
@click.option("--granted", "status", flag_value="granted", help="An open ask ended well; words of SENTENCE say which.")
@click.option("--answered", "status", flag_value="answered", help="An open ask was answered.")
@click.option("--declined", "status", flag_value="declined", help="An open ask was declined.")
@on_option
@changing
@pass_terminal
def ask(
    terminal: Terminal,
    name: str,
    sentence: tuple[str, ...],
    kind: AskKind | None,
    by: Channel | None,
    status: AskStatus | None,
    on: str | None,
    how: How,
) -> None:
    """Write down that you asked NAME something, in the SENTENCE you said; or note how an open ask ended."""
    from netfiles.capture.days import day_of
    from netfiles.changes.asking import asked
    from netfiles.cli.desk import desk

    words = " ".join(sentence).strip()
    if not (status or words):
        raise click.UsageError(
            "Say what you asked, in one sentence, or how it ended: --granted, --answered, --declined."
        )
    at = desk(terminal)
    day = day_of(on, at.today)
    one = at.one(name)
    if status:
        carry(at, _ended(at, one, status, day, words), how)
    else:
        carry(at, asked(one.name, at.link(one), words, kind, by or "message", at.journal(day)), how)


def _ended(at: "Desk", one: "Listed", status: AskStatus, day: "date", words: str) -> "Plan":
    from netfiles.changes.asking import ended, open_asks
    from netfiles.records.plan import Plan

    found = open_asks(at.case(one), day)
    if not found:
        return Plan(f"Note what {one.name} said", (), (f"Nothing that you asked {one.name} is open.",))
    some = chosen(narrowed(found, words), f"Open asks of {one.name} are")
    return ended(one.name, some, status)
