"""The hand-written pages of a vault, and its pictures and PDFs: read once for each state of their files."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from netfiles.problems import Problem
from netfiles.vault.attachments import kind_of, showable
from netfiles.vault.look import Look
from netfiles.vault.read import Source, read_stamped
from netfiles.vault.stamp import Stamp, may_move


class Text(NamedTuple):
    """A page in the state of this stamp (None: that has to be asked again)."""

    stamp: Stamp | None
    source: Source | Problem


class Shown(NamedTuple):
    """Which kind of attachment a file is in the state of this stamp, if any."""

    stamp: Stamp | None
    kind: str | None


@dataclass(frozen=True)
class Papers:
    """All of them by their path in the vault, in order."""

    texts: Mapping[str, Text] = field(default_factory=dict)
    files: Mapping[str, Shown] = field(default_factory=dict)

    def docs(self, top: str) -> tuple[tuple[str, str], ...]:
        """The pages below the folder `top`, with their text."""
        sources = ((path, text.source) for path, text in self.texts.items())
        return tuple((path[len(top) + 1 :], source.text) for path, source in sources if isinstance(source, Source))

    def attachments(self, top: str) -> dict[str, str]:
        """`image` or `pdf` for each file below the folder `top` that may be shown."""
        below = ((path, shown.kind) for path, shown in self.files.items() if path.startswith(f"{top}/"))
        return {path[len(top) + 1 :]: kind for path, kind in below if kind}

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(text.source for text in self.texts.values() if isinstance(text.source, Problem))


def read_papers(seen: Look, before: Papers) -> Papers:
    """The papers as they were seen; those known `before` in the same state are not read."""
    texts = {path: text for path in _pages(seen) if (text := _text(seen, path, before.texts.get(path)))}
    kinds = {path: _shown(seen, path, before.files.get(path)) for path in _attachments(seen)}
    return before if (texts, kinds) == (before.texts, before.files) else Papers(texts, kinds)


def _pages(seen: Look) -> list[str]:
    """The paths of the hand-written pages; none where the folder of pages is that of the tree."""
    if Path(seen.options.folders.docs) == Path(seen.options.tree):
        return []
    pages = (path for path in seen.area("docs").paths if path.endswith(".md"))
    return sorted(pages, key=lambda path: path.split("/"))


def _attachments(seen: Look) -> Iterator[str]:
    for area in (seen.area("attachments"), seen.area("docs")):
        yield from (path for path in area.paths if showable(path[len(area.top) + 1 :]))


def _text(seen: Look, path: str, old: Text | None) -> Text | None:
    stamp = seen.files[path]
    if old and old.stamp == stamp:
        return old
    source, now = read_stamped(seen.place, path, stamp.inode < 0)
    return Text(now, source) if source is not None else None


def _shown(seen: Look, path: str, old: Shown | None) -> Shown:
    stamp = seen.files[path]
    if old and old.stamp == stamp:
        return old
    now = time.time_ns()
    return Shown(None if may_move(stamp, now) else stamp, kind_of(seen.place / path))
