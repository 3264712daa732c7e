"""LinkedIn's invitations to connect: those with a message are talks, the others say too little.

Whether one was accepted, the file does not say.
"""

from collections import Counter
from collections.abc import Iterable

from netfiles.exchange.incoming import IncomingTalk, Left, Party, Wishes
from netfiles.exchange.tables.linkedin_messages import Cells
from netfiles.exchange.tables.profile_links import profile_id
from netfiles.exchange.tables.table_dates import day_of, order_of
from netfiles.exchange.tables.table_remarks import Remarks, one_line, plain
from netfiles.exchange.tables.tables import Row

_WAYS = {"outgoing": "out", "sent": "out", "incoming": "in", "received": "in"}


def read_invitations(header: Row, rows: Iterable[Row], wishes: Wishes, remarks: Remarks) -> tuple[IncomingTalk, ...]:
    """The talks of a file of invitations."""
    cells, left = Cells(header), Counter[str]()
    found = list(rows)
    order = order_of(cells.of(row, "sent at") for row in found)
    order = "month first" if order == "unclear" else order
    talks = []
    for row in found:
        day = day_of(cells.of(row, "sent at"), order, 2000)
        way = _WAYS.get(cells.of(row, "direction").casefold(), "")
        why = _why_not(cells, row, day, way, wishes)
        if why:
            left[why] += 1
        else:
            talks.append(_talk(cells, row, day, way, wishes))
    for why, count in left.items():
        said = f"{count} {'invitation' if count == 1 else 'invitations'} left out: {why}"
        remarks.add("invitations", Left(header.line, said, "", count))
    return tuple(talks)


def _why_not(cells: Cells, row: Row, day: str, way: str, wishes: Wishes) -> str:
    if not way:
        return "whether they came or went is not said"
    if not cells.of(row, "message"):
        return "without a message"
    if not day:
        return "their date is none"
    if not wishes.since.isoformat() <= day <= wishes.until.isoformat():
        return f"not of {wishes.since} to {wishes.until}"
    return "" if any(_party(cells, row, way)) else "with nobody whom they name"


def _party(cells: Cells, row: Row, way: str) -> Party:
    names = ("to", "invitee profile url") if way == "out" else ("from", "inviter profile url")
    profile = cells.of(row, names[1])
    return Party(one_line(cells.of(row, names[0]))[:500], "", profile if profile_id(profile) else "")


def _talk(cells: Cells, row: Row, day: str, way: str, wishes: Wishes) -> IncomingTalk:
    party = _party(cells, row, way)
    return IncomingTalk(
        day,
        (party,),
        {"channel": ("social",), "direction": (way,), "title": ("Invitation",)},
        plain(cells.of(row, "message")) if wishes.bodies else "",
        uid=f"invitation {way} {profile_id(party.profile) or party.name.casefold()} {day}",
        line=row.line,
    )
