"""Loops that cannot be closed the way a file says: an end without an ask, thanks for nothing or before the gift."""

from collections.abc import Iterator
from typing import Literal

from netfiles.index.network import Entry, Network
from netfiles.index.resolve import NOTHING
from netfiles.problems import Place, Problem

Field = Literal["thanks_for", "outcome_for"]


def loose_ends(entries: tuple[Entry, ...]) -> tuple[Problem, ...]:
    """The problems that some entries show by themselves."""
    return tuple(problem for entry in entries for problem in _alone(entry))


def _alone(entry: Entry) -> Iterator[Problem]:
    record = entry.record
    if record.ask_status and not (record.asked or record.ask):
        yield _without_ask(entry)
    if record.got and record.thanked is not None and record.thanked < entry.day:
        yield _too_early(entry)


def closing_nothing(network: Network) -> Iterator[Problem]:
    """The problems of entries that name another one as that which they thank for, or whose outcome they tell."""
    for path, closing in network.relations.thanked.items():
        named = network.entry_by_path[path]
        if not named.record.got or closing[0].day <= named.day:
            yield from _wrong(network, "thanks_for", named, closing, bool(named.record.got))
    for path, closing in network.relations.outcomes.items():
        named = network.entry_by_path[path]
        given = bool(named.record.got or named.introduced) or _told_of_a_lead(network, path)
        if not given or closing[0].day <= named.day:
            yield from _wrong(network, "outcome_for", named, closing, given)


def _told_of_a_lead(network: Network, path: str) -> bool:
    """Whether a lead was heard of in an entry."""
    return any(network.fields.get(lead.path, NOTHING).one("heard_via") == path for lead in network.collection.leads)


def _without_ask(entry: Entry) -> Problem:
    return Problem(
        "NF325",
        entry.record.origin.place("ask_status"),
        f"`ask_status: {entry.record.ask_status}`, but nothing was asked",
        "Add what you asked for, `asked: contacts` and the sentence in `ask`, or remove this line.",
    )


def _too_early(entry: Entry) -> Problem:
    return Problem(
        "NF326",
        entry.record.origin.place("thanked"),
        f"`thanked`: {entry.record.thanked} is before {entry.day}, the day of what you got",
        "Write the day on which you said thanks for it, or remove the line.",
    )


def _wrong(network: Network, field: Field, named: Entry, closing: tuple[Entry, ...], given: bool) -> Iterator[Problem]:
    """What is wrong with the entries that name another in `field`; `given`: something was given in it."""
    for entry in closing:
        if not entry.follows(named):
            what = "itself" if entry is named else f"an entry that is not earlier, of {named.day}"
            advice = "Name the earlier entry in which you got something."
        elif not given:
            what, advice = (
                f"{named.path}, in which you got nothing",
                f"Add what you got to {named.path}: `got: advice`.",
            )
        else:
            continue
        yield Problem("NF326", _place(network, entry, field, named.path), f"`{field}` names {what}", advice)


def _place(network: Network, entry: Entry, field: Field, path: str) -> Place:
    keys = network.fields.get(entry.path, NOTHING).keys.get(field, ())
    return entry.record.origin.place(field, keys.index(path) if path in keys else None)
