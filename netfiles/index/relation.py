"""Many things by what they belong to, and how that changes when a few of them do."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

Relation = Mapping[str, tuple[T, ...]]
"""Things by the key they belong to, in order."""


def regroup(
    before: Relation[T],
    gone: Iterable[tuple[str, T]],
    new: Iterable[tuple[str, T]],
    order: Callable[[T], Any] | None = None,
) -> tuple[Relation[T], set[str]]:
    """The relation without what is gone and with what is new, and the keys that are touched.

    Groups that are not touched stay the same objects. `order` sorts a group; things it holds for equal stay in the
    order they came in.
    """
    leaving: dict[str, list[T]] = {}
    coming: dict[str, list[T]] = {}
    for changes, pairs in ((leaving, gone), (coming, new)):
        for key, item in pairs:
            changes.setdefault(key, []).append(item)
    touched = leaving.keys() | coming.keys()
    if not touched:
        return before, touched
    after = dict(before)
    for key in touched:
        left = leaving.get(key, ())
        items = [item for item in before.get(key, ()) if item not in left] + coming.get(key, [])
        if items:
            after[key] = tuple(sorted(items, key=order) if len(items) > 1 else items)  # type: ignore[type-var, arg-type]  # T sorts by itself where no order is given
        else:
            after.pop(key, None)
    return after, touched
