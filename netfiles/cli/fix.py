"""`netfiles fix`: mend what is surely meant otherwise, and show it first."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, agree, carry, changing, show
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.problems import Problem


@click.command()
@click.option("--yes", is_flag=True, help="Mend without asking.")
@changing
@pass_terminal
def fix(terminal: Terminal, yes: bool, how: How) -> None:
    """Mend what `netfiles check` finds, where it is sure what is meant. The changes are shown first."""
    from netfiles.changes.fix import mending
    from netfiles.cli.desk import desk
    from netfiles.cli.mendable import mendable

    at = desk(terminal)
    problems = terminal.insights().problems
    found = mendable(at.vault, at.options.folders, problems)
    if how.as_json and not yes:
        how = replace(how, dry=True)
    if not (found or how.as_json):
        _rest(terminal, problems, 0)
        return
    plan, count = mending(found), sum(len(one.gone) for one in found)
    if not (yes or how.dry):
        show(at, plan)
        if not sys.stdin.isatty():
            terminal.say(f"--yes mends {'it' if count == 1 else f'these {count}'}.")
            return
        agree(terminal, "Mend this")
    carry(at, plan, how)
    if not how.as_json:
        gone = [f"{printable(p.place.file)}:{p.place.line}: {p.code} {p.message}" for one in found for p in one.gone]
        for line in gone if not how.dry else ():
            terminal.tell(f"mended {line}")
        _rest(terminal, problems, count)


def _rest(terminal: Terminal, problems: "tuple[Problem, ...]", gone: int) -> None:
    left = max(len(problems) - gone, 0)
    if left:
        terminal.say(f"{left} {'is' if left == 1 else 'are'} left for you: `netfiles check` says what to do.")
    elif not gone:
        terminal.say("Nothing is wrong.")
