"""Made-up vaults: each file is a valid record, each field of the format is used, each link leads somewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

import frontmatter
import pytest
import yaml

from netfiles.example import Size, make
from tests.sampling import in_soak, sampled

TODAY = date(2026, 11, 23)

FIELDS = {
    "contacts": """name aliases title company as_of past_companies emails phones addresses links location birthday photo
        cards tags relation met_on met_at introduced_by knows may_use_name can_help i_can_help keep_in_touch next
        next_on next_done snooze_until status told_before uid source private""",
    "journal": """date with channel direction minutes activity purpose asked ask ask_status got gave introduced thanked
        thanks_for outcome_for told title source uid tags private leads companies next next_on next_done they_owe
        they_owe_on they_owe_done""",
    "career/companies": """name aliases website industry location size target motivation postings why careers_page
        addresses phones emails status tags private""",
    "career/leads": """title company url stage heard_from heard_via heard_on posted_on applied_on interviews offer_on
        closed_on referred_by needs method result salary next next_on next_done tags private""",
    "career/goals": "title measure target per start due status companies tags channel",
    "career/profile.md": """roles industries company_types locations strengths weaknesses accomplishments skills pitch
        networking_share weekly_minutes status name emails phones links""",
    "career/news": "title date supersedes audience until",
    "queries": "title query columns sort",
}
WORDS = {
    "channel": "call video email letter message coffee meeting interview event social other",
    "direction": "out in both",
    "activity": "applications search research resume study other",
    "asked": "information contacts interview referral advice review job",
    "ask_status": "open answered granted declined",
    "got": "information introduction referral interview advice lead offer help",
    "gave": "information introduction referral interview advice lead offer help",
    "stage": "heard asked applied interviewing offer accepted rejected withdrawn",
}
# Fields that hold text even where it looks like a number, a date or yes.
TEXTS = {"name", "aliases", "title", "phones", "emails", "salary", "next", "they_owe", "ask", "told", "uid", "location"}
LINK = re.compile(r"\[\[([^\]|]+)(?:\|[^\]]+)?\]\]")

Record = dict[str, object]


@cache
def vault(people: int, entries: int, seed: int) -> dict[str, tuple[Record, str]]:
    files = make(Size(people, entries, seed), TODAY)
    return {path: parsed(data) for path, data in files if path.endswith(".md") and path != "inbox.md"}


def parsed(data: bytes) -> tuple[Record, str]:
    assert data.startswith(b"---\n")
    front, body = frontmatter.parse(data.decode())
    assert front == yaml.safe_load(data.decode().split("---\n")[1])
    return front, body


def kind(path: str) -> str:
    return next(kind for kind in FIELDS if path.startswith(kind))


def items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def links(path: str, front: Record) -> Iterator[tuple[str, str]]:
    """Field and target of every link in the front matter."""
    for field, value in front.items():
        for item in items(value):
            for target in LINK.findall(str(item)) if kind(path) != "queries" else ():
                yield field, target


@pytest.mark.parametrize("seed", range(1, 9))
def test_every_field_of_the_format_is_used_at_the_usual_size(seed: int) -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for path, (front, _) in vault(40, 150, seed).items():
        used[kind(path)] |= set(front)
    assert used == {kind: set(fields.split()) for kind, fields in FIELDS.items()}


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (0, 5), (5, 0), (40, 150), *in_soak([(400, 2000)])])
def test_fields_are_flat_known_and_typed(size: tuple[int, int]) -> None:
    for path, (front, _) in vault(*size, 1).items():
        assert set(front) <= set(FIELDS[kind(path)].split()), path
        for field, value in front.items():
            for item in items(value):
                assert isinstance(item, str if field in TEXTS else (str, int, date)), (path, field, item)
                assert item != "", (path, field)
                assert field not in WORDS or item in WORDS[field].split(), (path, field, item)


@pytest.mark.parametrize("seed", sampled([1, 2, 3], 3))
def test_every_word_of_an_interaction_and_a_lead_occurs_in_a_larger_vault(seed: int) -> None:
    used: dict[str, set[object]] = defaultdict(set)
    for front, _ in vault(200, 1000, seed).values():
        for field in WORDS.keys() & front.keys():
            used[field] |= set(items(front[field]))
    missing = {field: set(words.split()) - used[field] for field, words in WORDS.items()}
    assert missing.pop("gave") <= {"referral", "interview", "offer"}  # what a job seeker seldom has to give
    assert not any(missing.values())


@pytest.mark.parametrize("size", [(1, 1), (5, 0), (40, 150), *in_soak([(1000, 5000)])])
def test_links_lead_to_files_but_for_names_not_yet_on_file(size: tuple[int, int]) -> None:
    files = vault(*size, 1)
    stems = {path.split("/")[-1].removesuffix(".md") for path in files}
    dead = [(path, link) for path, (front, _) in files.items() for link in links(path, front) if link[1] not in stems]
    assert {field for _, (field, _) in dead} <= {"introduced"}
    assert size != (1000, 5000) or len(dead) > 20
    bodies = (target for _, body in files.values() for target in LINK.findall(body))
    assert {target for target in bodies if target not in stems} == set()


@pytest.mark.soak
def test_names_not_on_file_are_the_name_or_nickname_of_nobody() -> None:
    files = vault(1000, 5000, 1)
    people = {path: front for path, (front, _) in files.items() if path.startswith("contacts/")}
    known = {path.split("/")[-1].removesuffix(".md") for path in people}
    words = {str(word).casefold() for front in people.values() for word in items(front.get("aliases", []))}
    words |= {str(front["name"]).casefold() for front in people.values() if "name" in front}
    given = {
        target for path, (front, _) in files.items() for field, target in links(path, front) if field == "introduced"
    }
    assert not {name.casefold() for name in given - known} & words


def test_every_thank_you_comes_after_what_it_is_for() -> None:
    files = vault(200, 1000, 1)
    by_stem = {path.split("/")[-1].removesuffix(".md"): front for path, (front, _) in files.items()}
    closing = [(path, field, target) for path, (front, _) in files.items() for field, target in links(path, front)
               if field in ("thanks_for", "outcome_for")]  # fmt: skip
    assert len(closing) > 50
    for path, field, target in closing:
        assert path.split("/")[-1][:10] >= target[:10], (path, field)
        assert "got" in by_stem[target], path


@pytest.mark.soak
def test_the_network_looks_like_one() -> None:
    """A few people with many entries and many with none; about a quarter activities, a tenth with several people."""
    files = vault(1000, 5000, 1)
    entries = [front for path, (front, _) in files.items() if path.startswith("journal/")]
    talks = [front for front in entries if "with" in front]
    times: dict[object, int] = defaultdict(int)
    for front in talks:
        for person in items(front["with"]):
            times[LINK.findall(str(person))[0]] += 1
    counts = sorted(times.values(), reverse=True)
    assert 250 < 1000 - len(counts) < 500
    assert sum(counts[:100]) > sum(counts) / 3
    assert 0.2 < 1 - len(talks) / len(entries) < 0.3
    assert 0.07 < sum(len(items(front["with"])) > 1 for front in talks) / len(entries) < 0.13


MARKS = {
    "link": r"\[\[",
    "label": r"\[\[[^\]]+\|",
    "done task": r"- \[x\] .* 📅 \d{4}-\d\d-\d\d",
    "open task": r"- \[ \] ",
    "list": r"(?m)^- \w",
    "table": r"\| --- \|",
    "footnote": r"\[\^1\]:",
    "bold": r"\*\*",
}


def test_bodies_name_people_hold_tasks_and_now_and_then_a_table() -> None:
    bodies = [body for path, (_, body) in vault(200, 1000, 1).items() if path.startswith("journal/")]
    share = {mark: sum(bool(re.search(form, body)) for body in bodies) / len(bodies) for mark, form in MARKS.items()}
    assert all(share.values())
    assert 0.22 < share["link"] < 0.45
    assert 0.03 < share["done task"] < 0.12
