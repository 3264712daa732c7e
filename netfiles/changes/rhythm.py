"""When somebody is to be in the queue: left out of it for a while, and how often to be in touch."""

from datetime import date

from netfiles.insights.days import spoken
from netfiles.model import Person
from netfiles.model.fields import parse_duration
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Edit, Remove, Set


def snoozed(person: Person, until: date) -> Plan:
    """Leave somebody out of the queue until a day."""
    said = f"{person.called} is left out of the queue until {spoken(until)}."
    return _plan(person, f"Snooze {person.called} until {until}", Set("snooze_until", until.isoformat()), said)


def awake(person: Person) -> Plan:
    """Leave somebody out no longer."""
    if person.snooze_until is None:
        return Plan(f"Wake {person.called}", (), (f"{person.called} is not snoozed.",))
    said = f"{person.called} is in the queue again as soon as something is due."
    return _plan(person, f"Wake {person.called}", Remove("snooze_until"), said)


def every(person: Person, text: str) -> Plan:
    """Be in touch with somebody every so often. Raises Unfit where the text is no duration."""
    duration, word = parse_duration(text), text.strip().lower()
    written = word if word.isalpha() else str(duration)
    if duration.never:
        said = f"Nothing reminds you to keep in touch with {person.called}, whatever their tags say."
    else:
        said = f"You keep in touch with {person.called} every {_spoken(duration.number, duration.unit)}."
    title = f"Keep in touch with {person.called}: {written}"
    return _plan(person, title, Set("keep_in_touch", written), said)


def no_cadence(person: Person) -> Plan:
    """Say nothing of how often to be in touch with somebody: their tags may."""
    title = f"Forget how often to be in touch with {person.called}"
    if person.keep_in_touch is None:
        return Plan(title, (), (f"The file of {person.called} says nothing of how often to keep in touch.",))
    return _plan(person, title, Remove("keep_in_touch"), f"Only the tags of {person.called} count now.")


def _plan(person: Person, title: str, edit: Edit, said: str) -> Plan:
    return Plan(title, (Edited(person.path, person.origin.checksum, (edit,)),), (said,))


_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def _spoken(number: int, unit: str) -> str:
    return _UNITS[unit] if number == 1 else f"{number} {_UNITS[unit]}s"
