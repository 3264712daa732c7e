"""The example vault of the repository, read once."""

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.load import load
from tests.conftest import REPOSITORY, TODAY


@pytest.fixture(scope="session")
def insights_of_example() -> Insights:
    """What follows from the example vault on its day."""
    return derive(build_network(load(REPOSITORY)), TODAY)
