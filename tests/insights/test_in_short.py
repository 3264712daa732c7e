"""Everybody in short: made anew for whom something is another, and only for them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.shelf import Shelf

Vault = Callable[[Mapping[str, str]], Path]
TODAY = date(2026, 11, 19)
FILES = {
    "Ada": "company: [[acme]]",
    "Bo": "past_companies: [[acme]]",
    "Cy": "",
    "career/companies/acme.md": "name: Ostara",
    "2026-11-01 t": "with: [[D0]]; channel: call; introduced: [[D1]]",
    **{f"D{number}": "" for number in range(6)},  # more than a few, or all is made from nothing
}


def after(vault: Vault, change: Mapping[str, str]) -> tuple[Insights, Insights]:
    """The insights of `FILES`, and those that follow from them after a change."""
    shelf = Shelf(vault(FILES))
    first = derive(build_network(shelf.load(shelf.look())), TODAY)
    assert first.people
    vault(change)
    return first, derive(build_network(shelf.load(shelf.look()), first.network), TODAY, first)


def test_a_company_with_another_name_is_another_for_all_who_are_or_were_there(vault: Vault):
    _, insights = after(vault, {"career/companies/acme.md": "name: Zenith"})
    ada, bo = (insights.people[f"contacts/{name}.md"] for name in ("Ada", "Bo"))
    assert (ada.company, ada.facts, bo.facts) == ("Zenith", "zenith", "zenith")


def test_of_whom_nothing_is_another_stays_the_same_object(vault: Vault):
    first, then = after(vault, {"Ada": "company: [[acme]]; title: Planner"})
    same = [key for key, about in then.people.items() if about is first.people[key]]
    assert "contacts/Cy.md" in same
    assert "contacts/Ada.md" not in same


def test_what_was_known_is_not_carried_along_twice(vault: Vault):
    _, then = after(vault, {"Ada": "company: [[acme]]; title: Planner"})
    assert then.people
    assert "in_short" not in then.known


def test_whoever_is_at_a_company_that_becomes_a_target_is_found_as_such(vault: Vault):
    first, then = after(vault, {"career/companies/acme.md": "name: Ostara; target: A"})
    assert "target" not in first.people["contacts/Ada.md"].values("is")
    assert "target" in then.people["contacts/Ada.md"].values("is")


@pytest.mark.parametrize(
    ("change", "given_by"),
    [
        pytest.param({"Cy": "title: x"}, ["d0"], id="as the entry says"),
        pytest.param({"D0": "name: Zed"}, ["zed", "d0"], id="another name"),
        pytest.param({"D0": "aliases: Deo"}, ["d0", "deo"], id="another alias"),
        pytest.param({"2026-11-01 t": "with: [[Cy]]; introduced: [[D1]]"}, ["cy"], id="somebody else"),
        pytest.param({"2026-11-01 t": "with: [[D0]]"}, [], id="nobody any more"),
        pytest.param({"2026-11-20 u": "with: [[Cy]]; introduced: [[D1]]"}, ["d0"], id="one of tomorrow is none yet"),
        pytest.param({"D1": "introduced_by: [[Cy]]"}, ["cy", "d0"], id="their own file first"),
        pytest.param({"D1": "introduced_by: [[D0]]"}, ["d0"], id="both say the same"),
        pytest.param(
            {"2026-11-02 u": 'with: ["[[D1]]", "[[Cy]]"]; introduced: [[D1]]'}, ["d0", "cy"], id="not themselves"
        ),
    ],
)
def test_who_introduced_somebody_is_known_by_entries_too(vault: Vault, change, given_by):
    first, then = after(vault, change)
    assert then.people["contacts/D1.md"].values("by") == given_by
    assert first.people["contacts/D1.md"].values("by") == ["d0"]
