"""News told: noted in the entry of the day, in a new one, or in the file of whoever knew it before."""

from collections.abc import Sequence
from typing import NamedTuple

from netfiles.changes.entry import Journal, called, new_entry
from netfiles.insights.directory import Listed
from netfiles.model import Interaction, Person
from netfiles.model.fields import Channel
from netfiles.records.plan import Created, Edited, Plan
from netfiles.text.edits import Add


class Hearer(NamedTuple):
    """Somebody who hears news: the link to them, and the entries with them on the day."""

    name: str
    link: str
    entries: Sequence[Interaction]


def told(hearers: Sequence[Hearer], news: Listed, link: str, by: Channel | None, at: Journal) -> Plan:
    """Note the news in the last entry of the day with each; those without one share a new entry.

    With a channel given, only an entry of that channel will do.
    """
    edits: dict[str, Edited] = {}
    said, rest = [], []
    for hearer in hearers:
        fits = [e for e in hearer.entries if by is None or e.channel == by]
        if fits:
            entry = fits[-1]
            edits[entry.path] = Edited(entry.path, entry.origin.checksum, (Add("told", (link,)),))
            said.append(f"{hearer.name} heard “{news.name}” in {entry.origin.stem}.")
        else:
            rest.append(hearer)
    new = _new(rest, link, by or "message", at) if rest else ()
    said += [f"{one.name} heard “{news.name}”: a new entry." for one in rest]
    return Plan(_title([one.name for one in hearers], news), (*edits.values(), *new), tuple(said))


def _new(rest: Sequence[Hearer], link: str, by: Channel, at: Journal) -> tuple[Created]:
    fields = {"with": tuple(one.link for one in rest), "channel": by, "purpose": "update", "told": (link,)}
    return (new_entry(at, called(by, [one.name for one in rest]), fields),)


def _title(names: Sequence[str], news: Listed) -> str:
    whom = " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"
    return f"Tell {whom}: {news.name}"


def knew_before(people: Sequence[Person], news: Listed, link: str) -> Plan:
    """Note in the files of some people that they know the news without an entry."""
    steps = tuple(Edited(p.path, p.origin.checksum, (Add("told_before", (link,)),)) for p in people)
    said = tuple(f"{p.called} knew “{news.name}” already." for p in people)
    return Plan(f"Note who knew before: {news.name}", steps, said)
