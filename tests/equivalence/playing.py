"""A game: steps drawn by a seed, played in a fresh vault, shrunk to the few that matter when it fails."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from tests.equivalence.miniature import in_miniature
from tests.equivalence.players import PLAYERS
from tests.equivalence.world import World, build_and_compare, new_world

COMPARE = "compare"
BUILD = "build"
REFUSED = "refused"
PATIENCE = float(os.environ.get("NETFILES_SHRINK", "30"))  # seconds to look for a shorter game


@dataclass(frozen=True, slots=True)
class Step:
    """Who plays, with which dice."""

    player: str
    dice: int = 0

    def __str__(self) -> str:
        return f"{self.player}:{self.dice}" if self.dice else self.player


Steps = tuple[Step, ...]
Start = Callable[[Path], World]


def drawn(seed: int, rounds: int, without: Sequence[str] = ()) -> Steps:
    """`rounds` of one to four edits and a build; every third build, and the last one, is compared with a clean one."""
    dice = Random(seed)
    names = [name for name in PLAYERS if name not in without]
    weights = [PLAYERS[name][0] for name in names]
    steps = [Step(BUILD)]
    for turn in range(1, rounds + 1):
        players = dice.choices(names, weights, k=dice.choice((1, 1, 2, 4)))
        steps += [Step(player, dice.randrange(1, 10**6)) for player in players]
        steps.append(Step(COMPARE if turn % 3 == 0 or turn == rounds else BUILD))
    return tuple(steps)


def dealt(seed: int, hands: int) -> tuple[Steps, ...]:
    """Every player once, in `hands` games; two play before each build, and each third build is compared."""
    dice = Random(seed)
    names = [*PLAYERS, *("field",) * 6]
    dice.shuffle(names)
    return tuple(_hand(names[hand::hands], dice) for hand in range(hands))


def _hand(names: Sequence[str], dice: Random) -> Steps:
    steps = [Step(BUILD)]
    for turn, name in enumerate(names, 1):
        steps.append(Step(name, dice.randrange(1, 10**6)))
        if turn % 2 == 0:
            steps.append(Step(BUILD if turn % 6 else COMPARE))
    return (*steps, Step(COMPARE))


def one_step(world: World, step: Step) -> str:
    """What a step did, in words."""
    match step.player:
        case "compare":
            return build_and_compare(world)
        case "build":
            said = world.build()
            return said.last_line or f"no site: {said.err.strip()[:200]}"
    return acted(world, step.player, step.dice)


def acted(world: World, name: str, dice: int) -> str:
    """What a player did, in words; what the disk refuses stays undone, as it would for anybody."""
    try:
        return PLAYERS[name][1](world, Random(dice))
    except OSError as error:
        return f"{REFUSED}: {error.strerror or error}"


@dataclass(frozen=True)
class Game:
    """What was done, and what was wrong in the end."""

    told: tuple[str, ...]
    error: AssertionError | None = None


def played(home: Path, steps: Steps, start: Start) -> Game:
    """Play `steps` in a fresh world below `home`, up to the first that shows a fault."""
    told: list[str] = []
    world = start(home)
    for step in steps:
        try:
            told.append(f"{step!s:<24} {' '.join(one_step(world, step).split())[:200]}")
        except AssertionError as error:
            return Game((*told, f"{step!s:<24} FAILS"), error)
        except Exception as error:
            error.add_note("\n".join((*told, str(step))))
            raise
    return Game(tuple(told))


def starting(seed: int, small: bool) -> Start:
    """The vault of a seed, in netfiles as it is or scaled down."""

    def start(home: Path) -> World:
        world = new_world(home, seed)
        world.prepare = in_miniature if small else world.prepare
        return world

    return start


def play(home: Path, steps: Steps, seed: int = 1, small: bool = False) -> None:
    """Play `steps` in the vault of a seed; a game that is lost is told in as few steps as can be found in good time."""
    start = starting(seed, small)
    game = played(home / "game", steps, start)
    if game.error is None:
        shutil.rmtree(home / "game")
        return
    short, game = shortest(home, steps[: len(game.told)], game, start)
    lines, replay = "\n".join(game.told), " ".join(map(str, short))
    again = f"play it again: python -m tests.equivalence --vault {seed} {'--small ' * small}{replay}"
    raise AssertionError(f"{game.error}\n\n{lines}\n\n{again}") from None


def shortest(home: Path, steps: Steps, game: Game, start: Start) -> tuple[Steps, Game]:
    """ddmin: leave out ever smaller parts as long as the game is still lost; the comparison at the end stays."""
    end, parts = monotonic() + PATIENCE, 2
    best, fewer = (steps, game), tuple(Step(BUILD) if step.player == COMPARE else step for step in steps[:-1])
    if shorter := _lost(home, (*fewer, steps[-1]), start):
        best = shorter
    while len(best[0]) > 1 and monotonic() < end:
        *rest, last = best[0]
        size = -(-len(rest) // parts)
        tries = ((*rest[:at], *rest[at + size :], last) for at in range(0, len(rest), size))
        shorter = next((lost for one in tries if monotonic() < end and (lost := _lost(home, one, start))), None)
        if shorter:
            best, parts = shorter, max(parts - 1, 2)
        elif size == 1:
            break
        else:
            parts = min(len(rest), parts * 2)
    return best


def _lost(home: Path, steps: Steps, start: Start) -> tuple[Steps, Game] | None:
    """The game as far as it went where it is lost."""
    game = played(home / "shorter", steps, start)
    shutil.rmtree(home / "shorter", ignore_errors=True)
    return (steps[: len(game.told)], game) if game.error else None


def of_words(words: Sequence[str]) -> Steps:
    """Steps as they are printed."""
    pairs = (word.partition(":") for word in words)
    return tuple(Step(player, int(dice or 0)) for player, _, dice in pairs)
