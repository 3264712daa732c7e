"""Made-up vaults: the same bytes each time, any size, names that every file system can hold."""

import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import PurePosixPath

import pytest

from netfiles.example import Size, make

TODAY = date(2026, 11, 23)
FOLDERS = {"contacts", "journal", "career", "queries", "attachments", "inbox.md"}


def vault(people: int = 40, entries: int = 150, seed: int = 1, today: date = TODAY) -> dict[str, bytes]:
    return dict(make(Size(people, entries, seed), today))


def test_the_same_size_and_day_give_the_same_bytes_in_the_same_order() -> None:
    first, second = (list(make(Size(60, 200, 7), TODAY)) for _ in range(2))
    assert first == second


def test_another_seed_gives_other_people() -> None:
    assert set(vault(seed=1)) != set(vault(seed=2))


@pytest.mark.parametrize(
    ("people", "entries"), [(0, 0), (1, 1), (0, 5), (5, 0), (1, 0), (2, 3), (1, 400), (40, 150), (300, 20), (300, 1500)]
)
def test_there_are_as_many_people_and_entries_as_asked_for(people: int, entries: int) -> None:
    paths = [path for path, _ in make(Size(people, entries), TODAY)]
    kinds = Counter(path.split("/")[0] for path in paths)
    assert (kinds["contacts"], kinds["journal"]) == (people, entries)
    assert set(kinds) <= FOLDERS


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_two_paths_differ_only_in_case_or_unicode_form(seed: int) -> None:
    paths = [path for path, _ in make(Size(2000, 3000, seed), TODAY)]
    assert len({unicodedata.normalize("NFKC", path).casefold() for path in paths}) == len(paths)


def test_every_path_is_good_on_windows_and_in_a_wikilink() -> None:
    for path, _ in make(Size(2000, 3000), TODAY):
        for part in PurePosixPath(path).parts:
            assert not re.search(r'[<>:"\\|?*#^\[\]\x00-\x1f]', part), path
            assert part == part.strip() == part.rstrip("."), path
            assert part == unicodedata.normalize("NFC", part), path
            assert len(part.encode()) <= 255, path


def test_two_people_of_one_name_have_two_files() -> None:
    names = [path[len("contacts/") : -len(".md")] for path in vault() if path.startswith("contacts/")]
    shared = [name for name in names if " (" in name]
    assert shared
    assert all(name.split(" (")[0] in names for name in shared)


@pytest.mark.parametrize("today", [date(2028, 2, 27), date(2028, 2, 29), date(2027, 1, 1), date(2026, 8, 16)])
def test_every_day_of_a_calendar_is_a_day_for_a_vault(today: date) -> None:
    days = [path.split("/")[2][:10] for path in vault(today=today) if path.startswith("journal/")]
    assert days == sorted(days)
    assert days[0] >= str(date(today.year - 2, today.month, 1))
    assert any(day > str(today) for day in days)


def test_pictures_are_small_pngs_that_people_name() -> None:
    files = vault()
    pictures = {path: data for path, data in files.items() if path.startswith("attachments/")}
    assert 2 <= len(pictures) <= 12
    for path, data in pictures.items():
        assert data.startswith(b"\x89PNG")
        assert len(data) < 15_000
        stem = path.removeprefix("attachments/").removesuffix(".png").removesuffix(" card")
        assert path.removeprefix("attachments/").encode() in files[f"contacts/{stem}.md"]
