"""What every record has: where it comes from, its body, who may see it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar, Literal, NamedTuple, dataclass_transform

from netfiles.model.values import BodyLink, Task, fast_to_load
from netfiles.problems import Place

Kind = Literal["person", "interaction", "company", "lead", "goal", "profile", "news", "query"]


class Origin(NamedTuple):
    """The file a record was read from. `marks` are its `lines` as JSON: a string is small, and seldom asked."""

    path: str
    checksum: str = ""
    marks: str = "{}"
    body: str = ""
    body_line: int = 1
    heading: str | None = None
    links: tuple[BodyLink, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def lines(self) -> Mapping[str, int]:
        """For every field its line, and for `field.N` that of the N-th item of its list."""
        return _lines(self.marks)

    @property
    def stem(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    def place(self, field_name: str = "", item: int | None = None) -> Place:
        """Where a field (or one item of it) stands; line 1 where it is not written."""
        lines = self.lines
        line = lines.get(f"{field_name}.{item}") if item is not None else None
        return Place(self.path, line or lines.get(field_name, 1))


@lru_cache(1_000)
def _lines(marks: str) -> Mapping[str, int]:
    return MappingProxyType(json.loads(marks))


fast_to_load(Origin)


@dataclass(frozen=True, slots=True)
class Private:
    """What a redacted build leaves out: the whole record, or the fields named."""

    whole: bool = False
    fields: tuple[str, ...] = ()


_NONE = object()


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """One file of the vault; never changed after.

    What a file does not say is not in the record either, but in its class: most of the fields of most records, and
    so the greater part of their memory and of the time to load them.
    """

    kind: ClassVar[Kind]
    title_field: ClassVar[str] = "title"

    origin: Origin
    private: Private = Private()

    def __init__(self, **values: Any) -> None:
        kind = type(self)
        self.__dict__.update({name: value for name, value in values.items() if value != getattr(kind, name, _NONE)})

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"`{name}` cannot be set: records never change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"`{name}` cannot be removed: records never change")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # as of all that holds a dict

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    @property
    def path(self) -> str:
        return self.origin.path

    @property
    def called(self) -> str:
        """The title of the file: its name or title field, else its first heading, else its stem."""
        return getattr(self, self.title_field, None) or self.origin.heading or self.origin.stem
