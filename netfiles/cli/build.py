"""`netfiles build`: print the site."""

from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, collector_paused, pass_terminal


@click.command()
@click.option(
    "--site", metavar="DIR", type=click.Path(path_type=Path), help="Print to this folder instead of site_dir."
)
@click.option("--clean", is_flag=True, help="Print every file anew.")
@click.option("--tree", is_flag=True, help="Print the Markdown tree for another builder, and no site.")
@pass_terminal
def build(terminal: Terminal, site: Path | None, clean: bool, tree: bool) -> None:
    """Print the site: only what changed."""
    from time import perf_counter

    from netfiles.problems import in_words

    start = perf_counter()
    memory = terminal.memory()
    with collector_paused(), terminal.progress("reading") as progress:
        if tree:
            from netfiles.site.build import refresh

            done = refresh(memory, terminal.day, clean, progress)
        else:
            from netfiles.site.build import build as build_site

            done = build_site(memory, site, terminal.day, clean, progress)
    for remark in done.remarks:
        terminal.say(remark)
    if sum(done.problems.values()):
        terminal.say(f"{in_words(done.problems)}: `netfiles check` lists them.")
    what = done.printed
    seconds = perf_counter() - start
    terminal.tell(f"{what.printed} printed, {what.kept} kept, {what.removed} removed, {seconds:.1f} seconds")
