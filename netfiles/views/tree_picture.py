"""Who led to whom as a picture: a tidy tree to the right for wide screens, an indented one for narrow ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netfiles.insights.generations import Tree
from netfiles.views.tiles import breadth, fitted
from netfiles.views.words import plural

MOST = 48
MOST_OF_ONE = 20
MOST_CHILDREN = 5
MOST_DEEP = 4
NAME_SIZE = 13.0


@dataclass(frozen=True, slots=True)
class Branch:
    """Somebody of the tree (or, with an empty key, `more` people left out) below the branch of number `parent`."""

    key: str
    depth: int
    parent: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Twig:
    """A branch at its place: a mark and writing beside it, and the way to it from the mark of its parent."""

    branch: Branch
    x: float
    y: float
    text: str
    way: str


@dataclass(frozen=True, slots=True)
class TreePicture:
    """The tree in one shape; `columns` are where the generations stand, where each has a column."""

    width: int
    height: int
    twigs: tuple[Twig, ...]
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn of a tree, each after its parent, and how many people led to somebody beyond it."""

    branches: tuple[Branch, ...]
    more_givers: int


def shown(tree: Tree) -> Shown:
    """The largest trees, each as far as there is room; what is left out is counted where it would stand."""
    sizes = _sizes(tree)
    roots = sorted((key for key in tree.by_giver if tree.number[key] == 0), key=lambda key: (-sizes[key], key))
    found: list[Branch] = []
    done = 0
    for root in roots:
        branches = list(_drawn(tree, sizes, root, len(found)))
        if found and len(found) + len(branches) > MOST:
            break
        found += branches
        done += 1
    return Shown(tuple(found), len(roots) - done)


def _sizes(tree: Tree) -> Mapping[str, int]:
    """How many people each giver led to, near and far."""
    sizes: dict[str, int] = {}
    for key in sorted(tree.number, key=lambda key: -tree.number[key]):
        sizes[key] = sizes.get(key, 0)
        if one := tree.by_person.get(key):
            sizes[one.giver] = sizes.get(one.giver, 0) + sizes[key] + 1
    return sizes


def _drawn(tree: Tree, sizes: Mapping[str, int], root: str, first: int) -> Iterator[Branch]:
    """A tree from its root: who is drawn is chosen generation by generation, then told depth first."""
    chosen = _chosen(tree, sizes, root)
    stack = [Branch(root, 0, -1)]
    number = first
    while stack:
        branch = stack.pop()
        yield branch
        below = [one.person for one in tree.by_giver.get(branch.key, ())]
        kept = [key for key in below if key in chosen]
        rest = sum(1 + sizes[key] for key in below if key not in chosen)
        more = [Branch("", branch.depth + 1, number, rest)] if rest else []
        stack += [*more, *(Branch(key, branch.depth + 1, number) for key in reversed(kept))]
        number += 1


def _chosen(tree: Tree, sizes: Mapping[str, int], root: str) -> set[str]:
    chosen, generation = {root}, [root]
    for _ in range(MOST_DEEP):
        found: list[str] = []
        for giver in generation:
            below = sorted((one.person for one in tree.by_giver.get(giver, ())), key=lambda key: (-sizes[key], key))
            found += below if len(below) <= MOST_CHILDREN else below[: MOST_CHILDREN - 1]
        generation = found[: MOST_OF_ONE - len(chosen)]
        chosen.update(generation)
    return chosen


def wide(branches: tuple[Branch, ...], names: Mapping[str, str], width: int = 1080) -> TreePicture:
    """Generations in columns; a giver stands in the row of the first they led to."""
    columns = max(3, max((branch.depth for branch in branches), default=0) + 1)
    step, gap = width / columns, 24
    rows: list[float] = []
    row = -1.0
    twigs: list[Twig] = []
    for number, branch in enumerate(branches):
        if number == 0 or branch.parent != number - 1:
            row += 1.4 if branch.depth == 0 and number else 1
        rows.append(row)
        x, y = branch.depth * step + 6, 34 + row * gap
        leaf = number + 1 == len(branches) or branches[number + 1].parent != number
        text = _text(branch, names, width - x - 13 if leaf else step - 34)
        twigs.append(Twig(branch, round(x, 1), round(y, 1), text, _across(twigs, branch, x, y)))
    return TreePicture(
        width, round(34 + (row + 1) * gap), tuple(twigs), tuple(round(n * step, 1) for n in range(columns))
    )


def _across(twigs: list[Twig], branch: Branch, x: float, y: float) -> str:
    """From the end of the parent's writing, or down its column and to the right."""
    if branch.parent < 0:
        return ""
    parent = twigs[branch.parent]
    if parent.y == round(y, 1):
        start = parent.x + 14 + breadth(parent.text, NAME_SIZE)
        return f"M{start:.1f} {y:.1f}H{x - 8:.1f}" if start < x - 14 else ""
    turn = x - 18
    return f"M{turn:.1f} {parent.y:.1f}V{y - 6:.1f}q0 6 6 6H{x - 8:.1f}"


def narrow(branches: tuple[Branch, ...], names: Mapping[str, str], width: int = 360) -> TreePicture:
    """A row for each, indented by generation."""
    gap, indent = 24, 20
    twigs: list[Twig] = []
    y = 0.0
    for branch in branches:
        y += gap if branch.depth or not twigs else gap + 10
        x = branch.depth * indent + 6
        parent = twigs[branch.parent] if branch.parent >= 0 else None
        way = f"M{parent.x} {parent.y + 7:.1f}V{y - 6:.1f}q0 6 6 6H{x - 8}" if parent else ""
        twigs.append(Twig(branch, x, y, _text(branch, names, width - x - 14), way))
    return TreePicture(width, round(y + gap), tuple(twigs), ())


def _text(branch: Branch, names: Mapping[str, str], width: float) -> str:
    return fitted(names[branch.key] if branch.key else f"and {branch.more:,} more", width, NAME_SIZE)


def left_out(more: int) -> str:
    """What a mark for people left out says."""
    return f"{plural(more, 'more person', 'more people')}: see the table"
