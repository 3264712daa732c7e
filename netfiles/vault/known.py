"""What is known of a file from reading it, and how to know more."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from netfiles.model import Kind, Record
from netfiles.problems import Problem
from netfiles.records.read import read_record
from netfiles.vault.read import read_stamped
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


def read_all(root: Path, orders: Sequence[Order]) -> list[Known | Same | None]:
    """What comes of each file; None where it has vanished."""
    return [_read(root, order) for order in orders]


def _read(root: Path, order: Order) -> Known | Same | None:
    source, stamp = read_stamped(root, order.path, order.linked)
    if source is None:
        return None
    if isinstance(source, Problem):
        # A text that cannot be decoded may hold `private`; one that may not be opened says nothing new.
        return Known(stamp, "", None, (source,), source.code != "NF101")
    if source.checksum == order.checksum:
        return Same(stamp)
    made = read_record(order.kind, order.path, source.text, source.checksum)
    return Known(stamp, source.checksum, made.record, made.problems, made.private)
