"""What the search reads after the names: notes, entries, the guide; in parts, so that an edit changes a small one.

A part is text. Its first line is what the addresses of all others begin with. Then comes a line for each text:
the rest of its address, its day (or nothing), its title, its words, and how to reach somebody, parted by tabs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from zlib import crc32

from netfiles.index.network import Employer, Entry, Someone
from netfiles.model import Record
from netfiles.text.markdown import one_line
from netfiles.views.context import Context
from netfiles.views.entries import kind, title
from netfiles.views.guide import guide_lines
from netfiles.views.marks import Made, mark_of

BUCKET = 512
"""About half to twice so many people share a part."""


def note_parts(context: Context) -> dict[str, Made]:
    """Each part by its name, in the order the browser reads them: people first, then companies, the newest entries."""
    companies, docs = tuple(context.network.companies.values()), context.collection.docs
    return {
        **_people(context),
        "companies": Made(partial(_companies, context, companies), lambda marks: marks.notes_on(companies)),
        "goals": Made(partial(_goals, context), lambda marks: mark_of(_goals(marks.context).splitlines())),
        **_journal(context),
        **({"guide": Made(partial(_guide, docs), lambda _: mark_of(docs))} if docs else {}),
    }


def _part(base: str, lines: Iterable[str]) -> bytes:
    return "\n".join((base, *lines)).encode(errors="replace")


def line(address: str, day: str, name: str, texts: Iterable[str]) -> str:
    """One line of a part."""
    return f"{address}\t{day}\t{one_line(name)}\t{' · '.join(words for text in texts if (words := one_line(text)))}"


def _people(context: Context) -> dict[str, Made]:
    count = 1 << (len(context.addresses.people) // BUCKET).bit_length()
    buckets = cache(lambda: _spread(context.network.on_file, count))
    return {f"people-{n}": _bucket(context, buckets, n) for n in range(count)}


def _bucket(context: Context, buckets: Callable[[], list[list[Someone]]], n: int) -> Made:
    return Made(lambda: _of_people(context, buckets()[n]), lambda marks: marks.notes_on(buckets()[n]))


def _spread(people: Iterable[Someone], count: int) -> list[list[Someone]]:
    """People by their keys, so that one more or less moves nobody else."""
    buckets: list[list[Someone]] = [[] for _ in range(count)]
    for someone in people:
        buckets[crc32(someone.key.encode(errors="replace")) % count].append(someone)
    return buckets


def _of_people(context: Context, people: Iterable[Someone]) -> bytes:
    lines = (person_note(someone, context.addresses.people[someone.key]) for someone in people)
    return _part("people/", filter(None, lines))


def person_note(someone: Someone, address: str) -> str | None:
    """The notes on somebody, then how to reach them; None where there is neither."""
    record = someone.record
    if record is None:
        return None
    texts = (record.origin.body, record.relation, record.met_at, *record.can_help, *record.i_can_help)
    ways = (*record.emails, *record.phones, *map(_digits, record.phones), *record.addresses)
    if not any(texts) and not ways:
        return None
    notes = line(address.removeprefix("people/"), "", someone.name, filter(None, texts))
    return f"{notes}\t{one_line(', '.join(ways))}" if ways else notes


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def _companies(context: Context, employers: Iterable[Employer]) -> bytes:
    places = context.addresses.companies
    return _part("companies/", (text for each in employers for text in company_notes(each, places[each.key])))


def company_notes(employer: Employer, address: str) -> Iterator[str]:
    """The notes on a company and on the leads there."""
    place = address.removeprefix("companies/")
    if record := employer.record:
        texts = (record.origin.body, record.why, record.website, *record.addresses)
        if any(texts):
            yield line(place, "", employer.name, filter(None, texts))
    for lead in employer.leads:
        lead_texts = (lead.origin.body, *lead.needs, lead.method, lead.result, lead.salary, lead.next)
        yield line(place, "", f"{lead.called}, {employer.name}", filter(None, lead_texts))


def _goals(context: Context) -> bytes:
    collection, places = context.collection, context.addresses.others
    profile = collection.profile
    records: tuple[Record, ...] = (*collection.goals, *((profile,) if profile else ()))
    extra = (profile.pitch or "", *profile.strengths, *profile.skills, *profile.accomplishments) if profile else ()
    lines = (
        line(places[each.path].removeprefix("goals/"), "", each.called, (each.origin.body, *_of(each, profile, extra)))
        for each in records
    )
    return _part("goals/", lines)


def _of(record: Record, profile: Record | None, extra: tuple[str, ...]) -> tuple[str, ...]:
    return extra if record is profile else ()


def _journal(context: Context) -> dict[str, Made]:
    """A part for each month, for about ten days of a busy one; the newest first."""
    found: dict[str, list[str]] = {}
    for key in context.told:
        found.setdefault(key[:9], []).append(key)
    return {name: _told_on(context, name, keys) for name, keys in reversed(found.items())}


def _told_on(context: Context, name: str, keys: Sequence[str]) -> Made:
    """The part of some pages of the journal."""

    def entries() -> tuple[Entry, ...]:
        return tuple(chain.from_iterable(map(context.entries_at, keys)))

    return Made(lambda: _of_entries(context, entries()), lambda marks: marks.notes_of(name, entries()))


def _of_entries(context: Context, entries: tuple[Entry, ...]) -> bytes:
    network, places = context.network, context.addresses.entries
    lines = (
        entry_line(entry, places[entry.path], tuple(network.people[key].name for key in entry.people))
        for entry in reversed(entries)
    )
    return _part("journal/", lines)


def entry_line(entry: Entry, address: str, names: tuple[str, ...]) -> str:
    """An entry: its title, its notes, and those who took part where the title does not name them."""
    record = entry.record
    name = title(record) or kind(record)
    people = ", ".join(each for each in names if each not in name)
    texts = (record.origin.body, people, record.ask, record.next, record.they_owe)
    return line(address.removeprefix("journal/"), entry.day.isoformat(), name, filter(None, texts))


def _guide(pages: Iterable[tuple[str, str]]) -> bytes:
    return _part("docs/", (line(*found) for path, text in pages for found in guide_lines(path, text)))
