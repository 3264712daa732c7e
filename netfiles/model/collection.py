"""Everything known at one moment: the records of a vault and what was wrong with its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from netfiles.model.career import Company, Goal, Lead, News, Profile, SavedQuery
from netfiles.model.interaction import Interaction
from netfiles.model.options import Options
from netfiles.model.person import Person
from netfiles.model.record import Record
from netfiles.problems import Problem


@dataclass(frozen=True, slots=True)
class Collection:
    """The records of one moment, each kind by path.

    `attachments` gives the type (`image`, `pdf`) of every file of attachments/ that may be shown; `docs` the
    hand-written pages with their text, `doc_pictures` what they may show; `stale` the paths whose last good version
    stands in for a text that cannot be read now. `redacted`: names are made up, and much is left out.
    """

    people: tuple[Person, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    companies: tuple[Company, ...] = ()
    leads: tuple[Lead, ...] = ()
    goals: tuple[Goal, ...] = ()
    news: tuple[News, ...] = ()
    queries: tuple[SavedQuery, ...] = ()
    profile: Profile | None = None
    attachments: Mapping[str, str] = field(default_factory=dict)
    docs: tuple[tuple[str, str], ...] = ()
    doc_pictures: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: frozenset[str] = frozenset()
    options: Options = field(default_factory=Options)
    root: str = ""
    redacted: bool = False

    def kinds(self) -> tuple[tuple[Record, ...], ...]:
        """The records of each kind, people first."""
        profile = () if self.profile is None else (self.profile,)
        return (
            self.people,
            self.interactions,
            self.companies,
            self.leads,
            self.goals,
            self.news,
            self.queries,
            profile,
        )

    def records(self) -> tuple[Record, ...]:
        """All records, people first."""
        return tuple(chain.from_iterable(self.kinds()))
