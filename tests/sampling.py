"""What `make test` leaves to `make soak`."""

from collections.abc import Iterable
from typing import Any

import pytest


def in_soak(cases: Iterable[Any]) -> list[Any]:
    """These cases of a table for the soak alone: `make test` holds the others as a sample."""
    return [pytest.param(case, marks=pytest.mark.soak) for case in cases]


def sampled(cases: Iterable[Any], *sample: Any) -> list[Any]:
    """A table of which `make test` holds the cases named, and the soak all others."""
    return [*sample, *in_soak(case for case in cases if case not in sample)]
