"""The page on quick capture: every row of its tables comes out as it says."""

import re

import pytest

from netfiles.capture.entry import created
from netfiles.capture.roll import Roll
from netfiles.capture.saying import asides
from netfiles.capture.understand import understand
from netfiles.capture.understood import NotUnderstood
from netfiles.capture.words import ASKS, GIFTS
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.insights.directory import directory
from netfiles.vault.load import load
from tests.conftest import REPOSITORY, TODAY

PAGE = (REPOSITORY / "docs" / "capture.md").read_text("utf-8")
ROWS = [
    (re.findall(r"`([^`]+)`", first)[0], second)
    for first, second in re.findall(r"^\| (`.+?`) \| (.+?) \|$", PAGE, re.MULTILINE)
]


@pytest.fixture(scope="module")
def example() -> Roll:
    return Roll(directory(derive(build_network(load(REPOSITORY)), TODAY)))


def codes(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize(("line", "outcome"), ROWS, ids=[line for line, _ in ROWS])
def test_a_row_of_the_guide_comes_out_as_it_says(example: Roll, line: str, outcome: str):
    what = understand(line, example, TODAY)
    if outcome.startswith("Refused: "):
        assert isinstance(what, NotUnderstood)
        assert codes(outcome)[0] in what.message
        return
    assert not isinstance(what, NotUnderstood), what
    in_file, _, said = outcome.partition("Said: ")
    text = created(what, example, "journal", lambda *_: ()).text
    assert not [code for code in codes(in_file) if code not in map(str.strip, text.split("\n"))], text
    assert not [code for code in codes(said) if code not in "\n".join(asides(what))], asides(what)


def test_the_guide_has_enough_rows_to_be_the_grammar():
    assert len(ROWS) > 100


def test_every_word_after_a_sign_is_in_the_guide():
    assert not [word for word in {*GIFTS.values(), *ASKS.values()} if not re.search(rf"\b{word}\b", PAGE)]
