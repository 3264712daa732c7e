"""New files of the journal: their names and what stands in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.changes.entry import Journal, called, new_entry
from netfiles.model.fields import Channel, Direction
from netfiles.model.options import Folders
from netfiles.records.read import read_record

DAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("channel", "names", "way", "name"),
    [
        ("coffee", ["Nia Okafor"], None, "Coffee with Nia Okafor"),
        ("call", ["Nia Okafor"], "in", "Call from Nia Okafor"),
        ("email", ["Nia Okafor"], None, "Email to Nia Okafor"),
        ("message", ["Nia Okafor"], "in", "Message from Nia Okafor"),
        ("message", ["Nia", "Bo"], None, "Message to Nia and Bo"),
        ("email", ["Nia", "Bo", "Ana"], None, "Email to Nia and 2 others"),
        ("other", [], None, "Contact"),
    ],
)
def test_an_entry_is_called_by_what_happened(channel: Channel, names: list[str], way: Direction | None, name: str):
    assert called(channel, names, way) == name


def test_an_entry_of_the_same_name_gets_a_number_whatever_its_case():
    at = Journal(Folders(), DAY, frozenset({"2026-11-19 call with bo", "2026-11-19 call with bo, 2"}))
    step = new_entry(at, "Call with Bo", {"with": ("[[Bo]]",), "channel": "call"}, "Good.")
    assert step.path == "journal/2026/2026-11-19 Call with Bo, 3.md"
    assert step.text == '---\ndate: 2026-11-19\nwith: "[[Bo]]"\nchannel: call\n---\n\nGood.\n'


@given(st.text(max_size=60))
def test_any_text_as_a_body_leaves_a_file_that_can_be_read(text: str):
    step = new_entry(Journal(Folders(), DAY), "Call with Bo", {"with": ("[[Bo]]",), "channel": "call"}, text)
    assert read_record("interaction", step.path, step.text).record
