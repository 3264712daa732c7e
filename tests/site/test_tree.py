"""The tree is printed as planned: only what changed, nothing of others, incremental as clean."""

import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from netfiles.site.by_mkdocs import refresh_tree
from netfiles.site.tree import MARKER, NotOurs, Printed, refresh
from netfiles.vault.load import load
from tests.sampling import sampled
from tests.soak_report import figure

TODAY = date(2026, 11, 19)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_second_refresh_prints_nothing(example_vault: Path):
    first = refresh_tree(load(example_vault), TODAY)
    second = refresh_tree(load(example_vault), TODAY)
    assert first.printed > 80
    assert second == Printed(0, first.printed, 0)


def test_one_changed_note_prints_few_pages(example_vault: Path):
    refresh_tree(load(example_vault), TODAY)
    note = example_vault / "contacts" / "Nia Okafor.md"
    note.write_text(note.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert refresh_tree(load(example_vault), TODAY).printed <= 2


def test_a_page_whose_file_is_gone_is_removed(tmp_path: Path):
    refresh(tmp_path / "tree", {"a.md": b"a", "b/c.md": b"c"})
    assert refresh(tmp_path / "tree", {"a.md": b"a"}) == Printed(0, 1, 1)
    assert sorted(contents(tmp_path / "tree")) == [".gitignore", "a.md"]


def test_a_folder_with_files_of_others_is_left_alone(tmp_path: Path):
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(NotOurs, match="did not make"):
        refresh(tmp_path, {"index.md": b"ours"})
    assert contents(tmp_path) == {"index.md": b"mine"}


def test_the_tree_is_ignored_by_git_but_for_its_marker(tmp_path: Path):
    refresh(tmp_path / "tree", {"a.md": b"a"})
    assert (tmp_path / "tree" / ".gitignore").read_text() == MARKER


def test_no_file_of_the_owner_is_touched(example_vault: Path):
    def owned() -> dict[str, tuple[bytes, int]]:
        files = ((p, b) for p, b in contents(example_vault).items() if not p.startswith(".netfiles/"))
        return {p: (b, (example_vault / p).stat().st_mtime_ns) for p, b in files}

    before = owned()
    refresh_tree(load(example_vault), TODAY)
    assert owned() == before


def test_the_same_files_on_the_same_day_give_the_same_bytes(example_vault: Path, tmp_path: Path):
    other = tmp_path / "elsewhere" / "example"
    shutil.copytree(example_vault, other)
    refresh_tree(load(example_vault), TODAY)
    refresh_tree(load(other), TODAY)
    assert contents(example_vault / ".netfiles/tree") == contents(other / ".netfiles/tree")


def player(vault: Path, chance: random.Random) -> None:
    """One random edit: new, changed, renamed, deleted, broken or mended file."""
    files = sorted(p for part in ("contacts", "journal", "career") for p in (vault / part).rglob("*.md"))
    target = chance.choice(files)
    match chance.choice(["append", "delete", "rename", "break", "new", "field"]):
        case "append":
            target.write_text(target.read_text("utf-8", "replace") + f"\nSaid {chance.random()}.\n", "utf-8")
        case "delete":
            target.unlink()
        case "rename":
            target.rename(target.with_name(f"Renamed {chance.randrange(10**6)}.md"))
        case "break":
            target.write_text("---\nname: [unclosed\n---\n", "utf-8")
        case "new":
            text = f"---\ncompany: Firm {chance.randrange(9)}\nknows: ['[[{chance.choice(files).stem}]]']\n---\n"
            (vault / "contacts" / f"New {chance.randrange(10**6)}.md").write_text(text, "utf-8")
        case "field":
            day = TODAY - timedelta(days=chance.randrange(90))
            text = f"---\ndate: {day}\nwith: ['[[{chance.choice(files).stem}]]']\ngot: advice\n---\n[[Firm 3]]\n"
            (vault / "journal" / f"{day} Note {chance.randrange(10**6)}.md").write_text(text, "utf-8")


def play(vault: Path, tmp_path: Path, seed: int, rounds: int) -> None:
    """Edits with refreshes between: at the end the tree equals a clean one."""
    chance, day = random.Random(seed), TODAY
    for _ in range(rounds):
        for _ in range(chance.randrange(1, 4)):
            player(vault, chance)
        day += timedelta(days=chance.choice([0, 0, 1, 30]))
        refresh_tree(load(vault), day)
    incremental = contents(vault / ".netfiles/tree")
    shutil.rmtree(vault / ".netfiles/tree")
    refresh_tree(load(vault), day)
    assert incremental == contents(vault / ".netfiles/tree")


@pytest.mark.parametrize("seed", sampled(range(3), 0))
def test_incremental_equals_clean_after_random_edits(made_up_vault: Callable[..., Path], tmp_path: Path, seed: int):
    play(made_up_vault(12, 40, seed), tmp_path, seed, rounds=5)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_incremental_equals_clean_after_many_random_edits(
    made_up_vault: Callable[..., Path], tmp_path: Path, seed: int
):
    play(made_up_vault(40, 150, seed), tmp_path, seed, rounds=25)
    figure(
        "Incremental equals clean", "25 rounds of random edits and days in a vault of 40 people: equal byte for byte"
    )
