"""What is left to do once the owner has landed: thank, tell, withdraw."""

from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.credit import Credit
from netfiles.insights.days import spoken
from netfiles.insights.follow_ups.landed import news_file, thanked_since, thanks_for_a_part
from netfiles.insights.follow_ups.reason import Case, Situation
from netfiles.insights.landing import Landing, announcement
from netfiles.insights.told import Telling
from netfiles.views.context import Here
from netfiles.views.lead_cards import proofs
from netfiles.views.templating import fill

MOST_TO_TELL = 12


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody of the chain, whether they have been thanked since, and whether they are still to be."""

    name: Markup
    helped: Markup
    thanked: Markup | None
    owed: bool


def what_is_left(here: Here) -> Markup | None:
    """What to thank, tell and withdraw, and how much of it is still to do; None while the owner has not landed."""
    found = here.context.insights.landing
    if found is None:
        return None
    lead, network = found.lead, here.context.network
    news, over = _news(here, found)
    untold = _untold(here, news)
    chain = [_thanked(here, found, credit) for credit in found.chain]
    running = sum(lead.open for lead in network.collection.leads)
    left = any(who.owed for who in chain), not over and (news is None or bool(untold)), running > 0
    company = network.company_of(lead) if lead else None
    return fill(
        "leads_landed.html",
        lead=here.link(lead.path, lead.called) if lead else None,
        company=here.company(company) if company else None,
        day=spoken(found.day) if found.day else None,
        left=sum(left),
        chain=chain,
        news=news.news.called if news else None,
        over=spoken(news.news.until) if news and news.news.until and over else None,
        news_file=news_file(here.context.collection.options.folders),
        today=here.context.today,
        untold=[here.person(key) for key in untold[:MOST_TO_TELL]],
        count=len(untold),
        more=len(untold) - MOST_TO_TELL,
        open=running,
        leads=here.context.collection.options.folders.leads,
    )


def _thanked(here: Here, found: Landing, credit: Credit) -> Thanked:
    network = here.context.network
    someone = network.people[credit.person]
    case = Case(Situation(network, here.context.today), someone)
    said, closed = thanked_since(case, found), someone.record is not None and someone.record.status == "closed"
    helped = proofs(here, found.lead, credit) if found.lead else Markup("")
    thanked = here.link(said.path, spoken(said.on)) if said else None
    return Thanked(here.person(credit.person), helped, thanked, not closed and bool(thanks_for_a_part(case, found)))


def _news(here: Here, found: Landing) -> tuple[Telling | None, bool]:
    """The news of the landing, or what has replaced it, and whether it is no longer to be told."""
    by_path = {each.news.path: each for each in here.context.insights.news}
    news = announcement(here.context.network, found)
    telling = by_path[news.path] if news else None
    while telling and telling.replaced_by:
        telling = by_path[telling.replaced_by.path]
    return telling, telling is not None and telling.state == "over"


def _untold(here: Here, news: Telling | None) -> list[str]:
    """The active people who are to hear the news of the landing, strongest tie first."""
    context = here.context
    if news:
        return [] if news.state == "over" else list(news.in_order)
    people = [s.key for s in context.network.on_file if s.record and s.record.status == "active"]
    return sorted(people, key=lambda key: (-context.insights.tie(key).strength, key))
