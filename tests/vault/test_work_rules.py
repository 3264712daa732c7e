"""The option `work_search`: a place, or numbers of one's own; a mistake is a problem with advice."""

from datetime import date
from pathlib import Path

import pytest

from netfiles.vault.options import read_options
from netfiles.vault.work_rules import places


def read(root: Path, value: str):
    (root / "mkdocs.yml").write_text(f"plugins:\n  - netfiles:\n      work_search: {value}\n", encoding="utf-8")
    return read_options(root)


@pytest.mark.parametrize("name", ["Connecticut", "connecticut", " NEBRASKA "])
def test_a_place_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    options, problems = read(tmp_path, f'"{name}"')
    assert not problems
    assert options.work_search is not None
    assert options.work_search.place == name.strip().capitalize()


@pytest.mark.parametrize("rules", places().values(), ids=lambda rules: rules.place)
def test_every_place_bears_its_source_and_the_day_it_was_read(rules) -> None:
    assert rules.source.startswith("https://")
    assert rules.checked is not None
    assert rules.checked > date(2026, 1, 1)
    assert rules.efforts
    assert rules.counts


def test_own_numbers(tmp_path: Path) -> None:
    options, problems = read(tmp_path, "{efforts: 4, employers: 2, counts: [application], week_begins: sunday}")
    assert not problems
    rules = options.work_search
    assert rules is not None
    assert (rules.place, rules.efforts, rules.employers, rules.counts) == ("", 4, 2, ("application",))
    assert rules.week_begins == "sunday"


def test_nothing_is_asked_where_nothing_is_written(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (read_options(tmp_path)[0], ())
    assert read_options(tmp_path)[0].work_search is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Atlantis", "Those of Connecticut, Massachusetts, Nebraska do"),
        ("3", "Write a place"),
        ("{efforts: many}", "Write a whole number from 0 to 100"),
        ("{efforts: -1}", "Write a whole number from 0 to 100"),
        ("{efforts: true}", "Write a whole number from 0 to 100"),
        ("{eforts: 3}", "Did you mean `efforts`?"),
        ("{counts: [aplication]}", "Did you mean `application`?"),
        ("{columns: [fax]}", "The words are: employer, address"),
        ("{week_begins: tuesday}", "The words are: monday, sunday"),
        ("{once: maybe}", "Write true or false"),
        ("{1: 3}", "The words are: efforts"),
        ("[Connecticut]", "Write a place"),
    ],
)
def test_a_mistake_is_a_problem_with_advice_and_the_default_holds(tmp_path: Path, value: str, said: str) -> None:
    options, problems = read(tmp_path, value)
    assert options.work_search is None
    assert [problem.code for problem in problems] == ["NF502"]
    assert said in problems[0].advice
    assert problems[0].place.line == 3
