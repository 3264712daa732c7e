"""A folder holds exactly the files of the site, and what is there already is not touched."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from netfiles.site.printing import SIGN, File, Rows, print_site
from netfiles.site.tree import NotOurs, Printed

Texts = Mapping[str, str]
SITE = {SIGN: "day", "index.html": "home", "people/jane/index.html": "Jane"}


def files(texts: Texts) -> dict[str, File]:
    """Files whose marks say what they are made of."""
    return {path: File(text.encode, f"made of {text}") for path, text in texts.items()}


def on_disk(site: Path) -> dict[str, str]:
    """Every file with its text, and every folder that holds nothing."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*")}
    texts = {place: path.read_text() for place, path in found.items() if path.is_file()}
    return texts | {f"{place}/": "" for place, path in found.items() if path.is_dir() and not any(path.iterdir())}


@pytest.fixture
def printed(tmp_path: Path) -> tuple[Path, Rows]:
    """A site that was printed, and what is known of it."""
    site = tmp_path / "site"
    return site, print_site(site, files(SITE), {})[1]


def test_the_first_print_writes_everything(tmp_path: Path) -> None:
    done, rows = print_site(tmp_path / "site", files(SITE), {})
    assert (done, on_disk(tmp_path / "site")) == (Printed(3, 0, 0), SITE)
    assert rows.keys() == SITE.keys()


def test_the_second_makes_and_touches_nothing(printed: tuple[Path, Rows]) -> None:
    site, rows = printed
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    never = {path: File(lambda: 1 / 0, f"made of {text}") for path, text in SITE.items()}  # type: ignore[arg-type, return-value]  # not called
    assert print_site(site, never, rows) == (Printed(0, 3, 0), rows)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_file_without_a_mark_is_made_but_written_only_if_it_differs(printed: tuple[Path, Rows]) -> None:
    site, rows = printed
    unmarked = {path: File(text.encode) for path, text in SITE.items()}
    assert print_site(site, unmarked, rows)[0] == Printed(0, 3, 0)
    assert print_site(site, {**unmarked, "index.html": File("new home".encode)}, rows)[0] == Printed(1, 2, 0)


def test_without_knowledge_of_the_last_print_equal_bytes_stay(printed: tuple[Path, Rows]) -> None:
    assert print_site(printed[0], files(SITE), {})[0] == Printed(0, 3, 0)


def test_all_is_written_anew_where_that_is_asked_for(printed: tuple[Path, Rows]) -> None:
    site, rows = printed
    assert print_site(site, files(SITE), rows, anew=True)[0] == Printed(3, 0, 0)
    assert on_disk(site) == SITE


def _delete(site: Path) -> None:
    (site / "index.html").unlink()


def _edit(site: Path) -> None:
    (site / "index.html").write_text("not home")


def _truncate(site: Path) -> None:
    os.truncate(site / "people" / "jane" / "index.html", 1)


def _stray(site: Path) -> None:
    (site / "people" / "stray.html").write_text("stray")
    (site / "empty" / "folder").mkdir(parents=True)
    (site / "people" / ".netfiles-abc").write_text("left by a print that was killed")


def _hollow(site: Path) -> None:
    """As a print leaves it that is killed between removing files and their folder."""
    (site / "people" / "gone").mkdir()


def _file_for_folder(site: Path) -> None:
    (site / "people" / "jane" / "index.html").unlink()
    (site / "people" / "jane").rmdir()
    (site / "people" / "jane").write_text("a file where a folder should be")


def _folder_for_file(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html" / "deep").mkdir(parents=True)
    (site / "index.html" / "deep" / "x.html").write_text("x")


def _link(site: Path) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("precious")
    (site / "people" / "elsewhere").symlink_to(outside)


@pytest.mark.parametrize(
    "tamper", [_delete, _edit, _truncate, _stray, _hollow, _file_for_folder, _folder_for_file, _link]
)
def test_a_site_that_was_tampered_with_is_put_right(printed: tuple[Path, Rows], tamper) -> None:
    site, rows = printed
    tamper(site)
    print_site(site, files(SITE), rows)
    assert on_disk(site) == SITE
    assert not [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]
    precious = site.parent / "outside" / "precious.txt"
    assert not precious.parent.exists() or precious.read_text() == "precious"


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(NotOurs):
        print_site(tmp_path, files(SITE), {})
    assert on_disk(tmp_path) == {"thesis.tex": "mine"}


def test_nor_is_one_that_took_the_place_of_a_site(printed: tuple[Path, Rows]) -> None:
    site, rows = printed
    for path in SITE:
        (site / path).unlink()
    (site / "thesis.tex").write_text("mine")
    with pytest.raises(NotOurs):
        print_site(site, files(SITE), rows)
    assert {place: text for place, text in on_disk(site).items() if text} == {"thesis.tex": "mine"}


def test_what_a_print_leaves_that_is_killed_before_its_sign_is_written_is_no_others(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / ".netfiles-17").write_text("half a f")
    (tmp_path / "people").mkdir()
    print_site(tmp_path, files(SITE), {})
    assert on_disk(tmp_path) == SITE


def test_only_the_owner_can_read(printed: tuple[Path, Rows]) -> None:
    modes = {path.stat().st_mode & 0o077 for path in (printed[0], *printed[0].rglob("*"))}
    assert modes == {0}
