"""What `serve` is asked to do, what a build answers, and the sentence with which it gives up."""

from dataclasses import dataclass
from pathlib import Path

from netfiles.errors import NetfilesError


@dataclass(frozen=True)
class Built:
    """What one build came to."""

    ok: bool  # False: nothing usable in the folder, the last good site stays
    message: str  # one line for the terminal


@dataclass(frozen=True)
class Settings:
    """What the owner chose; an `ignore` folder that is not absolute is one of the vault's."""

    vault: Path
    host: str = "127.0.0.1"
    port: int = 8000  # 0: any free one
    ignore: tuple[Path, ...] = ()  # folders that are never watched: site, tree, caches
    poll: bool = False  # look at the folder every second, for network folders
    open_browser: bool = False
    port_fixed: bool = False  # True: this port or none


class ServeError(NetfilesError):
    """Serving cannot begin; the sentence says why and what to do."""


def one_line(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))
