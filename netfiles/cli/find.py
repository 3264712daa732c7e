"""`netfiles find`: people by words and fields."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("query", nargs=-1, required=True)
@as_json
@pass_terminal
@click.pass_context
def find(ctx: click.Context, terminal: Terminal, query: tuple[str, ...], as_json: bool) -> None:
    """People by words, and by fields like company:acme, last>60d, -tag:family.

    Words may occur in name, company, tags or notes. Put a query with < or > in quotes, or the shell takes them for its
    own: netfiles find 'tag:alumni last>60d'. Exit 1 where there is nobody, 2 where the query is not understood.
    """
    from netfiles.cli.chosen import understood
    from netfiles.cli.shapes import found_shape
    from netfiles.insights.finding import find_people
    from netfiles.problems import printable

    if query == ("-h",):  # as an option it would take the -h of -has:email
        terminal.tell(ctx.get_help())
        return
    text = " ".join(query)
    asked = understood(text)  # before anything is read
    day = terminal.glance()
    found = find_people(day.people.values(), asked, day.today)
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
        terminal.say(f"Nobody is found by: {text}.")
        raise click.exceptions.Exit(1)
