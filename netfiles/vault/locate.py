"""Which vault a command is about."""

import os
from pathlib import Path

from netfiles.errors import NoVault, VaultGone
from netfiles.vault.options import CONFIG

VARIABLE = "NETFILES_VAULT"


def locate(given: str | None, here: Path) -> Path:
    """The vault named on the command line, else by NETFILES_VAULT, else the nearest one upward.

    Raises NoVault, VaultGone.
    """
    named = given or os.environ.get(VARIABLE)
    if named:
        vault = Path(named).expanduser().absolute()
        if not vault.is_dir():
            raise VaultGone(vault, "there is no such folder")
        return vault
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file() and (folder / "contacts").is_dir():
            return folder
    raise NoVault(here)
