"""The command line: one file a command, joined here; heavy libraries are imported when a command runs."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword

import click

from netfiles import __version__
from netfiles.cli.terminal import Terminal
from netfiles.errors import NetfilesError

COMMANDS = {
    "init": "start a vault: folders, mkdocs.yml, templates",
    "serve": "show the site on this computer and rebuild it when a file changes",
    "build": "print the site, only what changed",
    "today": "what to do now, in the terminal",
    "queue": "everything that is due, in the terminal",
    "find": "people by words, and by fields like company:acme last>60d",
    "show": "everything about one person",
    "brief": "what to know before a talk with somebody",
    "report": "the week in review, two days compared, the work-search log",
    "log": "make an entry of the journal from one line",
    "inbox": "turn the lines of inbox.md into entries",
    "new": "a new file from a template: person, company, lead, entry …",
    "card": "the picture of a business card, with a person's file",
    "draft": "a letter filled from what is known: to ask, thank, tell, nudge",
    "snooze": "leave somebody out of the queue for a while",
    "done": "close what you promised, or they did",
    "thank": "note that you thanked somebody",
    "told": "note who heard your news",
    "ask": "write down what you asked, or how it ended",
    "reply": "write down an answer, yours or theirs",
    "met": "write down that you met somebody, also somebody new",
    "cadence": "how often to be in touch with somebody",
    "undo": "take back the last change that netfiles made",
    "rename": "give somebody another name, in every file",
    "merge": "one file of two that are of one person or company",
    "dupes": "files that may be of one person or company",
    "link": "names in notes that could be links",
    "import": "bring in people and talks: vCards, tables, calendars, mail, notes",
    "check": "what is wrong with the files",
    "fix": "mend what is surely meant otherwise",
    "export": "take people, and everything, out: vCard, CSV, calendar, JSON, SQLite …",
    "stats": "the vault in numbers",
    "example": "make a believable made-up vault of any size",
    "doctor": "check that everything netfiles needs is as it should be",
    "completion": "complete commands and names in bash, zsh and fish",
}


HIDDEN = frozenset(("merge-file",))
"""Commands that other programs call."""


class _Lazy(click.Group):
    """Commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        if cmd_name not in COMMANDS and cmd_name not in HIDDEN:
            return None
        name = cmd_name.replace("-", "_") + "_" * iskeyword(cmd_name)
        command = getattr(import_module(f"netfiles.cli.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "vault", metavar="DIR", help="The vault (else NETFILES_VAULT, else the nearest folder upward).")
@click.option("--today", metavar="DATE", help="The day to take as today (else NETFILES_TODAY, mkdocs.yml, the clock).")
@click.option("-q", "--quiet", is_flag=True, help="Only results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR does the same).")
@click.version_option(__version__, prog_name="netfiles")
@click.pass_context
def netfiles(
    ctx: click.Context, vault: str | None, today: str | None, quiet: bool, verbose: bool, no_color: bool
) -> None:
    """netfiles: the people of your job search in plain Markdown files.

    Results go to stdout, everything else to stderr. Exit: 0 done, 1 check with errors or nothing found, 2 wrong usage
    or cannot work.
    """
    ctx.obj = Terminal(vault, today, quiet, verbose, no_color)


def _speak_utf8() -> None:
    """File names are UTF-8 whatever the locale says: where Python was told otherwise, it is started anew."""
    if sys.getfilesystemencoding().lower() != "utf-8" and not sys.flags.utf8_mode:
        words = [sys.executable, "-X", "utf8", "-m", "netfiles", *sys.argv[1:]]
        os.execv(sys.executable, words)  # noqa: S606  # ourselves, without a shell
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main() -> None:
    """Run a command; whatever the owner can mend is said in one sentence."""
    _speak_utf8()
    if "_NETFILES_COMPLETE" in os.environ:
        import_module("netfiles.cli.completion")  # how names are quoted for a shell
    try:
        sys.exit(netfiles.main(prog_name="netfiles", standalone_mode=False))
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except NetfilesError as error:
        click.echo(f"netfiles: {error}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def run() -> None:
    """A command as a process of its own, which ends at once: to give back millions of objects takes Python a second.

    Nor is there much to look for among what is loaded and made in a moment: Python looks for cycles a tenth as often.
    """
    gc.set_threshold(10_000, 20, 20)
    try:
        main()
    except SystemExit as end:
        code = end.code
    else:
        code = 0
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads any more
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)
