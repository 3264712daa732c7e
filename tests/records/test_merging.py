"""Two versions of a file are merged by field and by item; a true conflict is left as git marks it."""

from random import Random

import pytest

from netfiles.records.merging import Sides
from netfiles.text.edit import Unsafe, edited, values_of
from netfiles.text.edits import Append, Edit
from netfiles.text.frontmatter import Refused
from netfiles.text.layout import layout
from netfiles.vault import git
from tests.soak_report import figure
from tests.text.random_files import edit as random_edit
from tests.text.random_files import file

BASE = "---\nname: Ada # she\ntags: [a, b]\ncompany: Acme\n---\nBody.\n"


def merged(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    merged, clean = git.merge("contacts/Ada.md", "person", Sides(base.encode(), ours.encode(), theirs.encode()))
    return merged.decode(), clean


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ("company: Bolt", "company: Acme", "company: Bolt"),
        ("company: Acme", "company: Bolt", "company: Bolt"),
        ("company: Acme\nx: 1", "company: Acme\ny: 2", "company: Acme\nx: 1\ny: 2"),
        ("company: Bolt", "company: Acme\nlocation: Lyon", "company: Bolt\nlocation: Lyon"),
        ("", "company: Acme", None),
        ("company: Bolt\nx: 1", "company: Bolt\ny: 2", "company: Bolt\nx: 1\ny: 2"),
    ],
)  # fmt: skip
def test_fields_merge_by_field(ours: str, theirs: str, wanted: str | None) -> None:
    text, clean = merged(BASE, *(BASE.replace("company: Acme", side) for side in (ours, theirs)))
    if wanted is None:
        assert "company" not in text
        return
    assert (text, clean) == (BASE.replace("company: Acme", wanted), True)


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ("[a, b, c]", "[a, b, d]", "[a, b, c, d]"),
        ("[a]", "[a, b, d]", "[a, d]"),
        ("[a, b, c]", "[b]", "[b, c]"),
        ("[a, b, c]", "[a, b, c]", "[a, b, c]"),
        ("[b]", "[a]", None),
    ],
)
def test_lists_merge_by_item(ours: str, theirs: str, wanted: str | None) -> None:
    text, clean = merged(BASE, *(BASE.replace("[a, b]", side) for side in (ours, theirs)))
    assert clean
    if wanted is None:
        assert "tags" not in text
    else:
        assert text == BASE.replace("[a, b]", wanted)


def test_a_true_conflict_is_left_as_git_marks_it_and_all_else_is_merged() -> None:
    ours = BASE.replace("Acme", "Bolt").replace("[a, b]", "[a, b, c]")
    theirs = BASE.replace("Acme", "Cog").replace("[a, b]", "[a, b, d]")
    text, clean = merged(BASE, ours, theirs)
    assert not clean
    assert "tags: [a, b, c, d]\n<<<<<<< ours\ncompany: Bolt\n=======\ncompany: Cog\n>>>>>>> theirs\n---\n" in text


def test_bodies_merge_by_lines() -> None:
    text, clean = merged(BASE + "\n1\n\n2\n", BASE + "\n0\n\n2\n", BASE + "\n1\n\n3\n")
    assert (text, clean) == (BASE + "\n0\n\n3\n", True)
    text, clean = merged(BASE, BASE + "mine\n", BASE + "yours\n")
    assert not clean
    assert "<<<<<<< ours\nmine\n=======\nyours\n>>>>>>> theirs\n" in text


def test_comments_of_both_sides_stay() -> None:
    text, clean = merged(
        BASE, BASE.replace("Acme", "Acme # mine"), BASE.replace("# she", "# her").replace("[a, b]", "[a]")
    )
    assert clean
    assert text == BASE.replace("Acme", "Acme # mine").replace("# she", "# her").replace("[a, b]", "[a]")


def test_a_field_that_both_make_in_different_places_is_marked() -> None:
    text, clean = merged(
        BASE, BASE.replace("name: Ada # she", "relation: a"), BASE.replace("company: Acme", "relation: b")
    )
    assert not clean
    assert "<<<<<<< ours" in text
    assert "relation: a" in text
    assert "relation: b" in text


def test_what_is_no_record_is_merged_by_lines() -> None:
    assert merged("a\nb\nc\n", "x\nb\nc\n", "a\nb\ny\n") == ("x\nb\ny\n", True)


def play(chance: Random) -> str:
    """Two random edits of different fields of one random file; what came of their merge."""
    of = file(chance)
    one, other = random_edit(chance, of), random_edit(chance, of)
    try:
        sides = [of.text, *(edited("a.md", of.text, [edit]) for edit in (one, other))]
        known = [values_of(layout("a.md", text)) for text in sides]
    except (Refused, Unsafe):
        return "refused"
    text, clean = merged(*sides)
    if not clean:
        return "conflict"
    now = values_of(layout("a.md", text))
    for name in {*now, *known[0], *known[1], *known[2]}:
        base, ours, theirs = (values.get(name) for values in known)
        if ours in (base, theirs):
            assert _same(now.get(name), theirs), (name, one, other)
        elif theirs == base:
            assert _same(now.get(name), ours), (name, one, other)
    _keeps_lines(one, text)
    _keeps_lines(other, text)
    return "merged"


def _same(one: object, other: object) -> bool:
    return one == other or not any((one or [], other or []))


def _keeps_lines(edit: Edit, text: str) -> None:
    if isinstance(edit, Append):
        assert edit.lines.split("\n")[0] in text


def _many(cases: int, seed: int) -> None:
    outcomes = [play(Random(f"{seed} {n}")) for n in range(cases)]
    assert outcomes.count("merged") > cases // 2


def test_random_changes_of_both_sides_are_all_in_the_merge() -> None:
    _many(150, 1)


@pytest.mark.soak
def test_very_many_random_changes_of_both_sides_are_all_in_the_merge() -> None:
    _many(3_000, 2)
    figure("A merge loses nothing", "3,000 pairs of random edits merged: each change is there, or marked")
