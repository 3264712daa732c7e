"""The house as it was meant: floors, purity, sizes, names."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "netfiles"
FILES = sorted(PACKAGE.rglob("*.py"))
PURE = ("model", "text", "records", "index", "insights", "query", "changes", "views")
IMPURE_CALLS = {"open", "print", "input", "today", "now", "time", "monotonic", "perf_counter", "urlopen"}
IMPURE_METHODS = {
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "unlink",
    "mkdir",
    "rename",
    "iterdir",
    "rglob",
}
PACKAGE_DATA = {"netfiles/views/site.py", "netfiles/views/templating.py", "netfiles/views/world.py"}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_imports_go_down_the_floors_only():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        capture_output=True,
        text=True,
        cwd=PACKAGE.parent,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_file_is_over_400_lines_and_no_function_over_60(path: Path):
    assert path.read_text(encoding="utf-8").count("\n") <= 400
    long = {
        f.name: f.end_lineno - f.lineno + 1 for f in functions(path) if f.end_lineno and f.end_lineno - f.lineno >= 60
    }
    assert not long


def test_files_and_functions_are_short_by_habit():
    lines = sorted(path.read_text(encoding="utf-8").count("\n") for path in FILES)
    lengths = sorted(f.end_lineno - f.lineno + 1 for path in FILES for f in functions(path) if f.end_lineno)
    assert lines[len(lines) // 2] <= 130
    assert lines[len(lines) * 9 // 10] <= 300
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 25


@pytest.mark.parametrize(
    "path",
    [p for p in FILES if p.relative_to(PACKAGE).parts[0] in PURE],
    ids=lambda p: p.relative_to(PACKAGE).as_posix(),
)
def test_the_inside_asks_no_disk_no_clock_and_prints_nothing(path: Path):
    if path.relative_to(PACKAGE.parent).as_posix() in PACKAGE_DATA:
        pytest.skip("reads files of the package itself")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = {f.id for f in called if isinstance(f, ast.Name)}
    methods = {f.attr for f in called if isinstance(f, ast.Attribute)}
    attributes = {
        (f.value.id, f.attr) for f in called if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name)
    }
    assert not names & {"open", "print", "input"}
    assert not methods & IMPURE_METHODS
    assert not attributes & {("date", "today"), ("datetime", "now"), ("time", "time"), ("random", "random")}


@pytest.mark.parametrize("word", ["utils", "util", "helpers", "helper", "manager", "handler", "common", "misc"])
def test_no_module_has_a_name_that_says_nothing(word: str):
    assert not [path for path in FILES if path.stem == word]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_each_module_opens_with_a_sentence(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
