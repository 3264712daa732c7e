"""Everybody in short: made anew for whom something is another, and only for them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

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
