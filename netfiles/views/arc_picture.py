"""Who knows whom as a picture: names below each other, and an arc from one to another for each acquaintance."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netfiles.views.tiles import fitted

NAME_SIZE, GAP, TOP = 13.0, 22, 14


@dataclass(frozen=True, slots=True)
class Knot:
    """Somebody, or some people, at a place; the writing ends left of the mark."""

    key: str
    y: float
    text: str
    radius: float


@dataclass(frozen=True, slots=True)
class Arc:
    """The way from one knot to another, and how thick it is."""

    pair: tuple[str, str]
    way: str
    width: float


@dataclass(frozen=True, slots=True)
class ArcPicture:
    """The picture in one shape; all marks stand at `x`."""

    width: int
    height: int
    x: float
    knots: tuple[Knot, ...]
    arcs: tuple[Arc, ...]


def in_line(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Everybody in an order that keeps arcs short: from the least linked through neighbours, larger parts first.

    The way of Cuthill and McKee, as for narrow matrices.
    """
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    parts: list[list[str]] = []
    seen: set[str] = set()
    for start in sorted(beside, key=lambda key: (len(beside[key]), key)):
        if start in seen:
            continue
        seen.add(start)
        part, todo = [], deque([start])
        while todo:
            part.append(key := todo.popleft())
            new = sorted(beside[key] - seen, key=lambda other: (len(beside[other]), other))
            seen.update(new)
            todo.extend(new)
        parts.append(part)
    return [key for part in sorted(parts, key=lambda part: (-len(part), part)) for key in part]


def arcs(
    order: Sequence[str], names: Mapping[str, str], weights: Mapping[tuple[str, str], int], width: int, names_end: float
) -> ArcPicture:
    """Knots in the order given, arcs to their right; the heaviest is five wide, one of weight 1 at most 1.5."""
    rows = {key: TOP + n * GAP for n, key in enumerate(order)}
    ends: Counter[str] = Counter()
    for (one, other), weight in weights.items():
        ends[one] += weight
        ends[other] += weight
    most, busiest = max(weights.values(), default=1), max(ends.values(), default=1)
    farthest = max((abs(rows[one] - rows[other]) for one, other in weights), default=1)
    reach = min(width - names_end - 24, farthest * 2.5)
    drawn = [
        Arc((one, other), _arc(rows[one], rows[other], names_end + 14, reach / farthest), _width(weight, most))
        for (one, other), weight in sorted(weights.items())
    ]
    knots = [
        Knot(key, rows[key], fitted(names[key], names_end - 2, NAME_SIZE), round(3 + 3 * ends[key] / busiest, 1))
        for key in order
    ]
    return ArcPicture(width, round(2 * TOP + (len(order) - 1) * GAP), names_end + 14, tuple(knots), tuple(drawn))


def _arc(y: float, other: float, x: float, depth: float) -> str:
    top, bottom = min(y, other), max(y, other)
    half = (bottom - top) / 2
    return f"M{x:g} {top:g}A{max(10.0, 2 * half * depth):.1f} {half:g} 0 0 1 {x:g} {bottom:g}"


def _width(weight: int, most: int) -> float:
    return round(1.5 if most == 1 else 1 + 4 * weight / most, 1)
