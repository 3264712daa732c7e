"""The long version: whatever happens to the vault, the site ends up showing it."""

import contextlib
import os
import random
import threading
import time
from pathlib import Path

import pytest

from tests.soak_report import figure

from .at_work import AtWork, at_work, until

SECONDS = float(os.environ.get("NETFILES_SOAK_SECONDS", "60"))


def disturb(vault: Path, dice: random.Random, turn: int) -> None:
    """One thing that people, editors and git do to a vault."""
    note = vault / f"folder{dice.randrange(5)}" / f"n{dice.randrange(200)}.md"
    note.parent.mkdir(exist_ok=True)
    kind = dice.randrange(7)
    if kind == 0:
        note.unlink(missing_ok=True)
    elif kind == 1:
        temporary = note.with_suffix(".tmp")
        temporary.write_text(f"{turn}")
        temporary.replace(note)
    elif kind == 2 and note.exists():
        backup = note.rename(f"{note}~")
        note.write_text(f"{turn}")
        backup.unlink()
    elif kind == 3 and note.exists():
        with contextlib.suppress(FileNotFoundError):
            note.replace(vault / f"folder{dice.randrange(5)}" / note.name)
    elif kind == 4 and not dice.randrange(20):
        note.parent.rename(vault / f"moved{turn}")
    else:
        note.write_text(f"{turn}")


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2])
def test_the_last_site_shows_the_last_vault(vault: Path, seed: int, request: pytest.FixtureRequest) -> None:
    if "soak" not in request.config.option.markexpr:
        pytest.skip("takes a minute; run with -m soak")
    dice, end, turn = random.Random(seed), time.monotonic() + SECONDS / 2, 0
    incomplete: list[int] = []
    with at_work(vault) as work:
        asking = threading.Thread(target=ask, args=(work, incomplete, end))
        asking.start()
        while time.monotonic() < end:
            disturb(vault, dice, turn := turn + 1)
            if not dice.randrange(4):
                time.sleep(dice.random() * 0.3)
        until(lambda: work.builds[-1] == work.notes(), 6)
        asking.join()
        until(lambda: all(work.shows(name, text) for name, text in work.notes().items()))
    assert not incomplete
    assert not [line for line in work.said if "pages" not in line]
    figure(
        "Serve follows the files",
        f"{SECONDS // 2:.0f} s of random saves, renames and checkouts: never half a page, the last is shown",
    )


def ask(work: AtWork, incomplete: list[int], end: float) -> None:
    """Ask for the page that is always there, the whole time."""
    while time.monotonic() < end:
        answer = work.get("/ada/")
        if answer.status != 200 or not answer.body.endswith("</html>"):
            incomplete.append(answer.status)
