"""netfiles with its lengths scaled down: a dozen people are a long list, a few entries a crowded month."""

import sys
from collections.abc import Mapping

from tests.equivalence.limits import as_anybody

LENGTHS: Mapping[str, int] = {
    "SHORT": 6,
    "FIRST": 3,
    "PART": 4,
    "FULL_MONTH": 4,
    "FULL": 2,
    "FIRST_OF_DAY": 2,
    "MOST_NAMES": 2,
    "LONG": 3,
    "FULL_ROWS": 2,
    "DAY_LINES": 4,
    "MOST_ROWS": 3,
    "MOST_PEOPLE": 4,
    "MOST_STRIP": 3,
    "UNFILED": 2,
    "BUCKET": 4,
    "MOST": 3,
    "MOST_FRAMES": 2,
    "_FEW": 2,
    "_WORTH_IT": 30,
    "_MANY": 10,
}
"""From how many things on a page or in a reader does what it does with many."""


def in_miniature() -> None:
    """Scale down what this process has imported."""
    as_anybody()
    for module in [module for name, module in sys.modules.items() if name.startswith("netfiles.")]:
        for name in LENGTHS.keys() & vars(module).keys():
            setattr(module, name, LENGTHS[name])
