"""What the quick commands answer from: the queue, and everybody in short."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netfiles.insights.in_short import About
from netfiles.insights.queue import Queue
from netfiles.problems import Severity, counts

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


@dataclass(frozen=True)
class Glance:
    """One day at a glance: everybody by key, the queue, the week's pace, and how many problems of each severity."""

    today: date
    people: Mapping[str, About]
    queue: Queue
    pace: str
    problems: Mapping[Severity, int]


def glance(insights: "Insights") -> Glance:
    """The day at a glance."""
    return Glance(insights.today, insights.people, insights.queue, insights.share.pace, counts(insights.problems))
