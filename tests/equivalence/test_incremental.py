"""After any edits, what a build makes of cache and site is what a clean one makes of nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.equivalence.playing import dealt, drawn, one_step, play
from tests.equivalence.world import World, build_and_compare, new_world, same_as_clean
from tests.sampling import in_soak, sampled
from tests.soak_report import figure

ROUNDS = int(os.environ.get("NETFILES_SOAK_ROUNDS", "60"))
FIRST = int(os.environ.get("NETFILES_SEED", "1"))


@pytest.mark.parametrize("hand", sampled(range(6), 0))
def test_incremental_equals_clean_whoever_plays(tmp_path: Path, hand: int):
    play(tmp_path, dealt(FIRST, 6)[hand], seed=hand + 1, small=hand % 3 == 1)


@pytest.mark.parametrize("unseen", ["cache", *in_soak(["site"])])
def test_a_deleted_cache_or_site_changes_nothing(world: World, edited: Callable[[str], None], unseen: str):
    assert world.build().exit == 0
    edited("One more sentence.")
    folder = getattr(world, unseen)
    folder.rename(world.home / "away") if folder.exists() else None
    build_and_compare(world)


@pytest.mark.soak
@pytest.mark.parametrize("name", ["main.html", "assets/mine.css"])
def test_what_the_owner_adds_to_the_theme_may_keep_its_size_and_time(overridden: World, name: str):
    path = overridden.vault / "overrides" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("{% extends 'base.html' %}{% block announce %}1{% endblock %}", "utf-8")
    assert overridden.build().exit == 0
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("1", "2"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    build_and_compare(overridden)


@pytest.mark.soak
def test_processes_with_other_hash_seeds_give_the_same_bytes(world: World, edited: Callable[[str], None]):
    world.environment = {"PYTHONHASHSEED": "1"}
    assert world.run("build", alone=True).exit == 0
    edited("One more sentence.")
    world.environment = {"PYTHONHASHSEED": "2"}
    assert world.run("build", alone=True).exit == 0
    world.environment = {"PYTHONHASHSEED": "3"}
    world.alone = True
    assert same_as_clean(world.vault, world.day, world.site) is None


MOVES = {
    "an entry": ("journal/2026-10-05 Talk.md", "with: Zed", "with: Zed\ndate: 2026-07-05"),
    "a lead": ("career/leads/Planner.md", "company: Firm A", "company: Firm B"),
    "a lead that comes to a company": ("career/leads/Planner.md", "stage: heard", "company: Firm B"),
    "a lead that loses its company": ("career/leads/Planner.md", "company: Firm A", "stage: heard"),
    "a goal": ("career/goals/Write.md", "title: Write to ten", "title: Write to twelve"),
}


@pytest.mark.parametrize("what", sampled(MOVES, "an entry"))
def test_who_links_to_something_that_moves_leads_to_its_new_place(world: World, what: str):
    path, _, after = MOVES[what]
    links = "[[2026-10-05 Talk]], [[Planner]], [[career/goals/Write]]"
    for name in ("contacts/Linus Link.md", "career/companies/Links.md", "journal/2026-09-01 Note.md"):
        (world.vault / name).write_text(f"---\n---\nSee {links}.\n", "utf-8")
    for of, front, _ in (*MOVES.values(), MOVES[what]):
        (world.vault / of).write_text(f"---\n{front}\n---\n", "utf-8")
    assert world.build().exit == 0
    (world.vault / path).write_text(f"---\n{after}\n---\n", "utf-8")
    build_and_compare(world)


def test_who_leads_by_markdown_to_somebody_who_goes_leads_nowhere(world: World):
    (world.vault / "contacts" / "Zed Zorn.md").write_text("---\n---\n", "utf-8")
    (world.vault / "contacts" / "Linus Link.md").write_text("---\n---\nSee [him](Zed%20Zorn.md).\n", "utf-8")
    assert world.build().exit == 0
    (world.vault / "contacts" / "Zed Zorn.md").unlink()
    build_and_compare(world)


def test_a_vault_that_takes_the_place_of_another_is_not_taken_for_it(tmp_path: Path):
    """Both have the same paths, and one cache knows both."""
    world, other = new_world(tmp_path / "a", 1), new_world(tmp_path / "b", 1)
    path = min((other.vault / "contacts").glob("*.md"))
    path.write_text(path.read_text("utf-8") + "\nOnly in the other vault.\n", "utf-8")
    assert world.build().exit == 0
    world.vault.rename(world.home / "first")
    other.vault.rename(world.vault)
    (world.home / "first" / "site").rename(world.site)
    build_and_compare(world)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(FIRST, FIRST + 12))
def test_incremental_equals_clean_after_long_random_games(tmp_path: Path, seed: int):
    play(tmp_path, drawn(seed, ROUNDS), seed, small=seed % 2 == 0)
    figure("Incremental equals clean", f"{ROUNDS} rounds of random edits, days, options, cache and site tampered with")


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2))
def test_incremental_equals_clean_in_processes_of_their_own(tmp_path: Path, seed: int):
    world = new_world(tmp_path, seed, people=40, entries=150)
    world.alone = True
    for step in drawn(2000 + seed, 20):
        one_step(world, step)
    figure("Incremental equals clean", "20 rounds in a vault of 40 people, each build a new interpreter")
