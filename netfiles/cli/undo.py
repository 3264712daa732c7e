"""`netfiles undo`: take back the last change."""

from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.changing import How, changing, difference, sign, tell_files
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.vault.undo_store import Change, Write

_MOST = 10


@click.command()
@click.option("--list", "as_list", is_flag=True, help="Show the last ten changes, and change nothing.")
@changing
@pass_terminal
def undo(terminal: Terminal, as_list: bool, how: How) -> None:
    """Take back the last change that netfiles made, if its files are as it left them."""
    from netfiles.vault import carry_out
    from netfiles.vault.options import read_options

    vault = terminal.vault()
    if as_list:
        _tell_all(terminal, carry_out.kept(vault)[:_MOST], how.as_json)
        return
    change, writes = carry_out.last(vault, terminal.say)
    if not how.dry:
        change = carry_out.undo(vault, terminal.say)
    _tell(terminal, change, writes, how)
    if not how.dry and (how.commit or read_options(vault)[0].commit):
        from netfiles.vault.git import commit

        terminal.say(commit(vault, f"Undo: {change.title}", [file.path for file in change.files]))


def _tell(terminal: Terminal, change: "Change", writes: "list[Write]", how: How) -> None:
    if how.as_json:
        terminal.tell_json({**_shape(change), "title": f"Undo: {change.title}", "written": not how.dry})
        return
    terminal.tell(f"{'Would take back' if how.dry else 'Taken back'}: {printable(change.title)}")
    if not how.dry:
        tell_files(terminal, [f"{sign(write)} {write.path}" for write in writes])
        return
    for write in writes:
        for line in difference(write):
            terminal.tell(line)
    terminal.say("Nothing was written (--dry-run).")


def _tell_all(terminal: Terminal, changes: "list[Change]", as_json: bool) -> None:
    if as_json:
        terminal.tell_json([_shape(change) for change in changes])
        return
    for change in changes:
        terminal.tell(
            f"{change.at.replace('T', ' ')[:16]:16}  {printable(change.title)}{' (taken back)' * change.undone}"
        )
        tell_files(terminal, [file.path for file in change.files], " " * 18)
    if not changes:
        terminal.say("netfiles has changed nothing in this vault yet.")


def _shape(change: "Change") -> dict[str, Any]:
    files = [file.path for file in change.files]
    return {"title": change.title, "at": change.at or None, "files": files, "taken_back": change.undone}
