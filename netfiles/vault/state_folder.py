"""Where the undo store of a vault lies: a folder of the user's own, outside of the vault."""

import os
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from netfiles.errors import NoStore

VARIABLE = "NETFILES_STATE"


def state_folder(vault: Path, environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder for one vault, which may not be there yet. Raises NoStore."""
    name = blake2b(os.fsencode(vault.resolve()), digest_size=16).hexdigest()
    return _base(environment, platform) / name


def _base(environment: Mapping[str, str], platform: str) -> Path:
    if named := environment.get(VARIABLE, "").strip():
        return Path(named).expanduser().absolute() / "netfiles"
    home = environment.get("HOME") or environment.get("USERPROFILE")
    system = environment.get("LOCALAPPDATA") if platform == "win32" else environment.get("XDG_STATE_HOME")
    if system and Path(system).is_absolute():
        return Path(system) / "netfiles" / ("state" if platform == "win32" else "")
    if not home:
        raise NoStore(f"there is no home folder; name one with {VARIABLE}")
    return Path(home) / ("Library/Application Support" if platform == "darwin" else ".local/state") / "netfiles"


def made_private(folder: Path) -> Path:
    """The folder, made where it is missing, which nobody else may read or write. Raises NoStore."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            found = folder.stat()
            if found.st_uid != os.geteuid():
                raise NoStore(f"{folder} belongs to somebody else; name another with {VARIABLE}")
            if found.st_mode & 0o077:
                folder.chmod(0o700)
    except OSError as error:
        raise NoStore(f"{folder} cannot be used ({error.strerror}); name another with {VARIABLE}") from None
    return folder
