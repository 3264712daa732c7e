"""The company map: companies by the size of my network there, grouped by industry, as a picture for two widths."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netfiles.views.employers import RANKS, Facts
from netfiles.views.tiles import Box, shortened, squares, wrapped
from netfiles.views.words import plural

MOST_GROUPS = 9
SMALL_SIZE, GROUP_SIZE = 11.0, 11.0
GAP, LABEL_HEIGHT, LEAD_WIDTH, LEAD_HEIGHT = 1.5, 19.0, 14.0, 15.0


ROOMY = 60.0
"""In a tile so high, a name that is cut stands under the mark of a lead."""


class Print(NamedTuple):
    """How a name is set: its class, its height, the margin of its tile, the height of a line."""

    sort: str
    size: float
    bold: bool
    margin: float
    line: float


LARGE, SMALL = Print("name", 13.0, True, 8, 16), Print("least", SMALL_SIZE, True, 4, 13)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of writing at its place."""

    x: float
    y: float
    text: str
    sort: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One company (or the rest of an industry) with the writing that fits."""

    box: Box
    href: str
    title: str
    tie: str
    target: bool
    lead: bool
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One industry: its heading, where there is room for it, and its tiles."""

    name: Text | None
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The map in one shape."""

    width: int
    height: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one industry shows: companies by weight, and how many more there are with what weight."""

    name: str
    companies: tuple[Facts, ...]
    more: int
    more_weight: float

    @property
    def weights(self) -> list[float]:
        return [c.weight for c in self.companies] + ([self.more_weight] if self.more else [])


def pictures(companies: Iterable[Facts], table: str) -> tuple[Picture, ...]:
    """The wide and the tall map of all companies where somebody is known; `table` is where the rest is listed."""
    known = [company for company in companies if company.weight]
    if not known:
        return ()
    wide = (1080, 620 if len(known) > 6 else 360 if len(known) > 2 else 180)
    tall = (360, min(1400, 130 + 46 * len(known)))
    return (_picture(_groups(known, 60, 40), *wide, table), _picture(_groups(known, 28, 16), *tall, table))


def _groups(companies: Sequence[Facts], most: int, most_targets: int) -> list[_Shown]:
    """Companies by industry, the largest industry first; small industries together, small companies as a rest."""
    largest = sorted(companies, key=lambda c: (-c.weight, c.name.casefold(), c.key))
    targets = sorted((c for c in largest if c.target), key=lambda c: RANKS.get(c.target or "", 9))
    shown = {c.key for c in (*largest[:most], *targets[:most_targets])}
    by_industry: dict[str, list[Facts]] = defaultdict(list)
    for company in largest:
        by_industry[company.industry].append(company)
    ranked = sorted(by_industry, key=lambda name: (not name, -sum(c.weight for c in by_industry[name]), name))
    kept = {name for name in ranked[:MOST_GROUPS] if name}
    merged: dict[str, list[Facts]] = defaultdict(list)
    for name in ranked:
        merged[name if name in kept or len(ranked) <= MOST_GROUPS else ""].extend(by_industry[name])
    groups = [_shown(name or _rest_name(group, kept), group, shown) for name, group in merged.items()]
    return sorted(groups, key=lambda group: (-sum(group.weights), group.name))


def _rest_name(companies: Sequence[Facts], kept: set[str]) -> str:
    """What stands above companies outside the industries shown; nothing where no industry is known at all."""
    if any(company.industry for company in companies):
        return "other industries"
    return "industry not written" if kept else ""


def _shown(name: str, companies: Sequence[Facts], shown: set[str]) -> _Shown:
    """The rest of an industry takes about a tenth of its place: it counts companies, it is not to scale."""
    kept = tuple(sorted((c for c in companies if c.key in shown), key=lambda c: (-c.weight, c.name.casefold())))
    rest = [c.weight for c in companies if c.key not in shown]
    most = max(2.0, 0.12 * sum(c.weight for c in kept))
    return _Shown(name, kept, len(rest), min(sum(rest), most))


def _picture(groups: list[_Shown], width: int, height: int, table: str) -> Picture:
    boxes = squares([sum(group.weights) for group in groups], Box(0, 0, width, height))
    return Picture(width, height, tuple(_block(group, box, table) for group, box in zip(groups, boxes, strict=True)))


def _block(group: _Shown, box: Box, table: str) -> Block:
    lines = wrapped(group.name, box.width - 12, GROUP_SIZE, 1) if group.name and box.height > 60 else None
    name = Text(round(box.x + 5, 1), round(box.y + 14, 1), lines[0], "group") if lines else None
    inside = box.inset(2, LABEL_HEIGHT if name else 0)
    order = sorted(range(len(group.weights)), key=lambda n: -group.weights[n])
    boxes = squares([group.weights[n] for n in order], inside)
    tiles = (_tile(group, n, tile.inset(GAP), table) for n, tile in zip(order, boxes, strict=False))
    return Block(name, tuple(tiles))


def _tile(group: _Shown, number: int, box: Box, table: str) -> Tile:
    if number == len(group.companies):
        text = f"and {group.more} more"
        where = f" in {group.name}" if group.name else ""
        title = f"{plural(group.more, 'more company', 'more companies')}{where}: see the table"
        return Tile(box, table, title, "rest", False, False, _texts(box, text, (), 0))
    company = group.companies[number]
    return Tile(
        box,
        company.href,
        company.sentence,
        company.tie,
        company.target is not None,
        bool(company.open_leads),
        _texts(box, company.name, company.labels, LEAD_WIDTH if company.open_leads else 0),
    )


def _texts(box: Box, name: str, labels: Sequence[str], mark: float) -> tuple[Text, ...]:
    """The name as large as it fits with a label below, beside a mark of some width or under it; else its beginning."""
    ways = ((mark, 0.0), (0.0, LEAD_HEIGHT)) if mark else ((0.0, 0.0),)
    for style in (LARGE, SMALL):
        for beside, above in ways:
            if (found := _set(box, name, labels, style, beside, above, wrapped)) and (len(found[1]) or not labels):
                return (*found[0], *found[1])
    beside, above = ways[-1 if box.height > ROOMY else 0]
    names, told = _set(box, name, labels, SMALL, beside, above, shortened) or ((), ())
    large = _set(box, name, (), LARGE, mark, 0, wrapped)
    return large[0] if large and not told else (*names, *told)


Setting = Callable[[str, float, float, int, bool, float], list[str] | None]
Texts = tuple[Text, ...]


def _set(
    box: Box, name: str, labels: Sequence[str], style: Print, beside: float, above: float, setting: Setting
) -> tuple[Texts, Texts] | None:
    """A name and the labels below it; None where the name does not fit."""
    top = above or min(style.margin, (box.height - style.size) / 2)
    width, most = box.width - 2 * style.margin, min(3, int((box.height - top + 1) // style.line))
    lines = setting(name, width, style.size, most, style.bold, beside) if top >= 0 and most > 0 else None
    if not lines:
        return None
    x, y = box.x + style.margin, box.y + top + style.size - 2
    names = tuple(Text(round(x, 1), round(y + n * style.line, 1), line, style.sort) for n, line in enumerate(lines))
    return names, tuple(_labels(box, labels, style, y + len(lines) * style.line))


def _labels(box: Box, labels: Iterable[str], style: Print, y: float) -> Iterator[Text]:
    """The labels that fit below a name; of one that does not, what stands last in it: the tie."""
    for label in labels:
        for words in (label, label.rpartition(", ")[2]):
            room = int((box.y + box.height - 3 - y) // SMALL.line) + 1
            if lines := wrapped(words, box.width - 2 * style.margin, SMALL_SIZE, min(3, room)):
                for line in lines:
                    yield Text(round(box.x + style.margin, 1), round(y, 1), line, "small")
                    y += SMALL.line
                break
