"""What differs between two looks, whatever happened in between."""

from hypothesis import given
from hypothesis import strategies as st

from netfiles.serve.changes import differing, hollow
from netfiles.vault.stamp import Stamp

stamps = st.dictionaries(
    st.sampled_from("abcdef"), st.builds(Stamp, st.integers(0, 2), st.just(1), st.just(1), st.just(1))
)


@given(stamps, stamps)
def test_what_came_went_or_changed_differs_and_nothing_else(before: dict[str, Stamp], after: dict[str, Stamp]) -> None:
    plain = {path: after.get(path) for path in before | after if before.get(path) != after.get(path)}
    assert differing(before, after) == plain


@given(stamps, stamps)
def test_hollow_is_what_held_something_and_is_gone_or_empty(before: dict[str, Stamp], after: dict[str, Stamp]) -> None:
    lost = [path for path, stamp in before.items() if stamp.size and not (path in after and after[path].size)]
    assert hollow(before, differing(before, after)) == bool(lost)
