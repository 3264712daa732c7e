"""The best ways from me to somebody, or into a company: hop by hop, each with what proves it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netfiles.insights.edges import STRONGEST, Edge
from netfiles.insights.ground import Look
from netfiles.insights.hops import Hop, first_hop, next_hop
from netfiles.insights.rolls import is_contact, is_open
from netfiles.insights.ties import grade

BEST = 3
"""So many paths are shown."""


class Path(NamedTuple):
    """From me to the last of `hops`; `weakest` is the number of the hop that decides, the first one being 0."""

    hops: tuple[Hop, ...]
    strength: float
    weakest: int

    @property
    def word(self) -> str:
        """As strong as its weakest hop."""
        return grade(self.strength)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody on it, by key; the first is whom to talk to."""
        return tuple(hop.to for hop in self.hops)


class _Way(NamedTuple):
    """People in the order in which they are reached, with the edges between them; smaller is better."""

    order: tuple[float, int, tuple[str, ...]]
    keys: tuple[str, ...]
    edges: tuple[Edge, ...]


def best_paths(look: Look, there: Iterable[str], most_hops: int) -> tuple[Path, ...]:
    """The best paths to anybody `there`: by the weakest hop, then fewer hops, then by name; other first people first.

    Nobody is on a path twice, nobody closed is on one, and only its last person is there.
    """
    ends = tuple(key for key in there if is_open(look.person(key)))
    ways = [_way(look, (key,), ()) for key in ends if is_contact(look.person(key), look.today)]
    for step in range(1, most_hops):
        least = _least(ways)
        ways += [way for way in _longer(look, ends, step, least) if -way.order[0] > least or not least]
    return tuple(_path(look, way) for way in _chosen(ways))


def _least(ways: list[_Way]) -> float:
    """What a longer path must exceed: the strength of the last one shown so far, 0 where there is still room."""
    preferred, _ = _ranked(ways)
    return -preferred[BEST - 1].order[0] if len(preferred) >= BEST else 0.0


def _chosen(ways: list[_Way]) -> list[_Way]:
    """The best ways, others where there is still room."""
    preferred, others = _ranked(ways)
    return sorted((*preferred, *others)[:BEST], key=lambda way: (way.order, way.keys))


def _ranked(ways: list[_Way]) -> tuple[list[_Way], list[_Way]]:
    """Best first: those with a first person of their own, and others.

    What is longer and no stronger than another way to the same end is among the others; where the first person is the
    same too, it is a detour and no way.
    """
    firsts: dict[str, set[str]] = {}
    shortest: dict[str, int] = {}
    preferred: list[_Way] = []
    others: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.order, way.keys)):
        first, end, hops = way.keys[0], way.keys[-1], len(way.keys)
        longer = hops > shortest.get(end, hops)
        if first not in firsts and not longer:
            preferred.append(way)
        elif not longer or end not in firsts.get(first, ()):
            others.append(way)
        firsts.setdefault(first, set()).add(end)
        shortest[end] = min(hops, shortest.get(end, hops))
    return preferred, others


def _longer(look: Look, ends: tuple[str, ...], steps: int, least: float) -> Iterator[_Way]:
    """All ways with so many people between me and the end, where no edge is too weak."""
    barred = frozenset(ends)
    for end in ends if least < STRONGEST else ():
        for keys, edges in _chains(look, (end,), (), steps, barred, least):
            if is_contact(look.person(keys[0]), look.today):
                yield _way(look, keys, edges)


def _chains(
    look: Look, keys: tuple[str, ...], edges: tuple[Edge, ...], steps: int, barred: frozenset[str], least: float
) -> Iterator[tuple[tuple[str, ...], tuple[Edge, ...]]]:
    """People who know one another in a row, `steps` before the given ones."""
    if steps == 0:
        yield keys, edges
        return
    for edge in look.edges(keys[0]):
        if edge.strength < least:
            break  # so are all after it
        if edge.to not in barred and edge.to not in keys and is_open(look.person(edge.to)):
            yield from _chains(look, (edge.to, *keys), (edge, *edges), steps - 1, barred, least)


def _way(look: Look, keys: tuple[str, ...], edges: tuple[Edge, ...]) -> _Way:
    strength = min(look.person(keys[0]).tie.strength, *(edge.strength for edge in edges), 1.0)
    names = tuple(look.person(key).someone.name.casefold() for key in keys)
    return _Way((-strength, len(keys), names), keys, edges)


def _path(look: Look, way: _Way) -> Path:
    hops = [first_hop(look, way.keys[0])]
    hops += [next_hop(look, way.keys[n], edge, way.keys[n + 1]) for n, edge in enumerate(way.edges)]
    strengths = [hop.strength for hop in hops]
    return Path(tuple(hops), min(strengths), strengths.index(min(strengths)))
