"""Introduction, keep-in-touch, hello, date: people to get or to stay in contact with."""

from collections.abc import Iterator
from datetime import date, timedelta
from zlib import crc32

from netfiles.index.network import Someone
from netfiles.insights.days import after_business_days, short
from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.model import Duration, Person
from netfiles.model.options import Options
from netfiles.problems import Place


def introductions(case: Case) -> Iterator[Reason]:
    """A name given to me, and no contact or meeting with them since, for three business days."""
    someone = case.someone
    met = someone.record.met_on if someone.record else None
    days = [*(e.day for e in case.until), *([met] if met and met <= case.today else [])]
    for entry in someone.given_in:
        if entry.day > case.today or any(day >= entry.day for day in days):
            continue
        givers = " and ".join(case.situation.name(key) for key in entry.people if key != someone.key) or "Somebody"
        text = f"{givers} gave you the name of {someone.name} on {short(entry.day, case.today)}; no contact since."
        due = after_business_days(entry.day, case.numbers.introduction_business_days)
        place = entry.record.origin.place("introduced")
        yield Reason("introduction", someone.key, due, text, place, allowance=3)


def cadence(options: Options, person: Person) -> tuple[Duration, str] | None:
    """How often to be in touch, and the tag that says so (empty: the person's own field, which wins)."""
    if person.keep_in_touch is not None:
        return None if person.keep_in_touch.never else (person.keep_in_touch, "")
    if not options.keep_in_touch or not person.tags:
        return None
    tags = {tag.lower() for tag in person.tags}
    found = [(duration, tag) for tag, duration in options.keep_in_touch if tag in tags and not duration.never]
    return min(found, key=lambda pair: (pair[0].days, pair[1]), default=None)


def keep_in_touch(case: Case) -> Iterator[Reason]:
    """The time since the last contact has come to what the owner wants, and no contact is planned."""
    someone, person = case.someone, case.someone.record
    if person is None or someone.planned(case.today):
        return
    if not (found := cadence(case.situation.network.collection.options, person)):
        return
    period, tag = found
    last = someone.last_contact(case.today)
    if last is not None:
        day = short(last, case.today)
        text = f"Last contact with {someone.name} was on {day}; you keep in touch every {_spoken(period)}."
        yield _touch(someone, person, period.after(last), text, period, tag)
    elif not tag:
        text = f"No contact with {someone.name} yet; you want one every {_spoken(period)}."
        yield _touch(someone, person, case.today, text, period, tag)
    else:
        due, until = _turn(someone.name, period, case.today)
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


def hellos(case: Case) -> Iterator[Reason]:
    """A first meeting some days ago that nothing followed."""
    someone, numbers = case.someone, case.numbers
    met = first_meeting(case)
    if met is None or case.today > (until := met + timedelta(days=numbers.hello_until_days)):
        return
    if not _followed(case, met):
        text = f"You met {someone.name} on {short(met, case.today)} and nothing has followed: say hello."
        due = met + timedelta(days=numbers.hello_from_days)
        yield Reason("hello", someone.key, due, text, _met_place(someone), until=until)


def first_meeting(case: Case) -> date | None:
    """`met_on`, else the first entry with them where it is a talk."""
    record = case.someone.record
    if record and record.met_on:
        return record.met_on if record.met_on <= case.today else None
    first = next(iter(case.until), None)
    return first.day if first and not first.record.written else None


def _followed(case: Case, met: date) -> bool:
    """Contact or thanks after the meeting: on a later day, or on the same one beside the meeting itself."""
    if any(e.record.thanked and met < e.record.thanked <= case.today for e in case.until):
        return True
    until = [e for e in case.until if e.day >= met]
    meeting = next((e for e in until if e.day == met and not e.record.written), None)
    return any(e is not meeting and (meeting is None or e.follows(meeting)) for e in until)


def _met_place(someone: Someone) -> Place:
    if someone.record and someone.record.met_on:
        return someone.record.origin.place("met_on")
    return someone.entries[0].record.origin.place("date")


def birthdays(case: Case) -> Iterator[Reason]:
    """A birthday within a week; of imported people only after a first entry."""
    someone, person, today = case.someone, case.someone.record, case.today
    if person is None or person.birthday is None or (person.source and not case.until):
        return
    days = (person.birthday.in_year(year) for year in (today.year, today.year + 1))
    day = next((d for d in days if d is not None and d >= today), None)
    if day is not None:
        turns = f", {day.year - person.birthday.year} years" if person.birthday.year else ""
        text = f"{someone.name} has a birthday on {short(day, today)}{turns}."
        due = day - timedelta(days=case.numbers.birthday_days)
        yield Reason("date", someone.key, due, text, person.origin.place("birthday"), until=day)
