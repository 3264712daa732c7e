"""`netfiles completion`: what lets a shell complete commands, options and names."""

import os
import re

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    add_completion_class,
    get_completion_class,
)

_INSIDE = {'"': re.compile(r'(["$`\\!])'), "'": re.compile(r"(?!)")}
_OUTSIDE = re.compile(r"([^\w@%+=:,./-])")


class _Bash(BashComplete):
    """Bash takes what it is given as it is: names are quoted, unless a quote was typed already."""

    source_template = BashComplete.source_template.replace(" read type value", " read -r type value")

    @staticmethod
    def _check_version() -> None:
        """Any bash will do, and asking for its version takes longer than all the rest."""

    def format_completion(self, item: CompletionItem) -> str:
        quote = _begun()[:1]
        special = _INSIDE.get(quote, _OUTSIDE)
        escaped = special.sub(r"\\\1", item.value)
        return f"{item.type},{escaped}"


def _begun() -> str:
    """The word that is being completed, as it was typed."""
    words, number = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "0")
    parts = words.split("\n") if "\n" in words else words.split(" ")
    return parts[int(number)] if number.isdecimal() and int(number) < len(parts) else ""


class _Fish(FishComplete):
    """In fish a name with a comma stays whole."""

    source_template = FishComplete.source_template.replace('split ","', 'split -m 1 ","')


add_completion_class(_Bash)
add_completion_class(_Fish)


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script that completes commands, options and names in SHELL."""
    from netfiles.cli import netfiles

    maker = get_completion_class(shell)
    if maker is not None:
        click.echo(maker(netfiles, {}, "netfiles", "_NETFILES_COMPLETE").source())
