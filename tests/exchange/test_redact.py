"""A redacted collection: the same facts by other names, and not a word of the owner's."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.redact import Redaction, redacted, shift_of
from netfiles.exchange.redaction_rules import RULES
from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.insights.derive import Insights, derive
from netfiles.insights.funnel import funnel
from netfiles.insights.leads import courses
from netfiles.model import KINDS, Kind, Origin, Record
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

    def __init__(self, insights: Insights, key: Callable[[str], str | None], day: Callable[[date], date]) -> None:
        self._insights, self._key, self._day = insights, key, day
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
            "people": {key: one for key, one in network.people.items()},
            "companies": {key: one for key, one in network.companies.items()},
            "entries": [vars(entry) for entry in network.entries],
            "ties": {key: (tie.word, round(tie.strength, 9)) for key, tie in insights.ties.items()},
            "queue": of_queue,
            "upcoming": insights.queue.upcoming,
            "share": insights.share,
            "news": news,
            "coverage": coverage,
            "funnel": steps,
            "goals": goals,
            "counted": [self._without_texts(progress) for progress in insights.goals],
            "asks": insights.asks,
            "thanks": insights.gratitude,
            "acquainted": insights.acquainted.pairs,
            "promises": insights.promises,
            "led": network.led,
            "circles": network.circles,
        }
        return {name: self._plain(fact) for name, fact in facts.items()}

    @staticmethod
    def _without_texts(value: Any) -> Any:
        return value

    def _plain(self, value: Any) -> Any:
        """A fact by new keys and days, lists in an order that no name decides, texts left out."""
        if isinstance(value, str):
            return self._key(value) if value in self._keys else f"word {value}" if value in _WORDS else "text"
        if isinstance(value, datetime):
            return value
        if isinstance(value, date):
            return str(self._day(value))
        if isinstance(value, Record):
            return self._key(value.path)
        if isinstance(value, Network | Insights | Options):
            return None
        if isinstance(value, Mapping):
            return sorted((repr(self._plain(key)), repr(self._plain(item))) for key, item in value.items())
        if dataclasses.is_dataclass(value):
            names = [field.name for field in dataclasses.fields(value) if field.name not in _OF_NAMES]
            return [(name, self._plain(getattr(value, name))) for name in names]
        if hasattr(value, "_fields"):
            return [(name, self._plain(getattr(value, name))) for name in value._fields if name not in _OF_NAMES]
        if isinstance(value, list | tuple | set | frozenset):
            return sorted(repr(self._plain(item)) for item in value)
        return repr(value) if isinstance(value, bool | int | float | type(None)) else type(value).__name__


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
    before = Facts(derive(network, today), redaction.renamed, redaction.shifted)
    after = Facts(derive(build_network(found), day), lambda key: key, lambda day: day)
    return before.told(), after.told()


@given(vaults())
@settings(max_examples=25)
def test_the_facts_of_a_redacted_vault_are_those_of_the_true_one(files: Files) -> None:
    files = {path: re.sub(r"^birthday: .*\n", "", text, flags=re.MULTILINE) for path, text in files.items()}
    true, redacted_ = facts_of(network_of(files), TODAY, CALENDAR)
    for name in true:
        assert redacted_[name] == true[name], name
