"""The review: what moved and who cooled in a week, and three next moves whatever the vault holds."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from netfiles.index.build import build_network
from netfiles.insights.cooling import WARMTH, WEEKS
from netfiles.insights.derive import derive
from netfiles.insights.ties import tie
from netfiles.records.read import read_record
from netfiles.vault.load import load
from tests.conftest import REPOSITORY
from tests.conftest import TODAY as EXAMPLE_DAY
from tests.insights.random_vaults import TODAY as RANDOM_TODAY
from tests.insights.random_vaults import Files, network_of, vaults
from tests.insights.test_incremental import Files as Edited

TODAY = "2026-11-19"  # a Thursday; its week begins on the 16th


# What happened


def test_the_entries_of_the_week_up_to_today(derived) -> None:
    files = {
        "2026-11-15 sunday": "with: [[Jane]]; channel: call",
        "2026-11-16 monday": "with: [[Jane]]; channel: call; got: advice; minutes: 30",
        "2026-11-17 a": "with: [[Ann]]; channel: email; asked: advice; gave: help",
        "2026-11-18 b": "activity: search; minutes: 60",
        "2026-11-19 c": "with: [[Ann]]; channel: call; introduced: [[Bo]]",
        "2026-11-20 d": "with: [[Ann]]; channel: call",
    }
    found = derived(files, TODAY).review
    stems = [[e.record.origin.stem[11:] for e in of] for of in (found.talks, found.messages, found.work, found.ahead)]
    assert stems == [["monday", "c"], ["a"], ["b"], ["d"]]
    assert (found.week.networking, found.week.search) == (30, 60)
    kinds = [[e.record.origin.stem[11:] for e in of] for of in (found.asks, found.got, found.gave, found.names)]
    assert kinds == [["a"], ["monday"], ["a"], ["c"]]


@pytest.mark.parametrize(
    ("files", "new"),
    [
        pytest.param({"Jane": "met_on: 2026-11-16"}, [("Jane", "2026-11-16")], id="met"),
        pytest.param({"2026-11-17 a": "with: [[Jane]]"}, [("Jane", "2026-11-17")], id="a first entry"),
        pytest.param(
            {"Jane": "met_on: 2026-11-18", "2026-11-17 a": "with: [[Jane]]"}, [("Jane", "2026-11-17")], id="both"
        ),
        pytest.param({"Jane": "met_on: 2026-11-10", "2026-11-17 a": "with: [[Jane]]"}, [], id="met before"),
        pytest.param({"2026-11-15 a": "with: [[Jane]]", "2026-11-17 b": "with: [[Jane]]"}, [], id="an earlier entry"),
        pytest.param({"Jane": "met_on: 2026-11-20"}, [], id="to come"),
    ],
)
def test_who_is_new(derived, files, new) -> None:
    insights = derived(files, TODAY)
    found = [(insights.network.people[one.person].name, one.on.isoformat()) for one in insights.review.new]
    assert found == new


@pytest.mark.parametrize(
    ("lead", "moved"),
    [
        ("heard_on: 2026-11-16; stage: heard", ["heard of"]),
        ("heard_on: 2026-11-15; stage: heard", []),
        ("heard_on: 2026-11-20; stage: heard", []),
        ("posted_on: 2026-11-17; applied_on: 2026-11-18; stage: applied", ["posted", "applied"]),
        ("interviews: [2026-11-10, 2026-11-17, 2026-11-24]; stage: interviewing", ["interview"]),
        ("offer_on: 2026-11-18; closed_on: 2026-11-19; stage: accepted", ["offer", "accepted"]),
        ("closed_on: 2026-11-19; stage: rejected", ["rejected"]),
        ("closed_on: 2026-11-16; heard_on: 2026-11-18; stage: withdrawn", ["withdrawn", "heard of"]),
    ],
)
def test_what_moved(derived, lead, moved) -> None:
    found = derived({"career/leads/L.md": f"title: Planner; company: Acme; {lead}"}, TODAY).review.moved
    assert [one.word for one in found] == moved
    assert all(one.place.line > 1 for one in found)


# Who cooled


def talks(*days: str) -> dict[str, str]:
    return {f"{day} {n}": "with: [[Jane]]; channel: coffee" for n, day in enumerate(days)}


@pytest.mark.parametrize(
    ("files", "fell"),
    [
        # 1 talk, 49 days old: 0.685, so 0.378 and warm; 21 days old it was 0.85 and 0.445, warm too
        pytest.param(talks("2026-10-01"), [], id="warm then and now"),
        # 157 days: 0.298 and 0.187, cool; 129 days: 0.37 and 0.226, cool
        pytest.param(talks("2026-06-15"), [], id="cool then and now"),
        # 90 days: 0.5 and 0.293, cool; 62 days: 0.62 and 0.349, warm
        pytest.param(talks("2026-08-21"), [("warm", "cool")], id="warm, now cool"),
        pytest.param(talks("2026-08-21", "2026-11-18"), [], id="spoken to since"),
        pytest.param({**talks("2026-08-21"), "2026-11-25 x": "with: [[Jane]]"}, [("warm", "cool")], id="only planned"),
        pytest.param({**talks("2026-08-21"), "Jane": "status: dormant"}, [], id="dormant"),
        pytest.param({**talks("2026-08-21"), "Jane": "status: closed"}, [], id="closed"),
        pytest.param(talks("2026-10-22"), [], id="new until lately"),
    ],
)
def test_who_cooled_in_four_weeks(derived, files, fell) -> None:
    found = derived({"Jane": "title: x", **files}, TODAY).review.cooled
    assert [(one.before.word, one.now.word) for one in found] == fell


def test_somebody_not_on_file_does_not_cool(derived) -> None:
    assert derived(talks("2026-08-21"), TODAY).review.cooled == ()


@settings(deadline=None, max_examples=40)
@given(vaults())
def test_nobody_who_cooled_is_missed(files: Files) -> None:
    """The quick look at the strength of today finds the same people as comparing everybody's two ties."""
    insights = derive(network_of(files), RANDOM_TODAY)
    then, half_life = RANDOM_TODAY - timedelta(weeks=WEEKS), 90
    expected = set()
    for someone in insights.network.on_file:
        before, now, last = (
            tie(someone, then, half_life),
            tie(someone, RANDOM_TODAY, half_life),
            someone.last_contact(RANDOM_TODAY),
        )
        quiet = someone.record and someone.record.status == "active" and last is not None and last <= then
        if quiet and WARMTH.get(now.word, 9) < WARMTH.get(before.word, -1):
            expected.add(someone.key)
    assert {one.person for one in insights.cooling.people} == expected


# Three next moves

CALL = "with: [[Jane]]; channel: call"


@pytest.mark.parametrize(
    ("files", "sorts"),
    [
        pytest.param({}, ["person", "first target", "first goal"], id="an empty vault"),
        pytest.param({"Jane": "title: x"}, ["first target", "first goal", "talk"], id="one person"),
        pytest.param(
            {"2026-11-10 a": f"{CALL}; got: advice", "Jane": "title: x", "career/companies/Acme.md": "target: A"},
            ["queue", "target", "first goal"],
            id="thanks and a target",
        ),
        pytest.param(
            {
                "2026-11-18 a": f"{CALL}; introduced: [[Bo]]",
                "Jane": "title: x",
                "career/companies/Acme.md": "target: A",
            },
            ["target", "name", "first goal"],
            id="a name",
        ),
        pytest.param(
            {
                "2026-11-18 a": f"{CALL}; asked: advice",
                "Jane": "title: x",
                "career/goals/G.md": "measure: interactions; target: 9; per: week",
            },
            ["ask", "goal", "first target"],
            id="an ask and a goal behind",
        ),
        pytest.param(
            {"career/leads/L.md": "title: x; company: Acme; stage: heard; heard_on: 2026-11-18", "Jane": "title: x"},
            ["lead", "first target", "first goal"],
            id="a lead without a next step",
        ),
    ],
)
def test_the_sorts_of_moves_in_their_order(derived, files, sorts) -> None:
    assert [move.sort for move in derived(files, TODAY).review.moves] == sorts


def test_a_move_bears_its_proof_and_the_exact_line(derived) -> None:
    files = {
        "Jane": "company: Acme",
        "2026-11-10 a": f"{CALL}; got: advice",
        "career/companies/Globex.md": "target: A",
        "2026-11-18 b": "with: [[Ann]]; channel: email; introduced: [[Bo/Li]]",
    }
    thank, target, name = derived(files, TODAY).review.moves
    assert (thank.place.file, thank.place.line) == ("journal/2026-11-10 a.md", 4)
    assert thank.write is not None
    assert thank.write[:] == ("journal/2026-11-10 a.md", "thanked: 2026-11-19", False)
    assert target.write is not None
    assert target.write[:] == ("career/companies/Globex.md", "- [ ] ask for a name at Globex 📅 2026-11-26", False)
    assert name.write is not None
    assert name.write.file == "journal/2026/2026-11-19 Li.md"
    assert name.text == (
        "Write to Li: Ann gave you the name on 18 Nov. Whether you may say so is not written: ask Ann."
    )


def test_no_two_moves_are_about_the_same_person(derived) -> None:
    files = {
        "Jane": "company: Acme",
        "career/companies/Acme.md": "target: A",
        "2026-09-10 a": f"{CALL}; got: advice; asked: advice",
        "2026-10-28 b": f"{CALL}; asked: referral",
    }
    moves = derived(files, TODAY).review.moves
    assert len({move.person for move in moves if move.person}) == sum(move.person is not None for move in moves)


FOLDERS = {"contacts/": "person", "journal/": "interaction", "career/goals/": "goal", "career/companies/": "company"}


@settings(deadline=None, max_examples=30)
@given(vaults())
def test_there_are_always_three_moves_and_what_they_write_can_be_read(files: Files) -> None:
    moves = derive(network_of(files), RANDOM_TODAY).review.moves
    assert len(moves) == 3
    assert len({move.sort for move in moves}) == 3
    for move in moves:
        assert move.text.endswith((".", "?", "…")) or ":" in move.text
        assert move.write or move.tick
        if move.write and move.write.whole:
            kind = next((kind for folder, kind in FOLDERS.items() if move.write.file.startswith(folder)), "profile")
            assert not read_record(kind, move.write.file, move.write.text).problems  # type: ignore[arg-type]
        elif move.write:
            assert move.write.file in files


def test_the_example_as_the_guide_tells_it() -> None:
    insights = derive(build_network(load(REPOSITORY)), EXAMPLE_DAY)
    found = insights.review
    assert (len(found.talks), len(found.messages)) == (5, 3)
    names = [insights.network.people[one.person].name for one in found.cooled]
    assert names == ["Thandiwe Mokoena", "Gus Papadakis"]


@pytest.mark.parametrize("seed", range(3))
def test_log_and_review_after_changes_equal_those_of_everything(seed: int) -> None:
    files, told = Edited(seed), []
    insights = derive(build_network(files.collection()), EXAMPLE_DAY)
    for _ in range(15):
        told += [files.edit() for _ in range(files.rng.choice((1, 2, 4)))]
        collection = files.collection()
        clean = derive(build_network(collection), EXAMPLE_DAY)
        insights = derive(build_network(collection, insights.network), EXAMPLE_DAY, insights)
        assert insights.work_log == clean.work_log, told
        assert insights.cooling.people == clean.cooling.people, told
        assert insights.review.moves == clean.review.moves, told
