"""A row of the follow-up queue as pages show it: face, name, why, how to reach them, what closes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from netfiles.index.network import Someone
from netfiles.insights.closing import Write, closing_file
from netfiles.insights.queue import Item
from netfiles.views.context import Here
from netfiles.views.loops import Loop, loop
from netfiles.views.reach import Way, first_ways


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the queue, ready to be shown."""

    face: Markup
    name: Markup
    position: Markup
    loops: tuple[Loop, ...]
    ways: tuple[Way, ...]
    log: Write | None


_SIGNS = {"lead": "interview", "news": "social"}


def _sign(rule: str) -> Markup:
    """What stands for a face where nobody is concerned: the sign of a lead, of news, of work."""
    return Markup('<i class="nf-f nf-task nf-c-%s" aria-hidden="true"></i>') % _SIGNS.get(rule, "work")


def of_whom(items: Sequence[Item]) -> tuple[int, int]:
    """How many of the items are about people, and how many about other things."""
    people = sum(item.key is not None for item in items)
    return people, len(items) - people


def row(here: Here, item: Item) -> Row:
    """The row of an item."""
    someone = here.context.network.people[item.key] if item.key else None
    today = here.context.today.isoformat()
    title = here.link(item.reasons[0].place.file, item.title or "Something to do")
    return Row(
        face=here.face(someone) if someone else _sign(item.reasons[0].rule),
        name=here.person(someone.key) if someone else title,
        position=position(here, someone) if someone else Markup(""),
        loops=tuple(loop(here, reason, today, item.reasons, item.name or "") for reason in item.reasons),
        ways=first_ways(someone.record) if someone and someone.record else (),
        log=closing_file(here.context.network, item, here.context.today),
    )


def position(here: Here, someone: Someone) -> Markup:
    """`COO at Goicoechea Imports`, as far as it is known."""
    title = escape(someone.record.title or "") if someone.record else escape("")
    if someone.company is None:
        return title
    company = here.company(someone.company)
    return Markup("%s at %s") % (title, company) if title else company
