"""What links mean, by the names as they are or as they will be."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from netfiles.index.names import Names, asked, folded, last_part, leaves_vault
from netfiles.index.network import Network
from netfiles.index.resolve import AIMS, IN_BODIES, Aim, written_links
from netfiles.model import Kind, Link, Record
from netfiles.text.targets import Written, from_the_top, markdown_links, wikilinks


class Named(NamedTuple):
    """A link of a field: where it stands, and as what."""

    aim: Aim
    link: Link


@dataclass(frozen=True)
class Sense:
    """The names of all files, and the keys of everybody and everything that is named without one."""

    names: Names
    claimed: Collection[str]

    def of_field(self, aim: Aim, link: Link) -> str | None:
        """The key that a link of a field means; None for nothing or several."""
        found = self.names.find(link, kinds_of(aim))
        if found is not None:
            return found if isinstance(found, str) else None
        if aim.to not in ("person", "company") or (leaves_vault(link) and (link.linked or aim.to != "company")):
            return None
        whole = aim.to == "company" and not link.linked
        return unfiled("person" if aim.to == "person" else "company", link.target if whole else last_part(link.target))

    def of_body(self, link: Link, path: str = "") -> str | None:
        """The key that a link of a body means; one like `../Jane Doe.md` goes out from the file at `path`."""
        link = link._replace(target=from_the_top(link.target, path))
        found = self.names.find(link, IN_BODIES)
        if found is not None:
            return found if isinstance(found, str) else None
        name = last_part(link.target)
        keys = (unfiled("company", name), unfiled("person", name))
        return next((key for key in keys if key in self.claimed), None)


def sense(network: Network) -> Sense:
    """What links mean now."""
    return Sense(network.names, network.claims.keys())


def kinds_of(aim: Aim) -> tuple[Kind, ...]:
    """The kinds of files that a field links to."""
    return (aim.to,)


def unfiled(kind: Kind, name: str) -> str:
    """The key of somebody or a company without a file."""
    return f"{'name' if kind == 'person' else 'company'}:{folded(name)}"


def fields_naming(record: Record, names: Collection[str]) -> Iterator[Named]:
    """The links of a record's fields that ask for one of some folded names."""
    for aim in AIMS.get(record.kind, ()):
        for link, _ in written_links(record, aim):
            if any(name in names for name in asked(link)):
                yield Named(aim, link)


def body_naming(record: Record, names: Collection[str]) -> list[Written]:
    """The links of a record's body, those in comments too, that ask for one of some folded names; lines from 0."""
    origin = record.origin
    if "[[" not in origin.body and "](" not in origin.body:
        return []
    hidden = not origin.links or any(sign in origin.body for sign in ("%%", "<!--", "]("))
    if not hidden and not any(name in names for of in origin.links for name in asked(of.link)):
        return []
    return text_naming(origin.body, names)


def text_naming(text: str, names: Collection[str]) -> list[Written]:
    """The same for any text."""
    links = (*wikilinks(text), *markdown_links(text))
    return [one for one in links if any(name in names for name in asked(one.link))]
