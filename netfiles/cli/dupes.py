"""`netfiles dupes`: files that may be of one person or company."""

from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.changes.dupes import Candidate, Pair
    from netfiles.cli.changing import How
    from netfiles.cli.desk import Desk


@click.command()
@click.option("--not-same", nargs=2, metavar="A B", help="Remember that A and B are not the same.")
@click.option("--commit", is_flag=True, help="With --not-same: make a git commit of it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (see the guide for its shape).")
@pass_terminal
def dupes(terminal: Terminal, not_same: tuple[str, str] | None, commit: bool, as_json: bool) -> None:
    """Pairs of people, and of companies, that may be one, the likeliest first. Nothing is merged."""
    from netfiles.changes.apart import pairs
    from netfiles.changes.dupes import dupes as found_in
    from netfiles.cli.apart import apart_of
    from netfiles.cli.changing import How
    from netfiles.cli.desk import desk

    if not_same:
        _remember(desk(terminal), not_same, How(commit=commit, as_json=as_json))
        return
    network = terminal.network()
    source = apart_of(terminal.vault())
    found = found_in(network, pairs(source.text) if source else ())
    if as_json:
        terminal.tell_json([_shape(pair) for pair in found])
        return
    for pair in found:
        _tell(terminal, pair)
    terminal.say(f"{len(found)} pair{'s' * (len(found) != 1)} that may be one.")


def _remember(at: "Desk", names: tuple[str, str], how: "How") -> None:
    from netfiles.changes.apart import kept_apart
    from netfiles.cli.apart import apart_of
    from netfiles.cli.changing import carry
    from netfiles.cli.meant import record_meant

    source = apart_of(at.vault)
    first, second = (_told(record_meant(at, name, ("person", "company"))) for name in names)
    text, checksum = (source.text, source.checksum) if source else (None, "")
    carry(at, kept_apart(text, checksum, first, second), how)


def _told(meant: Any) -> tuple[str, str]:
    """What stands for a record in the list, its path or its name without a file; and what it is called."""
    from netfiles.insights.directory import Listed

    if isinstance(meant, Listed):
        return meant.file or meant.name, meant.name
    return meant.path, meant.called


def _tell(terminal: Terminal, pair: "Pair") -> None:
    head = f"{printable(pair.first.name)} and {printable(pair.second.name)}"
    terminal.tell(f"{click.style(head, bold=True)}  ({pair.word})")
    for one in (pair.first, pair.second):
        terminal.tell(click.style(f"    {printable(one.file or f'{one.name}, not on file')}", dim=True))
    for reason in pair.reasons:
        sign = click.style("+", fg="green") if reason.points > 0 else click.style("-", fg="red")
        terminal.tell(f"  {sign} {printable(reason.text)}")
    terminal.tell()


def _shape(pair: "Pair") -> dict[str, Any]:
    def one(candidate: "Candidate") -> dict[str, Any]:
        return {"name": candidate.name, "file": candidate.file}

    return {
        "kind": pair.first.kind,
        "first": one(pair.first),
        "second": one(pair.second),
        "likely": pair.word,
        "points": pair.points,
        "reasons": [{"points": reason.points, "text": reason.text} for reason in pair.reasons],
    }
