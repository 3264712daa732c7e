"""What `serve` is asked to do, and the sentence with which it gives up."""

from dataclasses import dataclass
from pathlib import Path

from netfiles.errors import NetfilesError


@dataclass(frozen=True)
class Settings:
    """What the owner chose."""

    vault: Path
    host: str = "127.0.0.1"
    port: int = 8000  # 0: any free one
    poll: bool = False  # look at the files again and again, for network folders
    open_browser: bool = False
    port_fixed: bool = False  # True: this port or none


class ServeError(NetfilesError):
    """Serving cannot begin; the sentence says why and what to do."""


def one_line(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))
