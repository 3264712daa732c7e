"""Who should hear a piece of news."""

from collections.abc import Callable, Mapping

import pytest

from netfiles.insights.audience import audience
from netfiles.insights.derive import Insights

Derived = Callable[[Mapping[str, str], str], Insights]
FILES = {
    "Ana": "tags: close; emails: ana@x.example",
    "Bo": "status: dormant; emails: bo@x.example",
    "Cy": "status: closed; emails: cy@x.example",
    "Di": "relation: recruiter; emails: di@x.example",
    "2026-11-01 Call": "with: ['[[Ana]]', '[[Not On File]]']; channel: call",
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(None, "Ana Di", id="everyone active"),
        pytest.param("  ", "Ana Di", id="blank: everyone active"),
        pytest.param("has:email", "Ana Bo Di", id="dormant people are asked for by it, closed ones are not"),
        pytest.param("has:email -relation:recruiter status:active", "Ana", id="some of the active"),
        pytest.param("status:closed", "Cy", id="closed ones by that word only"),
        pytest.param("last<1y", "Ana", id="nobody who is only a name"),
        pytest.param("-is:filed", "", id="never a name without a file"),
    ],
)
def test_the_audience(derived: Derived, text: str | None, names: str) -> None:
    found = derived(FILES, "2026-11-19")
    heard = audience(found.people, text, found.today)
    assert heard.wrong is None
    assert list(heard.keys) == [f"contacts/{name}.md" for name in names.split()]


def test_an_audience_that_is_not_understood_is_nobody(derived: Derived) -> None:
    found = derived(FILES, "2026-11-19")
    heard = audience(found.people, "has:emial", found.today)
    assert heard.keys == ()
    assert heard.wrong is not None
    assert heard.wrong.column == 5
