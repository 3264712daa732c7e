"""What shows that two people know each other: files and entries, each with its strength, its day and its line."""

import pytest

from netfiles.insights.proofs import proofs

from .test_paths import ACME, BO, GLOBEX, JANE, TODAY, people_of


@pytest.mark.parametrize(
    ("entry", "knows"),
    [
        pytest.param('with: ["[[Bo]]", "[[Jane]]"]; channel: coffee', True, id="a talk"),
        pytest.param('with: ["[[Bo]]", "[[Jane]]"]; channel: email; direction: in', True, id="a message from them"),
        pytest.param('with: ["[[Bo]]", "[[Jane]]"]; channel: email', False, id="mine to both"),
        pytest.param(
            'with: ["[[Bo]]", "[[Jane]]"]; channel: email; purpose: introduction', True, id="mine that introduces them"
        ),
        pytest.param(
            "with: [" + ", ".join(f'"[[{name}]]"' for name in ("Bo", "Jane", *"CDEF")) + "]", True, id="six in a room"
        ),
        pytest.param(
            "with: [" + ", ".join(f'"[[{name}]]"' for name in ("Bo", "Jane", *"CDEFG")) + "]", False, id="seven"
        ),
    ],
)
def test_which_rounds_make_people_known_to_each_other(derived, entry, knows) -> None:
    insights = derived({"Bo": "", "Jane": "", "2026-11-10 a": entry}, TODAY)
    edges = {edge.to: edge for edge in insights.ground.edges("contacts/Bo.md")}
    assert ("contacts/Jane.md" in edges) is knows


@pytest.mark.parametrize(
    ("bo", "jane", "kind", "strength", "on", "proof"),
    [
        pytest.param("knows: [[Jane]]", "", "knows", 0.6, None, [("contacts/Bo.md", 2)], id="knows, no date"),
        pytest.param(
            "as_of: 2026-05-01; knows: [[Jane]]", "", "knows", 0.6, "2026-05-01", [("contacts/Bo.md", 3)], id="as of"
        ),
        pytest.param(
            "knows: [[Jane]]; as_of: 2027-05-01", "", "knows", 0.6, None, [("contacts/Bo.md", 2)], id="in future"
        ),
        pytest.param("", "knows: [[Bo]]", "knows", 0.6, None, [("contacts/Jane.md", 3)], id="known by"),
        pytest.param(
            "", "introduced_by: [[Bo]]; met_on: 2026-03-02", "introduced", 0.7, "2026-03-02",
            [("contacts/Jane.md", 3)], id="introduced",
        ),
        pytest.param(
            "past_companies: [X (2001), Globex (2018-2020)]", "past_companies: Globex (2019-2022)",
            "colleagues", 0.4, None, [("contacts/Bo.md", 2), ("contacts/Jane.md", 3)], id="colleagues",
        ),
    ],
)  # fmt: skip
def test_what_a_file_proves(derived, bo, jane, kind, strength, on, proof) -> None:
    insights = derived({**ACME, **BO, "Bo": bo, "Jane": f"company: Acme; {jane}"}, TODAY)
    [path] = insights.coverage[0].paths
    hop = path.hops[1]
    assert (hop.kind, hop.strength, hop.on and hop.on.isoformat()) == (kind, strength, on)
    assert [place[:2] for place in proofs(insights.network, hop, insights.today)] == proof


@pytest.mark.parametrize(
    ("entries", "kind", "strength", "on", "line"),
    [
        pytest.param({"2026-11-19 m": 'with: ["[[Bo]]", "[[Jane]]"]'}, "met", 0.5, "2026-11-19", 2, id="met today"),
        pytest.param({"2025-11-19 m": 'with: ["[[Bo]]", "[[Jane]]"]'}, "met", 0.25, "2025-11-19", 2, id="a year ago"),
        pytest.param(
            {"2025-11-19 m": 'with: ["[[Bo]]", "[[Jane]]"]', "2026-11-18 n": 'with: ["[[Jane]]", "[[Bo]]"]'},
            "met", 0.499, "2026-11-18", 2, id="the newest time counts",
        ),
        pytest.param(
            {"2024-01-05 m": "with: [[Bo]]; introduced: [[Jane]]"}, "named", 0.7, "2024-01-05", 3, id="name given"
        ),
        pytest.param(
            {"2024-01-05 m": "with: [[Bo]]; introduced: [[Jane]]", "2026-11-19 n": 'with: ["[[Bo]]", "[[Jane]]"]'},
            "named", 0.7, "2024-01-05", 3, id="the strongest evidence is shown",
        ),
    ],
)  # fmt: skip
def test_what_an_entry_proves(derived, entries, kind, strength, on, line) -> None:
    insights = derived({**JANE, **BO, **entries}, TODAY)
    path = next(path for path in insights.coverage[0].paths if people_of(insights, path) == "Bo Jane")
    hop = path.hops[1]
    assert (hop.kind, hop.strength, hop.on.isoformat()) == (kind, strength, on)
    [place] = proofs(insights.network, hop, insights.today)
    assert place[:2] == (f"journal/{on} {'m' if on != '2026-11-18' else 'n'}.md", line)


def test_of_a_large_company_only_the_strongest_ties_count_as_colleagues(derived) -> None:
    many = {f"P{n:02}": f"{GLOBEX} (2018-2022)" for n in range(30)}
    files = {**JANE, **many, "Jane": f"company: Acme; {GLOBEX} (2018-2022)", "2026-11-01 a": "with: [[P29]]"}
    insights = derived(files, TODAY)
    assert len(insights.ground.edges("contacts/Jane.md")) == 20 - 1  # she is one of the twenty
    assert [people_of(insights, path) for path in insights.coverage[0].paths] == ["P29 Jane"]


@pytest.mark.parametrize(
    ("past", "message"),
    [
        pytest.param("Globex (2022-2018)", "`past_companies`: 2022 is after 2018", id="backward"),
        pytest.param("Globex (2030-2040)", "`past_companies`: 2030 is in the future", id="to come"),
        pytest.param("Globex (-2040)", "`past_companies`: 2040 is in the future", id="until a year to come"),
        pytest.param("Globex (2020-2040)", None, id="a contract may last"),
        pytest.param("Globex (2018-2018)", None, id="one year"),
    ],
)
def test_years_that_cannot_be_are_a_problem_with_its_line(derived, past, message) -> None:
    problems = derived({"Bo": f"past_companies: [Initech, {past}]"}, TODAY).problems
    found = [(one.code, one.place[:2], one.message) for one in problems if one.code == "NF307"]
    assert found == ([("NF307", ("contacts/Bo.md", 2), message)] if message else [])
