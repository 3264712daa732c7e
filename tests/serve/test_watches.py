"""Which folders are watched, and which are left alone."""

from pathlib import Path

import pytest

from netfiles.serve.watches import plan


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "vault"
    for name in ("contacts/deep", "career/leads", ".venv/lib", "site", "shelf/contacts"):
        (folder / name).mkdir(parents=True)
    return folder


def watched(vault: Path, *folders: str) -> dict[str, bool]:
    """Each folder that is watched, and whether what lies below it is too."""
    return {watch.folder: watch.recursive for watch in plan(vault, folders)}


def test_the_vault_itself_is_watched_but_not_what_lies_below_it(vault: Path) -> None:
    assert watched(vault) == watched(vault, "") == {"": False}


def test_a_folder_that_counts_is_watched_with_all_below_it(vault: Path) -> None:
    assert watched(vault, "contacts", "contacts/deep") == {"": False, "contacts": True}


def test_for_a_folder_that_may_come_the_nearest_one_above_is_watched(vault: Path) -> None:
    assert watched(vault, "journal", "career/companies") == {"": False, "career": False}
    assert watched(vault, "career/companies/deep", "career/leads") == {
        "": False,
        "career": False,
        "career/leads": True,
    }


def test_a_file_in_place_of_a_folder_is_not_watched(vault: Path) -> None:
    (vault / "journal").write_text("x")
    assert watched(vault, "journal") == {"": False}


def test_a_link_within_the_vault_is_watched_where_it_leads_and_one_out_of_it_is_not(vault: Path) -> None:
    (vault / "people").symlink_to("shelf/contacts")
    (vault / "out").symlink_to(vault.parent)
    watches = {watch.folder: watch.real for watch in plan(vault, ["people", "out"])}
    assert watches == {"": str(vault), "people": str(vault / "shelf" / "contacts")}


def test_another_folder_in_the_same_place_is_another_plan(vault: Path) -> None:
    before = plan(vault, ["contacts"])
    assert plan(vault, ["contacts"]) == before
    (vault / "contacts").rename(vault / "people")
    (vault / "contacts").mkdir()
    assert plan(vault, ["contacts"]) != before


def test_nothing_is_watched_where_there_is_no_vault(vault: Path) -> None:
    assert plan(vault / "none", ["contacts"]) == frozenset()
