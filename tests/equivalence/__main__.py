"""A game played again, in a folder that is kept.

`python -m tests.equivalence --vault 1 new:7 build field:12 compare` plays these steps,
`python -m tests.equivalence --vault 1 --drawn 5 40` the 40 rounds that the seed 5 draws.
`--without PLAYER …` leaves players out of what is drawn, `--small` plays in netfiles scaled down,
`--shorter` looks for the few steps that make a lost game lost (for NETFILES_SHRINK seconds).
"""

import argparse
import sys
from pathlib import Path
from tempfile import mkdtemp

from tests.equivalence.playing import drawn, of_words, played, shortest, starting

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vault", type=int, default=1, metavar="SEED")
    parser.add_argument("--drawn", type=int, nargs=2, metavar=("SEED", "ROUNDS"))
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--without", nargs="*", default=(), metavar="PLAYER")
    parser.add_argument("--shorter", action="store_true")
    parser.add_argument("steps", nargs="*")
    asked = parser.parse_args()
    home = Path(mkdtemp(prefix="netfiles-game-"))
    steps = drawn(*asked.drawn, asked.without) if asked.drawn else of_words(asked.steps)
    game = played(home / "game", steps, starting(asked.vault, asked.small))
    if asked.shorter and game.error:
        steps, game = shortest(home, steps[: len(game.told)], game, starting(asked.vault, asked.small))
    sys.stdout.write(
        "\n".join(
            (*game.told, " ".join(map(str, steps)), str(game.error or "nothing fails"), f"the vault is in {home}\n")
        )
    )
    sys.exit(game.error is not None)
