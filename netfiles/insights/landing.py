"""Landing: what `status: landed` in the profile is about, the lead that was accepted and whose help led to it."""

from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Network
from netfiles.insights.credit import Credit, chain
from netfiles.insights.leads import ended_on, stage_of
from netfiles.model import Lead, News


@dataclass(frozen=True, slots=True)
class Landing:
    """The accepted lead with the day and the chain of help, by key; without any where no lead is accepted."""

    lead: Lead | None = None
    day: date | None = None
    chain: tuple[Credit, ...] = ()

    def credit(self, key: str) -> Credit | None:
        """The part somebody had in it."""
        return next((credit for credit in self.chain if credit.person == key), None)


def landing(network: Network, today: date) -> Landing | None:
    """The landing, by the lead accepted last; None while the profile does not say so."""
    profile = network.collection.profile
    if profile is None or profile.status != "landed":
        return None
    accepted = [(ended_on(lead) or date.min, lead.path, lead) for lead in network.collection.leads if _accepted(lead)]
    day, _, lead = max((one for one in accepted if one[0] <= today), default=(date.min, "", None))
    if lead is None:
        return Landing()
    return Landing(lead, day if day != date.min else None, chain(network, lead, today))


def _accepted(lead: Lead) -> bool:
    return stage_of(lead) == "accepted"


def announcement(network: Network, found: Landing) -> News | None:
    """The news of the landing: the first that is of its day or later; where the day is not known, the newest."""
    dated = [(news.date, news.path, news) for news in network.collection.news if news.date is not None]
    if found.day is None:
        return max(dated, default=(None, "", None))[2]
    return min((one for one in dated if one[0] >= found.day), default=(None, "", None))[2]
