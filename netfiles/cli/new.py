"""`netfiles new`: a new file from a template."""

import re
import sys
from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, agree, carry, changing
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.changes.new import Sort, Wanted
    from netfiles.cli.desk import Desk
    from netfiles.insights.directory import Listed

_FULL = re.compile(r"\s*\d{4}-\d{2}-\d{2}")
WORDS = ("person", "company", "lead", "goal", "news", "entry", "query")


@click.command()
@click.argument("kind", type=click.Choice(WORDS))
@click.argument("name", nargs=-1, required=True)
@click.option("-f", "--field", "fields", metavar="FIELD=VALUE", multiple=True, help="Set a field; for a list, again.")
@click.option("--company", help="The company: of a person, lead, goal or entry.")
@click.option("--email", "emails", multiple=True, help="An e-mail address of a person or company.")
@click.option("--phone", "phones", multiple=True, help="A phone number of a person or company.")
@click.option("--on", metavar="DATE", help="The day: met, heard, told, talked, or when a goal starts.")
@click.option("--anyway", is_flag=True, help="Make the file though there is one like it.")
@click.option("--edit", is_flag=True, help="Open the file in $VISUAL or $EDITOR.")
@changing
@pass_terminal
def new(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    kind: str,
    name: tuple[str, ...],
    fields: tuple[str, ...],
    company: str | None,
    emails: tuple[str, ...],
    phones: tuple[str, ...],
    on: str | None,
    anyway: bool,
    edit: bool,
    how: How,
) -> None:
    """Make a file for a person, company, lead, goal, news, entry or query called NAME.

    It begins as templates/KIND.md of the vault says. For an entry NAME is whom it is with, several parted by commas.
    """
    from netfiles.capture.days import day_said
    from netfiles.changes.fields import given
    from netfiles.changes.new import SORTS, Template, new_file
    from netfiles.cli.desk import desk
    from netfiles.vault.templates import template

    at, sort = desk(terminal), SORTS[kind]
    looking_back = on is not None and kind not in ("entry", "goal") and not _FULL.match(on)
    day = day_said(on or "", at.today).isoformat() if looking_back else on
    values = given((*fields, *_shortcuts(kind, sort, company, emails, phones, day)))
    wanted = _wanted(at, kind, " ".join(name), values)
    found = Template(*template(at.vault, sort.template))
    plan = new_file(wanted, found, at.options.folders, at.names, at.taken)
    if not anyway:
        ask_about_twins(at, sort, wanted, how)
    carry(at, plan, how)
    if edit and not how.dry:
        from netfiles.cli.editing import open_editor

        open_editor(at.vault / plan.steps[0].path)


def _shortcuts(
    kind: str,
    sort: "Sort",
    company: str | None,
    emails: tuple[str, ...],
    phones: tuple[str, ...],
    on: str | None,
) -> list[str]:
    """The fields that the short options set. Raises UsageError where a kind has no such thing."""
    reached = kind in ("person", "company")
    rows = (
        ("--company", sort.company, (company,) if company else ()),
        ("--email", "emails" if reached else "", emails),
        ("--phone", "phones" if reached else "", phones),
        ("--on", sort.day, (on,) if on else ()),
    )
    for option, field, values in rows:
        if values and not field:
            raise click.UsageError(f"{option} says nothing of a {kind}.")
    return [f"{field}={value}" for _, field, values in rows for value in values]


def _wanted(at: "Desk", kind: str, name: str, values: dict[str, tuple[str, ...]]) -> "Wanted":
    from datetime import datetime

    from netfiles.changes.new import Wanted
    from netfiles.text.written import link

    now = datetime.combine(at.today, datetime.now().astimezone().time())
    if kind != "entry":
        return Wanted(kind, name, now, values)
    whole = at.perhaps(name)
    names = [name] if whole else _parts(name)
    people = [whole] if whole else [at.perhaps(part) for part in names]
    pairs = [(one.name, one.stem) if one else (text, text) for one, text in zip(people, names, strict=True)]
    _say_unknown(at, [text for one, text in zip(people, names, strict=True) if one is None])
    day = {"date": values.get("date") or (at.today.isoformat(),)}
    return Wanted(
        kind, name, now, {**values, **day, "with": tuple(link(stem) for _, stem in pairs)}, tuple(n for n, _ in pairs)
    )


def _parts(name: str) -> list[str]:
    """The names in `Nia Okafor, Bo Lee and Omar Haddad`."""
    return [part for part in map(str.strip, re.split(r",|\band\b|&", name)) if part] or [name]


def _say_unknown(at: "Desk", names: list[str]) -> None:
    from netfiles.insights.whom import near
    from netfiles.problems import printable

    for name in names:
        like = near(at.names, name)
        hint = f" Did you mean {' or '.join(map(printable, like))}?" if like else ""
        at.terminal.say(f"{printable(name)} is not on file yet.{hint}")


ANOTHER = "If it is another one, say `--anyway`."


def ask_about_twins(at: "Desk", sort: "Sort", wanted: "Wanted", how: How, advice: str = ANOTHER) -> None:
    """Ask on a terminal whether it is another one. Raises OnFile where nobody can be asked."""
    from netfiles.changes.twins import twins
    from netfiles.errors import OnFile
    from netfiles.problems import printable

    reached = [wanted.fields.get(field, ()) for field in ("emails", "phones")] if sort.kind != "lead" else [(), ()]
    found = twins(at.names, sort.kind, wanted.name, *reached)
    if not found:
        return
    lines = "\n".join(f"  {printable(_told(twin.listed))}: {twin.why}" for twin in found[:9])
    said = f"{printable(wanted.name)} may be on file already.\n{lines}"
    if not (how.dry or sys.stdin.isatty()):
        raise OnFile(said, advice)
    click.echo(said, err=True)
    if not how.dry:
        agree(at.terminal, "Make it all the same?")


def _told(one: "Listed") -> str:
    company = f", {one.company}" if one.company else ""
    return f"{one.name}{company} ({one.file})"
