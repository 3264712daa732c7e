"""Which record a command means that may be given a name or a path."""

from typing import TYPE_CHECKING

from netfiles.errors import NotNamed
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.cli.desk import Desk
    from netfiles.index.network import Network
    from netfiles.insights.directory import Listed
    from netfiles.model import Kind, Record


def record_meant(at: "Desk", text: str, kinds: "tuple[Kind, ...]") -> "Record | Listed":
    """The record that a text means, as it is now; where it has no file, its name. Raises NotNamed."""
    from netfiles.index.names import Ambiguous
    from netfiles.model import Link

    path = f"{text.removeprefix('./').removesuffix('.md')}.md"
    if record := at.file(path):
        return record
    if text.endswith(".md") or (at.vault / path).is_file():
        raise at.unread(path)
    at.refuse_unread(text, kinds)
    if listed := at.perhaps(text, kinds):
        return at.record(listed) if listed.file else listed
    network = at.network_naming((text,))
    found = network.names.find(Link(text), ("query", "interaction"))
    if isinstance(found, str):
        return network.records[found]
    if isinstance(found, Ambiguous):
        raise NotNamed(f"{printable(text)} could be {' or '.join(map(printable, found.paths[:5]))}. Write the path.")
    return at.one(text, kinds)


def in_network(network: "Network", meant: "Record | Listed") -> "Record | Listed":
    """The same as a network has it. Raises NotNamed where it is not read: it has a name of a copy, or is hidden."""
    from netfiles.insights.directory import Listed

    if isinstance(meant, Listed):
        return meant
    if meant.path not in network.records:
        raise NotNamed(f"{printable(meant.path)} is not read. `netfiles check` says why.")
    return network.records[meant.path]
