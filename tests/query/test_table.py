"""The columns of a saved query, and the order of its rows."""

import pytest

from netfiles.query.table import columns, in_order, sorts

from .made import subject


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        ((), ("name", "company", "last", "tie")),
        (("company", "name"), ("company", "name")),
        (("location", "phones"), ("name", "place", "phone")),
        (("name, last_contact , tie",), ("name", "last", "tie")),
        (("tie", "tie"), ("name", "tie")),
        (("has", "nothing"), ("name", "company", "last", "tie")),
    ],
)
def test_columns(texts: tuple[str, ...], fields: tuple[str, ...]) -> None:
    assert columns(texts).fields == fields


def test_a_column_that_is_not_known_has_its_place_and_the_word_that_would_have_been() -> None:
    found = columns(("name", "tie,  compny"))
    assert found.fields == ("name", "tie")
    ((number, wrong),) = found.wrong
    assert (number, wrong.column) == (1, 7)
    assert "`company`" in wrong.advice


A = subject("A", last=["2026-01-01"], tie=["cool"], target=["b"], entries=["x"])
B = subject("B", last=["2026-03-01"], tie=["strong"], target=["a"], entries=["x", "y"])
C = subject("C", tie=["strong"])


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (None, "abc"),
        ("-name", "cba"),
        ("last", "abc"),
        ("-last", "bac"),
        ("tie", "bca"),
        ("-tie", "abc"),
        ("target", "bac"),
        ("-entries", "bac"),
        ("entries", "cab"),
        ("tie, -name", "cba"),
        ("nothing", "abc"),
    ],
)
def test_order(sort: str | None, names: str) -> None:
    """Who has no value comes last, whichever way."""
    assert "".join(one.names for one in in_order([A, B, C], sorts(sort).fields)) == names
