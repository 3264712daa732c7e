"""The example vault, and letters to everybody in it."""

from collections.abc import Callable

import pytest

from netfiles.drafts.draft import Draft, draft, letters
from netfiles.drafts.occasion import Sort, Wish, occasion
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.load import load
from netfiles.vault.templates import our_letters
from tests.conftest import REPOSITORY, TODAY


@pytest.fixture(scope="session")
def example() -> Insights:
    return derive(build_network(load(REPOSITORY)), TODAY)


@pytest.fixture
def drafted(example: Insights) -> Callable[..., Draft]:
    """The letter to somebody of the example, by name."""

    def make(sort: Sort, name: str, wish: Wish = Wish(), **own: str) -> Draft:  # noqa: B008  # a frozen value
        someone = next(one for one in example.network.people.values() if one.name == name)
        templates = letters({f"templates/letters/{file}.md": text for file, text in own.items()}, our_letters())
        return draft(example, templates, occasion(example, sort, someone, wish))

    return make
