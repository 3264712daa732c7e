"""The ledger of promises: what I owe, what they owe me, by day."""

from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from netfiles.insights.promises import Promise
from netfiles.views.context import Here, anchor
from netfiles.views.entries import names
from netfiles.views.ledger_cells import MOST_ROWS, edit, proved
from netfiles.views.page import Section
from netfiles.views.templating import fill


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One open promise; `state` says whether its day is over or has come."""

    on: Markup
    state: str
    who: Markup
    text: str
    edit: Markup


def promises_section(here: Here) -> Section:
    """The fourth part of the page."""
    ledger, today = here.context.insights.promises, here.context.today
    html = fill(
        "ledger_promises.html",
        ledger=ledger,
        mine=[_row(here, promise) for promise in ledger.mine[:MOST_ROWS]],
        theirs=[_row(here, promise) for promise in ledger.theirs[:MOST_ROWS]],
        more_mine=max(0, len(ledger.mine) - MOST_ROWS),
        more_theirs=max(0, len(ledger.theirs) - MOST_ROWS),
        late_mine=sum(promise.is_late(today) for promise in ledger.mine),
        late_theirs=sum(promise.is_late(today) for promise in ledger.theirs),
        today=today.isoformat(),
        next_week=(today + timedelta(weeks=1)).isoformat(),
    )
    return Section(html, "Promises", "promises")


def _row(here: Here, promise: Promise) -> PromiseRow:
    """The day leads to what proves it; of a promise without a day the words `no day` do."""
    href, today = here.href(promise.record.path), here.context.today
    no_day = anchor(href, "no day") if href else Markup("no day")
    people = [key for key in (promise.person, *promise.others) if key]
    return PromiseRow(
        on=proved(href, promise.on) if promise.on else no_day,
        state="late" if promise.is_late(today) else "today" if promise.on == today else "",
        who=names(here, people) if people else here.link(promise.record.path, promise.record.called),
        text=promise.text,
        edit=edit(here, promise.place),
    )
