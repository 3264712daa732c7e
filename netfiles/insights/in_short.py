"""Everybody in short: what the quick commands answer from, and what queries are asked of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Employer
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.particulars import particulars, values_in
from netfiles.text.letters import flat

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.standing import Standing


class About(NamedTuple):
    """Somebody in short. `entries` are the paths of the entries with them, oldest first.

    `names`, `facts` and `notes` are what words are looked for in: plain, one text a line. `particulars` are what fields
    of queries are asked, see `values`.
    """

    key: str
    name: str
    file: str | None
    aliases: tuple[str, ...]
    company: str | None
    last_contact: date | None
    next_contact: date | None
    tie: str
    reasons: tuple[Reason, ...]
    entries: tuple[str, ...]
    names: str
    facts: str
    notes: str
    particulars: str = "\n"

    def values(self, field: str) -> Sequence[str]:
        """What a field of the query language holds, plain; for what is counted, one text for each thing."""
        of_others = _OF_OTHERS.get(field)
        return of_others(self) if of_others else values_in(self.particulars, field)


def _names(about: About) -> Sequence[str]:
    stem = (flat(about.file.rsplit("/", 1)[-1].removesuffix(".md")),) if about.file else ()
    return (*about.names.split("\n"), *stem)


def _status(about: About) -> Sequence[str]:
    return values_in(about.particulars, "status") or (("active",) if about.file else ())


def _states(about: About) -> Sequence[str]:
    new, filed = ("new",) if about.tie == "new" else (), ("filed",) if about.file else ()
    return (*values_in(about.particulars, "is"), *_status(about), *new, *filed)


def _past_entries(about: About) -> Sequence[str]:
    return about.entries[: len(about.entries) - len(values_in(about.particulars, "planned"))]


_OF_OTHERS: Mapping[str, Callable[[About], Sequence[str]]] = {
    "name": _names,
    "note": lambda about: about.notes.split("\n"),
    "entries": _past_entries,
    "tie": lambda about: (about.tie,),
    "last": lambda about: (about.last_contact.isoformat(),) if about.last_contact else (),
    "next": lambda about: (about.next_contact.isoformat(),) if about.next_contact else (),
    "status": _status,
    "is": _states,
}
"""The fields whose values somebody in short has already, and need not keep twice."""


class Known(NamedTuple):
    """Everybody in short by key, beside the standings and companies this was made of."""

    about: Mapping[str, About]
    standings: Mapping[str, "Standing"]
    companies: Mapping[str, Employer]


def in_short(insights: "Insights", before: Known | None) -> Known:
    """Everybody in short; of whom nothing is other than `before` is not looked at again."""
    now, companies = insights.standings.by_key, insights.network.companies
    known = before or Known({}, {}, {})
    about = {**known.about, **{key: _about(insights, now[key]) for key in _moved(known, now, companies)}}
    if tuple(about) != tuple(now):  # somebody came or went
        about = {key: about[key] for key in now}
    return Known(about, now, companies)


def _moved(known: Known, now: Mapping[str, "Standing"], companies: Mapping[str, Employer]) -> set[str]:
    """The keys of all who stand elsewhere, or whose companies, past ones too, are other than they were."""
    moved = _differing(known.standings, now)
    employers = (of.get(key) for key in _differing(known.companies, companies) for of in (known.companies, companies))
    for employer in filter(None, employers):
        moved.update(employer.now, (key for key, _ in employer.before))
    return moved & now.keys()


def _differing(was: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The keys under which there is not the same object."""
    if tuple(was) == tuple(now):
        return set(compress(now, map(is_not, was.values(), now.values())))
    return {key for key in was.keys() | now.keys() if was.get(key) is not now.get(key)}


def _about(insights: "Insights", standing: "Standing") -> About:
    someone, person = standing.someone, standing.someone.record
    companies = insights.network.companies
    past = [companies[key].name for key, _ in someone.past]
    now = companies[someone.company].name if someone.company else None
    own = (person.title, person.location, person.relation, *person.tags) if person else ()
    notes = (person.origin.body, *person.can_help, *person.i_can_help, person.met_at) if person else ()
    return About(
        key=someone.key,
        name=someone.name,
        file=someone.file,
        aliases=person.aliases if person else (),
        company=now,
        last_contact=someone.last_contact(insights.today),
        next_contact=insights.next_contact(someone),
        tie=standing.tie.word,
        reasons=insights.reasons(someone.key),
        entries=tuple(entry.path for entry in someone.entries),
        names=_text((someone.name, *(person.aliases if person else ()))),
        facts=_text((now, *past, *own)),
        notes=_text(notes),
        particulars=particulars(insights.network, standing, insights.today),
    )


def _text(texts: Iterable[str | None]) -> str:
    return "\n".join(flat(text) for text in texts if text)
