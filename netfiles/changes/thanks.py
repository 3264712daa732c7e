"""Thanks: said for all that somebody gave, in the entries it was given in or as an entry of its own."""

from datetime import date

from netfiles.changes.around import without_end
from netfiles.changes.command import quoted
from netfiles.changes.entry import Journal, called, new_entry
from netfiles.index.names import last_part
from netfiles.index.network import Entry
from netfiles.insights.days import short
from netfiles.insights.follow_ups.outcome import ends
from netfiles.insights.follow_ups.reason import Case
from netfiles.insights.follow_ups.thank import gift, open_thanks
from netfiles.model.fields import WRITTEN, Channel
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Set
from netfiles.text.written import link


def open_gifts(case: Case, day: date) -> list[Entry]:
    """The entries that thanks are owed for, up to a day: those of the queue, else those that have left it."""
    found = open_thanks(case) or open_thanks(without_end(case))
    return [entry for entry in found if entry.day <= day]


def thanked(case: Case, day: date) -> Plan:
    """Note in each of these entries that the thanks were said."""
    name, gifts = case.someone.name, open_gifts(case, day)
    if not gifts:
        how = f"To write some down all the same: netfiles thank {quoted(name)} --by message"
        return Plan(f"Thank {name}", (), (f"No thanks to {name} are open.", how))
    edit = Set("thanked", day.isoformat())
    steps = tuple(Edited(e.path, e.record.origin.checksum, (edit,)) for e in gifts)
    said = tuple(f"Thanked for {gift(e)} of {short(e.day, case.today)}.{_shared(case, e)}" for e in gifts)
    return Plan(_title(name, gifts), steps, said)


def _shared(case: Case, entry: Entry) -> str:
    """A word on the others in an entry, whom its one field speaks for too."""
    others = [case.situation.name(key) for key in entry.people if key != case.someone.key]
    return f" The entry is with {' and '.join(others)} as well: it says so of all." if others else ""


def _title(name: str, gifts: list[Entry]) -> str:
    return f"Thank {name} for {' and '.join(gift(e) for e in gifts)}" if gifts else f"Thank {name}"


def said_in_entry(case: Case, with_: str, by: Channel, at: Journal) -> Plan:
    """Write an entry of its own in which they are thanked; `with_` is the link to them."""
    name, gifts = case.someone.name, open_gifts(case, at.day)
    fields = {
        "with": (with_,),
        "channel": by,
        "direction": None if by in WRITTEN else "out",
        "purpose": "thanks",
        "thanks_for": tuple(link(e.record.origin.stem) for e in gifts),
    }
    step = new_entry(at, called(by, [name], "out"), fields)
    said = [f"Thanked for {gift(e)} of {short(e.day, case.today)}." for e in gifts] or [
        f"Thanked {name}; nothing was open."
    ]
    return Plan(_title(name, gifts), (step,), tuple(said))


def outcome_told(case: Case, with_: str, by: Channel, at: Journal) -> Plan:
    """Write an entry in which they are told what came of their help."""
    name = case.someone.name
    gifts = {e.path: e for end in ends(case) if end.told is None for e in end.gifts if e.day <= at.day}
    fields = {
        "with": (with_,),
        "channel": by,
        "purpose": "update",
        "outcome_for": tuple(link(last_part(path)) for path in gifts),
    }
    said = f"Told {name} what came of their help. Write what you said into the file, if you like."
    return Plan(f"Tell {name} what came of it", (new_entry(at, called(by, [name]), fields),), (said,))
