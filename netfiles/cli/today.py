"""`netfiles today`: what to do now."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command()
@as_json
@pass_terminal
def today(terminal: Terminal, as_json: bool) -> None:
    """What to do now: the part of the queue that fits the week, and the week's pace."""
    from netfiles.cli.lines import people_and_minutes, queue_lines
    from netfiles.cli.shapes import item_shape
    from netfiles.insights.days import spoken

    day = terminal.glance()
    queue = day.queue
    if as_json:
        shapes = [item_shape(item, day.today) for item in queue.fitting]
        terminal.tell_json({"today": day.today.isoformat(), "items": shapes, "pace": day.pace})
        return
    terminal.tell(click.style(f"{spoken(day.today)}: {people_and_minutes(queue.fitting)}", bold=True))
    if not day.people:
        terminal.tell(
            "Nobody is on file yet. Write contacts/Jane Doe.md in any editor; `netfiles init` shows two first files."
        )
    for line in queue_lines(day, queue.fitting, terminal.verbose):
        terminal.tell(line)
    terminal.tell()
    if queue.waiting:
        terminal.tell(f"{len(queue.waiting)} more can wait: `netfiles queue` shows them.")
    terminal.tell(day.pace)
    if errors := day.problems["error"]:
        terminal.tell(f"{errors} file{'s' * (errors != 1)} cannot be read: `netfiles check` says why.")
