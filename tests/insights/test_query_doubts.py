"""What is wrong with saved queries and audiences, with file, line and advice."""

from collections.abc import Callable, Mapping

import pytest

from netfiles.insights.derive import Insights

Derived = Callable[[Mapping[str, str], str], Insights]
PEOPLE = {
    "Ana": "company: Acme; tags: [close, alumni/mit]",
    "2026-11-01 Call": "with: '[[Ana]]'; channel: call; told: '[[Laid off]]'",
    "career/news/Laid off.md": "date: 2026-10-01",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("query: company:acme", [], id="all is well"),
        pytest.param("query: tag:alumni", [], id="a tag above another"),
        pytest.param("title: Empty", [(1, "NF421", "`query` is missing")], id="no query"),
        pytest.param(
            "title: T; query: 'has:emial tag:close'",
            [(3, "NF421", "`query`, character 5: `emial` is nothing that somebody has")],
            id="not understood",
        ),
        pytest.param(
            "query: is:due; columns: [name, teh tie]", [(3, "NF422", "`teh tie` is no field to show")], id="column"
        ),
        pytest.param(
            "query: is:due; sort: -lsat", [(3, "NF423", "character 1: `-lsat` is no field to sort by")], id="sort"
        ),
        pytest.param("query: tag:clos", [(2, "NF424", "nobody has the tag `clos`")], id="a tag that nobody has"),
        pytest.param("query: is:due -tag:clos,x", [(2, "NF424", "`clos`"), (2, "NF424", "`x`")], id="in a not, too"),
        pytest.param("query: '-told:[[Laid of]]'", [(2, "NF401", "`Laid of`")], id="news that is not there"),
        pytest.param("query: company:acem", [(2, "NF425", "finds nobody")], id="nobody on any day"),
        pytest.param("query: zzzz is:overdue", [(2, "NF425", "finds nobody")], id="nobody, overdue or not"),
        pytest.param("query: company:acme is:overdue", [], id="nobody today is no problem"),
        pytest.param("query: last>5y", [], id="nor is a time nobody fits"),
    ],
)
def test_a_saved_query(derived: Derived, text: str, found: list[tuple[int, str, str]]) -> None:
    problems = derived({**PEOPLE, "queries/Q.md": text}, "2026-11-19").problems
    assert [(p.place.line, p.code) for p in problems] == [(line, code) for line, code, _ in found]
    for problem, (_, _, message) in zip(problems, found, strict=True):
        assert problem.place.file == "queries/Q.md"
        assert message in problem.message
        assert problem.advice


@pytest.mark.parametrize(
    ("audience", "codes"),
    [
        ("tag:close", []),
        ("tag:family", ["NF424"]),
        ("everyone active", ["NF425"]),
        ("tag", ["NF425"]),
        ("tag:", ["NF421"]),
    ],
)
def test_an_audience(derived: Derived, audience: str, codes: list[str]) -> None:
    files = {**PEOPLE, "career/news/N.md": f"date: 2026-11-02; audience: '{audience}'"}
    problems = derived(files, "2026-11-19").problems
    assert [(p.place, p.code) for p in problems] == [(("career/news/N.md", 3, 1), code) for code in codes]


def test_an_empty_vault_is_not_told_that_its_queries_find_nobody(derived: Derived) -> None:
    problems = derived({"queries/Q.md": "query: company:acme"}, "2026-11-19").problems
    assert not [problem for problem in problems if problem.place.file.startswith("queries/")]
