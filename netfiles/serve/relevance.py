"""Which paths of the vault can change the site."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

# What editors, browsers and sync programs leave beside a file while they work on it.
_PASSING = ("4913", "*.swp", "*.swx", "*~", "#*#", "*.tmp", "*.crdownload")
_NEVER = re.compile("|".join(translate(pattern) for pattern in (".*", *_PASSING)))


@dataclass(frozen=True)
class Relevance:
    """The vault's real folder, and the folders below it that never count, as parts relative to it."""

    root: Path
    folders: frozenset[tuple[str, ...]]

    def counts(self, parts: tuple[str, ...]) -> bool:
        """Whether a path, given as parts below the root, can change the site."""
        return all(map(name_counts, parts)) and not any(parts[: i + 1] in self.folders for i in range(len(parts)))

    def counts_path(self, path: str) -> bool:
        """The same for an absolute path; what is not below the root does not count."""
        try:
            return self.counts(Path(path).relative_to(self.root).parts)
        except ValueError:
            return False


def name_counts(name: str) -> bool:
    """Whether a single file or folder name can matter: nothing hidden, nothing an editor is only passing through."""
    return not _NEVER.match(name)


def relevance(vault: Path, ignore: Iterable[Path]) -> Relevance:
    """The rule for one vault; ignored folders outside it need none."""
    root = vault.resolve()
    resolved = ((root / folder).resolve() for folder in ignore)
    return Relevance(
        root, frozenset(f.relative_to(root).parts for f in resolved if f != root and f.is_relative_to(root))
    )
