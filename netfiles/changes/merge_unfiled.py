"""Lets a name that has no file be one more name of somebody, or of a company, that has one."""

from netfiles.changes.merge import once
from netfiles.changes.relink import NONE, Move, Texts, relink
from netfiles.changes.rename import spelt
from netfiles.changes.sense import Sense
from netfiles.errors import CannotMerge
from netfiles.index.names import folded, rename
from netfiles.index.network import Network
from netfiles.index.past import changed
from netfiles.insights.directory import Listed
from netfiles.model import Company, Person, Record
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Add


def merged_unfiled(network: Network, goes: Listed, stays: Record, texts: Texts = NONE) -> Plan:
    """The plan: the name is an alias from now on, and links by it lead to the file. Raises CannotMerge."""
    if not isinstance(stays, Person | Company) or goes.kind != stays.kind:
        raise CannotMerge(f"{goes.name} and {stays.path} are not of one kind", "Name two people or two companies.")
    names, touched = rename(network.names, [(stays, changed(stays, aliases=(*stays.aliases, goes.name)))])
    by = frozenset((folded(goes.name),))
    ways = spelt(stays.path)
    sense = Sense(names, network.claims.keys() - {goes.key})
    moved = relink(
        network, Move(goes.key, stays.path, sense, by, frozenset(touched) | by, ways, (stays.called, *ways)), texts
    )
    for path in list(moved.edits):
        moved.edits[path] = [once(network, path, edit, stays) for edit in moved.edits[path]]
    own = (*moved.edits.pop(stays.path, ()), Add("aliases", (goes.name,)))
    step = Edited(stays.path, stays.origin.checksum, own)
    said = f"“{goes.name}” is an alias of {stays.called} now; {moved.links} link{'s' * (moved.links != 1)} led to it."
    return Plan(f"Merge {goes.name} into {stays.called}", (step, *moved.steps(network)), (said,))
