"""After netfiles itself has changed, what the version before has kept is not used."""

import os
import shutil
import sys
from pathlib import Path

import pytest

import netfiles
from tests.equivalence.world import World, build_and_compare


def installed(world: World) -> Path:
    """A copy of netfiles of this world's own, which every command of it runs from now on."""
    code = world.home / "code"
    shutil.copytree(Path(netfiles.__file__).parent, code / "netfiles", ignore=shutil.ignore_patterns("__pycache__"))
    world.environment["PYTHONPATH"] = os.pathsep.join([str(code), *filter(None, sys.path)])
    world.alone = True
    return code / "netfiles"


def upgraded(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.soak
def test_a_site_and_a_cache_of_another_version_change_nothing(world: World):
    package = installed(world)
    assert world.build().exit == 0
    upgraded(package / "views" / "templates" / "people.html", "</table>", "</table><p>Printed otherwise.</p>")
    upgraded(package / "model" / "record.py", "or self.origin.stem", "or self.origin.stem.upper()")
    build_and_compare(world)
    shown = (world.site / "people" / "index.html").read_text("utf-8")
    assert "Printed otherwise." in shown
    assert any(path.stem.upper() in shown for path in (world.vault / "contacts").glob("*.md"))
