"""`netfiles reply`: write down the message that closes what waits."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, by_option, carry, changing, on_option
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.errors import NotClear

if TYPE_CHECKING:
    from netfiles.changes.replying import Way
    from netfiles.model.fields import Channel


@click.command()
@click.argument("name", type=PERSON)
@click.argument("text", nargs=-1)
@click.option("--out", "way", flag_value="out", help="The message is yours.")
@click.option("--in", "way", flag_value="in", help="The message is theirs.")
@by_option("else that of the message it answers")
@on_option
@changing
@pass_terminal
def reply(
    terminal: Terminal,
    name: str,
    text: tuple[str, ...],
    way: "Way | None",
    by: "Channel | None",
    on: str | None,
    how: How,
) -> None:
    """Write down the answer to or from NAME, whichever is waited for; TEXT is what it said."""
    from netfiles.capture.days import day_of
    from netfiles.changes.replying import replied, waiting
    from netfiles.cli.desk import desk

    at = desk(terminal)
    day = day_of(on, at.today)
    one = at.one(name)
    case = at.case(one)
    open_ = waiting(case)
    goes = way or open_.way
    if goes is None:
        said = "waits for you, and you wait for them" if open_.theirs else "does not wait for a word, nor do you"
        raise NotClear(f"{one.name} {said}.")
    carry(at, replied(case, at.link(one), goes, by, " ".join(text), at.journal(day)), how)
