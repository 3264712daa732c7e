"""Where the tiles of the company map lie and what fits on them; measures only, no drawing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

BOLD = 1.11
_LETTERS = {**dict.fromkeys("ijlI|!.,:;'’·ftr()[]-– ", 0.37), **dict.fromkeys("mwMW@%&…", 0.95)}


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


def breadth(text: str, size: float, bold: bool = False) -> float:
    """How wide writing of a height is, as a wide font of the system draws it."""
    return sum(map(_letter, text)) * size * (BOLD if bold else 1)


def _letter(sign: str) -> float:
    """One sign in heights; those of east Asia are square."""
    if sign in _LETTERS:
        return _LETTERS[sign]
    if sign >= "\u2e80":
        return 1.0
    return 0.73 if sign.isupper() else 0.635


def wrapped(text: str, width: float, size: float, most: int, bold: bool = False, mark: float = 0) -> list[str] | None:
    """`text` in at most `most` lines that fit `width`, the first beside a mark; None where it does not fit."""
    lines = shortened(text, width, size, most, bold, mark)
    return lines if "".join(lines).replace(" ", "") == "".join(text.split()) else None


def shortened(text: str, width: float, size: float, most: int, bold: bool = False, mark: float = 0) -> list[str]:
    """As much of a text as `most` lines hold, the first beside a mark of some width; none where no letter fits."""
    lines: list[str] = []
    words = re.sub(r"(?<=\w)-(?=\w)", "- ", text).split()
    for number, word in enumerate(words):
        glue = "" if lines and re.search(r"\w-$", lines[-1]) else " "
        joined = f"{lines[-1]}{glue}{word}" if lines else ""
        if lines and breadth(joined, size, bold) <= width - (mark if len(lines) == 1 else 0):
            lines[-1] = joined
            continue
        room = width - (0 if lines else mark)
        if len(lines) < most and breadth(word, size, bold) <= room:
            lines.append(word)
            continue
        if len(lines) < most and (cut := fitted(word, room, size, bold)):
            return [*lines, cut]
        if lines and number:
            lines[-1] = fitted(f"{lines[-1]}…", width - (mark if len(lines) == 1 else 0), size, bold) or lines[-1]
        return lines
    return lines


def fitted(text: str, width: float, size: float, bold: bool = False) -> str:
    """As much of a text as fits into one line: all of it, or its beginning and a sign; nothing where that is no use."""
    if breadth(text, size, bold) <= width:
        return text
    kept = text.rstrip("…")
    while len(kept) > 1:
        kept = kept[:-1].rstrip(" -,")
        if breadth(f"{kept}…", size, bold) <= width:
            return f"{kept}…" if len(kept) > 1 else ""
    return ""
