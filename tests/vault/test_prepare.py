"""From a plan to the bytes of each file: files that are no text."""

from pathlib import Path

import pytest
from click import unstyle

from netfiles.cli.changing import difference
from netfiles.errors import NotWritable
from netfiles.model.options import Folders
from netfiles.records.plan import Copied, Created, Plan
from netfiles.vault.carry_out import carry_out, undo
from netfiles.vault.prepare import prepare

PICTURE = b"\x89PNG\r\n\x1a\n\0\xff\r\n"
ADA = "---\ncards: Ada card.png\n---\n"


def test_a_picture_comes_with_its_file_byte_for_byte_and_goes_with_it(tmp_path: Path) -> None:
    plan = Plan("Add", (Copied("attachments/Ada card.png", PICTURE), Created("contacts/Ada.md", ADA)))
    carry_out(tmp_path, plan.title, prepare(tmp_path, Folders(), plan), str)
    assert (tmp_path / "attachments" / "Ada card.png").read_bytes() == PICTURE
    assert (tmp_path / "contacts" / "Ada.md").read_text() == ADA
    undo(tmp_path, str)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_picture_overwrites_none(tmp_path: Path) -> None:
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "Ada card.png").write_bytes(b"another")
    with pytest.raises(NotWritable, match=r"attachments/Ada card\.png is there already"):
        prepare(tmp_path, Folders(), Plan("Add", (Copied("attachments/Ada card.png", PICTURE),)))
    with pytest.raises(NotWritable, match=r"is there already"):
        prepare(tmp_path, Folders(), Plan("Add", (Copied("a.png", PICTURE), Copied("a.png", PICTURE))))


def test_of_a_picture_only_its_size_is_shown(tmp_path: Path) -> None:
    (write,) = prepare(tmp_path, Folders(), Plan("Add", (Copied("attachments/a.png", PICTURE),)))
    assert unstyle(difference(write)[-1]) == "+(no text: 12 bytes)"
