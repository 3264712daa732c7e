"""What tests of planned changes share: an undo store of their own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An undo store of each test's own."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("NETFILES_STATE", str(folder))
    return folder
