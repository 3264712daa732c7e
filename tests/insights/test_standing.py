"""What follows for somebody from files that are not theirs is made anew when these change."""

from datetime import date

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.model.collection import Collection
from netfiles.records.read import Reading, read_record

from .conftest import Files, path_of, rows, text_of
from .test_incremental import PARTS, kind_of

TODAY = date(2026, 11, 19)
OTHERS = {f"Other {n}": "" for n in range(30)}
GOT = "with: [[Jane]]; channel: email; purpose: update; got: advice"
HELPED = f"{GOT}; thanked: 2026-11-02; leads: [[Planner]]"
ENDED = "stage: rejected; closed_on: 2026-11-10"


@pytest.mark.parametrize(
    ("files", "change", "before", "after"),
    [
        pytest.param(
            {"2026-11-01 a": GOT, "2026-11-05 b": "channel: email"},
            {"2026-11-05 b": "channel: email; thanks_for: [[2026-11-01 a]]"},
            [("Jane", "thank")], [], id="thanks with nobody named",
        ),
        pytest.param(
            {"2026-11-01 a": HELPED, "career/leads/Planner.md": ENDED, "2026-11-12 b": "channel: email"},
            {"2026-11-12 b": "channel: email; outcome_for: [[2026-11-01 a]]"},
            [("Jane", "outcome")], [], id="an outcome with nobody named",
        ),
        pytest.param(
            {"2026-11-01 a": HELPED, "career/leads/Planner.md": "stage: applied; applied_on: 2026-11-10"},
            {"career/leads/Planner.md": ENDED},
            [], [("Jane", "outcome")], id="a lead that ended",
        ),
        pytest.param(
            {"Jane": "", "career/leads/Planner.md": ENDED},
            {"career/leads/Planner.md": f"{ENDED}; heard_from: [[Jane]]"},
            [], [("Jane", "outcome")], id="who told of it",
        ),
        pytest.param(
            {"2026-10-01 a": "with: [[Jane]]", "career/leads/Planner.md": ENDED},
            {"career/leads/Planner.md": f"{ENDED}; heard_via: [[2026-10-01 a]]"},
            [], [("Jane", "outcome")], id="the talk it was heard in",
        ),
        pytest.param(
            {"Jane": "", "Walt": "introduced_by: [[Jane]]"},
            {"Walt": "introduced_by: [[Jane]]; met_on: 2026-11-10"},
            [], [("Jane", "outcome"), ("Walt", "hello")], id="a meeting",
        ),
        pytest.param(
            {"2026-11-01 a": "with: [[Jane]]; channel: email; purpose: update; introduced: [[Walt]]"},
            {"2026-11-14 c": "with: [[Walt]]; channel: call; next_done: 2026-11-14"},
            [("Walt", "introduction")], [("Jane", "outcome"), ("Walt", "hello")], id="a talk with who was named",
        ),
        pytest.param(
            {"2026-11-02 a": "with: [[Ann]]; channel: email", "career/profile.md": "status: searching"},
            {"career/profile.md": "status: growing"},
            [("Ann", "reply")], [("Ann", "reply")], id="growing changes nothing for people",
        ),
        pytest.param(
            {"2026-11-02 a": "with: [[Ann]]; channel: email", "career/profile.md": "status: searching"},
            {"career/profile.md": "status: landed"},
            [("Ann", "reply")], [("Tell everyone that you have landed", "news")], id="landed",
        ),
    ],
)  # fmt: skip
def test_a_change_reaches_those_it_concerns(files, change, before, after) -> None:
    known: dict[tuple[str, str], Reading] = {}
    was = build_network(collection({**OTHERS, **files}, known))
    network = build_network(collection({**OTHERS, **files, **change}, known), was)
    assert network.people["contacts/Other 1.md"] is was.people["contacts/Other 1.md"]
    first = derive(was, TODAY)
    for insights, expected in (
        (first, before),
        (derive(network, TODAY, first), after),
        (derive(network, TODAY), after),
    ):
        assert sorted((name, rule) for name, rule, _ in rows(insights)) == expected


def collection(files: Files, known: dict[tuple[str, str], Reading]) -> Collection:
    """The records of these files; those read before are the same objects."""
    found: dict[str, list[object]] = {part: [] for part in (*PARTS.values(), "profiles")}
    for name, text in sorted(files.items()):
        path = path_of(name)
        kind = kind_of(path)
        assert kind
        if (path, text) not in known:
            known[path, text] = read_record(kind, path, text_of(path, text))
        found[PARTS.get(kind, "profiles")].append(known[path, text].record)
    profile = next(iter(found.pop("profiles")), None)
    return Collection(profile=profile, **{part: tuple(records) for part, records in found.items()})
