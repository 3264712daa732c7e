"""Which files may hold a name, told by their words."""

from pathlib import Path

import pytest

from netfiles.vault.look import look
from netfiles.vault.naming import naming


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "journal").mkdir()
    return tmp_path


def found(vault: Path, *names: str) -> list[str]:
    """The stems of the files in which one of the names may stand."""
    return [Path(path).stem for area in naming(look(vault), names).areas for path in area.paths]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("with: [[Nia Okafor]]", "nia okafor"),
        ("with: NIA\n  OKAFOR", "Nia Okafor"),
        ("[x](Nia%20Okafor.md)", "Nia Okafor"),
        ("[[Jose\u0301 Díaz]]", "José Díaz"),
        ("[[JOSÉ DÍAZ]]", "José Díaz"),
        ('with: "Jos\\u00e9 Díaz"', "José Díaz"),
        ("[x](Jos%C3%A9%20D%C3%ADaz.md)", "José Díaz"),
        ("[[Straße]]", "Strasse"),
        ("[[\u212aim]]", "Kim"),
        ("[[\ufb01nch]]", "Finch"),
        ("[[王小明]]", "王小明"),
        ("x" * 70_000, "Nia Okafor"),
    ],
)
def test_a_file_that_may_hold_the_name_is_found(vault: Path, text: str, name: str) -> None:
    (vault / "contacts" / "a.md").write_text(text, encoding="utf-8")
    (vault / "contacts" / "b.md").write_text("[[Somebody else]]", encoding="utf-8")
    assert found(vault, name) == ["a"]


def test_a_file_of_the_name_is_found_and_others_are_not(vault: Path) -> None:
    (vault / "contacts" / "Nia Okafor.md").write_text("x")
    (vault / "journal" / "Nia.md").write_text("Okay")
    assert found(vault, "nia okafor", "Bo Lee") == ["Nia Okafor"]


def test_queries_news_and_what_cannot_be_read_are_kept(vault: Path) -> None:
    for path in ("queries/q.md", "career/news/n.md", "contacts/z.md"):
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_bytes(b"\xff\xfe\0a")
    assert sorted(found(vault, "Nia Okafor")) == ["n", "q", "z"]
