"""Everything as JSON: it is what the schema says, nothing of the files is missing, and what follows stands apart."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from netfiles.exchange.outgoing.json_out import LISTS, as_json
from netfiles.exchange.outgoing.json_schema import schema
from netfiles.exchange.outgoing.own_fields import own_fields
from netfiles.insights.derive import Insights
from netfiles.model import KINDS
from netfiles.records.read import known_fields
from tests.insights.random_vaults import Files, vaults

from .made import FILES, insights_of

VALID = Draft202012Validator(schema(), format_checker=FormatChecker())


def printed(insights: Insights, files: Files | None = None) -> str:
    return "".join(as_json(insights, "1.0", own_fields(files or {}, insights.network.records)))


def record(kind: str, file: str) -> dict[str, Any]:
    """A record of the small vault as it is printed."""
    everything = json.loads(printed(insights_of(), FILES))
    return next(shape for shape in everything[kind] if shape["file"] == file)


def test_a_person_is_what_the_file_says_and_apart_from_it_what_follows() -> None:
    ada = record("people", "contacts/Ada Paz.md")
    said = {name: value for name, value in ada["fields"].items() if value not in (None, [], False)}
    assert said == {
        "aliases": ["Adi", "=cmd()"],
        "title": 'Head; of "things", mostly',
        "company": "[[Acme]]",
        "past_companies": ["Globex (2018-2022)", "[[Foo (2010)]]"],
        "emails": ["ada@acme.example", "Ada <ada.paz@home.example>"],
        "phones": ["+43 1 234567"],
        "addresses": ["1 Long Road, Graz, AB 8010"],
        "birthday": "02-29",
        "tags": ["close", "alumni"],
        "knows": ["[[Bo]]", "[[Ghost]]", "[[Bo|Bobby]]"],
        "keep_in_touch": "1m",
        "next": "send the <b>sheet</b>, soon",
        "next_on": "2026-12-20",
        "status": "active",
        "told_before": ["[[Laid off]]"],
    }
    assert ada["own_fields"] == {"shoe_size": "38", "likes": ["tea", "cake"], "house": "house: {floor: 3, door: green}"}
    assert ada["body"] == "Her notes on [[Bo]].\n\n- [ ] write to her 📅 2026-12-30\n"
    assert ada["derived"]["company"] == {"name": "Acme", "file": "career/companies/Acme.md"}
    assert ada["derived"]["last_contact"] == "2026-11-13"
    assert len(ada["derived"]["interactions"]) == 3


def test_an_entry_tells_whom_it_was_with_though_they_are_not_on_file() -> None:
    coffee = record("interactions", "journal/2026-11-10 Coffee.md")
    assert (coffee["fields"]["date"], coffee["fields"]["minutes"]) == ("2026-11-10", 45)
    assert coffee["fields"]["told"] == ["[[Laid off]]", "saved a million"]
    assert coffee["derived"]["people"] == [
        {"name": "Ada Paz", "file": "contacts/Ada Paz.md"},
        {"name": "New Name", "file": None},
    ]
    assert coffee["derived"]["told"] == ["career/news/Laid off.md"]
    not_on_file = json.loads(printed(insights_of()))["not_on_file"]
    assert {one["name"]: one["interactions"] for one in not_on_file}["New Name"] == ["journal/2026-11-10 Coffee.md"]


def test_what_is_nested_in_a_field_of_the_owners_is_kept_as_written() -> None:
    text = "---\nname: Ada\nhouse:\n  floor: 3\n  doors: [green]\nage: ~\nlast:\n  - a: 1\n---\n"
    files = {"contacts/Ada.md": text}
    (ada,) = json.loads(printed(insights_of(files), files))["people"]
    assert ada["own_fields"] == {"house": "house:\n  floor: 3\n  doors: [green]", "age": "", "last": "last:\n  - a: 1"}


def test_it_is_what_the_schema_says(insights_of_example: Insights) -> None:
    for text in (printed(insights_of(), FILES), printed(insights_of_example)):
        VALID.validate(json.loads(text))


@settings(max_examples=12)
@given(vaults())
def test_of_any_vault_it_is_what_the_schema_says_and_bytes_are_stable(files: Files) -> None:
    sound(files)


@pytest.mark.soak
@settings(max_examples=1_000)
@given(vaults())
def test_of_very_many_vaults_it_is_what_the_schema_says(files: Files) -> None:
    sound(files)


def sound(files: Files) -> None:
    text = printed(insights_of(files))
    VALID.validate(json.loads(text))
    assert text == printed(insights_of(files))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_is_in_the_output_and_in_the_schema(insights_of_example: Insights, kind: str) -> None:
    name = next(name for name, of in LISTS.items() if of == kind)
    shapes = json.loads(printed(insights_of_example))[name]
    assert shapes
    assert all(list(shape["fields"]) == list(known_fields(kind)) for shape in shapes)
    assert schema()["$defs"][kind]["properties"]["fields"]["required"] == list(known_fields(kind))
    derived = schema()["$defs"][kind]["properties"]["derived"]["required"]
    assert all(list(shape["derived"]) == derived for shape in shapes)


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [
        ("people", "birthday", "12.4."),
        ("people", "keep_in_touch", "often"),
        ("people", "status", "gone"),
        ("people", "emails", "a@b.example"),
        ("people", "as_of", "2026-02-30"),
        ("interactions", "date", None),
        ("interactions", "minutes", "45"),
        ("interactions", "got", ["money"]),
        ("companies", "target", "D"),
        ("leads", "stage", "hoping"),
    ],
)
def test_the_schema_refuses_what_a_field_does_not_hold(kind: str, field: str, wrong: object) -> None:
    everything = json.loads(printed(insights_of()))
    everything[kind][0]["fields"][field] = wrong
    assert len(list(VALID.iter_errors(everything))) == 1
