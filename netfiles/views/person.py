"""A person: open loops, the path there, everything that happened, and the facts beside it."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from netfiles.index.network import Someone
from netfiles.insights.days import spoken
from netfiles.insights.follow_ups.contact import cadence
from netfiles.model import PartialDate, Person, Years
from netfiles.problems import Place
from netfiles.views.brief_part import brief_part
from netfiles.views.contact_card import contact_card
from netfiles.views.context import Context, Here, day
from netfiles.views.ledger_of_giving import passed_between
from netfiles.views.loops import DAY, Promise, ahead, loop
from netfiles.views.page import Page, Section
from netfiles.views.paths import MAY_SAY, Ways, has_way, ways
from netfiles.views.reach import Way, emails, first_ways, phones, web
from netfiles.views.rows import position
from netfiles.views.templating import fill
from netfiles.views.timeline import timeline
from netfiles.views.words import MONTHS, listed

Fact = tuple[str, list[Markup]]
MOST = 12
MOST_OPEN = 25


def person_page(context: Context, someone: Someone, record: Person) -> Page:
    """The page of somebody on file."""
    address = context.addresses.people[someone.key].removesuffix("/")
    page = Page(address, someone.name, (), ("navigation", "toc"))
    here = Here(context, page.root)
    reasons = context.insights.reasons(someone.key)
    shown = first_ways(record)
    promised = _ahead(here, someone, record, {reason.place for reason in reasons})
    html = fill(
        "person.html",
        face=here.face(someone),
        position=position(here, someone),
        record=record,
        people=here.to("people/"),
        ways=shown,
        edit=here.edit(record.origin.place()),
        stale=record.path in context.collection.stale,
        loops=[loop(here, reason, DAY, reasons, someone.name) for reason in reasons[:MOST_OPEN]],
        ahead=promised[:MOST_OPEN],
        more_open=max(0, len(reasons) - MOST_OPEN) + max(0, len(promised) - MOST_OPEN),
        brief=brief_part(here, someone),
        found=_way_there(here, someone),
        passed=passed_between(here, someone),
        timeline=timeline(here, someone.entries, context.today, someone.key),
        notes=here.body(record),
        facts=list(facts(here, someone, record, shown)),
        card=contact_card(record, _employer(context, someone)),
        missing=list(_missing(context, record)),
        file=here.file(record.origin.place()),
        tie=context.insights.tie(someone.key).word,
    )
    return Page(address, page.title, (Section(html),), page.hide)


def _employer(context: Context, someone: Someone) -> str | None:
    return context.network.companies[someone.company].name if someone.company else None


def _way_there(here: Here, someone: Someone) -> Ways | None:
    """The paths to somebody I have not been in contact with, unless they want none."""
    if not has_way(here.context, someone):
        return None
    approach = here.context.insights.approach(someone.key)
    return ways(here, approach.paths, approach.possible)


def _ahead(here: Here, someone: Someone, record: Person, known: set[Place]) -> list[Promise]:
    """What was promised and is not due; newest last, what has no day at the end."""
    of_entries = (p for e in someone.entries if e.people[0] == someone.key for p in ahead(here, e.record, known))
    found = [*ahead(here, record, known), *of_entries]
    return sorted(found, key=lambda p: (p.on is None, p.on or here.context.today, p.place))


def facts(here: Here, someone: Someone, record: Person, above: tuple[Way, ...]) -> Iterator[Fact]:
    """The facts at the side, only those that are written and do not stand `above` already."""
    for word, texts in (("Can help with", record.can_help), ("You can help with", record.i_can_help)):
        if texts:
            yield word, [escape(text) for text in texts]
    yield from _met(here, someone, record)
    for word, keys in (
        ("Introduced", someone.introduced),
        ("Knows", someone.knows),
        ("Known by", someone.known_by),
    ):
        if keys:
            yield word, _people(here, keys)
    yield from _contact(here, record, above)
    yield from _background(here, someone, record)


def _people(here: Here, keys: tuple[str, ...]) -> list[Markup]:
    rest = [escape(f"and {len(keys) - MOST} more")] if len(keys) > MOST else []
    return [here.person(key) for key in keys[:MOST]] + rest


def _met(here: Here, someone: Someone, record: Person) -> Iterator[Fact]:
    met = [escape(text) for text in (record.relation, record.met_at) if text]
    met += [day(record.met_on)] if record.met_on else []
    if someone.introduced_by:
        met.append(Markup("introduced by %s") % here.person(someone.introduced_by))
    if met:
        yield "How you met", met
    givers = dict.fromkeys(key for entry in someone.given_in for key in entry.people if key != someone.key)
    if givers and someone.introduced_by not in givers:
        yield "Name from", [here.person(key) for key in givers]
    if record.may_use_name:
        yield "May you use their name?", [escape(MAY_SAY[record.may_use_name])]


def _contact(here: Here, record: Person, above: tuple[Way, ...]) -> Iterator[Fact]:
    for word, found in (
        ("More phones", phones(record.phones)),
        ("More addresses", emails(record.emails)),
        ("On the web", web(record.links)),
    ):
        shown = [_linked(way.shown, way.href) for way in found if way not in above]
        if shown:
            yield word, shown
    if record.addresses:
        yield "Address", [escape(address) for address in record.addresses]
    if record.birthday:
        yield "Birthday", [escape(birthday(record.birthday))]
    cards = [
        Markup('<a href="%s">%s</a>') % (href, name.rpartition("/")[2])
        for name in record.cards
        if (href := here.attachment(name))
    ]
    if cards:
        yield "Card", cards


def _linked(text: str, href: str | None) -> Markup:
    return Markup('<a href="%s">%s</a>') % (href, text) if href else escape(text)


def birthday(born: PartialDate) -> str:
    """`12 April 1985`, `12 April`, `1985`."""
    if born.month is None:
        return str(born.year)
    return f"{born.day} {MONTHS[born.month - 1]}" + (f" {born.year}" if born.year else "")


def _background(here: Here, someone: Someone, record: Person) -> Iterator[Fact]:
    if someone.past:
        yield "Worked at", [_with_years(here.company(key), spent) for key, spent in someone.past]
    if record.as_of:
        yield "Position as of", [escape(spoken(record.as_of))]
    if record.told_before:
        yield "Knew before", [escape(link.text) for link in record.told_before]
    own = {entry.path for entry in someone.entries}
    mentions = [m for key in someone.mentioned_in if key not in own and (m := here.record(key))]
    if mentions:
        rest = [escape(f"and {len(mentions) - MOST} more")] if len(mentions) > MOST else []
        yield "Mentioned in", mentions[:MOST] + rest
    if record.aliases:
        yield "Also called", [listed(record.aliases)]
    if record.source:
        yield "Source", [escape(record.source)]


def _with_years(company: Markup, spent: Years | None) -> Markup:
    if spent is None:
        return company
    first, last = ("" if year is None else str(year) for year in spent)
    return Markup("%s %s") % (company, first if first == last else f"{first}–{last}")


def _missing(context: Context, record: Person) -> Iterator[str]:
    """The lines that would make the file more useful, at most three."""
    wanted = (
        (not (record.emails or record.phones), "emails: name@company.example"),
        (record.keep_in_touch is None and not _rhythm(context, record), "keep_in_touch: 3m"),
        (not record.can_help, "can_help: what they know or offer"),
        (not record.i_can_help, "i_can_help: what you can do for them"),
        (not (record.met_at or record.met_on), "met_at: where you met"),
    )
    yield from [line for missing, line in wanted if missing][:3]


def _rhythm(context: Context, record: Person) -> bool:
    """Whether a tag says how often to be in touch."""
    return cadence(context.collection.options, record) is not None
