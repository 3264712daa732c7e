"""Everything that follows from the network on one day, as one value for pages and commands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from netfiles.index.network import Network, Someone
from netfiles.insights.coverage import Coverage, coverage
from netfiles.insights.doubts import doubts
from netfiles.insights.follow_ups.contact import cadence
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.insights.goals import Progress, progress
from netfiles.insights.queue import Queue, queue
from netfiles.insights.ties import Tie, tie
from netfiles.insights.time_share import TimeShare, time_share
from netfiles.problems import Problem


@dataclass(frozen=True)
class Insights:
    """The facts of one day. `ties` has everyone by key."""

    network: Network
    today: date
    ties: Mapping[str, Tie]
    share: TimeShare
    queue: Queue

    @cached_property
    def goals(self) -> tuple[Progress, ...]:
        return progress(self.network, self.today)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        return coverage(self.network, self.today, self.ties)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All findings by file and line, those that depend on today included."""
        found = (*self.network.all_problems, *doubts(self.network, self.today))
        return tuple(sorted(found, key=lambda p: (p.place, p.code)))

    @cached_property
    def reasons(self) -> Mapping[str, tuple[Reason, ...]]:
        """Why each person is in the queue, by key."""
        return {item.key: item.reasons for item in self.queue.items if item.key}

    def next_contact(self, someone: Someone) -> date | None:
        """The next planned entry, else the day keeping in touch asks for contact."""
        if planned := someone.planned(self.today):
            return planned.day
        last = someone.last_contact(self.today)
        if someone.record is None or last is None:
            return None
        found = cadence(Situation(self.network, self.today), someone.record)
        return found[0].after(last) if found else None


def derive(network: Network, today: date) -> Insights:
    """The insights of `today`."""
    half_life = network.collection.options.numbers.tie_half_life_days
    ties = {key: tie(someone, today, half_life) for key, someone in network.people.items()}
    share = time_share(network, today)
    return Insights(network, today, ties, share, queue(network, today, ties, share))
