"""Which record a command means that may be given a name or a path."""

from typing import TYPE_CHECKING

from netfiles.errors import NotNamed
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.cli.desk import Desk
    from netfiles.index.network import Network
    from netfiles.insights.directory import Listed
    from netfiles.model import Kind, Record


def record_meant(at: "Desk", network: "Network", text: str, kinds: "tuple[Kind, ...]") -> "Record | Listed":
    """The record that a text means; where it has no file, its name. Raises NotNamed."""
    from netfiles.index.names import Ambiguous
    from netfiles.model import Link

    path = f"{text.removeprefix('./').removesuffix('.md')}.md"
    if path in network.records:
        return network.records[path]
    if text.endswith(".md") or (at.vault / path).is_file():
        raise NotNamed(f"{printable(text)} is no record that can be read. `netfiles check` says why.")
    if listed := at.perhaps(text, kinds):
        return network.records.get(listed.file or "", listed)
    found = network.names.find(Link(text), ("query", "interaction"))
    if isinstance(found, str):
        return network.records[found]
    if isinstance(found, Ambiguous):
        raise NotNamed(f"{printable(text)} could be {' or '.join(map(printable, found.paths[:5]))}. Write the path.")
    return at.one(text, kinds)
