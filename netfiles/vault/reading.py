"""Files read to know what is in them."""

from collections.abc import Sequence
from pathlib import Path

from netfiles.problems import Problem
from netfiles.records.read import read_record
from netfiles.vault.known import Known, Order, Same
from netfiles.vault.read import read_stamped


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
