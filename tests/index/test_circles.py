"""An introduction that closes a circle, or leads from somebody to themselves, counts for nothing anywhere."""

from random import Random

import pytest

from netfiles.index.build import build_network
from netfiles.index.circles import circle_problems
from netfiles.index.network import Entry, Network, Someone
from netfiles.model.collection import Collection
from netfiles.records.read import Reading, read_record

Files = dict[str, str]
READ: dict[tuple[str, str], Reading] = {}


def collection(files: Files) -> Collection:
    """Files by stem: those of a day are entries; what was read before is the same record."""
    found: dict[str, list] = {"person": [], "interaction": []}
    for stem, fields in sorted(files.items()):
        kind, folder = ("interaction", "journal") if stem[0].isdigit() else ("person", "contacts")
        path = f"{folder}/{stem}.md"
        if (path, fields) not in READ:
            lines = "\n".join(fields.split("; "))
            READ[path, fields] = read_record(kind, path, f"---\n{lines}\n---\n")
        record = READ[path, fields].record
        assert record is not None, READ[path, fields].problems
        found[kind].append(record)
    return Collection(people=tuple(found["person"]), interactions=tuple(found["interaction"]))


def says(network: Network) -> dict[str, list[str]]:
    """Who introduced whom, as everybody of the network has it; every place agrees."""
    said: dict[str, list[str]] = {}
    for someone in network.people.values():
        if giver := someone.introduced_by:
            assert someone.key in network.people[giver].introduced
            said.setdefault(network.people[giver].name, []).append(someone.name)
        for key in someone.introduced:
            assert network.people[key].introduced_by == someone.key
        for entry in someone.given_in:
            assert someone.key in entry.introduced
            assert entry is network.entry_by_path[entry.path]
            for giver in entry.people:
                assert entry in network.people[giver].introducing
            for giver in {*entry.people} - {someone.key}:
                said.setdefault(network.people[giver].name, []).append(someone.name)
    return said


TALK = "channel: call; with: [[{}]]; introduced: {}"


@pytest.mark.parametrize(
    ("files", "counts", "lines"),
    [
        pytest.param(
            {"Ann": "introduced_by: [[Bo]]; met_on: 2026-03-01", "Bo": "introduced_by: [[Ann]]; met_on: 2026-02-01"},
            {"Ann": ["Bo"]},
            [("contacts/Ann.md", 2)],
            id="two files: the newer counts for nothing",
        ),
        pytest.param(
            {
                "Ann": "introduced_by: [[Bo]]; met_on: 2026-03-01",
                "Bo": "introduced_by: [[Cy]]; met_on: 2026-02-01",
                "Cy": "introduced_by: [[Ann]]; met_on: 2026-01-15",
            },
            {"Ann": ["Cy"], "Cy": ["Bo"]},
            [("contacts/Ann.md", 2)],
            id="three files",
        ),
        pytest.param({"Sam": "introduced_by: [[Sam]]"}, {}, [("contacts/Sam.md", 2)], id="oneself"),
        pytest.param(
            {"2026-01-01 a": TALK.format("Gg", "[[Gg]]")}, {}, [("journal/2026-01-01 a.md", 4)], id="an entry"
        ),
        pytest.param(
            {"2026-01-01 a": TALK.format("Gg", '["[[Hh]]", "[[Gg]]"]')},
            {"Gg": ["Hh"]},
            [("journal/2026-01-01 a.md", 4)],
            id="the other name of the entry counts",
        ),
        pytest.param(
            {"2026-01-01 a": 'channel: call; with: ["[[Gg]]", "[[Hh]]"]; introduced: [[Hh]]'},
            {"Gg": ["Hh"]},
            [],
            id="in company the other may have introduced one of them",
        ),
        pytest.param(
            {"Ann": "introduced_by: [[Bo]]; met_on: 2026-03-01", "2026-05-04 a": TALK.format("Ann", "[[Bo]]")},
            {"Bo": ["Ann"]},
            [("journal/2026-05-04 a.md", 4)],
            id="the newest is an entry",
        ),
        pytest.param(
            {
                "Ann": "introduced_by: [[Bo]]",
                "Bo": "introduced_by: [[Ann]]; met_on: 2026-01-01",
                "2026-02-01 a": TALK.format("Bo", "[[Ann]]"),
            },
            {"Ann": ["Bo"]},
            [("contacts/Ann.md", 2), ("journal/2026-02-01 a.md", 4)],
            id="what says the same again closes the circle again",
        ),
        pytest.param(
            {
                "Ann": "introduced_by: [[Bo]]",
                "Bo": "introduced_by: [[Ann]]; met_on: 2026-01-01",
                "2026-02-01 a": TALK.format("Cy", "[[Ann]]"),
            },
            {"Ann": ["Bo"], "Cy": ["Ann"]},
            [("contacts/Ann.md", 2)],
            id="another giver stands in",
        ),
    ],
)
def test_what_counts_and_where_the_rest_stands(files, counts, lines) -> None:
    network = build_network(collection(files))
    assert {giver: sorted(names) for giver, names in says(network).items()} == counts
    found = sorted((p.place.file, p.place.line) for p in (*circle_problems(network), *network.problems))
    assert found == lines


def plain(value: object) -> object:
    """What people and entries hold, and not which objects they are."""
    if isinstance(value, Someone | Entry):
        return tuple(plain(getattr(value, name)) for name in value.__dataclass_fields__)
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return {key: plain(one) for key, one in value.items()} if isinstance(value, dict) else value


NAMES = ("Ann", "Bo", "Cy", "Di", "Eve")


def edited(files: Files, rng: Random) -> Files:
    """One person or entry comes, goes, or says another thing about who led to whom."""
    one, other, third = (rng.choice(NAMES) for _ in range(3))
    day = f"2026-0{rng.randrange(1, 4)}-01"
    stem = rng.choice((one, f"{day} {rng.randrange(3)}"))
    if rng.random() < 0.25:
        return {name: fields for name, fields in files.items() if name != stem}
    if not stem[0].isdigit():
        fields = rng.choice((f"introduced_by: [[{other}]]", "title: Planner", f"introduced_by: [[{third}]]"))
        return {**files, stem: f"{fields}; met_on: {day}" if rng.random() < 0.6 else fields}
    company = rng.choice((f"[[{one}]]", f'["[[{one}]]", "[[{other}]]"]'))
    names = rng.choice((f"[[{third}]]", f'["[[{other}]]", "[[{third}]]"]'))
    return {**files, stem: f"channel: call; with: {company}; introduced: {names}"}


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edit_the_network_is_that_of_the_files_alone(seed) -> None:
    rng, files = Random(seed), Files()
    network = build_network(collection({f"P{n}": "title: x" for n in range(40)}))
    rest, met = {f"P{n}": "title: x" for n in range(40)}, 0
    for _ in range(120):
        files = edited(files, rng)
        now = collection({**rest, **files})
        network, clean = build_network(now, network), build_network(now)
        says(network)
        met += bool(clean.circles)
        for name in ("people", "entry_by_path", "led", "circles", "problems"):
            assert plain(getattr(network, name)) == plain(getattr(clean, name)), name
    assert met > 10


def test_who_has_no_part_in_a_circle_stays_the_same_object() -> None:
    files = {"Ann": "introduced_by: [[Bo]]", "Bo": "introduced_by: [[Ann]]; met_on: 2026-01-01", "Cy": "title: x"}
    files |= {f"P{n}": "title: x" for n in range(20)}
    network = build_network(collection(files))
    after = build_network(collection({**files, "Cy": "title: y"}), network)
    assert after.circles is network.circles
    assert {key for key, one in after.people.items() if one is not network.people[key]} == {"contacts/Cy.md"}
