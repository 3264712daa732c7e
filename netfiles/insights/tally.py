"""The network counted on one day, to be compared with another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from netfiles.model.fields import Stage

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

STAGES: tuple[str, ...] = (*get_args(Stage), "no stage")
WORDS = ("strong", "warm", "cool", "cold", "new")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there were: people on file, entries so far, leads by stage, ties by word, targets and those covered.

    A target is covered where a path leads to it.
    """

    day: date
    people: int
    entries: int
    leads: Mapping[str, int]
    ties: Mapping[str, int]
    targets: int
    covered: int


def tally(insights: "Insights") -> Tally:
    """What there is to count on a day."""
    network, today = insights.network, insights.today
    stages = Counter[str](lead.stage or "no stage" for lead in network.collection.leads)
    words = Counter[str](insights.tie(someone.key).word for someone in network.on_file)
    coverage = insights.coverage
    return Tally(
        day=today,
        people=len(network.on_file),
        entries=sum(1 for entry in network.entries if entry.day <= today),
        leads={stage: stages[stage] for stage in STAGES if stages[stage]},
        ties={word: words[word] for word in WORDS},
        targets=len(coverage),
        covered=sum(bool(one.paths) for one in coverage),
    )
