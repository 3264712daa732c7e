"""Which names are taken: also those that many computers cannot tell apart."""

from pathlib import Path

from netfiles.vault.taken import Names


def test_a_name_is_taken_in_any_case_and_form(tmp_path: Path):
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "Zoe\u0308.md").touch()
    names = Names(tmp_path)
    assert names.taken("journal/ZO\u00cb.md")
    assert not names.taken("journal/Zo.md")
    assert not names.taken("elsewhere/Zo.md")
    names.give("elsewhere/Zo.md")
    assert names.taken("elsewhere/zo.md")
