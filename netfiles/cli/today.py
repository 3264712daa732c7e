"""`netfiles today`: what to do now."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command()
@as_json
@pass_terminal
def today(terminal: Terminal, as_json: bool) -> None:
    """What to do now: the part of the queue that fits the week, and the week's pace."""
    from netfiles.cli.lines import people_and_minutes, queue_lines
    from netfiles.cli.shapes import counts, item_shape
    from netfiles.insights.days import spoken

    insights = terminal.insights()
    queue = insights.queue
    if as_json:
        shapes = [item_shape(item, insights.today) for item in queue.fitting]
        terminal.tell_json({"today": insights.today.isoformat(), "items": shapes, "pace": insights.share.pace})
        return
    terminal.tell(click.style(f"{spoken(insights.today)}: {people_and_minutes(queue.fitting)}", bold=True))
    if not insights.network.people:
        terminal.tell(
            "Nobody is on file yet. Write contacts/Jane Doe.md in any editor; `netfiles init` shows two first files."
        )
    for line in queue_lines(insights, queue.fitting):
        terminal.tell(line)
    terminal.tell()
    if queue.waiting:
        terminal.tell(f"{len(queue.waiting)} more can wait: `netfiles queue` shows them.")
    terminal.tell(insights.share.pace)
    if errors := counts(insights.problems)["error"]:
        terminal.tell(f"{errors} file{'s' * (errors != 1)} cannot be read: `netfiles check` says why.")
