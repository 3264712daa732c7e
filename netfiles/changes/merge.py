"""Makes one record of two: what each of them says, every link to either, and nothing lost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from netfiles.changes.merge_fields import Conflict, Fields, merged_fields
from netfiles.changes.relink import NONE, Move, Relinked, Texts, relink
from netfiles.changes.rename import spelt
from netfiles.changes.sense import Sense
from netfiles.errors import CannotMerge
from netfiles.index.names import folded, rename
from netfiles.index.network import Network
from netfiles.index.past import changed
from netfiles.index.resolve import NOTHING
from netfiles.model import Company, Person, Record
from netfiles.records.plan import Edited, Plan, Removed, Step
from netfiles.text.edits import Add, Append, Edit, Redirect, Relink, Remove, Replace, Set
from netfiles.text.targets import lines_relinked

Side = Literal["this", "other"]
"""`this` is what the record says that stays, `other` what the one says that goes."""


class Half(NamedTuple):
    """One of the two: the record, and the text of its file."""

    record: Record
    text: str


@dataclass(frozen=True)
class Proposal:
    """How two records become one; where `conflicts` are left, somebody has to say what counts."""

    stays: Half
    goes: Half
    fields: Fields
    moved: Relinked
    own: tuple[Edit, ...]
    """The edits of links in the file that goes."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return self.fields.conflicts


def proposal(network: Network, goes: Half, stays: Half, texts: Texts = NONE) -> Proposal:
    """What becomes of each field and of each link. Raises CannotMerge, CannotRename."""
    first, second = stays.record, goes.record
    if first.path == second.path:
        raise CannotMerge(f"{first.called} is one record already", "Name two.")
    if type(first) is not type(second) or not isinstance(first, Person | Company):
        raise CannotMerge(f"{second.path} and {first.path} are no two people or companies", "Name two of a kind.")
    moved = _moved(network, second, first, texts)
    own = tuple(moved.edits.pop(second.path, ()))
    led = [edit for edit in own if isinstance(edit, Redirect)]
    return Proposal(stays, goes, merged_fields(network, goes, stays, led), moved, own)


def _moved(network: Network, goes: Record, stays: Person | Company, texts: Texts) -> Relinked:
    """The edits of all links to the one that goes; those of its own body stay among them."""
    as_merged = changed(stays, aliases=(*stays.aliases, *new_aliases(goes, stays)))
    names, touched = rename(network.names, [(goes, None), (stays, as_merged)])
    by = frozenset(map(folded, (goes.origin.stem, getattr(goes, goes.title_field) or goes.origin.stem)))
    ways = spelt(stays.path)
    sense = Sense(names, network.claims.keys())
    plainly = (stays.called, *ways)
    found = relink(network, Move(goes.path, stays.path, sense, by, frozenset(touched) | by, ways, plainly), texts)
    for path in list(found.edits):
        found.edits[path] = [once(network, path, edit, stays) for edit in found.edits[path]]
    return found


def once(network: Network, path: str, edit: Edit, stays: Record) -> Edit:
    """An edit of a link; where the one that stays is named beside, or by itself, the link goes instead."""
    if not isinstance(edit, Redirect) or edit.field == "past_companies":
        return edit
    beside = stays.path in network.fields.get(path, NOTHING).keys.get(edit.field, ())
    return replace(edit, new=None) if beside or path == stays.path else edit


def new_aliases(goes: Record, stays: Person | Company) -> tuple[str, ...]:
    """What the one that goes is called, as far as the other is not called so yet."""
    names = (goes.called, goes.origin.stem, *(goes.aliases if isinstance(goes, Person | Company) else ()))
    known = {folded(name) for name in (stays.called, stays.origin.stem, *stays.aliases)}
    new = {folded(name): name for name in reversed(names) if folded(name) not in known}
    return tuple(reversed(new.values()))


def merged(of: Proposal, chosen: Mapping[str, Side], network: Network, today: date) -> Plan:
    """The plan; `chosen` says for each conflict, by its name, what counts. Raises CannotMerge where one is left."""
    open_ = [conflict for conflict in of.conflicts if conflict.name not in chosen]
    stays, goes = of.stays.record, of.goes.record
    if open_:
        raise CannotMerge(
            f"{stays.called} and {goes.called} differ\n" + "\n".join(f"  {one}" for one in open_) + "\n",
            "Say which counts: --prefer this (what stays) or --prefer other.",
        )
    edits: list[Edit] = [*of.moved.edits.get(stays.path, ()), *of.fields.edits]
    for conflict in of.conflicts:
        if chosen[conflict.name] == "other":
            edits += [Remove(name) for name in conflict.this if name not in conflict.other]
            edits += [Set(name, value) for name, value in conflict.other.items()]
    assert isinstance(stays, Person | Company)  # noqa: S101  # `proposal` refuses all others
    aliases = new_aliases(goes, stays)
    edits += [Add("aliases", aliases)] if aliases else []
    if goes.origin.heading and not (stays.origin.heading or stays.name):
        edits.append(Set("name", stays.called))
    if note := _note(of, today):
        edits.append(Append(note))
    steps: list[Step] = [Edited(stays.path, stays.origin.checksum, tuple(edits))]
    steps += of.moved.steps(network, without=(stays.path, goes.path))
    steps.append(Removed(goes.path, goes.origin.checksum))
    return Plan(f"Merge {goes.called} into {stays.called}", tuple(steps), said(of, chosen))


def said(of: Proposal, chosen: Mapping[str, Side]) -> tuple[str, ...]:
    """Field by field what becomes of it."""
    lines = list(of.fields.said)
    lines += [f"{c.name}: {c.shown(chosen[c.name])}" for c in of.conflicts if c.name in chosen]
    links, files = of.moved.links, len(of.moved.edits)
    if links or files:
        lines.append(f"{links} link{'s' * (links != 1)} led to {of.goes.record.called}; ")
        lines[-1] += f"{files} file{'s' * (files != 1)} changed for that."
    return tuple(lines)


def _note(of: Proposal, today: date) -> str:
    """What stands at the end of the body: where the rest came from, and what fits into no field."""
    goes = of.goes.record
    body = goes.origin.body
    for edit in of.own:
        if isinstance(edit, Relink):
            body = lines_relinked(body, edit.old, edit.new)
        elif isinstance(edit, Replace):
            body = body.replace(edit.old, edit.new)
    parts = [*of.fields.kept, body.strip("\n")]
    text = "\n\n".join(part for part in parts if part.strip())
    return f"## From {goes.path}, merged on {today}\n\n{text}" if text else ""
