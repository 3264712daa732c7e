"""Who takes part in a meeting or message, by name and address; and which of them is the owner."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from netfiles.exchange.incoming import Party
from netfiles.exchange.one_line import one_line
from netfiles.model.fields import Unfit, email_address, parse_email

_LONGEST_NAME = 200
_LONGEST_ADDRESS = 320


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner's addresses and names, in small letters."""

    addresses: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, me: Iterable[str]) -> "Owner":
        """By what the owner wrote: names, addresses and profiles."""
        said = [" ".join(text.split()).casefold() for text in me]
        return cls(
            frozenset(email_address(text) for text in said if "@" in text),
            frozenset(text for text in said if "@" not in text and " " in text),
        )

    def is_(self, party: Party) -> bool:
        """Whether it is the owner: by address, or by a name of at least two words."""
        return party.email.casefold() in self.addresses or party.name.casefold() in self.names


def is_address(text: str) -> bool:
    """Whether the field for e-mail addresses takes it, as it stands."""
    if len(text) > _LONGEST_ADDRESS or email_address(text) != text:
        return False
    try:
        parse_email(text)
    except Unfit:
        return False
    return True


def shown(address: str) -> str:
    """What stands for an address, for a remark: what cannot be seen in it is made visible."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in address[:60].strip())


def party(name: str, address: str) -> Party:
    """Somebody by what stands before and between the brackets; an address that is none is left out."""
    email = address.strip()
    email = email if is_address(email) else ""
    called = one_line(name, _LONGEST_NAME)
    quoted = re.fullmatch(r"(['\"])(.+)\1", called)
    called = quoted[2].strip() if quoted else called
    if called.casefold() in (address.strip().casefold(), f"<{address.strip().casefold()}>"):
        called = ""
    if not any(letter.isalnum() for letter in called):  # signs alone, or letters that could not be read
        called = ""
    return Party(called, email)


def once_each(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each address once, and each name that has none; under the first name that came with it."""
    known: dict[str, Party] = {}
    for one in parties:
        key = one.email.casefold() or f"name {one.name.casefold()}"
        before = known.get(key)
        if before is None or not before.name:
            known[key] = Party(one.name, before.email if before else one.email)
    return tuple(known.values())
