"""The map by place: a mark for each town, as large as the network there; marks that would overlap are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from netfiles.views.employers import TIES
from netfiles.views.places import PlaceFacts, sentence
from netfiles.views.tiles import breadth
from netfiles.views.world import Point, Window, borders, land, window

NAME_SIZE = 12.0
LEAST, MOST = 4.5, 17.0
MOST_NAMES = 30


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark: a town, or several near each other."""

    x: float
    y: float
    radius: float
    href: str
    title: str
    tie: str
    target: bool


@dataclass(frozen=True, slots=True)
class Name:
    """The writing at a mark, from its left end; `way` leads to it from the mark where they are apart."""

    x: float
    y: float
    text: str
    way: str


@dataclass(frozen=True, slots=True)
class PlacesPicture:
    """The map in one shape; `land` and `borders` are paths."""

    width: int
    height: int
    land: str
    borders: str
    spots: tuple[Spot, ...]
    names: tuple[Name, ...]


@dataclass(slots=True)
class _Heap:
    """Towns that share a mark, the largest first."""

    x: float
    y: float
    places: list[PlaceFacts]

    @property
    def weight(self) -> int:
        return sum(place.weight for place in self.places)


def pictures(found: Sequence[PlaceFacts]) -> tuple[PlacesPicture, ...]:
    """The wide and the tall map of all places that have a town; none where there is none."""
    known = [place for place in found if place.town]
    return tuple(_picture(known, *shape) for shape in ((1080, 540), (360, 400))) if known else ()


def _picture(known: Sequence[PlaceFacts], width: int, height: int) -> PlacesPicture:
    points = [(place.town.longitude, place.town.latitude) for place in known if place.town]
    seen = _cropped(points, width, height)
    most = max(place.weight for place in known)
    heaps = _heaps(known, seen, most)
    spots = tuple(_spot(heap, most) for heap in heaps)
    return PlacesPicture(seen.width, seen.height, land(seen), borders(seen), spots, tuple(_names(heaps, spots, seen)))


def _cropped(points: Sequence[Point], width: int, height: int) -> Window:
    """The window of some places, no higher than they need."""
    whole = window(points, width, height)
    up = (max(y for _, y in points) - min(y for _, y in points)) * whole.scale
    needed = round(max(up * 1.25 + 40, width / 3))
    return window(points, width, needed) if needed < height else whole


def _radius(weight: int, most: int) -> float:
    return min(MOST + 8, LEAST + (MOST - LEAST) * sqrt(weight / most))


def _heaps(known: Sequence[PlaceFacts], seen: Window, most: int) -> list[_Heap]:
    """The marks, the largest first; what would lie on a larger mark joins it, until none does."""
    heaps = [_Heap(*seen.at((one.town.longitude, one.town.latitude)), [one]) for one in known if one.town]
    before = 0
    while len(heaps) != before:
        before = len(heaps)
        heaps = _joined(heaps, most)
    return heaps


def _joined(heaps: Sequence[_Heap], most: int) -> list[_Heap]:
    kept: list[_Heap] = []
    for heap in sorted(heaps, key=lambda heap: (-heap.weight, heap.places[0].name)):
        radius = _radius(heap.weight, most)
        touching = (one for one in kept if _distance(one, heap) < 0.9 * (_radius(one.weight, most) + radius))
        if nearest := min(touching, key=lambda one: _distance(one, heap), default=None):
            nearest.places += heap.places
        else:
            kept.append(heap)
    return kept


def _distance(one: _Heap, other: _Heap) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _spot(heap: _Heap, most: int) -> Spot:
    first, places = heap.places[0], heap.places
    ties = [TIES.index(place.tie) for place in places if place.tie]
    tie = TIES[min(ties)] if ties else ""
    people, companies = sum(place.people for place in places), sum(len(place.companies) for place in places)
    targets = sum(place.targets for place in places)
    return Spot(
        round(heap.x, 1),
        round(heap.y, 1),
        round(_radius(heap.weight, most), 1),
        f"#{first.anchor}",
        sentence(_called(places), people, companies, targets, tie),
        tie or "none",
        targets > 0,
    )


def _called(places: Sequence[PlaceFacts]) -> str:
    """`Springfield, MA and 4 places near it`."""
    rest = len(places) - 1
    return places[0].name if not rest else f"{places[0].name} and {rest} {'place' if rest == 1 else 'places'} near it"


_Box = tuple[float, float, float, float]


def _names(heaps: Sequence[_Heap], spots: Sequence[Spot], seen: Window) -> Iterator[Name]:
    """The names that find room, the largest marks first: beside the mark, else at the end of a line from it."""
    taken: list[_Box] = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    order = sorted(range(len(spots)), key=lambda n: (-heaps[n].weight, heaps[n].places[0].name))
    for number in order[:MOST_NAMES]:
        spot, text = spots[number], _label(heaps[number].places)
        width = breadth(text, NAME_SIZE)
        others = [box for n, box in enumerate(taken) if n != number]
        for x, y, end in (*_beside(spot, width), *_apart(spot, width)):
            box = (x - 1, y - NAME_SIZE, x + width + 1, y + 4)
            inside = box[0] >= 0 and box[2] <= seen.width and box[1] >= 0 and box[3] <= seen.height
            on_the_way = any(_overlap(step, other) for step in _steps(spot, end) for other in others)
            if inside and not on_the_way and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield Name(round(x, 1), round(y, 1), text, _line(spot, end))
                break


def _label(places: Sequence[PlaceFacts]) -> str:
    town = places[0].town
    name = town.name if town else places[0].name
    return name if len(places) == 1 else f"{name} +{len(places) - 1}"


_Place = tuple[float, float, tuple[float, float] | None]
"""Where a name begins, and the end of the line that leads to it, where there is one."""


def _beside(spot: Spot, width: float) -> Iterator[_Place]:
    """Right of the mark, left of it, below and above."""
    beside, middle = spot.radius + 4, spot.x - width / 2
    yield spot.x + beside, spot.y + 4, None
    yield spot.x - beside - width, spot.y + 4, None
    yield middle, spot.y + spot.radius + 14, None
    yield middle, spot.y - spot.radius - 5, None


def _apart(spot: Spot, width: float) -> Iterator[_Place]:
    """At the ends of lines from the mark, ever farther."""
    for far in (14, 26, 38):
        for across, down in ((1, -1), (1, 1), (-1, -1), (-1, 1), (0, 1), (0, -1)):
            x, y = spot.x + across * (spot.radius + far), spot.y + down * (spot.radius + far)
            left = x - width / 2 if not across else x + 2 if across > 0 else x - 2 - width
            yield left, y + (4 if across else 11 if down > 0 else -3), (x, y)


def _steps(spot: Spot, end: tuple[float, float] | None) -> list[_Box]:
    """Points on a line, which may not lie on other marks and names."""
    if end is None:
        return []
    points = ((spot.x + (end[0] - spot.x) * n / 8, spot.y + (end[1] - spot.y) * n / 8) for n in range(1, 8))
    return [(x, y, x, y) for x, y in points]


def _line(spot: Spot, end: tuple[float, float] | None) -> str:
    """The line from the edge of a mark to its end as a path."""
    if end is None:
        return ""
    part = spot.radius / hypot(end[0] - spot.x, end[1] - spot.y)
    start = spot.x + (end[0] - spot.x) * part, spot.y + (end[1] - spot.y) * part
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
