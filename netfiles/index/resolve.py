"""Which record each link of each field means, and the problems of links that mean none or several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netfiles.index.names import Ambiguous, Names, folded, last_part, leaves_vault
from netfiles.model import Kind, Link, Record
from netfiles.problems import Place, Problem, printable

IN_BODIES: tuple[Kind, ...] = ("person", "company", "interaction", "lead", "goal", "news", "query", "profile")


@dataclass(slots=True)
class Resolver:
    """Finds records for links and collects what it could not find.

    `employers` are the folded names of companies that people name without a file of their own.
    """

    names: Names
    employers: dict[str, str] = field(default_factory=dict)
    attachments: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    unfiled: dict[str, str] = field(default_factory=dict)

    def people(self, record: Record, name: str, links: Iterable[Link]) -> tuple[str, ...]:
        """Keys of the people a field links to, each once; a name not on file gets a key of its own."""
        keys = (self.person(record, name, link, n) for n, link in enumerate(links))
        return tuple(dict.fromkeys(key for key in keys if key))

    def person(self, record: Record, field_name: str, link: Link, item: int | None = None) -> str | None:
        found = self.names.find(link, ("person",))
        place = record.origin.place(field_name, item)
        if isinstance(found, Ambiguous):
            self._ambiguous(place, link, found)
            return None
        if found is not None:
            return found.path
        if leaves_vault(link):
            self._outside(place, link)
            return None
        name = last_part(link.target)
        self.unfiled.setdefault(f"name:{folded(name)}", name)
        return f"name:{folded(name)}"

    def records(self, record: Record, name: str, links: Iterable[Link], kinds: Sequence[Kind]) -> tuple[Record, ...]:
        """Records a field links to; a link that finds none is a problem."""
        found = (self.record(record, name, link, kinds, n) for n, link in enumerate(links))
        return tuple({r.path: r for r in found if r is not None}.values())

    def record(
        self, record: Record, name: str, link: Link, kinds: Sequence[Kind], item: int | None = None
    ) -> Record | None:
        found = self.names.find(link, kinds)
        place = record.origin.place(name, item)
        if isinstance(found, Ambiguous):
            self._ambiguous(place, link, found)
        elif found is not None:
            return found
        elif leaves_vault(link):
            self._outside(place, link)
        else:
            self._missing(place, link, f"Make the file, or correct the name ({' or '.join(kinds)}).")
        return None

    def company(self, record: Record, name: str, link: Link, item: int | None = None) -> str | None:
        """The key of a company: its file's path where it has one, else its folded name."""
        found = self.names.find(link, ("company",))
        if isinstance(found, Ambiguous):
            self._ambiguous(record.origin.place(name, item), link, found)
            return None
        if found is not None:
            return found.path
        if link.linked and leaves_vault(link):
            self._outside(record.origin.place(name, item), link)
            return None
        written = last_part(link.target) if link.linked else link.target
        key = f"company:{folded(written)}"
        self.employers.setdefault(key, written)
        return key

    def mentioned(self, record: Record) -> tuple[str, ...]:
        """Keys and paths of what a body links to, each once, itself left out."""
        keys: list[str] = []
        for written in record.origin.links:
            found = self.names.find(written.link, IN_BODIES)
            place = Place(record.path, written.line)
            if isinstance(found, Ambiguous):
                self._ambiguous(place, written.link, found)
            elif found is not None:
                keys.append(found.path)
            elif (key := f"company:{folded(last_part(written.link.target))}") in self.employers or (
                key := f"name:{folded(last_part(written.link.target))}"
            ) in self.unfiled:
                keys.append(key)
            elif leaves_vault(written.link):
                self._outside(place, written.link)
            elif not self._attached(written.link):
                self._missing(place, written.link, "Make the file, correct the name, or remove the brackets.")
        return tuple(dict.fromkeys(key for key in keys if key != record.path))

    def _attached(self, link: Link) -> bool:
        return link.target.rsplit("/", 1)[-1] in self.attachments

    def _missing(self, place: Place, link: Link, advice: str) -> None:
        self.problems.append(Problem("NF401", place, f"Nothing on file is called `{_shown(link)}`", advice))

    def _outside(self, place: Place, link: Link) -> None:
        self.problems.append(
            Problem(
                "NF403",
                place,
                f"`{_shown(link)}` leads out of the vault and is not linked",
                "Link a file of the vault by its name.",
            )
        )

    def _ambiguous(self, place: Place, link: Link, found: Ambiguous) -> None:
        files = ", ".join(found.paths[:5])
        self.problems.append(
            Problem(
                "NF402",
                place,
                f"`{_shown(link)}` could mean several files and counts for none: {files}",
                f"Write the path, like [[{found.paths[0].removesuffix('.md')}]].",
            )
        )


_MAX_SHOWN = 120


def _shown(link: Link) -> str:
    """What a link was written to lead to, fit for one line of a terminal."""
    target = printable(link.target)
    return target if len(target) <= _MAX_SHOWN else f"{target[:_MAX_SHOWN]}…"
