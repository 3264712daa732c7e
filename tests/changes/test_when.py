"""Days to come as people type them."""

from datetime import date

import pytest

from netfiles.changes.when import day_to_come
from netfiles.errors import BadWhen

TODAY = date(2026, 11, 19)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-07", "2026-12-07"),
        ("7 dec", "2026-12-07"),
        ("7 December", "2026-12-07"),
        ("7th of december", "2026-12-07"),
        ("Dec 7", "2026-12-07"),
        ("7 dec 2027", "2027-12-07"),
        ("7dec", "2026-12-07"),
        ("19 nov", "2027-11-19"),
        ("18 nov", "2027-11-18"),
        ("20 nov", "2026-11-20"),
        ("29 feb", "2028-02-29"),
        ("7 sept", "2027-09-07"),
        ("tomorrow", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("Fri", "2026-11-20"),
        ("thursday", "2026-11-26"),
        ("next monday", "2026-11-23"),
        ("monday", "2026-11-23"),
        ("wed", "2026-11-25"),
        ("next week", "2026-11-23"),
        ("next month", "2026-12-01"),
        ("2w", "2026-12-03"),
        ("in 2 weeks", "2026-12-03"),
        ("10d", "2026-11-29"),
        ("1 month", "2026-12-19"),
        ("monthly", "2026-12-19"),
        ("1y", "2027-11-19"),
    ],
)
def test_a_day_to_come_is_the_next_of_its_name(text: str, day: str) -> None:
    assert day_to_come(text, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "no day to come"),
        ("", "no day to come"),
        ("never", "no day to come"),
        ("m", "no day to come"),
        ("t", "no day to come"),
        ("ma 7", "no day to come"),
        ("31 feb", "no day to come"),
        ("2026-02-30", "no day to come"),
        ("2026-11-19", "not after today"),
        ("7 dec 2020", "not after today"),
        ("7 dec 0000", "no day to come"),
        ("0d", "no day to come"),
        ("Adewale 2w", "no day to come"),
    ],
)
def test_what_is_no_day_to_come_is_refused_with_how_to_write_one(text: str, why: str) -> None:
    with pytest.raises(BadWhen, match=why) as refused:
        day_to_come(text, TODAY)
    assert "2w" in str(refused.value)
