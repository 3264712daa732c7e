"""`netfiles build`: print the site."""

from pathlib import Path

import click

from netfiles.cli.terminal import Terminal, collector_paused, pass_terminal


@click.command()
@click.option(
    "--site", metavar="DIR", type=click.Path(path_type=Path), help="Print to this folder instead of site_dir."
)
@click.option("--clean", is_flag=True, help="Print every file anew.")
@click.option(
    "--at", metavar="DATE", help="Print what was known on an earlier day, beside the site: into .netfiles/at/DATE."
)
@click.option("--tree", is_flag=True, help="Print the Markdown tree for another builder, and no site.")
@click.option(
    "--redact", is_flag=True, help="Print a site for others: made-up names, shifted dates; into site-redacted."
)
@pass_terminal
def build(terminal: Terminal, site: Path | None, clean: bool, at: str | None, tree: bool, redact: bool) -> None:
    """Print the site: only what changed."""
    from time import perf_counter

    from netfiles.problems import in_words

    if at and tree:
        raise click.UsageError("--at prints a site, not the tree: leave one of --at and --tree out.")
    if redact and (at or tree):
        raise click.UsageError("--redact prints a site of today: leave --at and --tree out.")
    start = perf_counter()
    if redact:
        _redacted(terminal, site)
        return
    memory = terminal.memory()
    with collector_paused(), terminal.progress("reading") as progress:
        if at:
            from netfiles.site.past_site import build_at
            from netfiles.vault.today import day_of

            done, folder = build_at(memory, site, day_of(at, "--at"), terminal.day, clean, progress)
            _warn(terminal, memory.root, folder)
            terminal.tell(f"What was known on {at}: {folder}")
        elif tree:
            from netfiles.site.build import refresh

            done = refresh(memory, terminal.day, clean, progress)
        else:
            from netfiles.site.build import build as build_site

            done = build_site(memory, site, terminal.day, clean, progress)
            _warn(terminal, memory.root, site)
    for remark in done.remarks:
        terminal.say(remark)
    if sum(done.problems.values()):
        terminal.say(f"{in_words(done.problems)}: `netfiles check` lists them.")
    what = done.printed
    seconds = perf_counter() - start
    terminal.tell(f"{what.printed} printed, {what.kept} kept, {what.removed} removed, {seconds:.1f} seconds")


def _redacted(terminal: Terminal, site: Path | None) -> None:
    """Print the redacted site anew; the cache is not asked and keeps nothing of it."""
    from netfiles.site.redacted_site import build_redacted

    with collector_paused(), terminal.progress("reading") as progress:
        done, folder = build_redacted(terminal.vault(), site, terminal.day, progress)
    for remark in done.remarks:
        terminal.say(remark)
    terminal.say("Names are made up and dates are shifted. Look through it before you give it away.")
    terminal.tell(f"The redacted site: {folder}")
    terminal.tell(f"{done.printed.printed} printed, {done.printed.removed} removed")


def _warn(terminal: Terminal, vault: Path, site: Path | None) -> None:
    """Say loudly where others would see what was printed."""
    from netfiles.vault.options import read_options
    from netfiles.vault.publishing import exposures

    for exposure in exposures(vault, site or vault / read_options(vault)[0].site):
        terminal.warn(f"{exposure.found}.\n  The site holds every name, number and note. {exposure.advice}")
