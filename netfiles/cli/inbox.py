"""`netfiles inbox`: lines of inbox.md become entries of the journal, and leave the inbox with that."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import click

from netfiles.capture.inbox import INBOX, Item, cuts, items
from netfiles.capture.understood import NotUnderstood, Understood
from netfiles.cli.capturing import Capture, Entry, quote, shape
from netfiles.cli.changing import How, carry, changing
from netfiles.cli.choosing import Skipped
from netfiles.cli.desk import Desk, desk
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.errors import CannotEdit
from netfiles.problems import Problem, printable
from netfiles.records.plan import Edited, Plan

_NO_DAY = "it was today, since the line names no day."


class _Inbox(NamedTuple):
    """The inbox as it is now."""

    items: tuple[Item, ...]
    checksum: str


@click.command()
@click.option("--yes", is_flag=True, help="File all lines that are understood without a guess; leave the others.")
@changing
@pass_terminal
def inbox(terminal: Terminal, yes: bool, how: How) -> None:
    """Turn the lines of inbox.md into entries of the journal, one by one.

    A line reads as one of `netfiles log`. What is filed leaves the inbox; all other lines stay as they are. In a script
    the lines are listed, and filed with --yes.
    """
    at = desk(terminal)
    capture = Capture(at, skips=True)
    found = _read(at)
    if not found.items:
        terminal.tell(f"Nothing is in {INBOX}. Write a line into it after a talk; this command makes an entry of it.")
        return
    if sys.stdin.isatty() and not (yes or how.dry or how.as_json):
        _one_by_one(capture, how)
    else:
        _all(capture, found, yes, how)


def _read(at: Desk) -> _Inbox:
    """The notes of the inbox. Raises CannotEdit where it cannot be read."""
    from netfiles.vault.read import read_source

    source = read_source(at.vault, INBOX)
    if isinstance(source, Problem):
        raise CannotEdit(INBOX, source.message, source.advice)
    return _Inbox(tuple(items(source.text)), source.checksum) if source else _Inbox((), "")


def _understood(capture: Capture, text: str, ask: bool) -> Understood | NotUnderstood:
    """What a note says; a day that it does not name is a guess, since it may be older than today."""
    what = capture.understand(text, ask=ask)
    if isinstance(what, NotUnderstood) or what.dated:
        return what
    return replace(what, guesses=(*what.guesses, _NO_DAY))


def _plan(capture: Capture, entries: Sequence[Entry], taken: Sequence[Item], checksum: str) -> Plan:
    """The entries are made and their lines go, together."""
    plan = capture.plan(entries)
    return Plan(plan.title, (*plan.steps, Edited(INBOX, checksum, cuts(taken))), plan.said)


def _all(capture: Capture, found: _Inbox, yes: bool, how: How) -> None:
    """File what is sure, or list everything."""
    terminal = capture.desk.terminal
    answers = [(item, _understood(capture, item.text, ask=False)) for item in found.items]
    sure = {item: what for item, what in answers if isinstance(what, Understood) and what.sure and yes}
    entries = [capture.entry(what) for what in sure.values()]
    left = [answer for answer in answers if answer[0] not in sure]
    told = [line for answer in left for line in _left(capture, *answer, yes)]
    more = {"entries": shape(entries, capture.desk.today), "left": [_shape(*answer) for answer in left]}
    if entries:
        carry(capture.desk, _plan(capture, entries, list(sure), found.checksum).saying(*told), how, more)
    elif how.as_json:
        terminal.tell_json({"title": "", "written": False, "files": [], "said": told, **more})
    else:
        for line in told:
            terminal.tell(printable(line))
    if not yes:
        terminal.say("Nothing was filed. On a terminal you are asked line by line; --yes files what is sure.")


def _left(capture: Capture, item: Item, what: Understood | NotUnderstood, yes: bool) -> list[str]:
    """What is said of a line that stays."""
    from netfiles.capture.saying import asides, echo

    if isinstance(what, NotUnderstood):
        why = f"  Column {what.column + item.indent}: {what.message}. {what.advice}"
        return [f"Line {item.line} stays: {item.text}", why]
    verb = "stays" if yes else "is sure" if what.sure else "asks you"
    return [f"Line {item.line} {verb}: {item.text}", f"  {echo(what, capture.desk.today)}", *asides(what)]


def _shape(item: Item, what: Understood | NotUnderstood) -> dict[str, Any]:
    wrong = what if isinstance(what, NotUnderstood) else None
    return {
        "line": item.line,
        "text": item.text,
        "sure": isinstance(what, Understood) and what.sure,
        "column": wrong.column + item.indent if wrong else None,
        "message": wrong.message if wrong else None,
        "advice": wrong.advice if wrong else None,
    }


def _one_by_one(capture: Capture, how: How) -> None:
    """Ask for each line; what is filed is filed at once, so that quitting loses nothing."""
    skipped = filed = 0
    while (found := _read(capture.desk)).items[skipped:]:
        item = found.items[skipped]
        entry = _asked(capture, item)
        if entry is None:
            break
        if isinstance(entry, Item):
            skipped += 1
            continue
        carry(capture.desk, replace(_plan(capture, [entry], [item], found.checksum), said=()), how)
        filed += 1
    left = len(_read(capture.desk).items)
    capture.desk.terminal.say(f"{filed} filed, {left} left in {INBOX}.")


def _asked(capture: Capture, item: Item) -> Entry | Item | None:
    """The entry for a note; the note itself where it is skipped; None to stop."""
    from netfiles.capture.saying import asides, echo

    text, terminal = item.text, capture.desk.terminal
    while True:
        terminal.say(f"\nLine {item.line}: {printable(text)}")
        try:
            what = _understood(capture, text, ask=True)
        except Skipped:
            return item
        if isinstance(what, Understood):
            for line in (f"  {echo(what, capture.desk.today)}", *asides(what)):
                terminal.say(printable(line))
        else:
            terminal.say(f"{quote(text, what.column)}\n  {what.message}. {what.advice}")
        answer = _choice(isinstance(what, Understood))
        if answer == "y" and isinstance(what, Understood):
            return capture.entry(what)
        if answer in ("s", "q"):
            return item if answer == "s" else None
        text = click.prompt("  Line", default=text, show_default=False, err=True)


def _choice(understood: bool) -> str:
    said, keys = ("File it? yes, skip, edit, quit", "yseq") if understood else ("skip, edit, quit", "seq")
    words = {"yes": "y", "skip": "s", "edit": "e", "quit": "q"}
    while True:
        answer = click.prompt(f"  {said}", default=keys[0], show_default=False, err=True).strip().lower()
        key = words.get(answer, answer)
        if key in keys and key:
            return key
