"""A look at a few places of the vault, where the whole was looked at before."""

import os
import stat
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from netfiles.text.stems import alike, all_alike, same_start
from netfiles.vault.area import Area, with_listings
from netfiles.vault.discover import list_records
from netfiles.vault.listing import Ground, Listing
from netfiles.vault.look import Look, identity, look, looked, read_config
from netfiles.vault.names import copied_from, ordinary
from netfiles.vault.ordered import changed, starting
from netfiles.vault.stamp import Stamp, stamp_of


class _Unclear(Exception):
    """Only a look at everything can tell."""


def look_at(before: Look, paths: Iterable[str]) -> Look:
    """What `look` would see, if nothing changed but where `paths` point: files or folders, by their path in the vault.

    A folder stands for what lies directly in it. Where a folder came or went, the whole vault is looked at.
    """
    try:
        return _glance(before, frozenset(path.strip("/") for path in paths) | before.young)
    except _Unclear:
        return look(before.place, before)


def _glance(before: Look, hints: frozenset[str]) -> Look:
    ground = Ground(before.place, dict(before.files))
    config = read_config(before.place, before)
    moved = before.root is None or identity(before.place) != before.root
    if moved or config.options.folders != before.options.folders or not _grounded(ground, before.areas):
        raise _Unclear
    seen = [_Seen(ground, area, _below(area.top, hints), dict(area.listings)) for area in before.areas]
    found = tuple(map(_now, seen))
    asked = [path for part in seen for path in part.asked]
    now = looked(ground, config, found, (*asked, before.profile or ""))
    if (now.profile, now.profile_problem) != (before.profile, before.profile_problem):
        raise _Unclear
    return replace(now, touched=frozenset((*asked, *now.records["profile"])))


def _below(top: str, hints: Iterable[str]) -> list[str]:
    return [path for path in hints if path == top or path.startswith(f"{top}/")]


def _grounded(ground: Ground, areas: Collection[Area]) -> bool:
    """Whether the top folders are, as before, real folders or not there, and none lies in another."""
    tops = [area.top for area in areas]
    apart = not any(top.startswith(f"{other}/") for top in tops for other in tops) and len(set(tops)) == len(tops)
    return apart and all(_real(ground, area.top) if area.listings else not _there(ground, area.top) for area in areas)


def _real(ground: Ground, top: str) -> bool:
    """Whether a path leads to a folder through folders only."""
    parts = top.split("/")
    return all(stat.S_ISDIR(_mode(ground, "/".join(parts[: n + 1]))) for n in range(len(parts)))


def _there(ground: Ground, path: str) -> bool:
    return os.path.lexists(f"{ground.root}/{path}")


def _mode(ground: Ground, path: str) -> int:
    try:
        return os.lstat(f"{ground.root}/{path}").st_mode
    except OSError:
        return 0


@dataclass(slots=True)
class _Seen:
    """An area while it is looked at again: files that `came` and `went`, and all that were `asked` for their stamp."""

    ground: Ground
    area: Area
    hints: list[str]
    listings: dict[str, Listing]
    came: list[str] = field(default_factory=list)
    went: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def _now(seen: _Seen) -> Area:
    """The area as it is now."""
    again = {folder for folder, listing in seen.listings.items() if listing.links}
    for path in seen.hints:
        folder = path.rpartition("/")[0]
        if path in seen.listings:
            if not stat.S_ISDIR(_mode(seen.ground, path)):
                raise _Unclear
            again.add(path)
        elif folder not in seen.listings:
            _refuse_new_folder(seen, path)
        elif not _taken(seen, folder, path):
            again.add(folder)
    for folder in again:
        _list_again(seen, folder)
    if again:
        return with_listings(seen.area, seen.listings)
    if not (seen.came or seen.went):
        return seen.area
    return replace(seen.area, listings=seen.listings, paths=changed(seen.area.paths, seen.came, seen.went))


def _refuse_new_folder(seen: _Seen, path: str) -> None:
    """Leave alone what lies below a hidden folder, or below none; raise _Unclear for a folder not seen before."""
    parts = path.split("/")
    folders = ("/".join(parts[:n]) for n in range(1, len(parts)))
    first = next((f for f in folders if f.startswith(f"{seen.area.top}/") and f not in seen.listings), None)
    if first and not first.rpartition("/")[2].startswith(".") and stat.S_ISDIR(_mode(seen.ground, first)):
        raise _Unclear


def _list_again(seen: _Seen, folder: str) -> None:
    """List a folder; only files that were pointed at are asked for their stamps."""
    before, files = seen.listings[folder], seen.ground.files
    asked = {*seen.hints, *before.links, *(before.files if folder in seen.hints else ())}
    seen.ground.known = {path: files[path] for path in before.files if path not in asked}
    for path in before.files:
        del files[path]
    listing = seen.area.lister(seen.ground, folder, seen.area.depth(folder), before)
    seen.ground.known = {}
    if listing.folders != before.folders:
        raise _Unclear
    seen.listings[folder] = listing
    now = frozenset(listing.files)
    seen.asked += now.symmetric_difference(before.files) | (now & asked)


def _taken(seen: _Seen, folder: str, path: str) -> bool:
    """Take note of a plain file that changed, came or went; False where the whole folder has to be listed for that."""
    listing, before = seen.listings[folder], seen.ground.files.get(path)
    stamp, clear = _state(seen.ground, path)
    if not clear or (before and before.inode < 0) or any(path in copy[:2] for copy in listing.copies):
        return False
    if before and stamp:
        seen.ground.files[path] = stamp
        seen.asked.append(path)
        return True
    if not (before or stamp):
        return not listing.problems
    if seen.area.problems or seen.area.lister is not list_records:
        return False
    return _taken_away(seen, folder, path) if stamp is None else _added(seen, folder, path, stamp)


def _state(ground: Ground, path: str) -> tuple[Stamp | None, bool]:
    """The stamp of a file, None where there is nothing; and whether it is one or the other."""
    try:
        found = os.lstat(f"{ground.root}/{path}")
    except FileNotFoundError:
        return None, True
    except OSError:
        return None, False
    return stamp_of(found), stat.S_ISREG(found.st_mode)


def _taken_away(seen: _Seen, folder: str, path: str) -> bool:
    del seen.ground.files[path]
    seen.asked.append(path)
    seen.went.append(path)
    seen.listings[folder] = _listing(seen.listings[folder], (), (path,))
    return True


def _added(seen: _Seen, folder: str, path: str, stamp: Stamp) -> bool:
    """Whether a new file could be added; not where its name may make a difference to others."""
    name = path.rpartition("/")[2]
    if not name.endswith(".md"):
        return name not in ("mkdocs.yml", "contacts") and not name.endswith(".icloud")
    if name[0] in ".#~":
        return True
    if not ordinary(name) or _copied(seen.listings[folder], path) or _doubled(seen, path):
        return False
    seen.ground.files[path] = stamp
    seen.came.append(path)
    seen.asked.append(path)
    seen.listings[folder] = _listing(seen.listings[folder], (path,), ())
    return True


def _copied(listing: Listing, path: str) -> bool:
    """Whether a file of the folder is named like a copy of this one."""
    stem, name = path.removesuffix(".md"), path.rpartition("/")[2]
    return any(copied_from(file.rpartition("/")[2]) == name for file in starting(listing.files, stem))


def _doubled(seen: _Seen, path: str) -> bool:
    """Whether another path of the area differs from this one only in case or accents."""
    own, _, name = path.rpartition("/")
    key, home, start = alike(path), alike(own), same_start(name)
    near = (starting(of.files, f"{folder}/{start}") for folder, of in seen.listings.items() if alike(folder) == home)
    return any(key in all_alike(files) for files in near)


def _listing(listing: Listing, came: Collection[str], went: Collection[str]) -> Listing:
    files = changed(listing.files, came, went)
    usable = files if listing.usable is listing.files else changed(listing.usable, came, went)
    return listing._replace(files=files, usable=usable)
