"""The day that `--on` names."""

import pytest

from netfiles.capture.days import day_of
from netfiles.errors import BadDay
from tests.capture.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (None, "2026-11-19"),
        ("today", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("2026-01-02", "2026-01-02"),
        ("monday", "2026-11-16"),
        ("Last Friday", "2026-11-13"),
        ("12 nov", "2026-11-12"),
        ("Nov 12, 2025", "2025-11-12"),
        ("3 days ago", "2026-11-16"),
    ],
)
def test_the_day_something_was_is_today_or_before(text: str | None, day: str) -> None:
    assert day_of(text, TODAY).isoformat() == day


@pytest.mark.parametrize("text", ["2026-11-20", "tomorrow", "2026-02-30", "12/11", "soon", "monday or so", ""])
def test_the_day_something_was_cannot_be_one_to_come(text: str) -> None:
    with pytest.raises(BadDay, match="--on"):
        day_of(text, TODAY)
