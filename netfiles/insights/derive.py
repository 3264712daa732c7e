"""Everything that follows from the network on one day, as one value for pages and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from netfiles.index.network import Network, Someone
from netfiles.insights.coverage import Coverage, coverage
from netfiles.insights.follow_ups.contact import cadence
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.insights.goals import Progress, progress
from netfiles.insights.in_short import About, Known, in_short
from netfiles.insights.queue import Queue, open_with_nobody, queue
from netfiles.insights.standing import Standings, standings
from netfiles.insights.ties import Tie
from netfiles.insights.time_share import Logged, TimeShare, logged, time_share
from netfiles.problems import Problem


@dataclass(frozen=True)
class Insights:
    """The facts of one day; what is not given is worked out when it is asked for.

    `earlier` is everybody in short on an earlier day.
    """

    network: Network
    today: date
    standings: Standings
    logged: Logged
    earlier: Known = field(default_factory=dict)

    @cached_property
    def ties(self) -> Mapping[str, Tie]:
        """The tie with everyone, by key."""
        return {key: standing.tie for key, standing in self.standings.by_key.items()}

    @cached_property
    def in_short(self) -> Known:
        """Everybody in short, by key, beside what that is made of."""
        found = in_short(self, self.earlier)
        object.__setattr__(self, "earlier", {})  # it would be carried along for nothing
        return found

    @cached_property
    def people(self) -> Mapping[str, About]:
        """Everybody in short, by key."""
        return {key: about for key, (_, about) in self.in_short.items()}

    @cached_property
    def share(self) -> TimeShare:
        return time_share(self.network, self.today, self.logged)

    @cached_property
    def queue(self) -> Queue:
        of_people = (standing.open for standing in self.standings.by_key.values())
        of_nobody = open_with_nobody(Situation(self.network, self.today))
        return queue(self.network, chain((of_nobody,), of_people), self.share)

    @cached_property
    def goals(self) -> tuple[Progress, ...]:
        return progress(self.network, self.today)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        return coverage(self.network, self.today, self.ties)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All findings by file and line, those that depend on today included."""
        doubts = (one.doubts for one in self.standings.by_key.values() if one.doubts)
        found = (*self.network.all_problems, *chain.from_iterable(doubts))
        return tuple(sorted(found, key=lambda p: (p.place, p.code)))

    def tie(self, key: str) -> Tie:
        """The tie with somebody."""
        return self.standings.by_key[key].tie

    def reasons(self, key: str) -> tuple[Reason, ...]:
        """Why somebody is in the queue."""
        items = self.standings.by_key[key].open.items
        return items[0].reasons if items else ()

    def next_contact(self, someone: Someone) -> date | None:
        """The next planned entry, else the day keeping in touch asks for contact."""
        if planned := someone.planned(self.today):
            return planned.day
        last = someone.last_contact(self.today)
        if someone.record is None or last is None:
            return None
        found = cadence(self.network.collection.options, someone.record)
        return found[0].after(last) if found else None


def derive(network: Network, today: date, before: Insights | None = None) -> Insights:
    """The insights of `today`; those of `before` hold wherever nothing that they follow from is different."""
    known = before.standings if before else None
    return Insights(
        network,
        today,
        standings(network, today, known),
        logged(network.months, before.logged if before else {}),
        _in_short(before) if before else {},
    )


def _in_short(before: Insights) -> Known:
    return before.in_short if "in_short" in vars(before) else before.earlier
