"""What the pages say about a company: how many people, how strong a tie, target, leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from netfiles.index.network import Employer
from netfiles.insights.ties import Tie, Word
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


def facts_of(context: Context, employer: Employer) -> Facts:
    href = context.addresses.companies[employer.key].removeprefix("companies/")
    return facts(employer, context.insights.ties, href)


def facts(employer: Employer, ties: Mapping[str, Tie], href: str) -> Facts:
    """A company in short; `ties` has everyone who is or was there."""
    record = employer.record
    there = tuple(dict.fromkeys(employer.now))
    before = tuple(dict.fromkeys(key for key, _ in employer.before if key not in there))
    strongest = max((ties[key] for key in (*there, *before)), default=None)
    return Facts(
        key=employer.key,
        name=employer.name,
        href=href,
        industry=(record.industry or "") if record else "",
        place=(record.location or "") if record else "",
        now=len(there),
        before=len(before),
        tie=strongest.word if strongest else "",
        target=record.target if record and record.is_target else None,
        open_leads=sum(lead.open for lead in employer.leads),
    )
