"""Landing: what `status: landed` in the profile is about, the lead that was accepted and whose help led to it."""

from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Network
from netfiles.insights.credit import Credit, chain
from netfiles.insights.leads import dates, stage_of
from netfiles.model import Lead, News

TITLE = "I have landed"
"""What the news of a landing is called that netfiles proposes to write."""


@dataclass(frozen=True, slots=True)
class Landing:
    """The accepted lead with the day and the chain of help, by key; without any where no lead is accepted.

    `since` is the day from which thanks may be for it: the landing, or where its day is not known the last day that
    the file of the lead tells of.
    """

    lead: Lead | None = None
    day: date | None = None
    chain: tuple[Credit, ...] = ()
    since: date = date.min

    def credit(self, key: str) -> Credit | None:
        """The part somebody had in it."""
        return next((credit for credit in self.chain if credit.person == key), None)


def landing(network: Network, today: date) -> Landing | None:
    """The landing, by the lead accepted last; None while the profile does not say so."""
    profile = network.collection.profile
    if profile is None or profile.status != "landed":
        return None
    accepted = [(lead.closed_on or date.min, lead.path, lead) for lead in network.collection.leads if _accepted(lead)]
    day, _, lead = max((one for one in accepted if one[0] <= today), default=(date.min, "", None))
    if lead is None:
        return Landing()
    if lead.closed_on:
        return Landing(lead, day, chain(network, lead, today), day)
    last = max((dated.day for dated in dates(lead) if dated.day <= today), default=date.min)
    return Landing(lead, None, chain(network, lead, today), last)


def _accepted(lead: Lead) -> bool:
    return stage_of(lead) == "accepted"


def announcement(network: Network, found: Landing) -> News | None:
    """The news of the landing: the first that is of its day or later; where that is not known, the one called so."""
    dated = [(news.date, news.path, news) for news in network.collection.news if news.date is not None]
    if found.day is None:
        return next((news for news in network.collection.news if _says_so(news)), None)
    return min((one for one in dated if one[0] >= found.day), default=(None, "", None))[2]


def older_news(network: Network, found: Landing | None) -> frozenset[str]:
    """The news, by path, that was of the search and is no longer to be told."""
    if found is None:
        return frozenset()
    return frozenset(news.path for news in network.collection.news if _is_older(news, found.day))


def _is_older(news: News, day: date | None) -> bool:
    if day is None:
        return not _says_so(news)
    return news.date is not None and news.date < day


def _says_so(news: News) -> bool:
    return TITLE.casefold() in (news.called.casefold(), news.origin.stem.casefold())
