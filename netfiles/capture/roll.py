"""The names on file, asked by what a line calls them; each question is answered once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from netfiles.insights.directory import Directory, Listed, bare
from netfiles.insights.whom import whom
from netfiles.model import Kind

Fit = Literal["whole", "part", "begins"]


class Called(NamedTuple):
    """All whom a text may mean, and how well it fits their names."""

    found: tuple[Listed, ...]
    fit: Fit


@dataclass
class Roll:
    """The directory as lines ask it. It keeps what it was asked, and changes nothing else."""

    names: Directory = field(repr=False)
    _asked: dict[tuple[str, tuple[Kind, ...]], Called | None] = field(default_factory=dict, repr=False)

    def called(self, text: str, kinds: tuple[Kind, ...] = ("person",)) -> Called | None:
        """Whom or what a text means; None for nobody."""
        asked = (text, kinds)
        if asked not in self._asked:
            found = tuple(whom(self.names, text, kinds))
            self._asked[asked] = Called(found, _fit(text, found)) if found else None
        return self._asked[asked]

    def exactly(self, text: str, kinds: tuple[Kind, ...]) -> Called | None:
        """The same, where the text is a whole name."""
        called = self.called(text, kinds)
        return called if called and called.fit == "whole" else None

    def linked(self, target: str, kinds: tuple[Kind, ...]) -> Called | None:
        """What a wikilink means: kind by kind, the first that has one."""
        answers = (self.called(f"[[{target}]]", (kind,)) for kind in kinds)
        return next((one for one in answers if one), None)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that stand in the name of anybody."""
        people = self.names.of("person")
        return frozenset(word.strip(".") for one in people for word in one.plain.replace("-", " ").split())


def _fit(text: str, found: Iterable[Listed]) -> Fit:
    asked = _words(text)
    names = [_words(name) for one in found for name in one.plain.split("\n")]
    if text.startswith("[[") or any(asked == name for name in names):
        return "whole"
    initials = {name[0] for words in names for name in words}
    held = any(all(word in words or (len(word) == 1 and word in initials) for word in asked) for words in names)
    return "part" if held else "begins"


def _words(name: str) -> list[str]:
    return [word for one in bare(name).replace("-", " ").replace(",", " ").split() if (word := one.strip("."))]
