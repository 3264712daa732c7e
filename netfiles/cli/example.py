"""`netfiles example`: a believable made-up vault."""

from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--people", default=40, show_default=True, type=click.IntRange(0, 100_000))
@click.option("--entries", default=150, show_default=True, type=click.IntRange(0, 1_000_000))
@click.option("--seed", default=1, show_default=True, type=int, help="Another seed, another vault.")
@pass_terminal
def example(terminal: Terminal, folder: Path, people: int, entries: int, seed: int) -> None:
    """Make a believable made-up vault of any size in DIR, which must be empty: for trying, tests, benchmarks."""
    from netfiles.example import Size, make
    from netfiles.model.options import Options
    from netfiles.vault.create import create, skeleton

    if folder.is_dir() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty. Name a folder that is not there yet.")
    day = terminal.today(Options())
    with terminal.progress("making") as progress:
        for number, (path, content) in enumerate(make(Size(people, entries, seed), day)):
            create(folder, path, content)
            progress(number, people + entries)
    for path, content in skeleton().items():
        create(folder, path, content)
    terminal.tell(f"{folder.absolute()}: {people} people, {entries} entries. Look at it: netfiles -C {folder} serve")
