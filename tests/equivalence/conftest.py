"""A world in which to play."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.equivalence.world import World, new_world
from tests.sampling import sampled


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A made-up vault of twelve people, with the configuration that `init` writes."""
    return new_world(tmp_path / "home")


@pytest.fixture
def example(tmp_path: Path, example_vault: Path) -> World:
    """The example vault of the repository."""
    return World(tmp_path / "home", example_vault)


@pytest.fixture
def overridden(world: World) -> World:
    """A template overridden, one more Markdown extension, and a page that shows both."""
    override_and_extend(world)
    return world


def override_and_extend(world: World) -> None:
    (world.vault / "overrides").mkdir()
    template = '{% extends "base.html" %}\n{% block announce %}Seen by {{ page.title }}{% endblock %}\n'
    (world.vault / "overrides" / "main.html").write_text(template, "utf-8")
    (world.vault / "docs").mkdir()
    (world.vault / "docs" / "plan.md").write_text("# Plan\n\nTerm\n:   Meaning of [[Acme]]\n", "utf-8")
    config = world.vault / "mkdocs.yml"
    text = config.read_text("utf-8")
    for line, more in (
        ("\n  name: material\n", "  custom_dir: overrides\n"),
        ("\n  - attr_list\n", "  - def_list\n"),
        ("\nnav:\n", "  - docs/plan.md\n"),
    ):
        assert line in text
        text = text.replace(line, line + more)
    config.write_text(text, "utf-8")


@pytest.fixture(
    params=sampled(["as init writes it", "the example", "an override and an extension"], "as init writes it")
)
def configured(request: pytest.FixtureRequest) -> World:
    """Each configuration for which the fast way must be taken."""
    name = {"a": "world", "t": "example"}.get(request.param[0], "world")
    made: World = request.getfixturevalue("overridden" if request.param.startswith("an ") else name)
    return made


@pytest.fixture
def edited(world: World) -> Callable[[str], None]:
    """Writes one more sentence into somebody's notes."""

    def edit(sentence: str) -> None:
        path = min((world.vault / "contacts").glob("*.md"))
        path.write_text(f"{path.read_text('utf-8')}\n{sentence}\n", "utf-8")

    return edit
