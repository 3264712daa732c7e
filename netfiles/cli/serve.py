"""`netfiles serve`: the site on this computer, new when a file changes."""

import click

from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="The port (8000, or the next that is free; 0: any).")
@click.option("--poll", is_flag=True, help="Look for changes by looking, for network folders.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@pass_terminal
def serve(terminal: Terminal, port: int | None, poll: bool, open_browser: bool) -> None:
    """Watch, and serve on 127.0.0.1; pages follow the files. A broken file never takes the last good site away."""
    from netfiles.cli.source import VaultSource
    from netfiles.serve import Settings, run

    source = VaultSource(terminal)
    source.read()
    settings = Settings(
        vault=source.memory.root,
        port=8000 if port is None else port,
        port_fixed=port is not None,
        poll=poll,
        open_browser=open_browser,
    )
    run(settings, source.begin, terminal.say, terminal.tell)
    source.end()
