"""A story as a vault on disk, and its queue as the command line tells it."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from netfiles.cli import netfiles

Story = Mapping[str, str]
Queue = list[dict[str, Any]]


def write_story(folder: Path, story: Story) -> Path:
    """A file is `name: front matter // body`; a name with a date is an entry, one with a dot is a path."""
    for name, text in story.items():
        path = folder / (name if "." in name else f"journal/{name}.md" if name[:2] == "20" else f"contacts/{name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        fields, _, body = text.partition(" // ")
        path.write_text(
            text if path.suffix == ".yml" else f"---\n{fields.replace('; ', chr(10))}\n---\n{body}\n", "utf-8"
        )
    return folder


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder, in memory where there is a place for that."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture
def queue_json(folder: Path) -> Callable[[Story, str], Queue]:
    """`netfiles -C VAULT --today D queue --json`."""

    def run(story: Story, today: str) -> Queue:
        vault = write_story(folder, story)
        result = CliRunner().invoke(netfiles, ["-C", str(vault), "--today", today, "queue", "--json"])
        assert result.exit_code == 0, result.output
        told = json.loads(result.stdout)
        assert told["today"] == today
        return told["items"]

    return run


def reasons(queue: Queue) -> dict[str, list[tuple[str, str, int]]]:
    """For everyone: (rule, due, days overdue)."""
    return {
        item["person"]: sorted((reason["rule"], reason["due"], reason["days_overdue"]) for reason in item["reasons"])
        for item in queue
    }


def tiers(queue: Queue, expected: list[set[str]]) -> list[set[str]]:
    """The queue's names, cut into groups as long as the expected ones."""
    names = [item["person"] for item in queue]
    ends = [sum(map(len, expected[: n + 1])) for n in range(len(expected))]
    return [
        set(names[start:end]) for start, end in zip([0, *ends], [*ends, len(names)], strict=False) if names[start:end]
    ]
