"""Which program a table comes from, by the names of its columns, and what it calls otherwise than all others."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from netfiles.exchange.tables.column_words import normal
from netfiles.records.read import known_fields

Kind = Literal["people", "messages", "invitations"]


class Source(NamedTuple):
    """A program: a table with all columns of one of `has` is one of its tables. `called`: what it calls otherwise."""

    word: str
    kind: Kind
    has: tuple[frozenset[str], ...]
    called: Mapping[str, str] = {}


TABLE = Source("table", "people", ())
"""A table of nobody's in particular."""

_OUTLOOK = {
    "title": "prefix", "job title": "title", "office location": "kept", "initials": "kept", "account": "kept",
    "profession": "kept", "schools": "kept", "titel": "prefix", "ort": "location", "email": "emails",
    "region geschaftlich": "region", "weitere region": "region", "buro": "kept", "beruf": "kept",
}  # fmt: skip

_OURS = {normal(field): field for field in known_fields("person") if field != "source"}
_OURS |= {"file": "-", "last contact": "-", "next contact": "-", "tie": "-", "source": "kept", "notes": "notes"}


def _has(*tables: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(normal(name) for name in table.split(",")) for table in tables)


NETFILES = Source("netfiles", "people", _has("name,emails,keep_in_touch", "name,met_on,met_at"), _OURS)
"""A table that was exported from a vault."""
SOURCES = (
    Source("linkedin", "messages", _has("Conversation ID,From,To,Date,Content")),
    Source("linkedin", "invitations", _has("From,To,Sent At,Direction")),
    Source(
        "linkedin",
        "people",
        _has("First Name,Last Name,Connected On", "Vorname,Nachname,Verbunden am", "First Name,Last Name,URL,Position"),
        {"url": "links", "connected on": "kept", "verbunden am": "kept"},
    ),
    NETFILES,
    Source(
        "google",
        "people",
        _has(
            "First Name,Last Name,File As",
            "First Name,E-mail 1 - Value",
            "First Name,Phone 1 - Value",
            "First Name,Last Name,Organization Name,Labels",
            "Name,Given Name,Group Membership",
            "Name,Given Name,Yomi Name",
            "Name,E-mail 1 - Value",
            "Name,Phone 1 - Value",
        ),
        {"photo": "kept", "occupation": "kept", "mileage": "kept", "subject": "kept"},
    ),
    Source("thunderbird", "people", _has("Display Name,Primary Email", "Anzeigename,Primäre E-Mail-Adresse")),
    Source("eight", "people", _has("会社名,氏名,e-mail", "会社名,部署名,役職,氏名")),
    Source(
        "outlook",
        "people",
        _has(
            "First Name,Last Name,E-mail Address",
            "First Name,Last Name,Business Street",
            "First Name,Last Name,Business Phone",
            "Vorname,Nachname,E-Mail-Adresse,Firma",
            "Vorname,Nachname,Telefon geschäftlich",
            "Vorname,Nachname,Straße geschäftlich",
            "Prénom,Nom,Adresse de messagerie",
            "Prénom,Nom,Rue (bureau)",
        ),
        _OUTLOOK,
    ),
)


def source_of(cells: Sequence[str]) -> Source | None:
    """The source whose columns these are; None where they are nobody's in particular."""
    names = frozenset(normal(cell) for cell in cells)
    return next((source for source in SOURCES if any(has <= names for has in source.has)), None)
