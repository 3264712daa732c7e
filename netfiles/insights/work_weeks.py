"""The last weeks of the work-search log; those whose entries, leads and people are the same are not made again."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from netfiles.index.network import Employer, Entry, Network, Someone
from netfiles.insights.efforts import days_of, helpers
from netfiles.insights.time_share import within
from netfiles.insights.work_log import LogWeek, begin_of_week, log_week, rules_of
from netfiles.model import Company, Lead
from netfiles.model.work_search import WorkRules

WEEKS = 13
"""How many weeks the page and the file of the site tell of: this one and twelve before."""


class _MadeOf(NamedTuple):
    """What a week is made of, by identity where it may be."""

    today: date
    rules: WorkRules
    entries: tuple[Entry, ...]
    leads: tuple[Lead, ...]
    companies: tuple[Company, ...]


class _Kept(NamedTuple):
    """A week beside what it was made of: people and employers as they were, by their keys."""

    made_of: _MadeOf
    people: Mapping[str, Someone]
    employers: Mapping[str, Employer]
    week: LogWeek


Weeks = Mapping[date, _Kept]
"""Weeks by their first day, newest first."""


def work_weeks(network: Network, today: date, before: Weeks) -> Weeks:
    """This week and those before it; those of `before` hold that are made of the same."""
    rules = rules_of(network)
    this = begin_of_week(today, rules.week_begins)
    leads = defaultdict[date, dict[str, Lead]](dict)
    for lead in network.collection.leads:
        for day in days_of(lead):
            leads[begin_of_week(day, rules.week_begins)][lead.path] = lead
    found = {}
    for first in (this - timedelta(weeks=back) for back in range(WEEKS)):
        entries = within(network.entries, first, min(first + timedelta(days=6), today))
        made_of = _MadeOf(today, rules, entries, tuple(leads[first].values()), network.collection.companies)
        kept = before.get(first)
        found[first] = kept if kept and _holds(network, kept, made_of) else _kept(network, first, made_of)
    return found


def _holds(network: Network, kept: _Kept, made_of: _MadeOf) -> bool:
    """Whether a week is made of the same; somebody with another entry is the same in it."""
    if kept.made_of != made_of:
        return False
    people, companies = network.people, network.companies
    if any((new := people.get(key)) is not old and not _same_person(old, new) for key, old in kept.people.items()):
        return False
    employers = ((old, companies.get(key)) for key, old in kept.employers.items())
    return all(new is old or (new is not None and new.name == old.name) for old, new in employers)


def _same_person(old: Someone, new: Someone | None) -> bool:
    return new is not None and (new.record is old.record, new.company, new.name) == (True, old.company, old.name)


def _kept(network: Network, first: date, made_of: _MadeOf) -> _Kept:
    keys = {key: None for entry in made_of.entries for key in entry.people}
    keys |= {key: None for lead in made_of.leads for key in helpers(network, lead)}
    people = {key: network.people[key] for key in keys}
    named = {key: None for entry in made_of.entries for key in entry.companies}
    named |= {key: None for lead in made_of.leads if (key := network.company_of(lead))}
    named |= {one.company: None for one in people.values() if one.company}
    employers = {key: network.companies[key] for key in named}
    return _Kept(made_of, people, employers, log_week(network, first, made_of.today))
