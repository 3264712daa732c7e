"""Promise: of a plain file the lines meant come or go, and every other byte stays."""

import pytest

from netfiles.text.edit import Unsafe, edited_page
from netfiles.text.edits import Append, Cut, Set


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("a\nb\nc\n", Cut(2, "b"), "a\nc\n"),
        ("a\r\nb  \r\nc", Cut(2, "b  "), "a\r\nc"),
        ("a\r\n\nb", Cut(2, ""), "a\r\nb"),
        ("a\nb", Cut(2, "b"), "a\n"),
        ("a\rb\x0bc\u2028d\n", Cut(2, "b\x0bc\u2028d"), "a\r"),
        ("a\n", Append("b\nc"), "a\nb\nc\n"),
        ("a\r\nb", Append("c"), "a\r\nb\r\nc\r\n"),
        ("", Append("a"), "a\n"),
    ],
)
def test_a_line_comes_or_goes(before: str, edit: Cut | Append, after: str):
    assert edited_page(before, [edit]) == after


@pytest.mark.parametrize("edit", [Cut(1, "b"), Cut(0, "a"), Cut(3, ""), Set("name", "Ada")])
def test_a_line_that_no_longer_reads_so_is_left_alone(edit: Cut | Set):
    with pytest.raises(Unsafe):
        edited_page("a\nb\n", [edit])
