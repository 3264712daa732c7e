"""`netfiles cadence`: how often to be in touch with somebody."""

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("name", type=PERSON)
@click.argument("duration")
@changing
@pass_terminal
def cadence(terminal: Terminal, name: str, duration: str, how: How) -> None:
    """Keep in touch with NAME every DURATION: 6w, 3m, monthly, quarterly, never; off removes it."""
    from netfiles.changes.rhythm import every, no_cadence
    from netfiles.cli.desk import desk
    from netfiles.errors import BadCadence
    from netfiles.model.fields import Unfit

    at = desk(terminal)
    person = at.person(at.one(name))
    try:
        plan = no_cadence(person) if duration.lower() == "off" else every(person, duration)
    except Unfit:
        raise BadCadence(duration) from None
    carry(at, plan, how)
