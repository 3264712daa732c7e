"""`netfiles merge-file`: two versions of a record brought together, for git."""

from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("marker", type=click.IntRange(1, 200), default=7)
@click.argument("path", default="contacts/record.md")
@pass_terminal
def merge_file(terminal: Terminal, base: Path, ours: Path, theirs: Path, marker: int, path: str) -> None:
    """Bring OURS and THEIRS together, which both come from BASE; git calls this, see `netfiles init --git`.

    The outcome goes into OURS. Exit 1 where both changed the same in different ways: that is marked as git marks it.
    """
    from netfiles.errors import NetfilesError
    from netfiles.model.options import Folders
    from netfiles.records.merging import Sides
    from netfiles.vault.git import merge
    from netfiles.vault.options import read_options
    from netfiles.vault.prepare import kind_of

    sides = Sides(base.read_bytes(), ours.read_bytes(), theirs.read_bytes())
    try:
        folders = read_options(terminal.vault())[0].folders
    except NetfilesError:
        folders = Folders()
    merged, clean = merge(path, kind_of(folders, path), sides, marker)
    ours.write_bytes(merged)
    if not clean:
        raise click.exceptions.Exit(1)
