"""A row of the follow-up queue as pages show it: face, name, why, how to reach them, what closes it."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from netfiles.index.network import Someone
from netfiles.insights.queue import Item
from netfiles.views.context import Here
from netfiles.views.loops import Loop, NewEntry, loop, new_entry
from netfiles.views.reach import Way, first_ways


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the queue, ready to be shown."""

    face: Markup
    name: Markup
    position: Markup
    loops: tuple[Loop, ...]
    ways: tuple[Way, ...]
    log: NewEntry | None


_NOBODY = Markup('<i class="nf-f nf-task" aria-hidden="true"></i>')


def row(here: Here, item: Item) -> Row:
    """The row of an item."""
    someone = here.context.network.people[item.key] if item.key else None
    today = here.context.today.isoformat()
    title = here.link(item.reasons[0].place.file, item.title or "Something to do")
    return Row(
        face=here.face(someone) if someone else _NOBODY,
        name=here.person(someone.key) if someone else title,
        position=position(here, someone) if someone else Markup(""),
        loops=tuple(loop(here, reason, today, item.reasons, item.name or "") for reason in item.reasons),
        ways=first_ways(someone.record) if someone and someone.record else (),
        log=new_entry(here, item),
    )


def position(here: Here, someone: Someone) -> Markup:
    """`COO at Goicoechea Imports`, as far as it is known."""
    title = escape(someone.record.title or "") if someone.record else escape("")
    if someone.company is None:
        return title
    company = here.company(someone.company)
    return Markup("%s at %s") % (title, company) if title else company
