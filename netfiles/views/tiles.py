"""Where the tiles of the company map lie and what fits on them; measures only, no drawing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LETTER = 0.56
"""How wide a letter of the system fonts is on average, in heights."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, margin: float, top: float = 0) -> "Box":
        """The box without its margins, never smaller than nothing."""
        return Box(
            round(self.x + margin, 1),
            round(self.y + margin + top, 1),
            round(max(0.0, self.width - 2 * margin), 1),
            round(max(0.0, self.height - 2 * margin - top), 1),
        )


def squares(weights: Sequence[float], box: Box) -> list[Box]:
    """A tile for each weight (largest first), as square as may be, filling the box."""
    if not weights or box.width < 1 or box.height < 1:
        return []
    import squarify  # noqa: PLC0415  # only the map needs it

    sizes = squarify.normalize_sizes(list(weights), box.width, box.height)
    found = squarify.squarify(sizes, box.x, box.y, box.width, box.height)
    return [Box(tile["x"], tile["y"], tile["dx"], tile["dy"]) for tile in found]


def wrapped(text: str, width: float, size: float, most: int) -> list[str] | None:
    """`text` in at most `most` lines that fit `width`; None where a word does not fit or lines run out."""
    room = int(width / (size * LETTER))
    lines: list[str] = []
    for word in re.sub(r"(?<=\w)-(?=\w)", "- ", text).split():
        if len(word) > room:
            return None
        glue = "" if lines and re.search(r"\w-$", lines[-1]) else " "
        if lines and len(lines[-1]) + len(glue) + len(word) <= room:
            lines[-1] += glue + word
        elif len(lines) == most:
            return None
        else:
            lines.append(word)
    return lines
