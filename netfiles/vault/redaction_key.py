"""The secret from which made-up names follow: one for each vault, in the user's state folder, for the user alone."""

import os
import secrets
from pathlib import Path

from netfiles.errors import NoKey, NoStore
from netfiles.vault.state_folder import VARIABLE, made_private, state_folder

NAME = "redaction.key"
_LENGTH = 32


def redaction_key(vault: Path) -> bytes:
    """The secret of a vault, made where there is none yet. Raises NoKey."""
    try:
        folder = made_private(state_folder(vault))
    except NoStore:
        raise NoKey(
            "there is no folder that is yours alone for its secret", f"Name one with the variable {VARIABLE}."
        ) from None
    file = folder / NAME
    try:
        if not file.exists():
            _make(file)
        key = file.read_bytes()
        if os.name == "posix" and file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except OSError as error:
        raise NoKey(f"{file} cannot be used ({error.strerror})", "See whether it is yours.") from None
    if len(key) != _LENGTH:
        raise NoKey(f"{file} is damaged", "Delete it; the next build makes other names.")
    return key


def _make(file: Path) -> None:
    """Write a new secret beside its place and move it there, unless another process was faster."""
    beside = file.with_name(f"{NAME}-{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(secrets.token_bytes(_LENGTH))
            written.flush()
            os.fsync(written.fileno())
        try:
            os.link(beside, file)
        except FileExistsError:
            pass
        except OSError:  # of file systems without links
            beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
