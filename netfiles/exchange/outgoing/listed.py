"""A person as one line of a list for other people's programs, or for paper."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netfiles.insights.in_short import About
from netfiles.model import Person
from netfiles.model.fields import email_address
from netfiles.records.plausible import shown_phone

HEAD = ("Name", "Title", "Company", "E-mail", "Phone", "Last contact")


class Listed(NamedTuple):
    """What a list says of somebody, each text on one line; in the order of `HEAD`, and then the postal address."""

    name: str
    title: str
    company: str
    email: str
    phone: str
    last_contact: str
    address: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells below `HEAD`."""
        return self.name, self.title, self.company, self.email, self.phone, self.last_contact


def listed(about: About, person: Person) -> Listed:
    """Somebody with the first of their addresses and phones."""
    return Listed(
        one_line(about.name),
        one_line(person.title or ""),
        one_line(about.company or ""),
        one_line(email_address(person.emails[0])) if person.emails else "",
        one_line(shown_phone(person.phones[0])) if person.phones else "",
        about.last_contact.isoformat() if about.last_contact else "",
        tuple(_lines(person.addresses[0])) if person.addresses else (),
    )


def one_line(text: str) -> str:
    """A text on one line, without signs that cannot be seen."""
    return _UNSEEN.sub("", " ".join(text.split()))


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what follows."""

_SHORT = re.compile(r"[A-Z]{2,3}(?: [\w-]+)?")


def _lines(address: str) -> Iterator[str]:
    """An address as it stands on a letter: line by line as written, else a line for each part between commas.

    What looks like a state with its code stays with the town before it.
    """
    written = [line for part in address.splitlines() if (line := one_line(part))]
    if len(written) != 1:
        yield from written
        return
    line = ""
    for part in filter(None, (part.strip() for part in written[0].split(","))):
        if line and _SHORT.fullmatch(part):
            line = f"{line}, {part}"
            continue
        if line:
            yield line
        line = part
    if line:
        yield line
