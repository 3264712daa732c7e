"""The ledger of thanks: who is owed thanks, who is owed the outcome, and what was said by month."""

import json
from dataclasses import dataclass

from markupsafe import Markup, escape

from netfiles.insights.gratitude import Gift, Outcome
from netfiles.views.context import Here, anchor
from netfiles.views.ledger_cells import MOST_ROWS, edit, entry_day, gifts, proved, short_day
from netfiles.views.month import month_title
from netfiles.views.page import Section
from netfiles.views.templating import fill

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Owed:
    """One loop that is not closed: to whom, for what, the day it is of, and the day it is owed since."""

    who: Markup
    what: Markup
    when: Markup
    since: Markup | str
    edit: Markup


def thanks_section(here: Here) -> Section:
    """The second part of the page."""
    ledger = here.context.insights.gratitude
    html = fill(
        "ledger_thanks.html",
        ledger=ledger,
        today=here.context.today.isoformat(),
        thanks=[_thanks(here, gift) for gift in ledger.thanks_owed[:MOST_ROWS]],
        outcomes=[_outcome(here, found) for found in ledger.outcomes_owed[:MOST_ROWS]],
        more_thanks=max(0, len(ledger.thanks_owed) - MOST_ROWS),
        more_outcomes=max(0, len(ledger.outcomes_owed) - MOST_ROWS),
        line=_outcome_line(ledger.outcomes_owed),
        months=[(_month(here, month), count) for month, count in ledger.said_by_month[:MONTHS_SHOWN]],
        earlier=sum(count for _, count in ledger.said_by_month[MONTHS_SHOWN:]),
    )
    return Section(html, "Thanks", "thanks")


def _thanks(here: Here, gift: Gift) -> Owed:
    today = here.context.today
    since = "tomorrow" if gift.owed_since > today else short_day(gift.owed_since)
    what, place = gifts(gift.entry.record.got), gift.entry.record.origin.place("got")
    return Owed(here.person(gift.person), what, entry_day(here, gift.entry), since, edit(here, place))


def _outcome(here: Here, outcome: Outcome) -> Owed:
    """What ended; the day leads to the file that says so, `since` to what they gave."""
    end = outcome.end
    gave = Markup(", ").join(entry_day(here, gift) for gift in end.gifts[:3])
    when = proved(here.href(end.place.file), end.day)
    return Owed(here.person(outcome.person), escape(end.what), when, gave, edit(here, end.place))


def _outcome_line(outcomes: tuple[Outcome, ...]) -> str:
    """The line that closes the newest outcome which has an entry to name."""
    gift = next((gift for outcome in outcomes for gift in outcome.end.gifts), None)
    return f"outcome_for: {json.dumps(f'[[{gift.record.origin.stem}]]', ensure_ascii=False)}" if gift else ""


def _month(here: Here, month: str) -> Markup:
    """A month that leads to its page, where the journal has one."""
    title = month_title(month)
    return anchor(here.to(f"journal/{month}/"), title) if month in here.context.network.months else escape(title)
