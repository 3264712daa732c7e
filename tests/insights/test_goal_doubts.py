"""What is wrong with the filters of goals, with file, line and advice."""

import pytest

GOAL = "measure: interactions; target: 3; per: week"
KNOWN = {
    "Ana": "company: Acme; past_companies: Old; tags: [Close, alumni/mit]",
    "2026-11-01 Call": "with: '[[Ana]]'; channel: call; companies: Named; tags: port",
    "career/leads/L.md": "company: Led; heard_on: 2026-11-01; tags: crane",
    "career/companies/Filed.md": "why: x",
}


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        pytest.param(f"{GOAL}; tags: [close, PORT, crane, alumni/mit]", [], id="tags of people, entries, leads"),
        pytest.param(f"{GOAL}; companies: [Acme, Old, Named, Led, Filed]", [], id="companies that something is about"),
        pytest.param(f"{GOAL}; tags: clos", [(5, "nobody has the tag `clos`", "There are: Close.")], id="a tag"),
        pytest.param(f"{GOAL}; tags: [close, zzz]", [(5, "`zzz`", "Correct the tag")], id="one of two tags"),
        pytest.param(f"{GOAL}; companies: Acem", [(5, "nothing on file is about `Acem`", "company")], id="a company"),
        pytest.param(f"{GOAL}; companies: '[[Acem]]'", [(5, "`Acem`", "company")], id="a company by a link"),
        pytest.param(f"{GOAL}; companies: Acem; status: done", [], id="a goal that is done"),
    ],
)
def test_a_goal_narrowed_down_to_what_is_not_there_is_a_hint(derived, goal, found) -> None:
    problems = derived({**KNOWN, "career/goals/G.md": goal}, "2026-11-19").problems
    assert [(p.code, p.severity, p.place.file, p.place.line) for p in problems] == [
        ("NF426", "hint", "career/goals/G.md", line) for line, _, _ in found
    ]
    for problem, (_, message, advice) in zip(problems, found, strict=True):
        assert message in problem.message
        assert advice in problem.advice
