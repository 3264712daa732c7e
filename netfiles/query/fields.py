"""What a query can ask of somebody: the fields of the language, and what each of them takes."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Literal, NamedTuple, get_args

from netfiles.model import fields as f

Takes = Literal["text", "phone", "tag", "words", "past", "ahead", "yearly", "number", "has"]
"""`past` and `ahead` are days by the way durations are counted; `yearly` is a birthday."""


class Field(NamedTuple):
    """One field: its name, what it takes, its other names, and the words it knows with their other spellings."""

    name: str
    takes: Takes
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    spelt: Mapping[str, str] = {}

    @property
    def is_day(self) -> bool:
        return self.takes in ("past", "ahead", "yearly")


TIES = ("strong", "warm", "cool", "cold", "new")
TARGETS = ("A", "yes", "B", "C", "no")
STATUSES = ("active", "dormant", "closed")
STATES = (
    "due", "overdue", "snoozed", "planned", "new", *STATUSES, "target", "imported", "filed",
)  # fmt: skip

FIELDS: tuple[Field, ...] = (
    Field("name", "text", ("names", "alias", "aliases", "person")),
    Field("title", "text", ("role", "position", "job")),
    Field("company", "text", ("employer", "companies", "firm")),
    Field("past", "text", ("past_companies", "past_company", "before", "former")),
    Field("at", "text"),
    Field("industry", "text"),
    Field("place", "text", ("location", "city", "town")),
    Field("relation", "text"),
    Field("tag", "tag", ("tags",)),
    Field("help", "text", ("can_help", "offers")),
    Field("source", "text"),
    Field("knows", "text"),
    Field("by", "text", ("introduced_by",)),
    Field("told", "text", ("told_before", "heard")),
    Field("email", "text", ("emails", "mail")),
    Field("phone", "phone", ("phones", "tel")),
    Field("note", "text", ("notes", "body")),
    Field("tie", "words", words=TIES),
    Field("target", "words", words=TARGETS, spelt={"any": "yes", "true": "yes", "none": "no", "false": "no"}),
    Field("status", "words", words=STATUSES),
    Field("is", "words", words=STATES, spelt={"late": "overdue", "on-file": "filed", "on_file": "filed"}),
    Field("has", "has"),
    Field("last", "past", ("last_contact", "contacted")),
    Field("first", "past", ("first_contact",)),
    Field("met", "past", ("met_on",)),
    Field("as_of", "past"),
    Field("next", "ahead", ("next_contact", "next_on")),
    Field("birthday", "yearly", ("born",)),
    Field("entries", "number", ("entry", "contacts", "talks")),
    Field("asked", "number", ("asks",), get_args(f.AskKind)),
    Field("got", "number", words=get_args(f.Gift)),
    Field("gave", "number", ("given",), get_args(f.Gift)),
)

MORE: Mapping[str, tuple[str, ...]] = {
    "photo": (),
    "card": ("cards",),
    "address": ("addresses",),
    "link": ("links",),
    "i_can_help": (),
    "met_at": (),
    "keep_in_touch": (),
    "snooze_until": (),
    "may_use_name": (),
    "uid": (),
}
"""What somebody may have beside the fields, by its name, with other names for it."""

_NEVER_ASKED_FOR = frozenset(("has", "is", "tie", "status", "name"))
_NO_COLUMN = frozenset(("has", "is", "at", "note"))


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    return {name: field for field in fields for name in (field.name, *field.others)}


BY_NAME: Mapping[str, Field] = _by_name(FIELDS)
COLUMNS: Mapping[str, Field] = _by_name(field for field in FIELDS if field.name not in _NO_COLUMN)
HAD: Mapping[str, str] = {
    **{name: field.name for name, field in BY_NAME.items() if field.name not in _NEVER_ASKED_FOR},
    **{name: main for main, others in MORE.items() for name in (main, *others)},
    "alias": "alias",
    "aliases": "alias",
}
"""What `has:` takes, and what is meant by it."""


def plain(name: str) -> str:
    """The name of a field or of one of its words, as it is looked up."""
    return name.strip().lower().replace("-", "_")


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word that somebody may have meant."""
    found = get_close_matches(plain(word), tuple(known), 1, 0.6)
    return found[0] if found else None
