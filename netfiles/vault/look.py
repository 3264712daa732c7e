"""The state of everything that the site is made of, by listing folders and asking for sizes and times alone."""

import marshal
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from netfiles.model import KINDS, Kind
from netfiles.model.options import Options
from netfiles.problems import Problem, in_order
from netfiles.vault.area import Area, Content, areas, walk
from netfiles.vault.listing import Ground, irregular, outside, unreadable
from netfiles.vault.options import CONFIG, options_of
from netfiles.vault.read import Source, read_source
from netfiles.vault.stamp import Stamp, stamp_of, unsettled
from netfiles.vault.walk import inside


@dataclass(frozen=True)
class Config:
    """What mkdocs.yml says; `mark` tells two states of it apart."""

    mark: str = ""
    options: Options = field(default_factory=Options)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, eq=False)
class Look:
    """The vault at one moment.

    `root` is device and inode of its folder, None where it is not there. `files` are the stamps of all files that
    count, by path. `young` are those of them that may still change without their stamp changing: such a look equals
    no other. `touched` are the paths that were looked at where only a few were, since a look before.
    """

    place: Path
    root: tuple[int, int] | None = None
    config: Config = field(default_factory=Config)
    files: Mapping[str, Stamp] = field(default_factory=dict)
    areas: tuple[Area, ...] = ()
    profile: str | None = None
    profile_problem: Problem | None = None
    young: frozenset[str] = frozenset()
    moment: int = 0
    touched: frozenset[str] | None = None

    @property
    def options(self) -> Options:
        return self.config.options

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with mkdocs.yml, with folders, and with files that are not read."""
        own = (self.profile_problem,) if self.profile_problem else ()
        return in_order((*self.config.problems, *chain.from_iterable(area.problems for area in self.areas), *own))

    @cached_property
    def key(self) -> str:
        """Where two keys are equal nothing has changed: neither a file, nor mkdocs.yml, nor the vault's place."""
        paths = list(self._ordered())
        told = [tuple(map(str, (p.code, *p.place, p.message))) for p in self.problems]
        young = self.moment if self.young else 0
        facts = (str(self.place), self.root is None, self.config.mark, self.profile, young, told, paths)
        digest = blake2b(marshal.dumps(facts, 2), digest_size=20)
        digest.update(marshal.dumps(list(chain.from_iterable(map(self.files.__getitem__, paths))), 2))
        return digest.hexdigest()

    def _ordered(self) -> Iterator[str]:
        """The paths of all files, in an order that does not depend on the way they were found."""
        for area in self.areas:
            for folder in sorted(area.listings):
                yield from area.listings[folder].files
        if self.profile:
            yield self.profile

    def __eq__(self, other: object) -> bool:
        """Whether nothing has changed between two looks."""
        return isinstance(other, Look) and (self is other or (_state(self) == _state(other) and not self.young))

    __hash__ = None  # type: ignore[assignment]  # looks are compared, not collected

    def area(self, content: Content) -> Area:
        """What was found of one kind of files."""
        return next((area for area in self.areas if area.content == content), Area(content, ""))

    @property
    def records(self) -> dict[Kind, tuple[str, ...]]:
        """The paths of the files that should be records, in order."""
        profile: dict[Kind, tuple[str, ...]] = {"profile": (self.profile,) if self.profile else ()}
        return {kind: self.area(kind).paths for kind in KINDS if kind != "profile"} | profile


def _state(look: Look) -> tuple[object, ...]:
    paths = tuple(area.paths for area in look.areas)
    return (look.place, look.root, look.config.mark, look.files, look.profile, look.problems, look.young, paths)


def look(root: Path, before: Look | None = None) -> Look:
    """Look at the whole vault; `before` saves reading again what conflict copies and mkdocs.yml hold."""
    if identity(root) is None:
        return Look(root)
    ground = Ground(root)
    config = read_config(root, before)
    old = {(area.content, area.top): area for area in before.areas} if before else {}
    found = tuple(walk(ground, area, old.get((area.content, area.top))) for area in areas(config.options.folders))
    return looked(ground, config, found, ground.files)


def look_for_names(root: Path) -> Look:
    """Look at the vault for what is in it alone: its files have no stamps."""
    config, ground = read_config(root, None), Ground(root, names=True)
    return looked(ground, config, tuple(walk(ground, area, None) for area in areas(config.options.folders)), ())


def identity(root: Path) -> tuple[int, int] | None:
    """Which folder the vault is; None where there is none."""
    try:
        found = root.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def read_config(root: Path, before: Look | None) -> Config:
    """What mkdocs.yml says now."""
    source = read_source(root, CONFIG)
    mark = source.checksum if isinstance(source, Source) else repr(source)
    if before and before.config.mark == mark:
        return before.config
    return Config(mark, *options_of(source))


def looked(ground: Ground, config: Config, found: tuple[Area, ...], asked: Iterable[str]) -> Look:
    """The look whose areas were `found`; `asked` are the paths of which new stamps were taken."""
    profile, problem = _profile(ground, config.options.folders.profile)
    young = frozenset(unsettled(ground.files, asked, ground.now))
    return Look(ground.root, identity(ground.root), config, ground.files, found, profile, problem, young, ground.now)


def _profile(ground: Ground, path: str) -> tuple[str | None, Problem | None]:
    """The path of the profile where it is there and of use, or what is to be said about it."""
    full = ground.root / path
    if not os.path.lexists(full):
        return None, None
    try:
        state = full.stat()
    except OSError as error:
        return None, unreadable(path, "file", error)
    if not inside(ground.root, full):
        return None, outside(path, "Copy the file into the vault.")
    if not stat.S_ISREG(state.st_mode):
        return None, irregular(path)
    ground.files[path] = stamp_of(state, full.is_symlink())
    return path, None
