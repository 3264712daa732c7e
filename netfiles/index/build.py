"""From a collection to its network."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from netfiles.index.names import names
from netfiles.index.network import Employer, Entry, Network, Someone
from netfiles.index.resolve import Resolver
from netfiles.model import Company, Goal, Interaction, Lead, News, Person, Record, Years
from netfiles.model.collection import Collection
from netfiles.problems import Problem


def build_network(collection: Collection) -> Network:
    """The network of everything in `collection`; links that mean nothing or several become problems."""
    records = collection.records()
    attached = frozenset(path.rsplit("/", 1)[-1] for path in collection.attachments)
    resolver = Resolver(names(records), attachments=attached)
    ties = _ties(resolver, collection)
    entries = _entries(resolver, collection.interactions)
    leads = {
        lead.path: key
        for lead in collection.leads
        if lead.company and (key := resolver.company(lead, "company", lead.company))
    }
    for lead in collection.leads:
        _check_lead(resolver, lead)
    goals = {goal.path: _goal_companies(resolver, goal) for goal in collection.goals if goal.companies}
    supersedes = _supersedes(resolver, collection.news)
    mentions = _mentions(resolver, records)
    entries = tuple(_with_mentions(entry, mentions) for entry in entries)
    problems = (*resolver.problems, *_uid_twice(records), *_attachments_missing(collection, attached))
    return Network(
        collection=collection,
        names=resolver.names,
        people=_people(collection, resolver, ties, entries, mentions),
        companies=_companies(collection, resolver, ties, entries, leads),
        entries=entries,
        lead_companies=leads,
        news_supersedes=supersedes,
        goal_companies=goals,
        company_names=resolver.employers,
        problems=tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.message))),
    )


@dataclass(slots=True)
class _Ties:
    """What people's own files say about each other and about their employers."""

    company: dict[str, str] = field(default_factory=dict)
    past: dict[str, tuple[tuple[str, Years | None], ...]] = field(default_factory=dict)
    knows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    introduced_by: dict[str, str] = field(default_factory=dict)


def _ties(resolver: Resolver, collection: Collection) -> _Ties:
    ties = _Ties()
    for person in collection.people:
        if person.company and (key := resolver.company(person, "company", person.company)):
            ties.company[person.path] = key
        past = (
            (resolver.company(person, "past_companies", p.company, n), p.years)
            for n, p in enumerate(person.past_companies)
        )
        ties.past[person.path] = tuple((key, years) for key, years in past if key)
        ties.knows[person.path] = resolver.people(person, "knows", person.knows)
        if person.introduced_by and (giver := resolver.person(person, "introduced_by", person.introduced_by)):
            ties.introduced_by[person.path] = giver
        resolver.records(person, "told_before", person.told_before, ("news",))
    return ties


def _entries(resolver: Resolver, interactions: Iterable[Interaction]) -> tuple[Entry, ...]:
    entries = (_entry(resolver, interaction) for interaction in interactions)
    return tuple(sorted(entries, key=lambda entry: entry.order))


def _entry(resolver: Resolver, i: Interaction) -> Entry:
    companies = (resolver.company(i, "companies", link, n) for n, link in enumerate(i.companies))
    told = [link for link in i.told if link.linked]
    resolver.records(i, "told", told, ("news",))
    return Entry(
        record=i,
        people=resolver.people(i, "with", i.with_),
        introduced=resolver.people(i, "introduced", i.introduced),
        thanks_for=tuple(r.path for r in resolver.records(i, "thanks_for", i.thanks_for, ("interaction",))),
        outcome_for=tuple(r.path for r in resolver.records(i, "outcome_for", i.outcome_for, ("interaction",))),
        companies=tuple(dict.fromkeys(key for key in companies if key)),
        leads=tuple(r.path for r in resolver.records(i, "leads", i.leads, ("lead",))),
    )


def _check_lead(resolver: Resolver, lead: Lead) -> None:
    for name in ("heard_from", "referred_by"):
        if link := getattr(lead, name):
            resolver.person(lead, name, link)
    if lead.heard_via:
        resolver.record(lead, "heard_via", lead.heard_via, ("interaction",))


def _goal_companies(resolver: Resolver, goal: Goal) -> frozenset[str]:
    keys = (resolver.company(goal, "companies", link, n) for n, link in enumerate(goal.companies))
    return frozenset(key for key in keys if key)


def _supersedes(resolver: Resolver, news: Iterable[News]) -> dict[str, News]:
    found = {n.path: resolver.record(n, "supersedes", n.supersedes, ("news",)) for n in news if n.supersedes}
    return {path: old for path, old in found.items() if isinstance(old, News)}


def _mentions(resolver: Resolver, records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    return {record.path: resolver.mentioned(record) for record in records if record.origin.links}


def _with_mentions(entry: Entry, mentions: Mapping[str, tuple[str, ...]]) -> Entry:
    mentioned = mentions.get(entry.path)
    if not mentioned:
        return entry
    return Entry(
        entry.record,
        entry.people,
        entry.introduced,
        entry.thanks_for,
        entry.outcome_for,
        entry.companies,
        entry.leads,
        tuple(key for key in mentioned if key not in entry.people),
    )


def _people(
    collection: Collection,
    resolver: Resolver,
    ties: _Ties,
    entries: tuple[Entry, ...],
    mentions: Mapping[str, tuple[str, ...]],
) -> dict[str, Someone]:
    theirs: dict[str, list[Entry]] = defaultdict(list)
    given: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in entry.people:
            theirs[key].append(entry)
        for key in entry.introduced:
            given[key].append(entry)
    mentioned = _reversed(mentions)
    known_by, introduced = _reversed(ties.knows), _reversed({k: (v,) for k, v in ties.introduced_by.items()})
    on_file: dict[str, Person] = {person.path: person for person in collection.people}
    called = {path: person.called for path, person in on_file.items()} | resolver.unfiled
    return {
        key: Someone(
            key=key,
            name=name,
            record=on_file.get(key),
            entries=tuple(theirs.get(key, ())),
            given_in=tuple(given.get(key, ())),
            mentioned_in=mentioned.get(key, ()),
            knows=ties.knows.get(key, ()),
            known_by=known_by.get(key, ()),
            introduced_by=ties.introduced_by.get(key),
            introduced=introduced.get(key, ()),
            company=ties.company.get(key),
            past=ties.past.get(key, ()),
        )
        for key, name in sorted(called.items())
    }


def _reversed(links: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Who points at each key, in the order of the keys that point."""
    back: dict[str, list[str]] = defaultdict(list)
    for source, targets in links.items():
        for target in targets:
            back[target].append(source)
    return {target: tuple(sorted(sources)) for target, sources in back.items()}


def _companies(
    collection: Collection,
    resolver: Resolver,
    ties: _Ties,
    entries: tuple[Entry, ...],
    lead_companies: Mapping[str, str],
) -> dict[str, Employer]:
    now: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[tuple[str, Years | None]]] = defaultdict(list)
    about: dict[str, list[Entry]] = defaultdict(list)
    leads: dict[str, list[Lead]] = defaultdict(list)
    for person, company in sorted(ties.company.items()):
        now[company].append(person)
    for person, past in sorted(ties.past.items()):
        for company, years in past:
            before[company].append((person, years))
    for entry in entries:
        for company in entry.companies:
            about[company].append(entry)
    for lead in collection.leads:
        if lead.path in lead_companies:
            leads[lead_companies[lead.path]].append(lead)
    on_file: dict[str, Company] = {company.path: company for company in collection.companies}
    called = {path: company.called for path, company in on_file.items()} | resolver.employers
    return {
        key: Employer(
            key,
            name,
            on_file.get(key),
            tuple(now.get(key, ())),
            tuple(before.get(key, ())),
            tuple(about.get(key, ())),
            tuple(leads.get(key, ())),
        )
        for key, name in sorted(called.items())
    }


def _uid_twice(records: Iterable[Record]) -> Iterable[Problem]:
    seen: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if uid := getattr(record, "uid", None):
            seen[uid].append(record)
    for uid, same in seen.items():
        for record in same if len(same) > 1 else ():
            others = ", ".join(sorted(r.path for r in same if r is not record))
            yield Problem(
                "NF404",
                record.origin.place("uid"),
                f"The uid `{uid}` is also that of {others}",
                "Give each file its own uid, or remove the field; if both are one person, keep one file.",
            )


def _attachments_missing(collection: Collection, attached: frozenset[str]) -> Iterable[Problem]:
    for person in collection.people:
        pictures = [("photo", None, person.photo)] + [("cards", n, card) for n, card in enumerate(person.cards)]
        for name, item, file in pictures:
            if file and not file.lower().startswith(("http:", "https:")) and file.rsplit("/", 1)[-1] not in attached:
                yield Problem(
                    "NF313",
                    person.origin.place(name, item),
                    f"`{file}` is not among the pictures of attachments/",
                    "Put a JPEG, PNG, WebP, GIF or PDF of that name there.",
                )
