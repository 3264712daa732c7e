"""What a command says with a cache is, to the byte, what it says without one."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.equivalence.commands import Said
from tests.equivalence.players import PLAYERS
from tests.equivalence.players.commands import READING
from tests.equivalence.playing import acted
from tests.equivalence.world import World, new_world
from tests.sampling import in_soak
from tests.soak_report import figure

NO_READERS = ("command", "stock", "elsewhere", "site", "no-site", "theme", "override", "extension", "other-plugin")
EDITORS = {name: weight for name, (weight, _) in PLAYERS.items() if name not in NO_READERS}


def compared(world: World, commands: Sequence[tuple[str, ...]], told: list[str]) -> None:
    for words in commands:
        warm, cold = world.run(*words), without_cache(world, words)
        assert warm == cold, (" ".join(words), warm.out, cold.out, warm.err, cold.err, "\\n".join(told))


def without_cache(world: World, words: tuple[str, ...]) -> Said:
    """By a cache folder that is new, or by the setting that wants none."""
    if len(words) % 2:
        return world.run(*words, cache=world.fresh("no-cache"))
    world.environment["NETFILES_CACHE"] = "off"
    try:
        return world.run(*words)
    finally:
        del world.environment["NETFILES_CACHE"]


def read_between_edits(world: World, seed: int, rounds: int) -> None:
    dice, told = Random(seed), [f"seed {seed}"]
    names, weights = list(EDITORS), list(EDITORS.values())
    for turn in range(rounds):
        for name in dice.choices(names, weights, k=dice.choice((1, 2, 5))):
            step = dice.randrange(10**6)
            told.append(f"{name}:{step} {acted(world, name, step)}")
        compared(world, READING if turn % 10 == 5 else dice.sample(READING, 3), told)


def test_every_command_says_the_same_with_and_without_a_cache(world: World):
    for words in READING:
        world.run(*words)
    compared(world, READING, [])


@pytest.mark.parametrize("seed", in_soak(range(2)))
def test_commands_between_random_edits_say_what_they_say_without_a_cache(world: World, seed: int):
    read_between_edits(world, seed, 5)


def test_the_day_is_no_part_of_what_is_kept(world: World):
    for day in (18, 23, 18):
        world.day = world.day.replace(day=day)
        compared(world, [("queue", "--json"), ("stats",)], [str(world.day)])


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 106))
def test_commands_say_the_same_through_long_games(tmp_path: Path, seed: int):
    read_between_edits(new_world(tmp_path, seed), seed, 40)
    figure("Answers with and without a cache", "40 rounds of random edits, 3 commands each: equal byte for byte")
