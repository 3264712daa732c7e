"""`netfiles export`: people, and everything, in other people's formats."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netfiles.cli.exporting import Exported, Wish

WHAT = ("people", "interactions", "companies", "leads", "goals")
LABELS = ("L7160", "L7159", "L7162", "L7163", "5160", "5161", "5162", "5163")


class _Format(NamedTuple):
    """A format: the options that go with it, whether it takes a query, and whether it is for standard output too."""

    options: frozenset[str]
    of_people: bool = False
    printable: bool = True


_PRIVATE, _REDACT = "no_private", "redact"
FORMATS = {
    "vcard": _Format(frozenset(("version", "photo", "notes", _PRIVATE)), of_people=True),
    "csv": _Format(frozenset(("what", "raw", "excel", _PRIVATE, _REDACT)), of_people=True),
    "ics": _Format(
        frozenset(
            (
                _PRIVATE,
                _REDACT,
            )
        ),
        of_people=True,
    ),
    "json": _Format(
        frozenset(
            (
                _PRIVATE,
                _REDACT,
            )
        )
    ),
    "schema": _Format(frozenset()),
    "sqlite": _Format(
        frozenset(
            (
                _PRIVATE,
                _REDACT,
            )
        ),
        printable=False,
    ),
    "markdown": _Format(
        frozenset(
            (
                _PRIVATE,
                _REDACT,
            )
        ),
        of_people=True,
    ),
    "html": _Format(
        frozenset(
            (
                _PRIVATE,
                _REDACT,
            )
        ),
        of_people=True,
    ),
    "labels": _Format(frozenset(("sheet", "skip", "plain", _PRIVATE)), of_people=True),
    "emails": _Format(frozenset((_PRIVATE,)), of_people=True),
    "work-log": _Format(frozenset(("first", "last", _PRIVATE, _REDACT))),
}


class _Export(click.Command):
    """What begins with one dash and is no option of ours is a term of the query: `-tag:family`, `-oslo`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {opt for param in self.get_params(ctx) for opt in param.opts}
        until = args.index("--") if "--" in args else len(args)
        words, terms = list[str](), list[str]()
        for word in args[:until]:
            (terms if word[:1] == "-" != word[1:2] and word != "-" and word not in own else words).append(word)
        return super().parse_args(ctx, [*words, "--", *terms, *args[until + 1 :]])


@click.command(cls=_Export)
@click.argument("format_", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.argument("query", nargs=-1)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write a file that only you read."
)
@click.option("--force", is_flag=True, help="Replace a file that this command did not make.")
@click.option("--no-private", is_flag=True, help="Leave out what is marked as private.")
@click.option("--redact", is_flag=True, help="For others: made-up names, shifted dates, no notes and contact data.")
@click.option("--version", type=click.Choice(("4.0", "3.0")), help="vcard: the version (else 4.0).")
@click.option("--photo", is_flag=True, help="vcard: with the pictures of people.")
@click.option("--notes", is_flag=True, help="vcard: with your notes on people.")
@click.option("--what", type=click.Choice(WHAT), help="csv: rows of what (else people).")
@click.option("--raw", is_flag=True, help="csv: without an apostrophe before what could be a formula.")
@click.option("--excel", is_flag=True, help="csv: with the mark that Excel knows UTF-8 by.")
@click.option("--sheet", type=click.Choice(LABELS), help="labels: the number of the sheets (else L7160).")
@click.option("--skip", type=click.IntRange(0, 100), help="labels: so many of the first sheet are used already.")
@click.option("--plain", is_flag=True, help="labels: as text.")
@click.option("--from", "first", metavar="DATE", help="work-log: the first day (else that of this week).")
@click.option("--to", "last", metavar="DATE", help="work-log: the last day (else today).")
@pass_terminal
def export(
    terminal: Terminal, /, format_: str, query: tuple[str, ...], output: Path | None, *, force: bool, **options: Any
) -> None:
    """Print people, or everything, in another format. A QUERY asks for people, as `find` does; left out: all.

    FORMAT: vcard, csv, ics (a calendar), json (everything), schema (of the JSON), sqlite (everything), markdown, html,
    labels (for letters), emails (a line to paste), work-log. Exit 1 where there is nothing.
    """
    from netfiles.cli.exporting import Wish

    kind = FORMATS[format_]
    _refuse_mixed(format_, kind, query, output, options)
    wish = Wish(format_, " ".join(query), **{name: value for name, value in options.items() if value is not None})
    if output is not None and str(output) == "-":
        output = None
    made = _made(terminal, wish, output)
    if made.found and output is not None:
        _write(terminal, made, output, force)
    elif made.found:
        _print(made.pieces)
    for text in made.said:
        terminal.say(text)
    if not made.found:
        raise click.exceptions.Exit(1)


def _print(pieces: "Iterable[bytes]") -> None:
    """The same bytes as a file would hold."""
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()


def _refuse_mixed(
    format_: str, kind: _Format, query: tuple[str, ...], output: Path | None, options: dict[str, Any]
) -> None:
    """Raise UsageError for options that do not go with the format."""
    names = {"first": "from", "last": "to"}
    for name, value in options.items():
        if value not in (None, False) and name not in kind.options:
            fitting = [other for other, about in FORMATS.items() if name in about.options]
            raise click.UsageError(f"--{names.get(name, name).replace('_', '-')} goes with {', '.join(fitting)}.")
    if query and not kind.of_people:
        raise click.UsageError(f"{format_} takes no query.")
    if query and options["redact"]:
        raise click.UsageError("--redact takes no query: all names are made up.")
    if options["redact"] and options["no_private"]:
        raise click.UsageError("--redact leaves out what is private in any case: leave --no-private out.")
    if output is None and not kind.printable:
        raise click.UsageError(f"{format_} is no text: name a file with -o FILE.")
    what = options.get("what")
    if query and what not in (None, "people", "interactions"):
        raise click.UsageError(f"A query finds people and their interactions, no {what}.")


def _made(terminal: Terminal, wish: "Wish", output: Path | None) -> "Exported":
    from netfiles.cli.exporting import exported
    from netfiles.vault.options import read_options
    from netfiles.vault.outgoing import refuse_place, refuse_record

    if output is not None:
        refuse_place(output)
        if wish.format_ != "schema":
            vault = terminal.vault()
            refuse_record(vault, read_options(vault)[0].folders, output)
    return exported(terminal, wish)


def _write(terminal: Terminal, exported: "Exported", output: Path, force: bool) -> None:
    """Write the file, and say so; warn where it lies where git would take it."""
    from netfiles.problems import printable
    from netfiles.vault.git import shows
    from netfiles.vault.outgoing import refuse_others, write_over

    if not force:
        refuse_others(output, exported.mark)
    write_over(output, exported.pieces, exported.day)
    said = printable(str(output))
    terminal.say(f"+ {said}")
    if exported.personal and shows(output.resolve()):
        terminal.say(f"Careful: {said} holds what people told you in confidence, and git does not ignore it.")
