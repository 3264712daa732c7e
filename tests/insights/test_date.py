"""Date: a birthday within seven days."""

import pytest


@pytest.mark.parametrize(
    ("birthday", "first", "last"),
    [
        pytest.param("1990-12-01", "2026-11-24", "2026-12-01", id="full date, over a month end"),
        pytest.param("12-01", "2026-11-24", "2026-12-01", id="month and day"),
        pytest.param("--12-01", "2026-11-24", "2026-12-01", id="month and day with dashes"),
        pytest.param("11-29", "2026-11-22", "2026-11-29", id="on a Sunday"),
        pytest.param("01-01", "2026-12-25", "2027-01-01", id="new year's day"),
        pytest.param("01-03", "2026-12-27", "2027-01-03", id="over the year's end"),
        pytest.param("01-07", "2026-12-31", "2027-01-07", id="first seen on the year's last day"),
        pytest.param("01-08", "2027-01-01", "2027-01-08", id="first seen on the year's first day"),
        pytest.param("12-31", "2026-12-24", "2026-12-31", id="the year's last day"),
        pytest.param("1992-02-29", "2027-02-21", "2027-02-28", id="29 February in a common year"),
        pytest.param("02-29", "2028-02-22", "2028-02-29", id="29 February in a leap year"),
        pytest.param("--02-29", "2100-02-21", "2100-02-28", id="29 February in 2100"),
        pytest.param("02-28", "2028-02-21", "2028-02-28", id="28 February in a leap year"),
        pytest.param("03-01", "2027-02-22", "2027-03-01", id="1 March in a common year"),
        pytest.param("03-01", "2028-02-23", "2028-03-01", id="1 March in a leap year"),
    ],
)
def test_a_birthday_shows_from_seven_days_before_until_it_passes(lives, birthday, first, last) -> None:
    lives({"Jane": f"birthday: {birthday}"}, "Jane", "date", first, last)


@pytest.mark.parametrize(
    ("files", "shows"),
    [
        pytest.param({"Jane": "birthday: 11-30"}, True, id="known by hand"),
        pytest.param({"Jane": "birthday: 1985"}, False, id="only a year"),
        pytest.param({"Jane": ""}, False, id="none"),
        pytest.param({"Jane": "birthday: 11-30; source: vcard"}, False, id="imported, never an entry"),
        pytest.param(
            {"Jane": "birthday: 11-30; source: vcard", "2026-11-23 a": "with: [[Jane]]; channel: email"},
            True,
            id="entry today",
        ),
        pytest.param(
            {"Jane": "birthday: 11-30; source: vcard", "2026-11-24 a": "with: [[Jane]]; channel: email"},
            False,
            id="planned",
        ),
        pytest.param(
            {"Jane": "birthday: 11-30; source: vcard", "2026-11-02 a": "activity: study // [[Jane]]"},
            False,
            id="mention",
        ),
        pytest.param({"Jane": "birthday: 11-30; status: dormant"}, False, id="dormant"),
        pytest.param({"Jane": "birthday: 11-30; status: active"}, True, id="active"),
    ],
)
def test_whose_birthday_shows(rules_for, files, shows) -> None:
    assert ("date" in rules_for(files, "Jane", "2026-11-23")) is shows
