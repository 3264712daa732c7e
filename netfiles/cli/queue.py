"""`netfiles queue`: everything that is due."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command()
@as_json
@pass_terminal
def queue(terminal: Terminal, as_json: bool) -> None:
    """Everything that is due, in the order of the queue, each with its reason."""
    from netfiles.cli.lines import queue_lines
    from netfiles.cli.shapes import item_shape
    from netfiles.insights.days import spoken

    day = terminal.glance()
    items = day.queue.items
    if as_json:
        shapes = [item_shape(item, day.today) for item in items]
        terminal.tell_json({"today": day.today.isoformat(), "items": shapes})
        return
    terminal.tell(click.style(f"{spoken(day.today)}: {len(items) or 'nothing'} due.", bold=True))
    for line in queue_lines(day, items, terminal.verbose):
        terminal.tell(line)
