"""Gives a record another name: its file, its name in it, and every link to it."""

import re
import unicodedata

from netfiles.changes.relink import NONE, Move, Relinked, Texts, relink
from netfiles.changes.sense import Sense, unfiled
from netfiles.errors import CannotRename
from netfiles.index.names import Names, folded, rename
from netfiles.index.network import Network
from netfiles.index.past import changed
from netfiles.model import Company, Interaction, Kind, Link, Person, Profile, Record
from netfiles.problems import printable
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Add, Edit, Set
from netfiles.text.stems import stem_of

_LONGEST = 500
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def names_touched(record: Record, name: str) -> frozenset[str]:
    """All names, folded, whose links the renaming of a record has to look at: what bears none of them stays.

    Raises CannotRename.
    """
    if isinstance(record, Profile):
        return frozenset()
    name = _fit(name)
    path = _path(record, name)
    now, _ = _as_named(record, path, name, True)
    return frozenset((*rename(Names(), [(record, now)])[1], *map(folded, (record.called, name))))


def renamed(network: Network, record: Record, name: str, alias: bool = True, texts: Texts = NONE) -> Plan:
    """The plan that gives a record another name; `alias`: people and companies keep the old one beside it.

    Raises CannotRename.
    """
    old, name = record.called, _fit(name)
    if isinstance(record, Profile):
        raise CannotRename("the profile has one name, which the settings tell", "Change `name` in it in an editor.")
    path = _path(record, name)
    now, edits = _as_named(record, path, name, alias)
    _refuse_taken(network, record, path)
    names, touched = rename(network.names, [(record, now)])
    by = frozenset(map(folded, (record.origin.stem, getattr(record, record.title_field) or record.origin.stem)))
    sense = Sense(names, network.claims.keys())
    plainly = (name, *spelt(path))
    move = Move(record.path, path, sense, by, frozenset(touched) | by, spelt(path), plainly)
    found = relink(network, move, texts)
    own = (*found.edits.pop(record.path, ()), *edits)
    step = Edited(record.path, record.origin.checksum, own, path)
    said = (*_said(record, now), *_linked(found, name))
    return Plan(f"Rename {old} to {name}", (step, *found.steps(network)), said)


def renamed_unfiled(network: Network, kind: Kind, key: str, old: str, name: str, texts: Texts = NONE) -> Plan:
    """The plan that gives somebody or a company without a file another name, wherever they are named."""
    name = _fit(name)
    found = network.names.find(Link(name), (kind,))
    after = found if isinstance(found, str) else unfiled(kind, name)
    ways = (stem_of(name) if "/" in name else name, *(spelt(after) if isinstance(found, str) else ()))
    touched = frozenset((key.partition(":")[2], folded(name)))
    sense = Sense(network.names, (network.claims.keys() - {key}) | {after})
    moved = relink(network, Move(key, after, sense, touched - {folded(name)}, touched, ways, (name, *ways)), texts)
    said = [f"{name} is on file: {after}."] if isinstance(found, str) else [f"{old} is called {name} now."]
    return Plan(f"Rename {old} to {name}", tuple(moved.steps(network)), (*said, *_linked(moved, name, "file")))


def spelt(path: str) -> tuple[str, ...]:
    """The ways in which a link to a file can be written, the shortest first: its name, then with its folders."""
    parts = path.removesuffix(".md").split("/")
    return tuple("/".join(parts[n:]) for n in reversed(range(len(parts))))


def _fit(name: str) -> str:
    """A name as it is kept. Raises CannotRename."""
    text = " ".join(unicodedata.normalize("NFC", name).split())
    if not stem_of(text):
        raise CannotRename("the new name is empty", "Write the name it should have.")
    if len(text) > _LONGEST or not text.isprintable() or "[[" in text or "]]" in text:
        raise CannotRename(f"{printable(text)[:80]} is no name", "Write one line of letters, without brackets.")
    return text


def _path(record: Record, name: str) -> str:
    """The file of a record that is called `name`; that of an entry begins with its day."""
    folder = record.path.rpartition("/")[0]
    stem = stem_of(name)
    if isinstance(record, Interaction):
        written = _DATED.match(stem)
        if written and written[0] != record.day.isoformat() and "date" not in record.origin.lines:
            raise CannotRename(f"the entry is of {record.day}, which its file's name says", "Add a `date` to it first.")
        if not written and _DATED.match(record.origin.stem):
            stem = stem_of(f"{record.day} {name}")
    return f"{folder}/{stem}.md"


def _refuse_taken(network: Network, record: Record, path: str) -> None:
    other = network.records.get(path)
    if other is not None and other is not record:
        same = isinstance(other, Person | Company)
        merge = f' If both are one, use netfiles merge "{record.called}" "{other.called}".' if same else ""
        raise CannotRename(f"{printable(path)} is there already", f"Choose another name.{merge}")


def _as_named(record: Record, path: str, name: str, alias: bool) -> tuple[Record, tuple[Edit, ...]]:
    """The record as it will be, and the edits that make it so beside those of links."""
    edits: list[Edit] = []
    values: dict[str, object] = {"origin": record.origin._replace(path=path)}
    title, field = _title(record, name), record.title_field
    written = field in record.origin.lines and getattr(record, field)
    shown = record.origin.heading or stem_name(path)
    if (written and written != title) or (not written and not isinstance(record, Interaction) and shown != title):
        edits.append(Set(field, title))
        values[field] = title
    if isinstance(record, Person | Company) and alias and (old := _old_names(record, path, name)):
        edits.append(Add("aliases", old))
        values["aliases"] = (*record.aliases, *old)
    return changed(record, **values), tuple(edits)


def _old_names(record: Person | Company, path: str, name: str) -> tuple[str, ...]:
    """What it was called and is no longer: its name, and that of its file where it was another one."""
    known = {folded(one) for one in (name, stem_name(path), *record.aliases)}
    old = (record.called, *([record.origin.stem] if record.origin.stem != stem_of(record.called) else ()))
    return tuple({folded(one): one for one in old if folded(one) not in known}.values())


def _title(record: Record, name: str) -> str:
    """What the record itself says it is called: of an entry, without the day before it."""
    return (_DATED.sub("", name, count=1).strip() or name) if isinstance(record, Interaction) else name


def stem_name(path: str) -> str:
    """The name of a file without folders and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def _said(record: Record, now: Record) -> tuple[str, ...]:
    said = []
    if record.path == now.path:
        said.append(f"The file stays {record.path}.")
    else:
        said.append(f"{record.path} is now {now.path}.")
    if isinstance(record, Person | Company) and isinstance(now, Person | Company):
        said += [f"“{old}” stays as an alias." for old in now.aliases if old not in record.aliases]
    heading = record.origin.heading
    if heading and heading == record.called and heading != now.called:
        said.append(f"The heading `# {heading}` in it stays; change it in an editor if it should not.")
    return tuple(said)


def _linked(found: Relinked, name: str, file: str = "other file") -> tuple[str, ...]:
    said = []
    if found.edits or found.links:
        said.append(f"{_count(found.links, 'link')} to it; {_count(len(found.edits), file)} changed for that.")
    if found.joined:
        said.append(
            f"{_count(len(found.joined), 'mention')} of {name}, so far not on file, count too: {found.joined[0]}."
        )
    if found.found:
        said.append(f"{_count(len(found.found), 'link')} that led nowhere find something now: {found.found[0]}.")
    return tuple(said)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
