"""Introductions that go round in a circle: the newest of each counts for nothing, as if it were not written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from netfiles.index.network import Entry, Led, Network
from netfiles.index.relate import Cut, Part, entry_of, relate
from netfiles.index.resolve import NOTHING
from netfiles.model import Interaction, Person
from netfiles.problems import Problem

Circle = tuple[Led, ...]
Vain = frozenset[tuple[str, str]]
"""What counts for nothing: the path of the record that names somebody, and their key."""


def without_circles(before: Network, made: Network, affected: set[str], moved: set[str]) -> tuple[Network, set[str]]:
    """The network without what would close a circle, and the keys of everything that this touches.

    `made` has all that the `affected` records say, and of the others what counted `before`; `moved` are the keys of
    everything touched so far.
    """
    led = _led(before, made, moved)
    circles = before.circles
    if led is not before.led or not moved.isdisjoint(circle[-1].person for circle in circles):
        circles = _broken(led, lambda key, vain: _led_to(made, key, vain))
    was, now = _cut(before.circles, affected), _cut(circles)
    redo = sorted(path for path in was.keys() | now.keys() if was.get(path) != now.get(path))
    found = replace(made, led=led, circles=circles)
    if not redo:
        return found, set()
    old, new = _part(made, redo, was), _part(made, redo, now)
    relations, touched = relate(made.relations, replace(old, entries=_standing(made, redo)), new)
    return replace(found, relations=relations, entry_by_path={**made.entry_by_path, **new.entries}), touched | {*redo}


def _led(before: Network, now: Network, moved: Iterable[str]) -> Mapping[str, Led]:
    """Who led to whom as it is written, circles and all; the same object where nothing of it is other than before."""
    changed = {key: led for key in moved if (led := _led_to(now, key)) != before.led.get(key)}
    if not changed:
        return before.led
    return {key: led for key, led in {**before.led, **changed}.items() if led}


def _led_to(network: Network, key: str, vain: Vain = frozenset()) -> Led | None:
    """Who led the owner to somebody: whom their own file names, else who first gave the name of whom was not known."""
    record, of = network.records.get(key), network.relations
    met = record.met_on if isinstance(record, Person) else None
    namings = [one for one in of.named_in.get(key, ()) if (one.path, key) not in vain]
    own = network.fields.get(key, NOTHING).one("introduced_by")
    if own and (key, key) not in vain:
        day = next((one.day for one in namings if own in one.people), met)
        return Led(key, own, day, key, "introduced_by")
    known = min([day for day in (met, *(entry.day for entry in of.entries.get(key, ())[:1])) if day], default=None)
    if not namings or (known and known < namings[0].day):
        return None
    given = ((one, giver) for one in namings for giver in one.people if giver != key)
    return next((Led(key, giver, one.day, one.path, "introduced") for one, giver in given), None)


def _broken(led: Mapping[str, Led], again: Callable[[str, Vain], Led | None]) -> tuple[Circle, ...]:
    """The circles, each ending with the introduction that is left out; `again` finds what stands in for one.

    What stands in may close another circle, so it goes on until there is none.
    """
    now, found, vain = dict(led), list[Circle](), Vain()
    starts = sorted(now)
    while circles := tuple(_circles(now, starts)):
        found += circles
        starts = sorted(circle[-1].person for circle in circles)
        vain |= {(circle[-1].path, circle[-1].person) for circle in circles}
        for key in starts:
            del now[key]
            if other := again(key, vain):
                now[key] = other
    return tuple(found)


def _circles(led: Mapping[str, Led], starts: Iterable[str]) -> Iterator[Circle]:
    """Every circle that a start leads into, from the introduction after its newest to that one."""
    seen: set[str] = set()
    for start in starts:
        way: dict[str, None] = {}
        key = start
        while key in led and key not in seen:
            seen.add(key)
            way[key] = None
            key = led[key].giver
        if key in way:
            keys = list(way)
            circle = tuple(led[each] for each in keys[keys.index(key) :])
            newest = circle.index(max(circle, key=_order))
            yield (*circle[newest + 1 :], *circle[: newest + 1])


def _order(one: Led) -> tuple[date, str]:
    """By day; those without one are newest."""
    return one.day or date.max, one.person


def _cut(circles: Iterable[Circle], without: Iterable[str] = ()) -> Cut:
    """Whom each record names in vain."""
    found: dict[str, frozenset[str]] = {}
    for *_, last in circles:
        if last.path not in without:
            found[last.path] = found.get(last.path, frozenset()) | {last.person}
    return found


def _part(network: Network, paths: Iterable[str], cut: Cut) -> Part:
    """What some records say, without what is cut."""
    records = {path: network.records[path] for path in paths}
    fields = {path: network.fields.get(path, NOTHING) for path in records}
    bodies = {path: network.bodies.get(path, NOTHING) for path in records}
    entries = {
        path: entry_of(record, fields[path], bodies[path], cut.get(path, frozenset()))
        for path, record in records.items()
        if isinstance(record, Interaction)
    }
    return Part(records, fields, bodies, entries, cut)


def _standing(network: Network, paths: Iterable[str]) -> Mapping[str, Entry]:
    return {path: entry for path in paths if (entry := network.entry_by_path.get(path))}


_MOST_NAMED = 5


def circle_problems(network: Network) -> Iterator[Problem]:
    """A problem for each introduction that counts for nothing."""
    for circle in network.circles:
        last, names = circle[-1], [network.people[one.person].name[:80] for one in reversed(circle)]
        shown = [*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else []), names[0]]
        said = " led to ".join(shown) if len(names) > 1 else f"{names[0]} is said to have led to themselves"
        yield Problem(
            "NF405",
            network.records[last.path].origin.place(last.field),
            f"A circle of introductions, of which this one counts for nothing: {said}",
            f"Correct or remove `{last.field}` in one of these files.",
        )
