"""What a vault of one file comes to: read, linked, shown, all within a second and without a traceback."""

import re
from pathlib import Path
from time import process_time

from netfiles.index.build import build_network
from netfiles.model.collection import Collection
from netfiles.problems import Problem
from netfiles.text.markdown import too_dense
from netfiles.vault.load import load
from tests.text.bodies import html
from tests.text.inert import faults

GROUND = ("contacts", "journal", "career/companies")


def one_file(root: Path, path: str, content: bytes) -> Collection:
    """The vault at `root` with this one file, which is checked for all that holds of any file."""
    for folder in GROUND:
        (root / folder).mkdir(parents=True, exist_ok=True)
    full = root / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_bytes(content)
    begin = process_time()
    collection = load(root)
    took = process_time() - begin
    assert took < 10, f"{path} took {took:.2f} s"
    for problem in (*collection.problems, *build_network(collection).problems):
        check(problem, path, content)
    for record in collection.records():
        if not too_dense(record.origin.body):
            assert faults(html(record.origin.body)) == []
    return collection


def check(problem: Problem, path: str, content: bytes) -> None:
    """A problem names the file and a place within it, on one line, and quotes little."""
    assert problem.place.file == path
    lines = re.split(rb"\r\n|\r|\n", content)
    assert 1 <= problem.place.line <= len(lines)
    assert 1 <= problem.place.column <= len(lines[problem.place.line - 1].decode("utf-8", "replace")) + 1
    assert problem.message
    assert problem.advice
    if not problem.code.startswith("NF4"):
        assert problem.message.isprintable()
        assert len(problem.message) <= 400
        assert len(problem.advice) <= 400


def errors(collection: Collection) -> list[tuple[str, int]]:
    """Code and line of every error."""
    return [(p.code, p.place.line) for p in collection.problems if p.severity == "error"]
