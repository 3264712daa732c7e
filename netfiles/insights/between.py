"""What passed between me and everybody: asks, gifts, give and get; made anew only for whom something changed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from netfiles.insights.asks import Asked, asked_of
from netfiles.insights.follow_ups.reason import Case, Situation
from netfiles.insights.give_and_get import GiveAndGet, give_and_get
from netfiles.insights.gratitude import Gratitude, gratitude_to

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.standing import Standing


class Between(NamedTuple):
    """What passed between me and somebody, up to a day."""

    asked: Asked
    gratitude: Gratitude
    passed: GiveAndGet


Passed = Mapping[str, tuple["Standing", Between]]
"""What passed between me and each, by key, beside the standing that tells whether it still holds."""


def between(insights: "Insights", before: Passed) -> Passed:
    """Everybody; those whose standing is that of `before` are not looked at again."""
    situation = Situation(insights.network, insights.today)
    found: dict[str, tuple[Standing, Between]] = {}
    for key, standing in insights.standings.by_key.items():
        known = before.get(key)
        if known is None or known[0] is not standing:
            known = standing, _between(Case(situation, standing.someone))
        found[key] = known
    return found


def _between(case: Case) -> Between:
    return Between(asked_of(case), gratitude_to(case), give_and_get(case.someone, case.today))
