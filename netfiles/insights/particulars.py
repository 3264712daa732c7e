"""What queries ask of somebody, as one plain text: a line for each value, light to keep for many."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from netfiles.index.network import Employer, Entry, Network, Someone
from netfiles.index.resolve import NOTHING
from netfiles.insights.standing import Standing
from netfiles.model import Person
from netfiles.text.letters import flat

_plain = lru_cache(50_000)(flat)
"""Companies, places, tags and the like come again and again."""


def particulars(network: Network, standing: Standing, today: date) -> str:
    """What the fields of the language are asked and somebody in short does not say anyway; `values_in` reads it."""
    someone, record = standing.someone, standing.someone.record
    lines = ["", *_states(standing, today), *_of_network(network, someone)]
    lines += [f"by\t{name}" for key in introducers(someone, today) for name in _called(network.people[key])]
    if someone.entries:
        lines += _of_entries(network, someone, today)
    if record:
        lines += _of_person(record)
        lines += _texts_of(record)
        if record.told_before:
            known = network.fields.get(someone.key, NOTHING).all("told_before")
            lines += [f"told\t{name}" for path in known for name in _news(network, path)]
    lines.append("")
    return "\n".join(lines)


def values_in(text: str, field: str) -> list[str]:
    """The values of a field."""
    start = f"\n{field}\t"
    at = text.find(start)
    found = []
    while at >= 0:
        begin = at + len(start)
        end = text.index("\n", begin)
        found.append(text[begin:end])
        at = text.find(start, end)
    return found


def _of_network(network: Network, someone: Someone) -> Iterator[str]:
    if someone.company:
        employer = network.companies[someone.company]
        yield from [f"company\t{name}" for name in _called(employer)]
        if employer.record and employer.record.industry:
            yield f"industry\t{_plain(employer.record.industry)}"
        if employer.record and employer.record.target and employer.is_target:
            yield f"target\t{employer.record.target.lower()}"
            yield "is\ttarget"
    for key, _ in someone.past:
        yield from [f"past\t{name}" for name in _called(network.companies[key])]
    for key in someone.knows:
        yield from [f"knows\t{name}" for name in _called(network.people[key])]


def introducers(someone: Someone, today: date) -> tuple[str, ...]:
    """Who introduced them, by their own file and by the entries up to today that give the owner their name."""
    own = (someone.introduced_by,) if someone.introduced_by else ()
    given = (key for entry in someone.given_in if entry.day <= today for key in entry.people if key != someone.key)
    return tuple(dict.fromkeys((*own, *given)))


def _called(one: Employer | Someone) -> tuple[str, ...]:
    """All that somebody or a company is called."""
    if one.record is None:
        return (_plain(one.name),)
    return tuple(dict.fromkeys(map(_plain, (one.name, one.record.origin.stem, *one.record.aliases))))


def _of_person(record: Person) -> Iterator[str]:
    """What the file says in words of its own, and in days."""
    if record.status != "active":
        yield f"status\t{record.status}"
    if record.met_on:
        yield f"met\t{record.met_on.isoformat()}"
    if record.as_of:
        yield f"as_of\t{record.as_of.isoformat()}"
    if record.birthday:
        yield f"birthday\t{str(record.birthday)[-5:]}" if record.birthday.month else "has\tbirthday"
    yield from [f"phone\t{''.join(filter(str.isdecimal, text))}" for text in record.phones]
    if record.origin.body and not record.origin.body.isspace():
        yield "has\tnote"
    if (record.next or record.next_on) and not record.next_done:
        yield "has\tnext"
    yield from [f"has\t{name}" for name, field in _HAD if getattr(record, field)]


_HAD = (
    ("photo", "photo"),
    ("card", "cards"),
    ("address", "addresses"),
    ("link", "links"),
    ("alias", "aliases"),
    *((name, name) for name in ("i_can_help", "met_at", "keep_in_touch", "snooze_until", "may_use_name", "uid")),
)


def _texts_of(record: Person) -> Iterator[str]:
    if record.title:
        yield f"title\t{_plain(record.title)}"
    if record.location:
        yield f"place\t{_plain(record.location)}"
    if record.relation:
        yield f"relation\t{_plain(record.relation)}"
    if record.source:
        yield f"source\t{_plain(record.source)}"
    yield from [f"tag\t{_plain(tag)}" for tag in record.tags]
    yield from [f"help\t{flat(text)}" for text in record.can_help]
    yield from [f"email\t{flat(text)}" for text in record.emails]


def _states(standing: Standing, today: date) -> Iterator[str]:
    """Some of the words of `is:` that are true."""
    someone, record = standing.someone, standing.someone.record
    if standing.open.items:
        yield "is\tdue"
        if any(reason.due < today for item in standing.open.items for reason in item.reasons):
            yield "is\toverdue"
    if someone.entries and someone.entries[-1].day > today:
        yield "is\tplanned"
    if record and record.snooze_until and record.snooze_until > today:
        yield "is\tsnoozed"
    if record and record.source:
        yield "is\timported"


def _of_entries(network: Network, someone: Someone, today: date) -> Iterator[str]:
    """The first contact, and what was asked, given and told up to today, a line for each thing."""
    if someone.entries[0].day <= today:
        yield f"first\t{someone.entries[0].day.isoformat()}"
    for entry in someone.entries:
        if entry.day > today:
            yield "planned\t"
            continue
        record = entry.record
        if record.asked or record.ask:
            yield f"asked\t{record.asked or ''}"
        if record.got:
            yield from [f"got\t{gift}" for gift in record.got]
        if record.gave:
            yield from [f"gave\t{gift}" for gift in record.gave]
        if record.told:
            yield from [f"told\t{name}" for name in _told_in(network, entry)]


def _told_in(network: Network, entry: Entry) -> Iterator[str]:
    """What was told in an entry, by its plain names: news, or an accomplishment in words."""
    for path in network.fields.get(entry.path, NOTHING).all("told"):
        yield from _news(network, path)
    yield from [_plain(link.text) for link in entry.record.told if not link.linked]


def _news(network: Network, path: str) -> tuple[str, ...]:
    record = network.records[path]
    return tuple(dict.fromkeys((_plain(record.called), _plain(record.origin.stem))))
