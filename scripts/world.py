"""Draws the world map of the pages: land and borders, simplified, from npm's `world-atlas` (Natural Earth).

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz
    python scripts/world.py package/land-50m.json package/countries-50m.json > netfiles/views/assets/world.svg

A unit of the drawing is a twentieth of a degree: x is the longitude, y the latitude southward.
"""

import heapq
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

Point = tuple[float, float]
UNITS = 20
LAND_DETAIL, BORDER_DETAIL = 0.022, 0.08  # square degrees: what a bend must span to be kept
LEAST_ISLAND = 0.12  # square degrees
SOUTH = -57.0  # nobody of a vault lives farther south


def main(land: Path, countries: Path) -> str:
    rings = [half for ring in land_rings(json.loads(land.read_text())) for half in halves(ring)]
    kept = [ring for ring in rings if size(ring) >= LEAST_ISLAND and max(y for _, y in ring) > SOUTH]
    kept.sort(key=lambda ring: (-size(ring), ring[0]))
    shape = "".join(f"{path(ring)}z" for ring in kept)
    lines = "".join(map(path, borders(json.loads(countries.read_text()))))
    box = f"{-180 * UNITS} {-90 * UNITS} {360 * UNITS} {180 * UNITS}"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">
<!-- Natural Earth 1:50m, public domain, by way of npm's world-atlas; made by scripts/world.py -->
<path id="land" d="{shape}"/>
<path id="borders" fill="none" stroke="#fff" d="{lines}"/>
</svg>
"""


def arcs_of(topology: Any) -> list[list[Point]]:
    """The arcs of a TopoJSON file in degrees."""
    (width, height), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * width + left, y * height + bottom))
        arcs.append(arc)
    return arcs


def parts(geometry: Any) -> Iterator[list[list[int]]]:
    """The polygons of a geometry, each with its rings as lists of arcs."""
    if geometry["type"] == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from parts(one)
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def land_rings(topology: Any) -> Iterator[list[Point]]:
    """The outlines of all land, lakes left out."""
    arcs = [simplified(arc, LAND_DETAIL) for arc in arcs_of(topology)]
    for geometry in topology["objects"].values():
        for polygon in parts(geometry):
            yield joined(arcs, polygon[0])


def halves(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring, or the parts of one that crosses the line of the date, each on its side of the map."""
    whole = [ring[0]]
    for x, y in ring[1:]:
        before = whole[-1][0]
        whole.append((x + 360 * round((before - x) / 360), y))
    for shift in (-360, 0, 360):
        moved = [(x + shift, y) for x, y in whole]
        for edge, side in ((180.0, 1), (-180.0, -1)):
            moved = within(moved, edge, side)
        if len(moved) > 2:
            yield moved


def within(ring: list[Point], edge: float, side: int) -> list[Point]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    found: list[Point] = []
    for (x, y), (other_x, other_y) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, other_inside = side * (x - edge) <= 0, side * (other_x - edge) <= 0
        if inside:
            found.append((x, y))
        if inside != other_inside:
            found.append((edge, y + (other_y - y) * (edge - x) / (other_x - x)))
    return found


def joined(arcs: list[list[Point]], numbers: Iterable[int]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def borders(topology: Any) -> Iterator[list[Point]]:
    """The arcs that two countries share."""
    polygons = parts(topology["objects"]["countries"])
    used = Counter(n if n >= 0 else ~n for polygon in polygons for ring in polygon for n in ring)
    for number, arc in enumerate(arcs_of(topology)):
        if used[number] > 1:
            yield simplified(arc, BORDER_DETAIL)


def simplified(points: list[Point], least: float) -> list[Point]:
    """A line without the bends whose triangle is smaller than `least` (Visvalingam and Whyatt)."""
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    alive = [True] * len(points)

    def bend(at: int) -> float:
        return triangle(points[before[at]], points[at], points[after[at]])

    queue = [(bend(at), at) for at in range(1, len(points) - 1)]
    heapq.heapify(queue)
    while queue:
        area, at = heapq.heappop(queue)
        if area >= least:
            break
        if not alive[at] or area != bend(at):
            continue
        alive[at] = False
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for other in (left, right):
            if 0 < other < len(points) - 1:
                heapq.heappush(queue, (bend(other), other))
    return [point for point, kept in zip(points, alive, strict=True) if kept]


def triangle(a: Point, b: Point, c: Point) -> float:
    """The size of a triangle in square degrees of the equator: less toward the poles."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2 * cos(radians(b[1]))


def size(ring: list[Point]) -> float:
    """How large the land within a ring is, in square degrees of the equator."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    whole = abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)) / 2
    return whole * cos(radians(ring[0][1]))


def path(points: list[Point]) -> str:
    """A line as SVG: where it begins, then steps, without those that lead nowhere; nothing where all do."""
    units = [(round(x * UNITS), round(-y * UNITS)) for x, y in points]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(units)]
    written = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{units[0][0]} {units[0][1]}l{written}" if written else ""


if __name__ == "__main__":
    sys.stdout.write(main(*map(Path, sys.argv[1:])))
