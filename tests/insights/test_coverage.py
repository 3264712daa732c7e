"""Coverage of targets: whom I know there now, knew there before, can reach in one step, and the next move."""

import pytest

ACME = {"career/companies/Acme.md": "target: A"}


@pytest.fixture
def covered(derived):
    """(now, before, connectors in one step) of the first target, by name."""

    def of(files, today="2026-11-23"):
        insights = derived(files, today)
        [row] = insights.coverage
        name = {key: someone.name for key, someone in insights.network.people.items()}
        return (
            sorted(name[key] for key in row.now),
            sorted(name[key] for key in row.before),
            sorted({name[step.connector] for step in row.one_step}),
        )

    return of


BO = {"Bo": "", "2026-11-02 a": "with: [[Bo]]; channel: call"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, ([], [], []), id="nobody"),
        pytest.param({"Jane": "company: Acme"}, (["Jane"], [], []), id="as text"),
        pytest.param({"Jane": "company: [[Acme]]"}, (["Jane"], [], []), id="as link"),
        pytest.param({"Jane": "company: ACME"}, (["Jane"], [], []), id="case does not count"),
        pytest.param({"Jane": "company: Acme; status: closed"}, ([], [], []), id="closed: nobody to talk to"),
        pytest.param({"Jane": "past_companies: Acme (2018-2022)"}, ([], ["Jane"], []), id="before, with years"),
        pytest.param({"Jane": 'past_companies: ["[[Acme]]", "Globex"]'}, ([], ["Jane"], []), id="before, as link"),
        pytest.param({"Jane": "company: Acme; past_companies: Globex"}, (["Jane"], [], []), id="another before"),
        pytest.param({"Jane": "company: Acme", **BO}, (["Jane"], [], []), id="a stranger to her"),
        pytest.param({"Jane": "company: Acme", **BO, "Bo": "knows: [[Jane]]"}, (["Jane"], [], ["Bo"]), id="knows"),
        pytest.param({"Jane": "company: Acme; knows: [[Bo]]", **BO}, (["Jane"], [], ["Bo"]), id="is known"),
        pytest.param(
            {"Jane": "company: Acme; introduced_by: [[Bo]]", **BO}, (["Jane"], [], ["Bo"]), id="introduced_by"
        ),
        pytest.param(
            {"Jane": "company: Acme", "Bo": "", "2026-11-02 a": 'with: ["[[Jane]]", "[[Bo]]"]'},
            (["Jane"], [], ["Bo"]),
            id="met together",
        ),
    ],
)
def test_whom_i_know_at_a_target(covered, files, expected) -> None:
    assert covered({**ACME, **files}) == expected


def test_a_planned_meeting_is_no_acquaintance_yet(covered) -> None:
    """Bo is known, Jane works there; they will meet each other at my table next month."""
    files = {"Jane": "company: Acme", "Bo": "", "2026-11-02 a": "with: [[Bo]]"}
    assert covered({**ACME, **files, "2026-12-10 b": 'with: ["[[Bo]]", "[[Jane]]"]'}) == (["Jane"], [], [])


@pytest.mark.parametrize(
    ("target", "covered_"), [("A", True), ("B", True), ("C", True), ("yes", True), ("no", False), ("", False)]
)
def test_which_companies_are_targets(derived, target, covered_) -> None:
    files = {"career/companies/Acme.md": f"target: {target}" if target else "size: 50"}
    assert bool(derived(files, "2026-11-23").coverage) is covered_


def test_every_target_has_a_best_next_move_in_words(derived) -> None:
    files = {f"career/companies/{name}.md": "target: B" for name in ("Acme", "Globex", "Initech")}
    files |= {"Jane": "company: Acme", "Bo": "past_companies: Globex"}
    rows = derived(files, "2026-11-23").coverage
    assert sorted(row.company.name for row in rows) == ["Acme", "Globex", "Initech"]
    assert all(row.move for row in rows)


def test_the_move_names_whom_it_is_about(derived) -> None:
    insights = derived({**ACME, "Jane": "company: Acme"}, "2026-11-23")
    assert (insights.coverage[0].person, "Jane" in insights.coverage[0].move) == ("contacts/Jane.md", True)


def test_a_company_is_found_by_its_alias(covered) -> None:
    files = {"career/companies/Acme.md": "target: A; aliases: Acme Corporation", "Jane": "company: acme corporation"}
    assert covered(files) == (["Jane"], [], [])


JANE = {**ACME, "Jane": "company: Acme"}
CALL = {"2026-11-02 b": "with: [[Bo]]; channel: call"}


@pytest.mark.parametrize(
    ("files", "move", "person"),
    [
        pytest.param({"Bo": "company: Acme"}, "Talk with Bo, who works there (last contact 2 Nov).", "Bo", id="talk"),
        pytest.param({"Bo": "knows: [[Jane]]"}, "Ask Bo to introduce you to Jane.", "Bo", id="introduction"),
        pytest.param(
            {"Bo": "knows: [[Cy]]", "Cy": "knows: [[Jane]]"},
            "Ask Bo to introduce you to Cy, who knows Jane there.",
            "Bo",
            id="over two",
        ),
        pytest.param(
            {"Bo": "knows: [[Jane]]", "2026-11-03 c": "with: [[Bo]]; asked: advice"},
            "Ask Bo to introduce you to Jane. You asked them for something on 3 Nov, so wait a little.",
            "Bo",
            id="asked lately",
        ),
        pytest.param(
            {
                "Bo": "knows: [[Jane]]",
                "2026-11-18 c": "with: [[Bo]]; asked: advice",
                "Cy": "knows: [[Jane]]",
                "2026-09-03 d": "with: [[Cy]]",
            },
            "Ask Cy to introduce you to Jane.",
            "Cy",
            id="somebody else, if one was asked lately",
        ),
        pytest.param(
            {"2026-11-02 b": "with: [[Bo]]; companies: [[Acme]]; introduced: [[Walt Sorensen]]"},
            "Find out about Walt Sorensen: Bo gave you the name on 2 Nov.",
            "Walt Sorensen",
            id="a name",
        ),
        pytest.param(
            {"Bo": "past_companies: Acme"}, "Ask Bo, who worked there, whom to talk to.", "Bo", id="worked there"
        ),
        pytest.param(
            {"Bo": "past_companies: Globex", "Jane": "company: Acme; past_companies: Globex"},
            "Ask Bo whether they know Jane, who works there.",
            "Bo",
            id="may know",
        ),
        pytest.param(
            {
                "career/companies/Acme.md": "target: A; industry: Paper",
                "career/companies/Globex.md": "industry: paper",
                "Bo": "company: Globex",
            },
            "Ask Bo for a name there: Bo works in paper too, at Globex.",
            "Bo",
            id="of the same industry",
        ),
        pytest.param(
            {
                "career/companies/Acme.md": "target: A; industry: paper; location: Holyoke, MA",
                "career/companies/Globex.md": "industry: paper",
                "Bo": "past_companies: Globex; location: Holyoke, MA",
            },
            "Ask Bo for a name there: Bo worked in paper too, at Globex.",
            "Bo",
            id="once of the same industry",
        ),
        pytest.param(
            {"career/companies/Acme.md": "target: A; location: Holyoke, MA", "Bo": "location: holyoke,  MA"},
            "Ask Bo for a name there: Bo lives in Holyoke, MA.",
            "Bo",
            id="of the same place",
        ),
        pytest.param({"Bo": "tags: [Alumni]"}, "Ask Bo for a name there: Bo is one of your alumni.", "Bo", id="alumni"),
        pytest.param(
            {"Bo": "tags: [alumni]", "2026-11-03 c": "with: [[Bo]]; asked: advice"},
            "Write to Jane: you have not been in contact yet.",
            "Jane",
            id="could know, but was asked lately",
        ),
        pytest.param({}, "Write to Jane: you have not been in contact yet.", "Jane", id="cold"),
        pytest.param({"Jane": ""}, "Nobody yet: ask for a name at Acme in your next talks.", None, id="nobody there"),
    ],
)
def test_the_next_move_is_the_first_there_is(derived, files, move, person) -> None:
    insights = derived({**JANE, "Bo": "", **CALL, **files}, "2026-11-19")
    [row] = insights.coverage
    about = insights.network.people[row.person].name if row.person else None
    assert (row.move, about) == (move, person)


def test_only_warm_ties_could_know_somebody(derived) -> None:
    """One call 157 days ago leaves 0.19: cool."""
    files = {**ACME, "Bo": "tags: alumni", "2026-06-15 a": "with: [[Bo]]; channel: call"}
    assert derived(files, "2026-11-19").coverage[0].could_know == ()
    assert derived(files, "2026-07-15").coverage[0].could_know[0].place.file == "contacts/Bo.md"
