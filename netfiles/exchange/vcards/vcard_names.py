"""What somebody is called in a card: the name as it is shown, else of its parts, else of whatever says most."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from netfiles.exchange.vcards.vcard_facts import Said, address_line
from netfiles.exchange.vcards.vcard_properties import Property
from netfiles.exchange.vcards.vcard_values import MOST_SIGNS, listed, one_line, parts, split

_INSTEAD = ("ORG", "NICKNAME", "EMAIL", "TEL", "URL", "ADR", "LABEL", "NOTE")
"""What names a card without a name."""


class Names(NamedTuple):
    """The name to use (empty where there is nothing to call somebody by), and others that say more."""

    name: str
    others: tuple[str, ...] = ()


def names_of(said: Mapping[str, Said]) -> Names:
    """What somebody is called."""
    written = [text for one in said.get("FN", ()) if (text := one_line(one.value))]
    written += [text for one in said.get("N", ()) if (text := _of_parts(one))]
    if not written:
        instead = (_first_part(one) for name in _INSTEAD for one in said.get(name, ()))
        return Names(next(filter(None, instead), ""))
    name = written[0][:MOST_SIGNS]
    return Names(name, tuple(dict.fromkeys(other for other in written if _says_more(name, other))))


def _of_parts(one: Property) -> str:
    """`Dr. Ada King Lovelace` of `Lovelace;Ada;King;Dr.;`."""
    family, given, additional, prefixes, suffixes = (
        [" ".join(listed(part)) for part in split(one.value, ";")[:5]] + [""] * 5
    )[:5]
    return " ".join(part for part in (prefixes, given, additional, family, suffixes) if part)


def _first_part(one: Property) -> str:
    if one.name in ("ORG", "NICKNAME"):
        return next((part for part in parts(one.value) if part), "")[:MOST_SIGNS]
    if one.name == "ADR":
        return address_line(one)[:MOST_SIGNS]
    return re.sub(r"^(?:mailto|tel):", "", one_line(one.value), flags=re.IGNORECASE)[:MOST_SIGNS]


def _says_more(name: str, other: str) -> bool:
    """Whether another form of a name has words that the name has not."""
    folded = name.casefold()
    new = {*re.findall(r"\w+", other.casefold())} - {*re.findall(r"\w+", folded)}
    return any(" " in name or word not in folded for word in new)  # 山田太郎 has the words of 太郎 山田
