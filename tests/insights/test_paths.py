"""Paths: from me to a company or a person, hop by hop; as strong as the weakest."""

from datetime import date
from pathlib import Path as Folder

import pytest
from hypothesis import given, settings

from netfiles.insights.derive import Insights, derive
from netfiles.insights.paths import Path
from netfiles.insights.proofs import asked_at, proofs

from .random_vaults import TODAY as THEN
from .random_vaults import Files, network_of, vaults

TODAY = "2026-11-19"
ACME = {"career/companies/Acme.md": "target: A"}
JANE = {**ACME, "Jane": "company: Acme"}
BO = {"Bo": "", "2026-11-10 a": "with: [[Bo]]; channel: call"}
CY = {"Cy": "", "2026-09-01 b": "with: [[Cy]]; channel: call"}
GLOBEX = "past_companies: Globex"


def people_of(insights: Insights, path: Path) -> str:
    return " ".join(insights.network.people[key].name for key in path.people)


@pytest.fixture
def paths_of(derived):
    """The paths to the first target: the people on each, in order."""

    def of(files, today=TODAY):
        insights = derived(files, today)
        return [people_of(insights, path) for path in insights.coverage[0].paths]

    return of


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        pytest.param({}, [], id="nobody"),
        pytest.param({**JANE}, [], id="an insider I was never in contact with"),
        pytest.param({**JANE, "2026-11-10 a": "with: [[Jane]]"}, ["Jane"], id="an insider I was"),
        pytest.param({**JANE, "2026-11-20 a": "with: [[Jane]]"}, [], id="tomorrow is no contact yet"),
        pytest.param({**JANE, **BO}, [], id="strangers"),
        pytest.param({**JANE, **BO, "Bo": "knows: [[Jane]]"}, ["Bo Jane"], id="knows"),
        pytest.param({**JANE, **BO, "Jane": "company: Acme; knows: [[Bo]]"}, ["Bo Jane"], id="known by"),
        pytest.param({**JANE, **BO, "Jane": "company: Acme; introduced_by: [[Bo]]"}, ["Bo Jane"], id="introduced by"),
        pytest.param({**JANE, **BO, "Bo": "introduced_by: [[Jane]]"}, ["Bo Jane"], id="introduced by the insider"),
        pytest.param(
            {**JANE, "Bo": "", "2026-11-10 a": "with: [[Bo]]; introduced: [[Jane]]"}, ["Bo Jane"], id="name given"
        ),
        pytest.param(
            {**JANE, **BO, "2026-12-01 z": "with: [[Bo]]; introduced: [[Jane]]"}, [], id="not given before the day"
        ),
        pytest.param(
            {**JANE, **BO, "Cy": "", "2026-11-01 z": 'with: ["[[Bo]]", "[[Cy]]"]; introduced: [[Jane]]'},
            ["Bo Jane", "Cy Jane"],
            id="given by two: one of them knows her, and both may be asked",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": "past_companies: Globex (2018-2020)", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            ["Bo Jane"],
            id="a year together",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": "past_companies: Globex (2018-2019)", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            [],
            id="one after the other",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": "past_companies: Globex", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            [],
            id="without years: never a path",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": "company: Globex", "Jane": f"company: Acme; {GLOBEX} (2020-2022)"},
            [],
            id="there now, since when is not noted",
        ),
        pytest.param(
            {
                **JANE,
                **BO,
                "Bo": "company: Globex; past_companies: Globex (2021-)",
                "Jane": f"company: Acme; {GLOBEX} (2020-2022)",
            },
            ["Bo Jane"],
            id="there since a year",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": "past_companies: Globex (-2021)", "Jane": f"company: Acme; {GLOBEX} (2018-2020)"},
            [],
            id="until a year: before is not certain",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": f"{GLOBEX} (2022-2018)", "Jane": f"company: Acme; {GLOBEX} (2018-2022)"},
            [],
            id="years run backward",
        ),
        pytest.param(
            {**JANE, **BO, "Bo": f"{GLOBEX} (2030-2040)", "Jane": f"company: Acme; {GLOBEX} (2030-2040)"},
            [],
            id="years to come",
        ),
        pytest.param(
            {
                **JANE,
                **BO,
                "Bo": "past_companies: Acme (2018-2024)",
                "Jane": "company: Acme; past_companies: Acme (2020-)",
            },
            ["Bo Jane"],
            id="together at the company itself",
        ),
    ],
)
def test_who_leads_there(paths_of, files, paths) -> None:
    assert paths_of({**ACME, **files}) == paths


def test_a_path_is_as_strong_as_its_weakest_hop(derived) -> None:
    """Bo and I talked today: 0.5. Bo knows Cy: 0.6. Cy and Jane met two years (730 days) ago: 0.125."""
    files = {
        **JANE,
        "Bo": "knows: [[Cy]]",
        "Cy": "",
        "2026-11-19 a": "with: [[Bo]]; channel: call",
        "2024-11-19 b": 'with: ["[[Cy]]", "[[Jane]]"]; channel: event; direction: in',
    }
    found = [path for path in derived(files, TODAY).coverage[0].paths if len(path.hops) == 3]
    assert [(p.strength, p.word, p.weakest, [hop.word for hop in p.hops]) for p in found] == [
        (0.125, "cool", 2, ["warm", "strong", "cool"])
    ]


@pytest.mark.parametrize(
    ("bo", "consent"),
    [("may_use_name: yes", "yes"), ("may_use_name: ask", "ask"), ("may_use_name: no", "no"), ("", None)],
)
def test_whether_i_may_say_who_sent_me_stands_on_the_hop_they_lead_on(derived, bo, consent) -> None:
    [path] = derived({**JANE, **BO, "Bo": f"knows: [[Jane]]; {bo}"}, TODAY).coverage[0].paths
    assert [hop.consent for hop in path.hops] == [None, consent]


@pytest.mark.parametrize(
    ("entry", "on"),
    [
        pytest.param({"2026-10-20 c": "with: [[Bo]]; asked: contacts"}, "2026-10-20", id="thirty days ago"),
        pytest.param({"2026-10-19 c": "with: [[Bo]]; asked: contacts"}, None, id="longer ago"),
        pytest.param({"2026-11-12 c": "with: [[Bo]]; ask: Whom do you know?"}, "2026-11-12", id="in words"),
        pytest.param({"2026-11-12 c": 'with: ["[[Cy]]", "[[Bo]]"]; asked: advice'}, "2026-11-12", id="among others"),
        pytest.param({"2026-11-25 c": "with: [[Bo]]; asked: advice"}, None, id="planned"),
        pytest.param({"2026-11-12 c": "with: [[Bo]]; gave: advice"}, None, id="no ask"),
    ],
)
def test_a_connector_asked_lately_is_shown_and_marked(derived, entry, on) -> None:
    insights = derived({**JANE, **BO, "Bo": "knows: [[Jane]]", "Cy": "", **entry}, TODAY)
    hop = insights.coverage[0].paths[0].hops[0]
    assert (hop.asked and hop.asked.day.isoformat()) == on
    assert (asked_at(hop) is None) == (on is None)


@pytest.mark.parametrize("who", ["Bo", "Cy", "Jane"])
def test_whoever_is_closed_is_on_no_path(paths_of, who) -> None:
    files = {**JANE, **BO, "Bo": "knows: [[Cy]]", "Cy": "knows: [[Jane]]"}
    assert paths_of(files) == ["Bo Cy Jane"]
    assert paths_of({**files, who: f"{files[who]}; status: closed"}) == []


def test_whoever_is_dormant_may_be_asked(paths_of) -> None:
    assert paths_of({**JANE, **BO, "Bo": "knows: [[Jane]]; status: dormant"}) == ["Bo Jane"]


def test_three_hops_are_the_most(paths_of) -> None:
    files = {**JANE, **BO, "Bo": "knows: [[Cy]]", "Cy": "knows: [[Dee]]", "Dee": "knows: [[Jane]]"}
    assert paths_of(files) == []


def test_circles_end(paths_of) -> None:
    """Bo knows Cy, who knows Jane, who knows Bo; and Cy was introduced by Bo, who was introduced by Cy."""
    files = {
        **JANE, **BO,
        "Bo": "knows: [[Cy]]; introduced_by: [[Cy]]",
        "Cy": "knows: [[Jane]]; introduced_by: [[Bo]]",
        "Jane": "company: Acme; knows: [[Bo]]; introduced_by: [[Jane]]",
    }  # fmt: skip
    assert paths_of(files) == ["Bo Jane"]


CALLS = {f"2026-11-{day} with {name}": f"with: [[{name}]]; channel: call" for day, name in enumerate("ABCDE", 10)}
FIVE = {**dict.fromkeys("ABCDE", "knows: [[Jane]]"), **CALLS}


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        pytest.param(FIVE, ["E Jane", "D Jane", "C Jane"], id="the three strongest"),
        pytest.param(
            {**FIVE, **{f"2026-11-19 with {name}": f"with: [[{name}]]" for name in "AB"}},
            ["A Jane", "B Jane", "E Jane"],
            id="as strong as each other: by name",
        ),
        pytest.param(
            {**FIVE, "2026-11-19 z": "with: [[Jane]]; channel: event"}, ["Jane", "E Jane", "D Jane"], id="few hops"
        ),
        pytest.param(
            {**FIVE, "E": 'knows: ["[[Jane]]", "[[Kim]]"]', "Kim": "company: Acme"},
            ["E Jane", "D Jane", "C Jane"],
            id="each by another first person",
        ),
        pytest.param(
            {"E": 'knows: ["[[Jane]]", "[[Kim]]"]', "Kim": "company: Acme", "2026-11-19 e": "with: [[E]]"},
            ["E Jane", "E Kim"],
            id="the same first person where there are few",
        ),
        pytest.param(
            {"A": "knows: [[B]]", "B": "knows: [[Jane]]", "C": "knows: [[Jane]]",
             "D": "knows: [[Jane]]", **{k: v for k, v in CALLS.items() if "E" not in k}},
            ["D Jane", "C Jane", "B Jane"],
            id="no detour over somebody I reach as well",
        ),
    ],
)  # fmt: skip
def test_the_best_three_and_their_order(paths_of, files, paths) -> None:
    assert paths_of({**JANE, **files}) == paths


def test_the_worked_example_of_the_rules() -> None:
    """docs/rules.md, Possible is not a path: Marta's ways into Ostara Paper."""
    from netfiles.index.build import build_network
    from netfiles.vault.load import load

    insights = derive(build_network(load(Folder(__file__).parents[2])), date.fromisoformat(TODAY))
    found = next(one for one in insights.coverage if one.company.name == "Ostara Paper").paths
    assert [(people_of(insights, path), [hop.strength for hop in path.hops], path.word) for path in found] == [
        ("Deborah Kowalczyk Tomás Echeverría", [0.717, 0.6], "strong"),
        ("Gus Papadakis Tomás Echeverría", [0.542, 0.6], "warm"),
        ("Tomás Echeverría", [0.479], "warm"),
    ]
    deb, gus, tomas = found
    assert (deb.hops[0].asked and deb.hops[0].asked.day, deb.hops[1].consent) == (date(2026, 11, 8), "yes")
    assert (gus.hops[0].asked, gus.hops[1].consent, tomas.hops[0].on) == (None, None, date(2026, 8, 12))
    assert [one.company.name for one in insights.coverage][:3] == [
        "Northlight Instruments",
        "Palisade Health",
        "Larkmeadow Utilities",
    ]


def test_what_a_change_does_not_touch_is_not_looked_for_again(vault) -> None:
    """Two targets; a call with Bo, who leads into Acme, is none of Globex's business."""
    from netfiles.index.build import build_network
    from netfiles.vault.shelf import Shelf

    files = {
        **JANE,
        **BO,
        "Bo": "knows: [[Jane]]",
        **CY,
        "Cy": "company: Globex",
        "career/companies/Globex.md": "target: B",
    }
    root, today = vault(files), date.fromisoformat(TODAY)
    shelf = Shelf(root)
    before = derive(build_network(shelf.load(shelf.look())), today)
    old = {one.company.name: one for one in before.coverage}
    (root / "journal/2026-11-18 More.md").write_text("---\nwith: '[[Bo]]'\n---\n")
    after = derive(build_network(shelf.load(shelf.look()), before.network), today, before)
    new = {one.company.name: one for one in after.coverage}
    assert new["Acme"].paths != old["Acme"].paths
    assert new["Globex"].paths is old["Globex"].paths
    again = derive(build_network(shelf.load(shelf.look()), after.network), date(2026, 11, 20), after)
    assert again.coverage[0].paths[0].hops[0].strength < new["Acme"].paths[0].hops[0].strength


def test_a_path_to_a_person_goes_over_as_many_as_one_into_their_company(derived) -> None:
    chain = {**JANE, **BO, "Bo": "knows: [[Cy]]", "Cy": "knows: [[Jane]]"}
    insights = derived(chain, TODAY)
    (into,), (to,) = insights.coverage[0].paths, insights.approach("contacts/Jane.md").paths
    assert people_of(insights, into) == people_of(insights, to) == "Bo Cy Jane"


def test_no_path_leads_to_somebody_closed(derived) -> None:
    insights = derived({**JANE, **BO, "Bo": "knows: [[Jane]]", "Jane": "company: Acme; status: closed"}, TODAY)
    assert insights.approach("contacts/Jane.md") == ((), ())


def test_the_numbers_are_options(vault) -> None:
    from netfiles.index.build import build_network
    from netfiles.vault.load import load

    root = vault({**JANE, **BO, "Bo": "", "2025-11-19 m": 'with: ["[[Bo]]", "[[Jane]]"]; asked: advice'})
    (root / "mkdocs.yml").write_text(
        "site_name: x\nplugins:\n  - netfiles:\n      met_half_life_days: 730\n      connector_rest_days: 400\n"
    )
    insights = derive(build_network(load(root)), date.fromisoformat(TODAY))
    path = next(path for path in insights.coverage[0].paths if len(path.hops) == 2)
    assert (path.hops[1].strength, path.hops[0].asked is not None) == (0.354, True)
    (root / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - netfiles:\n      small_round: 1\n")
    insights = derive(build_network(load(root)), date.fromisoformat(TODAY))
    assert all(len(path.hops) == 1 for path in insights.coverage[0].paths)


@settings(max_examples=60, deadline=None, database=None)
@given(vaults())
def test_every_path_holds(files: Files) -> None:
    """Nobody twice, nobody closed, only the last one inside; each hop shown by a line that is there."""
    insights = derive(network_of(files), THEN)
    for company in insights.network.companies.values():
        paths = insights.covered(company).paths
        assert len(paths) <= 3
        assert [path.strength for path in paths] == sorted((path.strength for path in paths), reverse=True)
        for path in paths:
            check(insights, files, path)
            assert [key in company.now for key in path.people] == [False] * (len(path.people) - 1) + [True]
    for key, someone in insights.network.people.items():
        if someone.last_contact(THEN) is None:
            for path in insights.approach(key).paths:
                check(insights, files, path)
                assert path.people[-1] == key


def check(insights: Insights, files: Files, path: Path) -> None:
    people = insights.network.people
    assert len(set(path.people)) == len(path.people) <= 3
    assert [hop.start for hop in path.hops] == [None, *path.people[:-1]]
    assert people[path.people[0]].last_contact(THEN)
    for key in path.people:
        record = people[key].record
        assert record is None or record.status != "closed"
    assert path.strength == min(hop.strength for hop in path.hops) == path.hops[path.weakest].strength
    for hop in path.hops:
        assert hop.on is None or hop.on <= THEN
        for place in proofs(insights.network, hop, THEN):
            lines = files[place.file].split("\n")
            assert 1 < place.line <= len(lines)
            assert lines[place.line - 1].split(":")[0] in (
                "with",
                "introduced",
                "knows",
                "introduced_by",
                "past_companies",
            )
