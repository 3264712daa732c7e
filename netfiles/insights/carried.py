"""Facts that are worked out when they are asked for, from what they were before."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, Self, TypeVar, overload

T = TypeVar("T")


class Holder(Protocol):
    """Who holds such facts; `known` is what they were before, by name."""

    @property
    def known(self) -> dict[str, Any]: ...


class carried(Generic[T]):  # noqa: N801  # a word for a decorator, as `cached_property` is
    """A `cached_property` whose method is given what it found before, None where nothing is known.

    What was before is given away with it: held any longer, it would be carried along for nothing.
    """

    def __init__(self, make: Callable[[Any, T | None], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...
    @overload
    def __get__(self, holder: Holder, owner: type) -> T: ...
    def __get__(self, holder: Holder | None, owner: type) -> "Self | T":
        if holder is None:
            return self
        found = self._make(holder, holder.known.get(self._name))
        vars(holder)[self._name] = found
        holder.known.pop(self._name, None)
        return found


def known_to(before: Holder) -> dict[str, Any]:
    """The facts of `before` that can be carried on, by name."""
    names = carried_by(type(before))
    return {**before.known, **{name: fact for name, fact in vars(before).items() if name in names}}


def carried_by(kind: type) -> frozenset[str]:
    """The names of such facts of a kind of holder."""
    return frozenset(name for name, fact in vars(kind).items() if isinstance(fact, carried))
