"""`netfiles told`: note that somebody heard news."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, by_option, carry, changing, on_option
from netfiles.cli.completing import NEWS, PERSON
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.model.fields import Channel


@click.command()
@click.argument("name", type=PERSON)
@click.argument("news", nargs=-1, required=True, type=NEWS)
@click.option(
    "--and", "others", metavar="NAME", multiple=True, type=PERSON, help="Somebody else who heard it; may be repeated."
)
@by_option("message where nothing is said")
@click.option("--before", is_flag=True, help="They knew it already: write it into their file, and no entry.")
@on_option
@changing
@pass_terminal
def told(
    terminal: Terminal,
    name: str,
    news: tuple[str, ...],
    others: tuple[str, ...],
    by: "Channel | None",
    before: bool,
    on: str | None,
    how: How,
) -> None:
    """Note that NAME heard NEWS, in the entry with them of that day, or else in a new one."""
    from netfiles.capture.days import day_of
    from netfiles.changes import telling
    from netfiles.cli.desk import desk

    at = desk(terminal)
    day = day_of(on, at.today)
    people = list(dict.fromkeys(at.one(one) for one in (name, *others)))
    what = at.one(" ".join(news), ("news",))
    if before:
        carry(at, telling.knew_before([at.person(one) for one in people], what, at.link(what)), how)
        return
    hearers = [
        telling.Hearer(one.name, at.link(one), [entry for entry in at.entries(one) if entry.day == day])
        for one in people
    ]
    carry(at, telling.told(hearers, what, at.link(what), by, at.journal(day)), how)
