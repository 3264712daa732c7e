"""A redacted collection: the same facts by other names, and not a word of the owner's."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netfiles.exchange.redaction.redact import Redaction, redacted, shift_of
from netfiles.exchange.redaction.redaction_rules import RULES
from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.insights.derive import Insights, derive
from netfiles.insights.funnel import funnel
from netfiles.insights.leads import courses
from netfiles.model import KINDS, Kind, Origin, Record, Years
from netfiles.model.collection import Collection
from netfiles.model.options import Options
from netfiles.records.read import read_record
from netfiles.records.validate import list_fields
from tests.exchange.canaries import FOLDERS, Canaries
from tests.insights.random_vaults import TODAY, Files, network_of, vaults

KEY = bytes(range(32))


def test_every_field_of_every_kind_has_a_rule() -> None:
    """A field that is added to a model is left out of redacted vaults; here somebody has to say what becomes of it."""
    assert {kind: set(list_fields(kind)) for kind in KINDS} == {kind: set(rules) for kind, rules in RULES.items()}


class Another(KINDS["person"]):  # type: ignore[misc,valid-type]  # a class from a table
    nickname: str = ""


def test_a_field_without_a_rule_is_left_out() -> None:
    person = Another(origin=Origin("contacts/Jane.md"), nickname="Zaphod")
    found, _ = redacted(Collection(people=(person,)), KEY, TODAY)
    assert "Zaphod" not in repr(found)


# no word of the owner's


def collection_of(files: Mapping[str, str]) -> Collection:
    kinds: dict[str, Kind] = {f"{folder}/": kind for kind, folder in FOLDERS.items()}
    of: dict[Kind, list[Record]] = {kind: [] for kind in KINDS}
    for path, text in files.items():
        kind = next(kind for folder, kind in kinds.items() if path.startswith(folder))
        reading = read_record(kind, path, text)
        assert reading.record is not None, (text, reading.problems)
        of[kind].append(reading.record)
    return Collection(
        people=tuple(of["person"]),
        interactions=tuple(of["interaction"]),
        companies=tuple(of["company"]),
        leads=tuple(of["lead"]),
        goals=tuple(of["goal"]),
        news=tuple(of["news"]),
        queries=tuple(of["query"]),
        profile=next(iter(of["profile"]), None),
    )


def leaks(seed: int, count: int, everything: bool) -> list[str]:
    canaries = Canaries(Random(seed))
    source = collection_of(dict(canaries.files(count, everything)))
    options = Options(site_name=canaries.word(), editor="obsidian", tree=canaries.word(), site=canaries.word())
    source = replace(
        source,
        options=options,
        root=f"/home/{canaries.word()}",
        attachments={f"{canaries.word()}.png": "image"},
        docs=((f"{canaries.word()}.md", canaries.word()),),
    )
    found, day = redacted(source, KEY, TODAY)
    shown = repr(found).casefold()
    assert day.weekday() == TODAY.weekday()
    return [word for word in canaries.words if word.casefold() in shown]


def test_no_word_of_any_field_is_in_the_redacted_collection() -> None:
    assert leaks(seed=1, count=4, everything=True) == []


@given(st.integers(0, 10**9), st.integers(1, 4))
@settings(max_examples=15)
def test_no_word_of_random_vaults_is_in_the_redacted_collection(seed: int, count: int) -> None:
    assert leaks(seed, count, everything=False) == []


@pytest.mark.soak
@given(st.integers(0, 10**9), st.integers(1, 8))
@settings(max_examples=2_000)
def test_no_word_of_very_many_random_vaults_is_in_the_redacted_collection(seed: int, count: int) -> None:
    assert leaks(seed, count, everything=False) == []


# the same facts

CALENDAR = 1461
"""Twenty-eight years of weeks: after them the calendar is the same, so that also what counts in months is."""


class Facts:
    """What follows from a network, told by the keys of one of two networks: names and order left out."""

    def __init__(self, insights: Insights, key: Callable[[str], str | None], weeks: int) -> None:
        self._insights, self._key, self._weeks = insights, key, weeks
        self._keys = {*insights.network.people, *insights.network.companies, *insights.network.records}

    def told(self) -> dict[str, Any]:
        insights, network = self._insights, self._insights.network
        of_queue = [(i.key, i.reasons, i.minutes, i.always) for i in insights.queue.items]
        news = [(t.news, t.state, t.replaced_by, t.older, set(t.told), set(t.untold)) for t in insights.news]
        coverage = [(c.company.key, set(c.now), set(c.before), c.rating.order) for c in insights.coverage]
        leads = tuple(courses(network, insights.today))
        steps = [
            (step.name, [c.lead for c in step.came], [c.lead for c in step.now], step.stays)
            for step in funnel(network, leads, insights.today)
        ]
        goals = [(p.goal, p.goal.measure, p.goal.target, p.goal.companies != ()) for p in insights.goals]
        facts = {
            "people": network.people,
            "companies": network.companies,
            "entries": [vars(entry) for entry in network.entries],
            "ties": {key: (tie.word, round(tie.strength, 9)) for key, tie in insights.ties.items()},
            "queue": of_queue,
            "upcoming": insights.queue.upcoming,
            "share": insights.share,
            "news": news,
            "coverage": coverage,
            "funnel": steps,
            "goals": goals,
            "counted": insights.goals,
            "asks": insights.asks,
            "thanks": insights.gratitude,
            "acquainted": [{pair[0], pair[1]} for pair in insights.acquainted.pairs],
            "promises": insights.promises,
            "led": network.led,
            "circles": network.circles,
        }
        return {name: self._plain(fact) for name, fact in facts.items()}

    def _plain(self, value: Any) -> Any:
        """A fact by new keys and days, lists in an order that no name decides, texts left out."""
        match value:
            case str():
                return self._key(value) if value in self._keys else f"word {value}" if value in _WORDS else "text"
            case date():
                return str(value if value in (date.min, date.max) else value - timedelta(weeks=self._weeks))
            case Years():
                return [year and year - round(self._weeks * 7 / 365.2425) for year in value]
            case Record():
                return self._key(value.path)
            case Mapping():
                return sorted((repr(self._plain(key)), repr(self._plain(item))) for key, item in value.items())
        if names := _fields(value):
            return [(name, self._plain(getattr(value, name))) for name in names if name not in _OF_NAMES]
        if isinstance(value, list | tuple | set | frozenset):
            return sorted(repr(self._plain(item)) for item in value)
        return repr(value) if isinstance(value, bool | int | float | None) else type(value).__name__


def _fields(value: Any) -> tuple[str, ...]:
    """The fields of a value that has any."""
    if dataclasses.is_dataclass(value):
        return tuple(field.name for field in dataclasses.fields(value))
    return getattr(value, "_fields", ())


_OF_NAMES = frozenset(("order", "name", "called", "title", "text", "what", "whom"))
"""Fields that hold texts, or an order that names decide where all else is equal."""
_WORDS = frozenset(
    "promise answer reply thank ask outcome birthday hello keep-in-touch introduction news landed lead stale owed-to-me"
    " open answered granted declined search research".split()
)


def facts_of(network: Network, today: date, weeks: int | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of a network as the redacted one would tell them, and those that it tells."""
    redaction = Redaction(network.collection, KEY, today, weeks)
    found, day = redacted(network.collection, KEY, today, weeks)
    before = Facts(derive(network, today), redaction.renamed, shift_of(KEY) if weeks is None else weeks)
    after = Facts(derive(build_network(found), day), lambda key: key, 0)
    return before.told(), after.told()


@given(vaults())
@settings(max_examples=25)
def test_the_facts_of_a_redacted_vault_are_those_of_the_true_one(files: Files) -> None:
    """Save birthdays, what is drawn by lot from names, and of circles of one day which link of them counts.

    Of two who were introduced by one person on one day, the first by the name of their file may be another.
    """
    led = [tuple(re.findall(r"^(?:met_on|introduced_by): .*$", text, re.MULTILINE)) for text in files.values()]
    led = [lines for lines in led if any(line.startswith("introduced_by") for line in lines)]
    assume(len({*led}) == len(led))
    files = {path: re.sub(r"^birthday: .*\n", "", text, flags=re.MULTILINE) for path, text in files.items()}
    network = build_network(replace(network_of(files).collection, options=Options()))
    assume(not network.circles)
    true, redacted_ = facts_of(network, TODAY, CALENDAR)
    for name in true:
        assert redacted_[name] == true[name], name


@given(vaults(), st.integers(30, 529))
@settings(max_examples=10)
def test_whatever_the_shift_only_what_counts_in_months_may_differ(files: Files, weeks: int) -> None:
    network = network_of(files)
    assume(not network.circles)
    true, redacted_ = facts_of(network, TODAY, weeks)
    assert [name for name in true if true[name] != redacted_[name] and name not in _BY_CALENDAR] == []


_BY_CALENDAR = ("queue", "upcoming", "counted")
"""Dates by rhythms of months and years, and goals of a month: a shifted month is another stretch of days."""


@pytest.mark.soak
@given(vaults())
@settings(max_examples=1_000)
def test_the_facts_of_very_many_redacted_vaults_are_those_of_the_true_ones(files: Files) -> None:
    test_the_facts_of_a_redacted_vault_are_those_of_the_true_one.hypothesis.inner_test(files)  # type: ignore[attr-defined]


# what is left out, and what becomes of the rest


def redacted_files(files: Mapping[str, str], key: bytes = KEY) -> Collection:
    return redacted(collection_of({path: f"---\n{text}\n---\n" for path, text in files.items()}), key, TODAY)[0]


def test_private_records_are_left_out_with_every_link_to_them() -> None:
    found = redacted_files(
        {
            "contacts/Jane Doe.md": "private: yes",
            "contacts/Bo.md": 'knows: ["[[Jane Doe]]", "[[Cy]]"]\ncompany: Acme',
            "journal/2026/1.md": 'date: 2026-11-01\nwith: ["[[Jane Doe]]", "[[Bo]]"]',
            "journal/2026/2.md": "date: 2026-11-02\nwith: [[Jane Doe]]",
            "journal/2026/3.md": "date: 2026-11-03\nwith: [[Bo]]\nprivate: date",
            "career/companies/Acme.md": "target: A\nprivate: yes",
        }
    )
    assert [len(person.knows) for person in found.people] == [1]
    assert [len(entry.with_) for entry in found.interactions] == [1]
    assert [person.company for person in found.people] == [None]
    assert found.companies == ()


def test_private_fields_are_left_out() -> None:
    found = redacted_files(
        {"contacts/Bo.md": "company: Acme\nrelation: friend\nstatus: dormant\nprivate: [company, status]"}
    )
    assert [(one.company, one.relation, one.status) for one in found.people] == [(None, "friend", "active")]


def test_what_stands_in_for_a_file_that_cannot_be_read_is_private() -> None:
    source = collection_of({"contacts/Bo.md": "---\ntitle: x\n---\n"})
    assert redacted(replace(source, stale=frozenset({"contacts/Bo.md"})), KEY, TODAY)[0].people == ()


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("relation: Alumni", {"relation": "alumni"}),
        ("relation: my aunt Zelda", {"relation": None}),
        ("tags: [Alumni, zelda]", {"tags": ("Alumni", ...)}),
        ("keep_in_touch: 3m", {"keep_in_touch": "3m"}),
        ("can_help: [one, two]", {"can_help": ("…",)}),
        ("next: call Zelda", {"next": "…"}),
        ("birthday: 04-12", {"birthday": None}),
        ("met_at: the fair", {"met_at": None}),
    ],
)
def test_what_stays_of_a_field(field: str, kept: dict[str, Any]) -> None:
    (person,) = redacted_files({"contacts/Bo.md": field}).people
    for name, value in kept.items():
        found = getattr(person, name)
        if isinstance(value, tuple) and value[-1] is ...:
            assert found[0] == value[0]
            assert len(found) == 2
        else:
            assert (str(found) if name == "keep_in_touch" else found) == value


def test_one_thing_has_one_name_and_two_things_have_two() -> None:
    files = {f"contacts/{n}.md": f"company: {company}\nlocation: {place}" for n, (company, place) in enumerate(_PEOPLE)}
    found = redacted_files(files)
    assert len({person.name for person in found.people}) == len(files)
    firms = {person.company.target for person in found.people if person.company}
    places = {person.location for person in found.people}
    assert (len(firms), len(places)) == (2, 3)


_PEOPLE = [("Acme", "Lyon"), ("ACME", "lyon"), ('"[[Acme]]"', "Lyon, France"), ("Globex", "Oslo")]


def test_names_stay_from_build_to_build_and_are_others_with_another_key() -> None:
    files = {"contacts/Jane Doe.md": "title: x", "contacts/Bo.md": "title: y"}
    more = files | {"contacts/Cy.md": "title: z", "journal/2026/1.md": "date: 2026-11-01\nwith: [[Jane Doe]]"}
    names = {person.name for person in redacted_files(files).people}
    assert names < {person.name for person in redacted_files(more).people}
    assert names.isdisjoint(person.name for person in redacted_files(files, bytes(32)).people)


def test_a_name_stays_when_a_file_is_made_for_it() -> None:
    entry = {"journal/2026/1.md": "date: 2026-11-01\nwith: [[Jane Doe]]"}
    (before,) = redacted_files(entry).interactions
    (after,) = redacted_files(entry | {"contacts/Jane Doe.md": "title: x"}).interactions
    assert before.with_ == after.with_


def test_no_made_up_name_has_a_word_of_the_owner() -> None:
    (name,) = (person.name for person in redacted_files({"contacts/Bo.md": "title: x"}).people)
    taken = redacted_files({"contacts/Bo.md": f"title: {name.split()[0]}"})
    assert taken.people[0].name.split()[0] != name.split()[0]


@pytest.mark.parametrize(
    ("audience", "shown"),
    [
        ("status:active tie:warm", "status:active tie:warm"),
        ("last>60d", "last>60d"),
        ("company:Acme", "tag:hears/"),
        ("Jane", "tag:hears/"),
        ("is:nonsense", "tag:hears/"),
        ("last>=2026-01-01", "tag:hears/"),
    ],
)
def test_an_audience_is_kept_without_texts_or_told_by_a_tag(audience: str, shown: str) -> None:
    found = redacted_files(
        {
            "contacts/Jane.md": "company: Acme\ntags: close",
            "contacts/Bo.md": "title: x",
            "career/news/Moved.md": f"date: 2026-11-01\naudience: {audience}",
        }
    )
    assert (found.news[0].audience or "").startswith(shown)


@given(st.binary(min_size=32, max_size=32))
def test_the_shift_is_in_whole_weeks_and_between_half_a_year_and_ten_years(key: bytes) -> None:
    found, day = redacted(Collection(), key, TODAY)
    assert (TODAY - day).days == 7 * shift_of(key)
    assert 26 <= shift_of(key) < 530
    assert found.options.today == day
