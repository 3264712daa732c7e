"""Introduction, keep-in-touch, hello, date: people to get or to stay in contact with."""

from collections.abc import Iterator
from datetime import date, timedelta
from zlib import crc32

from netfiles.index.network import Someone
from netfiles.insights.days import after_business_days, short
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.model import Duration, Person
from netfiles.problems import Place


def introductions(situation: Situation) -> Iterator[Reason]:
    """A name given to me, and no contact with them since, for three business days."""
    wait = situation.numbers.introduction_business_days
    for someone in situation.people:
        for entry in someone.given_in:
            if entry.day > situation.today or any(e.day >= entry.day for e in someone.until(situation.today)):
                continue
            givers = " and ".join(situation.name(key) for key in entry.people) or "Somebody"
            text = f"{givers} gave you the name of {someone.name} on {short(entry.day)}; no contact since."
            due = after_business_days(entry.day, wait)
            place = entry.record.origin.place("introduced")
            yield Reason("introduction", someone.key, due, text, place, allowance=3)


def cadence(situation: Situation, person: Person) -> tuple[Duration, str] | None:
    """How often to be in touch, and the tag that says so (empty: the person's own field, which wins)."""
    if person.keep_in_touch is not None:
        return None if person.keep_in_touch.never else (person.keep_in_touch, "")
    tags = {tag.lower() for tag in person.tags}
    defaults = situation.network.collection.options.keep_in_touch
    found = [(duration, tag) for tag, duration in defaults if tag in tags and not duration.never]
    return min(found, key=lambda pair: (pair[0].days, pair[1]), default=None)


def keep_in_touch(situation: Situation) -> Iterator[Reason]:
    """The time since the last contact has come to what the owner wants, and no contact is planned."""
    for someone in situation.network.on_file:
        person = someone.record
        if person is None or someone.planned(situation.today) or not (found := cadence(situation, person)):
            continue
        period, tag = found
        last = someone.last_contact(situation.today)
        if last is not None:
            text = f"Last contact with {someone.name} was on {short(last)}; you keep in touch every {_spoken(period)}."
            yield _touch(someone, person, period.after(last), text, period, tag)
        elif not tag:
            text = f"No contact with {someone.name} yet; you want one every {_spoken(period)}."
            yield _touch(someone, person, situation.today, text, period, tag)
        else:
            due, until = _turn(someone.name, period, situation.today)
            text = f"No contact with {someone.name} yet; people tagged {tag} get their turn every {_spoken(period)}."
            yield _touch(someone, person, due, text, period, tag, until)


def _touch(
    someone: Someone, person: Person, due: date, text: str, period: Duration, tag: str, until: date | None = None
) -> Reason:
    place = person.origin.place("tags" if tag else "keep_in_touch")
    return Reason(
        "keep-in-touch",
        someone.key,
        due,
        text,
        place,
        allowance=period.days,
        until=until,
        closes="snooze_until: {later}",
    )


_TURN_DAYS = 7


def _turn(name: str, period: Duration, today: date) -> tuple[date, date]:
    """The first and last day of somebody's turn that is on or comes next.

    People never contacted whom only a tag speaks for are spread by name over one period, so that an import of a
    thousand does not stand in the queue at once: each has one week of every period.
    """
    days = max(1, round(period.days))
    back = (today.toordinal() - crc32(name.encode())) % days
    first = today - timedelta(days=back)
    if back >= _TURN_DAYS:
        first += timedelta(days=days)
    return first, first + timedelta(days=min(_TURN_DAYS, days) - 1)


def _spoken(period: Duration) -> str:
    unit = {"d": "day", "w": "week", "m": "month", "y": "year"}[period.unit]
    return unit if period.number == 1 else f"{period.number} {unit}s"


def hellos(situation: Situation) -> Iterator[Reason]:
    """A first meeting some days ago that nothing followed."""
    numbers = situation.numbers
    for someone in situation.people:
        met = first_meeting(someone, situation.today)
        if met is None or _followed(someone, met, situation.today):
            continue
        until = met + timedelta(days=numbers.hello_until_days)
        if situation.today > until:
            continue
        text = f"You met {someone.name} on {short(met)} and nothing has followed: say hello."
        yield Reason(
            "hello", someone.key, met + timedelta(days=numbers.hello_from_days), text, _met_place(someone), until=until
        )


def first_meeting(someone: Someone, today: date) -> date | None:
    """`met_on`, else the first entry with them where it is a talk."""
    if someone.record and someone.record.met_on:
        return someone.record.met_on if someone.record.met_on <= today else None
    first = next(iter(someone.until(today)), None)
    return first.day if first and not first.record.written else None


def _followed(someone: Someone, met: date, today: date) -> bool:
    """Contact after the meeting: on a later day, or on the same one beside the meeting itself (the first talk)."""
    until = [e for e in someone.until(today) if e.day >= met]
    meeting = next((e for e in until if e.day == met and not e.record.written), None)
    return any(e is not meeting and (meeting is None or e.follows(meeting)) for e in until)


def _met_place(someone: Someone) -> Place:
    if someone.record and someone.record.met_on:
        return someone.record.origin.place("met_on")
    return someone.entries[0].record.origin.place("date")


def birthdays(situation: Situation) -> Iterator[Reason]:
    """A birthday within a week; of imported people only after a first entry."""
    today, before = situation.today, timedelta(days=situation.numbers.birthday_days)
    for someone in situation.network.on_file:
        person = someone.record
        if person is None or person.birthday is None or (person.source and not someone.until(today)):
            continue
        days = (person.birthday.in_year(year) for year in (today.year, today.year + 1))
        day = next((d for d in days if d is not None and d >= today), None)
        if day is None:
            continue
        turns = f", {day.year - person.birthday.year} years" if person.birthday.year else ""
        text = f"{someone.name} has a birthday on {short(day)}{turns}."
        yield Reason("date", someone.key, day - before, text, person.origin.place("birthday"), until=day)
