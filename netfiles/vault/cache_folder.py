"""Where the cache lies: a folder of the user's own that nobody else may read or write."""

import os
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

VARIABLE = "NETFILES_CACHE"
_LONG = 90 * 24 * 60 * 60
_OFF = frozenset(("off", "no", "none", "false", "0"))


class NotPrivate(Exception):
    """The cache folder, or what lies in it, may have been made by somebody else."""

    def __init__(self, where: Path, why: str) -> None:
        super().__init__(f"The cache {where} is not used: {why}. Remove it, or name another with {VARIABLE}.")


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder of all caches; None where NETFILES_CACHE says `off`, or there is no home."""
    named = environment.get(VARIABLE, "").strip()
    if named:
        return None if named.lower() in _OFF else Path(named).expanduser().absolute() / "netfiles"
    home = environment.get("HOME") or environment.get("USERPROFILE")
    system = environment.get("LOCALAPPDATA") if platform == "win32" else environment.get("XDG_CACHE_HOME")
    if system and Path(system).is_absolute():
        return Path(system) / "netfiles"
    if not home:
        return None
    return Path(home) / ("Library/Caches" if platform == "darwin" else ".cache") / "netfiles"


def cache_file(folder: Path, vault: Path) -> Path:
    """The file in which the cache of one vault lies: another for a vault of the same name elsewhere."""
    name = os.fsencode(vault.resolve())
    return folder / f"{blake2b(name, digest_size=16).hexdigest()}.sqlite"


def make_private(file: Path) -> None:
    """Make the cache's folder and file, for the user alone, where they are missing. Raises NotPrivate, OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _forget_old(file.parent)
    refuse_not_private(file)


def _forget_old(folder: Path) -> None:
    """Remove the caches of vaults to which nothing has happened for long: many are gone or have moved."""
    for file in folder.glob("*.sqlite"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _LONG:
                file.unlink()


def refuse_not_private(file: Path) -> None:
    """Raise NotPrivate where others may have written into the file; where they may only read it, they may no more."""
    if os.name != "posix":
        return
    for path, found, kind in ((file.parent, file.parent.stat(), stat.S_IFDIR), (file, file.lstat(), stat.S_IFREG)):
        if found.st_uid != os.geteuid():
            raise NotPrivate(path, "it belongs to somebody else")
        if stat.S_IFMT(found.st_mode) != kind or stat.S_IMODE(found.st_mode) & 0o022:
            raise NotPrivate(path, "others may have written into it")
        if stat.S_IMODE(found.st_mode) & 0o077:
            path.chmod(stat.S_IMODE(found.st_mode) & 0o700)
