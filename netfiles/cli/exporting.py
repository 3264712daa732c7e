"""What `netfiles export` prints in each format."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import click

from netfiles import __version__
from netfiles.cli.terminal import Terminal
from netfiles.insights.in_short import About
from netfiles.model import Person, Private
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.exchange.outgoing.listed import Listed
    from netfiles.insights.derive import Insights
    from netfiles.model import Record

_MOST_NAMED = 20


@dataclass(frozen=True)
class Wish:
    """What was asked for: the format, the query, and the options."""

    format_: str
    query: str = ""
    no_private: bool = False
    redact: bool = False
    version: Literal["3.0", "4.0"] = "4.0"
    photo: bool = False
    notes: bool = False
    what: str = "people"
    raw: bool = False
    excel: bool = False
    sheet: str = "L7160"
    skip: int = 0
    plain: bool = False
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class Exported:
    """The pieces of the outcome, by what in its first bytes it is known as ours, and words beside it.

    `found`: there is something to print. `personal`: it holds what files say. `day`: the one a file of it is to be of.
    """

    pieces: Iterable[bytes]
    mark: bytes = b"netfiles"
    said: tuple[str, ...] = ()
    found: bool = True
    personal: bool = True
    day: date | None = None


@dataclass(frozen=True)
class _Stock:
    """What there is to print: everything, and whom the query asks for. Days in it are later by `shift`."""

    terminal: Terminal
    wish: Wish
    insights: "Insights"
    shift: timedelta = timedelta(0)

    @cached_property
    def found(self) -> tuple[About, ...]:
        """Whom the query asks for, those without a file too. Raises BadQuery."""
        from netfiles.cli.chosen import chosen

        return chosen(self.insights, self.wish.query, self.wish.format_ in _TO_WRITE_TO)

    @cached_property
    def people(self) -> tuple[tuple[About, Person], ...]:
        """Whom the query asks for, with their files."""
        everyone = self.insights.network.people
        records = ((about, everyone[about.key].record) for about in self.found)
        return tuple((about, record) for about, record in records if record)

    @property
    def listed(self) -> "list[Listed]":
        from netfiles.exchange.outgoing.listed import listed

        return [listed(about, person) for about, person in self.people]

    @property
    def unfiled(self) -> tuple[str, ...]:
        """A word on those who have no file to print."""
        names = [about.name for about in self.found if about.file is None]
        return (f"Left out, since they are not on file: {_named(names)}.",) if names else ()


_TO_WRITE_TO = ("labels", "emails")
"""The formats that are for writing to people: those who are closed are left out of them."""


def exported(terminal: Terminal, wish: Wish) -> Exported:
    """The outcome of a wish. Raises BadQuery."""
    from dataclasses import replace

    from netfiles.cli.chosen import understood

    if wish.format_ == "schema":
        return _schema()
    understood(wish.query)  # before anything is read
    insights = terminal.insights()
    seen = _seen(terminal, wish, insights)
    stock = _Stock(terminal, wish, seen, seen.today - insights.today)
    made = _MAKE[wish.format_](stock)
    if wish.redact:
        said = (*made.said, "Names are made up and dates are shifted. Look through it before you give it away.")
        return replace(made, said=said, personal=False, day=stock.insights.today)  # else the file's day tells the shift
    if not made.found or not any(record.private != Private() for record in _shown(stock)):
        return made
    return replace(made, said=(*made.said, "What is marked as private is in it too; --no-private leaves it out."))


def _seen(terminal: Terminal, wish: Wish, insights: "Insights") -> "Insights":
    """What follows from all files, or from what others may see of them. Raises NoKey."""
    from netfiles.exchange.outgoing.private import without_private
    from netfiles.exchange.redaction.redact import redacted
    from netfiles.index.build import build_network
    from netfiles.insights.derive import derive
    from netfiles.vault.redaction_key import redaction_key

    if wish.redact:
        collection, day = redacted(insights.network.collection, redaction_key(terminal.vault()), insights.today)
        return derive(build_network(collection), day)
    if wish.no_private:
        return derive(build_network(without_private(insights.network)), insights.today)
    return insights


def _shown(stock: _Stock) -> "Iterable[Record]":
    """The records of which the outcome tells: those that were asked for, else all."""
    if stock.wish.format_ in ("ics", "json", "sqlite", "work-log"):
        return stock.insights.network.collection.records()
    return _records(stock)


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return printable(", ".join(names[:_MOST_NAMED])) + more


def _bytes(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8", "backslashreplace") for piece in pieces)


def _nobody(stock: _Stock) -> Exported:
    query = stock.wish.query
    said = f"Nobody is found by: {printable(query)}." if query else "Nobody is on file."
    return Exported((), said=(*stock.unfiled, said), found=False)


def _schema() -> Exported:
    import json

    from netfiles.exchange.outgoing.json_schema import schema

    text = json.dumps(schema(), indent=2)
    return Exported(_bytes([f"{text}\n"]), personal=False)


def _vcard(stock: _Stock) -> Exported:
    from netfiles.cli.pictures import picture_of, pictures
    from netfiles.exchange.vcards.vcard_out import vcard

    if not stock.people:
        return _nobody(stock)
    wish, vault, known = stock.wish, stock.terminal.vault(), pictures(stock.insights.network.collection)

    def cards() -> Iterator[str]:
        for about, person in stock.people:
            photo = picture_of(vault, known, person) if wish.photo else None
            yield vcard(person, about.company, photo, wish.version, person.origin.body if wish.notes else "")

    return Exported(_bytes(cards()), said=stock.unfiled)


def _csv(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.csv_out import table
    from netfiles.exchange.outgoing.records_out import columns, rows

    wish = stock.wish
    records = list(_records(stock))
    if not records:
        return _nobody(stock) if wish.what == "people" or wish.query else _nothing(wish.what)
    head = columns(records[0].kind)
    pieces = table(head, rows(records, stock.insights.people), wish.raw, wish.excel)
    said = stock.unfiled if wish.what == "people" else ()
    return Exported(_bytes(pieces), ",".join(head).encode(), said)


def _records(stock: _Stock) -> "Iterable[Record]":
    """The records that are rows: of a query, the people, or the entries with them."""
    collection = stock.insights.network.collection
    if stock.wish.what == "people":
        return [person for _, person in stock.people]
    if stock.wish.query:
        keys = {about.key for about in stock.found}
        return [e.record for e in stock.insights.network.entries if not keys.isdisjoint(e.people)]
    if stock.wish.what == "interactions":
        return [entry.record for entry in stock.insights.network.entries]
    records: tuple[Record, ...] = getattr(collection, stock.wish.what)
    return records


def _nothing(what: str) -> Exported:
    return Exported((), said=(f"There are no {what}.",), found=False)


def _ics(stock: _Stock) -> Exported:
    from netfiles.exchange.calendars.calendar_events import events
    from netfiles.exchange.calendars.ics_out import calendar

    insights, wish = stock.insights, stock.wish
    if wish.query and not stock.found:
        return _nobody(stock)
    keys = {about.key for about in stock.found} if wish.query else None
    name = insights.network.collection.options.site_name
    return Exported(_bytes(calendar(events(insights, keys), name, insights.today)))


def _json(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.json_out import as_json

    return Exported(_bytes(as_json(stock.insights, __version__, _own(stock))))


def _sqlite(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.sqlite_out import MARK, database

    made = database(stock.insights, __version__, _own(stock))
    return Exported([made], MARK)


def _own(stock: _Stock) -> "Mapping[str, Mapping[str, str | tuple[str, ...]]]":
    from netfiles.cli.own_fields import own_texts
    from netfiles.exchange.outgoing.own_fields import own_fields

    network = stock.insights.network
    if stock.wish.redact:
        return {}
    return own_fields(own_texts(stock.terminal.vault(), network), network.records)


def _title(stock: _Stock) -> str:
    return f"People: {stock.wish.query}" if stock.wish.query else "People"


def _markdown(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.markdown_out import markdown_table

    if not stock.people:
        return _nobody(stock)
    rows = list(markdown_table(stock.listed))
    return Exported(_bytes(rows), rows[0].encode(), stock.unfiled)


def _html(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.html_out import html_page

    if not stock.people:
        return _nobody(stock)
    return Exported(_bytes(html_page(_title(stock), stock.listed)), said=stock.unfiled)


def _labels(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.labels_out import SHEETS, labels_page, labels_text

    if not stock.people:
        return _nobody(stock)
    people = stock.listed
    addressed = [person for person in people if person.address]
    said = (*stock.unfiled, *_lacking(people, addressed, "postal address"))
    if stock.wish.plain:
        return Exported(_bytes(labels_text(addressed)), b"", said, found=bool(addressed))
    if stock.wish.skip >= SHEETS[stock.wish.sheet].labels:
        raise click.UsageError(f"--skip {stock.wish.skip}: a sheet of {stock.wish.sheet} has fewer labels.")
    pages = labels_page(SHEETS[stock.wish.sheet], addressed, stock.wish.skip)
    return Exported(_bytes(pages), said=said, found=bool(addressed))


def _emails(stock: _Stock) -> Exported:
    from netfiles.exchange.outgoing.emails_out import email_line

    if not stock.people:
        return _nobody(stock)
    people = stock.listed
    reached = [person for person in people if person.email]
    said = (*stock.unfiled, *_lacking(people, reached, "e-mail address"))
    return Exported(_bytes([f"{email_line(reached)}\n"]), b"", said, found=bool(reached))


def _lacking(people: "list[Listed]", having: "list[Listed]", what: str) -> tuple[str, ...]:
    reached = set(having)
    names = [person.name for person in people if person not in reached]
    return (f"Left out, since no {what} is on file: {_named(names)}.",) if names else ()


def _work_log(stock: _Stock) -> Exported:
    from netfiles.cli.report import days_of_log
    from netfiles.insights.work_log import log_lines
    from netfiles.vault.today import day_of
    from netfiles.views.work_log_csv import HEAD, as_csv

    insights, wish = stock.insights, stock.wish
    given = (
        day_of(wish.first, "--from") + stock.shift if wish.first else None,
        day_of(wish.last, "--to") + stock.shift if wish.last else None,
    )
    first, last = days_of_log(insights, given)
    lines = log_lines(insights.network, first, last, insights.today)
    said = () if lines else (f"No efforts are logged from {first} to {last}.",)
    return Exported(_bytes([as_csv(lines)]), ",".join(HEAD).encode(), said, found=bool(lines))


_MAKE: Mapping[str, Callable[[_Stock], Exported]] = {
    "vcard": _vcard,
    "csv": _csv,
    "ics": _ics,
    "json": _json,
    "sqlite": _sqlite,
    "markdown": _markdown,
    "html": _html,
    "labels": _labels,
    "emails": _emails,
    "work-log": _work_log,
}
