"""`netfiles snooze`: leave somebody out of the queue for a while."""

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("name", type=PERSON)
@click.argument("when", nargs=-1, required=True)
@changing
@pass_terminal
def snooze(terminal: Terminal, name: str, when: tuple[str, ...], how: How) -> None:
    """Leave NAME out of the queue until WHEN: a length of time such as 2w, a day such as monday or 7 dec, or off."""
    from netfiles.changes.rhythm import awake, snoozed
    from netfiles.changes.when import day_to_come
    from netfiles.cli.desk import desk

    at = desk(terminal)
    text = " ".join(when)
    until = None if text.lower() == "off" else day_to_come(text, at.today)
    person = at.person(at.one(name))
    carry(at, snoozed(person, until) if until else awake(person), how)
