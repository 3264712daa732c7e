"""Who may know somebody at a company or a person: a reason to ask, and no path."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from netfiles.index.network import Employer, Entry
from netfiles.insights.edges import companies_with_years
from netfiles.insights.ground import Look
from netfiles.insights.rolls import is_contact, is_open, strongest

MOST = 5
_ENDS = 50
"""Of so many people at a company, those with the strongest ties, the past is looked through."""


Why = Literal["named", "former", "now", "then"]


class Possible(NamedTuple):
    """Somebody I am in contact with, and whom they may know: `to`, or anybody at `company` where it is None.

    `named`: they gave me the name in an `entry` about the company, but where `to` works is not noted. `former`: they
    worked there. `now`: both are at `company`; `then`: both are or were, at times that are not noted.
    """

    person: str
    to: str | None
    company: str
    why: Why
    entry: Entry | None = None


def possible_inside(look: Look, company: str, there: Iterable[str], taken: Iterable[str]) -> tuple[Possible, ...]:
    """Who may know somebody at a company: who named somebody, who worked there, who may have worked with its people."""
    employer, known = look.company(company), set(there)
    barred = {*known, *taken}
    left = dict.fromkeys(key for key, _ in employer.before if key not in barred)
    former = (key for key in left if is_contact(look.person(key), look.today))
    found = [Possible(key, None, company, "former") for key in strongest(former, look.people, MOST)]
    ends = strongest(employer.now, {key: look.person(key) for key in employer.now}, _ENDS)
    shared = (one for end in ends for one in _shared(look, end, barred) if one.company != company)
    return _strongest(look, (*_named(look, employer, known), *found, *shared))


def _named(look: Look, employer: Employer, there: set[str]) -> Iterator[Possible]:
    """Names given in entries about a company, of people of whom it is not noted where they work; the newest first."""
    for entry in reversed(employer.until(look.today)):
        for to in entry.introduced:
            named = look.person(to)
            if named.someone.company is None and to not in there and is_open(named):
                givers = (key for key in entry.people if is_contact(look.person(key), look.today))
                yield from (Possible(key, to, employer.key, "named", entry) for key in givers)


def possible_for(look: Look, key: str, taken: Iterable[str]) -> tuple[Possible, ...]:
    """Who may know a person."""
    return _strongest(look, tuple(_shared(look, key, {key, *taken})))


def _strongest(look: Look, found: Iterable[Possible]) -> tuple[Possible, ...]:
    """The strongest ties, each person once; first who named somebody, then who was at the company itself."""
    each = {one.person: one for one in reversed(tuple(found))}
    rank = {"named": 0, "former": 1}
    keys = sorted(each, key=lambda key: (rank.get(each[key].why, 2), -look.person(key).tie.strength, key))
    return tuple(each[key] for key in keys[:MOST])


def _shared(look: Look, end: str, barred: set[str]) -> Iterator[Possible]:
    """Contacts who are or were at the same companies as somebody, where nobody can tell whether at the same time."""
    someone = look.person(end).someone
    certain = set(companies_with_years(someone, look.today))
    companies = dict.fromkeys((*filter(None, (someone.company,)), *(key for key, _ in someone.past)))
    for company in companies:
        roll = look.roll(company)
        dated = () if company in certain else (spell.key for spell in roll.dated)
        others = dict.fromkeys((*roll.undated, *dated))
        for key in others:
            if key != end and key not in barred and is_contact(look.person(key), look.today):
                yield _possible(look, key, end, company)


def _possible(look: Look, key: str, end: str, company: str) -> Possible:
    both_now = look.person(key).someone.company == look.person(end).someone.company == company
    return Possible(key, end, company, "now" if both_now else "then")
