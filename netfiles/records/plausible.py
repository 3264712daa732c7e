"""What is allowed in a record and yet looks wrong: warnings that need no other file and no clock."""

import re
from collections.abc import Iterator
from functools import lru_cache

from netfiles.model import Company, Goal, Interaction, Lead, Person, Profile, Record
from netfiles.model.fields import web_address
from netfiles.problems import Problem
from netfiles.records.goal_doubts import goal_doubts
from netfiles.records.lead_dates import lead_doubts

_EARLIEST = 1800


def doubts(record: Record) -> list[Problem]:
    """Warnings about one record."""
    found: list[Problem] = []
    if isinstance(record, Person | Company | Profile):
        found += _phones(record, record.phones)
    if isinstance(record, Person):
        found += _person(record)
    if isinstance(record, Person | Profile):
        found += [p for n, link in enumerate(record.links) if (p := _web(record, "links", link, n))]
    if isinstance(record, Company):
        found += [p for name in ("website", "careers_page") if (p := _web(record, name, getattr(record, name)))]
    if isinstance(record, Lead):
        found += lead_doubts(record)
    if isinstance(record, Interaction):
        found += _done_too_early(record)
    if isinstance(record, Goal):
        found += goal_doubts(record)
    return found


def _phones(record: Record, phones: tuple[str, ...]) -> Iterator[Problem]:
    for number, phone in enumerate(phones):
        if not re.search(r"\d{3}", re.sub(r"[\s().-]", "", phone)):
            yield Problem(
                "NF309",
                record.origin.place("phones", number),
                f"`{phone}` does not look like a phone number",
                "Write it with its country, like +1 413 555 0142.",
            )


def _web(record: Record, field: str, text: str | None, item: int | None = None) -> Problem | None:
    if text is None or web_address(text):
        return None
    return Problem(
        "NF315",
        record.origin.place(field, item),
        f"`{text}` is shown as text: only http and https addresses are linked",
        "Write the address of a web page, like https://acme.example.",
    )


def _done_too_early(entry: Interaction) -> Iterator[Problem]:
    """Promises that were kept before the day on which they were made."""
    for field in ("next_done", "they_owe_done"):
        day = getattr(entry, field)
        if day is not None and day < entry.day:
            said = f"`{field}`: {day} is before {entry.day}, the day of the entry"
            yield Problem("NF307", entry.origin.place(field), said, "Write the day on which it was done.")


def _person(person: Person) -> Iterator[Problem]:
    if person.birthday and person.birthday.year is not None and person.birthday.year < _EARLIEST:
        yield Problem(
            "NF307",
            person.origin.place("birthday"),
            f"`birthday`: the year {person.birthday.year} is before {_EARLIEST}",
            "Check the year; leave it out where it is not known, like 04-12.",
        )
    for n, past in enumerate(person.past_companies):
        if past.years and past.years.first and past.years.last and past.years.first > past.years.last:
            yield Problem(
                "NF307",
                person.origin.place("past_companies", n),
                f"`past_companies`: {past.years.first} is after {past.years.last}",
                f"Write the first year first, like {past.company.text} ({past.years.last}-{past.years.first}).",
            )
    pictures = [("photo", None, person.photo)] + [("cards", n, card) for n, card in enumerate(person.cards)]
    for field, item, name in pictures:
        if name and re.match(r"https?:", name, re.IGNORECASE):
            yield Problem(
                "NF312",
                person.origin.place(field, item),
                f"`{field}`: pictures from the network are not shown",
                "Save the picture into attachments/ and write its file name.",
            )


@lru_cache(10_000)
def shown_phone(phone: str) -> str:
    """The number as people read it, grouped by its country's habit where it names one; else as written."""
    import phonenumbers  # noqa: PLC0415  # only pages need it

    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return phone
    if number.extension or not phonenumbers.is_possible_number(number):
        return phone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


@lru_cache(50_000)
def same_phone(phone: str) -> str:
    """What two ways of writing one number have in common: E.164 where it names its country, else its digits."""
    import phonenumbers  # noqa: PLC0415  # as above

    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException:
        return re.sub(r"\D", "", phone)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) + (number.extension or "")


def dialled_phone(phone: str) -> str:
    """The number for a `tel:` link: digits, with a leading plus where written."""
    digits = re.sub(r"[^\d]", "", re.split(r"(?i)\b(?:ext|x|#)", phone)[0])
    return f"+{digits}" if phone.strip().startswith("+") else digits
