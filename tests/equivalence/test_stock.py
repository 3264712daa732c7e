"""The fast printer's site is the one that a stock `mkdocs build` of the tree gives."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.equivalence.comparing import difference, of_readers
from tests.equivalence.miniature import in_miniature
from tests.equivalence.playing import drawn, one_step
from tests.equivalence.world import World, compare_with_stock, new_world, stock_site
from tests.sampling import sampled
from tests.soak_report import figure


def test_a_site_equals_stock_mkdocs_byte_for_byte(configured: World):
    said = configured.run("build", alone=True)
    assert said.exit == 0, said.err
    stock = stock_site(configured)
    assert sum(name.endswith(".html") for name in stock) > 30
    compare_with_stock(configured, stock)


@pytest.mark.soak
def test_long_lists_equal_stock_mkdocs_too(world: World):
    world.prepare = in_miniature
    assert world.build().exit == 0
    assert (world.site / "people" / "a" / "index.html").exists() or len(list(world.site.rglob("*.html"))) > 50
    compare_with_stock(world)


def test_the_override_and_the_extension_are_seen(overridden: World):
    assert overridden.build().exit == 0
    plan = (overridden.site / "docs" / "plan" / "index.html").read_text("utf-8")
    assert "<dt>Term</dt>" in plan
    assert "Seen by Plan" in plan
    assert "Seen by Journal" in (overridden.site / "journal" / "index.html").read_text("utf-8")


PASSED_ON = {"my_hook.py": "hooks", "material/tags": "tags", "search": "search"}
HOOK = "def on_page_content(html, page, config, files):\n    return html + '<p>hooked</p>'\n"


def set_up(world: World, name: str) -> None:
    path = world.vault / "mkdocs.yml"
    config = yaml.safe_load(path.read_text("utf-8"))
    if name == "my_hook.py":
        (world.vault / name).write_text(HOOK, "utf-8")
        config["hooks"] = [name]
    elif name not in config["plugins"]:
        config["plugins"].append(name)
    path.write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")


@pytest.mark.parametrize("name", sampled(PASSED_ON, "my_hook.py"))
def test_what_the_fast_way_cannot_honour_is_named_and_built_the_stock_way(world: World, name: str):
    set_up(world, name)
    world.loud = True
    said = world.build()
    assert said.exit == 0, said.err
    assert PASSED_ON[name] in said.err
    assert len(said.err.splitlines()) <= 3
    compare_with_stock(world)


@pytest.mark.soak
def test_the_way_may_change_from_build_to_build(world: World, edited: Callable[[str], None]):
    plain = (world.vault / "mkdocs.yml").read_bytes()
    assert world.build().exit == 0
    set_up(world, "my_hook.py")
    edited("Built the stock way.")
    assert world.build().exit == 0
    compare_with_stock(world)
    (world.vault / "mkdocs.yml").write_bytes(plain)
    edited("Built the fast way.")
    assert world.build().exit == 0
    compare_with_stock(world)


BROKEN = {
    "docs/plan.md": "---\ntemplate: none.html\n---\n# Plan\n",
    "overrides/main.html": "{% block announce %}never closed",
    "mkdocs.yml": "site_name: [never closed\n",
}


@pytest.mark.parametrize("name", sampled(BROKEN, "overrides/main.html"))
def test_a_build_that_fails_leaves_the_last_good_site(overridden: World, name: str):
    assert overridden.build().exit == 0
    before = of_readers(overridden.site)
    (overridden.vault / name).write_text(BROKEN[name], "utf-8")
    (overridden.vault / "contacts" / "Zoë New.md").write_text(
        "---\ncompany: Aardvark\n---\nNot to be seen yet.\n", "utf-8"
    )
    for _ in range(2):
        said = overridden.build()
        assert said.exit == 2
        assert len(said.err.splitlines()) <= 5
        assert difference(before, of_readers(overridden.site), ("the last good site", "the site now")) is None


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 9))
def test_a_site_equals_stock_mkdocs_after_random_edits(tmp_path: Path, seed: int):
    world = new_world(tmp_path, seed, people=15, entries=60)
    compared = 0
    for step in drawn(1000 + seed, 40):
        told = one_step(world, step)
        if step.player == "compare" and not told.startswith("no site"):
            compare_with_stock(world)
            compared += 1
    assert compared > 3
    figure("The fast printer equals stock MkDocs", f"{compared} comparisons within 40 rounds of random edits")


@pytest.mark.soak
def test_a_site_of_a_large_vault_equals_stock_mkdocs(tmp_path: Path):
    world = new_world(tmp_path, 7, people=400, entries=2000)
    assert world.run("build", alone=True).exit == 0
    assert len(list(world.site.rglob("index.html"))) > 400
    compare_with_stock(world)
    figure("The fast printer equals stock MkDocs", "a vault of 400 people and 2,000 entries, every file of its site")
