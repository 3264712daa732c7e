"""What an entry says was done before it was promised."""

import pytest

from .reading import read, said


@pytest.mark.parametrize("field", ["next_done", "they_owe_done"])
@pytest.mark.parametrize(("day", "lines"), [("2026-11-19", [3]), ("2026-11-20", []), ("2026-11-21", [])])
def test_a_promise_is_kept_no_earlier_than_it_was_made(field, day, lines) -> None:
    reading = read("interaction", f"date: 2026-11-20 09:30\n{field}: {day}")
    assert said(reading) == [("NF307", line) for line in lines]
    assert reading.record is not None
