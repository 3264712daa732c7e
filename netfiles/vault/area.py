"""The folders of one kind of files, from its top one downward, as they were found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from netfiles.model.options import Folders
from netfiles.model.record import Kind
from netfiles.problems import Place, Problem, printable
from netfiles.text.stems import alike, all_alike
from netfiles.vault.discover import list_records
from netfiles.vault.handwritten import list_files
from netfiles.vault.listing import Ground, Listing, outside, say, unreadable
from netfiles.vault.walk import inside

Content = Kind | Literal["docs", "attachments"]
"""What the files of an area are."""

Lister = Callable[[Ground, str, int, Listing | None], Listing]


@dataclass(frozen=True)
class Area:
    """Everything below `top`, by folder; `paths` are the files of use, in order, and each once."""

    content: Content
    top: str
    listings: Mapping[str, Listing] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def lister(self) -> Lister:
        return list_files if self.content in ("docs", "attachments") else list_records

    def depth(self, folder: str) -> int:
        """How many folders a folder lies below the top one."""
        return folder.count("/") - self.top.count("/")


def areas(folders: Folders) -> tuple[Area, ...]:
    """All areas of a vault, with nothing in them yet."""
    return (
        Area("person", folders.contacts),
        Area("interaction", folders.journal),
        Area("company", folders.companies),
        Area("lead", folders.leads),
        Area("goal", folders.goals),
        Area("news", folders.news),
        Area("query", folders.queries),
        Area("docs", folders.docs),
        Area("attachments", folders.attachments),
    )


_NEEDED = ("person", "interaction")


def walk(ground: Ground, area: Area, before: Area | None) -> Area:
    """The area as it is now; `before` saves comparing conflict copies again."""
    there, problems = _top(ground, area)
    listings: dict[str, Listing] = {}
    waiting = [area.top] if there else []
    old = before.listings if before else {}
    while waiting:
        folder = waiting.pop()
        listing = area.lister(ground, folder, area.depth(folder), old.get(folder))
        listings[folder] = listing
        waiting += listing.folders
    return with_listings(area, listings, problems)


def with_listings(area: Area, listings: Mapping[str, Listing], own: Iterable[Problem] = ()) -> Area:
    """The area with these listings; `own` are the problems of its top folder."""
    paths = [path for listing in listings.values() for path in listing.usable]
    problems = [problem for listing in listings.values() for problem in listing.problems]
    if area.lister is list_records:
        paths, doubles = _distinct(paths)
        problems += doubles
    return Area(area.content, area.top, listings, tuple(sorted(paths)), (*own, *problems))


def _top(ground: Ground, area: Area) -> tuple[bool, list[Problem]]:
    """Whether the top folder is there and lies in the vault, and what is to be said otherwise."""
    full, place = ground.root / area.top, f"{area.top}/"
    if area.lister is list_files:
        return inside(ground.root, full) and full.is_dir(), []
    try:
        there = full.is_dir()
    except OSError as error:
        return False, [unreadable(place, "folder", error)]
    if there and not inside(ground.root, full):
        return False, [outside(place, "Move the folder here.")]
    if there or area.content not in _NEEDED:
        return there, []
    advice = f"Make it, or run `netfiles init {ground.root.name}`."
    return False, [say("NF112", place, f"The folder {place} is missing", advice)]


def _distinct(paths: list[str]) -> tuple[list[str], list[Problem]]:
    """The paths that differ in more than case and Unicode form, the first of each group; and the others as problems."""
    if len(set(all_alike(paths))) == len(paths):
        return paths, []
    keys = {path: alike(path) for path in paths}
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(paths, key=lambda path: path.split("/")):
        if (key := keys[path]) in first:
            said = f"The name differs from {printable(first[key])} only in case or accents; it is not read"
            advice = "Rename one of the two: on other computers one would overwrite the other."
            problems.append(Problem("NF109", Place(printable(path)), said, advice))
        first.setdefault(key, path)
    return list(first.values()), problems
