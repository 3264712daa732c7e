"""The list of pairs that are not the same, as it is in the vault."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfiles.records.plan import Plan
    from netfiles.vault.read import Source


def apart_of(vault: Path) -> "Source | None":
    """The list; None where there is none, or it cannot be read."""
    from netfiles.changes.apart import PATH
    from netfiles.vault.read import Source, read_source

    source = read_source(vault, PATH)
    return source if isinstance(source, Source) else None


def following(vault: Path, plan: "Plan", old: str, new: str) -> "Plan":
    """A plan, with the list following a file that is found under another path then."""
    from dataclasses import replace

    from netfiles.changes.apart import moved

    source = apart_of(vault)
    steps = moved(source.text, source.checksum, old, new) if source and old != new else ()
    return replace(plan, steps=(*plan.steps, *steps))
