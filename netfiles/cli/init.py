"""`netfiles init`: a new vault."""

from datetime import date
from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--git", "with_git", is_flag=True, help="Set up git beside it, with a merge that knows fields.")
@pass_terminal
def init(terminal: Terminal, folder: Path | None, with_git: bool) -> None:
    """Start a vault in DIR (here, if not given), or complete one; nothing that is there is touched."""
    from netfiles.model.options import Options
    from netfiles.vault.create import create, skeleton
    from netfiles.vault.options import CONFIG

    folder = folder or Path(terminal.vault_given or ".")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = [path for path, content in skeleton().items() if create(folder, path, content)]
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}.") from None
    shown = [path for path in made if not path.endswith(".gitkeep")]
    for path in shown if terminal.verbose else ():
        terminal.say(f"  {path}")
    if CONFIG not in made and "netfiles" not in (folder / CONFIG).read_text(encoding="utf-8", errors="replace"):
        terminal.say(
            f"{folder / CONFIG} was there already and does not name the plugin `netfiles`: see the guide, options."
        )
    if with_git:
        _set_up_git(terminal, folder)
    terminal.tell(f"{folder.absolute()} is a netfiles vault: {len(made)} files made.")
    for line in _next_steps(folder, terminal.today(Options())):
        terminal.say(line)


def _set_up_git(terminal: Terminal, folder: Path) -> None:
    """A repository, and the merge driver for its records; lines are only added to .gitattributes."""
    from netfiles.records.plan import Created, Edited, Plan
    from netfiles.text.edits import Append
    from netfiles.vault.carry_out import carry_out
    from netfiles.vault.git import attributes, set_up
    from netfiles.vault.options import read_options
    from netfiles.vault.prepare import prepare

    folders = read_options(folder)[0].folders
    set_up(folder)
    file = folder / ".gitattributes"
    there = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
    if missing := "\n".join(line for line in attributes(folders) if line not in there):
        step = Edited(file.name, "", (Append(missing),)) if file.exists() else Created(file.name, missing + "\n")
        carry_out(folder, "Merge records field by field", prepare(folder, folders, Plan("", (step,))), terminal.say)
    terminal.say("git merges records field by field here. Each clone needs this once: netfiles init --git")


def _next_steps(folder: Path, today: date) -> tuple[str, ...]:
    where = "" if folder == Path() else f" -C {folder}"
    return (
        "",
        "Next, in any editor:",
        f"  1. {folder / 'contacts' / 'Jane Doe.md'}",
        "     ---",
        "     company: Acme",
        "     emails: jane@acme.example",
        "     ---",
        f"  2. {folder / 'journal' / f'{today} Coffee with Jane Doe.md'}",
        "     ---",
        '     with: "[[Jane Doe]]"',
        "     channel: coffee",
        "     got: advice",
        "     ---",
        "     What was said.",
        f"  3. netfiles{where} serve",
    )
