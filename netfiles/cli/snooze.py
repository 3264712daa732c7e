"""`netfiles snooze`: leave somebody out of the queue for a while."""

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("name")
@click.argument("when")
@changing
@pass_terminal
def snooze(terminal: Terminal, name: str, when: str, how: How) -> None:
    """Leave NAME out of the queue until WHEN: a date, or a length of time such as 2w."""
    from netfiles.cli.desk import desk
    from netfiles.model.fields import parse_duration
    from netfiles.records.plan import Edited, Plan
    from netfiles.text.edits import Set

    at = desk(terminal)
    one = at.one(name)
    record = at.record(one)
    until = parse_duration(when).after(at.today)
    edit = Edited(record.path, record.origin.checksum, (Set("snooze_until", until.isoformat()),))
    carry(at, Plan(f"Snooze {one.name} until {until}", (edit,), (f"{one.name} is back on {until}.",)), how)
