"""The self-assessment in use: what leads need against what the profile says, and who has heard what I have done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from netfiles.index.names import folded
from netfiles.index.network import Entry, Network
from netfiles.insights.told import Heard
from netfiles.insights.wording import Match, closest, said_in, wording
from netfiles.model import Lead, Profile
from netfiles.problems import Place

Answer = Literal["shown", "said", "missing"]
"""Whether an accomplishment shows it, a skill or a strength only says it, or nothing of the profile does."""


class Need(NamedTuple):
    """One thing a lead asks for (the `number`-th), with what of the profile comes closest to saying and showing it."""

    text: str
    number: int
    said: Match | None
    shown: Match | None

    @property
    def answer(self) -> Answer:
        if self.shown and self.shown.counts:
            return "shown"
        return "said" if self.said and self.said.counts else "missing"


class Needed(NamedTuple):
    """A lead with its needs."""

    lead: Lead
    needs: tuple[Need, ...]


class Gap(NamedTuple):
    """Something that open leads ask for and no accomplishment shows."""

    need: Need
    leads: tuple[Lead, ...]


class Win(NamedTuple):
    """An accomplishment, and for everyone who heard it (by key) the first entry in which they did, oldest first."""

    text: str
    place: Place
    heard: Mapping[str, Entry]


class Claim(NamedTuple):
    """A strength or a skill, with the accomplishment that comes closest to showing it."""

    kind: Literal["strength", "skill"]
    text: str
    place: Place
    shown: Match | None

    @property
    def stands_alone(self) -> bool:
        return self.shown is None or not self.shown.counts


class Field(NamedTuple):
    """A target industry, with the accomplishment that belongs to it and why (`names Ostara Paper`)."""

    industry: str
    place: Place
    shown: str | None
    why: str


@dataclass(frozen=True)
class Assessment:
    """All of it; without a profile only what leads need. `loose` is what was told and is neither news nor done."""

    needed: tuple[Needed, ...] = ()
    gaps: tuple[Gap, ...] = ()
    wins: tuple[Win, ...] = ()
    claims: tuple[Claim, ...] = ()
    fields: tuple[Field, ...] = ()
    loose: tuple[tuple[str, Mapping[str, Entry]], ...] = ()

    @property
    def unheard(self) -> tuple[Win, ...]:
        """Accomplishments nobody has been told."""
        return tuple(win for win in self.wins if not win.heard)

    @property
    def alone(self) -> tuple[Claim, ...]:
        """Strengths and skills that no accomplishment shows."""
        return tuple(claim for claim in self.claims if claim.stands_alone)

    @property
    def bare(self) -> tuple[Field, ...]:
        """Target industries with no accomplishment."""
        return tuple(one for one in self.fields if one.shown is None)


_NOBODY = Profile()


def assess(network: Network, told: Heard) -> Assessment:
    """The profile against leads, entries and companies."""
    profile = network.collection.profile or _NOBODY
    needed = tuple(_needed(profile, network.collection.leads))
    by_text = _texts_of_wins(profile, told)
    return Assessment(
        needed=needed,
        gaps=_gaps(needed),
        wins=tuple(_wins(network, profile, told, by_text)),
        claims=tuple(_claims(profile)),
        fields=tuple(_fields(network, profile)),
        loose=tuple((text, told.texts[text]) for text in sorted(told.texts) if text not in by_text),
    )


def _needed(profile: Profile, leads: Iterable[Lead]) -> Iterator[Needed]:
    """Leads with needs: open ones first, then the one heard of last."""
    with_needs = [lead for lead in leads if lead.needs]
    for lead in sorted(with_needs, key=_by_stage):
        yield Needed(lead, tuple(_need(profile, text, number) for number, text in enumerate(lead.needs)))


def _by_stage(lead: Lead) -> tuple[bool, int, str]:
    return not lead.open, -(lead.heard_on.toordinal() if lead.heard_on else 0), lead.path


def _need(profile: Profile, text: str, number: int) -> Need:
    said = closest(text, (*profile.skills, *profile.strengths))
    return Need(text, number, said, closest(text, profile.accomplishments))


def _gaps(needed: Iterable[Needed]) -> tuple[Gap, ...]:
    """What open leads ask for and no accomplishment shows: what is said nowhere first, then by the number of leads."""
    found: dict[str, tuple[Need, dict[str, Lead]]] = {}
    for lead, needs in needed:
        for need in needs if lead.open else ():
            if need.answer != "shown":
                found.setdefault(" ".join(sorted(wording(need.text))), (need, {}))[1][lead.path] = lead
    gaps = [Gap(need, tuple(leads.values())) for need, leads in found.values()]
    return tuple(sorted(gaps, key=lambda gap: (gap.need.answer != "missing", -len(gap.leads), folded(gap.need.text))))


def _texts_of_wins(profile: Profile, told: Heard) -> Mapping[str, str]:
    """Which accomplishment each told text means: the same words, or fewer of only one."""
    exact = {folded(text): text for text in profile.accomplishments}
    found = {text: exact.get(folded(text)) or said_in(text, profile.accomplishments) for text in told.texts}
    return {text: win for text, win in found.items() if win}


def _wins(network: Network, profile: Profile, told: Heard, by_text: Mapping[str, str]) -> Iterator[Win]:
    """Each accomplishment once. News of its title tells it as well."""
    titles = {folded(news.called): news.path for news in network.collection.news}
    for number, text in enumerate(profile.accomplishments):
        if text in profile.accomplishments[:number]:
            continue
        tellings = [of for its, of in told.texts.items() if by_text.get(its) == text]
        tellings += [told.news.get(titles.get(folded(text), ""), {})]
        pairs = [(entry, key) for of in tellings for key, entry in of.items()]
        heard: dict[str, Entry] = {}
        for entry, key in sorted(pairs, key=lambda pair: (pair[0].order, pair[0].people.index(pair[1]))):
            heard.setdefault(key, entry)
        yield Win(text, profile.origin.place("accomplishments", number), heard)


def _claims(profile: Profile) -> Iterator[Claim]:
    for number, text in enumerate(profile.strengths):
        place = profile.origin.place("strengths", number)
        yield Claim("strength", text, place, closest(text, profile.accomplishments))
    for number, text in enumerate(profile.skills):
        yield Claim("skill", text, profile.origin.place("skills", number), closest(text, profile.accomplishments))


def _fields(network: Network, profile: Profile) -> Iterator[Field]:
    named = tuple(_companies_named(network, profile)) if profile.industries else ()
    for number, industry in enumerate(profile.industries):
        place = profile.origin.place("industries", number)
        by_words = closest(industry, profile.accomplishments)
        if by_words and by_words.counts:
            yield Field(industry, place, by_words.text, f"says {' and '.join(by_words.has)}")
            continue
        found = next((pair for pair in named if same_industry(industry, pair[2])), None)
        yield Field(industry, place, found[0] if found else None, f"names {found[1]}, {found[2]}" if found else "")


def same_industry(one: str, other: str) -> bool:
    """Whether two industries are the same by their words: `Public utilities` and `utilities, public`."""
    return wording(one).keys() == wording(other).keys()


def _companies_named(network: Network, profile: Profile) -> Iterator[tuple[str, str, str]]:
    """(accomplishment, company, its industry) wherever an accomplishment names a company whose file has an industry."""
    texts = [(text, _plain(text)) for text in profile.accomplishments]
    for company in network.collection.companies if texts else ():
        if company.industry:
            names = [_plain(name) for name in (company.called, *company.aliases)]
            for text, plain in texts:
                if any(name.strip() and name in plain for name in names):
                    yield text, company.called, company.industry


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    """The words of a text between single spaces."""
    return f" {folded(''.join(c if c.isalnum() else ' ' for c in text))} "
