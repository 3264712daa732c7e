"""Where leads come from: whether they were hidden or posted, and how the owner heard of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from netfiles.index.network import Network
from netfiles.index.resolve import NOTHING
from netfiles.insights.credit import heard_via
from netfiles.insights.funnel import Yield, yield_of
from netfiles.insights.leads import Course, heard_on
from netfiles.model import Lead

Seen = Literal["before", "never", "posted", "unknown"]
SEEN: tuple[Seen, ...] = ("before", "never", "posted", "unknown")
"""Heard of before it was posted, never posted, posted first, unknown."""


def seen(network: Network, lead: Lead) -> Seen:
    """Whether a lead was hidden or posted when it was heard of; on one day it counts as posted first.

    A web address without the day of the posting says that there was one, and not when.
    """
    heard = heard_on(network, lead)
    if heard is None:
        return "unknown"
    if lead.posted_on is None:
        return "unknown" if lead.url else "never"
    return "before" if heard < lead.posted_on else "posted"


def head_start(network: Network, lead: Lead) -> int | None:
    """How many days before the posting the lead was heard of."""
    heard = heard_on(network, lead)
    return (lead.posted_on - heard).days if heard and lead.posted_on and heard < lead.posted_on else None


class Source(NamedTuple):
    """How the owner heard of a lead: from a `person`, in an `entry` with nobody, by a `posting`, or `unknown`.

    `how` is the channel or the work of the entry (empty where none is named), `people` who told, by key.
    """

    kind: Literal["person", "entry", "posting", "unknown"]
    how: str = ""
    people: tuple[str, ...] = ()


def source(network: Network, lead: Lead) -> Source:
    """`heard_from`, else the people of `heard_via`; else its channel; else a posting, by its address or its day."""
    giver, entry = network.fields.get(lead.path, NOTHING).one("heard_from"), heard_via(network, lead)
    how = (entry.record.activity or entry.record.channel) if entry else ""
    people = (giver,) if giver else entry.people if entry else ()
    if people:
        return Source("person", how, people)
    if entry:
        return Source("entry", how)
    return Source("posting" if lead.url or lead.posted_on else "unknown")


class Origin(NamedTuple):
    """Leads that came the same way, and what became of them."""

    source: Source
    found: Yield


class Origins(NamedTuple):
    """All leads by how they were heard of: the kinds, the channels within `person` and `entry`, and the people.

    The kinds with enough leads come first, by their rate of interviews; the others are in no order of merit: the
    most leads come first.
    """

    kinds: tuple[Origin, ...]
    channels: tuple[Origin, ...]
    people: tuple[tuple[str, Yield], ...]
    ranked: int


def origins(network: Network, courses: Iterable[Course]) -> Origins:
    """Where all leads came from."""
    kinds, channels = defaultdict[Source, list[Course]](list), defaultdict[Source, list[Course]](list)
    people = defaultdict[str, list[Course]](list)
    for course in courses:
        found = source(network, course.lead)
        kinds[Source(found.kind)].append(course)
        if found.kind in ("person", "entry"):
            channels[Source(found.kind, found.how)].append(course)
        for key in found.people:
            people[key].append(course)
    least = network.collection.options.numbers.ranked_from
    of_kinds = _in_order(kinds, least)
    tellers = sorted(((key, yield_of(of)) for key, of in people.items()), key=lambda pair: _most(*pair))
    ranked = sum(_enough(origin, least) for origin in of_kinds)
    return Origins(of_kinds, _in_order(channels, least), tuple(tellers), ranked)


def _in_order(groups: Mapping[Source, list[Course]], least: int) -> tuple[Origin, ...]:
    found = [Origin(way, yield_of(of)) for way, of in groups.items()]
    return tuple(sorted(found, key=lambda one: _rank(one, least)))


def _enough(one: Origin, least: int) -> bool:
    """Whether a rate says something; what nobody knows is no source."""
    return one.source.kind != "unknown" and len(one.found.leads) >= least


def _rank(one: Origin, least: int) -> tuple[bool, bool, float, int, Source]:
    enough = _enough(one, least)
    return (
        one.source.kind == "unknown",
        not enough,
        -one.found.rate if enough else 0.0,
        -len(one.found.leads),
        one.source,
    )


def _most(key: str, found: Yield) -> tuple[int, str]:
    return -len(found.leads), key
