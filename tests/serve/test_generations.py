"""Complete sites in folders: which of them stay, and what tells two of them apart."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.serve.generations import Generations, folder_site


def printing(**files: str) -> Callable[[Path], None]:
    def print_into(folder: Path) -> None:
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text)

    return print_into


def test_other_pages_in_the_same_frame_are_another_site_with_the_same_frame() -> None:
    with Generations() as generations:
        one = generations.make(printing(index_html="one", main_css="x", card_png="12", people_json="[1]"))
        two = generations.make(printing(index_html="two", main_css="x", card_png="34", people_json="[1, 2]"))
        style = generations.make(printing(index_html="two", main_css="y", card_png="34"))
        picture = generations.make(printing(index_html="two", main_css="y", card_png="345"))
    assert len({one.name, two.name, style.name, picture.name}) == 4
    assert one.frame == two.frame
    assert len({two.frame, style.frame, picture.frame}) == 3


def test_what_breaks_while_it_is_printed_leaves_no_folder() -> None:
    folders: list[Path] = []

    def break_off(folder: Path) -> None:
        folders.append(folder)
        raise KeyboardInterrupt

    with Generations() as generations, pytest.raises(KeyboardInterrupt):
        generations.make(break_off)
    assert not folders[0].exists()


def test_nothing_is_made_before_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Generations():
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_only_the_owner_can_look_into_it() -> None:
    folders: list[Path] = []
    with Generations() as generations:
        generations.make(folders.append)
        assert folders[0].stat().st_mode & 0o777 == 0o700
        assert folders[0].parent.stat().st_mode & 0o777 == 0o700
        site = folder_site("x", folders[0])
        assert site.read("../in-use") is None
    assert not folders[0].parent.exists()
