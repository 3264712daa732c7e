"""The small parts of the pages: faces, words, editor links, tiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.views.editor import absolute
from netfiles.views.face import COLOURS, colour, initials
from netfiles.views.tiles import Box, squares, wrapped
from netfiles.views.words import minutes, ticked


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Doe", "JD"),
        ("Wulandari", "W"),
        ("Ana Lucía Fernández", "AF"),
        ("名前", "名"),
        ("…", "?"),
        ('"Al" Bo', "AB"),
    ],
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, expected: str) -> None:
    assert initials(name) == expected


@given(st.text(max_size=30))
def test_every_name_has_a_face(name: str) -> None:
    assert 0 <= colour(name) < COLOURS
    assert initials(name)


@pytest.mark.parametrize(
    ("root", "expected"),
    [("/home/me/vault", "/home/me/vault/contacts/A b.md"), ("C:\\me\\vault", "C:\\me\\vault\\contacts\\A b.md")],
)
def test_a_path_is_written_as_the_owner_s_system_does(root: str, expected: str) -> None:
    assert absolute(root, "contacts/A b.md") == expected


@pytest.mark.parametrize(
    ("count", "words"), [(5, "5 minutes"), (1, "1 minute"), (120, "120 minutes"), (1083, "1,083 minutes")]
)
def test_minutes_are_written_in_one_way(count: int, words: str) -> None:
    assert minutes(count) == words


def test_what_stands_between_backticks_is_code_and_escaped() -> None:
    assert ticked("`<b>` is <i>") == "<code>&lt;b&gt;</code> is &lt;i&gt;"


@given(st.lists(st.floats(0.5, 500), min_size=1, max_size=80).map(lambda ws: sorted(ws, reverse=True)))
def test_tiles_fill_their_box_and_stay_inside(weights: list[float]) -> None:
    tiles = squares(weights, Box(0, 0, 1000, 600))
    assert len(tiles) == len(weights)
    assert sum(t.width * t.height for t in tiles) == pytest.approx(600_000, rel=1e-6)
    assert all(t.x >= -1e-6 and t.x + t.width <= 1000 + 1e-6 and t.y + t.height <= 600 + 1e-6 for t in tiles)


@given(st.text("ab -é", max_size=60), st.floats(5, 400))
def test_writing_never_leaves_its_tile(text: str, width: float) -> None:
    lines = wrapped(text, width, 13.0, 3)
    assert lines is None or (len(lines) <= 3 and all(len(line) * 13 * 0.56 <= width for line in lines))
