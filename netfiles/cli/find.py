"""`netfiles find`: people by words."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command()
@click.argument("query", nargs=-1, required=True)
@as_json
@pass_terminal
def find(terminal: Terminal, query: tuple[str, ...], as_json: bool) -> None:
    """People in whose name, company, tags or notes all words occur. Exit 1 where there is nobody."""
    from netfiles.cli.shapes import found_shape
    from netfiles.insights.finding import find_people
    from netfiles.problems import printable

    found = find_people(terminal.glance(), " ".join(query))
    shapes = list(map(found_shape, found))
    if as_json:
        terminal.tell_json(shapes)
    for shape in () if as_json else shapes:
        company = f" at {printable(shape['company'])}" if shape["company"] else ""
        last = f", last contact {shape['last_contact']}" if shape["last_contact"] else ", no contact yet"
        name = click.style(printable(shape["name"]), bold=True)
        terminal.tell(f"{name}{company}, {shape['tie']}{last}")
        terminal.tell(click.style(f"    {printable(shape['file'] or 'not on file')}", dim=True))
    if not found:
        terminal.say(f"Nobody is found by: {' '.join(query)}.")
        raise click.exceptions.Exit(1)
