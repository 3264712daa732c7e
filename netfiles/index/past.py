"""What was known on an earlier day, from the records as they are now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from netfiles.index.build import build_network
from netfiles.index.network import Network, Someone
from netfiles.index.resolve import AIMS
from netfiles.model import Goal, Interaction, Lead, Link, News, Person, Profile, Record
from netfiles.model.collection import Collection
from netfiles.model.record import Origin

R = TypeVar("R", bound=Record)


def past(collection: Collection, day: date, network: Network | None = None) -> Collection:
    """Everything known on `day`; the same collection where nothing in it bears a later date.

    What has no date is taken to have been known. `network` is that of the collection, where there is one already.
    """
    known = _Known(network or build_network(collection), day)
    gone = frozenset(record.path for record in collection.records() if not known.keeps(record))
    after: dict[str, Any] = {
        name: _same(records, tuple(known.record(record, gone) for record in records if record.path not in gone))
        for name in _KINDS
        for records in [getattr(collection, name)]
    }
    if collection.profile:
        after["profile"] = known.record(collection.profile, gone)
    after["problems"] = _same(collection.problems, tuple(p for p in collection.problems if p.place.file not in gone))
    after["stale"] = collection.stale - gone if collection.stale & gone else collection.stale
    if all(value is getattr(collection, name) for name, value in after.items()):
        return collection
    return replace(collection, **after)


_KINDS = ("people", "interactions", "companies", "leads", "goals", "news", "queries")
T = TypeVar("T")


def _same(before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    """`before` where `after` holds the same objects."""
    if len(before) == len(after) and all(a is b for a, b in zip(before, after, strict=True)):
        return before
    return after


def first_trace(network: Network, someone: Someone) -> date | None:
    """The first day that speaks of somebody; None where no day does.

    It is the earliest of their first entry, `met_on`, `as_of`, `next_done`, an entry that gave their name or mentions
    them, and a lead heard from them.
    """
    record = someone.record
    days = [record.met_on, record.as_of, record.next_done] if record else []
    days += [entry.day for entry in someone.entries[:1]]
    days += [naming.day for naming in network.relations.named_in.get(someone.key, ())[:1]]
    for path in someone.mentioned_in:
        if path in network.entry_by_path:
            days.append(network.entry_by_path[path].day)
    return min((day for day in days if day), default=None)


def heard(network: Network, lead: Lead) -> date | None:
    """The first day that speaks of a lead: the owner's own dates in it, else its posting; None where none does."""
    via = network.fields[lead.path].one("heard_via") if lead.path in network.fields else None
    entry = network.entry_by_path.get(via) if via else None
    own = [lead.heard_on, entry.day if entry else None, lead.applied_on, *lead.interviews, lead.offer_on]
    days = [day for day in (*own, lead.closed_on, lead.next_done) if day]
    return min(days, default=lead.posted_on)


class _Known:
    """What was known on a day, record by record."""

    def __init__(self, network: Network, day: date) -> None:
        self._network, self._day = network, day
        self._from_leads = dict(_people_of_leads(network))

    def keeps(self, record: Record) -> bool:
        """Whether a record was known: no day speaks of it, or one not after this."""
        first = self._first(record)
        return first is None or first <= self._day

    def _first(self, record: Record) -> date | None:
        match record:
            case Person():
                return self._trace(record)
            case Interaction():
                return record.day
            case Lead():
                return heard(self._network, record)
            case Goal():
                return record.start
            case News():
                return record.date
        return None

    def _trace(self, person: Person) -> date | None:
        days = (first_trace(self._network, self._network.people[person.path]), self._from_leads.get(person.path))
        return min((day for day in days if day), default=None)

    def record(self, record: R, gone: frozenset[str]) -> R:
        """A record as it was."""
        return self.linked(changed(record, **self._later(record)), gone)

    def _later(self, record: Record) -> dict[str, Any]:
        """The fields that say what came later, as they were."""
        match record:
            case Person():
                return self._person(record)
            case Interaction():
                return self._entry(record)
            case Lead():
                return self._lead(record)
            case Profile():
                return self._profile(record)
        return {}

    def _profile(self, profile: Profile) -> dict[str, Any]:
        """That nobody had landed before the day of the lead accepted last: they were searching."""
        accepted = (lead for lead in self._network.collection.leads if lead.stage == "accepted")
        last = max((lead.closed_on for lead in accepted if lead.closed_on), default=None)
        return {"status": "searching"} if profile.status == "landed" and last and last > self._day else {}

    def _person(self, person: Person) -> dict[str, Any]:
        """What a person's file did not say yet; a plan without a day of its own is taken to be as late as it aims."""
        undone = self._undone(person, ("as_of", "met_on", "next_done", "snooze_until"))
        return undone | self._plan(person)

    def _plan(self, record: Person | Lead) -> dict[str, Any]:
        return {"next": None, "next_on": None} if record.next_on and record.next_on > self._day else {}

    def _entry(self, entry: Interaction) -> dict[str, Any]:
        """What had not been done about an entry."""
        undone = self._undone(entry, ("thanked", "next_done", "they_owe_done"))
        if self._was_open(entry):
            undone["ask_status"] = "open"
        return undone

    def _was_open(self, entry: Interaction) -> bool:
        """Whether the end of an ask came later: of a written one it is no earlier than the next word from them."""
        if entry.ask_status in (None, "open") or not entry.written or entry.way != "out" or entry.got:
            return False
        of = self._network.entry_by_path[entry.path]
        later = (e for key in of.people[:1] for e in self._network.people[key].entries if e is not of and e.follows(of))
        answer = next((e.day for e in later if e.record.from_them), None)
        return answer is not None and answer > self._day

    def _lead(self, lead: Lead) -> dict[str, Any]:
        """What a lead had not come to; its stage is the last that had been reached."""
        days = ("heard_on", "posted_on", "applied_on", "offer_on", "closed_on", "next_done")
        undone = self._undone(lead, days)
        interviews = tuple(day for day in lead.interviews if day <= self._day)
        if interviews != lead.interviews:
            undone["interviews"] = interviews
        if undone.keys() & {"applied_on", "interviews", "offer_on", "closed_on"}:
            undone |= {"stage": _stage(changed(lead, **undone)), "result": None}
            return undone | {"next": None, "next_on": None, "next_done": None}
        return undone | self._plan(lead)

    def _undone(self, record: Record, days: Iterable[str]) -> dict[str, Any]:
        """None for each of these fields whose day was still to come."""
        return {name: None for name in days if (day := getattr(record, name)) is not None and day > self._day}

    def linked(self, record: R, gone: frozenset[str]) -> R:
        """A record without its links to what was not known."""
        keys = self._network.fields[record.path].keys if record.path in self._network.fields else {}
        without: dict[str, Any] = {}
        for aim in AIMS.get(record.kind, ()):
            if gone.intersection(filter(None, keys.get(aim.field, ()))):
                name = aim.attribute or aim.field
                without[name] = _without(getattr(record, name), aim.field, keys[aim.field], gone)
        bodies = self._network.bodies.get(record.path)
        meant = bodies.keys.get("body", ()) if bodies else ()
        if gone.intersection(filter(None, meant)):
            without["origin"] = _quiet(record.origin, meant, gone)
        return changed(record, **without)


def _people_of_leads(network: Network) -> Iterator[tuple[str, date]]:
    """The first day on which a lead names each person as whom it was heard from or who referred the owner."""
    found: dict[str, date] = {}
    for lead in network.collection.leads:
        links, day = network.fields.get(lead.path), heard(network, lead)
        for key in (links.one("heard_from"), links.one("referred_by")) if links and day else ():
            if key and day:
                found[key] = min(day, found.get(key, day))
    yield from found.items()


def _stage(lead: Lead) -> str | None:
    """The stage that the days of a lead tell of."""
    reached = (("offer", lead.offer_on), ("interviewing", lead.interviews), ("applied", lead.applied_on))
    found = next((stage for stage, day in reached if day), "heard")
    return lead.stage if lead.closed_on else found


def _without(value: Any, field: str, keys: tuple[str | None, ...], gone: frozenset[str]) -> Any:
    """The links of a field without those that lead to what is gone; `keys` are what they mean, in their order."""
    if isinstance(value, Link):
        return None
    meant = iter(keys)
    return tuple(link for link in value if (field == "told" and not link.linked) or next(meant, None) not in gone)


def _quiet(origin: Origin, meant: tuple[str | None, ...], gone: frozenset[str]) -> Origin:
    """A body whose links to what was not known lead nowhere, and are no fault of it."""
    return origin._replace(links=tuple(link for link, key in zip(origin.links, meant, strict=True) if key not in gone))


def changed(record: R, **values: Any) -> R:
    """The record with other values; the same object where they are no others."""
    if all(getattr(record, name) == value for name, value in values.items()):
        return record
    return type(record)(**{**vars(record), **values})
