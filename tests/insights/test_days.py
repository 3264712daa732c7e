"""Days in sentences: without a year a day is the one nearest to today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.insights.days import of_year, short


@pytest.mark.parametrize(
    ("today", "day", "said"),
    [
        pytest.param("2026-11-23", "2026-11-24", "24 Nov", id="tomorrow"),
        pytest.param("2026-11-23", "2025-11-24", "24 Nov 2025", id="a year ago tomorrow"),
        pytest.param("2027-01-10", "2026-12-20", "20 Dec", id="last month, of last year"),
        pytest.param("2026-11-23", "2027-02-01", "1 Feb", id="soon, of next year"),
        pytest.param("2026-11-23", "2026-02-01", "1 Feb 2026", id="long ago, of this year"),
        pytest.param("2026-11-23", "2026-05-25", "25 May", id="182 days ago"),
        pytest.param("2026-11-23", "2026-05-24", "24 May 2026", id="183 days ago"),
        pytest.param("2026-11-23", "2030-11-23", "23 Nov 2030", id="in four years"),
    ],
)
def test_the_year_stands_with_a_day_that_is_not_near(today: str, day: str, said: str) -> None:
    assert short(date.fromisoformat(day), date.fromisoformat(today)) == said


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-400, 400))
def test_without_a_year_no_other_day_so_called_is_nearer(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    if short(day, today) == of_year(day):
        others = (today + timedelta(days=n) for n in range(-400, 401))
        alike = [other for other in others if (other.month, other.day) == (day.month, day.day)]
        assert min(alike, key=lambda other: abs(other - today)) == day
