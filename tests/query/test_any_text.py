"""Whatever is typed, it is understood or told why not."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netfiles.query.fields import BY_NAME, FIELDS, HAD
from netfiles.query.language import Query, parse
from netfiles.query.matching import matches
from netfiles.query.quoting import quoted
from netfiles.query.table import columns, sorts
from netfiles.query.terms import Wrong

from .made import subject

BITS = st.sampled_from(
    [*BY_NAME, *HAD, *(word for field in FIELDS for word in field.words), ":", "<", "<=", ">", ">=", "=", "-", ",", '"',
     "“", "”", "\\", "[[", "]]", " ", "\n", "!", "(", "#", "/", "60d", "1m", "99999y", "2026-11-20", "2026-02", "2026",
     "0001", "9999-12-31", "today", "yesterday", "7", "x", "Jane Doe", "ß", "日本", "\u0301", "\x00"]
)  # fmt: skip
TYPED = st.one_of(st.text(), st.lists(BITS, max_size=12).map("".join))


@given(TYPED)
def test_any_text_is_understood_or_its_fault_is_inside_of_it(text: str) -> None:
    found = parse(text)
    if isinstance(found, Wrong):
        assert 1 <= found.column <= len(text)
        assert found.message
        assert found.advice
        assert quoted(text, found).count("\n") == 1


@given(TYPED)
def test_the_form_of_a_query_means_the_same(text: str) -> None:
    query = parse(text)
    if isinstance(query, Query):
        assert parse(str(query)) == query


PEOPLE = [
    subject(),
    subject("Jane Doe", company=["acme"], last=["2026-11-20"], birthday=["02-29"], tag=["a/b"], phone=["1413"]),
    subject("X", told=["x"], target=["a"], status=["closed"], met=["0001-01-01"], next=["9999-12-31"], got=["help"]),
]
DAYS = st.sampled_from([date.min, date(2026, 11, 19), date(2024, 2, 29), date(2026, 3, 31), date.max])


@given(TYPED, DAYS)
def test_any_query_can_be_asked_of_anybody_on_any_day(text: str, today: date) -> None:
    query = parse(text)
    if isinstance(query, Query):
        for person in PEOPLE:
            assert matches(query, person, today) in (True, False)


@given(st.lists(TYPED, max_size=3), TYPED)
def test_any_columns_and_sort_are_named_or_told(texts: list[str], text: str) -> None:
    assert "name" in columns(texts).fields
    faults = [(texts[number], wrong) for number, wrong in columns(texts).wrong]
    for typed, wrong in (*faults, *((text, wrong) for _, wrong in sorts(text).wrong)):
        assert 1 <= wrong.column <= len(typed)


def test_a_very_long_word_is_not_quoted_at_length() -> None:
    for text in (f"{'x' * 200_000}:y", f"tie:{'x' * 200_000}", f"last>{'9' * 200_000}", '"' + "\\" * 200_000):
        found = parse(text)
        assert isinstance(found, Wrong)
        assert len(found.message) + len(found.advice) < 1_200
