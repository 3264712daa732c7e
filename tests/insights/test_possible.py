"""Who may know somebody: listed with the reason, and no path."""

import pytest

from netfiles.insights.derive import Insights
from netfiles.insights.possible import Possible
from netfiles.insights.proofs import why_possible

from .test_paths import BO, CY, GLOBEX, JANE, TODAY, people_of


@pytest.mark.parametrize(
    ("files", "possible"),
    [
        pytest.param({"Bo": "past_companies: Acme"}, [("Bo", None, "Acme", "former")], id="worked there"),
        pytest.param({"Bo": "past_companies: Acme; status: closed"}, [], id="closed"),
        pytest.param(
            {"Bo": "past_companies: Globex", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            [("Bo", "Jane", "Globex", "then")],
            id="one without years",
        ),
        pytest.param(
            {"Bo": f"{GLOBEX} (2020-2022)", "Jane": f"company: Acme; {GLOBEX}"},
            [("Bo", "Jane", "Globex", "then")],
            id="the other without years",
        ),
        pytest.param(
            {"Bo": f"{GLOBEX} (2010-2012)", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"}, [], id="never together"
        ),
        pytest.param(
            {"Bo": f"{GLOBEX} (2022-2018)", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            [("Bo", "Jane", "Globex", "then")],
            id="years that cannot be",
        ),
        pytest.param(
            {"2026-11-10 a": "with: [[Bo]]; companies: [[Acme]]; introduced: [[Walt]]"},
            [("Bo", "Walt", "Acme", "named")],
            id="named in an entry about it, works nobody knows where",
        ),
        pytest.param(
            {"2026-11-10 a": "with: [[Bo]]; companies: [[Acme]]; introduced: [[Walt]]", "Walt": "company: Globex"},
            [],
            id="named, and works elsewhere",
        ),
        pytest.param({"Bo": f"{GLOBEX}; knows: [[Jane]]", "Jane": f"company: Acme; {GLOBEX}"}, [], id="a path already"),
    ],
)
def test_possible_is_no_path(derived, files, possible) -> None:
    insights = derived({**JANE, **BO, **files}, TODAY)
    [row] = insights.coverage
    assert [spoken(insights, one) for one in row.possible] == possible
    assert not possible or not row.paths
    assert all(place.line > 1 for one in row.possible for place in why_possible(insights.network, one))


def spoken(insights: Insights, one: Possible) -> tuple[str, str | None, str, str]:
    people = insights.network.people
    to = people[one.to].name if one.to else None
    return people[one.person].name, to, insights.network.companies[one.company].name, one.why


def test_the_path_to_a_person_and_who_may_know_them(derived) -> None:
    files = {"Jane": "company: Acme", **BO, "Bo": "knows: [[Jane]]", **CY, "Cy": "company: Acme"}
    insights = derived(files, TODAY)
    approach = insights.approach("contacts/Jane.md")
    assert [people_of(insights, path) for path in approach.paths] == ["Bo Jane"]
    assert [spoken(insights, one) for one in approach.possible] == [("Cy", "Jane", "Acme", "now")]
