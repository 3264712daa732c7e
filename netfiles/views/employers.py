"""What the pages say about a company: how many people, how strong a tie, target, leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, get_args

from netfiles.index.network import Employer, Network
from netfiles.insights.ties import Word
from netfiles.model import Years
from netfiles.views.context import Context
from netfiles.views.words import plural

TIES: tuple[str, ...] = get_args(Word)
RANKS = {"A": 1, "yes": 2, "B": 3, "C": 4}
TARGETS = {"A": "target A", "B": "target B", "C": "target C", "yes": "target"}


@dataclass(frozen=True, slots=True)
class Facts:
    """One company in short; `tie` is the strongest one into it, empty where nobody is known.

    `href` leads to its page from the page of all companies.
    """

    key: str
    name: str
    href: str
    industry: str
    place: str
    now: int
    before: int
    tie: str
    target: str | None
    open_leads: int

    @property
    def weight(self) -> float:
        """The size of my network there: everyone there now, and half of everyone who was."""
        return self.now + self.before / 2

    @property
    def people(self) -> str:
        """`3 people, 1 before`."""
        parts = [plural(self.now, "person", "people")] if self.now or not self.before else []
        parts += [f"{self.before} before"] if self.before else []
        return ", ".join(parts)

    @property
    def labels(self) -> tuple[str, ...]:
        """What is written below the name, most useful first."""
        return tuple(self._labels())

    def _labels(self) -> Iterator[str]:
        yield f"{self.people}, {self.tie}" if self.tie else self.people
        if self.target:
            yield TARGETS[self.target]
        if self.open_leads:
            yield plural(self.open_leads, "open lead")

    @property
    def sentence(self) -> str:
        return f"{self.name}: {', '.join(self.labels)}"


def employers(context: Context) -> list[Facts]:
    """Every company of the network, by name."""
    return [facts_of(context, employer) for employer in context.companies_by_name]


class Insiders(NamedTuple):
    """Who is at a company, and who was and is no longer, with the years; by key. People who are closed stand apart."""

    now: tuple[str, ...]
    before: tuple[tuple[str, Years | None], ...]
    closed: tuple[str, ...]


def insiders(network: Network, employer: Employer) -> Insiders:
    """Who is or was at a company, as all pages count them."""
    there = dict.fromkeys((*employer.now, *(key for key, _ in employer.before)))
    closed = tuple(key for key in there if (record := network.people[key].record) and record.status == "closed")
    before = tuple(one for one in employer.before if one[0] not in {*employer.now, *closed})
    return Insiders(tuple(key for key in dict.fromkeys(employer.now) if key not in closed), before, closed)


def facts_of(context: Context, employer: Employer) -> Facts:
    """A company in short."""
    href = context.addresses.companies[employer.key].removeprefix("companies/")
    record, ties, found = employer.record, context.insights.ties, insiders(context.network, employer)
    before = dict.fromkeys(key for key, _ in found.before)
    strongest = max((ties[key] for key in (*found.now, *before)), default=None)
    return Facts(
        key=employer.key,
        name=employer.name,
        href=href,
        industry=(record.industry or "") if record else "",
        place=(record.location or "") if record else "",
        now=len(found.now),
        before=len(before),
        tie=strongest.word if strongest else "",
        target=record.target if record and record.is_target else None,
        open_leads=sum(lead.open for lead in employer.leads),
    )
