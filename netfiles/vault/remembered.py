"""What is known of the files of a vault, for another process to take up."""

from typing import Any, NamedTuple

from netfiles.vault.look import Look
from netfiles.vault.shelf import Shelf


class Remembered(NamedTuple):
    """What a shelf knew, and how the vault was seen."""

    look: Look
    known: Any


def remember(shelf: Shelf, seen: Look) -> Remembered:
    return Remembered(seen, (shelf._known, shelf._parts, shelf._papers))


def recall(shelf: Shelf, remembered: Remembered) -> None:
    shelf._known, shelf._parts, shelf._papers = remembered.known
