"""Small vaults that fit into a row of a table, and what is derived from them on a day.

A file is `name: text`. A name with a date is an entry, one with a dot is a path, any other is a person.
A text without `---` is front matter with `; ` between the fields, and a body after ` // `.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.load import load

Files = Mapping[str, str]
Row = tuple[str | None, str, str]


def path_of(name: str) -> str:
    if "." in name:
        return name
    return f"journal/{name}.md" if name[:4].isdigit() else f"contacts/{name}.md"


def text_of(path: str, text: str) -> str:
    if not path.endswith(".md") or text.lstrip().startswith("---"):
        return dedent(text).lstrip("\n")
    fields, _, body = text.partition(" // ")
    return "\n".join(["---", *filter(None, fields.split("; ")), "---", body, ""])


def write(root: Path, files: Files) -> Path:
    for name, text in files.items():
        path = root / path_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(path.name, text), encoding="utf-8")
    return root


def rows(insights: Insights) -> list[Row]:
    """What is due, in the queue's order: (name, or the title of an item of nobody; rule; first day)."""
    items = insights.queue.items
    return [(item.name or item.title, reason.rule, reason.due.isoformat()) for item in items for reason in item.reasons]


@pytest.fixture
def vault() -> Iterator[Callable[[Files], Path]]:
    """Writes a vault, in memory where there is a place for that: hundreds of vaults are slow on a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield lambda files: write(Path(folder), files)


@pytest.fixture
def derived(vault: Callable[[Files], Path]) -> Callable[[Files, str], Insights]:
    return lambda files, today: derive(build_network(load(vault(files))), date.fromisoformat(today))


@pytest.fixture
def queue_of(derived: Callable[[Files, str], Insights]) -> Callable[[Files, str], list[Row]]:
    return lambda files, today: rows(derived(files, today))


@pytest.fixture
def rules_for(queue_of: Callable[[Files, str], list[Row]]) -> Callable[[Files, str, str], list[str]]:
    """The rules that stand for one person, sorted."""
    return lambda files, person, today: sorted(rule for name, rule, _ in queue_of(files, today) if name == person)


@pytest.fixture
def life(vault: Callable[[Files], Path]) -> Callable[[Files, str, str, str, str], dict[str, str | None]]:
    """The due dates of one item around its first and its last day; None where it does not show."""

    def dues(files: Files, person: str, rule: str, first: str, last: str) -> dict[str, str | None]:
        network = build_network(load(vault(files)))
        one, end = timedelta(days=1), date.fromisoformat(last)
        days = [date.fromisoformat(first) - one, date.fromisoformat(first), end, end + one]
        found: dict[str, str | None] = {}
        for day in days:
            due = [due for name, its, due in rows(derive(network, day)) if (name, its) == (person, rule)]
            assert len(due) <= 1, f"{rule} twice for {person} on {day}"
            found[day.isoformat()] = due[0] if due else None
        return found

    return dues


@pytest.fixture
def lives(life: Callable[[Files, str, str, str, str], dict[str, str | None]]) -> Callable[..., None]:
    """Asserts: not there the day before, there from its first to its last day, gone the day after.

    `last` is None for what stays until it is done: then it is still there a year later.
    """

    def check(files: Files, person: str, rule: str, first: str, last: str | None) -> None:
        one, start = timedelta(days=1), date.fromisoformat(first)
        end = date.fromisoformat(last) if last else start + timedelta(days=365)
        expected: dict[str, str | None] = {
            (start - one).isoformat(): None,
            first: first,
            end.isoformat(): first,
            (end + one).isoformat(): first if last is None else None,
        }
        assert life(files, person, rule, first, end.isoformat()) == expected

    return check
