"""Commands that write: the options they share, and how a plan is shown and carried out."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from netfiles.cli.desk import Desk
from netfiles.cli.terminal import Terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.records.plan import Plan
    from netfiles.vault.undo_store import Write

T = TypeVar("T", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class How:
    """How a change is made: only shown (`dry`), and told to git (`commit`)."""

    dry: bool = False
    commit: bool = False
    as_json: bool = False


on_option = click.option("--on", metavar="DATE", help="The day it was: 2026-11-23, yesterday, monday …; else today.")


def by_option(default: str) -> Callable[[T], T]:
    """The option for the channel of a new entry."""
    from typing import get_args

    from netfiles.model.fields import Channel

    return click.option("--by", type=click.Choice(get_args(Channel)), help=f"The channel of the new entry; {default}.")


def changing(command: T) -> T:
    """The options of every command that writes; they come as one argument `how`."""
    from functools import wraps

    @click.option("--dry-run", "dry", is_flag=True, help="Show what would be written, and write nothing.")
    @click.option("--commit", is_flag=True, help="Make a git commit of it.")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON (see the guide for its shape).")
    @wraps(command)
    def with_how(*args: Any, dry: bool, commit: bool, as_json: bool, **more: Any) -> Any:
        return command(*args, how=How(dry, commit, as_json), **more)

    return with_how  # type: ignore[return-value]  # click takes any function


def show(desk: Desk, plan: "Plan") -> None:
    """Show what a plan would write, before it is asked about."""
    from netfiles.vault.prepare import prepare

    for write in prepare(desk.vault, desk.options.folders, plan):
        _tell_diff(desk, write)


def agree(terminal: Terminal, question: str) -> None:
    """Go on after a yes at the terminal; after a no the command ends, and says that nothing was written."""
    if not click.confirm(question, err=True):
        terminal.say("Nothing was written.")
        raise click.exceptions.Exit(0)


def carry(desk: Desk, plan: "Plan", how: How, more: Mapping[str, Any] | None = None) -> None:
    """Carry a plan out, or show it, and say what was done; `more` is what a command adds to the JSON."""
    from netfiles.vault.carry_out import carry_out
    from netfiles.vault.prepare import prepare

    writes = [write for write in prepare(desk.vault, desk.options.folders, plan) if write.before != write.after]
    if writes and not how.dry:
        with desk.terminal.progress("writing") as progress:
            carry_out(desk.vault, plan.title, writes, desk.terminal.say, progress)
    if how.as_json:
        desk.terminal.tell_json(_shape(plan, writes, how) | dict(more or {}))
    else:
        _tell(desk, plan, writes, how)
    if writes and not how.dry and (how.commit or desk.options.commit):
        from netfiles.vault.git import commit

        desk.terminal.say(commit(desk.vault, plan.title, [write.path for write in writes]))


def _shape(plan: "Plan", writes: "list[Write]", how: How) -> dict[str, Any]:
    return {
        "title": plan.title,
        "written": not how.dry,
        "files": [{"file": write.path, "change": _sort(write)} for write in writes],
        "said": list(plan.said),
    }


def _sort(write: "Write") -> str:
    return "created" if write.before is None else "removed" if write.after is None else "changed"


_SIGNS = {"created": "+", "removed": "-", "changed": "~"}


def sign(write: "Write") -> str:
    """What became of a file, as one sign before its path."""
    return _SIGNS[_sort(write)]


def _tell(desk: Desk, plan: "Plan", writes: "list[Write]", how: How) -> None:
    from netfiles.records.plan import Edited

    terminal = desk.terminal
    for line in plan.said:
        terminal.tell(printable(line))
    if not writes and (plan.steps or not plan.said):
        terminal.tell("Nothing to change: it is so already.")
    moved = {step.to: step.path for step in plan.steps if isinstance(step, Edited) and step.to}
    stay = [one for one in writes if not (one.after is None and one.path in moved.values())]
    if not how.dry:
        tell_files(terminal, [f"{'>' if one.path in moved else sign(one)} {one.path}" for one in stay])
        return
    for write in stay:
        _tell_diff(desk, write, next((one for one in writes if one.path == moved.get(write.path)), None))
    if writes:
        terminal.say("Nothing was written (--dry-run).")


_MOST_TOLD = 20


def tell_files(terminal: Terminal, files: Sequence[str], before: str = "") -> None:
    """Name files that were written, of many the first ones; `before` stands before each."""
    for line in map(printable, files[:_MOST_TOLD]):
        terminal.tell(click.style(f"{before}{line}", dim=True))
    if (more := len(files) - _MOST_TOLD) > 0:
        terminal.tell(click.style(f"{before}… and {more} more: `netfiles undo --list --json` names all", dim=True))


def _tell_diff(desk: Desk, write: "Write", moved: "Write | None" = None) -> None:
    for line in difference(write, moved):
        desk.terminal.tell(line)


def difference(write: "Write", moved: "Write | None" = None) -> list[str]:
    """The lines in which a file would differ, with their colours; `moved` is what it was under another name."""
    was = moved or write
    old, new = (_lines(content or b"") for content in (was.before, write.after))
    names = ("/dev/null" if was.before is None else was.path, "/dev/null" if write.after is None else write.path)
    lines = list(difflib.unified_diff(old, new, *names, lineterm="", n=1)) or [f"--- {names[0]}", f"+++ {names[1]}"]
    return [click.style(printable(line), fg={"+": "green", "-": "red"}.get(line[:1])) for line in lines]


def _lines(content: bytes) -> list[str]:
    """The lines of a text; of a picture only how large it is."""
    return [f"(no text: {len(content):,} bytes)"] if b"\0" in content else content.decode(errors="replace").splitlines()
