"""Where everything has its place in the site: a page or an anchor for each person, company, entry, goal."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

from netfiles.index.network import Network
from netfiles.text.letters import unaccented

_MAX_SLUG = 80
_RESERVED = frozenset(("index", "readme", "404", "con", "prn", "aux", "nul", "assets", "search"))


def slug(text: str) -> str:
    """`text` as a part of an address: ASCII letters, digits and dashes, never empty, never one that means something."""
    plain = unaccented(text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not words or words in _RESERVED or re.fullmatch(r"(?:com|lpt)\d", words):
        return f"{words}-{_mark(text)}".strip("-")
    return words if len(words) <= _MAX_SLUG else f"{words[:_MAX_SLUG].strip('-')}-{_mark(text)}"


def _mark(text: str) -> str:
    return f"x{crc32(unicodedata.normalize('NFC', text).encode('utf-8', 'surrogatepass')):08x}"


def distinct(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A slug of its own for each key, from (key, text): of several alike the first keeps it, the others are marked."""
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for key, text in pairs:
        name = slug(text)
        if name in taken:
            name = f"{name}-{_mark(key)}"
        taken.add(name)
        slugs[key] = name
    return slugs


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below the site's root, by key or path: pages end in `/`, parts of pages in `#anchor`."""

    people: Mapping[str, str]
    companies: Mapping[str, str]
    entries: Mapping[str, str]
    others: Mapping[str, str]

    def of(self, key: str) -> str | None:
        """The address of a person, company, entry, goal or lead by its key or path; None where it has no place."""
        return self.people.get(key) or self.companies.get(key) or self.entries.get(key) or self.others.get(key)


def addresses(network: Network) -> Addresses:
    """The addresses of a network. People only named (not on file) have none."""
    people = distinct((someone.key, _stem(someone.key)) for someone in network.on_file)
    companies = distinct((c.key, c.name) for c in network.companies.values())
    collection = network.collection
    goals = distinct((goal.path, goal.called) for goal in collection.goals)
    others = {path: f"goals/#goal-{name}" for path, name in goals.items()}
    leads = ((lead.path, network.company_of(lead)) for lead in collection.leads)
    others |= {path: f"companies/{companies[key]}/" for path, key in leads if key}
    if collection.profile:
        others[collection.profile.path] = "goals/#profile"
    return Addresses(
        people={key: f"people/{name}/" for key, name in people.items()},
        companies={key: f"companies/{name}/" for key, name in companies.items()},
        entries=_entries(network),
        others=others,
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _entries(network: Network) -> dict[str, str]:
    """Each entry's anchor on the page of its month."""
    months: dict[str, list[tuple[str, str]]] = {}
    for entry in network.entries:
        months.setdefault(f"{entry.day:%Y-%m}", []).append((entry.path, _stem(entry.path)))
    return {
        path: f"journal/{month}/#e-{name}" for month, pairs in months.items() for path, name in distinct(pairs).items()
    }
