"""A vault with one note, and a server that all tests share which change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netfiles.serve import rounds

from .at_work import AtWork, at_work


@pytest.fixture(autouse=True)
def short_ticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a session notice its end and the date sooner than a laptop's battery would like."""
    monkeypatch.setattr(rounds, "_TICK", 0.05)
    monkeypatch.setattr(rounds, "_DAY", 0.2)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "ada.md").write_text("first")
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtWork]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "ada.md").write_text("first")
    with at_work(folder) as work:
        yield work
