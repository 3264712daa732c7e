"""What a command is going to change, decided before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from netfiles.text.edits import Edit


class Edited(NamedTuple):
    """Edits of a file; `checksum` is that of the text they were decided upon, empty where any text will do.

    `to` is the path that it moves to.
    """

    path: str
    checksum: str
    edits: tuple[Edit, ...]
    to: str | None = None


class Created(NamedTuple):
    """A new file, its lines ended by `\\n`."""

    path: str
    text: str


class Copied(NamedTuple):
    """A file that is no record, such as a picture, with these bytes: a new one, or in the place of another.

    `checksum` is that of the bytes that stand there, empty where nothing does.
    """

    path: str
    content: bytes
    checksum: str = ""


class Removed(NamedTuple):
    """A file that goes; it stays in the undo store."""

    path: str
    checksum: str


Step = Edited | Created | Copied | Removed


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of a change, made together or not at all.

    `title` is one line in the imperative, as it reads well in a log: `Log a coffee with Nia Okafor`. `said` is what the
    owner should know of it: what was understood, what was guessed.
    """

    title: str
    steps: tuple[Step, ...] = ()
    said: tuple[str, ...] = ()

    def saying(self, *more: str) -> "Plan":
        """The same plan with more to say."""
        return replace(self, said=(*self.said, *more))


def together(title: str, plans: Iterable[Plan]) -> Plan:
    """Several plans as one."""
    all_ = tuple(plans)
    return Plan(
        title, tuple(step for plan in all_ for step in plan.steps), tuple(s for plan in all_ for s in plan.said)
    )
