"""One file read as a record, and what was said of it."""

from typing import Any

from netfiles.model import Kind
from netfiles.records.goal_doubts import COUNTING
from netfiles.records.read import Reading, read_record

PATHS: dict[Kind, str] = {
    "person": "contacts/Ada Lovelace.md",
    "interaction": "journal/2026-11-20 Coffee.md",
    "company": "career/companies/Acme.md",
    "lead": "career/leads/Engineer.md",
    "goal": "career/goals/More.md",
    "profile": "career/profile.md",
    "news": "career/news/Laid off.md",
    "query": "queries/Warm.md",
}


def read(kind: Kind, fields: str, body: str = "", path: str = "") -> Reading:
    """The record whose fields begin on line 2."""
    return read_record(kind, path or PATHS[kind], f"---\n{fields}\n---\n{body}")


def value(kind: Kind, name: str, written: str) -> Any:
    """What a field says; there is no problem but perhaps a doubt about a date of long ago, or about half a goal."""
    reading = read(kind, f"{name}: {written}")
    assert [p for p in reading.problems if p.code not in ("NF307", "NF331")] == []
    assert reading.record is not None
    return getattr(reading.record, "with_" if name == "with" else name)


def said(reading: Reading) -> list[tuple[str, int]]:
    """Code and line of every problem."""
    return [(p.code, p.place.line) for p in reading.problems]


def refusal(kind: Kind, name: str, written: str) -> tuple[str, int]:
    """Code and line of the one problem for which there is no record, or for which a goal is one in words."""
    reading = read(kind, f"uid: 7\n{name}: {written}" if kind in ("person", "interaction") else f"\n{name}: {written}")
    (problem,) = reading.problems
    in_words = kind == "goal" and name in COUNTING
    assert (reading.record is not None) is in_words
    assert problem.severity == ("warning" if in_words else "error")
    assert f"`{name}" in problem.message
    assert problem.advice
    return problem.code, problem.place.line


def values(reading: Reading) -> dict[str, Any]:
    """All values of a record, but not where they stand."""
    assert reading.record is not None
    return {name: value for name, value in vars(reading.record).items() if name != "origin"}
