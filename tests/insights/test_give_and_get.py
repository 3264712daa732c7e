"""Give and get: what passed between two people, in words and counts, and whose turn it is."""

import pytest

from netfiles.insights.give_and_get import give_and_get

TODAY = "2026-11-19"
TOOK = "with: [[Jane]]; got: advice"


def passed(derived, files):
    insights = derived({"Jane": "", **files}, TODAY)
    return give_and_get(insights.network.people["contacts/Jane.md"], insights.today)


@pytest.mark.parametrize(
    ("files", "balance", "first"),
    [
        pytest.param({}, "nothing passed yet", False, id="nothing"),
        pytest.param({"2026-11-01 a": TOOK}, "only taken", False, id="taken once"),
        pytest.param({"2026-11-01 a": TOOK, "2026-11-02 b": TOOK}, "only taken", True, id="taken twice: give first"),
        pytest.param(
            {"2026-11-01 a": "with: [[Jane]]; got: [advice, lead]"}, "only taken", False, id="two words at once"
        ),
        pytest.param({"2026-11-01 a": TOOK, "2026-11-20 b": TOOK}, "only taken", False, id="the second is planned"),
        pytest.param(
            {"2026-11-01 a": TOOK, "2026-11-02 b": TOOK, "2026-11-03 c": "with: [[Jane]]; gave: help"},
            "about even",
            False,
            id="two and one",
        ),
        pytest.param(
            {
                "2026-11-01 a": TOOK,
                "2026-11-02 b": TOOK,
                "2026-11-03 d": TOOK,
                "2026-11-03 c": "with: [[Jane]]; gave: help",
            },
            "they gave more often",
            False,
            id="three and one",
        ),
        pytest.param({"2026-11-01 a": "with: [[Jane]]; gave: help"}, "only given", False, id="given"),
        pytest.param(
            {
                "2026-11-01 a": f"{TOOK}; gave: help",
                "2026-11-02 b": "with: [[Jane]]; gave: help",
                "2026-11-03 c": "with: [[Jane]]; gave: lead",
            },
            "you gave more often",
            False,
            id="one and three",
        ),
    ],
)
def test_how_it_stands(derived, files, balance, first) -> None:
    found = passed(derived, files)
    assert (found.balance, found.only_taken(2)) == (balance, first)


def test_words_are_counted_and_the_newest_is_known(derived) -> None:
    files = {
        "2026-10-01 a": "with: [[Jane]]; got: [lead, advice]",
        "2026-11-01 b": TOOK,
        "2026-09-01 c": "with: [[Jane]]; gave: help",
    }
    found = passed(derived, files)
    assert (found.got.times, found.got.words) == (2, (("advice", 2), ("lead", 1)))
    assert found.got.newest.path == "journal/2026-11-01 b.md"
    assert (found.gave.times, found.gave.words) == (1, (("help", 1),))
    assert found.last.isoformat() == "2026-11-01"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("Jane", ())], id="their file does not say"),
        pytest.param(
            {"Jane": "i_can_help: [spreadsheets, a ride]"}, [("Jane", ("spreadsheets", "a ride"))], id="it says"
        ),
        pytest.param({"Jane": "status: closed"}, [], id="closed"),
        pytest.param(
            {f"2026-11-0{n} {who}": f"with: [[{who}]]; got: advice" for who in ("Ann", "Bo") for n in range(5, 8)},
            [("Ann", ()), ("Bo", ()), ("Jane", ())],
            id="who gave most often first",
        ),
        pytest.param(
            {"mkdocs.yml": "plugins:\n  - netfiles:\n      give_first_from: 3\n"}, [], id="the number is an option"
        ),
    ],
)
def test_to_whom_to_give_first(derived, files, expected) -> None:
    insights = derived({"Jane": "", "2026-11-01 a": TOOK, "2026-11-02 b": TOOK, **files}, TODAY)
    found = insights.give_and_get.give_first
    assert [(insights.network.people[turn.key].name, turn.could_use) for turn in found] == expected
