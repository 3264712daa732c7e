"""Names of files: what people are called, without what a computer or Obsidian refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.text.stems import LONGEST, alike, all_alike, like, same_start, stem_of, unused
from netfiles.vault.names import copied_from, doubted_name, refused_name

NAMES = {
    "Nia Okafor": "Nia Okafor",
    "Patrick O'Shaughnessy": "Patrick O'Shaughnessy",
    "AC/DC": "AC-DC",
    "Ada: Countess": "Ada - Countess",
    "Ada:": "Ada",
    "09:30": "09-30",
    "Who / what": "Who - what",
    "What? Really*": "What Really",
    'The "Duke"': "The Duke",
    "<b>Bo</b>": "b Bo -b",
    "C# at [Acme]": "C at Acme",
    "a|b^c": "a-b c",
    "#1 [Co]^|x": "1 Co -x",
    "  spaced   out  ": "spaced out",
    "Acme Inc.": "Acme Inc",
    ".hidden": "hidden",
    "~draft": "draft",
    "CON": "CON_",
    "con.tact": "con_.tact",
    "LPT1": "LPT1_",
    "Connie": "Connie",
    "Ada Bacon": "Ada Bacon",
    "Zoe\u0308": "Zoë",
    "tab\there": "tab here",
    "\u202eevil": "evil",
    "Oka\u00adfor": "Okafor",
    "Søren Kjær": "Søren Kjær",
    "李小龙": "李小龙",
}


@pytest.mark.parametrize(("name", "stem"), NAMES.items())
def test_a_name_becomes_the_name_of_a_file(name: str, stem: str):
    assert stem_of(name) == stem


@pytest.mark.parametrize("name", ["", "?", "...", "…", "///", "  ", "\u202e"])
def test_of_a_name_that_says_nothing_no_stem_remains(name: str):
    assert stem_of(name) == ""


@given(st.text(max_size=400))
def test_any_stem_can_be_the_name_of_a_file_on_any_computer(name: str):
    stem = stem_of(name) or "nothing"
    file = f"{stem}.md"
    assert refused_name(file, file) is None
    assert not doubted_name(file, file)
    assert len(stem.encode()) <= LONGEST
    assert not set(stem) & set('\\/:*?"<>|#^[]')
    assert not stem.startswith((".", "~"))
    assert stem_of(stem) == stem


def test_a_long_name_is_cut_between_letters():
    stem = stem_of("é" * 300)
    assert stem == "é" * (LONGEST // 2)


def test_a_taken_name_gets_a_mark_that_tells_the_two_apart():
    taken = {alike("Jane Doe")}
    assert unused("Jane Doe", taken, ["Acme"]) == "Jane Doe (Acme)"
    assert unused("Jane Doe", taken | {alike("Jane Doe (Acme)")}, ["Acme"]) == "Jane Doe, 2"


def test_without_a_mark_a_taken_name_gets_a_number_that_no_sync_tool_gives():
    assert unused("JANE DOE", {"jane doe"}) == "JANE DOE, 2"
    assert unused("Jane Doe", {"jane doe"}, ["3"]) == "Jane Doe, 2"
    assert unused("Jane Doe", {"jane doe", *(f"jane doe, {number}" for number in range(2, 12))}) == "Jane Doe, 12"
    assert copied_from("Jane Doe 2.md") == "Jane Doe.md" != copied_from("Jane Doe, 2.md")


@given(st.lists(st.sampled_from(["a", "A", "a, 2", "A, 3", "a (x)", "b"])))
def test_a_name_that_is_given_is_taken_by_nothing(names: list[str]):
    taken = set(map(alike, names))
    assert alike(unused("A", taken, ["X"])) not in taken


def test_a_taken_name_is_also_one_of_another_unicode_form():
    assert unused("Zoë", {alike("Zoe\u0308")}) == "Zoë, 2"


def test_a_mark_leaves_a_long_name_short_enough():
    long = stem_of("x" * 300)
    assert unused(long, {long}, ["Acme"]).endswith("x (Acme)")
    assert max(len(unused(long, {long}, marks)) for marks in ((), ["Acme"], ["y" * 300])) <= LONGEST


_ODD = st.text(st.sampled_from("0129 -aAeE\u0301\u00e9ZzßẞsS\u212aKk\u0660İi.\u0307"), max_size=8)


@given(_ODD.filter(bool), st.lists(_ODD.filter(bool), max_size=8))
def test_many_names_are_compared_as_one_by_one(name: str, names: list[str]):
    assert sorted(all_alike(names)) == sorted(map(alike, names))
    assert like(name, names) == [one for one in names if alike(one) == alike(name)]
    assert all(one.startswith(same_start(name)) for one in like(name, names))
