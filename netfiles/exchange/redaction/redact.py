"""A vault to show to somebody else: made-up names, shifted dates, no contact data and no notes, the same facts."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeVar

from netfiles.exchange.redaction.pseudonyms import Pseudonyms, Sort
from netfiles.exchange.redaction.redaction_rules import HIDDEN, RULES, TAGS, WORDS, Rule
from netfiles.exchange.redaction.withheld import is_known, shown, withheld, without_texts, words_of
from netfiles.index.build import build_network
from netfiles.index.names import folded
from netfiles.index.resolve import AIMS, NOTHING
from netfiles.insights.audience import audience
from netfiles.insights.derive import Insights, derive
from netfiles.insights.landing import TITLE
from netfiles.model import (
    BodyLink,
    Kind,
    Link,
    News,
    Origin,
    PastCompany,
    Person,
    Record,
    Task,
    When,
    Years,
)
from netfiles.model.collection import Collection
from netfiles.model.options import Folders, Options
from netfiles.model.work_search import WorkRules

R = TypeVar("R", bound=Record)

_LEAST_WEEKS, _WEEKS = 30, 500
_DAYS_OF_A_YEAR = 365.2425


def redacted(collection: Collection, key: bytes, today: date, weeks: int | None = None) -> tuple[Collection, date]:
    """The collection as it may be shown to others, and what today is in it.

    Names and the number of `weeks` by which all days are earlier follow from the secret `key`. Records that are private
    or stand in for a file that cannot be read are left out, and so are entries with nobody else.
    """
    redaction = Redaction(collection, key, today, weeks)
    return redaction.collection, redaction.shifted(today)


def shift_of(key: bytes) -> int:
    """By how many weeks all days are earlier."""
    return _LEAST_WEEKS + int.from_bytes(blake2b(b"weeks", key=key).digest()) % _WEEKS


class Redaction:
    """One redaction: which records stay, what they are called, and what their fields become."""

    def __init__(self, collection: Collection, key: bytes, today: date, weeks: int | None = None) -> None:
        self._source, self._today = collection, today
        self._weeks = shift_of(key) if weeks is None else weeks
        self._network = build_network(collection)
        self._names = Pseudonyms(key, words_of(self._network))
        self._gone = frozenset(withheld(self._network))
        self._made: Mapping[Rule, Callable[[Record, str, Any], Any]] = {
            "kept": lambda _record, _name, value: value,
            "day": lambda _record, _name, value: self.shifted(value),
            "linked": self._linked,
            "told": self._told,
            "tags": lambda _record, _name, value: tuple(map(self._tag, value)),
            "text": lambda _record, _name, value: _each(value, self._text),
            "place": lambda _record, _name, value: _each(value, self._place),
            "word": lambda _record, name, value: _word(name, value),
            "hidden": lambda _record, _name, value: (HIDDEN,) if isinstance(value, tuple) else HIDDEN,
            "audience": self._audience,
            "named": lambda record, _name, _value: self._called(record),
        }

    @cached_property
    def collection(self) -> Collection:
        source = self._source
        profile = source.profile
        return Collection(
            people=self._records(source.people),
            interactions=self._records(source.interactions),
            companies=self._records(source.companies),
            leads=self._records(source.leads),
            goals=self._records(source.goals),
            news=self._records(source.news),
            profile=self._record(profile) if profile and profile.path not in self._gone else None,
            options=self._options(source.options),
            redacted=True,
        )

    def _options(self, options: Options) -> Options:
        rules = options.work_search
        return Options(
            site_name="Redacted network",
            today=self.shifted(self._today),
            keep_in_touch=tuple((self._tag(tag), often) for tag, often in options.keep_in_touch),
            numbers=options.numbers,
            work_search=rules and _without_place(rules),
        )

    def _records(self, records: tuple[R, ...]) -> tuple[R, ...]:
        found = (self._record(record) for record in records if record.path not in self._gone)
        return tuple(sorted(found, key=lambda record: record.path))

    def _record(self, record: R) -> R:
        rules, values = RULES[record.kind], dict[str, Any]()
        for name, value in shown(record).items():
            rule = rules.get(name, "out")
            made = None if rule == "out" else self._made[rule](record, name, value)
            if made is not None:
                values[name] = made
        values |= {name: self._called(record) for name, rule in rules.items() if rule == "named"}
        if isinstance(record, Person) and (hears := self._hearing.get(record.path)):
            values["tags"] = (*values.get("tags", ()), *hears)
        return type(record)(origin=self._origin(record), **values)

    def _origin(self, record: Record) -> Origin:
        origin = record.origin
        meant = self._network.bodies.get(record.path, NOTHING).keys.get("body", ())
        targets = (self._target(key) for key in meant)
        links = zip(origin.links, targets, strict=False)
        return Origin(
            path=self._paths[record.path],
            marks=json.dumps({name: n for name, n in origin.lines.items() if is_known(record, name)}),
            links=tuple(BodyLink(Link(target), written.line) for written, target in links if target),
            tasks=tuple(Task(HIDDEN, task.done, self.shifted(task.due), task.line) for task in origin.tasks),
        )

    # names

    @cached_property
    def _paths(self) -> Mapping[str, str]:
        """The new paths of all records by the old ones."""
        folders, source = Folders(), self._source
        kinds: tuple[tuple[tuple[Record, ...], str], ...] = (
            (source.people, folders.contacts),
            (source.companies, folders.companies),
            (source.leads, folders.leads),
            (source.goals, folders.goals),
            (source.news, folders.news),
        )
        paths = {
            record.path: f"{folder}/{self._called(record, stem=True)}.md"
            for records, folder in kinds
            for record in records
        }
        paths |= {path: f"{folders.journal}/{stem}.md" for path, stem in self._stems_of_entries()}
        return paths | ({source.profile.path: folders.profile} if source.profile else {})

    def _stems_of_entries(self) -> Iterator[tuple[str, str]]:
        """The entries by their new days; those of one day in their order, told apart by signs that are no title."""
        days: dict[date, list[str]] = defaultdict(list)
        for entry in sorted(self._network.entry_by_path.values(), key=lambda entry: entry.order):
            days[self.shifted(entry.day)].append(entry.path)
        for day, paths in days.items():
            width = (len(paths) - 1).bit_length()
            for number, path in enumerate(paths):
                signs = f" {number:0{width}b}".replace("0", "-").replace("1", "_") if width else ""
                yield path, f"{day}{signs}"

    def _called(self, record: Record, stem: bool = False) -> str:
        """What a record is called now. News of one title is called the same, and its files are not."""
        if isinstance(record, News) and not stem:
            says_so = TITLE.casefold() in (record.called.casefold(), record.origin.stem.casefold())
            return TITLE if says_so else self._text(record.called)
        return self._names.of(_SORTS[record.kind], folded(record.origin.stem), record.path)

    def _target(self, key: str | None) -> str | None:
        """What a link is to name to mean the record, person or company of a key; None for what is not shown."""
        if key is None or key in self._gone:
            return None
        if key in self._paths:
            return self._paths[key].rpartition("/")[2].removesuffix(".md")
        sort, _, name = key.partition(":")
        return self._names.of("person" if sort == "name" else "company", name, key)

    def renamed(self, key: str) -> str | None:
        """The key, in the network of the redacted collection, of a record, person or company."""
        target = self._target(key)
        if target is None or key in self._paths:
            return target and self._paths[key]
        return f"{key.partition(':')[0]}:{folded(target)}"

    def _tag(self, tag: str) -> str:
        """A tag with each of its parts made up, unless it names nobody."""
        if tag.lower() in TAGS:
            return tag
        return "/".join(self._names.of("tag", folded(part)) for part in tag.split("/"))

    def _text(self, text: str) -> str:
        return self._names.of("text", folded(text))

    def _place(self, text: str) -> str:
        """A place; the same town with other words behind it is the same town."""
        town = folded(re.sub(r"(?<=\w) [A-Z]{2}\s*$", "", re.split(r"[,(]", text, maxsplit=1)[0].rstrip()))
        rest = folded(text).removeprefix(town)
        named = self._names.of("place", town)
        return f"{named}, {self._names.of('place', rest)}" if rest else named

    # values

    def shifted(self, value: Any) -> Any:
        """A day, a moment, or several days, so many weeks earlier."""
        if isinstance(value, When):
            return When(self.shifted(value.day), value.at)
        if isinstance(value, tuple):
            return tuple(map(self.shifted, value))
        if isinstance(value, date):
            return date.fromordinal(min(max(value.toordinal() - 7 * self._weeks, 1), date.max.toordinal()))
        return value

    def _years(self, years: Years | None) -> Years | None:
        if years is None:
            return None
        earlier = round(self._weeks * 7 / _DAYS_OF_A_YEAR)
        first, last = (None if year is None else max(0, year - earlier) for year in years)
        return Years(first, last)

    def _linked(self, record: Record, name: str, value: Any) -> Any:
        """The links of a field by their new names, without those that mean nothing or what is not shown."""
        items = value if _is_list(value) else (value,)
        found = []
        for item, key in zip(items, self._meant(record, name), strict=False):
            if target := self._target(key):
                link = Link(target, linked=(item.company if isinstance(item, PastCompany) else item).linked)
                found.append(PastCompany(link, self._years(item.years)) if isinstance(item, PastCompany) else link)
        return tuple(found) if _is_list(value) else next(iter(found), None)

    def _told(self, record: Record, name: str, value: tuple[Link, ...]) -> tuple[Link, ...]:
        """What was told: news by its new name, also where its title was written, else a made-up text."""
        meant, found = iter(self._meant(record, name)), list[Link]()
        for link in value:
            key = next(meant, None) if link.linked else self._network.names.find(link, ("news",))
            if isinstance(key, str):
                found += [Link(target, linked=link.linked) for target in filter(None, (self._target(key),))]
            elif not link.linked:
                found.append(Link(self._text(link.text), linked=False))
        return tuple(found)

    def _meant(self, record: Record, name: str) -> tuple[str | None, ...]:
        """What the links of a field mean."""
        field = next(aim.field for aim in AIMS[record.kind] if name == (aim.attribute or aim.field))
        return self._network.fields.get(record.path, NOTHING).keys.get(field, ())

    # audiences

    @cached_property
    def _insights(self) -> Insights:
        return derive(self._network, self._today)

    @cached_property
    def _hearers(self) -> Mapping[str, str]:
        """By the path of news whose audience is told by names or other texts: the tag that its people get."""
        return {
            news.path: f"hears/{self._names.of('tag', news.path)}"
            for news in self._source.news
            if news.audience and news.audience.strip() and without_texts(news.audience) is None
        }

    @cached_property
    def _hearing(self) -> Mapping[str, tuple[str, ...]]:
        """The tags of those who should hear news, by their paths."""
        found: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for news in self._source.news:
            if news.path in self._hearers:
                for key in audience(self._insights.people, news.audience, self._today).keys:
                    found[key] += (self._hearers[news.path],)
        return found

    def _audience(self, record: Record, _name: str, value: str) -> str | None:
        """A query for the same people: as it is where it names nothing, else by a tag."""
        if record.path in self._hearers:
            return f"tag:{self._hearers[record.path]}"
        return without_texts(value)


_SORTS: Mapping[Kind, Sort] = {
    "person": "person",
    "company": "company",
    "lead": "lead",
    "goal": "goal",
    "news": "news",
}


def _is_list(value: object) -> bool:
    """Whether a field holds several values; one link is a tuple as well."""
    return type(value) is tuple


def _each(value: Any, made: Callable[[str], str]) -> Any:
    return tuple(map(made, value)) if _is_list(value) else made(value)


def _word(field: str, text: str) -> str | None:
    word = " ".join(text.casefold().split())
    return word if word in WORDS[field] else None


def _without_place(rules: WorkRules) -> WorkRules:
    """Rules that do not tell whose they are."""
    return WorkRules(
        efforts=rules.efforts,
        employers=rules.employers,
        applications=rules.applications,
        once=rules.once,
        week_begins=rules.week_begins,
        counts=rules.counts,
        columns=rules.columns,
    )
