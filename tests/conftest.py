"""What many tests share: the example vault, made-up vaults, a browser."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from netfiles.example import Size, make
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.site.tree import MARKER
from netfiles.vault.create import create, skeleton
from netfiles.vault.load import load

REPOSITORY = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 19)
VAULT_PARTS = ("contacts", "journal", "career", "attachments", "queries", "docs", "mkdocs.yml", "inbox.md")

settings.register_profile("untimed", deadline=None)  # speed is measured by `make bench`
settings.load_profile("untimed")


if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # of a runner in the background; its children would ignore it too
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An undo store that is not the one of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFILES_STATE", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def example_vault(tmp_path: Path) -> Path:
    """A copy of the repository's own example vault."""
    vault = tmp_path / "example"
    vault.mkdir()
    for part in VAULT_PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, vault / part)
        else:
            shutil.copy(source, vault / part)
    create(vault, ".netfiles/tree/.gitignore", MARKER.encode())
    return vault


@pytest.fixture
def made_up_vault(tmp_path: Path) -> Callable[[int, int, int], Path]:
    """Makes vaults of a size: people, entries, seed."""

    def write(people: int, entries: int, seed: int = 1) -> Path:
        vault = tmp_path / f"made-up-{people}-{entries}-{seed}"
        for path, content in make(Size(people, entries, seed), TODAY):
            create(vault, path, content)
        for path, content in skeleton().items():
            create(vault, path, content)
        return vault

    return write


@pytest.fixture
def insights_of() -> Callable[..., Insights]:
    """Everything that follows from a vault, on the example's day unless another is given."""

    def insights(vault: Path, today: date = TODAY) -> Insights:
        return derive(build_network(load(vault)), today)

    return insights


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests need chromium; where it is needed, its absence fails them."""
    if shutil.which("chromium") or os.environ.get("NETFILES_NEED_BROWSER"):
        return
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="chromium is not installed"))
