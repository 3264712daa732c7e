"""How `[[Ada]]` finds its record: by file stem, then name, then aliases; the first level with a match decides."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netfiles.model import Company, Kind, Link, Person, Profile, Record


def folded(name: str) -> str:
    """A name for comparing: case, Unicode form and runs of spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def last_part(target: str) -> str:
    """The name in a link's target, without folders and ending."""
    return target.rsplit("/", 1)[-1].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A link that finds several files on one level, and so counts for none."""

    paths: tuple[str, ...]


Levels = tuple[dict[str, list[Record]], dict[str, list[Record]], dict[str, list[Record]]]


@dataclass(frozen=True, slots=True)
class Names:
    """All records by what they can be called, each kind by itself."""

    by_kind: dict[Kind, Levels] = field(default_factory=dict)

    def find(self, link: Link, kinds: Sequence[Kind]) -> Record | Ambiguous | None:
        """The record a link means among `kinds`, tried in their order."""
        for kind in kinds:
            found = self._in_kind(link, kind)
            if found is not None:
                return found
        return None

    def _in_kind(self, link: Link, kind: Kind) -> Record | Ambiguous | None:
        if kind not in self.by_kind:
            return None
        target = link.target.removesuffix(".md")
        folder, _, last = target.rpartition("/")
        for level in self.by_kind[kind]:
            matches = level.get(folded(last), [])
            if folder:
                matches = [m for m in matches if _in_folder(m.path, folder)] or level.get(folded(target), [])
            if len(matches) == 1:
                return matches[0]
            if matches:
                return Ambiguous(tuple(sorted(m.path for m in matches)))
        return None


def _in_folder(path: str, folder: str) -> bool:
    """Whether a written folder is the end of the one the file lies in."""
    return f"/{folded(path.rpartition('/')[0])}".endswith(f"/{folded(folder.strip('/'))}")


def names(records: Iterable[Record]) -> Names:
    """The names of all records."""
    by_kind: dict[Kind, Levels] = {}
    for record in records:
        stems, called, aliases = by_kind.setdefault(record.kind, ({}, {}, {}))
        stems.setdefault(folded(record.origin.stem), []).append(record)
        name = getattr(record, record.title_field)
        if name and not isinstance(record, Profile):
            called.setdefault(folded(name), []).append(record)
        if isinstance(record, Person | Company):
            for alias in dict.fromkeys(map(folded, record.aliases)):
                aliases.setdefault(alias, []).append(record)
    return Names(by_kind)


def leaves_vault(link: Link) -> bool:
    """Whether a link tries to climb out of the vault."""
    return ".." in link.target.replace("\\", "/").split("/") or link.target.startswith(("/", "~"))
