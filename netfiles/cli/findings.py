"""Problems in the formats of other programs: GitHub's annotations and SARIF."""

from typing import Any
from urllib.parse import quote

from netfiles import __version__
from netfiles.problems import CODES, Problem

_GITHUB = {"error": "error", "warning": "warning", "hint": "notice"}
_SARIF = {"error": "error", "warning": "warning", "hint": "note"}


def to_github(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line."""
    place = problem.place
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={problem.code}"
    return f"::{_GITHUB[problem.severity]} {where}::{_data(f'{problem.message}. {problem.advice}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def to_sarif(problems: tuple[Problem, ...]) -> dict[str, Any]:
    """A SARIF 2.1.0 log."""
    rules = [
        {
            "id": code,
            "shortDescription": {"text": about.title},
            "defaultConfiguration": {"level": _SARIF[about.severity]},
        }
        for code, about in CODES.items()
    ]
    driver = {"name": "netfiles", "version": __version__, "rules": rules}
    results = [_result(problem) for problem in problems]
    return {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    place = {"artifactLocation": {"uri": quote(problem.place.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": _SARIF[problem.severity],
        "message": {"text": f"{problem.message}. {problem.advice}"},
        "locations": [{"physicalLocation": place}],
    }
