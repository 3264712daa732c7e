"""Paths in words: every hop with what shows it, its day, and what I may say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from netfiles.index.network import Someone
from netfiles.insights.circle import Guess
from netfiles.insights.hops import Hop
from netfiles.insights.paths import Path
from netfiles.insights.possible import Possible
from netfiles.insights.proofs import asked_at, proofs, why_possible
from netfiles.problems import Place
from netfiles.views.context import Context, Here
from netfiles.views.words import dated

MOST_STEPS = 12
"""So many people one step away are named beside the paths."""

_CONSENT = {
    "yes": Markup("You may say that %s sent you."),
    "ask": Markup("Ask before you use the name of %s."),
    "no": Markup("Do not use the name of %s."),
    None: Markup("It is not noted whether you may use the name of %s."),
}


MAY_SAY = {"yes": "yes", "ask": "ask first", "no": "no"}
"""Whether the name of somebody may be used, as a table says it."""


@dataclass(frozen=True, slots=True)
class HopRow:
    """One hop: how strong it is, whether it decides, and its sentences."""

    word: str
    decides: bool
    shows: Markup
    consent: Markup
    asked: Markup


@dataclass(frozen=True, slots=True)
class PathRow:
    """One path: the people in their order, how strong it is (the word of the tie, where it has one hop), its hops."""

    people: tuple[Markup, ...]
    word: str
    hops: tuple[HopRow, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """All that a page tells of paths: the best ones, what may be one, and who could know."""

    paths: tuple[PathRow, ...]
    possible: tuple[Markup, ...]
    could_know: tuple[Markup, ...]


def ways(here: Here, paths: Iterable[Path], possible: Iterable[Possible], guesses: Iterable[Guess] = ()) -> Ways:
    """Paths and the like as a page tells them."""
    return Ways(
        tuple(_path(here, path) for path in paths),
        tuple(_possible(here, one) for one in possible),
        tuple(_guess(here, guess) for guess in guesses),
    )


def has_way(context: Context, someone: Someone) -> bool:
    """Whether the page of somebody tells how to reach them: I was not in contact with them, and they want to be."""
    if someone.last_contact(context.today) is not None:
        return False
    return someone.record is None or someone.record.status != "closed"


def _path(here: Here, path: Path) -> PathRow:
    several = len(path.hops) > 1
    hops = tuple(_hop(here, hop, several and n == path.weakest) for n, hop in enumerate(path.hops))
    word = path.word if several else here.context.insights.tie(path.people[0]).word
    return PathRow(tuple(map(here.person, path.people)), word, hops)


def _hop(here: Here, hop: Hop, decides: bool) -> HopRow:
    consent = _CONSENT[hop.consent] % _name(here, hop.start) if hop.start else Markup("")
    return HopRow(hop.word, decides, _shows(here, hop), consent, _asked(here, hop))


def _name(here: Here, key: str) -> str:
    return here.context.network.people[key].name


def _shows(here: Here, hop: Hop) -> Markup:
    """What shows a hop, with its day and its place."""
    if hop.start is None:
        return Markup("You and %s were last in touch on %s") % (_name(here, hop.to), _entry_day(here, hop))
    by, whom = (hop.start, hop.to) if hop.by == hop.start else (hop.to, hop.start)
    one, other = _name(here, by), _name(here, whom)
    if hop.kind == "met":
        names = _name(here, hop.start), _name(here, hop.to)
        return Markup("You met %s and %s together on %s") % (*names, _entry_day(here, hop))
    if hop.kind == "named":
        return Markup("%s gave you the name of %s on %s") % (one, other, _entry_day(here, hop))
    if hop.shared:
        names = _name(here, hop.start), _name(here, hop.to)
        years = _years(*hop.shared)
        return Markup("%s and %s were both at %s %s%s") % (*names, here.company(hop.by), years, _written(here, hop))
    if hop.kind == "introduced":
        on = Markup(" (you met on %s)") % _day(hop.on) if hop.on else Markup("")
        return Markup("%s introduced %s to you%s%s") % (one, other, on, _written(here, hop))
    known = Markup(", as of %s") % _day(hop.on) if hop.on else Markup(", without a date")
    return Markup("%s knows %s%s%s") % (one, other, known, _written(here, hop))


def _years(first: int, last: int) -> str:
    return f"in {first}" if first == last else f"from {first} to {last}"


def _entry_day(here: Here, hop: Hop) -> Markup:
    """The day of an entry, which leads to it."""
    return Markup('<a href="%s">%s</a>') % (here.entry(hop.entry), _day(hop.entry.day)) if hop.entry else Markup("")


def _day(when: date) -> Markup:
    return Markup('<time datetime="%s">%s</time>') % (when, dated(when))


def _written(here: Here, hop: Hop) -> Markup:
    return _places(here, proofs(here.context.network, hop, here.context.today))


def _places(here: Here, places: Iterable[Place]) -> Markup:
    """Files with their lines, in brackets."""
    found = (Markup("%s line %s") % (here.file(place), place.line) for place in places)
    return Markup(' <span class="nf-where">(%s)</span>') % Markup(", ").join(found)


def _asked(here: Here, hop: Hop) -> Markup:
    place = asked_at(hop)
    if hop.asked is None or place is None:
        return Markup("")
    if hop.asked is hop.entry:
        return Markup("You asked %s for something then.") % _name(here, hop.to)
    at = Markup('<a href="%s">%s</a>') % (here.entry(hop.asked), _day(hop.asked.day))
    return Markup("You asked %s for something on %s.") % (_name(here, hop.to), at)


def _possible(here: Here, one: Possible) -> Markup:
    company = here.company(one.company)
    if one.entry and one.to:
        day = Markup('<a href="%s">%s</a>') % (here.entry(one.entry), _day(one.entry.day))
        line = Markup("<code>company: %s</code>") % here.context.network.companies[one.company].name
        said = Markup("%s gave you the name of %s on %s. If they work there, their file says so with %s")
        return said % (here.person(one.person), here.person(one.to), day, line)
    places = _places(here, why_possible(here.context.network, one))
    if one.to is None:
        return Markup("%s worked at %s%s") % (here.person(one.person), company, places)
    names = here.person(one.person), here.person(one.to)
    if one.why == "now":
        return Markup("%s may know %s: both are at %s now%s") % (*names, company, places)
    return Markup("%s may know %s: both are or were at %s, and it is not noted when%s") % (*names, company, places)


def _guess(here: Here, guess: Guess) -> Markup:
    return Markup("%s %s%s") % (here.person(guess.person), guess.why, _places(here, (guess.place,)))


def spelt(context: Context, paths: Iterable[Path], possible: Iterable[Possible]) -> Iterator[object]:
    """All that paths are told by: words and days, names, and the checksums of the files that prove them."""
    for path in paths:
        yield path.word, path.weakest
        for hop in path.hops:
            yield hop.word, hop.kind, hop.on, hop.by, hop.shared, hop.consent
            for entry in filter(None, (hop.entry, hop.asked)):
                yield context.addresses.entries[entry.path], entry.record.origin.checksum
            yield from _told(context, (hop.start, hop.to))
            if hop.shared:
                yield context.network.companies[hop.by].name
    for one in possible:
        yield one.why, one.company, context.network.companies[one.company].name
        if one.entry:
            yield context.addresses.entries[one.entry.path], one.entry.day
        yield from _told(context, (one.person, one.to))


def _told(context: Context, keys: Iterable[str | None]) -> Iterator[object]:
    for key in keys:
        if key:
            someone = context.network.people[key]
            yield key
            yield someone.name
            yield someone.record.origin.checksum if someone.record else ""
