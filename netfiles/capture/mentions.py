"""Names in a line: whom or what they may mean, and which of them is meant."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from netfiles.capture.roll import Called, Roll
from netfiles.capture.tokens import Refused
from netfiles.insights.directory import Listed
from netfiles.insights.whom import Candidate, weighed
from netfiles.model import Kind
from netfiles.text.written import link

PEOPLE: tuple[Kind, ...] = ("person",)
SUBJECTS: tuple[Kind, ...] = ("company", "lead")


class Mention(NamedTuple):
    """A name as a line has it, where (from 0), and all it may mean; `typed` is a link as it was written."""

    text: str
    at: int
    called: Called | None
    kinds: tuple[Kind, ...] = PEOPLE
    typed: str = ""

    @property
    def unsure(self) -> bool:
        return self.called is not None and len(self.called.found) > 1


_NO_LINK = re.compile(r"[\[\]|#]")
"""Signs that mean something else within a link."""


class Named(NamedTuple):
    """What a name means: somebody or something of the directory, or what is not on file."""

    text: str
    listed: Listed | None
    typed: str = ""

    @property
    def name(self) -> str:
        return self.listed.name if self.listed else self.text

    @property
    def key(self) -> str:
        return self.listed.key if self.listed else f"name:{self.text.casefold()}"

    def written(self, roll: Roll) -> str:
        """The link to it: by the name of its file, with the folder where two files have that name."""
        if self.typed and ("|" in self.typed or "#" in self.typed):
            return self.typed
        if self.listed is None or self.listed.file is None:
            return self.name if _NO_LINK.search(self.name) else link(self.name)
        found = roll.linked(self.listed.stem, (self.listed.kind,))
        alone = found is not None and found.found == (self.listed,)
        return link(self.listed.stem if alone else self.listed.file.removesuffix(".md"))


class Question(NamedTuple):
    """A name that may mean several, the likeliest first."""

    text: str
    column: int
    candidates: tuple[Candidate, ...]
    together: frozenset[str] = frozenset()
    """The entries with others who are named in the line."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(dict.fromkeys(one.listed.kind for one in self.candidates))


Which = Callable[[Question], Listed | None]
"""Answers whom a name means; None where nobody can be asked."""


def nobody_asked(_: Question) -> Listed | None:
    """Where nobody can be asked."""
    return None


def settle(mentions: Iterable[Mention], which: Which) -> dict[Mention, Named]:
    """What each name means. Those that mean one are told first: they speak for others. Raises Refused."""
    ordered = sorted(dict.fromkeys(mentions), key=lambda one: one.unsure)
    settled: dict[Mention, Named] = {}
    together: set[str] = set()
    for mention in ordered:
        listed = _listed(mention, together, which)
        settled[mention] = Named(mention.text, listed, mention.typed)
        if listed and listed.kind == "person":
            together |= set(listed.entries)
    return settled


def _listed(mention: Mention, together: set[str], which: Which) -> Listed | None:
    if mention.called is None:
        return None
    found = mention.called.found
    if len(found) == 1:
        return found[0]
    question = Question(mention.text, mention.at + 1, tuple(weighed(found, together)), frozenset(together))
    answer = which(question)
    if answer is None:
        raise Refused(question.column, said_of(question), "Write more of the name, or the name of the file in [[ ]].")
    return answer


_MOST = 5


def said_of(question: Question) -> str:
    """Whom a name may mean, and what speaks for each."""
    each = [f"{candidate.listed.name} ({candidate.why})" for candidate in question.candidates[:_MOST]]
    more = len(question.candidates) - _MOST
    return f"`{question.text}` could be {'; '.join(each)}{f'; and {more} more' if more > 0 else ''}"


def once(named: Sequence[Named], without: Sequence[Named] = ()) -> tuple[Named, ...]:
    """Each of them once, without those of another list."""
    gone = {one.key for one in without}
    return tuple({one.key: one for one in named if one.key not in gone}.values())
