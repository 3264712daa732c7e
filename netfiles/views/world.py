"""The map of the world as far as a picture shows it: land and borders within a window, as paths of the picture."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians

Point = tuple[float, float]
"""A longitude and a latitude, or a place of a picture."""

UNITS = 20
"""The drawing counts in twentieths of a degree, southward."""

NORTH, SOUTH = 84.0, -57.0
LEAST = 4.5
"""A window is at least so many degrees high: coast or border are then nearly always in sight."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that a picture of some width and height shows; degrees are `scale` high.

    They are `narrow` times that wide: as wide as they are in the middle of the picture.
    """

    width: int
    height: int
    middle: Point
    scale: float
    narrow: float

    def at(self, point: Point) -> Point:
        """Where in the picture a place of the world lies."""
        x = self.width / 2 + (point[0] - self.middle[0]) * self.scale * self.narrow
        return x, self.height / 2 - (point[1] - self.middle[1]) * self.scale

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        across, up = self.width / 2 / (self.scale * self.narrow), self.height / 2 / self.scale
        return self.middle[0] - across, self.middle[1] - up, self.middle[0] + across, self.middle[1] + up


def window(points: Sequence[Point], width: int, height: int) -> Window:
    """The smallest window with all these places and some land around."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = (south + north) / 2
    narrow = max(0.35, cos(radians(middle)))
    across, up = (east - west) * narrow * 1.25, max(LEAST, (north - south) * 1.25)
    scale = min(width / max(across, LEAST), height / up)
    least = max(width / (360 * narrow), 0.1)
    scale = max(scale, least)
    half_across, half_up = width / 2 / (scale * narrow), height / 2 / scale
    x = _kept((west + east) / 2, half_across, -180, 180)
    return Window(width, height, (x, _kept(middle, half_up, SOUTH, NORTH)), scale, narrow)


def _kept(middle: float, half: float, least: float, most: float) -> float:
    """The middle of a stretch that stays within bounds, as far as they are wide enough."""
    return (least + most) / 2 if 2 * half >= most - least else min(max(middle, least + half), most - half)


@lru_cache(8)
def land(seen: Window) -> str:
    """All land in a window as one path."""
    found = (_clipped(ring, seen.sides) for ring in _rings() if _in_sight(ring, seen.sides))
    return "".join(_path(map(seen.at, ring), "z") for ring in found if len(ring) > 2)


@lru_cache(8)
def borders(seen: Window) -> str:
    """All borders in a window as one path; what lies beyond its edge is cut off by the picture."""
    found = (piece for line in _lines() for piece in _pieces(line, seen.sides))
    return "".join(_path(map(seen.at, piece), "") for piece in found)


def _path(points: Iterable[Point], end: str) -> str:
    """A line in whole steps, without those that lead nowhere."""
    places = [(round(x), round(y)) for x, y in points]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(places)]
    written = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{places[0][0]} {places[0][1]}l{written}{end}" if written else ""


Sides = tuple[float, float, float, float]


def _in_sight(line: Sequence[Point], sides: Sides) -> bool:
    west, south, east, north = sides
    longitudes, latitudes = [x for x, _ in line], [y for _, y in line]
    across = min(longitudes) < east and max(longitudes) > west
    return across and min(latitudes) < north and max(latitudes) > south


def _pieces(line: Sequence[Point], sides: Sides) -> Iterator[list[Point]]:
    """The stretches of a line whose steps may be in sight."""
    piece: list[Point] = []
    for one, other in pairwise(line):
        if _in_sight((one, other), sides):
            piece += [other] if piece else [one, other]
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _clipped(ring: Sequence[Point], sides: Sides) -> list[Point]:
    """The part of a ring within the window (Sutherland and Hodgman)."""
    west, south, east, north = sides
    kept = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept = _half(kept, axis, edge, sign)
    return kept


def _half(ring: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for one, other in pairwise((*ring, *ring[:1])):
        inside, other_inside = sign * (one[axis] - edge) >= 0, sign * (other[axis] - edge) >= 0
        if inside:
            found.append(one)
        if inside != other_inside:
            part = (edge - one[axis]) / (other[axis] - one[axis])
            found.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
    return found


@cache
def _drawing() -> str:
    return (files("netfiles.views") / "assets" / "world.svg").read_text(encoding="utf-8")


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    return _parsed("land")


@cache
def _lines() -> tuple[tuple[Point, ...], ...]:
    return _parsed("borders")


def _parsed(name: str) -> tuple[tuple[Point, ...], ...]:
    """The lines of one path of the drawing, in degrees."""
    found = re.search(rf'<path id="{name}"[^>]* d="([^"]*)"', _drawing())
    return tuple(map(_degrees, filter(None, found[1].split("M")))) if found else ()


def _degrees(written: str) -> tuple[Point, ...]:
    numbers = list(map(int, re.findall(r"-?\d+", written)))
    x, y = 0, 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / UNITS, -y / UNITS))
    return tuple(points)
