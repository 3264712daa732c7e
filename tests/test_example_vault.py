"""The repository's own example: without a problem, with every field and every rule, and of nobody real."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from netfiles.insights.derive import Insights
from netfiles.insights.follow_ups.rules import RULES
from netfiles.model import KINDS
from netfiles.records.read import known_fields
from netfiles.vault.load import load

REPOSITORY = Path(__file__).resolve().parents[1]


def texts() -> dict[str, str]:
    parts = ("contacts", "journal", "career", "queries")
    return {p.as_posix(): p.read_text("utf-8") for part in parts for p in (REPOSITORY / part).rglob("*.md")}


def test_it_has_no_problem(insights_of: Callable[..., Insights]):
    assert insights_of(REPOSITORY).problems == ()


def test_it_is_as_large_as_a_year_of_one_search():
    collection = load(REPOSITORY)
    assert 38 <= len(collection.people) <= 45
    assert 140 <= len(collection.interactions) <= 200
    assert (len(collection.goals), len(collection.companies), len(collection.leads), len(collection.news)) == (
        4,
        12,
        8,
        2,
    )
    assert collection.profile
    days = sorted(i.day for i in collection.interactions)
    assert (days[-1] - days[0]).days > 350


def test_every_field_of_the_format_is_used():
    used = {
        (record.kind, field)
        for record in load(REPOSITORY).records()
        for field in record.origin.lines
        if "." not in field
    }
    missing = [(kind, field) for kind in KINDS for field in known_fields(kind) if (kind, field) not in used]
    assert [m for m in missing if m[1] != "private" or m[0] in ("person", "interaction", "company", "lead")] == []


def test_every_rule_stands_in_the_queue(insights_of: Callable[..., Insights]):
    standing = {reason.rule for item in insights_of(REPOSITORY).queue.items for reason in item.reasons}
    assert standing == {rule.name for rule in RULES}


def test_nobody_is_real():
    for path, text in texts().items():
        for host in re.findall(r"(?:https?://|@)([\w.-]+)", text):
            assert host.rstrip(".").endswith((".example", "example.com", "example.org")), (path, host)
        for phone in re.findall(r"\+\d[\d ().-]{8,}\d", text):
            assert re.search(r"555.?01\d\d", phone), (path, phone)


def test_it_is_shown_as_of_a_fixed_day():
    options = load(REPOSITORY).options
    assert options.today is not None
    assert options.today.isoformat() == "2026-11-19"


def test_fixed_shapes_are_json(insights_of: Callable[..., Insights]):
    from netfiles.cli.shapes import item_shape, person_shape
    from netfiles.insights.glance import glance

    insights = insights_of(REPOSITORY)
    json.dumps([item_shape(item, insights.today) for item in insights.queue.items])
    for about in glance(insights).people.values():
        someone = insights.network.people[about.key]
        json.dumps(person_shape(about, someone.record, [entry.record for entry in someone.entries], insights.today))
