"""Stale: a title or company that was last known to be true long ago; a remark beside another reason."""

from collections.abc import Iterator
from datetime import timedelta

from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.model import Duration, Person


def stale(case: Case) -> Iterator[Reason]:
    """`as_of`, else the newest entry with them, is more than twelve months ago."""
    person = case.someone.record
    if person is None or not (person.title or person.company):
        return
    known = person.as_of or case.someone.last_contact(case.today)
    if known is None:
        return
    due = Duration(case.numbers.stale_months, "m").after(known) + timedelta(days=1)
    if due <= case.today:
        yield Reason(
            "stale",
            case.someone.key,
            due,
            f"{case.someone.name} was last known {_position(person)} in {_MONTHS[known.month - 1]} {known.year}: "
            "ask whether that still holds.",
            person.origin.place("as_of" if person.as_of else "title" if person.title else "company"),
            closes="as_of: {today}",
        )


def _position(person: Person) -> str:
    """`as Head of Planning at Acme`, `as Head of Planning`, `to be at Acme`."""
    company = person.company.text if person.company else ""
    if not person.title:
        return f"to be at {company}"
    return f"as {person.title} at {company}" if company else f"as {person.title}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
