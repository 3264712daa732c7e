"""What is left to do once the owner has landed: thank, tell, withdraw."""

from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.credit import Credit
from netfiles.insights.days import spoken
from netfiles.insights.follow_ups.landed import news_file, thanked_since
from netfiles.insights.follow_ups.reason import Case, Situation
from netfiles.insights.landing import Landing, announcement
from netfiles.views.context import Here
from netfiles.views.lead_cards import proofs
from netfiles.views.templating import fill

MOST_TO_TELL = 12


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody of the chain, and whether they have been thanked since."""

    name: Markup
    helped: Markup
    thanked: Markup | None


def what_is_left(here: Here) -> Markup | None:
    """The three things to do; None while the owner has not landed."""
    found = here.context.insights.landing
    if found is None:
        return None
    lead, network = found.lead, here.context.network
    news = announcement(network, found)
    untold = _untold(here, found)
    company = network.company_of(lead) if lead else None
    return fill(
        "leads_landed.html",
        lead=here.link(lead.path, lead.called) if lead else None,
        company=here.company(company) if company else None,
        day=spoken(found.day) if found.day else None,
        chain=[_thanked(here, found, credit) for credit in found.chain],
        news=news.called if news else None,
        news_file=news_file(here.context.collection.options.folders),
        today=here.context.today,
        untold=[here.person(key) for key in untold[:MOST_TO_TELL]],
        count=len(untold),
        more=len(untold) - MOST_TO_TELL,
        open=sum(lead.open for lead in network.collection.leads),
        leads=here.context.collection.options.folders.leads,
    )


def _thanked(here: Here, found: Landing, credit: Credit) -> Thanked:
    network = here.context.network
    said = thanked_since(Case(Situation(network, here.context.today), network.people[credit.person]), found)
    helped = proofs(here, found.lead, credit) if found.lead else Markup("")
    return Thanked(here.person(credit.person), helped, here.link(said.path, spoken(said.on)) if said else None)


def _untold(here: Here, found: Landing) -> list[str]:
    """The active people who have not heard the news of the landing, strongest tie first."""
    context = here.context
    news = announcement(context.network, found)
    telling = next((each for each in context.insights.news if news and each.news.path == news.path), None)
    if telling:
        return list(telling.in_order)
    people = [s.key for s in context.network.on_file if s.record and s.record.status == "active"]
    return sorted(people, key=lambda key: (-context.insights.tie(key).strength, key))
