"""`netfiles check`: what is wrong with the files."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal

_COLORS = {"error": "red", "warning": "yellow", "hint": "cyan"}


@click.command()
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to print them.",
)
@as_json
@pass_terminal
def check(terminal: Terminal, shape: str, as_json: bool) -> None:
    """What is wrong with the files, with line and advice. Exit 1 where there is an error."""
    from netfiles.cli.findings import to_github, to_sarif
    from netfiles.cli.mendable import mendable
    from netfiles.cli.shapes import problem_shape
    from netfiles.problems import counts, in_words

    insights = terminal.insights()
    problems = insights.problems
    shape = "json" if as_json else shape
    if shape == "json":
        terminal.tell_json({"problems": [problem_shape(p) for p in problems]})
    elif shape == "sarif":
        terminal.tell_json(to_sarif(problems))
    elif shape == "github":
        for problem in problems:
            click.echo(to_github(problem))
    else:
        for p in problems:
            severity = click.style(p.severity, fg=_COLORS[p.severity], bold=True)
            terminal.tell(f"{p.place.file}:{p.place.line}:{p.place.column}: {severity} {p.code} {p.message}")
            terminal.tell(f"    {p.advice}")
    number = counts(problems)
    folders = insights.network.collection.options.folders
    sure = sum(len(one.gone) for one in mendable(terminal.vault(), folders, problems))
    mends = f" `netfiles fix` can mend {sure} of them." if sure else ""
    terminal.say(f"{in_words(number)}.{mends}")
    if number["error"]:
        raise click.exceptions.Exit(1)
