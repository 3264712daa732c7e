"""`netfiles met`: write down that you met somebody, also somebody new."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, by_option, carry, changing, on_option
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.changes.entry import Journal
    from netfiles.changes.meeting import Met
    from netfiles.cli.desk import Desk
    from netfiles.model.fields import Channel
    from netfiles.records.plan import Plan


@click.command()
@click.argument("name", type=PERSON)
@click.argument("text", nargs=-1)
@click.option("--at", "place", metavar="PLACE", default="", help="The place or the event.")
@by_option("meeting where nothing is said")
@on_option
@changing
@pass_terminal
def met(
    terminal: Terminal,
    name: str,
    text: tuple[str, ...],
    place: str,
    by: "Channel | None",
    on: str | None,
    how: How,
) -> None:
    """Write down that you met NAME; somebody who is not on file gets a file. TEXT is what was said."""
    from netfiles.capture.days import day_of
    from netfiles.changes.meeting import Met
    from netfiles.cli.desk import desk

    at = desk(terminal)
    meeting = Met(by or "meeting", place.strip(), " ".join(text))
    carry(at, _plan(at, name, meeting, at.journal(day_of(on, at.today))), how)


def _plan(at: "Desk", name: str, meeting: "Met", journal: "Journal") -> "Plan":
    from netfiles.changes.meeting import is_meant, met_known, met_new
    from netfiles.insights.whom import near

    at.refuse_unread(name)
    one = at.perhaps(name)
    if one and one.file and is_meant(name, one):
        return met_known(one, at.link(one), at.person(one), meeting, journal)
    named = one.name if one and one.file is None else " ".join(name.strip("[] ").split())
    like = [other for other in near(at.names, named) if other != named]
    if one and one.file and one.name not in like:
        like.append(one.name)
    return met_new(named, like, meeting, at.taken(at.options.folders.contacts), journal)
