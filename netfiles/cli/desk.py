"""What a command that writes works with: the vault, the day, all names; and whom a name means."""

import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netfiles.cli.choosing import number_of
from netfiles.cli.terminal import Terminal, collector_paused
from netfiles.errors import NotNamed
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.changes.entry import Journal
    from netfiles.index.names import Names
    from netfiles.index.network import Network
    from netfiles.insights.directory import Directory, Listed
    from netfiles.insights.follow_ups.reason import Case
    from netfiles.model import Interaction, Kind, Person, Record
    from netfiles.model.options import Options
    from netfiles.site.kept import KnownNames

_MOST = 9
_READ_ALL_THE_SAME = "NF306"
_OF_THE_WHOLE = ("NF101", "NF103", "NF104")
"""Problems of a file as a whole, which have no line."""


@dataclass(frozen=True)
class Desk:
    """The vault as a command that writes finds it. Names are as they are now; what is derived, as it was last seen."""

    terminal: Terminal
    vault: Path
    options: "Options"
    today: date

    @cached_property
    def _known(self) -> "KnownNames":
        from netfiles.site.kept import KnownNames, known_names
        from netfiles.vault.cache import Cache

        with collector_paused():
            found = known_names(Cache.of(self.vault, self.terminal.say), self.vault, self.options)
        if found:
            return found
        from netfiles.insights.directory import NAMED, directory

        memory = self.terminal.memory()
        with self.terminal.progress("reading") as progress, collector_paused():
            seen = memory.look()
            insights = memory.state(seen, self.today, progress).insights
            memory.keep()()
        return KnownNames(directory(insights), None, {path: kind for kind in NAMED for path in seen.area(kind).paths})

    @property
    def names(self) -> "Directory":
        return self._known.directory

    @cached_property
    def meaning(self) -> "Names":
        """What a link means, by all names; made once, since there may be thousands."""
        return self.names.names()

    def network_naming(self, names: "Collection[str]") -> "Network":
        """The network of all files in which one of some names may stand, and of all queries and news.

        Links that bear one of these names mean in it what they mean in the whole one. That is made where a query asks
        for one by a link: it finds more by a name than links do.
        """
        from netfiles.changes.relink import asked_by_link
        from netfiles.index.build import build_network
        from netfiles.vault.look import look_for_names
        from netfiles.vault.naming import naming
        from netfiles.vault.shelf import Shelf

        with collector_paused():
            found = Shelf(self.vault).load(naming(look_for_names(self.vault), names))
            asked = (*(one.query for one in found.queries), *(one.audience for one in found.news))
            if any("/" in name for name in names) or asked_by_link(asked, names):
                return self.terminal.network()
            return build_network(found)

    def entries(self, listed: "Listed") -> "list[Interaction]":
        """All entries with somebody as they are now, oldest first: those known, and what is new in the journal."""
        from netfiles.model import Interaction
        from netfiles.vault.fresh import new_entries

        seen = self._known.seen
        new = new_entries(self.vault, self.options.folders, seen) if seen else []
        found = self.records("interaction", [*listed.entries, *new])
        with_them = [one for one in found if isinstance(one, Interaction) and self._is_with(one, listed)]
        return sorted(with_them, key=lambda one: (one.day, one.path))

    def _is_with(self, entry: "Interaction", listed: "Listed") -> bool:
        from netfiles.index.names import folded

        keys = (self.meaning.find(link, ("person",)) or f"name:{folded(link.text)}" for link in entry.with_)
        return listed.key in keys

    def records(self, kind: "Kind", paths: "Collection[str]") -> "list[Record]":
        """The records of files as they are now; without those that cannot be read."""
        from netfiles.vault.known import Known, Order
        from netfiles.vault.reading import read_all

        answers = read_all(self.vault, [Order(kind, path, False) for path in dict.fromkeys(paths)])
        return [one.record for one in answers if isinstance(one, Known) and one.record]

    def record(self, listed: "Listed") -> "Record":
        """The record of a file as it is now. Raises NotNamed where it cannot be read, or there is none."""
        if listed.file is None:
            raise NotNamed(f"{listed.name} has no file yet. Make it: netfiles new person '{listed.name}'")
        found = self.records(listed.kind, [listed.file])
        if not found:
            raise self.unread(listed.file)
        return found[0]

    def unread(self, path: str) -> NotNamed:
        """What there is to say of a file that is no record that can be read."""
        from netfiles.vault.known import Known, Order
        from netfiles.vault.prepare import kind_of
        from netfiles.vault.reading import read_all

        kind = kind_of(self.options.folders, path) if ".." not in path.split("/") else None
        if kind is None or not (self.vault / path).exists():
            return NotNamed(f"{printable(path)} {'is not there' if kind else 'lies in no folder of records'}.")
        read = [one for one in read_all(self.vault, [Order(kind, path, False)]) if isinstance(one, Known)]
        errors = [p for one in read for p in one.problems if p.severity == "error" and p.code != _READ_ALL_THE_SAME]
        if not errors:
            return NotNamed(f"{printable(path)} cannot be read. `netfiles check` says why.")
        where = "" if errors[0].code in _OF_THE_WHOLE else f", line {errors[0].place.line}"
        return NotNamed(f"{printable(path)} cannot be read{where}: {errors[0].message}. {errors[0].advice}")

    def refuse_unread(self, text: str, kinds: "tuple[Kind, ...]" = ("person",)) -> None:
        """Raise NotNamed where the file of that name cannot be read: it is meant, and must not be passed over."""
        from netfiles.index.names import last_part
        from netfiles.insights.whom import target_of
        from netfiles.text.stems import alike

        stem = alike(last_part(target_of(text)))
        called = [path for path in self._known.files if alike(path.rpartition("/")[2].removesuffix(".md")) == stem]
        for kind in kinds:
            mine = [path for path in called if self._known.files[path] == kind]
            if any(self.file(path) for path in mine):
                return
            if mine:
                raise self.unread(mine[0])

    def case(self, listed: "Listed") -> "Case":
        """What the rules of the queue look at for somebody: their file and the entries with them, as they are now."""
        from netfiles.changes.around import case, named_in

        found = self.records(listed.kind, [listed.file]) if listed.file else []
        entries = self.entries(listed)
        others = named_in(self.names, self.meaning, entries)
        return case(self.options, self.today, listed, next(iter(found), None), entries, others)

    def link(self, listed: "Listed") -> str:
        """A wikilink that leads to a file: by its name, or by its path where others bear the name."""
        from netfiles.model import Link
        from netfiles.text.written import link

        alone = listed.file is None or self.meaning.find(Link(listed.stem), (listed.kind,)) == listed.key
        return link(listed.stem if alone or listed.file is None else listed.file.removesuffix(".md"))

    def journal(self, day: date) -> "Journal":
        """Where new entries of a day go."""
        from netfiles.changes.entry import Journal

        at = Journal(self.options.folders, day)
        return at._replace(taken=self.taken(at.folder, day.isoformat()))

    def taken(self, folder: str, day: str = "") -> frozenset[str]:
        """The stems of the files of a folder that begin with a day, or of all, as they are compared."""
        from netfiles.vault.taken import taken

        return taken(self.vault, folder, day)

    def person(self, listed: "Listed") -> "Person":
        """The file of somebody as it is now. Raises NotNamed."""
        from netfiles.model import Person

        record = self.record(listed)
        if not isinstance(record, Person):
            raise NotNamed(f"{printable(listed.name)} is no person.")
        return record

    def file(self, path: str) -> "Record | None":
        """The record of a path in the vault; None where there is none."""
        from netfiles.vault.prepare import kind_of

        kind = kind_of(self.options.folders, path)
        inside = ".." not in path.split("/") and (self.vault / path).is_file()
        return next(iter(self.records(kind, [path])), None) if kind and inside else None

    def exactly(self, text: str, kinds: "tuple[Kind, ...]") -> "Listed | None":
        """What is called just so, of the first kind in which anything is; None for nothing or several."""
        from netfiles.insights.directory import find

        key = find(self.meaning, text.strip(), kinds)
        return self.names.listed[key] if key else None

    def one(self, text: str, kinds: "tuple[Kind, ...]" = ("person",)) -> "Listed":
        """Whom or what a name means: asked on a terminal where it could be several. Raises NotNamed."""
        from netfiles.insights.whom import near

        self.refuse_unread(text, kinds)
        if found := self.perhaps(text, kinds):
            return found
        like = near(self.names, text, kinds)
        hint = f" Did you mean {' or '.join(map(printable, like))}?" if like else ""
        raise NotNamed(f"{'Nobody' if kinds == ('person',) else 'Nothing'} is called {printable(text)}.{hint}")

    def perhaps(
        self,
        text: str,
        kinds: "tuple[Kind, ...]" = ("person",),
        with_: "Collection[str]" = (),
        skips: bool = False,
    ) -> "Listed | None":
        """The same; None where it is nobody. `with_` are the entries of others that are named beside.

        Raises Skipped where that may be the answer.
        """
        from netfiles.insights.whom import weighed, whom

        found = whom(self.names, text, kinds)
        if len(found) <= 1:
            return found[0] if found else None
        candidates = weighed(found, with_)
        lines = [f"  {n}. {printable(c.listed.name)} ({printable(c.why)})" for n, c in enumerate(candidates[:_MOST], 1)]
        more = f"\n  and {len(candidates) - _MOST} more" if len(candidates) > _MOST else ""
        said = f"{printable(text)} could be {len(candidates)}:\n" + "\n".join(lines) + more
        if not sys.stdin.isatty():
            raise NotNamed(f"{said}\nWrite more of the name.")
        click.echo(said, err=True)
        return candidates[number_of(min(len(candidates), _MOST), skips=skips) - 1].listed


def desk(terminal: Terminal) -> Desk:
    """The desk of one command. Raises NoVault, VaultGone, BadDate."""
    from netfiles.vault.options import read_options

    vault = terminal.vault()
    options, _ = read_options(vault)
    return Desk(terminal, vault, options, terminal.today(options))
