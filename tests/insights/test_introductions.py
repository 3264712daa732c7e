"""Introductions: who led to whom, names not yet met, new names a talk, circles."""

from datetime import date

import pytest

from netfiles.insights.brief import brief
from netfiles.insights.credit import chain
from netfiles.insights.introductions import rate_in_words

TODAY = "2026-11-19"
COFFEE = "with: [[Ann]]; channel: coffee; introduced: "


def generations(insights) -> dict[str, int]:
    people = insights.network.people
    return {people[key].name: number for key, number in insights.tree.number.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"Ann": ""}, {}, id="nobody led to anybody"),
        pytest.param({"Bo": "introduced_by: [[Ann]]"}, {"Ann": 0, "Bo": 1}, id="the person's own file"),
        pytest.param({"2026-11-02 a": f"{COFFEE}[[Bo]]"}, {"Ann": 0, "Bo": 1}, id="an entry"),
        pytest.param(
            {"2026-11-02 a": f"{COFFEE}[[Bo]]", "Bo": "introduced_by: [[Cy]]"},
            {"Cy": 0, "Bo": 1},
            id="the own file rules over an entry",
        ),
        pytest.param(
            {"2026-11-02 a": f"{COFFEE}[[Bo]]", "2026-11-03 b": "with: [[Cy]]; channel: call; introduced: [[Bo]]"},
            {"Ann": 0, "Bo": 1},
            id="of two givers the first by date",
        ),
        pytest.param(
            {"2026-11-02 a": 'with: ["[[Cy]]", "[[Ann]]"]; channel: call; introduced: [[Bo]]'},
            {"Cy": 0, "Bo": 1},
            id="of two in one entry the first",
        ),
        pytest.param({"2026-11-20 a": f"{COFFEE}[[Bo]]"}, {}, id="a planned entry has led to nobody yet"),
        pytest.param({"2026-11-02 a": "channel: other; introduced: [[Bo]]"}, {}, id="an entry with nobody"),
        pytest.param({"2026-11-02 a": f"{COFFEE}[[Ann]]"}, {}, id="nobody leads to themselves"),
        pytest.param(
            {"2026-10-01 a": "with: [[Bo]]; channel: call", "2026-11-02 b": f"{COFFEE}[[Bo]]"},
            {},
            id="who was in contact before is not led to",
        ),
        pytest.param({"Bo": "met_on: 2026-10-01", "2026-11-02 b": f"{COFFEE}[[Bo]]"}, {}, id="nor who was met before"),
        pytest.param(
            {"Bo": "introduced_by: [[Ann]]", "Cy": "introduced_by: [[Bo]]", "Di": "introduced_by: [[Cy]]"},
            {"Ann": 0, "Bo": 1, "Cy": 2, "Di": 3},
            id="three generations",
        ),
    ],
)
def test_generations(derived, files, expected) -> None:
    assert generations(derived(files, TODAY)) == expected


def test_counts_by_generation(derived) -> None:
    files = {
        "Ann": "",
        "Imported": "source: vcard",
        "Bo": "introduced_by: [[Ann]]",
        "2026-11-02 a": f"{COFFEE}[[Cy]]",
        "2026-11-03 b": "with: [[Bo]]; channel: call",
        "Met": "met_on: 2026-11-19; introduced_by: [[Ann]]",
        "To be met": "met_on: 2026-11-20",
    }
    found = derived(files, TODAY).introductions.generations
    assert [tuple(one) for one in found] == [(0, 3, 1), (1, 3, 2)]


def test_somebody_only_named_without_a_giver_is_of_no_generation(derived) -> None:
    found = derived({"Ann": "knows: [[Bo]]"}, TODAY).introductions.generations
    assert [tuple(one) for one in found] == [(0, 1, 0)]


@pytest.mark.parametrize(
    ("files", "place", "numbers"),
    [
        pytest.param(
            {
                "Ann": "title: CEO; introduced_by: [[Bo]]; met_on: 2026-03-01",
                "Bo": "introduced_by: [[Ann]]; met_on: 2026-02-01",
            },
            ("contacts/Ann.md", 3),
            {"Ann": 0, "Bo": 1},
            id="two, the newest by met_on",
        ),
        pytest.param(
            {"Ann": "introduced_by: [[Bo]]; met_on: 2026-03-01", "Bo": "introduced_by: [[Ann]]"},
            ("contacts/Bo.md", 2),
            {"Ann": 1, "Bo": 0},
            id="one without a day is newest",
        ),
        pytest.param({"Ann": "introduced_by: [[Ann]]"}, ("contacts/Ann.md", 2), {}, id="oneself"),
        pytest.param(
            {
                "Ann": "introduced_by: [[Cy]]; met_on: 2026-01-05",
                "Bo": "introduced_by: [[Ann]]; met_on: 2026-01-03",
                "2026-01-04 a": "with: [[Bo]]; channel: call; introduced: [[Cy]]",
                "Di": "introduced_by: [[Ann]]; met_on: 2026-01-09",
            },
            ("contacts/Ann.md", 2),
            {"Ann": 0, "Bo": 1, "Cy": 2, "Di": 1},
            id="three, through an entry, with one beside",
        ),
        pytest.param(
            {
                "Ann": "introduced_by: [[Bo]]; met_on: 2026-03-01",
                "2026-05-04 a": "with: [[Ann]]; channel: coffee; introduced: [[Bo]]",
            },
            ("journal/2026-05-04 a.md", 4),
            {"Ann": 1, "Bo": 0},
            id="the newest is an entry",
        ),
    ],
)
def test_a_circle_is_broken_at_its_newest_introduction(derived, files, place, numbers) -> None:
    insights = derived(files, TODAY)
    found = [problem for problem in insights.problems if problem.code == "NF405"]
    assert [(p.place.file, p.place.line) for p in found] == [place]
    assert generations(insights) == numbers


def test_a_circle_says_who_led_to_whom(derived) -> None:
    files = {f"P{n}": f"introduced_by: [[P{(n - 1) % 3}]]; met_on: 2026-01-0{n + 1}" for n in range(3)}
    (found,) = (problem for problem in derived(files, TODAY).problems if problem.code == "NF405")
    assert found.message.endswith(": P2 led to P0 led to P1 led to P2")


CIRCLE = {
    "Ann": "introduced_by: [[Bo]]; met_on: 2026-11-12",
    "Bo": "introduced_by: [[Ann]]; met_on: 2026-11-10",
    "career/leads/L.md": "stage: heard; heard_on: 2026-11-11; heard_from: [[Ann]]",
}


def test_what_closes_a_circle_counts_in_no_rule(derived) -> None:
    insights = derived(CIRCLE, TODAY)
    assert [(item.name, [r.rule for r in item.reasons]) for item in insights.queue.items] == [
        ("Ann", ["outcome"]),
        ("Bo", ["hello"]),
    ]
    ann, bo = (insights.network.people[f"contacts/{name}.md"] for name in ("Ann", "Bo"))
    assert [one.by for one in brief(insights, ann).sent] == []
    assert [one.by for one in brief(insights, bo).sent] == [ann.key]
    (lead,) = insights.network.collection.leads
    assert [credit.person for credit in chain(insights.network, lead, insights.today)] == [ann.key]


def test_a_name_given_by_its_bearer_is_none(derived) -> None:
    insights = derived({"2026-11-02 a": f"{COFFEE}[[Ann]]"}, TODAY)
    assert [p.place.line for p in insights.problems if p.code == "NF405"] == [4]
    assert insights.introductions.waiting == ()
    assert [month.names for month in insights.introductions.months if month.names] == []


def names(insights) -> list[tuple[str, list[str], str | None]]:
    people = insights.network.people
    return [
        (people[w.person].name, [people[key].name for key in w.givers], w.day and w.day.isoformat())
        for w in insights.introductions.waiting
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"2026-11-02 a": f"{COFFEE}[[Bo]]"}, [("Bo", ["Ann"], "2026-11-02")], id="a name"),
        pytest.param(
            {"2026-11-02 a": f"{COFFEE}[[Bo]]", "2026-10-02 b": f"{COFFEE}[[Cy]]"},
            [("Cy", ["Ann"], "2026-10-02"), ("Bo", ["Ann"], "2026-11-02")],
            id="oldest first",
        ),
        pytest.param({"2026-11-02 a": f"{COFFEE}[[Bo]]", "2026-11-02 b": "with: [[Bo]]"}, [], id="met that day"),
        pytest.param(
            {"2026-11-02 a": f"{COFFEE}[[Bo]]", "2026-11-01 b": "with: [[Bo]]"},
            [("Bo", ["Ann"], "2026-11-02")],
            id="contact before it only",
        ),
        pytest.param(
            {"2026-11-02 a": f"{COFFEE}[[Bo]]", "2026-11-25 b": "with: [[Bo]]"},
            [("Bo", ["Ann"], "2026-11-02")],
            id="contact is only planned",
        ),
        pytest.param({"2026-11-02 a": f"{COFFEE}[[Bo]]", "Bo": "status: closed"}, [], id="closed"),
        pytest.param({"Bo": "introduced_by: [[Ann]]"}, [("Bo", ["Ann"], None)], id="the own file alone, on no day"),
        pytest.param({"Bo": "introduced_by: [[Ann]]; met_on: 2026-01-02"}, [], id="the own file says when we met"),
        pytest.param({"Bo": "met_on: 2026-11-03", "2026-11-02 a": f"{COFFEE}[[Bo]]"}, [], id="met since it was given"),
        pytest.param({"Bo": "met_on: 2026-10-03", "2026-11-02 a": f"{COFFEE}[[Bo]]"}, [], id="met before"),
        pytest.param(
            {"Bo": "met_on: 2026-11-20", "2026-11-02 a": f"{COFFEE}[[Bo]]"},
            [("Bo", ["Ann"], "2026-11-02")],
            id="to be met",
        ),
        pytest.param(
            {"2026-11-02 a": "channel: other; activity: research; introduced: [[Bo]]"},
            [("Bo", [], "2026-11-02")],
            id="nobody gave it",
        ),
        pytest.param(
            {"2025-11-02 a": f"{COFFEE}[[Bo]]", "2026-11-02 b": "with: [[Cy]]; channel: call; introduced: [[Bo]]"},
            [("Bo", ["Ann"], "2025-11-02")],
            id="given twice: since the first",
        ),
    ],
)
def test_names_not_yet_met(derived, files, expected) -> None:
    assert names(derived(files, TODAY)) == expected


def talks(month: str, count: int, given: int = 0) -> dict[str, str]:
    """Talks with Ann in a month, the first of which give names, each a new one."""
    return {
        f"{month}-{n + 1:02d} t": "with: [[Ann]]; channel: coffee"
        + (f"; introduced: [[{month} {n}]]" if n < given else "")
        for n in range(count)
    }


def test_new_names_and_talks_by_month(derived) -> None:
    files = {
        **talks("2026-09", 4, 2),
        **talks("2026-11", 3, 1),
        "2026-11-05 mail": "with: [[Ann]]; channel: email; introduced: [[By mail]]",
        "2026-11-06 again": "with: [[Cy]]; channel: email; introduced: [[2026-09 0]]",
        "2026-11-07 known": "with: [[Cy]]; channel: email; introduced: [[Ann]]",
        "2026-11-08 work": "with: [[Cy]]; channel: call; activity: research",
        "2026-11-25 planned": "with: [[Cy]]; channel: call; introduced: [[Later]]",
    }
    months = derived(files, TODAY).introductions.months
    assert len(months) == 12
    assert [(m.first.isoformat(), m.names, m.talks) for m in months if m.names or m.talks] == [
        ("2026-09-01", 2, 4),
        ("2026-11-01", 2, 3),
    ]


@pytest.mark.parametrize(
    ("files", "low", "sentence"),
    [
        pytest.param(
            {}, False, "0 talks brought 0 new names. From 5 talks on this says whether that is enough.", id="0"
        ),
        pytest.param(
            talks("2026-10", 4),
            False,
            "In the last 3 full months 4 talks brought 0 new names. From 5 talks on this says whether that is enough.",
            id="too few talks to warn",
        ),
        pytest.param(
            talks("2026-10", 5, 5),
            False,
            "In the last 3 full months 5 talks brought 5 new names: 1.00 a talk.",
            id="one",
        ),
        pytest.param(
            {**talks("2026-10", 6, 6), "2026-10-09 mail": "with: [[Ann]]; channel: email; introduced: [[One more]]"},
            False,
            "6 talks brought 7 new names: 1.17 a talk.",
            id="rounded",
        ),
        pytest.param(talks("2026-11", 15), False, "0 talks brought 0 new names", id="this month is not over"),
        pytest.param(
            talks("2026-08", 5), True, "5 talks brought 0 new names: 0.00 a talk. Under 1 a talk", id="the third"
        ),
        pytest.param(talks("2026-07", 5), False, "0 talks brought 0 new names", id="the fourth month back"),
        pytest.param(
            {**talks("2026-10", 6, 2), **talks("2026-06", 5, 4)},
            True,
            "6 talks brought 2 new names: 0.33 a talk. In the 3 months before it was 0.80. Under 1 a talk",
            id="falling",
        ),
    ],
)
def test_the_early_warning(derived, files, low, sentence) -> None:
    pace = derived(files, TODAY).introductions.pace
    assert pace.low is low
    assert sentence in pace.sentence


def test_the_numbers_are_options(derived) -> None:
    numbers = "names_window_months: 1, names_least_talks: 2, names_per_ten_talks: 4"
    config = f"plugins:\n  - netfiles: {{{numbers}}}\n"
    files = {**talks("2026-10", 2, 1), **talks("2026-09", 9), "mkdocs.yml": config}
    pace = derived(files, TODAY).introductions.pace
    assert (pace.low, pace.sentence) == (
        False,
        "In the last full month 2 talks brought 1 new name: 0.50 a talk. In the month before it was 0.00.",
    )


@pytest.mark.parametrize("months", [1, 12, 9999])
def test_any_window_is_looked_at(derived, months) -> None:
    config = f"plugins:\n  - netfiles:\n      names_window_months: {months}\n"
    found = derived({**talks("2025-12", 7, 7), "mkdocs.yml": config}, TODAY).introductions.pace
    assert found.names == (0 if months == 1 else 7)


@pytest.mark.parametrize(
    ("files", "days"),
    [
        pytest.param({"2026-11-02 b": "with: [[Bo]]; channel: call"}, [1], id="a talk"),
        pytest.param({"2026-11-01 b": "with: [[Bo]]; channel: call"}, [0], id="the same day"),
        pytest.param({"2026-11-02 b": "with: [[Bo]]; channel: email"}, [], id="a message is no talk"),
        pytest.param({"2026-11-22 b": "with: [[Bo]]; channel: call"}, [], id="planned"),
        pytest.param({"2026-10-22 b": "with: [[Bo]]; channel: call"}, [], id="known before"),
    ],
)
def test_days_from_a_name_to_a_talk(derived, files, days) -> None:
    found = derived({"2026-11-01 a": f"{COFFEE}[[Bo]]", **files}, TODAY).introductions
    assert list(found.to_talk) == days
    assert found.typical_days == (days[0] if days else None)


def test_a_chain_of_two_thousand_is_no_matter(derived) -> None:
    files = {f"P{n:04d}": f"introduced_by: [[P{n - 1:04d}]]" for n in range(1, 2000)}
    insights = derived({"P0000": "", **files}, TODAY)
    assert max(insights.tree.number.values()) == 1999
    assert insights.introductions.waiting[0].day is None
    assert insights.today == date(2026, 11, 19)


def test_what_the_guide_says_of_marta_is_so() -> None:
    from netfiles.index.build import build_network
    from netfiles.insights.derive import derive
    from netfiles.vault.load import load
    from tests.conftest import REPOSITORY
    from tests.conftest import TODAY as HERS

    insights = derive(build_network(load(REPOSITORY)), HERS)
    guide = (REPOSITORY / "docs" / "rules.md").read_text("utf-8")
    found, number = insights.introductions, generations(insights)
    assert f"> {found.pace.sentence}\n" in guide
    names = ("Gus Papadakis", "Eleni Papadakis", "Dmytro Shevchuk", "Pavel Novotný", "Beatriz Nogueira")
    assert [number[name] for name in names] == [0, 1, 2, 3, 3]
    assert (len(found.waiting), names_of_waiting(insights)[0]) == (5, "Pavel Novotný")
    assert [(m.names, m.talks) for m in found.months[-4:-1]] == [(1, 4), (4, 5), (2, 12)]
    assert (len(found.to_talk), found.typical_days) == (15, 16)


def names_of_waiting(insights) -> list[str]:
    return [insights.network.people[name.person].name for name in insights.introductions.waiting]


@pytest.mark.parametrize(
    ("names", "talks", "said"),
    [
        (7, 6, "1.17"),
        (2, 3, "0.67"),
        (1, 3, "0.33"),
        (299, 300, "0.99"),
        (999, 1000, "0.99"),
        (5, 5, "1.00"),
        (0, 5, "0.00"),
    ],
)
def test_names_a_talk_are_rounded_but_fewer_than_one_never_read_as_one(names, talks, said) -> None:
    assert rate_in_words(names, talks) == said
