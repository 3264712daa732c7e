"""What is known of a file from reading it."""

from collections.abc import Mapping
from typing import NamedTuple

from netfiles.model import Kind, Record
from netfiles.problems import Problem
from netfiles.vault.stamp import Stamp


class Known(NamedTuple):
    """What came of reading a file in the state of this stamp (None: that has to be asked again) and checksum."""

    stamp: Stamp | None
    checksum: str
    record: Record | None
    problems: tuple[Problem, ...]
    private: bool = False


Readings = Mapping[Kind, Mapping[str, Known]]
"""What is known, by kind and path."""


class Same(NamedTuple):
    """The file holds the text that was known of it."""

    stamp: Stamp | None


class Order(NamedTuple):
    """A file to read; `checksum` is that of the text known of it."""

    kind: Kind
    path: str
    linked: bool
    checksum: str = ""
