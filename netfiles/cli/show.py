"""`netfiles show`: everything about one person."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, as_json, pass_terminal

if TYPE_CHECKING:
    from netfiles.insights.in_short import About
    from netfiles.model import Interaction


@click.command()
@click.argument("name", nargs=-1, required=True, type=PERSON)
@as_json
@pass_terminal
def show(terminal: Terminal, name: tuple[str, ...], as_json: bool) -> None:
    """Everything about one person, by name, alias or part of the name. Exit 1 where it is nobody or several."""
    from netfiles.cli.naming import only_one
    from netfiles.cli.shapes import person_shape

    day = terminal.glance()
    about = only_one(terminal, day, " ".join(name))
    record, entries = terminal.files_of(about)
    shape = person_shape(about, record, entries, day.today)
    if as_json:
        terminal.tell_json(shape)
    else:
        _tell(terminal, about, entries, shape)


_DERIVED = ("name", "file", "last_contact", "next_contact", "tie", "notes", "timeline", "reasons")


def _tell(terminal: Terminal, about: "About", entries: "Sequence[Interaction]", shape: dict[str, Any]) -> None:
    from netfiles.problems import printable
    from netfiles.text.markdown import first_words

    terminal.tell(click.style(printable(about.name), bold=True) + f"  ({shape['tie']})")
    terminal.tell(click.style(printable(about.file or "not on file"), dim=True))
    for field, value in shape.items():
        if field not in _DERIVED and value not in (None, [], False):
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            terminal.tell(f"  {field:<15} {printable(text)}")
    for field in ("last_contact", "next_contact"):
        terminal.tell(f"  {field:<15} {shape[field] or '-'}")
    if about.reasons:
        terminal.tell(click.style("\nOpen", bold=True))
        for reason in about.reasons:
            terminal.tell(f"  {click.style(f'{reason.rule:<13}', fg='yellow')} {printable(reason.text)}")
    if entries:
        terminal.tell(click.style("\nTimeline", bold=True))
        for entry in reversed(entries):
            words = entry.title or first_words(entry.origin.body, 80) or entry.origin.stem
            terminal.tell(f"  {entry.day}  {entry.channel:<9} {entry.way:<4} {printable(words)}")
    if shape["notes"]:
        terminal.tell(click.style("\nNotes", bold=True))
        for line in shape["notes"].split("\n"):
            terminal.tell(f"  {printable(line)}")
