"""The formats of dates in templates."""

from datetime import datetime

import pytest

from netfiles.text.moment import UnknownFormat, formatted

AFTERNOON = datetime(2026, 11, 3, 14, 5, 9)  # noqa: DTZ001  # a wall clock
FORMATS = {
    "YYYY-MM-DD": "2026-11-03",
    "D MMM YYYY": "3 Nov 2026",
    "dddd, MMMM Do YYYY": "Tuesday, November 3rd 2026",
    "ddd D.M.YY": "Tue 3.11.26",
    "YYYY-MM-DDTHH:mm": "2026-11-03T14:05",
    "h:mm A": "2:05 PM",
    "hh:mm:ss a": "02:05:09 pm",
    "[Week] W [of] GGGG": "Week 45 of 2026",
    "gggg-[W]ww": "2026-W45",
    "[Q]Q": "Q4",
    "DDDD": "307",
    "LL": "November 3, 2026",
    "LT": "2:05 PM",
    "[YYYY]": "YYYY",
    "": "",
}


@pytest.mark.parametrize(("pattern", "text"), FORMATS.items())
def test_a_format_is_that_of_moment(pattern: str, text: str):
    assert formatted(AFTERNOON, pattern) == text


@pytest.mark.parametrize("pattern", ["X", "Z", "zz", "YYYY-MM-DD ZZ"])
def test_a_format_that_is_not_understood_says_which_part(pattern: str):
    with pytest.raises(UnknownFormat):
        formatted(AFTERNOON, pattern)


@pytest.mark.parametrize(
    ("day", "week"),
    [((2026, 1, 1), "2026 1"), ((2025, 12, 28), "2026 1"), ((2025, 12, 27), "2025 52"), ((2022, 12, 31), "2022 53")],
)
def test_weeks_that_begin_on_sunday_are_counted_as_moment_does(day: tuple[int, int, int], week: str):
    assert formatted(datetime(*day), "gggg w") == week  # noqa: DTZ001
