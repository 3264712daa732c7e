"""E-mail addresses as one line to paste into a letter to many."""

import re
from collections.abc import Iterable

from netfiles.exchange.outgoing.listed import Listed

_PLAIN = re.compile(r"[\w !#$%&'*+/=?^`{|}~-]+")
"""What may stand in a name without quotes (RFC 5322, atoms), with letters of any script."""


def email_line(people: Iterable[Listed]) -> str:
    """`Jane Doe <jane@acme.example>, …`: the first address of each who has one, each address once."""
    first = {person.email.lower(): _shown(person.name, person.email) for person in reversed([*people]) if person.email}
    return ", ".join(reversed(first.values()))


def _shown(name: str, address: str) -> str:
    if not _PLAIN.fullmatch(name):
        escaped = re.sub(r'(["\\])', r"\\\1", name)
        name = f'"{escaped}"'
    return f"{name} <{address}>"
