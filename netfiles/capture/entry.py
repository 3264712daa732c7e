"""From what a line says to the file of the journal: its name, its fields, its text."""

from netfiles.capture.mentions import Named
from netfiles.capture.roll import Roll
from netfiles.capture.understood import Understood
from netfiles.model.fields import WRITTEN
from netfiles.records.plan import Created
from netfiles.text.stems import Taken, stem_of, unused
from netfiles.text.written import Fields, Plain, Value, written


def created(what: Understood, roll: Roll, journal: str, taken: Taken) -> Created:
    """The new file for what a line says."""
    return Created(_path(what, journal, taken), written(_fields(what, roll), _body(what)))


def title(what: Understood) -> str:
    """What an entry is called: `Coffee with Nia Okafor and Bo Lee`."""
    if not what.people:
        return what.noun
    names = [one.name for one in what.people]
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} others"]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{what.noun} {towards(what)} {listed}"


def towards(what: Understood) -> str:
    """Whether it came from them, went to them, or was with them."""
    if what.direction == "in":
        return "from"
    sent = what.channel in WRITTEN or (what.channel is None and what.noun in ("Thanks", "Update"))
    return "to" if sent else "with"


def _path(what: Understood, journal: str, taken: Taken) -> str:
    folder = f"{journal}/{what.day.year:04d}"
    there = taken(folder, what.day.isoformat())
    return f"{folder}/{unused(stem_of(f'{what.day} {title(what)}'), there)}.md"


def _fields(what: Understood, roll: Roll) -> Fields:
    def links(named: tuple[Named, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.written(roll) for one in named))

    told = tuple(one if isinstance(one, str) else one.written(roll) for one in what.told)
    fields: dict[str, Value] = {
        "date": Plain(f"{what.day}T{what.at:%H:%M}") if what.at else what.day,
        "with": links(what.people),
        "channel": what.channel,
        "direction": what.direction,
        "minutes": what.minutes,
        "activity": what.activity,
        "purpose": what.purpose,
        "asked": what.ask.kind if what.ask else None,
        "ask": what.ask.sentence if what.ask else None,
        "got": what.got,
        "gave": what.gave,
        "introduced": links(what.introduced),
        "thanked": what.day if what.thanked else None,
        "told": told,
        "tags": what.tags,
        "leads": links(what.leads),
        "companies": links(what.companies),
    }
    for owner, promise in (("next", what.next), ("they_owe", what.they_owe)):
        fields |= {owner: promise.what if promise else None, f"{owner}_on": promise.on if promise else None}
    return fields


def _body(what: Understood) -> str:
    tasks = [f"- [ ] {one.what}{f' 📅 {one.on}' if one.on else ''}" for one in what.more]
    return "\n\n".join(filter(None, [what.body, "\n".join(tasks)]))
