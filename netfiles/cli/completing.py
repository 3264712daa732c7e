"""Names completed in the shell: from what is kept of the vault, without reading it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from netfiles.insights.directory import Listed
    from netfiles.model import Kind
    from netfiles.model.options import Options

    _Type = click.ParamType[str]
else:
    _Type = click.ParamType  # older ones are not generic

_MOST = 200


class Called(_Type):
    """A name of some kinds of files."""

    def __init__(self, name: str, *kinds: "Kind") -> None:
        self.name, self.kinds = name, kinds

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that a word begins, or one of whose words it begins; accents and case do not count.

        Of a name that is typed as several words, what is left of it.
        """
        typed = ctx.params.get(param.name or "") if param.nargs == -1 else None
        found: dict[str, None] = {}
        with suppress(Exception):  # a shell that waits for names is no place for a traceback
            found = dict.fromkeys(
                _rests(ctx, self.kinds, typed, incomplete) if typed else _names(ctx, self.kinds, incomplete)
            )
        return [CompletionItem(name) for name in list(found)[:_MOST]]


PERSON = Called("name", "person")
PERSON_OR_LEAD = Called("name", "person", "lead")
PERSON_OR_COMPANY = Called("name", "person", "company")
ANYTHING = Called("name", "person", "company", "lead", "goal", "news")
NEWS = Called("news", "news")


def _names(ctx: click.Context, kinds: "tuple[Kind, ...]", begun: str) -> "Iterator[str]":
    from netfiles.insights.directory import bare

    asked, listed = bare(begun), _listed(ctx, kinds)
    first = [one for one in listed if any(name.startswith(asked) for name in one.plain.split("\n"))]
    rest = [one for one in listed if one not in first and f" {asked}" in f" {one.plain}".replace("\n", " ")]
    for some in (first, rest):
        yield from sorted(one.stem for one in some if one.stem.isprintable() and not one.stem.startswith("-"))


def _rests(ctx: click.Context, kinds: "tuple[Kind, ...]", typed: "tuple[str, ...]", begun: str) -> "Iterator[str]":
    from netfiles.insights.directory import bare

    words = bare(" ".join(typed)).split()
    for name in _names(ctx, kinds, " ".join(words)):
        of_name, rest = bare(name).split(), name.split()[len(words) :]
        if rest and of_name[: len(words)] == words and of_name[len(words)].startswith(bare(begun)):
            yield " ".join(rest)


def _listed(ctx: click.Context, kinds: "tuple[Kind, ...]") -> "list[Listed]":
    """What is kept of a vault's names; where nothing is, the names of the files."""
    from netfiles.cli.terminal import Terminal
    from netfiles.site.kept import kept_names
    from netfiles.vault.cache import Cache
    from netfiles.vault.options import read_options

    vault = Terminal(ctx.find_root().params.get("vault")).vault()
    if known := kept_names(Cache.of(vault), vault):
        return known.of(*kinds)
    return list(_files(vault, read_options(vault)[0], kinds))


def _files(vault: Path, options: "Options", kinds: "tuple[Kind, ...]") -> "Iterator[Listed]":
    from netfiles.insights.directory import Listed, bare

    at = options.folders
    folders = {
        "person": at.contacts,
        "company": at.companies,
        "lead": at.leads,
        "goal": at.goals,
        "news": at.news,
    }
    for kind in kinds:
        for file in (vault / folders[kind]).rglob("*.md"):
            if not file.name.startswith("."):
                yield Listed(kind, str(file), file.stem, str(file), plain=bare(file.stem))
