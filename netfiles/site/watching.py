"""A page of which a template sees only marks."""

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.toc import get_toc

from netfiles.site.frames import Hole, Parts
from netfiles.site.marks import Notes
from netfiles.site.rendered import Contents, Heading
from netfiles.site.surroundings import OwnPage

_SETTLED = (
    "ancestors",
    "is_homepage",
    "is_index",
    "is_top_level",
    "title",
    "abs_url",
    "canonical_url",
    "edit_url",
    "url",
)
_FREE = frozenset("active children is_link is_page is_section meta next_page parent previous_page toc opened".split())
LINKS = ("url", "abs_url", "canonical_url", "edit_url")


class Watched(OwnPage):
    """A page that notes what a template asks of it besides its marks."""

    watched_notes: Notes
    watched_values: Mapping[str, Any]

    def __getattribute__(self, name: str) -> Any:
        if name.startswith(("_", "watched_")):
            return object.__getattribute__(self, name)
        if name in self.watched_values:
            return self.watched_values[name]
        value = super().__getattribute__(name)
        if name not in _FREE:
            self.watched_notes.against(f"it asks for page.{name}")
        return value

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = None  # type: ignore[assignment]  # as pages of MkDocs


def watch(page: OwnPage, notes: Notes, parts: Parts, contents: Contents, items: int, marked: tuple[str, ...]) -> None:
    """Put marks in the place of an opened page's parts; `parts` are samples of them."""
    values: dict[str, Any] = {name: getattr(page, name) for name in _SETTLED}
    values |= {name: notes.mark(Hole(name), parts[name]) for name in ("content", "update_date", *marked)}
    values["toc"] = _marked_toc(notes, contents, items)
    page.__class__ = Watched
    page.__dict__["watched_notes"], page.__dict__["watched_values"] = notes, values


def release(page: OwnPage) -> None:
    """Undo `watch`."""
    page.__class__ = OwnPage
    page.__dict__.pop("watched_notes"), page.__dict__.pop("watched_values")


def _marked_toc(notes: Notes, contents: Contents, items: int) -> Any:
    rest = [_marked(notes, contents.rest[0], "rest", number) for number in range(items)]
    if contents.first is None:
        return get_toc(rest)
    return get_toc([_marked(notes, contents.first, "first", None, rest)])


def _marked(notes: Notes, heading: Heading, name: str, number: int | None, below: list[Any] | None = None) -> Any:
    title = notes.mark(Hole(f"{name}.title", number), heading.title)
    anchor = notes.mark(Hole(f"{name}.id", number), heading.id)
    return {"name": title, "id": anchor, "level": heading.level, "children": below or []}


def as_toc(toc: tuple[Heading, ...]) -> Any:
    """A table of contents as MkDocs has it."""
    return get_toc([_token(heading) for heading in toc])


def _token(heading: Heading) -> Any:
    below = [_token(one) for one in heading.children]
    return {"name": heading.title, "id": heading.id, "level": heading.level, "children": below}


class Asked:
    """A value that a template may not use unnoticed."""

    def __init__(self, notes: Notes, value: object) -> None:
        self._notes, self._value = notes, value

    def __getattr__(self, name: str) -> Any:
        self._notes.against("it prints when the site was built")
        return getattr(self._value, name)

    def __str__(self) -> str:
        self._notes.against("it prints when the site was built")
        return str(self._value)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)
