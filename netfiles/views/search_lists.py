"""The lists that the search and the long tables read in the browser: people and companies, a line each.

A list is text. First stand the words that lines share (companies, titles, places, tags), one a line, and an empty
line. Then a line for each thing: fields parted by tabs, its own ones first, then the numbers of the words it shares.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Someone
from netfiles.insights.ties import Tie
from netfiles.views.context import Context
from netfiles.views.employers import TIES, Facts, employers
from netfiles.views.face import colour, initials, photo

EPOCH = date(1970, 1, 1).toordinal()


class Line(NamedTuple):
    """One thing of a list: its own fields, the words of single fields, the words of the last field, which has many."""

    own: str
    single: tuple[str, ...]
    many: tuple[str, ...] = ()


def packed(lines: Iterable[Line]) -> bytes:
    """A list as the browser gets it."""
    numbers: dict[str, str] = {}
    rows: list[str] = []
    for own, single, many in lines:
        found = [numbers.setdefault(word, str(len(numbers))) if word else "" for word in single]
        tags = " ".join([numbers.setdefault(word, str(len(numbers))) for word in many if word])
        rows.append("\t".join((own, *found, tags)).rstrip("\t"))
    return "\n".join((*numbers, "", *rows)).encode(errors="replace")


def people_list(context: Context) -> bytes:
    """Everyone on file in the order of their names, then the names not yet on file."""
    unfiled = (someone for someone in context.network.people.values() if someone.record is None)
    return packed((*(person_of(context, someone) for someone in context.people_by_name), *_unfiled(context, unfiled)))


def person_of(context: Context, someone: Someone) -> Line:
    company = context.network.companies[someone.company].name if someone.company else ""
    address = context.addresses.people[someone.key]
    tie, last = context.insights.standings.by_key[someone.key].tie, someone.last_contact(context.today)
    return person_line(someone, tie, last, company, address, photo(someone, context.bodies))


def person_line(someone: Someone, tie: Tie, last: date | None, company: str, address: str, picture: str | None) -> Line:
    """Somebody on file: name, address, face, tie, last contact, aliases; company, title, place, tags.

    An address that begins as the name's slug does is written without it. A face is a picture's address, or a
    letter for the colour and the initials. A tie is its number in TIES, a day that since 1970.
    """
    record, name = someone.record, one_line(someone.name)
    own = (
        name,
        _without_name(address.removeprefix("people/").removesuffix("/"), someone.name),
        picture or f"{chr(ord('a') + colour(someone.name))}{initials(someone.name)}",
        str(TIES.index(tie.word)),
        str(last.toordinal() - EPOCH) if last else "",
        one_line(", ".join(record.aliases)) if record and record.aliases else "",
    )
    single = (company, record.title or "", record.location or "") if record else (company, "", "")
    return Line("\t".join(own), tuple(map(one_line, single)), tuple(map(one_line, record.tags)) if record else ())


def _without_name(address: str, name: str) -> str:
    """`` for `jane-doe` of Jane Doe, `-acme` for `jane-doe-acme`; only of names in plain letters."""
    start = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
    rest = address.removeprefix(start)
    return rest if start and rest != address and (not rest or rest.startswith("-")) else address


def one_line(text: str) -> str:
    """A field's text without what parts fields and lines."""
    return text if text.isprintable() else " ".join(text.split())


def _unfiled(context: Context, people: Iterable[Someone]) -> Iterator[Line]:
    """Names not yet on file lead to where they were given or stand; their address has a slash in it."""
    for someone in people:
        if found := someone.given_in or someone.entries:
            yield Line(f"{one_line(someone.name)}\t{context.addresses.entries[found[-1].path]}", ())


def companies_list(context: Context) -> bytes:
    """Every company in the order of their names."""
    return packed(map(company_line, employers(context), _aliases(context)))


def _aliases(context: Context) -> Iterator[Sequence[str]]:
    for employer in context.companies_by_name:
        yield employer.record.aliases if employer.record else ()


def company_line(facts: Facts, aliases: Sequence[str]) -> Line:
    """A company: name, address, people there now and before, tie, target, open leads, aliases; industry, place."""
    name = one_line(facts.name)
    own = (
        name,
        _without_name(facts.href.removesuffix("/"), facts.name),
        str(facts.now or ""),
        str(facts.before or ""),
        str(TIES.index(facts.tie)) if facts.tie else "",
        facts.target or "",
        str(facts.open_leads or ""),
        one_line(", ".join(aliases)),
    )
    return Line("\t".join(own), (one_line(facts.industry), one_line(facts.place)))
