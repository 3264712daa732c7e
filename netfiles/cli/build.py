"""`netfiles build`: print the site."""

from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, collector_paused, pass_terminal


@click.command()
@click.option(
    "--site", metavar="DIR", type=click.Path(path_type=Path), help="Print to this folder instead of site_dir."
)
@click.option("--clean", is_flag=True, help="Print every page of the tree anew.")
@pass_terminal
def build(terminal: Terminal, site: Path | None, clean: bool) -> None:
    """Refresh the Markdown tree (only what changed) and have MkDocs build the site from it."""
    from time import perf_counter

    from netfiles.cli.shapes import counts, in_words
    from netfiles.site.build import build_site, refresh_tree

    start = perf_counter()
    collection = terminal.collection()
    vault = Path(collection.root)
    with collector_paused():
        done = refresh_tree(collection, terminal.today(collection.options), clean)
    build_site(vault, vault / collection.options.tree, site or vault / collection.options.site)
    found = counts(done.insights.problems)
    if sum(found.values()):
        terminal.say(f"{in_words(found)}: `netfiles check` lists them.")
    tree = done.tree
    terminal.tell(
        f"{tree.printed} printed, {tree.kept} kept, {tree.removed} removed, {perf_counter() - start:.1f} seconds"
    )
