"""Which names are taken: also those that many computers cannot tell apart."""

from pathlib import Path

from netfiles.text.stems import alike
from netfiles.vault.taken import taken


def test_a_name_is_taken_in_any_case_and_form(tmp_path: Path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "Zoe\u0308.md").touch()
    assert taken(tmp_path, "journal") == {alike("ZO\u00cb")} == {"zo\u00eb"}
    assert not taken(tmp_path, "elsewhere")


def test_of_a_day_only_its_own_names_are_taken(tmp_path: Path):
    for name in ("2026-11-19 Zo\u00cb.md", "2026-11-20 Bo.md", "Bo.md"):
        (tmp_path / name).touch()
    assert taken(tmp_path, ".", "2026-11-19") == {"2026-11-19 zo\u00eb"}
    assert len(taken(tmp_path, ".")) == 3
