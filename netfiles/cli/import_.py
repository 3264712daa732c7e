"""`netfiles import`: people and talks from the files of other programs."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from netfiles.cli.changing import How
    from netfiles.cli.desk import Desk
    from netfiles.exchange.importing.field_by_field import FieldChange
    from netfiles.exchange.importing.import_plan import Answers, Vault
    from netfiles.exchange.importing.matching import Unsure
    from netfiles.exchange.importing.people_plan import PersonOutcome, Settle, Theirs
    from netfiles.exchange.incoming import IncomingPerson, Wishes
    from netfiles.index.network import Network
    from netfiles.records.plan import Step

SameName = Literal["ask", "match", "new", "skip"]
_MOST_ASKED = 20
"""Of more people who may be on file than these nobody asks at a terminal."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--apply", "apply_", is_flag=True, help="Write what the plan says; left out, it is only shown.")
@click.option("--since", metavar="DATE", help="Leave out talks and messages before this day (else of two years).")
@click.option("--until", metavar="DATE", help="Leave out talks and messages after this day (else today).")
@click.option("--bodies", is_flag=True, help="Keep the text of messages and events in their entries.")
@click.option("--everyone", is_flag=True, help="Make entries of talks with people who have no file as well.")
@click.option("--column", "columns", multiple=True, metavar="COLUMN=FIELD", help="What a column is; - for none.")
@click.option(
    "--same-name",
    type=click.Choice(("ask", "match", "new", "skip")),
    default="ask",
    help="Who only bears the name of one on file is the same, another, or left out. ask: asked on a terminal.",
)
@click.option("--theirs", multiple=True, metavar="FIELD", help="Where FIELD differs the file is right; all for each.")
@click.option("--source", metavar="NAME", help="What the file is called among its kind; else by its name.")
@click.option("--again", is_flag=True, help="Bring back those too whom an import brought and you removed.")
@click.option("--take-back", is_flag=True, help="Take back the last import that stands.")
@click.option("--commit", is_flag=True, help="Make a git commit of it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (see the guide for its shape).")
@pass_terminal
def import_(
    terminal: Terminal,
    /,
    file: Path | None,
    *,
    apply_: bool,
    take_back: bool,
    commit: bool,
    as_json: bool,
    **wanted: Any,
) -> None:
    """Bring in people and talks from FILE: vCards, tables (LinkedIn, Google, Outlook …), calendars, mail, notes.

    Shows what it would do; --apply does it. FILE may be .vcf, .csv, .xlsx, .ics, .mbox, .eml, the .zip that LinkedIn
    makes, or a folder of notes. Nothing that stands in your files is overwritten, and importing a file again changes
    nothing.
    """
    from netfiles.cli.changing import How
    from netfiles.cli.desk import desk

    at, how = desk(terminal), How(dry=not apply_, commit=commit, as_json=as_json)
    if take_back:
        _take_back(at, how)
        return
    if file is None:
        raise click.UsageError("Name a file: netfiles import contacts.vcf")
    _bring_in(at, file, how, wanted)


def _bring_in(at: "Desk", file: Path, how: "How", wanted: dict[str, Any]) -> None:
    from dataclasses import replace

    from netfiles.cli.changing import carry
    from netfiles.cli.import_shape import shape, tell_plan
    from netfiles.cli.reading_in import incoming
    from netfiles.exchange.importing.import_plan import import_plan
    from netfiles.exchange.importing.ledger import label_of
    from netfiles.vault.carry_out import recover

    if not how.dry:
        recover(at.vault, at.terminal.say)
    terminal, network = at.terminal, at.terminal.network()
    wishes = _wishes(at, network, wanted)
    with terminal.progress(f"reading {file.name}") as progress:
        found = incoming(file, wishes, progress)
    vault = _vault(at, network, wanted["source"] or label_of(found.source, file.name))
    answers = _answers(wanted, ask=sys.stdin.isatty() and not how.as_json)
    with terminal.progress("planning") as progress:
        plan = import_plan(found, vault, at.today.isoformat(), answers, progress)
    if not how.as_json:
        tell_plan(terminal, plan, file.name)
    if plan.plan.steps and how.dry and not how.as_json and sys.stdin.isatty():
        how = replace(how, dry=not click.confirm("Write it?", err=True))
    if how.dry or not plan.plan.steps:
        if how.as_json:
            terminal.tell_json(shape(plan, written=False))
        elif plan.plan.steps:
            terminal.say("Nothing was written. --apply writes it.")
        return
    carry(at, plan.plan, how, shape(plan, written=True))


def _wishes(at: "Desk", network: "Network", wanted: dict[str, Any]) -> "Wishes":
    from netfiles.cli.reading_in import told_of_me, window
    from netfiles.exchange.incoming import Wishes

    since, until = window(_day(wanted["since"], "--since"), _day(wanted["until"], "--until"), at.today)
    columns = dict(map(_column, wanted["columns"]))
    return Wishes(at.today, since, until, told_of_me(network), wanted["bodies"], columns)


def _column(text: str) -> tuple[str, str]:
    column, sign, field = text.rpartition("=")
    if not (column.strip() and sign and field.strip()):
        raise click.UsageError(f"--column {text}: write it as --column 'E-mail=emails'.")
    return column.strip(), field.strip()


def _day(text: str | None, option: str) -> date | None:
    from netfiles.errors import BadDate
    from netfiles.model.fields import Unfit, parse_day

    try:
        return parse_day(text) if text else None
    except Unfit:
        raise BadDate(text or "", option) from None


def _vault(at: "Desk", network: "Network", label: str) -> "Vault":
    from netfiles.exchange.importing.import_plan import Vault
    from netfiles.exchange.importing.ledger import parsed, path_of
    from netfiles.text.stems import stem_of
    from netfiles.vault.write import checksum, content_of

    label = stem_of(label).lower() or "file"
    content = content_of(at.vault / path_of(label))
    ledger = parsed(content, path_of(label)) if content else {}
    return Vault(network, at.taken, ledger, label, _refused(at), checksum(content) if content is not None else "")


def _refused(at: "Desk") -> "Callable[[Step], str | None]":
    """Tells of a step why its file cannot be changed."""
    from netfiles.errors import CannotEdit, Meanwhile, NotWritable
    from netfiles.records.plan import Plan
    from netfiles.vault.prepare import prepare
    from netfiles.vault.write import refuse_unwritable

    def refused(step: "Step") -> str | None:
        try:
            prepare(at.vault, at.options.folders, Plan("", (step,)))
            refuse_unwritable(at.vault / step.path, step.path)
        except (CannotEdit, Meanwhile, NotWritable) as why:
            return str(why).removeprefix("Nothing was written: ")
        return None

    return refused


def _answers(wanted: dict[str, Any], ask: bool) -> "Answers":
    from netfiles.exchange.importing.import_plan import Answers
    from netfiles.records.read import known_fields

    theirs = {name.strip() for text in wanted["theirs"] for name in text.split(",") if name.strip()}
    known = known_fields("person")
    if wrong := next((name for name in theirs if name != "all" and name not in known), None):
        raise click.UsageError(f"--theirs {wrong}: that is no field of a person. Fields: {', '.join(known)}.")
    fields = frozenset(known) if "all" in theirs else frozenset(theirs)
    return Answers(_settle(wanted["same_name"]), _theirs(fields, ask), wanted["everyone"], wanted["again"])


def _theirs(fields: frozenset[str], ask: bool) -> "Theirs":
    """What is answered where a file and the source differ: asked on a terminal, of so many that it can be borne."""
    asked = 0

    def theirs(outcome: "PersonOutcome", change: "FieldChange") -> bool:
        nonlocal asked
        if change.field in fields or not ask or asked >= _MOST_ASKED:
            return change.field in fields
        from netfiles.problems import printable

        asked += 1
        old, new = (printable(", ".join(values)) for values in (change.old, change.new))
        told = f"{printable(outcome.person.name)}, {change.field}: {old} in your file, {new} in theirs. Take theirs?"
        return click.confirm(told, err=True)

    return theirs


def _settle(same_name: SameName) -> "Settle":
    """What is answered for somebody who may be on file."""
    asked = 0

    def settle(person: "IncomingPerson", unsure: "Unsure") -> str:
        nonlocal asked
        if same_name == "new":
            return "new"
        if same_name == "match":
            return unsure.paths[0] if len(unsure.paths) == 1 else "skip"
        if same_name == "skip" or not sys.stdin.isatty() or asked >= _MOST_ASKED:
            return "skip"
        asked += 1
        return _asked(person, unsure)

    return settle


def _asked(person: "IncomingPerson", unsure: "Unsure") -> str:
    from netfiles.cli.choosing import Skipped, number_of
    from netfiles.problems import printable

    told = " · ".join(filter(None, (person.name, *(", ".join(v) for v in list(person.values.values())[:4]))))
    lines = [f"  {n}. {printable(path)}" for n, path in enumerate(unsure.paths[:8], 1)]
    other = f"  {len(lines) + 1}. somebody else: make a file"
    click.echo("\n".join((f"{printable(told)} may be on file ({printable(unsure.why)}):", *lines, other)), err=True)
    try:
        number = number_of(len(lines) + 1, skips=True)
    except Skipped:
        return "skip"
    return "new" if number > len(lines) else unsure.paths[number - 1]


def _take_back(at: "Desk", how: "How") -> None:
    from netfiles.cli.changing import agree, tell_files
    from netfiles.exchange.importing.import_plan import TITLE
    from netfiles.problems import printable
    from netfiles.vault.carry_out import take_back

    would = take_back(at.vault, TITLE, at.terminal.say, dry=True)
    terminal, shape = at.terminal, {"title": would.change.title, "written": not how.dry, "left": would.left}
    ask = how.dry and sys.stdin.isatty() and not how.as_json
    if not how.as_json:
        terminal.tell(f"{'Would take' if how.dry else 'Taken'} back: {printable(would.change.title)}")
        tell_files(terminal, [f"left, since it was changed after it: {path}" for path in would.left], "  ")
    if ask:
        agree(terminal, f"Take back {len(would.writes):,} files")
    elif how.dry and not how.as_json:
        terminal.say("Nothing was written. --apply takes it back.")
    if ask or not how.dry:
        take_back(at.vault, TITLE, terminal.say)
        if how.commit or at.options.commit:
            from netfiles.vault.git import commit

            terminal.say(commit(at.vault, f"Undo: {would.change.title}", [write.path for write in would.writes]))
    if how.as_json:
        terminal.tell_json(shape)
