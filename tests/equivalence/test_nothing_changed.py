"""A build after which nothing has changed prints nothing."""

import re
from pathlib import Path

import pytest

from tests.equivalence.world import World

NOTHING = re.compile(r"0 printed, ([1-9]\d*) kept, 0 removed, \d+\.\d seconds")


def times(site: Path) -> dict[str, tuple[int, int]]:
    """When each file of a site was last written, and which file it is."""
    files = (path for path in sorted(site.rglob("*")) if not path.name.startswith("."))
    return {p.relative_to(site).as_posix(): (p.stat().st_mtime_ns, p.stat().st_ino) for p in files}


@pytest.mark.parametrize("alone", [False, True], ids=["forked", "in a new interpreter"])
def test_a_second_build_prints_nothing(world: World, alone: bool):
    prints_nothing(world, alone)


def test_a_second_build_prints_nothing_with_each_configuration(configured: World):
    prints_nothing(configured)


def prints_nothing(world: World, alone: bool = False) -> None:
    first = world.build()
    assert first.exit == 0, first.err
    before = times(world.site)
    assert len(before) > 80
    second = world.run("build", alone=alone)
    assert NOTHING.fullmatch(second.last_line), second.out
    assert times(world.site) == before


def test_reading_in_between_prints_nothing_either(world: World):
    assert world.build().exit == 0
    before = times(world.site)
    for words in (["queue"], ["check"], ["stats", "--json"]):
        world.run(*words)
    assert NOTHING.fullmatch(world.build().last_line)
    assert times(world.site) == before


def test_a_touched_note_prints_nothing(world: World):
    assert world.build().exit == 0
    before = times(world.site)
    for path in (world.vault / "contacts").glob("*.md"):
        path.touch()
    assert NOTHING.fullmatch(world.build().last_line)
    assert times(world.site) == before


def test_one_changed_note_prints_few_pages(world: World):
    assert world.build().exit == 0
    before = times(world.site)
    path = min((world.vault / "contacts").glob("*.md"))
    path.write_text(path.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    said = world.build()
    after = times(world.site)
    written = [name for name in after if before.get(name) != after[name] and (world.site / name).is_file()]
    assert 1 <= len(written) <= 4, (said.out, written)
