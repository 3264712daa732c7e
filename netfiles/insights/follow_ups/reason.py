"""What a rule says, and what it may look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from netfiles.index.network import Entry, Network, Someone
from netfiles.insights.days import business_days_between
from netfiles.insights.ended import Ended, ended_leads
from netfiles.insights.landing import Landing, landing
from netfiles.model.options import Numbers
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.told import Telling


@dataclass(frozen=True)
class Situation:
    """The network, today, and the owner's numbers; for rules that concern nobody also who was told which news."""

    network: Network
    today: date
    news: tuple["Telling", ...] = ()

    @property
    def numbers(self) -> Numbers:
        return self.network.collection.options.numbers

    @cached_property
    def landing(self) -> Landing | None:
        """What the owner has landed, None while they have not."""
        return landing(self.network, self.today)

    @cached_property
    def ended(self) -> Mapping[str, tuple[Ended, ...]]:
        """The leads that ended, by the keys of those who helped with them."""
        return ended_leads(self.network)

    def name(self, key: str) -> str:
        return self.network.people[key].name


@dataclass(frozen=True)
class Case:
    """One person on one day: all that a rule about somebody looks at.

    What else follows from may only be the names of people in the same entries, what `around` gives, entries that
    thank for theirs or tell what came of them, the leads that ended, and the landing.
    """

    situation: Situation
    someone: Someone

    @property
    def today(self) -> date:
        return self.situation.today

    @property
    def numbers(self) -> Numbers:
        return self.situation.numbers

    @cached_property
    def until(self) -> tuple[Entry, ...]:
        """The entries with them up to today."""
        return self.someone.until(self.situation.today)

    @cached_property
    def named_first(self) -> tuple[Entry, ...]:
        """The entries whose loops concern them, planned ones too."""
        key = self.someone.key
        return tuple([entry for entry in self.someone.entries if entry.people[0] == key])

    def others(self, entry: Entry) -> str:
        """Who else was in an entry, as words: ` (with Bo Lee)`."""
        if len(entry.people) < 2:
            return ""
        return f" (with {', '.join(map(self.situation.name, entry.people[1:]))})"


def around(network: Network, someone: Someone) -> tuple[object, ...]:
    """Whom else something follows from for somebody: messages that went to several, and people they introduced.

    What somebody was thanked for or told by entries of others, and the leads they helped with, is looked after apart.
    """
    if not (someone.written_with or someone.introducing or someone.introduced):
        return ()
    named = (key for entry in someone.introducing for key in entry.introduced)
    return tuple(map(network.people.get, dict.fromkeys((*someone.written_with, *someone.introduced, *named))))


@dataclass(frozen=True)
class Reason:
    """Why someone is in the queue, in one sentence, with the file and line that prove it.

    `person` is the key of whom it concerns, None for nobody (then `title` says what it is about). `due` is the first
    day it appears; rules also yield reasons that are not due yet. `allowance` is in days, business days where
    `business` says so. `closes` is the front-matter line that ends it,
    `what` the bare words of a promise or an ask, `whom` the key of somebody to begin with where it concerns nobody.
    """

    rule: str
    person: str | None
    due: date
    text: str
    place: Place
    allowance: float = 1
    business: bool = False
    title: str | None = None
    until: date | None = None
    closes: str = ""
    what: str = ""
    whom: str = ""

    def days_overdue(self, today: date) -> int:
        return (today - self.due).days

    def lateness(self, today: date) -> float:
        """How late it is in allowances; a reason counts for at most three."""
        late = business_days_between(self.due, today) if self.business else self.days_overdue(today)
        return min(3.0, late / self.allowance) if self.allowance else 3.0


Find = Callable[[Case], Iterator[Reason]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of rules: `find` for somebody, `of_nobody` for entries without people and other files.

    `rank` orders items: 0 for what is owed, 1 for thanks, 2 for the rest. `long`: it costs a talk's time, not a
    message's. `leaves`: it goes some time after it fell due. `dormant`: it is muted for dormant people. `alone`: it
    shows only where no other reason stands; `beside`: only where one does, and it moves nobody in the order. `search`:
    it goes once the owner has landed.
    """

    name: str
    find: Find
    of_nobody: Callable[[Situation], Iterator[Reason]] | None = None
    rank: int = 2
    long: bool = False
    leaves: bool = False
    dormant: bool = False
    alone: bool = False
    beside: bool = False
    search: bool = False
    always: bool = field(default=False)
