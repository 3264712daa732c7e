"""How `[[Ada]]` finds its record: by file stem, then name, then aliases; the first level with a match decides."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from netfiles.index.relation import Relation, regroup
from netfiles.model import Company, Kind, Link, Person, Profile, Record


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name for comparing: case, Unicode form and runs of spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


_SPACES = re.compile(r"[^\S \n]|  |^ | $", re.MULTILINE)


def all_folded(names: Sequence[str]) -> list[str]:
    """The same of many names: as one text, which is many times faster."""
    text = unicodedata.normalize("NFC", "\n".join([name.replace("\n", " ") for name in names])).casefold()
    lines = text.split("\n") if names else []
    return [" ".join(line.split()) for line in lines] if _SPACES.search(text) else lines


def last_part(target: str) -> str:
    """The name in a link's target, without folders and ending."""
    return target.rsplit("/", 1)[-1].removesuffix(".md")


def asked(link: Link) -> tuple[str, ...]:
    """The folded names by which a link can find something."""
    last = folded(last_part(link.target))
    return (last, folded(link.target.removesuffix(".md"))) if "/" in link.target else (last,)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A link that finds several files on one level, and so counts for none."""

    paths: tuple[str, ...]


Levels = tuple[Relation[str], Relation[str], Relation[str]]
_NONE: Levels = ({}, {}, {})


@dataclass(frozen=True, slots=True)
class Names:
    """The paths of all records by what they can be called, each kind by itself."""

    by_kind: Mapping[Kind, Levels] = field(default_factory=dict)
    _found: dict[tuple[str, Sequence[Kind]], "str | Ambiguous | None"] = field(
        default_factory=dict, repr=False, compare=False
    )

    def find(self, link: Link, kinds: Sequence[Kind]) -> str | Ambiguous | None:
        """The path of the record a link means among `kinds`, tried in their order."""
        asked = (link.target, kinds)
        if asked not in self._found:
            found = (self._in_kind(link, kind) for kind in kinds)
            self._found[asked] = next((path for path in found if path is not None), None)
        return self._found[asked]

    def _in_kind(self, link: Link, kind: Kind) -> str | Ambiguous | None:
        target = link.target.removesuffix(".md")
        folder, _, last = target.rpartition("/")
        for level in self.by_kind.get(kind, _NONE):
            matches = level.get(folded(last), ())
            if folder:
                matches = tuple(m for m in matches if _in_folder(m, folder)) or level.get(folded(target), ())
            if len(matches) == 1:
                return matches[0]
            if matches:
                return Ambiguous(matches)
        return None


def _in_folder(path: str, folder: str) -> bool:
    """Whether a written folder is the end of the one the file lies in."""
    return f"/{folded(path.rpartition('/')[0])}".endswith(f"/{folded(folder.strip('/'))}")


Change = tuple[Record | None, Record | None]
"""A record as it was and as it is; None where there was or is none."""


def rename(before: Names, changes: Iterable[Change]) -> tuple[Names, set[str]]:
    """The names after some changes, and the folded names that may mean something else now.

    Those of a record that is shown by another title count as well: whoever links to it shows that.
    """
    gone: dict[Kind, _Pairs] = {}
    new: dict[Kind, _Pairs] = {}
    touched: set[str] = set()
    for old, now in changes:
        was, is_ = _levels(old), _levels(now)
        if was == is_ and old and now and (old.kind, old.path) == (now.kind, now.path):
            if old.called != now.called:
                touched.update(*is_)
            continue
        for record, levels, kinds in ((old, was, gone), (now, is_, new)):
            if record:
                path, pairs = record.path, kinds.setdefault(record.kind, ([], [], []))
                for names, found in zip(levels, pairs, strict=True):
                    found.extend([(name, path) for name in names])
                touched.update(*levels)
    by_kind = dict(before.by_kind)
    for kind in gone.keys() | new.keys():
        levels_now = zip(by_kind.get(kind, _NONE), gone.get(kind, _NO_PAIRS), new.get(kind, _NO_PAIRS), strict=True)
        first, second, third = (regroup(*parts)[0] for parts in levels_now)
        by_kind[kind] = (first, second, third)
    return (Names(by_kind) if gone or new else before), touched


_Pairs = tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]
_NO_PAIRS: _Pairs = ([], [], [])


def _levels(record: Record | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What a record can be called, folded: its stem, its name, its aliases."""
    if record is None:
        return (), (), ()
    name = None if isinstance(record, Profile) else getattr(record, record.title_field)
    aliases = record.aliases if isinstance(record, Person | Company) else ()
    return (
        (folded(record.origin.stem),),
        (folded(name),) if name else (),
        tuple(dict.fromkeys(map(folded, aliases))) if aliases else (),
    )


def leaves_vault(link: Link) -> bool:
    """Whether a link tries to climb out of the vault."""
    return ".." in link.target.replace("\\", "/").split("/") or link.target.startswith(("/", "~"))
