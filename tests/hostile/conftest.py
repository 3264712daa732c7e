"""The long versions run when they are asked for."""

import pytest


@pytest.fixture(autouse=True)
def _only_when_asked(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("soak") and "soak" not in request.config.option.markexpr:
        pytest.skip("takes minutes; run with -m soak")
