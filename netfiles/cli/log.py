"""`netfiles log`: a line about a talk, a message or work becomes an entry of the journal."""

import sys
from datetime import date

import click

from netfiles.cli.capturing import Capture, Entry, quote, shape
from netfiles.cli.changing import How, carry, changing
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.errors import LineNotUnderstood


@click.command()
@click.argument("text", nargs=-1)
@click.option("--on", metavar="DATE", help="The day of lines that name none: 2026-11-12, monday, 'nov 12'.")
@click.option("--edit", is_flag=True, help="Open the new file in $VISUAL or $EDITOR.")
@changing
@pass_terminal
def log(terminal: Terminal, text: tuple[str, ...], on: str | None, edit: bool, how: How) -> None:
    """Make an entry of the journal from one line: TEXT. Without it the line is asked for; - takes lines from stdin.

    \b
    Write day, how, whom and how long in any order, then a colon and your notes:
      netfiles log 'yesterday coffee with Nia O. 40m: she likes the depot idea'
      netfiles log 'Bo Lee wrote @Acme !advice: send the short CV >fri send CV'
      netfiles log 2h applications

    \b
    Day      yesterday, monday (the last one), 3 days ago, 12 nov, 2026-11-12,
             tomorrow; 9:30 or 5pm for the time. Left out: today
    How      call, video, email, letter, text, coffee, lunch, met, interview,
             meetup, linkedin; "Nia wrote" or "email from Nia" came from her
    Who      after with, to, from, and; first names and "Nia O." will do;
             [[Name]] is exact. A new name is kept and said
    How long 40m, 1h30, an hour
    Why      information interview, catch-up, thanks, update
    Work     without people: applications, search, research, resume, study

    \b
    Signs, anywhere in the line (in 'single quotes', so that the shell leaves
    them alone):
      @Company     what it was about; @"Two Words"
      #tag         a tag
      !word        what I got: information introduction referral interview
                   advice lead offer help
      +word        what I gave, the same words
      !thanks      it was to say thanks;  !thanked: I said thanks for this one
      !told NEWS   news I told
      ?kind ask    what I asked for: information contacts interview referral
                   advice review job; ?contacts who at Acme plans the line
      >when what   what I do next: >2w send portfolio   (2w, fri, 3 dec)
      <when what   what they promised: <fri the posting
    The sentence after ! told, ?, > and < reaches to the next sign, a ; a full
    stop or the end. A \\ before a sign makes it a plain character.

    Several lines make several files, all or none. --dry-run shows them first.
    """
    from netfiles.capture.days import day_said
    from netfiles.cli.desk import desk

    at = desk(terminal)
    capture = Capture(at)
    day = day_said(on, at.today) if on is not None else None
    entries = [_entry(capture, number, line, day) for number, line in _lines(text)]
    if not entries:
        raise LineNotUnderstood("Line 1", "there is nothing to log", quote("", 1), "Write who, how and what.")
    carry(at, capture.plan(entries), how, {"entries": shape(entries, at.today)})
    if edit and not how.dry:
        for entry in entries:
            click.edit(filename=str(at.vault / entry.file.path))


def _lines(text: tuple[str, ...]) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    from netfiles.capture.inbox import without_mark

    if text:
        whole = sys.stdin.read() if text == ("-",) else " ".join(text)
    else:
        whole = click.prompt("Line", err=True) if sys.stdin.isatty() else sys.stdin.read()
    return [(n, line) for n, line in enumerate(whole.removeprefix("\ufeff").splitlines(), 1) if without_mark(line)[0]]


def _entry(capture: Capture, number: int, line: str, on: date | None) -> Entry:
    from netfiles.capture.inbox import without_mark
    from netfiles.capture.understood import NotUnderstood

    said, indent = without_mark(line)
    found = capture.understand(said, on)
    if isinstance(found, NotUnderstood):
        column = found.column + indent
        where = f"Line {number}, column {column}"
        raise LineNotUnderstood(where, found.message, quote(line, column), found.advice)
    return capture.entry(found)
