"""What a rule says, and what it may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from netfiles.index.network import Entry, Network, Someone
from netfiles.insights.days import business_days_between
from netfiles.model.options import Numbers
from netfiles.problems import Place


@dataclass(frozen=True, slots=True)
class Situation:
    """All a rule may look at: the network, today, and the owner's numbers."""

    network: Network
    today: date

    @property
    def numbers(self) -> Numbers:
        return self.network.collection.options.numbers

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.network.entries

    @property
    def people(self) -> Iterator[Someone]:
        return iter(self.network.people.values())

    def name(self, key: str) -> str:
        return self.network.people[key].name


@dataclass(frozen=True, slots=True)
class Reason:
    """Why someone is in the queue, in one sentence, with the file and line that prove it.

    `person` is the key of whom it concerns, None for nobody (then `title` says what it is about). `due` is the first
    day it appears; rules also yield reasons that are not due yet. `allowance` is in days, business days where
    `business` says so. `closes` is the front-matter line that ends it.
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

    def days_overdue(self, today: date) -> int:
        return (today - self.due).days

    def lateness(self, today: date) -> float:
        """How late it is in allowances; a reason counts for at most three."""
        late = business_days_between(self.due, today) if self.business else self.days_overdue(today)
        return min(3.0, late / self.allowance) if self.allowance else 3.0


Find = Callable[[Situation], Iterator[Reason]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of rules.

    `rank` orders items: 0 for what is owed, 1 for thanks, 2 for the rest. `long`: it costs a talk's time, not a
    message's. `leaves`: it goes some time after it fell due. `dormant`: it is muted for dormant people. `alone`: it
    shows only where no other reason stands.
    """

    name: str
    find: Find
    rank: int = 2
    long: bool = False
    leaves: bool = False
    dormant: bool = False
    alone: bool = False
    always: bool = field(default=False)


def first_and_others(situation: Situation, entry: Entry) -> tuple[str | None, str]:
    """The person an entry's loop concerns, and the others as words: ` (with Bo Lee)`."""
    if not entry.people:
        return None, ""
    first, *others = entry.people
    names = ", ".join(situation.name(key) for key in others)
    return first, f" (with {names})" if names else ""
