"""Names of files: what people are called, without what a computer or Obsidian refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.text.stems import alike, stem_of, unused
from netfiles.vault.names import doubted_name, refused_name

NAMES = {
    "Nia Okafor": "Nia Okafor",
    "Patrick O'Shaughnessy": "Patrick O'Shaughnessy",
    "AC/DC": "AC-DC",
    "Ada: Countess": "Ada - Countess",
    "09:30": "09-30",
    "Who / what": "Who - what",
    "What? Really*": "What Really",
    'The "Duke"': "The Duke",
    "<b>Bo</b>": "b Bo -b",
    "C# at [Acme]": "C at Acme",
    "a|b^c": "a-b c",
    "  spaced   out  ": "spaced out",
    "Acme Inc.": "Acme Inc",
    ".hidden": "hidden",
    "~draft": "draft",
    "CON": "CON_",
    "con.tact": "con_.tact",
    "LPT1": "LPT1_",
    "Connie": "Connie",
    "Zoe\u0308": "Zoë",
    "tab\there": "tab here",
    "\u202eevil": "evil",
    "Søren Kjær": "Søren Kjær",
    "李小龙": "李小龙",
}


@pytest.mark.parametrize(("name", "stem"), NAMES.items())
def test_a_name_becomes_the_name_of_a_file(name: str, stem: str):
    assert stem_of(name) == stem


@pytest.mark.parametrize("name", ["", "?", "...", "///", "  ", "\u202e"])
def test_a_name_of_which_nothing_remains_is_refused(name: str):
    with pytest.raises(ValueError):  # noqa: PT011  # it holds the name alone
        stem_of(name)


@given(st.text(max_size=400))
def test_any_stem_can_be_the_name_of_a_file_on_any_computer(name: str):
    try:
        stem = stem_of(name)
    except ValueError:
        return
    file = f"{stem}.md"
    assert refused_name(file, file) is None
    assert not doubted_name(file, file)
    assert len(file.encode()) <= 255
    assert not re.search(r'[\\/:*?"<>|#^\[\]]', stem)
    assert not stem.startswith((".", "~"))
    assert stem_of(stem) == stem


def test_a_long_name_is_cut_between_letters():
    stem = stem_of("é" * 300)
    assert len(stem.encode()) == 250
    assert set(stem) == {"é"}


def test_a_taken_name_gets_a_mark_that_tells_the_two_apart():
    taken = {alike("Jane Doe")}
    assert unused("Jane Doe", taken, ["Acme"]) == "Jane Doe (Acme)"
    assert unused("JANE DOE", taken) == "JANE DOE (second)"
    assert unused("Jane Doe", taken | {alike("Jane Doe (Acme)")}, ["Acme"]) == "Jane Doe (second)"
    many = taken | {
        alike(f"Jane Doe ({word})") for word in "second third fourth fifth sixth seventh eighth ninth".split()
    }
    assert unused("Jane Doe", many) == "Jane Doe (10th)"


def test_a_taken_name_is_also_one_of_another_unicode_form():
    assert unused("Zoë", {alike("Zoe\u0308")}) == "Zoë (second)"


def test_a_mark_leaves_a_long_name_short_enough():
    long = stem_of("x" * 300)
    assert len(unused(long, {alike(long)}, ["Acme"]).encode()) <= 250
