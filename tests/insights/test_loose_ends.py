"""Loops that cannot be closed the way a file says are problems, with the line."""

import pytest

GOT = "with: [[Jane]]; got: advice"


def found(insights) -> list[tuple[str, str, int]]:
    known = (p for p in insights.problems if p.code in ("NF325", "NF326"))
    return [(p.code, p.place.file.removeprefix("journal/").removesuffix(".md"), p.place.line) for p in known]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"2026-11-05 a": "channel: call; ask_status: granted"}, [("NF325", "2026-11-05 a", 3)], id="no ask"
        ),
        pytest.param({"2026-11-05 a": "asked: advice; ask_status: granted"}, [], id="an ask by its kind"),
        pytest.param({"2026-11-05 a": "ask: Who?; ask_status: granted"}, [], id="an ask by its sentence"),
        pytest.param({"2026-11-05 a": f"{GOT}; thanked: 2026-11-04"}, [("NF326", "2026-11-05 a", 4)], id="too early"),
        pytest.param({"2026-11-05 a": f"{GOT}; thanked: 2026-11-05"}, [], id="the same day"),
        pytest.param(
            {"2026-11-05 a": GOT, "2026-11-04 b": "with: [[Jane]]; thanks_for: [[2026-11-05 a]]"},
            [("NF326", "2026-11-04 b", 3)],
            id="thanks before the gift",
        ),
        pytest.param(
            {"2026-11-05 a": GOT, "2026-11-06 b": "with: [[Jane]]; thanks_for: [[2026-11-05 a]]"},
            [],
            id="thanks after it",
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]", "2026-11-06 b": "with: [[Jane]]; thanks_for: [[2026-11-05 a]]"},
            [("NF326", "2026-11-06 b", 3)],
            id="thanks for nothing",
        ),
        pytest.param(
            {"2026-11-05 a": f"{GOT}; thanks_for: [[2026-11-05 a]]"}, [("NF326", "2026-11-05 a", 4)], id="itself"
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]", "2026-11-06 b": "with: [[Jane]]; outcome_for: [[2026-11-05 a]]"},
            [("NF326", "2026-11-06 b", 3)],
            id="the outcome of nothing",
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]; introduced: [[Bo]]", "2026-11-06 b": "outcome_for: [[2026-11-05 a]]"},
            [],
            id="the outcome of an introduction",
        ),
        pytest.param(
            {
                "2026-11-05 a": "with: [[Jane]]",
                "2026-11-06 b": "outcome_for: [[2026-11-05 a]]",
                "career/leads/L.md": "stage: heard; heard_on: 2026-11-05; heard_via: [[2026-11-05 a]]",
            },
            [],
            id="the outcome of a lead heard there",
        ),
        pytest.param(
            {
                "2026-11-05 a": GOT,
                "2026-11-03 c": GOT,
                "2026-11-04 b": 'with: [[Jane]]; thanks_for: ["[[2026-11-03 c]]", "[[2026-11-05 a]]"]',
            },
            [("NF326", "2026-11-04 b", 3)],
            id="one of two",
        ),
    ],
)
def test_what_closes_nothing(derived, files, expected) -> None:
    assert found(derived(files, "2026-11-19")) == expected
