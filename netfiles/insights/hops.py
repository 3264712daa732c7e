"""One hop of a path: how strong it is, since when, what shows it, and whether I may say who sent me."""

from datetime import date
from typing import Literal, NamedTuple

from netfiles.index.network import Entry, Someone
from netfiles.insights.edges import Edge, Kind
from netfiles.insights.ground import Look
from netfiles.insights.ties import Word, grade

Consent = Literal["yes", "ask", "no"]


class Hop(NamedTuple):
    """From `start` (me, where it is None) to somebody.

    `on` is the day of what shows it, where one is written. `by`, `entry` and `shared` are as in an edge; the entry of
    a contact is the newest one. `consent` is whether I may say that `start` sent me, None where it is not noted.
    `asked` is the entry in which I asked them for something lately. Where all this stands is in `proofs`.
    """

    start: str | None
    to: str
    kind: Kind | Literal["contact"]
    strength: float
    on: date | None
    by: str = ""
    entry: Entry | None = None
    shared: tuple[int, int] | None = None
    consent: Consent | None = None
    asked: Entry | None = None

    @property
    def word(self) -> Word:
        return grade(self.strength)


def first_hop(look: Look, to: str) -> Hop:
    """From me to somebody I have been in contact with: the newest entry shows it."""
    standing = look.person(to)
    entry = standing.someone.until(look.today)[-1]
    return Hop(None, to, "contact", standing.tie.strength, entry.day, entry=entry, asked=asked(look, to))


def next_hop(look: Look, start: str, edge: Edge, to: str) -> Hop:
    """From one to another who are shown to know each other; the edge may be that of either."""
    one, other = look.person(start).someone, look.person(to).someone
    on = edge.entry.day if edge.entry else _written_on(edge, one, other, look.today)
    consent = one.record.may_use_name if one.record else None
    last = asked(look, to)
    return Hop(start, to, edge.kind, edge.strength, on, edge.by, edge.entry, edge.shared, consent, last)


def _written_on(edge: Edge, one: Someone, other: Someone, today: date) -> date | None:
    """When it was true what a file says: the day we met whom it introduces, or of which whoever knows them is known."""
    by, whom = (one.record, other.record) if edge.by == one.key else (other.record, one.record)
    introduced, known = (whom.met_on if whom else None), (by.as_of if by else None)
    day = {"introduced": introduced, "knows": known}.get(edge.kind)
    return day if day is not None and day <= today else None


def asked(look: Look, key: str) -> Entry | None:
    """The newest entry in which I asked somebody for something, where it is not long ago."""
    for entry in reversed(look.person(key).someone.until(look.today)):
        if (look.today - entry.day).days > look.numbers.connector_rest_days:
            return None
        if entry.record.asked or entry.record.ask:
            return entry
    return None
