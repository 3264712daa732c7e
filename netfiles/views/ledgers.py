"""Asks and thanks: the four ledgers of asks, thanks, giving and promises on one page."""

from netfiles.insights.derive import Insights
from netfiles.views.context import Context, Here
from netfiles.views.ledger_of_asks import asks_section
from netfiles.views.ledger_of_giving import giving_section
from netfiles.views.ledger_of_promises import promises_section
from netfiles.views.ledger_of_thanks import thanks_section
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import capital, in_words, listed, plural

TITLE = "Asks & thanks"


def ledgers_page(context: Context) -> Page:
    """What was asked and given, both ways, and what of it is open."""
    page = Page("asks", TITLE, (), ("navigation", "toc"), searchable=False)
    here, insights = Here(context, page.root), context.insights
    thanks, promises = insights.gratitude, insights.promises
    head = fill(
        "ledgers_head.html",
        lead=_lead(insights),
        asks=len(insights.asks.open),
        thanks=len(thanks.thanks_owed),
        outcomes=len(thanks.outcomes_owed),
        first=len(insights.give_and_get.give_first),
        yours=len(promises.mine),
        theirs=len(promises.theirs),
    )
    parts = (asks_section(here), thanks_section(here), giving_section(here), promises_section(here))
    return Page(page.address, page.title, (Section(head), *parts), page.hide, searchable=False)


def _lead(insights: Insights) -> str:
    """What of it waits for the owner, in one sentence."""
    thanks = insights.gratitude
    found = (
        (len(insights.asks.open), "ask is open", "asks are open"),
        (len(thanks.thanks_owed), "word of thanks is owed", "words of thanks are owed"),
        (len(thanks.outcomes_owed), "outcome is untold", "outcomes are untold"),
        (len(insights.promises.mine), "promise waits for you", "promises wait for you"),
    )
    spelt = in_words(*(count for count, _, _ in found))
    waiting = listed(plural(count, one, many, spelt) for count, one, many in found if count)
    if waiting:
        return f"{capital(str(waiting))}."
    if insights.promises.theirs:
        return "Nothing waits for you: only what others promised is open."
    return "Nothing is open: no ask, no thanks, no promise."
